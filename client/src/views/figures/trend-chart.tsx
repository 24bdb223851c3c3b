/**
 * Lines over the years. Where a year is not in the documents the line is
 * dotted; a target is a hollow diamond on a dashed line; the selected line has
 * a yellow casing. A drag over points chooses their subjects.
 */
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { useRef, useState } from "preact/hooks";

import type { EntityId } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import { runsOf } from "../../state/figures/series.ts";
import type { Measure, Point, Series } from "../../state/figures/series.ts";
import { classNames } from "../../ui/index.ts";
import { useSize } from "../map/use-size.ts";
import { apart } from "./apart.ts";
import { figuresMessages } from "./messages.ts";
import { pointPath } from "./point-shapes.ts";

export interface TrendChartProps {
  readonly label: string;
  readonly series: readonly Series[];
  readonly measure: Measure;
  readonly selected: ReadonlySet<EntityId>;
  readonly year: number | null;
  readonly onSelect: (ids: readonly EntityId[]) => void;
  readonly onYear: (year: number | null) => void;
}

const MARGIN = { top: 20, right: 168, bottom: 30, left: 56 };
const NAME_HEIGHT = 18;
/** Beyond this the list beside the chart tells lines apart, not the colour. */
export const LINE_COLORS = 8;

export const lineColor = (index: number) => `var(--c${(index % LINE_COLORS) + 1})`;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly toX: number;
  readonly toY: number;
}

export function TrendChart(props: TrendChartProps) {
  const { label, series, measure, selected, year, onSelect, onYear } = props;
  const host = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(host);
  const [brush, setBrush] = useState<Box | null>(null);
  const { counts } = messages.value;
  const words = figuresMessages.value;

  const all = series.flatMap(({ points, targets }) => [...points, ...targets]);
  const years = all.map((point) => point.year);
  const [firstYear, lastYear] = years.length === 0 ? [0, 1] : [Math.min(...years), Math.max(...years)];
  const values = all.map((point) => point.value);
  const x = scaleLinear()
    .domain(firstYear === lastYear ? [firstYear - 1, lastYear + 1] : [firstYear, lastYear])
    .range([MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)]);
  // The best rank stands at the top.
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const room = least === most ? Math.max(1, Math.abs(least) * 0.1) : 0;
  const span: [number, number] = [least - room, most + room];
  const y = scaleLinear()
    .domain(measure.kind === "rank" ? [span[1], span[0]] : span)
    .nice(5)
    .range([height - MARGIN.bottom, MARGIN.top]);
  const path = line<Point>()
    .x((point) => x(point.year))
    .y((point) => y(point.value));
  const shownYears = ticksOfYears(firstYear, lastYear, width);
  const isRank = measure.kind === "rank";
  const ends = apart(
    series.flatMap(({ subject, points, targets }, index) => {
      const last = [...points, ...targets].toSorted((a, b) => a.year - b.year).at(-1);
      return last === undefined ? [] : [{ subject, index, last, at: y(last.value) }];
    }),
    NAME_HEIGHT,
  );

  const pointAt = (event: PointerEvent): readonly [number, number] => {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    return [event.clientX - box.left, event.clientY - box.top];
  };
  const chooseWithin = ({ x: fromX, y: fromY, toX, toY }: Box) => {
    const isWithin = (point: Point) => {
      const [px, py] = [x(point.year), y(point.value)];
      return (
        px >= Math.min(fromX, toX) &&
        px <= Math.max(fromX, toX) &&
        py >= Math.min(fromY, toY) &&
        py <= Math.max(fromY, toY)
      );
    };
    const chosen = series.filter(({ points, targets }) => [...points, ...targets].some(isWithin));
    if (chosen.length > 0) onSelect(chosen.map(({ subject }) => subject.id));
  };

  return (
    <div ref={host} class="trend-chart">
      {width > 0 && (
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={label}
          onPointerDown={(event) => {
            const [px, py] = pointAt(event);
            event.currentTarget.setPointerCapture(event.pointerId);
            setBrush({ x: px, y: py, toX: px, toY: py });
          }}
          onPointerMove={(event) => {
            if (brush === null) return;
            const [px, py] = pointAt(event);
            setBrush({ ...brush, toX: px, toY: py });
          }}
          onPointerUp={() => {
            if (brush === null) return;
            const isDrag = Math.abs(brush.toX - brush.x) > 4 || Math.abs(brush.toY - brush.y) > 4;
            if (isDrag) chooseWithin(brush);
            else if (brush.y > MARGIN.top) {
              const nearest = Math.round(x.invert(brush.x));
              onYear(nearest === year || nearest < firstYear || nearest > lastYear ? null : nearest);
            }
            setBrush(null);
          }}
          onPointerCancel={() => setBrush(null)}
        >
          {y.ticks(5).map((tick) => (
            <g key={tick}>
              <line
                class="trend-chart__grid"
                x1={MARGIN.left}
                x2={width - MARGIN.right + 8}
                y1={y(tick)}
                y2={y(tick)}
              />
              <text class="trend-chart__tick" x={MARGIN.left - 10} y={y(tick) + 4} text-anchor="end">
                {counts.number(tick)}
              </text>
            </g>
          ))}
          {year !== null && (
            <rect
              class="trend-chart__year"
              x={x(year) - yearWidth(x) / 2}
              y={MARGIN.top - 8}
              width={yearWidth(x)}
              height={height - MARGIN.top - MARGIN.bottom + 8}
            />
          )}
          {shownYears.map((one) => (
            <text key={one} class="trend-chart__tick" x={x(one)} y={height - 8} text-anchor="middle">
              {one}
            </text>
          ))}
          {series.map(({ subject, points, targets }, index) => {
            const isSelected = selected.has(subject.id);
            const runs = runsOf(points);
            const color = lineColor(index);
            return (
              <g key={subject.id} style={{ "--line-color": color }}>
                {isSelected && points.length > 1 && <path class="trend-chart__casing" d={path(points) ?? ""} />}
                {runs.slice(1).map((run, at) => (
                  <path key={run[0]!.year} class="trend-chart__gap" d={path([runs[at]!.at(-1)!, run[0]!]) ?? ""} />
                ))}
                {runs.map((run) => (
                  <path
                    key={run[0]!.year}
                    class={classNames("trend-chart__line", isSelected && "trend-chart__line--selected")}
                    d={path(run) ?? ""}
                  />
                ))}
                {targets.map((target) => {
                  const before = points.findLast((point) => point.year < target.year);
                  return (
                    <g key={target.year}>
                      {before !== undefined && <path class="trend-chart__to-target" d={path([before, target]) ?? ""} />}
                      <path
                        class="trend-chart__target"
                        d="M0-7L7 0L0 7L-7 0Z"
                        transform={`translate(${x(target.year)} ${y(target.value)})`}
                        data-tip={`${subject.name} ${target.year} ${words.targetOf(valueText(target.value, measure))}`}
                      />
                    </g>
                  );
                })}
                {points.map((point) => (
                  <path
                    key={point.year}
                    class="trend-chart__point"
                    d={pointPath(index)}
                    transform={`translate(${x(point.year)} ${y(point.value)})`}
                    data-tip={`${subject.name} ${point.year} ${valueText(point.value, measure)}${isConflict(point) ? ` · ${words.conflict}` : ""}`}
                  />
                ))}
              </g>
            );
          })}
          {ends.map(({ subject, index, last, at, to }) => (
            <g key={subject.id}>
              {Math.abs(to - at) > 3 && (
                <path class="trend-chart__leader" d={`M${x(last.year) + 8} ${at}L${width - MARGIN.right + 6} ${to}`} />
              )}
              <text
                class={classNames("trend-chart__name", selected.has(subject.id) && "trend-chart__name--selected")}
                style={{ "--line-color": lineColor(index) }}
                x={Math.max(x(last.year) + 12, Math.abs(to - at) > 3 ? width - MARGIN.right + 10 : 0)}
                y={to + 4}
                onPointerDown={(event) => event.stopPropagation()}
                onClick={() => onSelect([subject.id])}
              >
                {shortName(subject.name)} {isRank ? words.rankOf(counts.number(last.value)) : counts.number(last.value)}
              </text>
            </g>
          ))}
          {brush !== null && (
            <rect
              class="trend-chart__brush"
              x={Math.min(brush.x, brush.toX)}
              y={Math.min(brush.y, brush.toY)}
              width={Math.abs(brush.toX - brush.x)}
              height={Math.abs(brush.toY - brush.y)}
            />
          )}
        </svg>
      )}
    </div>
  );
}

export const isConflict = ({ figures }: Point) =>
  figures.some(({ observation }) => observation.value !== figures[0]!.observation.value);

export function valueText(value: number, { unit, kind }: Measure): string {
  const text = messages.value.counts.number(value);
  if (kind === "rank") return figuresMessages.value.rankOf(text);
  return unit === "%" ? `${text}%` : `${text} ${unit}`.trim();
}

function yearWidth(x: (year: number) => number): number {
  return Math.max(24, Math.min(72, x(1) - x(0)));
}

/** Every year where there is room, else every second, fifth ... */
function ticksOfYears(first: number, last: number, width: number): readonly number[] {
  const fitting = Math.max(2, Math.floor((width - MARGIN.left - MARGIN.right) / 52));
  const step = [1, 2, 5, 10, 20, 50].find((one) => (last - first) / one + 1 <= fitting) ?? 100;
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, index) => first + index * step);
}

function shortName(name: string): string {
  return name.length <= 8 ? name : `${name.slice(0, 7)}…`;
}
