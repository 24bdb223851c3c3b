/** Values as bars for paper, each with its number and year; a target is a hollow diamond. */
import { xmlText } from "../../../../server/contract/file-text.ts";
import type { Measure, Point } from "../../state/figures/series.ts";
import { lightColor } from "../export/light-color.ts";
import { figuresMessages } from "../figures/messages.ts";
import { valueText } from "../figures/trend-chart.tsx";
import { mapMessages } from "../map/messages.ts";
import type { Figure } from "./brief.ts";

export interface Bar {
  readonly name: string;
  readonly point: Point | undefined;
  readonly target: Point | undefined;
}

const ROW = 30;
const LEFT = 190;
const TRACK = 300;
const WIDTH = 720;

export function barsFigure(bars: readonly Bar[], measure: Measure): Figure | null {
  if (bars.length === 0) return null;
  const color = {
    ink: lightColor("--ink"),
    quiet: lightColor("--ink-3"),
    bar: lightColor("--s4"),
    paper: lightColor("--panel"),
  };
  const values = bars.flatMap(({ point, target }) => [point?.value ?? 0, target?.value ?? 0]);
  const most = Math.max(...values.map(Math.abs), 0);
  const reach = (value: number) => (most === 0 ? 0 : (TRACK * Math.abs(value)) / most);
  const height = bars.length * ROW + 12;
  const rows = bars.map(({ name, point, target }, at) => {
    const y = at * ROW + 8;
    const said = [
      point === undefined ? mapMessages.peek().nothing : `${valueText(point.value, measure)} · ${point.year}`,
      ...(target === undefined
        ? []
        : [`${figuresMessages.peek().targetOf(valueText(target.value, measure))} · ${target.year}`]),
    ].join("  ");
    return [
      `<text x="${LEFT - 10}" y="${y + 15}" text-anchor="end" font-size="12" fill="${color.ink}">${xmlText(name)}</text>`,
      point === undefined
        ? ""
        : `<rect x="${LEFT}" y="${y + 3}" width="${reach(point.value).toFixed(1)}" height="16" fill="${color.bar}"/>`,
      target === undefined
        ? ""
        : `<path d="M0-7L7 0L0 7L-7 0Z" transform="translate(${(LEFT + reach(target.value)).toFixed(1)} ${y + 11})" fill="${color.paper}" stroke="${color.ink}" stroke-width="1.4"/>`,
      `<text x="${LEFT + TRACK + 16}" y="${y + 15}" font-size="12" fill="${color.quiet}">${xmlText(said)}</text>`,
    ].join("");
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="'Noto Sans SC Variable','Noto Sans SC','Microsoft YaHei','PingFang SC',sans-serif">${rows.join("")}</svg>`;
  return { svg, width: WIDTH, height };
}
