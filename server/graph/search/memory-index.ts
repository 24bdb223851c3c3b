/**
 * The search index of a store that has none of its own: all names, pinyin and
 * initials as three long texts that are scanned. Entities that changed since
 * stand in a small index beside the large one until there are many of them.
 */
import type { EntityId, SearchMatch } from "../../contract/index.ts";
import { compareHits, matchEntity, wantsFuzzy } from "./match.ts";
import { IndexSegment } from "./index-segment.ts";
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
    if (this.#outdated.size > Math.max(REBUILD_AT, this.#base.size / 10)) this.#rebuild();
  }

  search(terms: SearchTerms, limit: number): SearchHits {
    this.#recentSegment ??= new IndexSegment([...this.#recent.values()]);
    const hits = new BestHits(limit);
    const isCurrent = (entity: SearchableEntity) => !this.#outdated.has(entity.id);
    const segments = [
      [this.#base, isCurrent],
      [this.#recentSegment, () => true],
    ] as const;
    for (const [segment, isWanted] of segments) segment.findAsTyped(terms, isWanted, hits.add);
    if (wantsFuzzy(terms, hits.total)) {
      for (const [segment, isWanted] of segments) segment.findFuzzily(terms, isWanted, hits.add);
    }
    return {
      hits: hits.best().flatMap(({ entity }) => {
        const found = matchEntity(terms, entity);
        return found === undefined ? [] : [{ entity, match: found.match }];
      }),
      total: hits.total,
    };
  }

  #rebuild(): void {
    const staying = this.#base.entities.filter(({ id }) => !this.#outdated.has(id));
    this.#base = new IndexSegment([...staying, ...this.#recent.values()]);
    this.#outdated.clear();
    this.#recent.clear();
  }
}

interface Hit {
  readonly tier: number;
  readonly entity: SearchableEntity;
}

/** The best so many hits, each entity once with its best tier, without sorting all of them. */
class BestHits {
  readonly #limit: number;
  readonly #tiers = new Map<EntityId, number>();
  readonly #kept: Hit[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  get total(): number {
    return this.#tiers.size;
  }

  readonly add = (tier: number, entity: SearchableEntity): void => {
    const known = this.#tiers.get(entity.id);
    if (known !== undefined && known <= tier) return;
    this.#tiers.set(entity.id, tier);
    if (known !== undefined) this.#drop(entity);
    this.#keep({ tier, entity });
  };

  best(): readonly Hit[] {
    return this.#kept;
  }

  #keep(hit: Hit): void {
    const last = this.#kept.at(-1);
    if (this.#kept.length === this.#limit && last !== undefined && compareHits(hit, last) > 0) return;
    let at = this.#kept.length;
    while (at > 0 && compareHits(hit, this.#kept[at - 1] as Hit) < 0) at -= 1;
    this.#kept.splice(at, 0, hit);
    if (this.#kept.length > this.#limit) this.#kept.pop();
  }

  #drop(entity: SearchableEntity): void {
    const at = this.#kept.findIndex((hit) => hit.entity === entity);
    if (at >= 0) this.#kept.splice(at, 1);
  }
}
