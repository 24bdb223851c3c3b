/** What the last words of a name say about the body: an inner unit, a branch, a place to settle in, an enclave. */

/** Bears its one owner's name and is a part of it. */
const INNER_UNIT = /(?:研发中心|分所|分院|分中心|分园|分部|分室|中试基地|中试平台|概念验证中心|概念验证平台)$/;
const BRANCH_OF_UNIVERSITY = /(?:校区|学院|分校|研究生院|研究生分院|分院|学部|医学部|系)$/;
const PLACE =
  /(?:园|园区|科技城|科学城|科创城|智谷|谷|小镇|新城|走廊|港|岛|湾|社区|街区|示范区|试验区|先行区|集聚区|创业园|科技园|产业园|城|基地)$/;
const ENCLAVE = /飞地|离岸/;
const PROPER_LABORATORY = /实验室$/;

export function isInnerUnit(name: string): boolean {
  return INNER_UNIT.test(name);
}

export function isBranchOfUniversity(name: string): boolean {
  return BRANCH_OF_UNIVERSITY.test(name);
}

/** Whether others settle in it, as in a park or a corridor. */
export function isPlace(name: string): boolean {
  return PLACE.test(name);
}

/** Run by one place inside another. */
export function isEnclave(name: string): boolean {
  return ENCLAVE.test(name);
}

/** 南湖实验室: the place is part of the proper name and does not say where it is. */
export function isProperLaboratory(name: string, anchorBegin: number, anchorEnd: number): boolean {
  return PROPER_LABORATORY.test(name) && anchorBegin === 0 && name.slice(anchorEnd).length <= 3;
}
