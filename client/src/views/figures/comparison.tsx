/** One value a subject, as bars: of a year, or the newest of each. */
import type { EntityId } from "../../../../server/contract/index.ts";
import { latestPoint } from "../../state/figures/series.ts";
import type { Measure, Series } from "../../state/figures/series.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { mapMessages } from "../map/messages.ts";
import { figuresMessages } from "./messages.ts";
import { valueText } from "./trend-chart.tsx";

export interface ComparisonProps {
  readonly label: string;
  readonly series: readonly Series[];
  readonly measure: Measure;
  readonly year: number | null;
  readonly selected: ReadonlySet<EntityId>;
  readonly onSelect: (ids: readonly EntityId[]) => void;
}

export function Comparison({ label, series, measure, year, selected, onSelect }: ComparisonProps) {
  const rows = series
    .map(({ subject, points, targets }) => ({
      subject,
      point: year === null ? latestPoint(points, null) : points.find((point) => point.year === year),
      target: latestPoint(targets, null),
    }))
    .toSorted((a, b) => compareValues(a.point?.value, b.point?.value, measure));
  const most = Math.max(...rows.flatMap(({ point, target }) => [point?.value ?? 0, target?.value ?? 0]), 0);
  const share = (value: number) => `${most === 0 ? 0 : (100 * Math.abs(value)) / most}%`;
  return (
    <ol class="comparison" aria-label={label}>
      {rows.map(({ subject, point, target }) => (
        <li key={subject.id}>
          <button type="button" aria-pressed={selected.has(subject.id)} onClick={() => onSelect([subject.id])}>
            <span class="comparison__name">
              <EntityMark type={subject.type} level={subject.level} />
              {subject.name}
            </span>
            <span class="comparison__track">
              {point !== undefined && <i class="comparison__bar" style={{ width: share(point.value) }} />}
              {target !== undefined && <i class="comparison__target" style={{ left: share(target.value) }} />}
            </span>
            <span class="comparison__value">
              {point === undefined ? mapMessages.value.nothing : `${valueText(point.value, measure)} · ${point.year}`}
              {target !== undefined && (
                <small>
                  {figuresMessages.value.targetOf(valueText(target.value, measure))} · {target.year}
                </small>
              )}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

/** Largest first, best rank first, what is not in the documents last. */
function compareValues(a: number | undefined, b: number | undefined, { kind }: Measure): number {
  if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
  return kind === "rank" ? a - b : b - a;
}
