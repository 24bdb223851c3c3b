/** Two columns of an answer as bars, a line or points. The table says the same in words. */
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { useRef, useState } from "preact/hooks";

import { messages } from "../../../i18n/index.ts";
import type { QueryRun } from "../../../state/query-run.ts";
import { MessageCard, Segmented, tableIcon } from "../../../ui/index.ts";
import { useSize } from "../../map/use-size.ts";
import { queryMessages } from "../messages.ts";
import { ColumnPicker } from "./column-picker.tsx";
import { columnsFor, textAt } from "./pivot.ts";

type Kind = "bar" | "line" | "scatter";

/** More marks than this cannot be told apart. */
const MARKS = { bar: 60, line: 2_000, scatter: 2_000 } as const;

export function ResultChart({ run }: { readonly run: QueryRun }) {
  const words = queryMessages.value;
  const columns = run.columns.value;
  const { numbers, names } = columnsFor(run.rows, columns);
  const [kind, setKind] = useState<Kind>("bar");
  const [chosen, setChosen] = useState<{ by?: number; value?: number }>({});
  const byChoices = kind === "bar" ? [...names, ...numbers] : [...numbers, ...names];
  const valueAt = chosen.value ?? numbers.at(-1);
  const byAt = chosen.by ?? byChoices.find((at) => at !== valueAt);
  if (run.count.value === 0 || valueAt === undefined || byAt === undefined) {
    return <MessageCard icon={tableIcon} title={words.noChart} hint={words.noChartHint} />;
  }
  const marks = run.rows.flatMap((row, index): Mark[] => {
    const value = row[valueAt];
    if (typeof value !== "number") return [];
    const by = row[byAt];
    return [{ name: textAt(row, byAt), at: typeof by === "number" ? by : index, value }];
  });
  const shown = marks.slice(0, MARKS[kind]);
  return (
    <div class="result-chart">
      <div class="result-pickers">
        <Segmented
          label={words.chartKind}
          segments={(["bar", "line", "scatter"] as const).map((id) => ({ id, label: words.chartKinds[id] }))}
          selected={kind}
          onSelect={setKind}
        />
        <ColumnPicker
          label={words.category}
          columns={columns}
          choices={byChoices}
          value={byAt}
          onValue={(by) => setChosen({ ...chosen, by })}
        />
        <ColumnPicker
          label={words.measure}
          columns={columns}
          choices={numbers}
          value={valueAt}
          onValue={(value) => setChosen({ ...chosen, value })}
        />
        {shown.length < marks.length && <span>{words.cut(shown.length, marks.length)}</span>}
      </div>
      {kind === "bar" ? (
        <Bars marks={shown} label={columns[valueAt] ?? ""} />
      ) : (
        <Plane kind={kind} marks={shown} label={columns[valueAt] ?? ""} isNumeric={numbers.includes(byAt)} />
      )}
    </div>
  );
}

interface Mark {
  readonly name: string;
  readonly at: number;
  readonly value: number;
}

/** Lying, so that names of any length stand beside their bars. */
function Bars({ marks, label }: { readonly marks: readonly Mark[]; readonly label: string }) {
  const { number } = messages.value.counts;
  const values = marks.map(({ value }) => value);
  const x = scaleLinear([Math.min(0, ...values), Math.max(0, ...values)], [0, 100]);
  return (
    <ul class="result-bars" aria-label={label}>
      {marks.map(({ name, value }, index) => (
        <li key={index}>
          <span class="result-bars__name" title={name}>
            {name}
          </span>
          <svg class="result-bars__bar" preserveAspectRatio="none" viewBox="0 0 100 10" aria-hidden="true">
            <rect x={Math.min(x(0), x(value))} width={Math.max(0.4, Math.abs(x(value) - x(0)))} height="10" />
          </svg>
          <span class="result-bars__value">{number(value)}</span>
        </li>
      ))}
    </ul>
  );
}

const MARGIN = { top: 16, right: 24, bottom: 34, left: 64 };

function Plane({
  kind,
  marks,
  label,
  isNumeric,
}: {
  readonly kind: "line" | "scatter";
  readonly marks: readonly Mark[];
  readonly label: string;
  readonly isNumeric: boolean;
}) {
  const host = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(host);
  const { number } = messages.value.counts;
  const ordered = kind === "line" ? marks.toSorted((a, b) => a.at - b.at) : marks;
  const [ats, values] = [marks.map(({ at }) => at), marks.map(({ value }) => value)];
  const x = scaleLinear(
    [Math.min(...ats), Math.max(...ats)],
    [MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)],
  );
  const y = scaleLinear(
    [Math.min(0, ...values), Math.max(0, ...values)],
    [Math.max(MARGIN.top + 1, height - MARGIN.bottom), MARGIN.top],
  ).nice();
  const path =
    line<Mark>(
      ({ at }) => x(at),
      ({ value }) => y(value),
    )(ordered) ?? "";
  const named = (at: number) => (isNumeric ? String(at) : (marks.find((mark) => mark.at === at)?.name ?? ""));
  return (
    <div ref={host} class="result-plane">
      {width > 0 && (
        <svg width={width} height={height} role="img" aria-label={label}>
          {y.ticks(5).map((tick) => (
            <g key={tick} class="result-plane__tick">
              <line x1={MARGIN.left} x2={width - MARGIN.right} y1={y(tick)} y2={y(tick)} />
              <text x={MARGIN.left - 8} y={y(tick) + 4} text-anchor="end">
                {number(tick)}
              </text>
            </g>
          ))}
          {(isNumeric
            ? x.ticks(6).filter((tick) => Number.isInteger(tick) || ats.some((at) => !Number.isInteger(at)))
            : ats.filter((_, index) => index % Math.ceil(ats.length / 6) === 0)
          ).map((tick) => (
            <text key={tick} class="result-plane__name" x={x(tick)} y={height - 12} text-anchor="middle">
              {named(tick).slice(0, 12)}
            </text>
          ))}
          {kind === "line" && <path class="result-plane__line" d={path} />}
          {marks.map(({ name, at, value }, index) => (
            <circle key={index} class="result-plane__point" cx={x(at)} cy={y(value)} r={marks.length > 200 ? 2.5 : 4}>
              <title>{`${name}: ${number(value)}`}</title>
            </circle>
          ))}
        </svg>
      )}
    </div>
  );
}
