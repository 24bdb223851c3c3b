/**
 * A rule of the catalogue: a named way in which sentences or names state a
 * relation. Its examples are its tests.
 */
import type { RelationStatus, RelationType } from "../../../../server/contract/index.ts";
import type { EntityIndex } from "../../extraction.ts";
import { bitsOf, canMatch, typesOf } from "./notation.ts";
import { isDenied } from "./polarity.ts";
import type { Reading } from "./reading.ts";
import { marksAmong } from "./statement.ts";
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
  readonly status?: RelationStatus | undefined;
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
  /** Its author's estimate of how often what it proposes is right, 0 to 1; measuring corrects it (`confidence.ts`). */
  readonly confidence: number;
  readonly examples: readonly Example[];
}

/** Reads one sentence at a time. */
export interface SentenceRule extends RuleHead {
  readonly scope: "sentence";
  /** Letters of the types of which a sentence must mention at least one. */
  readonly about: string;
  /** Sentences without these words are not looked at. */
  readonly cue?: RegExp;
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

/** Whether a rule has anything to look at in a statement. */
export function concerns({ about, cue }: SentenceRule, statement: Statement): boolean {
  return (bitsOf(about) & statement.typeBits) !== 0 && (cue === undefined || cue.test(statement.masked));
}

/** What the sentences and the document rules before said. */
export class Said {
  readonly all: SaidDraft[] = [];
  readonly #byEnd = { from: new Map<EntityIndex, SaidDraft[]>(), to: new Map<EntityIndex, SaidDraft[]>() };

  add({ type, from, to, statement, begin, end, status }: Draft, rule: Rule): void {
    const draft: SaidDraft = { type, from, to, statement, begin, end, status, rule };
    this.all.push(draft);
    for (const end of ["from", "to"] as const) {
      const known = this.#byEnd[end].get(draft[end]);
      if (known) known.push(draft);
      else this.#byEnd[end].set(draft[end], [draft]);
    }
  }

  /** Every draft that starts at the entity, or ends there. */
  of(entity: EntityIndex, end: "from" | "to" = "from"): readonly SaidDraft[] {
    return this.#byEnd[end].get(entity) ?? [];
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
  /** Where a capture's text first stands in the match; the match's begin where it took no part. */
  at(name: string): number;
}

export function* matches(statement: Statement, ...expressions: readonly RegExp[]): Generator<Match> {
  const { masked } = statement;
  for (const expression of expressions) {
    if (!canMatch(expression, masked)) continue;
    let next = 0;
    while (next <= masked.length) {
      // The expressions are shared, and a caller may use the same one before it goes on here.
      expression.lastIndex = next;
      const found = expression.exec(masked);
      if (!found) break;
      next = expression.lastIndex > found.index ? expression.lastIndex : found.index + 1;
      yield toMatch(statement, found);
    }
  }
}

function toMatch(statement: Statement, found: RegExpExecArray): Match {
  const begin = found.index;
  const [whole] = found;
  const captures = found.groups ?? {};
  const captured = (name: string) => captures[name] as string | undefined;
  return {
    statement,
    begin,
    end: begin + whole.length,
    text: (name) => captured(name) ?? "",
    has: (name) => captured(name) !== undefined,
    at: (name) => begin + Math.max(0, whole.indexOf(captured(name) ?? whole)),
    marks(name, letters) {
      const text = captured(name);
      if (text === undefined) return [];
      const types = typesOf(letters);
      return marksAmong(statement, text).filter((mark) => types.has(mark.type) && !isDenied(statement, mark.at));
    },
  };
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
