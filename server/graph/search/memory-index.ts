/**
 * The search index of a store that has none of its own: all names, pinyin and
 * initials as three long texts that are scanned. Entities that changed since
 * stand in a small index beside the large one until there are many of them.
 */
import type { EntityId, SearchMatch } from "../../contract/index.ts";
import { IndexSegment, NO_MATCH } from "./index-segment.ts";
import { compareHits, matchEntity, wantsFuzzy } from "./match.ts";
import type { SearchableEntity, SearchTerms } from "./searchable-entity.ts";

export interface SearchHits {
  /** Best first. */
  readonly hits: readonly { readonly entity: SearchableEntity; readonly match: SearchMatch }[];
  readonly total: number;
}

const REBUILD_AT = 2_000;

export class MemoryIndex {
  #base: IndexSegment;
  /** Entities of the base that changed or are gone. */
  readonly #outdated = new Set<EntityId>();
  readonly #recent = new Map<EntityId, SearchableEntity>();
  #recentSegment: IndexSegment | undefined;

  constructor(entities: readonly SearchableEntity[]) {
    this.#base = new IndexSegment(entities);
  }

  update(changed: readonly SearchableEntity[], removed: readonly EntityId[]): void {
    for (const entity of changed) {
      this.#outdated.add(entity.id);
      this.#recent.set(entity.id, entity);
    }
    for (const id of removed) {
      this.#outdated.add(id);
      this.#recent.delete(id);
    }
    this.#recentSegment = undefined;
  }

  search(terms: SearchTerms, limit: number): SearchHits {
    // Here and not with each write: while documents stream in nobody may be searching.
    if (this.#outdated.size > Math.max(REBUILD_AT, this.#base.entities.length / 10)) this.#rebuild();
    this.#recentSegment ??= new IndexSegment([...this.#recent.values()]);
    const segments = [this.#base, this.#recentSegment];
    const tiers = segments.map((segment) => segment.tiersAsTyped(terms));
    let best = this.#select(terms, segments, tiers, limit);
    if (wantsFuzzy(terms, best.total)) {
      segments.forEach((segment, index) => segment.addFuzzy(terms, tiers[index] as Uint8Array));
      best = this.#select(terms, segments, tiers, limit);
    }
    return {
      hits: best.hits.flatMap(({ entity }) => {
        const found = matchEntity(terms, entity);
        return found === undefined ? [] : [{ entity, match: found.match }];
      }),
      total: best.total,
    };
  }

  /** The best so many of all that have a tier. */
  #select({ type }: SearchTerms, segments: readonly IndexSegment[], tiers: readonly Uint8Array[], limit: number) {
    const best = new BestHits(limit);
    segments.forEach(({ entities }, segment) => {
      const own = tiers[segment] as Uint8Array;
      for (let index = 0; index < own.length; index += 1) {
        const tier = own[index] as number;
        if (tier === NO_MATCH) continue;
        const entity = entities[index] as SearchableEntity;
        if (type !== undefined && entity.type !== type) continue;
        if (segment === 0 && this.#outdated.size > 0 && this.#outdated.has(entity.id)) continue;
        best.add({ tier, entity });
      }
    });
    return best;
  }

  #rebuild(): void {
    const staying = this.#base.entities.filter(({ id }) => !this.#outdated.has(id));
    this.#base = new IndexSegment([...staying, ...this.#recent.values()]);
    this.#outdated.clear();
    this.#recent.clear();
    this.#recentSegment = undefined;
  }
}

interface Hit {
  readonly tier: number;
  readonly entity: SearchableEntity;
}

/** The best so many of the hits that are added, without sorting all of them. */
class BestHits {
  readonly hits: Hit[] = [];
  total = 0;
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(hit: Hit): void {
    this.total += 1;
    const last = this.hits.at(-1);
    if (this.hits.length === this.#limit && last !== undefined && compareHits(hit, last) > 0) return;
    let at = this.hits.length;
    while (at > 0 && compareHits(hit, this.hits[at - 1] as Hit) < 0) at -= 1;
    this.hits.splice(at, 0, hit);
    if (this.hits.length > this.#limit) this.hits.pop();
  }
}
