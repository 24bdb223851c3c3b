/** What a figure counts where the noun stands behind it: 300余名|专家教授, 8家|企业|入选百强. */
import { endsWithGoverningVerb, findPredicate } from "./verbs.ts";

export interface Counted {
  /** The noun with what describes it: 享受政策的企业. */
  readonly noun: string;
  /** What it does, where the words go on: 入选百强; else empty. */
  readonly predicate: string;
}

/** A figure that such words follow has its metric before it. */
const NO_NOUN =
  /^(?:$|[,、;:。)》”]|[和与及并且而]|以及|比|较|同比|环比|增长|下降|提升|[位居列排占](?!院|置|居)|为|是|其中|等|均|分别|以|从|到|至|由|于|左右|在全|的(?:[水目标比规])|,)/;

/** Reads the words behind a figure up to the next figure or the end of the clause. */
export function readCounted(words: string): Counted | undefined {
  const text = words.replace(/^的/, "").replace(/(?:、|,|和|与|及|以及|或|共|并|其中|超过?|近|约|达到?|的)+$/, "");
  if (text === "" || NO_NOUN.test(words)) return undefined;
  const relative = text.indexOf("的", 1);
  const predicate = findPredicate(text, relative === -1 || relative > 24 ? 0 : relative + 1);
  return predicate === -1
    ? { noun: text, predicate: "" }
    : { noun: text.slice(0, predicate), predicate: text.slice(predicate) };
}

/**
 * Whether the noun must stand behind the figure, given the words before it:
 * nothing, a verb whose object follows, or a preposition.
 */
export function wantsCounted(before: string): boolean {
  return before === "" || /[向与对为给由将把的等及和]$/.test(before) || endsWithGoverningVerb(before);
}
