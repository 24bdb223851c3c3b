/** The rows of an answer as a table: entities with their sign, and whether the rows were cut is always said. */
import { useRef } from "preact/hooks";

import type { EntityId, QueryAnswer, QueryValue } from "../../../../server/contract/index.ts";
import { isEntityType, isRelationType } from "../../../../server/contract/ontology.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Button, MessageCard, canvasIcon, searchIcon, useVirtualWindow } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { RelationLine } from "../entity/relation-line.tsx";
import { tableRowHeight } from "../table/data-table.tsx";
import { isTagged, nodeName, valueText } from "./value-text.ts";

export interface QueryResultsProps {
  readonly app: AppState;
  readonly answer: QueryAnswer;
  /** A newer answer is on its way. */
  readonly isStale: boolean;
}

export function QueryResults({ app, answer, isStale }: QueryResultsProps) {
  const { query: words } = messages.value;
  const { rows, columns, graph, truncated, elapsedMs } = answer;
  const entities = graph.entities.map(({ id }) => id);
  return (
    <section class={isStale ? "query-results query-results--stale" : "query-results"} aria-label={words.results}>
      <header class="query-results__head">
        <p role="status">
          <b>{truncated ? words.truncated(rows.length) : words.rows(rows.length)}</b>
          {!truncated && <span>{words.complete}</span>}
          <span>{words.elapsed(Math.round(elapsedMs))}</span>
        </p>
        <Button
          icon={canvasIcon}
          size="small"
          aria-disabled={entities.length === 0 ? true : undefined}
          data-tip={entities.length === 0 ? words.noGraph : undefined}
          onClick={() => {
            if (entities.length > 0) void putOnCanvas(app, entities);
          }}
        >
          {words.openOnCanvas}
        </Button>
      </header>
      {rows.length === 0 ? (
        <MessageCard icon={searchIcon} title={words.noRows} hint={words.noRowsHint} />
      ) : (
        <Rows app={app} columns={columns} rows={rows} />
      )}
    </section>
  );
}

async function putOnCanvas(app: AppState, ids: readonly EntityId[]): Promise<void> {
  if (!(await app.exploration.add(ids))) return;
  app.session.show("canvas");
  app.selection.selectEntities(ids);
}

interface RowsProps {
  readonly app: AppState;
  readonly columns: readonly string[];
  readonly rows: QueryAnswer["rows"];
}

function Rows({ app, columns, rows }: RowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { first, end, before, after } = useVirtualWindow(scroller, rows.length, tableRowHeight());
  const isNumeric = columns.map((_, at) => rows.every((row) => row[at] === null || typeof row[at] === "number"));
  return (
    <div ref={scroller} class="data-table" tabIndex={0} role="region" aria-label={messages.value.query.results}>
      <table aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" class="query-results__number">
              #
            </th>
            {columns.map((column, index) => (
              <th key={index} scope="col" class={isNumeric[index] === true ? "data-table__number" : undefined}>
                <span class="query-results__column">{column}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && (
            <tr aria-hidden="true" class="data-table__gap">
              <td style={{ height: `${before}px` }} />
            </tr>
          )}
          {rows.slice(first, end).map((row, index) => (
            <tr key={first + index} aria-rowindex={first + index + 2}>
              <td class="query-results__number">{first + index + 1}</td>
              {row.map((value, at) => (
                <td key={at} class={isNumeric[at] === true ? "data-table__number" : undefined}>
                  <Value app={app} value={value} />
                </td>
              ))}
            </tr>
          ))}
          {after > 0 && (
            <tr aria-hidden="true" class="data-table__gap">
              <td style={{ height: `${after}px` }} />
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function Value({ app, value }: { readonly app: AppState; readonly value: QueryValue }) {
  if (value === null) return <span class="query-results__null">null</span>;
  if (typeof value === "number") return <>{value}</>;
  if (isTagged(value)) {
    if (value.$ === "node") {
      const type = value.labels.find(isEntityType);
      if (type === undefined || value.id === null) return <span class="query-results__node">{nodeName(value)}</span>;
      const id = value.id as EntityId;
      return (
        <button type="button" class="data-table__open" onClick={() => void app.openEntity(id)}>
          <EntityMark type={type} />
          {nodeName(value)}
        </button>
      );
    }
    if (value.$ === "relation" && isRelationType(value.type)) {
      return (
        <span class="table-view__end code-name">
          <RelationLine type={value.type} planned={value.properties["status"] === "planned"} />
          {value.type}
        </span>
      );
    }
  }
  return <span title={valueText(value)}>{valueText(value)}</span>;
}
