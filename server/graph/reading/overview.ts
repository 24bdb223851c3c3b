/** What the first screen shows: types, the best-connected universities, the districts that most work with. */
import type { DocumentSummary, Overview, OverviewEntity, SchemaSummary } from "../../contract/index.ts";
import { ANY_RELATION } from "../cypher.ts";
import type { CypherEngine, Row } from "../engine.ts";
import { groupBy } from "../group-by.ts";
import { entityColumns, toEntity } from "../model/entity-node.ts";
import { readAsOf } from "./documents.ts";

const SHOWN = 12;
const NAMES_SHOWN = 5;

export async function readOverview(
  engine: CypherEngine,
  schema: SchemaSummary,
  recentDocuments: Promise<readonly DocumentSummary[]>,
  signal?: AbortSignal,
): Promise<Overview> {
  const [universities, districts, documents, asOf] = await Promise.all([
    readUniversities(engine, signal),
    readDistricts(engine, signal),
    recentDocuments,
    readAsOf(engine, signal),
  ]);
  return { ...schema, universities, districts, recentDocuments: documents, asOf };
}

async function readUniversities(engine: CypherEngine, signal?: AbortSignal): Promise<readonly OverviewEntity[]> {
  const rows = await engine.read(
    `MATCH (e:University) WHERE e.degree > 0 WITH e ORDER BY e.degree DESC, e.id LIMIT $limit
     MATCH (e)-[r${ANY_RELATION}]-(n:Entity)
     RETURN e.id AS id, ${entityColumns("e")}, n.name AS name, n.degree AS degree, r.status AS status`,
    { limit: SHOWN },
    signal,
  );
  return toOverviewEntities(rows).sort(byNumberShown);
}

/** Not as labels: Neo4j would begin at all universities and institutes of the graph. */
const IS_PARTNER = "any(label IN labels(n) WHERE label IN ['University', 'ResearchInstitute'])";

/** Cities and counties with most universities and institutes one relation away. */
async function readDistricts(engine: CypherEngine, signal?: AbortSignal): Promise<readonly OverviewEntity[]> {
  const rows = await engine.read(
    `MATCH (e:Region) WHERE e.level IN ['city', 'county'] WITH e
     MATCH (e)-[${ANY_RELATION}]-(n:Entity) WHERE ${IS_PARTNER}
     WITH e, count(DISTINCT n.id) AS partners ORDER BY partners DESC, e.id LIMIT $limit
     MATCH (e)-[r${ANY_RELATION}]-(n:Entity) WHERE ${IS_PARTNER}
     RETURN e.id AS id, ${entityColumns("e")}, n.name AS name, n.degree AS degree, r.status AS status`,
    { limit: SHOWN },
    signal,
  );
  return toOverviewEntities(rows).sort(byNumberShown);
}

function byNumberShown(a: OverviewEntity, b: OverviewEntity): number {
  return b.existing + b.planned - (a.existing + a.planned) || (a.entity.id < b.entity.id ? -1 : 1);
}

/** @param rows one a relation of an entity */
function toOverviewEntities(rows: readonly Row[]): OverviewEntity[] {
  return [...groupBy(rows, (row) => row["id"]).values()].map((own) => {
    const neighbors = [...groupBy(own, (row) => row["name"] as string)].map(([name, relations]) => ({
      name,
      degree: relations[0]?.["degree"] as number,
      isPlanned: relations.every((row) => row["status"] === "planned"),
    }));
    const planned = neighbors.filter(({ isPlanned }) => isPlanned).length;
    return {
      entity: toEntity(own[0]?.["labels"], own[0]?.["properties"]),
      existing: neighbors.length - planned,
      planned,
      with: neighbors
        .sort((a, b) => b.degree - a.degree || (a.name < b.name ? -1 : 1))
        .slice(0, NAMES_SHOWN)
        .map(({ name }) => name),
    };
  });
}
