/**
 * How well predictions agree with gold: document by document, on sets, the
 * counts of all documents together.
 *
 * An entity is right when its type and one of its names agree, a relation when
 * its type and both ends agree, an observation when subject, figure, kind and
 * year agree and the indicators resemble each other. `core` counts only what
 * planners ask for first.
 */
import type { EntityType, RelationType } from "../../server/contract/index.ts";

import type { AnnotatedEntity, AnnotatedFile, AnnotatedObservation, AnnotatedRelation } from "./annotated-file.ts";
import { matchOneToOne } from "./match.ts";
import { NameBook, fold, shareOne, similarity } from "./names.ts";
import { findImpliedPlaces } from "./places.ts";
import type { Score, Tally } from "./tally.ts";
import { Tallies } from "./tally.ts";

const CORE_ENTITIES = new Set<EntityType | undefined>([
  "Region",
  "University",
  "ResearchInstitute",
  "Laboratory",
  "HighTechZone",
  "InnovationPlatform",
  "Company",
]);
const CORE_RELATIONS = new Set<RelationType>([
  "LOCATED_IN",
  "PART_OF",
  "CO_BUILT_WITH",
  "AFFILIATED_WITH",
  "PARTNERS_WITH",
]);
const SAME_INDICATOR = 0.5;

export const MEASURES = [
  "core entities",
  "core relations",
  "entities",
  "relations",
  "observations",
  "entities (any type)",
  "relation status",
] as const;
export type Measure = (typeof MEASURES)[number];

export interface ScoredPair {
  /** How errors name the document. */
  readonly document: string;
  readonly gold: AnnotatedFile;
  readonly predicted: AnnotatedFile;
}

export interface ScoringError {
  readonly document: string;
  readonly kind: "missed" | "extra";
  readonly what: string;
}

export interface Evaluation {
  readonly measures: Readonly<Record<Measure, Score>>;
  /** By type of entity and relation. */
  readonly types: ReadonlyMap<string, Score>;
  /** By rule of relations: what each proposed, with other rules or alone; no gold. */
  readonly rules: ReadonlyMap<string, Score>;
  readonly errors: readonly ScoringError[];
}

export function evaluate(pairs: readonly ScoredPair[]): Evaluation {
  const run: Run = { measures: new Tallies(), types: new Tallies(), rules: new Tallies(), errors: [] };
  for (const measure of MEASURES) run.measures.add(measure, {});
  for (const pair of pairs) {
    const books = { gold: new NameBook(pair.gold.entities), predicted: new NameBook(pair.predicted.entities) };
    scoreEntities(pair, books, run);
    if (pair.gold.annotated?.includes("relations") !== false) scoreRelations(pair, books, run);
    scoreObservations(pair, books, run);
  }
  return {
    measures: Object.fromEntries(run.measures.scores()) as Record<Measure, Score>,
    types: run.types.scores(),
    rules: run.rules.scores(),
    errors: run.errors,
  };
}

interface Run {
  readonly measures: Tallies;
  readonly types: Tallies;
  readonly rules: Tallies;
  readonly errors: ScoringError[];
}

interface Books {
  readonly gold: NameBook;
  readonly predicted: NameBook;
}

function scoreEntities({ document, gold, predicted }: ScoredPair, books: Books, run: Run): void {
  const wanted = withNames(gold.entities, books.gold);
  const found = withNames(predicted.entities, books.predicted);
  const exact = matchOneToOne(
    wanted,
    found,
    (g, p) => g.entity.type === p.entity.type && shareOne(g.names, p.names),
    (g, p) => Number(fold(g.entity.name) === fold(p.entity.name)),
  );
  const anyType = matchOneToOne(
    wanted,
    found,
    (g, p) => shareOne(g.names, p.names),
    (g, p) => Number(g.entity.type === p.entity.type),
  );

  run.measures.add("entities (any type)", {
    gold: wanted.length,
    predicted: found.length,
    right: anyType.predictedFor.size,
  });
  const count = (type: EntityType, tally: Partial<Tally>) => {
    run.types.add(type, tally);
    run.measures.add("entities", tally);
    if (CORE_ENTITIES.has(type)) run.measures.add("core entities", tally);
  };
  for (const [at, { entity }] of wanted.entries()) {
    const isRight = exact.predictedFor.has(at);
    count(entity.type, { gold: 1, right: Number(isRight) });
    if (!isRight) run.errors.push({ document, kind: "missed", what: `entity ${entity.type} ${entity.name}` });
  }
  for (const [at, { entity }] of found.entries()) {
    count(entity.type, { predicted: 1 });
    if (!exact.usedPredictions.has(at)) {
      run.errors.push({ document, kind: "extra", what: `entity ${entity.type} ${entity.name}` });
    }
  }
}

function scoreRelations({ document, gold, predicted }: ScoredPair, books: Books, run: Run): void {
  const matching = matchOneToOne(
    gold.relations,
    predicted.relations,
    (g, p) =>
      g.type === p.type &&
      shareOne(books.gold.namesFor(g.from), books.predicted.namesFor(p.from)) &&
      shareOne(books.gold.namesFor(g.to), books.predicted.namesFor(p.to)),
    (g, p) => Number(g.status === p.status),
  );
  const implied = findImpliedPlaces(
    { book: books.gold, relations: gold.relations },
    { book: books.predicted, relations: predicted.relations },
    matching,
  );

  const count = (relation: AnnotatedRelation, book: NameBook, tally: Partial<Tally>) => {
    run.types.add(relation.type, tally);
    run.measures.add("relations", tally);
    if (isCoreRelation(relation, book)) run.measures.add("core relations", tally);
  };
  for (const [at, relation] of gold.relations.entries()) {
    if (implied.gold.has(at)) continue;
    const matched = matching.predictedFor.get(at);
    count(relation, books.gold, { gold: 1, right: Number(matched !== undefined) });
    if (matched === undefined) run.errors.push({ document, kind: "missed", what: describeRelation(relation) });
    else {
      const isSameStatus = predicted.relations[matched]!.status === relation.status;
      run.measures.add("relation status", { gold: 1, predicted: 1, right: Number(isSameStatus) });
    }
  }
  for (const [at, relation] of predicted.relations.entries()) {
    if (implied.predicted.has(at)) continue;
    count(relation, books.predicted, { predicted: 1 });
    const right = Number(matching.usedPredictions.has(at));
    for (const rule of relation.rules) run.rules.add(rule, { predicted: 1, right });
    if (!matching.usedPredictions.has(at)) {
      run.errors.push({ document, kind: "extra", what: describeRelation(relation) });
    }
  }
}

function scoreObservations({ document, gold, predicted }: ScoredPair, books: Books, run: Run): void {
  const matching = matchOneToOne(
    gold.observations,
    predicted.observations,
    (g, p) =>
      isSameNumber(g.value, p.value) &&
      g.year === p.year &&
      g.kind === p.kind &&
      fold(g.unit) === fold(p.unit) &&
      shareOne(books.gold.namesFor(g.region), books.predicted.namesFor(p.region)) &&
      similarity(g.indicator, p.indicator) >= SAME_INDICATOR,
    (g, p) => similarity(g.indicator, p.indicator),
  );
  run.measures.add("observations", {
    gold: gold.observations.length,
    predicted: predicted.observations.length,
    right: matching.predictedFor.size,
  });
  for (const [at, observation] of gold.observations.entries()) {
    if (!matching.predictedFor.has(at)) {
      run.errors.push({ document, kind: "missed", what: describeObservation(observation) });
    }
  }
  for (const [at, observation] of predicted.observations.entries()) {
    if (!matching.usedPredictions.has(at)) {
      run.errors.push({ document, kind: "extra", what: describeObservation(observation) });
    }
  }
}

function withNames(entities: readonly AnnotatedEntity[], book: NameBook) {
  return entities.map((entity, at) => ({ entity, names: book.names[at]! }));
}

function isCoreRelation({ type, from, to }: AnnotatedRelation, book: NameBook): boolean {
  return CORE_RELATIONS.has(type) && CORE_ENTITIES.has(book.typeFor(from)) && CORE_ENTITIES.has(book.typeFor(to));
}

function isSameNumber(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

function describeRelation({ type, from, to }: AnnotatedRelation): string {
  return `${type} ${from} -> ${to}`;
}

function describeObservation({ region, year, indicator, value, unit, kind }: AnnotatedObservation): string {
  return `observation ${region} ${year ?? "undated"} ${indicator} ${value}${unit} ${kind}`;
}
