/**
 * All entities, figures and relations, a little at a time: memory does not grow
 * with the graph, and nothing is read before somebody takes what came before.
 *
 * Entities are taken in slices by their keys, which are spread evenly, so the
 * order is the same on every engine; hubs are cut by the keys of the other end.
 */
import type {
  Document,
  Entity,
  ExportedClaim,
  ExportedObservation,
  ExportedRelation,
  GraphCounts,
  PassageId,
} from "../../contract/index.ts";
import { ANY_RELATION } from "../cypher.ts";
import type { CypherEngine, CypherMap, Row } from "../engine.ts";
import { GraphChangedError } from "../errors.ts";
import { readAtlas } from "../model/atlas-node.ts";
import { toClaimEntries } from "../model/claim-entries.ts";
import type { ClaimEntry } from "../model/claim-entries.ts";
import { OBSERVATION_COLUMNS, passageColumns, toObservation, toPassage } from "../model/document-nodes.ts";
import { entityColumns, toEntity } from "../model/entity-node.ts";
import { relationColumns, toRelation } from "../model/relation-edge.ts";
import { readDocumentsById } from "./evidence.ts";
import { keySlices } from "./key-slices.ts";
import type { KeySlice } from "./key-slices.ts";

/** The graph as it was when this was asked for. */
export interface WholeGraph {
  readonly dataVersion: string;
  readonly counts: GraphCounts;
  /** @throws GraphChangedError as soon as something was written since */
  entities(): AsyncIterable<readonly Entity[]>;
  /** @throws GraphChangedError */
  observations(): AsyncIterable<readonly ExportedObservation[]>;
  /** @throws GraphChangedError */
  relations(): AsyncIterable<readonly ExportedRelation[]>;
}

/** About so many entities, relations and passages are in memory at once. */
export interface ExportSizes {
  readonly entities: number;
  readonly relations: number;
  readonly passages: number;
}

const SIZES: ExportSizes = { entities: 2_000, relations: 2_000, passages: 2_000 };

export async function readWholeGraph(
  engine: CypherEngine,
  signal?: AbortSignal,
  sizes: ExportSizes = SIZES,
): Promise<WholeGraph> {
  const { version, tallies } = await readAtlas(engine, signal);
  const reader = new Reader(engine, version, tallies.counts().entities, sizes, signal);
  return {
    dataVersion: version,
    counts: tallies.counts(),
    entities: () => reader.entities(),
    observations: () => reader.observations(),
    relations: () => reader.relations(),
  };
}

/** `WHERE` for a slice of the keys of a variable. */
const within = (variable: string, { from, to }: KeySlice) =>
  [
    ...(from === undefined ? [] : [`${variable}.key >= $from`]),
    ...(to === undefined ? [] : [`${variable}.key < $to`]),
    // The index is used for what is asked about the key.
    ...(from === undefined && to === undefined ? [`${variable}.key >= ''`] : []),
  ].join(" AND ");

/** An entity with the relations that begin at it. */
interface Hub {
  readonly key: string;
  readonly outgoing: number;
}

class Reader {
  readonly #engine: CypherEngine;
  readonly #version: string;
  readonly #slices: readonly KeySlice[];
  readonly #sizes: ExportSizes;
  readonly #signal: AbortSignal | undefined;

  constructor(
    engine: CypherEngine,
    version: string,
    entities: number,
    sizes: ExportSizes,
    signal: AbortSignal | undefined,
  ) {
    this.#engine = engine;
    this.#version = version;
    this.#slices = keySlices(Math.ceil(entities / sizes.entities));
    this.#sizes = sizes;
    this.#signal = signal;
  }

  async *entities(): AsyncGenerator<readonly Entity[]> {
    for (const slice of this.#slices) {
      const rows = await this.#read(`MATCH (e:Entity) WHERE ${within("e", slice)} RETURN ${entityColumns("e")}`, slice);
      yield rows.map((row) => toEntity(row["labels"], row["properties"])).sort(byId);
    }
  }

  async *observations(): AsyncGenerator<readonly ExportedObservation[]> {
    for (const slice of this.#slices) {
      const rows = await this.#read(
        `MATCH (e:Entity) WHERE ${within("e", slice)}
         MATCH (e)<-[:ABOUT]-(o:Observation)-[:SUPPORTED_BY]->(p:Passage)
         RETURN ${OBSERVATION_COLUMNS}, e.name AS subjectName`,
        slice,
      );
      yield rows
        .map((row) => ({ ...toObservation(row), subjectName: row["subjectName"] as string }))
        .sort((a, b) => compare(a.subjectId, b.subjectId) || byId(a, b));
    }
  }

  async *relations(): AsyncGenerator<readonly ExportedRelation[]> {
    for (const slice of this.#slices) {
      const rows = await this.#read(
        `MATCH (a:Entity) WHERE ${within("a", slice)}
         MATCH (a)-[r${ANY_RELATION}]->(b:Entity) RETURN a.key AS key, count(r) AS outgoing`,
        slice,
      );
      const hubs = rows.map((row): Hub => ({ key: row["key"] as string, outgoing: row["outgoing"] as number }));
      for (const batch of inBatches(
        hubs.sort((a, b) => compare(a.key, b.key)),
        this.#sizes.relations,
      )) {
        const [hub] = batch;
        const ofOne = batch.length === 1 ? Math.ceil(hub!.outgoing / this.#sizes.relations) : 1;
        for (const others of keySlices(ofOne)) yield* this.#relationsFrom(batch, others);
      }
    }
  }

  async *#relationsFrom(hubs: readonly Hub[], others: KeySlice): AsyncGenerator<readonly ExportedRelation[]> {
    const rows = await this.#read(
      `UNWIND $keys AS key MATCH (a:Entity {key: key})-[r${ANY_RELATION}]->(b:Entity) WHERE ${within("b", others)}
       RETURN ${relationColumns("r", "a", "b")}, properties(r) AS claims, a.name AS fromName, b.name AS toName`,
      { ...others, keys: hubs.map(({ key }) => key) },
    );
    const found = rows.map((row) => ({ row, entries: toClaimEntries(row["claims"] as CypherMap) }));
    found.sort((a, b) => compare(a.row["id"] as string, b.row["id"] as string));
    let batch: typeof found = [];
    let passages = 0;
    for (const each of found) {
      batch.push(each);
      passages += each.entries.length;
      if (passages < this.#sizes.passages) continue;
      yield await this.#withPassages(batch);
      batch = [];
      passages = 0;
    }
    if (batch.length > 0) yield await this.#withPassages(batch);
  }

  async #withPassages(
    found: readonly { readonly row: Row; readonly entries: readonly ClaimEntry[] }[],
  ): Promise<readonly ExportedRelation[]> {
    const ids = [...new Set(found.flatMap(({ entries }) => entries.map(({ passageId }) => passageId)))];
    const passages = new Map<PassageId, Row>();
    for (let begin = 0; begin < ids.length; begin += this.#sizes.passages) {
      const rows = await this.#engine.read(
        `UNWIND $ids AS id MATCH (p:Passage {id: id}) RETURN ${passageColumns("p")}`,
        { ids: ids.slice(begin, begin + this.#sizes.passages) },
        this.#signal,
      );
      for (const row of rows) passages.set((row["passage"] as CypherMap)["id"] as PassageId, row);
    }
    const documentIds = [...new Set(found.flatMap(({ entries }) => entries.map(({ documentId }) => documentId)))];
    const documents = await readDocumentsById(this.#engine, documentIds, this.#signal);
    await this.#refuseChange();
    return found.map(({ row, entries }) => ({
      ...toRelation(row),
      fromName: row["fromName"] as string,
      toName: row["toName"] as string,
      passages: entries.flatMap((entry) =>
        toClaim(entry, passages.get(entry.passageId), documents.get(entry.documentId)),
      ),
    }));
  }

  async #read(cypher: string, parameters: object): Promise<readonly Row[]> {
    const rows = await this.#engine.read(cypher, { ...parameters }, this.#signal);
    await this.#refuseChange();
    return rows;
  }

  /** What was read before and after a write does not make one graph. */
  async #refuseChange(): Promise<void> {
    const { version } = await readAtlas(this.#engine, this.#signal);
    if (version !== this.#version) throw new GraphChangedError();
  }
}

function toClaim(entry: ClaimEntry, row: Row | undefined, document: Document | undefined): ExportedClaim[] {
  if (row === undefined || document === undefined) return [];
  const { id, documentId: _, index: __, ...place } = toPassage(row["passage"], document.id);
  const { status, date, confidence, method } = entry;
  const { title, publisher, date: documentDate, url } = document;
  return [
    {
      passage: id,
      status,
      date,
      confidence,
      method,
      ...place,
      document: { id: document.id, title, publisher, date: documentDate, url },
    },
  ];
}

/** Each with as many relations as `size` at most; a hub that has more is a batch of its own. */
function* inBatches(hubs: readonly Hub[], size: number): Generator<readonly Hub[]> {
  let batch: Hub[] = [];
  let relations = 0;
  for (const hub of hubs) {
    if (batch.length > 0 && relations + hub.outgoing > size) {
      yield batch;
      batch = [];
      relations = 0;
    }
    batch.push(hub);
    relations += hub.outgoing;
  }
  if (batch.length > 0) yield batch;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const byId = (a: { readonly id: string }, b: { readonly id: string }) => compare(a.id, b.id);
