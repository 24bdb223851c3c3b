/**
 * The one node that speaks of the graph as a whole: which version of the data
 * it is, and how many there are of everything, so that no screen has to count.
 * Every write takes its lock first, which lines writers up on every engine.
 */
import { randomBytes } from "node:crypto";

import { ENTITY_TYPE_NAMES, RELATION_TYPE_NAMES } from "../../contract/index.ts";
import type { EntityType, GraphCounts, RelationType, SchemaSummary } from "../../contract/index.ts";
import { quoted } from "../cypher.ts";
import type { CypherEngine, CypherMap, WriteTransaction } from "../engine.ts";
import { StoreUnavailableError } from "../errors.ts";
import { GRAPH_FORMAT } from "../graph-schema.ts";

const ATLAS = "(a:Atlas {id: 'atlas'})";

/** @throws StoreUnavailableError for a graph that another release wrote in another form */
export async function prepareAtlas(engine: CypherEngine): Promise<void> {
  const [stored] = await engine.read(`MATCH ${ATLAS} RETURN a.format AS format`);
  if (stored === undefined) {
    await engine.write((tx) =>
      tx.run(`MERGE ${ATLAS} ON CREATE SET a.format = $format, a.version = $version`, {
        format: GRAPH_FORMAT,
        version: newVersion(),
      }),
    );
  } else if (stored["format"] !== GRAPH_FORMAT) {
    throw new StoreUnavailableError(
      `The graph has format ${String(stored["format"])}; this release reads format ${GRAPH_FORMAT}. ` +
        "Empty the store and import the documents again, or start the release that wrote it.",
    );
  }
}

export interface Atlas {
  readonly version: string;
  readonly tallies: Tallies;
}

export async function readAtlas(engine: CypherEngine, signal?: AbortSignal): Promise<Atlas> {
  return toAtlas(await engine.read(`MATCH ${ATLAS} RETURN properties(a) AS properties`, {}, signal));
}

/** Reads it, and keeps every other writer out until the transaction ends. */
export async function lockAtlas(tx: WriteTransaction): Promise<Atlas> {
  return toAtlas(await tx.run(`MATCH ${ATLAS} SET a.locked = true RETURN properties(a) AS properties`));
}

export async function writeAtlas(tx: WriteTransaction, tallies: Tallies): Promise<void> {
  const properties = { ...Object.fromEntries(tallies.entries()), version: newVersion() };
  await tx.run(`MATCH ${ATLAS} SET a += $properties`, { properties });
}

/** Null where there is none. Property keys of notes begin alike, so that they are never taken for tallies. */
export async function readNote(engine: CypherEngine, name: string, signal?: AbortSignal): Promise<string | null> {
  const [row] = await engine.read(`MATCH ${ATLAS} RETURN a.${quoted(`note_${name}`)} AS note`, {}, signal);
  return typeof row?.["note"] === "string" ? row["note"] : null;
}

export async function writeNote(tx: WriteTransaction, name: string, text: string | null): Promise<void> {
  await tx.run(`MATCH ${ATLAS} SET a += $note`, { note: { [`note_${name}`]: text } });
}

/** Of a graph that is made elsewhere, all but its `id`. */
export function newAtlasProperties(
  tallies: Tallies,
  notes: ReadonlyMap<string, string | null>,
): Record<string, unknown> {
  const kept = [...notes].flatMap(([name, text]) => (text === null ? [] : [[`note_${name}`, text] as const]));
  return {
    format: GRAPH_FORMAT,
    version: newVersion(),
    ...Object.fromEntries(tallies.entries()),
    ...Object.fromEntries(kept),
  };
}

function toAtlas([row]: readonly CypherMap[]): Atlas {
  const properties = row?.["properties"] as CypherMap | undefined;
  if (properties === undefined) {
    throw new StoreUnavailableError(
      "The graph has lost its (:Atlas) node. Empty the store and import the documents again.",
    );
  }
  return { version: properties["version"] as string, tallies: Tallies.from(properties) };
}

/** Random, so that a store that was emptied and filled again does not come back to an old version. */
const newVersion = () => randomBytes(9).toString("base64url");

type TallyName =
  | "documents"
  | "passages"
  | "observations"
  | `entities_${EntityType}`
  | `relations_${RelationType}`
  | `planned_${RelationType}`;

/** How many there are of everything, kept with each write. */
export class Tallies {
  readonly #counts: Map<string, number>;

  private constructor(counts: Map<string, number>) {
    this.#counts = counts;
  }

  static from(properties: CypherMap): Tallies {
    const counts = Object.entries(properties).filter(
      (entry): entry is [string, number] => typeof entry[1] === "number" && entry[0] !== "format",
    );
    return new Tallies(new Map(counts));
  }

  of(name: TallyName): number {
    return this.#counts.get(name) ?? 0;
  }

  add(name: TallyName, change: number): void {
    this.#counts.set(name, this.of(name) + change);
  }

  entries(): Iterable<[string, number]> {
    return this.#counts.entries();
  }

  schema(): SchemaSummary {
    return {
      entityTypes: ENTITY_TYPE_NAMES.map((type) => ({ type, count: this.of(`entities_${type}`) })),
      relationTypes: RELATION_TYPE_NAMES.map((type) => ({
        type,
        count: this.of(`relations_${type}`),
        planned: this.of(`planned_${type}`),
      })),
      counts: this.counts(),
    };
  }

  counts(): GraphCounts {
    const sum = (names: readonly TallyName[]) => names.reduce((total, name) => total + this.of(name), 0);
    return {
      entities: sum(ENTITY_TYPE_NAMES.map((type) => `entities_${type}` as const)),
      relations: sum(RELATION_TYPE_NAMES.map((type) => `relations_${type}` as const)),
      documents: this.of("documents"),
      passages: this.of("passages"),
      observations: this.of("observations"),
    };
  }
}
