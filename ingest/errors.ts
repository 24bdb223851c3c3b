/**
 * What can be wrong with what is read. Each says where, what, and what to do;
 * the pipeline turns them into rejections, and only `strict` makes one fatal.
 */
import type { Rejection } from "../server/contract/index.ts";

export abstract class IngestError extends Error {
  abstract readonly code: string;
}

/** Bytes that are no document: unknown format, binary, broken, or in no known encoding. */
export class UnreadableDocumentError extends IngestError {
  override readonly name = "UnreadableDocumentError";
  readonly code = "unreadable_document";
}

export class EmptyDocumentError extends IngestError {
  override readonly name = "EmptyDocumentError";
  readonly code = "empty_document";
}

export class DocumentTooLargeError extends IngestError {
  override readonly name = "DocumentTooLargeError";
  readonly code = "too_large";
  readonly limitBytes: number;
  constructor(message: string, limitBytes: number) {
    super(message);
    this.limitBytes = limitBytes;
  }
}

/** The declaration of a table does not fit the table, or is no declaration. */
export class InvalidMappingError extends IngestError {
  override readonly name = "InvalidMappingError";
  readonly code = "invalid_mapping";
  /** The text of a mapping that the table might have, where one can be guessed. */
  readonly proposal: string | undefined;
  constructor(message: string, options?: ErrorOptions & { readonly proposal?: string }) {
    super(message, options);
    this.proposal = options?.proposal;
  }
}

/** A file of decisions that cannot be used; says everything that is wrong with it. */
export class InvalidDecisionsError extends IngestError {
  override readonly name = "InvalidDecisionsError";
  readonly code = "invalid_decisions";
  readonly problems: readonly string[];
  constructor(file: string, problems: readonly string[], options?: ErrorOptions) {
    super(
      problems.length === 1
        ? `The decisions in "${file}" cannot be used: ${problems[0]}.`
        : `The decisions in "${file}" cannot be used:\n${problems.map((problem) => `  ${problem}`).join("\n")}`,
      options,
    );
    this.problems = problems;
  }
}

/** Under `strict`, the first thing that was rejected. */
export class RejectedError extends IngestError {
  override readonly name = "RejectedError";
  readonly code: string;
  readonly rejection: Rejection;
  constructor(rejection: Rejection) {
    // A message about a whole document names it.
    super(`${rejection.place === null ? "" : `${rejection.origin}, ${rejection.place}: `}${rejection.message}`);
    this.code = rejection.code;
    this.rejection = rejection;
  }
}
