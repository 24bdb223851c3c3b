/**
 * Units of measure: what must follow a number to make it a figure.
 *
 * Times (年, 个月, 天, 小时), parts (章, 页, 层) and sizes of products (纳米, 英寸)
 * are none: a number with them describes no region.
 */
import type { Magnitude } from "./number.ts";

/** Each with the characters, or words, that make it the beginning of another word (家庭, 项目, 位于). */
const MEASURES: readonly (readonly [measure: string, notBefore?: string | RegExp])[] = [
  ["个百分点"], ["百分点"], ["%"], ["‰"],
  ["美元"], ["欧元"], ["港元"], ["日元"], ["元", "旦器件素"],
  ["平方公里"], ["平方千米"], ["平方米"], ["平米"], ["立方米"], ["公顷"], ["亩", "均"], ["公里"], ["海里"],
  ["吨标准煤"], ["吨"], ["公斤"], ["斤"], ["架次"], ["辆次"], ["艘次"], ["航次"], ["台次"], ["车次"], ["趟"], ["席", "位卡地"], ["列", "入为车席举强出队"], ["单", "位个项体元一独价晶向"], ["标准箱"], ["标箱"], ["千瓦时"], ["度", "假过数量的之以为日"], ["千瓦"], ["兆瓦时"], ["兆瓦"], ["吉瓦时"], ["吉瓦"],
  ["GWh"], ["GW"], ["MWh"], ["MW"], ["TEU"], ["PFlops"], ["PFLOPS"], ["EFlops"], ["EFLOPS"], ["P", "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"],
  ["人次"], ["人年"], ["人", "才员民口工均群类社文本事数"], ["名", "牌单录列"], ["位次"], ["位", "于居列置一数"],
  ["个位次"], ["名次"], ["个", /月|小时|工作日|季度|学期|学年|星期|多[月小星]|半[月年小]|体(?![育系])|性|人(?![才工物])/],
  ["家次"], ["家", /庭|属|乡|居|具(?![有备])/], ["户次"], ["户", "籍外均"], ["项次"], ["项", /目(?!标)/], ["件套"], ["件"],
  ["台套"], ["台(套)"], ["台件"], ["台(件)"], ["台", "账阶风"], ["套"], ["条", "件例款约"], ["所", "有属得在以谓需占"], ["处", "理置于长"], ["座", "谈"],
  ["场次"], ["场", "所地景馆"], ["支", "持撑出付行"], ["只", /有|要|能(?!源)/], ["部", "门分署级委"], ["篇"], ["册"], ["份", "额"],
  ["种", "子植质业"], ["类", "型别"], ["批次"], ["批", "准复发"], ["次", "年日月"], ["期", "间末货刊望"], ["起", "到来草"],
  ["宗"], ["例", "如外"], ["对", "接外口标应于照象"], ["门", "类槛户"], ["幢"], ["栋"], ["间"], ["张"], ["枚"], ["笔"], ["颗"],
  ["株"], ["头", "部雁"], ["羽"], ["尾"], ["块"], ["片", "区"], ["款", "项"], ["艘"], ["架", "构"], ["辆"], ["口", "岸径"],
  ["卷"], ["集", "聚成中群团约"], ["组", "织建成"], ["倍", "增"], ["成", "不立果功为效员本长都交绩熟就型"],
  ["分", "钟之别为布院校中会类公行所支部级批层步工享析红离配散成阶期"],
]; // prettier-ignore

const PER = "(?:/(?:亩|人|户|吨|年|月|天|平方米|平方公里|公顷|万元|元|万人|件))?";
const MEASURE = new RegExp(
  [...MEASURES]
    .sort(([a], [b]) => b.length - a.length)
    .map(([measure, notBefore]) => escape(measure) + notFollowedBy(notBefore))
    .join("|")
    .replace(/^(.*)$/, `(?:$1)${PER}`),
  "y",
);

function notFollowedBy(words: string | RegExp | undefined): string {
  if (words === undefined) return "";
  return typeof words === "string" ? `(?![${words}])` : `(?!${words.source})`;
}

export interface WrittenUnit {
  /** With the magnitude in front: 亿元, 万件. */
  readonly unit: string;
  readonly end: number;
}

/** Reads the unit that begins at `at`, behind a number with `magnitude`. */
export function readUnit(text: string, at: number, magnitude: Magnitude): WrittenUnit | undefined {
  MEASURE.lastIndex = at;
  const measure = MEASURE.exec(text)?.[0];
  return measure === undefined ? undefined : { unit: magnitude + measure, end: at + measure.length };
}

/** Amounts of money, shares and areas can describe what is counted: 产值1亿元以上的企业20家. */
export function isMeasureOfAmount(unit: string): boolean {
  return /[元%‰亩吨顷]$|平方|成$/.test(unit);
}

function escape(text: string): string {
  return text.replace(/[()]/g, "\\$&");
}
