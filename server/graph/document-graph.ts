/**
 * Everything that one document says, ready to be written.
 *
 * The ids of a document, its passages and its observations are its own: no
 * other origin may use them. A claim joins two different entities.
 *
 * It is the unit of loading: `GraphStore.write` replaces, in one transaction,
 * whatever the same origin said before. A relation, a mention and an
 * observation each name the passage that supports them; without one they
 * cannot be expressed.
 */
import type {
  Document,
  Entity,
  EntityId,
  Mention,
  Observation,
  Passage,
  PassageId,
  RelationStatus,
  RelationType,
} from "../contract/index.ts";

export interface DocumentGraph {
  readonly document: Document;
  readonly passages: readonly Passage[];
  readonly entities: readonly StatedEntity[];
  readonly mentions: readonly Mention[];
  readonly claims: readonly Claim[];
  readonly observations: readonly Observation[];
  /** Absent where resolution left the document as it is. */
  readonly said?: Said;
}

/** An entity as this document knows it; the graph joins what all documents say. */
export interface StatedEntity extends Omit<Entity, "degree"> {
  /** Codes of the regions where this document puts it, sorted; tells bodies of one name apart. */
  readonly placedIn?: readonly string[];
  /** Why each of its other names is its: `rule: name`, sorted. */
  readonly reasons?: readonly string[];
  /** Ids that its names had by themselves, sorted: links to them lead here. */
  readonly formerIds?: readonly EntityId[];
}

/**
 * What the document said before its names were brought together with those of
 * others. It is kept beside what came of it, so that other documents and
 * decisions can bring them together otherwise, exactly, without its source.
 */
export interface Said extends Pick<DocumentGraph, "entities" | "mentions" | "claims" | "observations"> {
  /** What was brought together, in short: two documents with the same text were resolved alike. */
  readonly resolution: string;
}

/** One passage's support for one relation. */
export interface Claim {
  readonly type: RelationType;
  readonly from: EntityId;
  readonly to: EntityId;
  readonly status: RelationStatus;
  readonly passageId: PassageId;
  /** Date that the passage gives, else the document's: `2021`, `2021-05` or `2021-05-31`. */
  readonly date: string | null;
  readonly confidence: number;
  readonly method: string;
}
