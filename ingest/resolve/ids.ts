/**
 * Ids come from content, never from chance: reading the same again yields the
 * same graph, and links to it keep working. Stored graphs depend on them.
 */
import { createHash } from "node:crypto";

import type { DocumentId, EntityId, EntityType, ObservationId, PassageId } from "../../server/contract/index.ts";

/** Keeps ("ab", "c") and ("a", "bc") apart. */
const SEPARATOR = "\u001f";
const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
/** 60 bits: with a million things of one kind the chance that any two collide is below 1 in 2,000,000. */
const ID_LENGTH = 12;

/**
 * The id of an entity of `type` with these keys: its canonical name, and for a
 * region its administrative code where it has one.
 *
 * Letter case, character width and spacing do not count.
 */
export function entityId(type: EntityType, keys: readonly string[]): EntityId {
  return `${kebab(type)}-${digest([type, ...keys.map(normalizeKey)])}` as EntityId;
}

export function documentId(origin: string): DocumentId {
  return `document-${digest(["Document", origin])}` as DocumentId;
}

/** @param index position of the passage in its document, from 0 */
export function passageId(document: DocumentId, index: number): PassageId {
  return `passage-${document.slice("document-".length)}-${index}` as PassageId;
}

export function observationId(passage: PassageId, keys: readonly string[]): ObservationId {
  return `observation-${digest(["Observation", passage, ...keys])}` as ObservationId;
}

function digest(parts: readonly string[]): string {
  const bytes = createHash("sha256").update(parts.join(SEPARATOR)).digest();
  let id = "";
  for (let bit = 0; id.length < ID_LENGTH; bit += 5) {
    const at = bit >> 3;
    const pair = (bytes[at]! << 8) | bytes[at + 1]!;
    id += BASE32[(pair >> (11 - (bit & 7))) & 31];
  }
  return id;
}

function kebab(type: string): string {
  return type.replace(/(?<=[a-z])(?=[A-Z])/g, "-").toLowerCase();
}

function normalizeKey(key: string): string {
  // NFKC, not NFC: "Ａ公司" typed in full width is the same company as "A公司".
  return key.normalize("NFKC").replace(/\s+/g, "").toLowerCase();
}
