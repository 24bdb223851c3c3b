/** What the last words of a name say about the body: an inner unit, a branch, a place to settle in, an enclave. */

/** Bears its one owner's name and is a part of it. */
const INNER_UNIT =
  /(?:研发中心|分所|分院|分中心|分园|分部|分室|分基地|中试基地|中试平台|中试线|试验站|观测站|研究室|成果转化中心|概念验证中心|概念验证平台)$/;
const BRANCH = /(?:分所|分院|分中心|分园|分部|分室|分基地)$/;
const LABORATORY_UNIT = /(?:研究所|研究部|研究室|研究中心)$/;
const COMPANY_CENTRE = /(?:研发中心|技术中心|研究中心|创新中心|工程中心|设计中心|检测中心)$/;
const BRANCH_OF_UNIVERSITY = /(?:校区|学院|分校|研究生院|研究生分院|分院|学部|系)$/;
const PLACE =
  /(?:园|园区|科技城|科学城|科创城|智谷|谷|小镇|新城|港|岛|湾|社区|街区|示范区|试验区|先行区|集聚区|城|产业基地)$/;
const ENCLAVE = /飞地|离岸/;

const CORRIDOR = /(?:走廊|创新带|科创带|廊道|城市群|示范区|新区)$/;

export function isInnerUnit(name: string): boolean {
  return INNER_UNIT.test(name);
}

/** 分所, 分中心: works on what the whole works on. */
export function isBranch(name: string): boolean {
  return BRANCH.test(name);
}

/** An institute inside a laboratory, as against a platform that bears its name elsewhere. */
export function isLaboratoryUnit(name: string): boolean {
  return LABORATORY_UNIT.test(name);
}

/** A company's own centre, as against an institute that it runs. */
export function isCompanyCentre(name: string): boolean {
  return COMPANY_CENTRE.test(name);
}

export function isBranchOfUniversity(name: string): boolean {
  return BRANCH_OF_UNIVERSITY.test(name);
}

/** Whether others settle in it, as in a park. */
export function isPlace(name: string): boolean {
  return PLACE.test(name);
}

/** Run by one place inside another. */
export function isEnclave(name: string): boolean {
  return ENCLAVE.test(name);
}

/** 南湖实验室: the place is the proper name itself and does not say where the laboratory is. */
export function isProperLaboratory(name: string, begin: number, end: number): boolean {
  return name.endsWith("实验室") && begin === 0 && name.length - end <= 3;
}

/** Spans many zones and parks, which are its parts. */
export function isCorridor(name: string): boolean {
  return CORRIDOR.test(name);
}
