/**
 * A rule of the catalogue: a named way in which sentences or names state a
 * relation. Its examples are its tests.
 */
import type { RelationStatus, RelationType } from "../../../../server/contract/index.ts";
import type { EntityIndex } from "../../extraction.ts";
import { typesOf } from "./notation.ts";
import type { Reading } from "./reading.ts";
import { isDenied } from "./polarity.ts";
import { marksIn } from "./statement.ts";
import type { Mark, Statement } from "./statement.ts";

/** A relation as a rule proposes it, before status, constraints and merging. */
export interface Draft {
  readonly type: RelationType;
  readonly from: EntityIndex;
  readonly to: EntityIndex;
  readonly statement: Statement;
  /** Span of `statement.masked` that says so; decides the status. */
  readonly begin: number;
  readonly end: number;
  /** Where the words alone decide, whatever the clause looks like. */
  readonly status?: RelationStatus;
}

export interface Example {
  /** Mentions as `[浙江大学|U]`, with the letters of the notation; quotation marks and punctuation as usual. */
  readonly text: string;
  /** `CO_BUILT_WITH 甲研究院 -> 乙大学`, and ` (planned)` where it is; empty for a counter-example. */
  readonly relations: readonly string[];
  /** Canonical name of the document's region. */
  readonly region?: string;
  readonly mode?: "report" | "plan" | "gap";
}

interface RuleHead {
  readonly id: string;
  readonly description: string;
  /** How often what it proposes is right, 0 to 1. */
  readonly confidence: number;
  readonly examples: readonly Example[];
}

/** Reads one sentence at a time. */
export interface SentenceRule extends RuleHead {
  readonly scope: "sentence";
  /** Sentences without this are not looked at. */
  readonly cue: RegExp;
  match(statement: Statement, reading: Reading): Iterable<Draft>;
}

/** Reads the whole document, knowing what its sentences said. */
export interface DocumentRule extends RuleHead {
  readonly scope: "document";
  match(reading: Reading, said: Said): Iterable<Draft>;
}

export type Rule = SentenceRule | DocumentRule;

export interface SaidDraft extends Draft {
  readonly rule: Rule;
}

/** What the sentences and the document rules before said. */
export class Said {
  readonly all: SaidDraft[] = [];
  readonly #byEnd = new Map<string, SaidDraft[]>();

  add(draft: SaidDraft): void {
    this.all.push(draft);
    for (const key of [`from ${draft.from}`, `to ${draft.to}`]) {
      const known = this.#byEnd.get(key) ?? [];
      this.#byEnd.set(key, known);
      known.push(draft);
    }
  }

  /** Every draft that starts at the entity, or ends there. */
  of(entity: EntityIndex, end: "from" | "to" = "from"): readonly SaidDraft[] {
    return this.#byEnd.get(`${end} ${entity}`) ?? [];
  }

  /** Those of one type. */
  from(type: RelationType, entity: EntityIndex, end: "from" | "to" = "from"): readonly SaidDraft[] {
    return this.of(entity, end).filter((draft) => draft.type === type);
  }
}

/** One match of a pattern in a statement. */
export interface Match {
  readonly statement: Statement;
  readonly begin: number;
  readonly end: number;
  /** Text of a capture, empty where it took no part. */
  text(name: string): string;
  /** Whether a capture took part. */
  has(name: string): boolean;
  /** Mentions in a capture that are of these types and not denied. */
  marks(name: string, letters: string): readonly Mark[];
  /** Where a capture begins; the match's begin where it took no part. */
  at(name: string): number;
}

export function* matches(statement: Statement, ...expressions: readonly RegExp[]): Generator<Match> {
  for (const expression of expressions) {
    for (const found of statement.masked.matchAll(expression)) {
      const spans = found.indices!.groups ?? {};
      yield {
        statement,
        begin: found.index,
        end: found.index + found[0].length,
        text: (name) => found.groups?.[name] ?? "",
        has: (name) => spans[name] !== undefined,
        at: (name) => spans[name]?.[0] ?? found.index,
        marks(name, letters) {
          const span = spans[name];
          if (!span) return [];
          const types = new Set(typesOf(letters));
          return marksIn(statement, span[0], span[1]).filter(
            (mark) => types.has(mark.type) && !isDenied(statement, mark.at),
          );
        },
      };
    }
  }
}

/** Every pair of two lists of entities, an entity never with itself. */
export function* pairs(
  from: readonly EntityIndex[],
  to: readonly EntityIndex[],
): Generator<readonly [EntityIndex, EntityIndex]> {
  for (const a of new Set(from)) for (const b of new Set(to)) if (a !== b) yield [a, b];
}

export function entitiesOf(marks: readonly Mark[]): EntityIndex[] {
  return marks.map(({ entity }) => entity);
}
