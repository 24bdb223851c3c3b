/** The rows as JSON, one a line, of which only those in sight are drawn. */
import { useRef } from "preact/hooks";

import type { QueryRun } from "../../../state/query-run.ts";
import { useVirtualWindow } from "../../../ui/index.ts";
import { queryMessages } from "../messages.ts";

const LINE = 23;
/** Of one line on the screen; the whole is in the export. */
const SHOWN = 2_000;

export function RawRows({ run }: { readonly run: QueryRun }) {
  const scroller = useRef<HTMLDivElement>(null);
  const columns = run.columns.value;
  const { first, end, before, after } = useVirtualWindow(scroller, run.count.value, LINE);
  return (
    <div ref={scroller} class="raw-rows" tabIndex={0} role="region" aria-label={queryMessages.value.sections.raw}>
      <div style={{ height: `${before}px` }} />
      {run.rows.slice(first, end).map((row, index) => {
        const text = JSON.stringify(Object.fromEntries(columns.map((column, at) => [column, row[at]])));
        return <code key={first + index}>{text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text}</code>;
      })}
      <div style={{ height: `${after}px` }} />
    </div>
  );
}
