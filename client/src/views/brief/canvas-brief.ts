/** The brief of what is in sight on the canvas: its picture, and each relation as a sentence with its sources. */
import type { Entity, EntityId, Relation, RelationType } from "../../../../server/contract/index.ts";
import { RELATION_TYPE_NAMES } from "../../../../server/contract/ontology.ts";
import { looksAtClaims, passesFilter } from "../../../../server/contract/claim-filter.ts";
import { toCypher } from "../../export/graph-files.ts";
import { readEvidence } from "../../export/read-evidence.ts";
import type { RelationPassages } from "../../export/read-evidence.ts";
import { entityTypeName, messages, relationName } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { VisibleGraph } from "../../state/filters.ts";
import { canvasSvg } from "../export/drawn.ts";
import { pathSentence } from "../paths/path-sentence.ts";
import { toFigure } from "./brief.ts";
import type { Brief, BriefGroup, Figure } from "./brief.ts";
import { briefFacts } from "./brief-facts.ts";
import { filterWords } from "./filter-words.ts";
import { briefMessages } from "./messages.ts";
import { createSourceList } from "./sources.ts";
import type { SourceList } from "./sources.ts";

/** Sentences of each relation; how many more there are is said. */
const SENTENCES = 3;
/** Asked for while a filter looks at sentences, so that those within it are among them. */
const FILTERED_SENTENCES = 50;

export interface MakeOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export async function canvasBrief(app: AppState, { signal, onProgress }: MakeOptions): Promise<Brief> {
  const words = briefMessages.peek();
  const graph = app.filters.visible.peek();
  const relations = [...graph.relations.values()];
  const isFiltered = looksAtClaims(app.filters.claimFilter.peek());
  const evidence = await readEvidence(
    app.api,
    relations.map(({ id }) => id),
    isFiltered ? FILTERED_SENTENCES : SENTENCES,
    { signal, onRead: (count) => onProgress(count, relations.length) },
  );
  const list = createSourceList();
  const groups = RELATION_TYPE_NAMES.flatMap((type) => groupOf(app, type, graph, evidence, list));
  return {
    title: titleOf(graph),
    facts: await briefFacts(app),
    filters: await filterWords(app, signal),
    figure: figureOf(app),
    groups: [...groups, ...aloneGroup(graph)],
    sources: list.sources,
    query: toCypher({ entities: [...graph.entities.values()], relations }),
  };

  /** What most of the lines lead to is what it is about. */
  function titleOf({ entities, relations }: VisibleGraph): string {
    const lines = new Map<EntityId, number>();
    for (const { from, to } of relations.values()) {
      for (const id of [from, to]) lines.set(id, (lines.get(id) ?? 0) + 1);
    }
    const names = [...entities.values()]
      .toSorted((a, b) => (lines.get(b.id) ?? 0) - (lines.get(a.id) ?? 0) || b.degree - a.degree)
      .map(({ name }) => name);
    const { counts } = messages.peek();
    const first = names.slice(0, 3).join(counts.separator);
    return words.title(names.length > 3 ? counts.andOthers(first) : first);
  }
}

function groupOf(
  app: AppState,
  type: RelationType,
  { entities, relations }: VisibleGraph,
  evidence: ReadonlyMap<string, RelationPassages>,
  list: SourceList,
): BriefGroup[] {
  const own = [...relations.values()].filter((relation) => relation.type === type);
  if (own.length === 0) return [];
  const name = (id: EntityId) => entities.get(id)?.name ?? id;
  const byName = new Intl.Collator("zh-Hans-CN-u-co-pinyin").compare;
  own.sort((a, b) => byName(name(a.from), name(b.from)) || byName(name(a.to), name(b.to)));
  const items = own.map((relation) => itemOf(app, relation, entities, evidence.get(relation.id), list));
  return [{ heading: briefMessages.peek().group(relationName(type), own.length), items }];
}

function itemOf(
  app: AppState,
  relation: Relation,
  entities: ReadonlyMap<EntityId, Entity>,
  found: RelationPassages | undefined,
  list: SourceList,
) {
  const filter = app.filters.claimFilter.peek();
  // Whether a sentence is about a field only the server can tell; it has, by relation.
  const within = (found?.passages ?? []).filter(({ status, date, document }) =>
    passesFilter({ status, date, document: document.id, isInField: true }, filter),
  );
  const shown = within.slice(0, SENTENCES);
  const total = looksAtClaims(filter) ? within.length : (found?.total ?? 0);
  return {
    text: pathSentence([relation], entities),
    sources: shown.map((one) => list.number(one)).toSorted((a, b) => a - b),
    more: total > shown.length ? total : 0,
  };
}

/** Entities of which nothing in sight says anything: they are on the picture, so they are on the list. */
function aloneGroup({ entities, relations }: VisibleGraph): BriefGroup[] {
  const joined = new Set([...relations.values()].flatMap(({ from, to }) => [from, to]));
  const alone = [...entities.values()].filter(({ id }) => !joined.has(id));
  if (alone.length === 0) return [];
  const items = alone.map(({ name, type }) => ({
    text: briefMessages.peek().alone(name, entityTypeName(type)),
    sources: [],
    more: 0,
  }));
  return [{ heading: briefMessages.peek().aloneGroup(alone.length), items }];
}

function figureOf(app: AppState): Figure | null {
  const svg = canvasSvg(app);
  return svg === null ? null : toFigure(svg);
}
