/**
 * What search needs to know of an entity, and a query made ready for it.
 * Both are folded alike: Simplified, half width, lower case, no spaces.
 */
import type { EntityId, EntityType } from "../../contract/index.ts";

export interface SearchableEntity {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Full pinyin of the name and of each alias, in that order; empty where it has no Chinese character. */
  readonly pinyin: readonly string[];
  /** First letters of the same. */
  readonly initials: readonly string[];
  readonly degree: number;
}

export interface SearchTerms {
  /** As typed, trimmed. */
  readonly text: string;
  /** What names are compared with. */
  readonly folded: string;
  /** Lower-case letters only, where the query can be read as pinyin or initials; else null. */
  readonly letters: string | null;
  readonly type?: EntityType | undefined;
}
