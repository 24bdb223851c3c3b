/** A region beside its peers: a table of counts, plans apart, with the names behind each number. */
import { useState } from "preact/hooks";

import type { Entity, GapMeasure, GapsAnswer } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Tag, classNames } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { Sources } from "./gap-list.tsx";
import { gapsMessages } from "./messages.ts";

/** Relations whose sentences are shown below; the export has all. */
const MOST_SOURCES = 12;

export function Comparison({ app, answer }: { readonly app: AppState; readonly answer: GapsAnswer }) {
  const words = gapsMessages.value;
  const { counts } = messages.value;
  const regions = [...(answer.asked.region === null ? [] : [answer.asked.region]), ...answer.asked.peers];
  const columns = answer.compared.flatMap((id) => regions.find((region) => region.id === id) ?? []);
  const [open, setOpen] = useState<{ readonly measure: GapMeasure; readonly at: number } | null>(null);
  const shown = open === null ? undefined : open.measure.values[open.at];
  return (
    <>
      <div class="comparison">
        <table aria-label={words.comparison}>
          <thead>
            <tr>
              <th scope="col">{words.measure}</th>
              {columns.map((region, at) => (
                <th key={region.id} scope="col" class={classNames(at === 0 && "comparison__ours")}>
                  <button type="button" class="gap__name" onClick={() => app.selection.selectEntity(region.id)}>
                    <EntityMark type={region.type} level={region.level} size={15} />
                    {region.name}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.measures.map((measure) => {
              const most = Math.max(1, ...measure.values.map(({ existing, planned }) => existing + planned));
              return (
                <tr key={measure.id}>
                  <th scope="row">
                    {words.measures[measure.id]} {measure.isGap && <Tag tone="solid">{words.gapTag}</Tag>}
                  </th>
                  {measure.values.map(({ existing, planned, entities }, at) => (
                    <td key={columns[at]?.id ?? at} class={classNames(at === 0 && "comparison__ours")}>
                      <button
                        type="button"
                        class="comparison__cell"
                        aria-expanded={open?.measure === measure && open.at === at}
                        disabled={entities.length === 0}
                        onClick={() => setOpen(open?.measure === measure && open.at === at ? null : { measure, at })}
                      >
                        <span class="comparison__bar" aria-hidden="true">
                          <span class="count-bar__existing" style={{ width: `${(existing / most) * 64}px` }} />
                          {planned > 0 && (
                            <span class="count-bar__planned" style={{ width: `${(planned / most) * 64}px` }} />
                          )}
                        </span>
                        <strong>{counts.number(existing)}</strong>
                        {planned > 0 && <span class="gap__note">{words.plannedMore(planned)}</span>}
                      </button>
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {open !== null && shown !== undefined && (
        <section class="comparison__names" aria-live="polite">
          <h2>
            {columns[open.at]?.name} · {words.measures[open.measure.id]}
          </h2>
          <ul>
            {shown.entities.map((entity: Entity) => (
              <li key={entity.id}>
                <button type="button" class="gap__name" onClick={() => app.selection.selectEntity(entity.id)}>
                  <EntityMark type={entity.type} level={entity.level} size={15} />
                  {entity.name}
                </button>
              </li>
            ))}
          </ul>
          {shown.existing + shown.planned > shown.entities.length && (
            <p class="gap__note">{counts.first(shown.entities.length, shown.existing + shown.planned)}</p>
          )}
          <Sources app={app} relations={shown.relations.slice(0, MOST_SOURCES)} />
          {shown.relations.length > MOST_SOURCES && (
            <p class="gap__note">{counts.first(MOST_SOURCES, shown.relations.length)}</p>
          )}
        </section>
      )}
    </>
  );
}
