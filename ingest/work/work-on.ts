/**
 * The part of a document's way that needs no store: from bytes to a graph, or
 * to what is wrong with them. Several at once, since extraction is faster so.
 */
import type { Rejection } from "../../server/contract/index.ts";
import type { DocumentGraph } from "../../server/graph/index.ts";
import { IngestError, InvalidMappingError } from "../errors.ts";
import { extractSource, readInput } from "../extract-document.ts";
import { extractTextDocuments } from "../extract/index.ts";
import type { ExtractedDocument, Mapping } from "../extract/index.ts";
import type { Source } from "../read/index.ts";
import { resolveDocument } from "../resolve/resolve-document.ts";
import { faultOf } from "./fault.ts";

export interface WorkInput {
  readonly origin: string;
  readonly bytes: Uint8Array;
  readonly mapping?: string;
  /** What the document will say it was read by. */
  readonly extractor: string;
  /** Whether the text that offsets count in is wanted, too. */
  readonly withText?: boolean;
}

export interface WorkResult {
  /** Null where the document cannot be used; then the rejections say why. */
  readonly graph: DocumentGraph | null;
  readonly rejections: readonly Rejection[];
  /** The text that offsets count in, where it was asked for; tables have none. */
  readonly text?: string;
}

interface Read {
  readonly source: Source;
  readonly mapping: Mapping | undefined;
  readonly rejections: readonly Rejection[];
}

/** In the order of the inputs; each as if it were alone. */
export async function workOn(inputs: readonly WorkInput[]): Promise<WorkResult[]> {
  const read = await Promise.all(inputs.map(readOne));
  const extracted = extractTogether(read);
  return inputs.map((input, i) => {
    const document = read[i]!;
    if (!("source" in document)) return { graph: null, rejections: [document] };
    return finish(input, document, extracted.get(document));
  });
}

async function readOne(input: WorkInput): Promise<Read | Rejection> {
  try {
    return await readInput(input, input.bytes);
  } catch (error) {
    return toRejection(input.origin, error);
  }
}

/** The texts; where one of them stops extraction, none. */
function extractTogether(read: readonly (Read | Rejection)[]): ReadonlyMap<Read, ExtractedDocument> {
  const texts = read.flatMap((document) =>
    "source" in document && document.source.kind === "text" ? [{ document, source: document.source }] : [],
  );
  try {
    const extracted = extractTextDocuments(texts.map(({ source }) => source));
    return new Map(texts.map(({ document }, i) => [document, extracted[i]!]));
  } catch {
    // Each by itself then, so that it is told which one it was.
    return new Map();
  }
}

function finish(
  { origin, extractor, withText }: WorkInput,
  { source, mapping, rejections }: Read,
  known: ExtractedDocument | undefined,
): WorkResult {
  try {
    const extracted = known ?? extractSource(source, mapping);
    const resolved = resolveDocument(source, extracted, extractor);
    return {
      graph: resolved.graph,
      rejections: [...rejections, ...extracted.rejections, ...resolved.rejections],
      ...(withText === true && source.kind === "text" ? { text: source.text } : {}),
    };
  } catch (error) {
    return { graph: null, rejections: [...rejections, toRejection(origin, error)] };
  }
}

function toRejection(origin: string, error: unknown): Rejection {
  if (error instanceof IngestError) {
    const { code, message } = error;
    const proposal = error instanceof InvalidMappingError ? error.proposal : undefined;
    return { origin, place: null, code, message, ...(proposal === undefined ? {} : { proposal }) };
  }
  return faultOf(origin, String(error));
}
