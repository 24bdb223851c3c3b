/** The values behind the chart, each with its sentence: the words that state it are yellow. */
import type { Document, DocumentId, EntityId, SourcedFigure } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { Series } from "../../state/figures/series.ts";
import { Tag, classNames } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { documentByline } from "../source/document-byline.ts";
import type { EntityLookup } from "../source/entity-lookup.ts";
import { SourceText } from "../source/source-text.tsx";
import { figureSpans } from "./figure-spans.ts";
import { figuresMessages } from "./messages.ts";

export interface FiguresListProps {
  readonly app: AppState;
  readonly series: readonly Series[];
  readonly documents: ReadonlyMap<DocumentId, Document>;
  readonly selected: ReadonlySet<EntityId>;
}

/** The sentence names nobody here: the row does. */
const NO_LOOKUP: EntityLookup = { find: () => undefined, need: () => {}, learn: () => {} };

export function FiguresList({ app, series, documents, selected }: FiguresListProps) {
  const words = figuresMessages.value;
  const { observationKinds, inspector, counts, documents: ofDocuments } = messages.value;
  return (
    <table class="figures-list" aria-label={words.list}>
      <thead>
        <tr>
          <th scope="col">{words.subjects}</th>
          <th scope="col">{words.year}</th>
          <th scope="col">{words.value}</th>
          <th scope="col">{words.kind}</th>
          <th scope="col">{words.source}</th>
        </tr>
      </thead>
      <tbody>
        {series.flatMap(({ subject, ...own }) =>
          figuresOf(own).map(([{ observation, passage, documentId }, ...same]) => {
            const document = documents.get(documentId);
            return (
              <tr key={observation.id} class={classNames(selected.has(subject.id) && "figures-list__row--selected")}>
                <th scope="row">
                  <button
                    type="button"
                    aria-pressed={selected.has(subject.id)}
                    onClick={() => app.selection.selectEntity(subject.id)}
                  >
                    <EntityMark type={subject.type} level={subject.level} />
                    {subject.name}
                  </button>
                </th>
                <td>{observation.year ?? inspector.undated}</td>
                <td class="figures-list__value">
                  <b>{counts.number(observation.value)}</b> {observation.unit}
                </td>
                <td>
                  <Tag tone={observation.kind === "target" ? "planned" : "plain"}>
                    {observationKinds[observation.kind]}
                  </Tag>
                </td>
                <td class="figures-list__source">
                  <button type="button" onClick={() => app.openDocument(documentId, passage.id)}>
                    <span class="source-text" lang="zh-CN">
                      <SourceText
                        text={passage.text}
                        marks={figureSpans(passage.text, observation)}
                        lookup={NO_LOOKUP}
                      />
                    </span>
                    <small>
                      {document === undefined
                        ? ofDocuments.undated
                        : `${document.title} · ${documentByline(document, document.date)}`}
                    </small>
                  </button>
                  {same.length > 0 && (
                    <details>
                      <summary>{words.alsoSaid(same.length)}</summary>
                      {same.map((other) => (
                        <button
                          key={other.observation.id}
                          type="button"
                          onClick={() => app.openDocument(other.documentId, other.passage.id)}
                        >
                          {documents.get(other.documentId)?.title}
                        </button>
                      ))}
                    </details>
                  )}
                </td>
              </tr>
            );
          }),
        )}
      </tbody>
    </table>
  );
}

/** Newest first, undated last; of one year the levels before the targets. */
export function figuresOf({ points, targets, undated }: Omit<Series, "subject">): readonly Stated[] {
  const dated = [...points, ...targets].toSorted((a, b) => b.year - a.year).flatMap(({ figures }) => figures);
  const stated = new Map<string, SourcedFigure[]>();
  for (const figure of [...dated, ...undated]) {
    const { year, kind, value } = figure.observation;
    const key = JSON.stringify([year, kind, value]);
    stated.set(key, [...(stated.get(key) ?? []), figure]);
  }
  return [...stated.values()] as unknown as readonly Stated[];
}

/** One value with every sentence that states it; that of the newest document first. */
export type Stated = readonly [SourcedFigure, ...SourcedFigure[]];
