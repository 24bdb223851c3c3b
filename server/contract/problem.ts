/**
 * The body of every error answer (RFC 9457, `application/problem+json`) and the
 * closed list of codes. Clients show a message by `code`, never `detail`.
 */
export const PROBLEM_CODES = [
  "invalid_request",
  "invalid_query",
  "write_refused",
  "cross_site_refused",
  "sign_in_required",
  "right_missing",
  "too_many_requests",
  "entity_not_found",
  "relation_not_found",
  "document_not_found",
  "import_not_found",
  "query_not_found",
  "origin_not_found",
  "kept_not_found",
  "changed_meanwhile",
  "route_not_found",
  "method_not_allowed",
  "query_timeout",
  "query_cancelled",
  "query_memory",
  "too_large",
  "unsupported_media_type",
  "unreadable_document",
  "invalid_mapping",
  "invalid_decisions",
  "upload_aborted",
  "too_busy",
  "store_unavailable",
  "store_locked",
  "store_auth_failed",
  "store_full",
  "internal",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

export interface Problem {
  readonly type: "about:blank";
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly requestId?: string;
  /** One entry a field that was wrong. */
  readonly fields?: readonly { readonly path: string; readonly message: string }[];
  /** Where a query is wrong, from 1. */
  readonly position?: { readonly line: number; readonly column: number };
}
