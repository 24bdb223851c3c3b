/** 分别: the k-th subject with the k-th object, or with the k-th group of objects (A、B和C、D). */
import type { EntityIndex } from "../../extraction.ts";
import type { Mark, Statement } from "./statement.ts";

/** Pairs every subject with every object, or one by one where the words between say 分别 and the numbers agree. */
export function distribute(
  statement: Statement,
  subjects: readonly Mark[],
  objects: readonly Mark[],
): (readonly [EntityIndex, EntityIndex])[] {
  const first = subjects.at(-1)?.at ?? 0;
  const last = objects[0]?.at ?? 0;
  const isRespective = /分别|分获|依次/.test(statement.masked.slice(first, last));
  const groups = isRespective ? groupsOf(statement, objects, subjects.length) : undefined;
  return subjects.flatMap((subject, i) =>
    (groups?.[i] ?? (isRespective && subjects.length > 1 ? [] : objects))
      .filter(({ entity }) => entity !== subject.entity)
      .map((object) => [subject.entity, object.entity] as const),
  );
}

/** As many groups as there are subjects; undefined where the objects do not divide so. */
function groupsOf(statement: Statement, objects: readonly Mark[], count: number): (readonly Mark[])[] | undefined {
  if (count < 2) return undefined;
  if (objects.length === count) return objects.map((object) => [object]);
  const groups: Mark[][] = [];
  objects.forEach((object, i) => {
    const before = objects[i - 1];
    const joint = before ? statement.masked.slice(before.at + 1, object.at) : "和";
    if (/和|与|以及/.test(joint)) groups.push([]);
    groups.at(-1)?.push(object);
  });
  return groups.length === count ? groups : undefined;
}
