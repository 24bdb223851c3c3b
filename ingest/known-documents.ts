/**
 * What the graph holds already, so that what has not changed is left alone and
 * one text under two origins is not counted as two sources.
 */
import type { DocumentRef } from "../server/contract/index.ts";

export type Known = "new" | "unchanged" | { readonly sameAs: string };

export class KnownDocuments {
  readonly #byOrigin = new Map<string, Pick<DocumentRef, "sha256" | "extractor">>();
  readonly #originsBySha256 = new Map<string, Set<string>>();

  constructor(documents: readonly DocumentRef[]) {
    for (const { origin, ...read } of documents) this.add(origin, read);
  }

  /** How these bytes, read by this extractor, compare with what is there. */
  compare(origin: string, sha256: string, extractor: string): Known {
    const known = this.#byOrigin.get(origin);
    if (known?.sha256 === sha256 && known.extractor === extractor) return "unchanged";
    const others = [...(this.#originsBySha256.get(sha256) ?? [])].filter((other) => other !== origin);
    return known?.sha256 !== sha256 && others[0] !== undefined ? { sameAs: others.sort()[0]! } : "new";
  }

  add(origin: string, read: Pick<DocumentRef, "sha256" | "extractor">): void {
    const replaced = this.#byOrigin.get(origin);
    if (replaced !== undefined) this.#originsBySha256.get(replaced.sha256)?.delete(origin);
    this.#byOrigin.set(origin, read);
    const origins = this.#originsBySha256.get(read.sha256);
    if (origins === undefined) this.#originsBySha256.set(read.sha256, new Set([origin]));
    else origins.add(origin);
  }

  holds(sha256: string): boolean {
    return (this.#originsBySha256.get(sha256)?.size ?? 0) > 0;
  }
}
