/**
 * A first load of many millions: documents as the files that
 * `neo4j-admin database import` reads, and the command that reads them. What it
 * makes is the graph that writing the same documents makes.
 *
 * Memory does not grow with the documents: what has to be put together over
 * many of them, entities and relations, goes through files on the disk.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { EntityId, GraphCounts, RelationType } from "../../contract/index.ts";
import type { DocumentGraph } from "../document-graph.ts";
import { InvalidGraphError } from "../errors.ts";
import { newAtlasProperties, Tallies } from "../model/atlas-node.ts";
import { orderEntries, relationProperties } from "../model/claim-entries.ts";
import type { ClaimEntry } from "../model/claim-entries.ts";
import { observationProperties, passageProperties } from "../model/document-nodes.ts";
import { entityLabels, toNodeProperties } from "../model/entity-node.ts";
import { mergeStatements, statementProperties } from "../model/statement.ts";
import type { Statement } from "../model/statement.ts";
import { relationId } from "../relation-id.ts";
import type { GraphStore, NoteName } from "../store.ts";
import { documentProperties } from "../writing/apply-change.ts";
import { checkDocumentGraph } from "../writing/check-document-graph.ts";
import { digestOf } from "../writing/digest.ts";
import { Buckets } from "./buckets.ts";
import { importCommand } from "./import-command.ts";
import { TableFiles } from "./table-files.ts";

export interface ImportFilesOptions {
  /** Of the database that will be filled. */
  readonly database?: string;
  /** Files for what does not fit into memory at once: one for some hundred thousand entities is plenty. */
  readonly buckets?: number;
}

const BUCKETS = 64;

type ClaimRecord = { type: RelationType; from: EntityId; to: EntityId; entry: ClaimEntry };
/** What a document says of an entity, or one end of a relation. */
type EntityRecord = Statement | "end";

/** Takes documents as a store does; `finish` makes the files that can be imported. */
export class ImportFiles implements Pick<GraphStore, "origins" | "write" | "writeMany" | "setNote"> {
  readonly #folder: string;
  readonly #work: string;
  readonly #database: string;
  readonly #tables: TableFiles;
  readonly #claims: Buckets<ClaimRecord>;
  readonly #entities: Buckets<EntityRecord>;
  readonly #tallies = Tallies.from({});
  readonly #origins = new Set<string>();
  readonly #notes = new Map<NoteName, string | null>();

  /**
   * @param folder empty or missing
   * @throws InvalidGraphError
   */
  constructor(folder: string, { database = "neo4j", buckets = BUCKETS }: ImportFilesOptions = {}) {
    mkdirSync(folder, { recursive: true });
    if (readdirSync(folder).length > 0) throw new InvalidGraphError(`The folder ${folder} is not empty. Name another.`);
    this.#folder = folder;
    this.#work = join(folder, "unfinished");
    mkdirSync(this.#work);
    this.#database = database;
    this.#tables = new TableFiles(folder);
    this.#claims = new Buckets(this.#work, "claims", buckets);
    this.#entities = new Buckets(this.#work, "entities", buckets);
  }

  async origins(): Promise<readonly []> {
    return [];
  }

  /** @throws InvalidGraphError for a second document of one origin too: what is in a file stays there */
  async write(graph: DocumentGraph): Promise<void> {
    await this.writeMany([graph]);
  }

  /** All of them or, where one is wrong, none. @throws InvalidGraphError as `write` does */
  async writeMany(graphs: readonly DocumentGraph[]): Promise<void> {
    const batch = new Set<string>();
    for (const graph of graphs) {
      checkDocumentGraph(graph);
      const { origin } = graph.document;
      if (this.#origins.has(origin) || batch.size === batch.add(origin).size) {
        throw new InvalidGraphError(`"${origin}" comes twice; import files take each origin once.`);
      }
    }
    for (const graph of graphs) this.#add(graph, await digestOf(graph));
  }

  #add(graph: DocumentGraph, digest: string): void {
    const { document, passages, entities, claims, observations } = graph;
    this.#origins.add(document.origin);
    addDocument(this.#tables, graph, digest);
    this.#tallies.add("documents", 1);
    this.#tallies.add("passages", passages.length);
    this.#tallies.add("observations", observations.length);
    for (const { type, from, to, ...claim } of claims) {
      const entry = { ...claim, documentId: document.id };
      this.#claims.add(relationId(type, from, to), { type, from, to, entry });
    }
    for (const entity of entities) {
      this.#entities.add(entity.id, { documentId: document.id, documentDate: document.date, entity });
    }
  }

  async setNote(name: NoteName, text: string | null): Promise<void> {
    this.#notes.set(name, text);
  }

  /** Resolves to what the files hold. */
  async finish(): Promise<GraphCounts> {
    const [tables, tallies] = [this.#tables, this.#tallies];
    for (const group of this.#claims.groups()) addRelations(tables, group, this.#entities, tallies);
    for (const group of this.#entities.groups()) addEntities(tables, group, tallies);
    tables.node(["Atlas"], { head: "id:ID(Atlas)", value: "atlas" }, newAtlasProperties(tallies, this.#notes));
    tables.close();
    rmSync(this.#work, { recursive: true });
    writeFileSync(join(this.#folder, "import.sh"), importCommand(tables, this.#database), { mode: 0o755 });
    return tallies.counts();
  }
}

const entityStart = (id: string) => ({ head: ":START_ID(Entity)", value: id });

function addDocument(tables: TableFiles, graph: DocumentGraph, digest: string): void {
  const { document, passages, entities, mentions, observations } = graph;
  const { id: _, ...properties } = documentProperties(graph, digest);
  tables.node(["Document"], { head: "id:ID(Document)", value: document.id }, properties);
  const documentEnd = { head: ":END_ID(Document)", value: document.id };
  for (const passage of passages) {
    const { id: __, ...own } = passageProperties(passage);
    tables.node(["Passage"], { head: "id:ID(Passage)", value: passage.id }, own);
    tables.relation("FROM", { head: ":START_ID(Passage)", value: passage.id }, documentEnd);
  }
  for (const entity of entities) {
    tables.relation("STATED_IN", entityStart(entity.id), documentEnd, statementProperties(entity));
  }
  const seen = new Set<string>();
  for (const mention of mentions) {
    const key = JSON.stringify(mention);
    if (seen.size === seen.add(key).size) continue;
    const { entityId, passageId, surface, begin, end } = mention;
    const passageEnd = { head: ":END_ID(Passage)", value: passageId };
    tables.relation("MENTIONED_IN", entityStart(entityId), passageEnd, { surface, begin, end });
  }
  for (const observation of observations) {
    const { id: __, ...own } = observationProperties(observation);
    const start = { head: ":START_ID(Observation)", value: observation.id };
    tables.node(["Observation"], { head: "id:ID(Observation)", value: observation.id }, own);
    tables.relation("ABOUT", start, { head: ":END_ID(Entity)", value: observation.subjectId });
    tables.relation("SUPPORTED_BY", start, { head: ":END_ID(Passage)", value: observation.passageId });
  }
}

function addRelations(
  tables: TableFiles,
  group: ReadonlyMap<string, readonly ClaimRecord[]>,
  entities: Buckets<EntityRecord>,
  tallies: Tallies,
): void {
  for (const [id, records] of group) {
    const { type, from, to } = records[0]!;
    const properties = relationProperties(orderEntries(records.map(({ entry }) => entry)));
    tables.relation(type, entityStart(from), { head: ":END_ID(Entity)", value: to }, { id, ...properties });
    tallies.add(`relations_${type}`, 1);
    if (properties["status"] === "planned") tallies.add(`planned_${type}`, 1);
    for (const end of [from, to]) entities.add(end, "end");
  }
}

function addEntities(tables: TableFiles, group: ReadonlyMap<string, readonly EntityRecord[]>, tallies: Tallies): void {
  for (const [id, records] of group) {
    const statements = records.filter((record): record is Statement => record !== "end");
    const entity = mergeStatements(statements);
    const { id: _, ...properties } = toNodeProperties(entity, records.length - statements.length);
    tables.node(entityLabels(entity), { head: "id:ID(Entity)", value: id }, properties);
    tallies.add(`entities_${entity.type}`, 1);
  }
}
