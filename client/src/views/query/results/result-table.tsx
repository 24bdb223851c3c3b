/** The rows of an answer as a table of any length: entities with their sign, nested values to be opened. */
import { useRef, useState } from "preact/hooks";

import type { EntityId, QueryValue } from "../../../../../server/contract/index.ts";
import { isEntityType, isRelationType } from "../../../../../server/contract/ontology.ts";
import { messages } from "../../../i18n/index.ts";
import type { AppState } from "../../../state/app-state.ts";
import type { QueryRun } from "../../../state/query-run.ts";
import { Popover, boxOf, useVirtualWindow } from "../../../ui/index.ts";
import { EntityMark } from "../../entity/entity-mark.tsx";
import { RelationLine } from "../../entity/relation-line.tsx";
import { tableRowHeight } from "../../table/data-table.tsx";
import { queryMessages } from "../messages.ts";
import { isTagged, nodeName, valueText } from "../value-text.ts";
import { kindOfColumn } from "./column-kinds.ts";

export function ResultTable({ app, run }: { readonly app: AppState; readonly run: QueryRun }) {
  const scroller = useRef<HTMLDivElement>(null);
  const columns = run.columns.value;
  const count = run.count.value;
  const { first, end, before, after } = useVirtualWindow(scroller, count, tableRowHeight());
  const kinds = columns.map((_, at) => kindOfColumn(run.rows, at));
  const cell = (at: number) => (kinds[at] === "number" || kinds[at] === "int" ? "data-table__number" : undefined);
  return (
    <div
      ref={scroller}
      class="data-table result-table"
      tabIndex={0}
      role="region"
      aria-label={messages.value.query.results}
    >
      <table aria-rowcount={count + 1}>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" class="result-table__number">
              <span class="unseen">#</span>
            </th>
            {columns.map((column, at) => (
              <th key={at} scope="col" class={cell(at)}>
                <span class="result-table__column">
                  {column} <span class="result-table__kind">{kinds[at]}</span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} />}
          {run.rows.slice(first, Math.min(end, count)).map((row, index) => (
            <tr key={first + index} aria-rowindex={first + index + 2}>
              <td class="result-table__number">{first + index + 1}</td>
              {row.map((value, at) => (
                <td key={at} class={cell(at)}>
                  <Value app={app} value={value} />
                </td>
              ))}
            </tr>
          ))}
          {after > 0 && <Gap height={after} />}
        </tbody>
      </table>
    </div>
  );
}

function Gap({ height }: { readonly height: number }) {
  return (
    <tr aria-hidden="true" class="data-table__gap">
      <td style={{ height: `${height}px` }} />
    </tr>
  );
}

function Value({ app, value }: { readonly app: AppState; readonly value: QueryValue }) {
  if (value === null) return <span class="result-table__null">null</span>;
  if (typeof value !== "object") return <span title={String(value)}>{String(value)}</span>;
  if (!isTagged(value)) return <Nested value={value} />;
  if (value.$ === "node") {
    const type = value.labels.find(isEntityType);
    if (type === undefined || value.id === null) return <Nested value={value} />;
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
      <Nested value={value}>
        <RelationLine type={value.type} planned={value.properties["status"] === "planned"} />
      </Nested>
    );
  }
  return <Nested value={value} />;
}

/** Opens beside its cell, whole and indented. */
function Nested({ value, children }: { readonly value: QueryValue; readonly children?: preact.ComponentChildren }) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const words = queryMessages.value;
  const text = valueText(value);
  return (
    <>
      <button
        ref={button}
        type="button"
        class="result-table__nested"
        aria-expanded={isOpen}
        title={isOpen ? words.collapse : words.expand}
        onClick={() => setOpen(!isOpen)}
      >
        {children}
        <span>{text.length > 300 ? `${text.slice(0, 300)}…` : text}</span>
      </button>
      {isOpen && (
        <Popover
          anchor={() => boxOf(button.current)}
          label={words.value}
          onClose={() => setOpen(false)}
          class="result-table__value"
        >
          <pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
        </Popover>
      )}
    </>
  );
}
