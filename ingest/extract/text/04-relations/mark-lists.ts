/** The lists that the mentions of a sentence form, and those among them that can act. */
import type { EntityType } from "../../../../server/contract/index.ts";
import type { Mark, MarkList } from "./statement.ts";

const JOINT =
  /^(?:\([^()\n]{0,24}\))?(?:(?:教授|院士|专家|团队|课题组){0,3}、?|[^、,;:。!?|()的与和]{0,3}、|,?以及|及其|[、和与及暨—-]|、[^、,;:。!?|()]{1,14}[、和与及])?$/;

export function listsOf(masked: string, marks: readonly Mark[]): MarkList[] {
  const lists: Mark[][] = [];
  for (let i = 0; i < marks.length; i++) {
    const mark = marks[i]!;
    const before = i > 0 ? marks[i - 1] : undefined;
    const isJoined = before !== undefined && mark.at - before.at < 44 && isJoint(masked.slice(before.at + 1, mark.at));
    if (isJoined) lists.at(-1)!.push(mark);
    else lists.push([mark]);
  }
  return lists.map((list) => {
    const last = list.at(-1)!.at + 1;
    const bracket =
      masked[last] === "(" ? (/^\([^()\n]{0,24}\)/.exec(masked.slice(last, last + 26))?.[0].length ?? 0) : 0;
    return { marks: list, begin: list[0]!.at, end: last + bracket };
  });
}

const CANNOT_ACT: ReadonlySet<EntityType> = new Set<EntityType>(["Industry", "Programme", "Policy"]);

export function addRunsOfActors(actors: MarkList[], list: MarkList): void {
  if (!list.marks.some(({ type }) => CANNOT_ACT.has(type))) {
    actors.push(list);
    return;
  }
  const runs: Mark[][] = [[]];
  for (const mark of list.marks) {
    if (CANNOT_ACT.has(mark.type)) runs.push([]);
    else runs.at(-1)!.push(mark);
  }
  for (const marks of runs) if (marks[0]) actors.push({ marks, begin: marks[0].at, end: marks.at(-1)!.at + 1 });
}

function isJoint(between: string): boolean {
  return between === "" || between === "、" || JOINT.test(between);
}
