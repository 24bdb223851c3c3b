/** Where decisions meet the names of documents: what they bring together, what they keep apart. */
import type { EntityId, RegionLevel } from "../../../server/contract/index.ts";
import { regionByCode } from "../../lexicon/index.ts";
import { decidedCity, decidedCode, decidedId } from "../decisions/decision-book.ts";
import type { DecisionBook } from "../decisions/decision-book.ts";
import type { DecidedName, Decision } from "../decisions/decisions.ts";
import { entityId } from "../ids.ts";
import type { Barrier, Edge } from "./clusters.ts";
import type { Part } from "./name-corpus.ts";

/** What the entity of several names is. */
export interface Canonical extends Pick<Part, "id" | "type" | "name"> {
  readonly key: string;
  readonly code?: string | undefined;
  readonly level?: RegionLevel | undefined;
}

export class DecidedParts {
  readonly edges: Edge[] = [];
  readonly barriers: Barrier[] = [];
  readonly unused: Decision[] = [];
  /** By key: the decided name that stays, and what it is called. */
  readonly first = new Map<string, Omit<Canonical, "key">>();
  readonly #byOwnId = new Map<EntityId, Part[]>();
  readonly #apart: (readonly (readonly Part[])[])[] = [];

  constructor(parts: readonly Part[], book: DecisionBook) {
    for (const part of parts) {
      const own = this.#byOwnId.get(part.ownId);
      if (own === undefined) this.#byOwnId.set(part.ownId, [part]);
      else own.push(part);
    }
    const detached = new Set<Part>();
    for (const decision of book.decisions) this.#take(decision, detached);
    for (const own of this.#byOwnId.values()) this.#joinScopes(own, detached);
  }

  /** Whether a decision says that these are different. */
  areApart(a: Part, b: Part): boolean {
    return this.#apart.some((groups) => {
      const [x, y] = [a, b].map((part) => groups.findIndex((group) => group.includes(part)));
      return x !== -1 && y !== -1 && x !== y;
    });
  }

  #take(decision: Decision, detached: Set<Part>): void {
    const found = decision.names.map((name) =>
      decision.decide === "type"
        ? (this.#byOwnId.get(entityId(decision.to, [name.name])) ?? [])
        : this.#partsOf(name, decision),
    );
    if (found.every((each) => each.length === 0)) {
      this.unused.push(decision);
      return;
    }
    if (decision.decide === "type") return;
    if (decision.decide === "different") {
      this.barriers.push({ number: decision.number, groups: found.map((own) => own.map(({ key }) => key)) });
      this.#apart.push(found);
      // What is another's name elsewhere stands alone in the documents that are spoken of.
      if (decision.documents !== null) for (const part of found.slice(1).flat()) detached.add(part);
      return;
    }
    if (decision.decide === "rename") this.#rename(decision, found[0]!);
    else this.#unite(decision, found, detached);
  }

  #rename({ number, names: [{ type }], to }: Extract<Decision, { decide: "rename" }>, renamed: readonly Part[]): void {
    // A region keeps the id of its code; everything else has that of its new name, which documents may use already.
    const id = type === "Region" && renamed[0] !== undefined ? renamed[0].id : entityId(type, [to]);
    const key = `renamed ${number}`;
    this.first.set(key, { id, type, name: to });
    const namesakes = this.#byOwnId.get(entityId(type, [to])) ?? [];
    for (const part of [...renamed, ...namesakes]) this.#join(key, part.key, number);
  }

  #unite(
    { number, names: [kept, ...others], documents }: Extract<Decision, { decide: "same" | "different" }>,
    [, ...found]: readonly (readonly Part[])[],
    detached: Set<Part>,
  ): void {
    const key = firstKey(kept!);
    // The name that stays is meant as it is everywhere, also where only some documents are spoken of.
    const parts = this.#partsEverywhere(kept!);
    const region = kept!.type === "Region" ? regionByCode(decidedCode(kept!) ?? "") : undefined;
    this.first.set(key, {
      id: parts[0]?.id ?? decidedId(kept!),
      type: kept!.type,
      name: kept!.name,
      code: region?.code ?? undefined,
      level: region?.level,
    });
    for (const part of parts) this.#join(key, part.key, number);
    others.forEach((name, i) => {
      for (const part of found[i]!) {
        this.#join(key, part.key, number);
        if (documents !== null) detached.add(part);
      }
      // A name that comes first in another decision brings what that one unites.
      if (documents === null) this.#join(key, firstKey(name), number);
    });
  }

  #join(a: string, b: string, decision: number): void {
    this.edges.push({ a, b, rule: "decision", decision });
  }

  #partsEverywhere(name: DecidedName): Part[] {
    const city = name.type === "Region" ? undefined : decidedCity(name);
    return (this.#byOwnId.get(decidedId(name)) ?? []).filter((part) => city === undefined || part.city === city);
  }

  #partsOf(name: DecidedName, { documents, number }: Decision): Part[] {
    const parts = this.#partsEverywhere(name);
    return documents === null ? parts : parts.filter(({ scope }) => scope.split(",").includes(String(number)));
  }

  /** A name is one in all documents, but where a decision takes it elsewhere in some. */
  #joinScopes(own: readonly Part[], detached: ReadonlySet<Part>): void {
    for (const [i, part] of own.entries()) {
      if (detached.has(part)) continue;
      const other = own.slice(i + 1).find((next) => next.city === part.city && !detached.has(next));
      if (other !== undefined) this.edges.push({ a: part.key, b: other.key, rule: "same-writing" });
    }
  }
}

function firstKey(name: DecidedName): string {
  return `same ${decidedId(name)} ${decidedCity(name) ?? ""}`;
}
