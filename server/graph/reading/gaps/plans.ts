/**
 * What was planned, and no document says since that it is there. Plans of one
 * body are one item: an institute to be built is one plan, though its builder
 * and its place are two statements.
 */
import type { EntityId, GapsRequest, RelationId } from "../../../contract/index.ts";
import { yearOf } from "../../../contract/index.ts";
import { ANY_RELATION } from "../../cypher.ts";
import { groupBy } from "../../group-by.ts";
import type { MatrixSources } from "../matrix/matrix.ts";
import type { RegionTree } from "../matrix/region-tree.ts";
import type { Draft, DraftItem } from "./draft.ts";

export async function findUnconfirmedPlans(
  { engine, regions: readRegions }: MatrixSources,
  request: GapsRequest,
  signal?: AbortSignal,
): Promise<Draft> {
  const regions = await readRegions(signal);
  const rows = await engine.read(
    `MATCH (a:Entity)-[r${ANY_RELATION}]->(b:Entity) WHERE r.status = 'planned'
     RETURN a.id AS subject, b.id AS other, r.id AS relation, r.lastDate AS date`,
    {},
    signal,
  );
  const plans = [...groupBy(rows, (row) => row["subject"] as EntityId)]
    .map(([subject, own]) => ({
      subject,
      own,
      date: own
        .map((row) => row["date"])
        .filter((date) => typeof date === "string")
        .toSorted()
        .at(-1) as string | undefined,
    }))
    .filter(({ subject, own }) =>
      isWithin(
        request,
        regions,
        subject,
        own.map((row) => row["other"] as EntityId),
      ),
    );
  const asked = plans.filter(
    ({ date }) => request.until === undefined || (date !== undefined && yearOf(date) <= request.until),
  );
  const subjects = asked.map(({ subject }) => subject);
  const [later, existing] = await Promise.all([
    engine.read(
      `UNWIND $subjects AS id MATCH (e:Entity {id: id})-[:STATED_IN]->(d:Document)
       RETURN id AS subject, d.date AS date`,
      { subjects },
      signal,
    ),
    engine.read(
      `UNWIND $subjects AS id MATCH (e:Entity {id: id})-[r${ANY_RELATION}]->(:Entity) WHERE r.status = 'existing'
       RETURN id AS subject, r.id AS relation`,
      { subjects },
      signal,
    ),
  ]);
  const datesOf = groupBy(later, (row) => row["subject"] as EntityId);
  const existingOf = groupBy(existing, (row) => row["subject"] as EntityId);
  const items = asked.map(({ subject, own, date }): DraftItem & { readonly order: string } => {
    const named = (datesOf.get(subject) ?? []).filter(
      (row) => date !== undefined && typeof row["date"] === "string" && row["date"] > date,
    );
    const otherwise = existingOf.get(subject) ?? [];
    const newest = named
      .map((row) => row["date"] as string)
      .toSorted()
      .at(-1);
    return {
      subject,
      about: null,
      order: `${otherwise.length > 0 ? 1 : 0} ${date ?? "9999"}`,
      reasons: [
        {
          kind: "planned",
          entities: [...new Set(own.map((row) => row["other"] as EntityId))],
          relations: own.map((row) => row["relation"] as RelationId),
          date: date ?? null,
        },
        { kind: "named-later", count: named.length, date: newest ?? null },
        ...(otherwise.length > 0
          ? [
              {
                kind: "exists-otherwise" as const,
                relations: otherwise.map((row) => row["relation"] as RelationId),
                count: otherwise.length,
              },
            ]
          : []),
      ],
    };
  });
  return {
    considered: plans.length,
    // Those that are there by no other statement first, the oldest plans before the newer.
    items: items.sort((a, b) => (a.order === b.order ? (a.subject < b.subject ? -1 : 1) : a.order < b.order ? -1 : 1)),
  };
}

/** A plan of a region, or one that a relation of it leads to. */
function isWithin(
  { region }: GapsRequest,
  regions: RegionTree,
  subject: EntityId,
  others: readonly EntityId[],
): boolean {
  if (region === undefined) return true;
  return [subject, ...others].some((id) => regions.regions.has(id) && regions.isWithin(id, region as EntityId));
}
