/**
 * The canvas as a vector picture for paper: shapes, lines and names in the
 * light theme, without what only helps on a screen (selection, badges). Pure.
 */
import type { Entity, EntityId, Relation } from "../../../server/contract/index.ts";
import { ENTITY_TYPES, RELATION_TYPES } from "../../../server/contract/ontology.ts";
import type { EntityType, RelationLine } from "../../../server/contract/ontology.ts";
import { nodeRadius } from "../canvas/elements.ts";
import { labelLines } from "../canvas/label-text.ts";
import { SHAPES } from "../canvas/node-shapes.ts";
import type { Position } from "../state/graph.ts";
import type { DrawnGraph } from "./graph-files.ts";
import { xmlText } from "./xml-text.ts";

export interface SvgWords {
  readonly type: (type: EntityType) => string;
  /** What a dashed line means. */
  readonly planned: string;
}

const MARGIN = 60;
const NAME_SIZE = 12;
const NAME_LINE = 15;
const KEY_LINE = 22;
const INK = "#16201e";
const EDGE = "#34423f";
const PLACE = "#7f8d89";
const PAPER = "#ffffff";

const color = (type: EntityType) => ENTITY_TYPES[type].color.light;

const LOOKS: Readonly<Record<RelationLine, { readonly color: string; readonly width: number }>> = {
  double: { color: EDGE, width: 1.35 },
  heavy: { color: EDGE, width: 2 },
  "hollow-diamond": { color: EDGE, width: 1.2 },
  dot: { color: PLACE, width: 1 },
  "hollow-dot": { color: PLACE, width: 1 },
  "open-arrow": { color: color("Industry"), width: 1.2 },
  "filled-arrow": { color: color("Policy"), width: 1.2 },
  "hollow-arrow": { color: color("Policy"), width: 1.2 },
  bar: { color: color("Organization"), width: 1.2 },
  "arrow-bar": { color: color("Organization"), width: 1.2 },
};

/** End marks, pointing to the right, with their tip at 0. */
const MARKS: Readonly<Partial<Record<RelationLine, string>>> = {
  "hollow-diamond": "M0 0L-5-3.4L-10 0L-5 3.4Z",
  dot: "M-6 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0",
  "hollow-dot": "M-6 0a3 3 0 1 0 6 0a3 3 0 1 0-6 0",
  "open-arrow": "M-6-4L0 0L-6 4",
  "filled-arrow": "M0 0L-8-4V4Z",
  "hollow-arrow": "M0 0L-8-4V4Z",
  bar: "M0-5V5",
  "arrow-bar": "M0-5V5M-1 0L-8-4V4Z",
};
const FILLED: readonly RelationLine[] = ["dot", "filled-arrow", "arrow-bar"];

/** Entities without a place are left out, and so are their relations. */
export function toSvg({ entities, relations, positions }: DrawnGraph, words: SvgWords): string {
  const placed = entities.filter(({ id }) => positions.has(id));
  const at = (id: EntityId) => positions.get(id)!;
  const xs = placed.map(({ id }) => at(id).x);
  const ys = placed.map(({ id }) => at(id).y);
  const [left, top] = [Math.min(0, ...xs) - MARGIN, Math.min(0, ...ys) - MARGIN];
  const [right, bottom] = [Math.max(0, ...xs) + MARGIN, Math.max(0, ...ys) + MARGIN];
  const byId = new Map(placed.map((entity) => [entity.id, entity]));
  const drawn = relations.filter(({ from, to }) => byId.has(from) && byId.has(to) && from !== to);
  const types = [...new Set(placed.map(({ type }) => type))];
  const hasPlans = drawn.some(({ status }) => status === "planned");
  const keys = types.length + (hasPlans ? 1 : 0);
  const [width, height] = [Math.max(right - left, 320), bottom - top + keys * KEY_LINE + 16];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="${round(left)} ${round(top)} ${round(width)} ${round(height)}" font-family="'Noto Sans SC Variable','Noto Sans SC','Microsoft YaHei','PingFang SC',sans-serif">`,
    `<rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" fill="${PAPER}"/>`,
    ...drawn.map((relation) => lineOf(relation, byId, at)),
    ...placed.map((entity) => shapeOf(entity, at(entity.id))),
    ...placed.map((entity) => nameOf(entity, at(entity.id))),
    ...types.map((type, index) => {
      const y = bottom + 12 + index * KEY_LINE;
      const sign = shapeOf({ type, degree: 0 }, { x: left + 24, y });
      return `${sign}<text x="${round(left + 44)}" y="${round(y + 4)}" font-size="12" fill="${INK}">${xmlText(words.type(type))}</text>`;
    }),
    ...(hasPlans ? [plannedKey(left, bottom + 12 + types.length * KEY_LINE, words.planned)] : []),
    `</svg>`,
    ``,
  ].join("\n");
}

function lineOf(
  { type, from, to, status }: Relation,
  byId: ReadonlyMap<EntityId, Entity>,
  at: (id: EntityId) => Position,
) {
  const { line } = RELATION_TYPES[type];
  const { color: stroke, width } = LOOKS[line];
  const [start, end] = [at(from), at(to)];
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const [dx, dy] = [(end.x - start.x) / length, (end.y - start.y) / length];
  const reach = nodeRadius(byId.get(to)!) + 3;
  const tip = { x: end.x - dx * reach, y: end.y - dy * reach };
  const dash = status === "planned" ? ` stroke-dasharray="7 5"` : "";
  const path = `M${round(start.x)} ${round(start.y)}L${round(tip.x)} ${round(tip.y)}`;
  const strokes =
    line === "double"
      ? `<path d="${path}" stroke="${stroke}" stroke-width="4.6"${dash}/><path d="${path}" stroke="${PAPER}" stroke-width="1.9"/>`
      : `<path d="${path}" stroke="${stroke}" stroke-width="${width}"${dash}/>`;
  const mark = MARKS[line];
  const angle = (Math.atan2(dy, dx) * 180) / Math.PI;
  const fill = line === "open-arrow" || line === "bar" ? "none" : FILLED.includes(line) ? stroke : PAPER;
  const ending =
    mark === undefined
      ? ""
      : `<path d="${mark}" transform="translate(${round(tip.x)} ${round(tip.y)}) rotate(${round(angle)})" stroke="${stroke}" stroke-width="${width}" fill="${fill}"/>`;
  return `<g fill="none">${strokes}${ending}</g>`;
}

function shapeOf(entity: Pick<Entity, "type" | "degree" | "level">, { x, y }: Position): string {
  const radius = nodeRadius(entity);
  const { shape } = ENTITY_TYPES[entity.type];
  const geometry = SHAPES.get(shape)!;
  const place = `transform="translate(${round(x)} ${round(y)}) scale(${round(radius)})"`;
  const fill = color(entity.type);
  if (shape === "ring") {
    const dot = entity.level === "county" ? 0.28 : entity.level === "town" ? 0 : 0.46;
    const inner = entity.level === "province" || entity.level === "country" || entity.level === "area";
    return `<g ${place}><circle r="0.9" fill="${PAPER}" stroke="${fill}" stroke-width="0.2"/>${inner ? `<circle r="0.6" fill="none" stroke="${fill}" stroke-width="0.16"/>` : ""}${dot > 0 ? `<circle r="${inner ? 0.26 : dot}" fill="${fill}"/>` : ""}</g>`;
  }
  if (geometry.points === undefined) {
    return shape === "circle"
      ? `<circle ${place} r="1" fill="${fill}"/>`
      : `<rect ${place} x="${-geometry.halfWidth}" y="${-geometry.halfHeight}" width="${2 * geometry.halfWidth}" height="${2 * geometry.halfHeight}" rx="${geometry.halfWidth}" fill="${fill}"/>`;
  }
  const points = geometry.points
    .map((value, index) => round(value * (index % 2 === 0 ? geometry.halfWidth : geometry.halfHeight)))
    .join(" ");
  return `<polygon ${place} points="${points}" fill="${fill}"/>`;
}

function nameOf(entity: Entity, { x, y }: Position): string {
  const top = y + nodeRadius(entity) + NAME_SIZE + 4;
  const lines = labelLines(entity.name).map(
    (line, index) => `<tspan x="${round(x)}" y="${round(top + index * NAME_LINE)}">${xmlText(line)}</tspan>`,
  );
  return `<text text-anchor="middle" font-size="${NAME_SIZE}" fill="${INK}" stroke="${PAPER}" stroke-width="3" paint-order="stroke"><title>${xmlText(entity.name)}</title>${lines.join("")}</text>`;
}

function plannedKey(left: number, y: number, planned: string): string {
  return `<path d="M${round(left + 14)} ${round(y)}h22" stroke="${EDGE}" stroke-width="1.4" stroke-dasharray="7 5"/><text x="${round(left + 44)}" y="${round(y + 4)}" font-size="12" fill="${INK}">${xmlText(planned)}</text>`;
}

const round = (value: number) => Math.round(value * 100) / 100;
