/** What documents say of one entity: the reasons for its names, and where they differ about it. */
import { SECOND_OPINION } from "../../contract/index.ts";
import type {
  ContradictingWord,
  Contradiction,
  DocumentId,
  EntityId,
  EntityStatements,
  NameReason,
  ObservationKind,
  PassageId,
  PropertyValue,
} from "../../contract/index.ts";
import type { CypherEngine, CypherMap, Row } from "../engine.ts";
import { groupBy } from "../group-by.ts";
import { toStatedEntity } from "../model/statement.ts";
import { readEntity } from "./entities.ts";
import { readDocumentsById } from "./evidence.ts";
import { indicatorName } from "./indicators/indicator-name.ts";

const MOST_NAMES = 200;
const MOST_CONTRADICTIONS = 50;

/** @throws EntityNotFoundError */
export async function readEntityStatements(
  engine: CypherEngine,
  id: EntityId,
  signal?: AbortSignal,
): Promise<EntityStatements> {
  const entity = await readEntity(engine, id, signal);
  const [names, figures, properties] = await Promise.all([
    readNames(engine, id, entity.name, signal),
    readFigures(engine, id, signal),
    Object.keys(entity.properties).length === 0 ? [] : readProperties(engine, id, signal),
  ]);
  const differing = [...figures, ...properties];
  const shown = differing.slice(0, MOST_CONTRADICTIONS);
  const ids = new Set(shown.flatMap(({ words }) => words.map(({ documentId }) => documentId)));
  const documents = await readDocumentsById(engine, [...ids], signal);
  return {
    names,
    contradictions: shown.map(({ words, ...contradiction }): Contradiction => ({
      ...contradiction,
      words: words.flatMap(({ documentId, value, unit, passageId }): ContradictingWord[] => {
        const document = documents.get(documentId);
        return document === undefined ? [] : [{ value, unit, document, passageId }];
      }),
    })),
    truncated: differing.length > shown.length,
  };
}

async function readNames(
  engine: CypherEngine,
  id: EntityId,
  shownName: string,
  signal?: AbortSignal,
): Promise<readonly NameReason[]> {
  const rows = await engine.read(
    `MATCH (e:Entity {id: $id})-[s:STATED_IN]->(d:Document) WHERE s.reasons IS NOT NULL
     UNWIND s.reasons AS reason
     RETURN reason, count(DISTINCT d.id) AS documents ORDER BY documents DESC, reason LIMIT $limit`,
    { id, limit: MOST_NAMES },
    signal,
  );
  return (
    rows
      .map((row): NameReason => {
        const reason = row["reason"] as string;
        const at = reason.indexOf(": ");
        return { rule: reason.slice(0, at), name: reason.slice(at + 2), documents: row["documents"] as number };
      })
      // A rule needs no reason for the name itself; what a model proposed says so.
      .filter(({ name, rule }) => name !== shownName || rule === SECOND_OPINION)
  );
}

/** What one document says, before the document is read. */
interface Word extends Omit<ContradictingWord, "document"> {
  readonly documentId: DocumentId;
  readonly date: string;
}

type Differing = Omit<Contradiction, "words"> & { readonly words: readonly Word[] };

/** Figures of one indicator, year, unit and kind that documents give different values; without a year they may be of different years. */
async function readFigures(engine: CypherEngine, id: EntityId, signal?: AbortSignal): Promise<readonly Differing[]> {
  const rows = await engine.read(
    `MATCH (e:Entity {id: $id})<-[:ABOUT]-(o:Observation)-[:SUPPORTED_BY]->(p:Passage)-[:FROM]->(d:Document)
     WHERE o.year IS NOT NULL
     RETURN o.indicator AS indicator, o.year AS year, o.unit AS unit, o.kind AS kind, o.value AS value,
            p.id AS passage, d.id AS document, coalesce(d.date, '') AS date`,
    { id },
    signal,
  );
  const groups = groupBy(rows, (row) =>
    [indicatorName(row["indicator"] as string), row["year"], row["unit"], row["kind"]].join("\n"),
  );
  return [...groups.values()]
    .flatMap((group): Differing[] => {
      const words = differingWords(group.map(toWord));
      const [first] = group;
      if (words === undefined || first === undefined) return [];
      return [
        {
          about: "figure",
          name: indicatorName(first["indicator"] as string),
          year: first["year"] as number,
          kind: first["kind"] as ObservationKind,
          words,
        },
      ];
    })
    .sort((a, b) => (b.year ?? 0) - (a.year ?? 0) || (a.name < b.name ? -1 : 1));
}

function toWord(row: Row): Word {
  return {
    value: row["value"] as number,
    unit: row["unit"] as string,
    passageId: row["passage"] as PassageId,
    documentId: row["document"] as DocumentId,
    date: row["date"] as string,
  };
}

async function readProperties(engine: CypherEngine, id: EntityId, signal?: AbortSignal): Promise<readonly Differing[]> {
  const rows = await engine.read(
    `MATCH (e:Entity {id: $id})-[s:STATED_IN]->(d:Document)
     RETURN properties(s) AS stated, d.id AS document, coalesce(d.date, '') AS date`,
    { id },
    signal,
  );
  const words = rows.flatMap((row) => {
    const { properties } = toStatedEntity(id, row["stated"] as CypherMap);
    return Object.entries(properties).map(([name, value]) => ({
      name,
      word: {
        value: value as PropertyValue,
        unit: "",
        passageId: null,
        documentId: row["document"] as DocumentId,
        date: row["date"] as string,
      } satisfies Word,
    }));
  });
  return [...groupBy(words, ({ name }) => name)]
    .flatMap(([name, own]): Differing[] => {
      const differing = differingWords(own.map(({ word }) => word));
      return differing === undefined ? [] : [{ about: "property", name, year: null, kind: null, words: differing }];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * One word a value, the newest first, where documents differ; undefined where
 * they agree. What one document says in two ways is no contradiction between two.
 */
function differingWords(words: readonly Word[]): readonly Word[] | undefined {
  const newest = [...words].sort(byNewest);
  const values = new Map<string, Word>();
  for (const word of newest) {
    const key = JSON.stringify(word.value);
    if (!values.has(key)) values.set(key, word);
  }
  const distinct = [...values.values()];
  return new Set(distinct.map(({ documentId }) => documentId)).size > 1 ? distinct : undefined;
}

/** As the graph itself decides whose word it takes. */
function byNewest(a: Word, b: Word): number {
  if (a.date !== b.date) return a.date < b.date ? 1 : -1;
  if (a.documentId !== b.documentId) return a.documentId < b.documentId ? -1 : 1;
  return JSON.stringify(a.value) < JSON.stringify(b.value) ? -1 : 1;
}
