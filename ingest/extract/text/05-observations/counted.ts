/** What a figure counts where the noun stands behind it: 300余名|专家教授, 8家|企业|入选百强. */
import { beginsWithPredicate, endsWithGoverningVerb, findPredicate, leadingVerbs } from "./verbs.ts";

export interface Counted {
  /** The noun with what describes it: 享受政策的企业. */
  readonly noun: string;
  /** What it does, where the words go on: 入选百强; else empty. */
  readonly predicate: string;
  /** How much of the words the noun takes, with a 的 before it. */
  readonly length: number;
}

/** What stands behind a figure whose metric is before it. */
const NO_NOUN =
  /^(?:$|[,、;:。()》”/+]|[与及并且而或]|和(?![美谐平])|以及|比|较|同比|环比|增长|下降|提升|[位居列排占](?!院|置|居|民|家)|为|是|其中|等|均|分别|以|从|到|至|由|于|左右|在全|(?:大关|关口|门槛|台阶)|的(?:[水目标比规增]|高位|高点|大?关|台阶|门槛|速度|幅度|份额|[好佳]?成绩|历史|新高|态势|区间)|每)/;
const CONNECTIVES = /(?:分别[是为]|名单如下|如下|、|,|和|与|及|以及|或|共|并|其中|超过?|近|约|达到?|的)+$/;
const MAX_RELATIVE = 24;

/** Reads the words behind a figure up to the next figure or the end of the clause. */
export function readCounted(words: string): Counted | undefined {
  if (NO_NOUN.test(words)) return undefined;
  const skipped = words.startsWith("的") ? 1 : 0;
  const text = withoutNextVerb(words.slice(skipped).replace(CONNECTIVES, ""));
  if (text === "") return undefined;
  const at = text.indexOf("的", 1);
  const isRelative = at !== -1 && at <= MAX_RELATIVE && leadingVerbs(text) !== "";
  // 7家高新园区的增加值…: a possessor, not a relative clause.
  const possessor = at !== -1 && !isRelative ? at : text.length;
  const predicate = findPredicate(text, isRelative ? at + 1 : 0);
  const end = predicate === -1 ? possessor : Math.min(predicate, possessor);
  const hasPredicate = end === predicate && end < text.length;
  return { noun: text.slice(0, end), predicate: hasPredicate ? text.slice(end) : "", length: skipped + end };
}

/** 部门职能、汇集|105宗…: the verb is that of the next figure. */
function withoutNextVerb(text: string): string {
  const at = Math.max(text.lastIndexOf("、"), text.lastIndexOf("并"), text.lastIndexOf("和"));
  const last = text.slice(at + 1);
  const verbs = leadingVerbs(last);
  // 1个产业集群、新入规加工企业|20家: what is added besides is the next figure's.
  const isNext =
    text[at] === "、" &&
    verbs.length < last.length &&
    /^(?:新(?!型|兴|材|能|质|业)|净增|培育|引进|认定|获评)/.test(verbs);
  return at > 0 && last !== "" && (verbs === last || isNext) ? text.slice(0, at) : text;
}

/**
 * Whether the noun is to be looked for behind the figure, given the words before
 * and behind it: nothing governs the figure, a verb wants its object, or a noun
 * simply follows.
 */
export function wantsCounted(before: string, after: string): boolean {
  if (before === "" || after.startsWith("的")) return true;
  if (/[向与对为给由将把的等及和]$/.test(before) || endsWithGoverningVerb(before)) return true;
  return !NO_NOUN.test(after) && !beginsWithPredicate(after);
}
