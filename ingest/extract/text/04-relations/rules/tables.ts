/** Rows under a row of heads: 名称 | 依托单位 | 所在地 | 主攻方向. */
import type { RelationType } from "../../../../../server/contract/index.ts";
import type { Reading } from "../reading.ts";
import { entitiesOf, pairs } from "../rule.ts";
import type { DocumentRule, Draft } from "../rule.ts";
import type { Mark, Statement } from "../statement.ts";

interface Column {
  readonly head: RegExp;
  readonly type: RelationType;
  /** Types of the mentions in the column that count. */
  readonly types: readonly string[];
}

const BODY_HEAD = /^名称|平台名称|平台|机构|实验室|研究院|中心|园区|载体|单位名|企业名|基地|孵化器|空间/;
/** 学校名称 beside 实验室名称: whose the body of the row is; alone it names the bodies themselves. */
const OWNER_HEAD = /^(?:所属|所在|完成|责任|实施|牵头|申请|推荐|归口)?(?:学校|高校|院校|大学|企业|单位)(?:名称)?$/;
const BODIES = [
  "ResearchInstitute",
  "Laboratory",
  "InnovationPlatform",
  "HighTechZone",
  "Organization",
  "University",
  "Company",
];
const OWNERS = [
  "University",
  "ResearchInstitute",
  "Laboratory",
  "Company",
  "Government",
  "Organization",
  "InnovationPlatform",
];
const COLUMNS: readonly Column[] = [
  { head: /共建|合作建设|联合建设/, type: "CO_BUILT_WITH", types: [...OWNERS, "Region", "HighTechZone"] },
  { head: /合作/, type: "PARTNERS_WITH", types: OWNERS },
  { head: /牵头/, type: "LEADS", types: [...OWNERS, "Person"] },
  { head: /负责人|主任|院长|所长|理事长/, type: "LEADS", types: ["Person"] },
  {
    head: /依托|建设(?:单位|主体)|承建|承担|申报单位|主管|所属|举办|主办|归属|隶属/,
    type: "AFFILIATED_WITH",
    types: OWNERS,
  },
  {
    head: /所在|地点|地区|区县|位置|地址|园区|属地|市县|县区|辖区/,
    type: "LOCATED_IN",
    types: ["Region", "HighTechZone", "InnovationPlatform"],
  },
  { head: /领域|方向|产业|行业/, type: "FOCUSES_ON", types: ["Industry"] },
];

const OWNER_COLUMN: Column = {
  head: OWNER_HEAD,
  type: "AFFILIATED_WITH",
  types: ["University", "ResearchInstitute", "Company"],
};
const OWNED: ReadonlySet<string> = new Set(["ResearchInstitute", "Laboratory", "InnovationPlatform"]);

export const TABLE_RULES: readonly DocumentRule[] = [
  {
    id: "table-row",
    scope: "document",
    description: "The cells of a row relate to the body that it names as the heads of their columns say.",
    confidence: 0.92,
    examples: [
      {
        text: "|名称|依托单位|所在地|主攻方向|\n|[淮海稀土实验室|L]|[中国矿业大学|U]|[泉山区|R]|[稀土材料|F]|",
        relations: [
          "AFFILIATED_WITH 淮海稀土实验室 -> 中国矿业大学",
          "FOCUSES_ON 淮海稀土实验室 -> 稀土材料",
          "LOCATED_IN 淮海稀土实验室 -> 泉山区",
        ],
      },
      {
        text: "平台名称\t建设主体\t属地\n[淮海稀土中试基地|P]\t[彭城稀土|C]\t[泉山区|R]",
        relations: ["AFFILIATED_WITH 淮海稀土中试基地 -> 彭城稀土", "LOCATED_IN 淮海稀土中试基地 -> 泉山区"],
      },
      {
        text: "|名称|建设主体|进度|\n|[淮海稻麦研究院|I]|[泉山区人民政府|G]、[扬州大学|U]|拟共建|",
        relations: ["CO_BUILT_WITH 淮海稻麦研究院 -> 扬州大学", "CO_BUILT_WITH 淮海稻麦研究院 -> 泉山区人民政府"],
      },
      {
        text: "|序号|学校名称|实验室名称|\n|1|[中国矿业大学|U]|[淮海稀土实验室|L]|",
        relations: ["AFFILIATED_WITH 淮海稀土实验室 -> 中国矿业大学"],
      },
      { text: "|[淮海稀土实验室|L]|[中国矿业大学|U]|", relations: [] },
    ],
    *match(reading) {
      let heads: readonly string[] | undefined;
      for (const statement of reading.statements) {
        if (statement.sentence.block !== "row") {
          heads = undefined;
          continue;
        }
        const cells = cellsOf(statement);
        const own = headsOf(statement, cells);
        if (own) heads = own;
        else if (heads) yield* readRow(reading, statement, heads, cells);
      }
    },
  },
];

interface Cell {
  readonly begin: number;
  readonly end: number;
}

function cellsOf({ masked }: Statement): Cell[] {
  const cells: Cell[] = [];
  let begin = 0;
  for (let at = 0; at <= masked.length; at++) {
    if (at < masked.length && masked[at] !== "|") continue;
    cells.push({ begin, end: at });
    begin = at + 1;
  }
  return cells;
}

/** The row's texts where it reads like heads; undefined otherwise. */
function headsOf(statement: Statement, cells: readonly Cell[]): readonly string[] | undefined {
  const texts = cells.map(({ begin, end }) => statement.masked.slice(begin, end));
  const isHead = statement.marks.length === 0 && texts.some((text) => BODY_HEAD.test(text));
  return isHead && texts.filter((text) => text !== "").length > 1 ? texts : undefined;
}

function* readRow(
  reading: Reading,
  statement: Statement,
  heads: readonly string[],
  cells: readonly Cell[],
): Generator<Draft> {
  const marksOf = (index: number): readonly Mark[] => {
    const cell = cells[index];
    return cell ? statement.marks.filter(({ at }) => at >= cell.begin && at < cell.end) : [];
  };
  const bodyColumn = heads.findIndex(
    (head, i) => BODY_HEAD.test(head) && columnOf(head) === undefined && marksOf(i).length > 0,
  );
  const [body] = marksOf(bodyColumn).filter(({ type }) => BODIES.includes(type));
  if (!body) return;
  for (const [index, head] of heads.entries()) {
    const isOwner = OWNER_HEAD.test(head) && OWNED.has(body.type);
    const column = columnOf(head) ?? (isOwner ? OWNER_COLUMN : undefined);
    if (!column || index === bodyColumn) continue;
    const others = marksOf(index).filter(({ type }) => column.types.includes(type));
    // 甲人民政府、乙大学 | 拟共建: several of them, who build together.
    const isJoint =
      column.type === "AFFILIATED_WITH" &&
      others.length > 1 &&
      cells.some((cell, at) => at !== index && /共建|合建/.test(statement.masked.slice(cell.begin, cell.end)));
    const type = isJoint ? "CO_BUILT_WITH" : column.type;
    const isReversed = column.type === "LEADS" || column.type === "PARTNERS_WITH";
    for (const [a, b] of pairs([body.entity], entitiesOf(others))) {
      const [from, to] = isReversed ? [b, a] : [a, b];
      yield { type, from, to, statement, begin: body.at, end: body.at + 1 };
    }
  }
}

function columnOf(head: string): Column | undefined {
  return COLUMNS.find((column) => column.head.test(head));
}
