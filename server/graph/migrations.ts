/**
 * How a stored graph comes to be as this release wants it: steps in their
 * order, each recorded in the graph as a `(:Migration)` once it is done, so that
 * every step runs once, on a graph of any age and also on an empty one.
 *
 * A step may be cut off at any place and begun again, and two servers may run
 * it at once: that must come to the same. A step that was released is never
 * changed; what is to be otherwise is a new one.
 */
import { ENTITY_TYPE_NAMES, RELATION_TYPE_NAMES } from "../contract/index.ts";
import type { CypherEngine } from "./engine.ts";
import { StoreUnavailableError } from "./errors.ts";
import { ENTITY_SEARCH } from "./graph-schema.ts";
import type { GraphSchema } from "./graph-schema.ts";

export interface Migration {
  /** From 1, without gaps. */
  readonly version: number;
  readonly name: string;
  readonly schema?: GraphSchema;
  /** Brings data of before into the new form. */
  readonly convert?: (engine: CypherEngine) => Promise<void>;
}

export const MIGRATIONS: readonly Migration[] = [
  {
    version: 1,
    name: "unique ids of nodes, names indexed",
    schema: {
      unique: [
        { label: "Migration", property: "version" },
        { label: "Entity", property: "id" },
        { label: "Entity", property: "key" },
        { label: "Document", property: "id" },
        { label: "Document", property: "origin" },
        { label: "Passage", property: "id" },
        { label: "Observation", property: "id" },
        { label: "Atlas", property: "id" },
      ],
      indexed: [{ label: "Entity", property: "name" }],
    },
  },
  { version: 2, name: "full-text search over names, aliases and search keys", schema: { fullText: ENTITY_SEARCH } },
  { version: 3, name: "unique ids of relations", schema: { uniqueRelations: RELATION_TYPE_NAMES } },
  {
    version: 4,
    name: "documents in the order of their dates, entities in the order of their degrees and by former ids",
    schema: {
      indexed: [
        { label: "Document", property: "sortDate" },
        { label: "Observation", property: "indicator" },
        { label: "Entity", property: "formerIds" },
        { label: "Region", property: "level" },
        ...ENTITY_TYPE_NAMES.map((label) => ({ label, property: "degree" })),
      ],
    },
    convert: (engine) =>
      engine.write(async (tx) => {
        await tx.run("MATCH (d:Document) WHERE d.sortDate IS NULL SET d.sortDate = coalesce(d.date, '')");
      }),
  },
];

/**
 * Brings the graph up to this release.
 * @throws StoreUnavailableError for a graph that a later release has changed
 */
export async function migrate(engine: CypherEngine): Promise<void> {
  const applied = await readApplied(engine);
  const latest = MIGRATIONS.at(-1)?.version ?? 0;
  const later = applied.find((version) => version > latest);
  if (later !== undefined) {
    throw new StoreUnavailableError(
      `The graph was changed by a later release (migration ${later}; this one knows ${latest}). Start that release, or a later one.`,
    );
  }
  for (const migration of MIGRATIONS) {
    if (applied.includes(migration.version)) continue;
    if (migration.schema !== undefined) await engine.prepare(migration.schema);
    await migration.convert?.(engine);
    await record(engine, migration);
  }
}

async function readApplied(engine: CypherEngine): Promise<readonly number[]> {
  const rows = await engine.read("MATCH (m:Migration) WHERE m.version > 0 RETURN m.version AS version");
  return rows.map((row) => row["version"] as number);
}

async function record(engine: CypherEngine, { version, name }: Migration): Promise<void> {
  const appliedAt = new Date().toISOString();
  await engine.write((tx) =>
    tx.run("MERGE (m:Migration {version: $version}) ON CREATE SET m.name = $name, m.appliedAt = $appliedAt", {
      version,
      name,
      appliedAt,
    }),
  );
}
