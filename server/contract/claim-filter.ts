/**
 * The one filter that all views share, and what it means.
 *
 * It filters claims, not relations: a relation is in the filter when at least
 * one of its claims is, and it is as existing as the claims that are. So "in
 * the report of 2021 this was a plan" can be asked, and matrix, canvas, table
 * and map give the same answer to it. Runs in server and browser alike.
 */
import type { DocumentId, EntityId } from "./entity.ts";
import type { EntityType, RelationStatus } from "./ontology.ts";

export interface ClaimFilter {
  /** Null lets both pass. */
  readonly status: RelationStatus | null;
  /** Years of the claim's date, both included; null leaves that end open. An undated claim is in no span of years. */
  readonly fromYear: number | null;
  readonly toYear: number | null;
  /** Said by one of these; empty lets all pass. */
  readonly documents: readonly DocumentId[];
  /**
   * About one of these industries; empty lets all pass. A claim is about an
   * industry when its passage names it, or when a body at an end of the
   * relation focuses on it (see `FIELD_BODIES`).
   */
  readonly fields: readonly EntityId[];
}

export const NO_CLAIM_FILTER: ClaimFilter = { status: null, fromYear: null, toYear: null, documents: [], fields: [] };

/**
 * Bodies whose own fields say what their relations are about. Universities,
 * regions and authorities do everything: that one of them focuses on a field
 * somewhere says nothing about its other relations.
 */
export const FIELD_BODIES: readonly EntityType[] = ["ResearchInstitute", "Laboratory", "InnovationPlatform", "Company"];

/** What the filter looks at in a claim. */
export interface FilteredClaim {
  readonly status: RelationStatus;
  /** `2021`, `2021-05`, `2021-05-31` or null. */
  readonly date: string | null;
  readonly document: DocumentId;
  /** Whether it is about one of the fields; not looked at where none is asked for. */
  readonly isInField: boolean;
}

/** Whether the filter asks for more than a relation tells of itself. */
export function looksAtClaims({ fromYear, toYear, documents, fields }: ClaimFilter): boolean {
  return fromYear !== null || toYear !== null || documents.length > 0 || fields.length > 0;
}

/** Whether a claim is in the filter, its status aside. */
export function passesFilter(claim: FilteredClaim, filter: ClaimFilter): boolean {
  const { fromYear, toYear, documents, fields } = filter;
  if (fields.length > 0 && !claim.isInField) return false;
  if (documents.length > 0 && !documents.includes(claim.document)) return false;
  if (fromYear === null && toYear === null) return true;
  if (claim.date === null) return false;
  const year = yearOf(claim.date);
  return (fromYear === null || year >= fromYear) && (toYear === null || year <= toYear);
}

/**
 * The status of a relation by those of its claims that are in the filter;
 * undefined where the relation is not in it.
 */
export function statusWithin(claims: Iterable<FilteredClaim>, filter: ClaimFilter): RelationStatus | undefined {
  let status: RelationStatus | undefined;
  for (const claim of claims) {
    if (status === "existing") break;
    if (passesFilter(claim, filter)) status = claim.status;
  }
  return filter.status === null || filter.status === status ? status : undefined;
}

/** Of a date as exact as documents have it. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
