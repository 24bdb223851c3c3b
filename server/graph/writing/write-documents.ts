/**
 * Replaces what some origins said, in one transaction. What the graph holds
 * afterwards is a function of the documents that it has, whatever the order
 * they came in and however often.
 */
import type { EntityId } from "../../contract/index.ts";
import type { DocumentGraph } from "../document-graph.ts";
import type { WriteTransaction } from "../engine.ts";
import { InvalidGraphError } from "../errors.ts";
import { lockAtlas, writeAtlas } from "../model/atlas-node.ts";
import { entityKey } from "../relation-id.ts";
import type { SearchableEntity } from "../search/searchable-entity.ts";
import { applyChange } from "./apply-change.ts";
import { digestOf } from "./digest.ts";
import { changeEntities, changeRelations, claimedRelations, entitiesToReread, statementsOf } from "./graph-change.ts";
import {
  readDocuments,
  readEntities,
  readRelations,
  readStatementsAbout,
  readStatementsOf,
  refuseForeignIds,
} from "./stored-state.ts";

/** What an origin says from now on; null when it is forgotten. */
export interface OriginChange {
  readonly origin: string;
  readonly graph: DocumentGraph | null;
}

export interface WriteOutcome {
  /** Origins that the graph knew before. */
  readonly known: ReadonlySet<string>;
  /** For the search index: entities that are new or otherwise than before, and those that are gone. */
  readonly changedEntities: readonly SearchableEntity[];
  readonly removedEntities: readonly EntityId[];
}

/** @throws InvalidGraphError where ids collide with those of another origin */
export async function writeDocuments(tx: WriteTransaction, changes: readonly OriginChange[]): Promise<WriteOutcome> {
  const atlas = await lockAtlas(tx);
  const documents = await readDocuments(
    tx,
    changes.map(({ origin }) => origin),
  );
  const digests = new Map<DocumentGraph, string>();
  for (const { graph } of changes) if (graph !== null) digests.set(graph, await digestOf(graph));
  const open = changes.filter(({ origin, graph }) => {
    const stored = documents.get(origin);
    return graph === null ? stored !== undefined : stored?.digest !== digests.get(graph);
  });
  const known = new Set(documents.keys());
  if (open.length === 0) return { known, changedEntities: [], removedEntities: [] };

  const graphs = open.flatMap(({ graph }) => graph ?? []);
  const replaced = open.flatMap(({ origin }) => documents.get(origin) ?? []);
  const replacedIds = replaced.map(({ id }) => id);
  await refuseForeignIds(tx, idsOf(graphs), replacedIds);

  const statements = { removed: await readStatementsOf(tx, replacedIds), added: statementsOf(graphs) };
  const touched = new Set([...statements.removed, ...statements.added].map(({ entity }) => entity.id));
  const stored = await readEntities(tx, [...touched]);
  const reread = entitiesToReread(statements, stored);
  const others = await readStatementsAbout(tx, reread);
  const claimed = claimedRelations(graphs);
  const degrees = new Map([...stored.values()].map(({ id, degree }) => [entityKey(id), degree]));
  const degreeOf = (key: string) => degrees.get(key) ?? 0;
  // Of an entity that is new there are no relations yet: on a first load that is most of them.
  const mayExist = [...claimed].filter(([, { from, to }]) => stored.has(from) && stored.has(to)).map(([id]) => id);
  const relations = await readRelations(
    tx,
    new Set([...replaced.flatMap(({ relationIds }) => relationIds), ...mayExist]),
    degreeOf,
  );

  const outcome = await applyChange(tx, {
    removedDocuments: replaced,
    addedDocuments: graphs.map((graph) => ({ graph, digest: digests.get(graph) as string })),
    entities: changeEntities(statements, stored, reread, others),
    relations: changeRelations(relations, new Set(replacedIds), claimed),
    tallies: atlas.tallies,
    degreeOf,
  });
  await writeAtlas(tx, atlas.tallies);
  return { known, ...outcome };
}

function idsOf(graphs: readonly DocumentGraph[]) {
  const ids = {
    documents: graphs.map(({ document }) => document.id),
    passages: graphs.flatMap(({ passages }) => passages.map(({ id }) => id)),
    observations: graphs.flatMap(({ observations }) => observations.map(({ id }) => id)),
  };
  for (const [kind, list] of Object.entries(ids)) {
    const seen = new Set<string>();
    const twice = list.find((id) => seen.size === seen.add(id).size);
    if (twice !== undefined) {
      throw new InvalidGraphError(`Two of the documents that are written together use the id "${twice}" (${kind}).`);
    }
  }
  return ids;
}
