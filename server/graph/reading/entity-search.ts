/**
 * Search over whatever finds candidates: the engine's own full-text index
 * where it has one, else an index in memory that follows the writes.
 */
import { ENTITY_TYPE_NAMES } from "../../contract/index.ts";
import type { Entity, EntityId, SearchAnswer, SearchRequest } from "../../contract/index.ts";
import { batches, labels } from "../cypher.ts";
import type { CypherEngine } from "../engine.ts";
import { readAtlas } from "../model/atlas-node.ts";
import { toSearchableEntity } from "../model/entity-node.ts";
import { compareHits, matchEntity, TIERS, wantsFuzzy } from "../search/match.ts";
import { MemoryIndex } from "../search/memory-index.ts";
import type { SearchHits } from "../search/memory-index.ts";
import { toSearchTerms } from "../search/search-terms.ts";
import type { SearchableEntity, SearchTerms } from "../search/searchable-entity.ts";
import { readEntities } from "./entities.ts";

/** Columns of an entity bound to `e`; `toSearchableEntity` reads them. */
const SEARCH_COLUMNS =
  "labels(e) AS labels, e.id AS id, e.name AS name, e.aliases AS aliases, " +
  "e.pinyin AS pinyin, e.initials AS initials, e.degree AS degree";

export class EntitySearch {
  readonly #engine: CypherEngine;
  #index: Promise<MemoryIndex> | undefined;

  constructor(engine: CypherEngine) {
    this.#engine = engine;
  }

  /** Makes the index in the background, so that the first search need not wait for it. */
  warm(): void {
    if (this.#engine.searchCandidates !== undefined) return;
    this.#index ??= this.#makeIndex();
    this.#index.catch(() => {});
  }

  async search(request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer> {
    const terms = toSearchTerms(request.q, request.type);
    const { hits, total } = await this.#find(terms, request.limit, signal);
    const entities = await readEntities(
      this.#engine,
      hits.map(({ entity }) => entity.id),
      signal,
    );
    const byId = new Map<EntityId, Entity>(entities.map((entity) => [entity.id, entity]));
    const results = hits.flatMap(({ entity: { id }, match }) => {
      const entity = byId.get(id);
      return entity === undefined ? [] : [{ entity, match }];
    });
    return { results, total };
  }

  /** To be told after each commit. */
  update(changed: readonly SearchableEntity[], removed: readonly EntityId[]): void {
    // An index that is being made may have been read before the commit; what comes later corrects it.
    void this.#index?.then((index) => index.update(changed, removed)).catch(() => {});
  }

  async #find(terms: SearchTerms, limit: number, signal?: AbortSignal): Promise<SearchHits> {
    if (this.#engine.searchCandidates !== undefined) {
      if (terms.folded === "") return readBestConnected(this.#engine, terms, limit, signal);
      return rank(terms, await this.#engine.searchCandidates(terms, signal), limit);
    }
    this.#index ??= this.#makeIndex();
    return (await this.#index).search(terms, limit);
  }

  async #makeIndex(): Promise<MemoryIndex> {
    try {
      return new MemoryIndex(await readSearchableEntities(this.#engine));
    } catch (error) {
      this.#index = undefined;
      throw error;
    }
  }
}

/** All of them, in batches: one large answer would keep the engine from everybody else for seconds. */
async function readSearchableEntities(engine: CypherEngine): Promise<readonly SearchableEntity[]> {
  const found: SearchableEntity[] = [];
  for (const type of ENTITY_TYPE_NAMES) {
    const rows = await engine.read(`MATCH (e${labels([type])}) RETURN e.id AS id`);
    for (const batch of batches(rows.map((row) => row["id"]))) {
      const entities = await engine.read(`UNWIND $ids AS id MATCH (e:Entity {id: id}) RETURN ${SEARCH_COLUMNS}`, {
        ids: batch,
      });
      for (const row of entities) found.push(toSearchableEntity(row["labels"], row));
    }
  }
  return found;
}

/** For a query with nothing in it to look for; what a full-text index cannot answer. */
async function readBestConnected(
  engine: CypherEngine,
  terms: SearchTerms,
  limit: number,
  signal?: AbortSignal,
): Promise<SearchHits> {
  const types = terms.type === undefined ? ENTITY_TYPE_NAMES : [terms.type];
  // Each type has its index of degrees; the best of all are among the best of each.
  const best = types.map(
    (type) =>
      `MATCH (e${labels([type])}) WHERE e.degree >= 0
       WITH e ORDER BY e.degree DESC, size(e.name), e.id LIMIT $limit RETURN ${SEARCH_COLUMNS}`,
  );
  const [rows, { tallies }] = await Promise.all([
    engine.read(best.join(" UNION ALL "), { limit }, signal),
    readAtlas(engine, signal),
  ]);
  const { hits } = rank(
    terms,
    rows.map((row) => toSearchableEntity(row["labels"], row)),
    limit,
  );
  return { hits, total: types.reduce((sum, type) => sum + tallies.of(`entities_${type}`), 0) };
}

function rank(terms: SearchTerms, candidates: readonly SearchableEntity[], limit: number): SearchHits {
  const matched = candidates.flatMap((entity) => {
    const found = matchEntity(terms, entity);
    return found === undefined ? [] : [{ entity, ...found }];
  });
  const asTyped = matched.filter(({ tier }) => tier < TIERS.inOrder);
  const wanted = wantsFuzzy(terms, asTyped.length) ? matched : asTyped;
  return { hits: wanted.sort(compareHits).slice(0, limit), total: wanted.length };
}
