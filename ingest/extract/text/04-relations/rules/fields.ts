/** FOCUSES_ON as sentences state it: fields that somebody names as targets of its own action. */
import { distribute } from "../distribute.ts";
import { pattern } from "../notation.ts";
import { entitiesOf, matches, pairs } from "../rule.ts";
import type { Reading } from "../reading.ts";
import type { Match, SentenceRule } from "../rule.ts";
import { clauseIndexAt } from "../statement.ts";
import type { Statement } from "../statement.ts";
import type { Agents } from "../subjects.ts";

const FOCUSING =
  "(?:聚焦于|聚焦|围绕|主攻|深耕|专注于|专注|致力于|瞄准|锚定|紧扣|紧盯|立足|布局|抢占|抢抓|抢滩|从事|面向|攻关|突破|涉及|涵盖|投向|主导产业(?:是|为|包括)?|(?:研究|主攻|重点|服务|投资)(?:方向|领域)(?:是|为|包括|涵盖|有)?:?|重点(?:发展|支持|研究|突破|培育|攻关|推进|投向|布局)|形成了?|构建)";
const DEVELOPING =
  "(?:培育发展|培育壮大|培育|巩固|放大|做精|深化|开展|实施|组织实施|加强|攻克|发展壮大|发展|壮大|做强做优|做大做强|做强|做优|做大|打造|建设|推进|推动|促进|加快|加速|提升|振兴|招引|催生|布局)";
const KIND =
  "(?:[一二两三四五六七八九十\\d]{0,2}(?:大|个|条|类)?{~8}(?:产业|领域|方向|赛道|集群|产业链|方面|行业|技术|学科|高地|基地|经济|项目|科研|装备|优势|转型升级|转型|升级|发展|壮大|崛起|研究|攻关|研发))";

const FOCUS = pattern(`(?<verb>${FOCUSING})(?:了)?(?:以)?{~12}{field:F+}(?<tail>{等}${KIND}?)`);
const DEVELOP = pattern(`${DEVELOPING}(?:了)?(?:以)?{~10}{field:F+}(?<tail>{等}${KIND})`);
const IN_FIELDS = pattern(`在{~6}{field:F+}(?<tail>{等}(?:{~6}(?:领域|方面|方向|产业|行业|赛道)))`);
const OF_FIELD = pattern(`(?:申报|获批|创建|承担|开展){~10}{field:F+}(?:领域|方向|方面)`);
const LED_BY_FIELD = pattern(
  `(?:以{field:F+}{等}{~6}(?:为主导|为主|为核心|为特色|为重点|为方向|为主攻方向|为引领|为支撑|为龙头|为代表)|把{field2:F+}{等}{~6}作为)`,
);

/** 甲、乙两大主导产业: fields by which whoever is spoken of is known. */
const LEADING_FIELDS = pattern(
  `{field:F+}{等}(?:[一两二三四五六七八九十\\d]{1,2}(?:大|个|条|类))?(?:国家级?|省级?|市级?)?(?:主导|支柱|特色|优势|首位|战略性新兴|标志性)(?:优势|特色)?(?:产业|产业链|产业集群)`,
  /主导|支柱|特色|优势|首位|新兴|标志/,
);

const RESPECTIVELY = pattern(`依托{who:RZPILUC+}{等}分别{~8}{field:F+}`);

const ACTORS = "RUILZPCO";

/** 依托甲院在乙领域的成果: the field of 甲院. */
const OWN_FIELDS = pattern(`(?:依托|发挥|借助|利用){who:UILPC}在{~6}{field:F+}{等}(?:{~6}(?:领域|方面|方向))的`);
/** 双方在甲方面有合作空间: of neither. */
const HAS_ROOM = /^[^,;。]{0,10}(?:合作|发展)(?:空间|潜力|前景|机会)/;

/** 谋划布局甲实验室,聚焦乙: said of the laboratory; 引进甲研究院,发展乙产业: of the region. */
function subjectsOf(match: Match, { subjects }: Reading): Pick<Agents, "marks" | "entities"> {
  const { statement, begin } = match;
  const named = match.marks("who", ACTORS);
  if (named.length > 0) return { marks: named, entities: entitiesOf(named) };
  if (match.has("verb")) return subjects.bearers(statement, begin, ACTORS);
  const agents = subjects.agents(statement, begin, ACTORS);
  // 甲镇、乙镇建成基地,推动丙产业提质: what goes on is the county's doing.
  const passes = agents.source === "carried" && agents.marks.length > 1;
  const own = subjects.defaultOf(statement);
  return passes && own !== undefined ? { marks: [], entities: [own] } : agents;
}

function clauseText(statement: Statement, at: number): string {
  const { begin, end } = statement.clauses[clauseIndexAt(statement, at)]!;
  return statement.masked.slice(begin, end);
}

export const FIELD_RULES: readonly SentenceRule[] = [
  {
    id: "focuses-stated",
    scope: "sentence",
    about: "F",
    description: "Whoever acts names fields as its targets: 聚焦A、B等产业, 培育发展C产业集群, 在D领域取得突破.",
    confidence: 0.85,
    examples: [
      {
        text: "聚焦[锂电材料|F]、[钙产业|F]等重点产业。",
        region: "宜春市",
        relations: ["FOCUSES_ON 宜春市 -> 锂电材料", "FOCUSES_ON 宜春市 -> 钙产业"],
      },
      {
        text: "[宜春锂电研究院|I]围绕[固态电池|F]开展攻关。",
        relations: ["FOCUSES_ON 宜春锂电研究院 -> 固态电池"],
      },
      {
        text: "[宜春经开区|Z]和[袁州医药工业园|P]分别聚焦[锂电材料|F]、[固态电池|F]和[中药材|F]。",
        relations: [
          "FOCUSES_ON 宜春经开区 -> 锂电材料",
          "FOCUSES_ON 宜春经开区 -> 固态电池",
          "FOCUSES_ON 袁州医药工业园 -> 中药材",
        ],
      },
      {
        text: "依托[宜春锂电研究院|I]在[固态电池|F]等领域的成果。",
        region: "宜春市",
        relations: ["FOCUSES_ON 宜春锂电研究院 -> 固态电池"],
      },
      {
        text: "其中[锂电材料|F]、[中药材|F]两大主导产业占比分别为36%和21%。",
        region: "宜春市",
        relations: ["FOCUSES_ON 宜春市 -> 锂电材料", "FOCUSES_ON 宜春市 -> 中药材"],
      },
      {
        text: "以[宜春科技城|P]为核心,布局[锂电材料|F]、[固态电池|F]等产业。",
        region: "宜春市",
        relations: ["FOCUSES_ON 宜春科技城 -> 锂电材料", "FOCUSES_ON 宜春科技城 -> 固态电池"],
      },
      { text: "双方在[固态电池|F]等方面有较大合作空间。", region: "宜春市", relations: [] },
      { text: "[锂电材料|F]价格上涨。", region: "宜春市", relations: [] },
    ],
    *match(statement, reading) {
      const taken = new Set<number>();
      for (const match of matches(
        statement,
        RESPECTIVELY,
        OWN_FIELDS,
        FOCUS,
        DEVELOP,
        LED_BY_FIELD,
        LEADING_FIELDS,
        IN_FIELDS,
        OF_FIELD,
      )) {
        const fields = [...match.marks("field", "F"), ...match.marks("field2", "F")].filter(({ at }) => !taken.has(at));
        if (fields.length === 0) continue;
        for (const { at } of fields) taken.add(at);
        if (HAS_ROOM.test(statement.masked.slice(match.end, match.end + 16))) continue;
        const { marks, entities } = subjectsOf(match, reading);
        const all = marks.length > 0 ? distribute(statement, marks, fields) : pairs(entities, entitiesOf(fields));
        for (const [from, to] of all) {
          const span = { statement, begin: match.begin, end: match.end };
          // 围绕甲产业 in a plan tells of what is there; what is done about it may be to come.
          const isGiven = match.has("verb") && /^(?:聚焦|围绕|立足|主攻|紧扣|深耕)/.test(match.text("verb"));
          const isIntent =
            isGiven && statement.sentence.mode === "plan" && !/将|力争/.test(clauseText(statement, match.begin));
          yield { type: "FOCUSES_ON", from, to, ...span, ...(isIntent ? { status: "existing" } : {}) };
        }
      }
    },
  },
];
