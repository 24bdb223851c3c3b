/** The brief of the map: the map itself, and each region with the ties, bodies or the figure that shade it. */
import type { Entity, EntityId } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { RegionValue } from "../../state/map.ts";
import type { Question } from "../../state/matrix/matrix.ts";
import { mapMessages } from "../map/messages.ts";
import { frameOf, measureName, sortOut } from "../map/map-view.tsx";
import { provinceName } from "../map/boundaries.ts";
import { annexQuery } from "./annex.ts";
import type { Brief, BriefGroup } from "./brief.ts";
import { briefFacts } from "./brief-facts.ts";
import type { MakeOptions } from "./canvas-brief.ts";
import { figuresQuery } from "./figures-query.ts";
import { filterWords } from "./filter-words.ts";
import { briefMessages } from "./messages.ts";
import { createSourceList } from "./sources.ts";
import type { SourceList } from "./sources.ts";
import { tieGroups, tiesOf } from "./ties-list.ts";
import { viewFigure } from "./view-figure.ts";

interface Listed {
  readonly groups: readonly BriefGroup[];
  readonly query: string;
}

export async function mapBrief(app: AppState, values: readonly RegionValue[], options: MakeOptions): Promise<Brief> {
  const words = briefMessages.peek();
  const ofMap = mapMessages.peek();
  const choice = app.map.choice.peek();
  const { scope, level } = frameOf(choice, values);
  const { shown, wider, outside, noCode } = sortOut(values, level, scope);
  const rows = [...shown, ...wider];
  const list = createSourceList();
  const question = app.map.question.peek();
  const { groups, query } =
    question === null ? figureList(app, rows, list) : await tieList(app, question, rows, list, options);
  const place = scope === null ? ofMap.country : provinceName(scope);
  return {
    title: words.title(`${place} · ${measureName(choice.measure)}`),
    facts: await briefFacts(app),
    filters: [
      words.filter(ofMap.level, ofMap[level]),
      ...(choice.measure.kind === "ties" ? [ofMap.rule] : []),
      ...(outside > 0 ? [ofMap.outside(outside)] : []),
      ...(noCode > 0 ? [ofMap.noCode(noCode)] : []),
      ...(app.map.unplaced.peek() > 0 ? [ofMap.unplaced(app.map.unplaced.peek())] : []),
      ...(await filterWords(app, options.signal)),
      ofMap.source,
    ],
    figure: viewFigure(".map-view .region-map svg"),
    groups,
    sources: list.sources,
    query,
  };
}

/** Each region with the sentences behind its count. */
async function tieList(
  app: AppState,
  question: Question,
  rows: readonly RegionValue[],
  list: SourceList,
  options: MakeOptions,
): Promise<Listed> {
  const total = rows.reduce((sum, { value }) => sum + value, 0);
  const groups: BriefGroup[] = [];
  const entities = new Map<EntityId, Entity>();
  const relations: string[] = [];
  let before = 0;
  for (const { region, value } of rows) {
    const read = await tiesOf(app, { ...question, column: region.id } as Question, total, {
      signal: options.signal,
      onProgress: (done) => options.onProgress(Math.min(before + done, total), total),
    });
    before += value;
    for (const [id, entity] of read.entities) entities.set(id, entity);
    entities.set(region.id, region);
    relations.push(...read.ties.flatMap((tie) => tie.relations));
    const known = { ...read, entities: new Map([...read.entities, [region.id, region]]) };
    groups.push(...tieGroups(known, "column", () => region.id, list));
  }
  const named = { entities: entities.keys(), relations: relations as never };
  return { groups, query: annexQuery("/matrix/ties", question, named) };
}

/** All regions in one group: each has one figure. */
function figureList(app: AppState, rows: readonly RegionValue[], list: SourceList): Listed {
  const words = briefMessages.peek();
  const { counts, observationKinds, inspector } = messages.peek();
  const documents = new Map(app.map.documents.peek().map((document) => [document.id, document]));
  const figures = rows.flatMap(({ figure }) => figure ?? []);
  const items = rows.map(({ region, value, figure }) => {
    const document = figure === null ? undefined : documents.get(figure.documentId);
    const number =
      figure === null || document === undefined ? [] : [list.number({ passage: figure.passage, document })];
    const unit = figure?.observation.unit ?? "";
    const year = String(figure?.observation.year ?? inspector.undated);
    const text = `${counts.number(value)}${unit === "%" ? "" : " "}${unit}`.trim();
    const kind = observationKinds[figure?.observation.kind ?? "level"];
    return { text: words.reason(region.name, words.yearOf(year, text, kind)), sources: number, more: 0 };
  });
  const heading = words.group(measureName(app.map.choice.peek().measure), items.length);
  return { groups: [{ heading, items }], query: figuresQuery(figures) };
}
