/** A table of counts as a picture for paper: colour by count, the number always written, plans in a dashed frame. */
import { xmlText } from "../../../../server/contract/file-text.ts";
import { stepOf, stepStarts } from "../matrix/quantity.ts";
import { lightColor } from "../export/light-color.ts";
import { toFigure } from "./brief.ts";
import type { Figure } from "./brief.ts";

export interface FigureTable {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  cellAt(row: number, column: number): { readonly count: number; readonly planned: number } | undefined;
  /** What is said below: what was left out of the picture. */
  readonly notes: readonly string[];
}

const CELL = { width: 54, height: 26, gap: 3 };
const NAME = 12;
const LETTER = 12.4;
const MOST_NAME = 22;
const SIDE = 12;
const HEAD_TILT = 40;
/** From this step on, what is written on a colour is paper. */
const DARK_FROM = 4;

export function tableFigure({ rows, columns, cellAt, notes }: FigureTable): Figure | null {
  if (rows.length === 0 || columns.length === 0) return null;
  const color = {
    ink: lightColor("--ink"),
    quiet: lightColor("--ink-3"),
    line: lightColor("--line-2"),
    paper: lightColor("--on-type"),
  };
  const steps = Array.from({ length: 7 }, (_, at) => lightColor(`--s${at}`));
  const counts = rows.flatMap((_, row) => columns.map((__, column) => cellAt(row, column)?.count ?? 0));
  const starts = stepStarts(Math.max(0, ...counts));
  const left = Math.max(...rows.map(widthOf)) + 2 * SIDE;
  const longest = Math.max(...columns.map(widthOf));
  const tilt = (HEAD_TILT * Math.PI) / 180;
  const top = longest * Math.sin(tilt) + 24;
  const x = (column: number) => left + column * (CELL.width + CELL.gap);
  const y = (row: number) => top + row * (CELL.height + CELL.gap);
  const told = Math.max(0, ...notes.map(fullWidthOf)) + 2 * SIDE;
  const width = Math.max(x(columns.length) + longest * Math.cos(tilt), told);
  const height = y(rows.length) + notes.length * 20 + 12;
  const text = (at: readonly [number, number], value: string, fill: string, more = "") =>
    `<text x="${round(at[0])}" y="${round(at[1])}" font-size="${NAME}" fill="${fill}" ${more}>${xmlText(value)}</text>`;
  return toFigure(
    [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="0 0 ${round(width)} ${round(height)}" font-family="'Noto Sans SC Variable','Noto Sans SC','Microsoft YaHei','PingFang SC',sans-serif">`,
      ...columns.map((name, column) => {
        const [cx, cy] = [x(column) + CELL.width / 2, top - 8];
        return text([cx, cy], cut(name), color.ink, `transform="rotate(-${HEAD_TILT} ${round(cx)} ${round(cy)})"`);
      }),
      ...rows.map((name, row) => text([left - 8, y(row) + 17], cut(name), color.ink, `text-anchor="end"`)),
      ...rows.flatMap((_, row) =>
        columns.map((__, column) => {
          const cell = cellAt(row, column);
          const [cx, cy] = [x(column) + CELL.width / 2, y(row) + CELL.height / 2];
          if (cell === undefined || cell.count === 0) {
            return `<circle cx="${round(cx)}" cy="${round(cy)}" r="1.5" fill="${color.line}"/>`;
          }
          const step = stepOf(cell.count, starts);
          const isPlan = cell.planned === cell.count;
          const box = `x="${round(x(column) + 0.5)}" y="${round(y(row) + 0.5)}" width="${CELL.width - 1}" height="${CELL.height - 1}" rx="3"`;
          const frame = isPlan
            ? `<rect ${box} fill="none" stroke="${color.ink}" stroke-dasharray="4 3"/>`
            : `<rect ${box} fill="${steps[step]}"/>`;
          const fill = !isPlan && step >= DARK_FROM ? color.paper : color.ink;
          return frame + text([cx, cy + 4], String(cell.count), fill, `text-anchor="middle"`);
        }),
      ),
      ...notes.map((note, at) => text([SIDE, y(rows.length) + 16 + at * 20], note, color.quiet)),
      `</svg>`,
    ].join(""),
  );
}

function cut(name: string): string {
  const letters = [...name];
  return letters.length <= MOST_NAME ? name : `${letters.slice(0, MOST_NAME - 1).join("")}…`;
}

/** Chinese letters are as wide as they are high, others about half. */
function widthOf(name: string): number {
  return fullWidthOf(cut(name));
}

function fullWidthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter < "\u2E80" ? LETTER * 0.56 : LETTER), 0);
}

const round = (value: number) => Math.round(value * 10) / 10;
