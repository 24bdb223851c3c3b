/**
 * The canvas as a vector picture for paper: shapes, lines, names and the land
 * of groups in the light theme, with the key of what they mean, and without
 * what only helps on a screen (selection, badges). Pure.
 */
import { xmlText } from "../../../server/contract/file-text.ts";
import type { Entity, EntityId, Relation } from "../../../server/contract/index.ts";
import { ENTITY_TYPES, RELATION_TYPES } from "../../../server/contract/ontology.ts";
import type { EntityType, RelationLine } from "../../../server/contract/ontology.ts";
import { nodeRadius, toElements } from "../canvas/elements.ts";
import type { EdgeElement, NodeElement } from "../canvas/elements.ts";
import { hullsOf } from "../canvas/hulls.ts";
import type { OpenGroup } from "../canvas/hulls.ts";
import { labelLines } from "../canvas/label-text.ts";
import { BOW, isDouble, lineWidth } from "../canvas/line-style.ts";
import { SHAPES } from "../canvas/node-shapes.ts";
import type { Position } from "../state/graph.ts";
import { PLAIN_LOOK } from "../state/styling/look.ts";
import type { Look } from "../state/styling/look.ts";
import type { Shade } from "../state/styling/shades.ts";

/** Groups that are drawn as one among the entities. */
export interface SvgGraph {
  readonly entities: readonly Entity[];
  readonly relations: readonly Relation[];
  readonly positions: ReadonlyMap<EntityId, Position>;
  /** Groups whose entities are drawn each by itself. */
  readonly openGroups?: readonly OpenGroup[];
}

export interface SvgWords {
  readonly type: (type: EntityType) => string;
  /** What a dashed line means. */
  readonly planned: string;
}

/** What size, colour and width say, and in which words and colours the key says so. */
export interface SvgStyle {
  readonly look: Look;
  readonly colorOf: (shade: Shade) => string;
  readonly colorTitle: string;
  readonly shades: readonly { readonly shade: Shade; readonly text: string }[];
  /** One line each. */
  readonly notes: readonly string[];
}

const PLAIN_STYLE: SvgStyle = { look: PLAIN_LOOK, colorOf: () => PAPER, colorTitle: "", shades: [], notes: [] };

const MARGIN = 60;
const NAME_SIZE = 12;
const NAME_LINE = 15;
const KEY_LINE = 22;
const INK = "#16201e";
const EDGE = "#34423f";
const PLACE = "#7f8d89";
const PAPER = "#ffffff";
const LAND = "#e9efec";
const LAND_LINE = "#cfd9d5";
const QUIET = "#5f6c69";

const color = (type: EntityType) => ENTITY_TYPES[type].color.light;

const LINE_COLORS: Readonly<Record<RelationLine, string>> = {
  double: EDGE,
  heavy: EDGE,
  "hollow-diamond": EDGE,
  dot: PLACE,
  "hollow-dot": PLACE,
  "open-arrow": color("Industry"),
  "filled-arrow": color("Policy"),
  "hollow-arrow": color("Policy"),
  bar: color("Organization"),
  "arrow-bar": color("Organization"),
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
export function toSvg(graph: SvgGraph, words: SvgWords, style: SvgStyle = PLAIN_STYLE): string {
  const { positions } = graph;
  const placed = graph.entities.filter(({ id }) => positions.has(id));
  const at = (id: EntityId) => positions.get(id)!;
  const ids = new Set(placed.map(({ id }) => id));
  const relations = graph.relations.filter(({ from, to }) => ids.has(from) && ids.has(to) && from !== to);
  const elements = toElements(
    {
      entities: new Map(placed.map((entity) => [entity.id, entity])),
      relations: new Map(relations.map((relation) => [relation.id, relation])),
    },
    style.look,
  );
  const nodes = [...elements.nodes.values()];
  const edges = [...elements.edges.values()];
  const land = hullsOf(
    nodes.map((element) => ({ element, at: at(element.id) })),
    graph.openGroups ?? [],
  );
  const xs = [...placed.map(({ id }) => at(id).x), ...land.flatMap(({ border }) => border.map(({ x }) => x))];
  const ys = [...placed.map(({ id }) => at(id).y), ...land.flatMap(({ border }) => border.map(({ y }) => y))];
  const [left, top] = [least(xs) - MARGIN, least(ys) - MARGIN];
  const [right, bottom] = [most(xs) + MARGIN, most(ys) + MARGIN];
  const keys = keyOf(placed, relations, words, style);
  const [width, height] = [Math.max(right - left, 320), bottom - top + keys.length * KEY_LINE + 16];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${round(width)}" height="${round(height)}" viewBox="${round(left)} ${round(top)} ${round(width)} ${round(height)}" font-family="'Noto Sans SC Variable','Noto Sans SC','Microsoft YaHei','PingFang SC',sans-serif">`,
    `<rect x="${round(left)}" y="${round(top)}" width="${round(width)}" height="${round(height)}" fill="${PAPER}"/>`,
    ...land.map(({ border }) => `<path d="${landPath(border)}" fill="${LAND}" stroke="${LAND_LINE}"/>`),
    ...land
      .filter(({ nameRoom }) => nameRoom >= MIN_NAME_ROOM)
      .map(({ name, nameAt }) =>
        textAt(nameAt.x, nameAt.y, name, `text-anchor="middle" letter-spacing="6" fill="${QUIET}"`),
      ),
    ...edges.map((edge) => lineOf(edge, elements.nodes.get(edge.target)!, at)),
    ...nodes.map((node) => shapeOf(node, at(node.id), style)),
    ...edges.filter(({ relations: all }) => all.length > 1).map((edge) => countOf(edge, at)),
    ...nodes.map((node) => nameOf(node, at(node.id))),
    ...keys.map((key, index) => key(left, bottom + 12 + index * KEY_LINE)),
    `</svg>`,
    ``,
  ].join("\n");
}

const MIN_NAME_ROOM = 30;
/** Of a picture without anything in it. */
const least = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b), 0);
const most = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b), 0);

type KeyLine = (left: number, y: number) => string;

/** Shapes by type, then what a colour, a dash and a size mean. */
function keyOf(
  placed: readonly Entity[],
  relations: readonly Relation[],
  words: SvgWords,
  style: SvgStyle,
): readonly KeyLine[] {
  const line = (left: number, y: number, text: string) => textAt(left + 44, y + 4, text, `fill="${INK}"`);
  const hasShades = style.shades.length > 0;
  const types = [...new Set(placed.map(({ type }) => type))].map((type): KeyLine => (left, y) => {
    const entity: Entity = { id: "" as EntityId, type, name: "", aliases: [], properties: {}, degree: 0 };
    const sign = shapeOf(
      { id: entity.id, entity, radius: nodeRadius(entity), ...(hasShades && { shade: "none" as const }) },
      { x: left + 24, y },
      style,
    );
    return sign + line(left, y, words.type(type));
  });
  const shades = style.shades.map(({ shade, text }, index): KeyLine => (left, y) => {
    const told = index === 0 ? `${style.colorTitle} ${text}` : text;
    return `<rect x="${round(left + 17)}" y="${round(y - 7)}" width="14" height="14" rx="2" fill="${style.colorOf(shade)}" stroke="${QUIET}"/>${line(left, y, told)}`;
  });
  const isPlanned = relations.some(({ status }) => status === "planned");
  const planned: KeyLine = (left, y) => plannedKey(left, y, words.planned);
  const notes = style.notes.map(
    (text): KeyLine =>
      (left, y) =>
        line(left, y, text),
  );
  return [...types, ...shades, ...(isPlanned ? [planned] : []), ...notes];
}

function textAt(x: number, y: number, text: string, attributes: string): string {
  return `<text x="${round(x)}" y="${round(y)}" font-size="${NAME_SIZE}" ${attributes}>${xmlText(text)}</text>`;
}

/** A closed curve through the middles of the border's sides. */
function landPath(border: readonly Position[]): string {
  const middle = (a: Position, b: Position) => `${round((a.x + b.x) / 2)} ${round((a.y + b.y) / 2)}`;
  const sides = border.map((corner, at) => {
    const next = border[(at + 1) % border.length]!;
    return `Q${round(corner.x)} ${round(corner.y)} ${middle(corner, next)}`;
  });
  return `M${middle(border.at(-1)!, border[0]!)}${sides.join("")}Z`;
}

/** Where a line bows to: its control point lies twice as far out as its middle. */
function controlOf({ source, target, bow }: EdgeElement, at: (id: EntityId) => Position, share: 1 | 2): Position {
  const [start, end] = [at(source), at(target)];
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  const out = (share * bow * BOW) / length;
  return {
    x: (start.x + end.x) / 2 - (end.y - start.y) * out,
    y: (start.y + end.y) / 2 + (end.x - start.x) * out,
  };
}

function lineOf(edge: EdgeElement, target: NodeElement, at: (id: EntityId) => Position) {
  const { line } = RELATION_TYPES[edge.type];
  const stroke = LINE_COLORS[line];
  const width = lineWidth(edge.type, edge.weight);
  const [start, end] = [at(edge.source), at(edge.target)];
  const control = controlOf(edge, at, 2);
  const length = Math.hypot(end.x - control.x, end.y - control.y) || 1;
  const [dx, dy] = [(end.x - control.x) / length, (end.y - control.y) / length];
  const reach = target.radius + 3;
  const tip = { x: end.x - dx * reach, y: end.y - dy * reach };
  const dash = edge.isPlanned ? ` stroke-dasharray="7 5"` : "";
  const way = edge.bow === 0 ? "L" : `Q${round(control.x)} ${round(control.y)} `;
  const path = `M${round(start.x)} ${round(start.y)}${way}${round(tip.x)} ${round(tip.y)}`;
  const strokes = isDouble(edge.type)
    ? `<path d="${path}" stroke="${stroke}" stroke-width="${round(width + 2.7)}"${dash}/><path d="${path}" stroke="${PAPER}" stroke-width="${round(width)}"/>`
    : `<path d="${path}" stroke="${stroke}" stroke-width="${round(width)}"${dash}/>`;
  const mark = MARKS[line];
  const angle = (Math.atan2(dy, dx) * 180) / Math.PI;
  const fill = line === "open-arrow" || line === "bar" ? "none" : FILLED.includes(line) ? stroke : PAPER;
  const ending =
    mark === undefined
      ? ""
      : `<path d="${mark}" transform="translate(${round(tip.x)} ${round(tip.y)}) rotate(${round(angle)})" stroke="${stroke}" stroke-width="1.2" fill="${fill}"/>`;
  return `<g fill="none">${strokes}${ending}</g>`;
}

/** How many relations a line stands for. */
function countOf(edge: EdgeElement, at: (id: EntityId) => Position): string {
  const { x, y } = controlOf(edge, at, 1);
  const text = String(edge.relations.length);
  const width = 10 + text.length * 7;
  return `<rect x="${round(x - width / 2)}" y="${round(y - 8)}" width="${width}" height="16" rx="8" fill="${PAPER}" stroke="${LAND_LINE}"/><text x="${round(x)}" y="${round(y + 4)}" font-size="11" text-anchor="middle" fill="${INK}">${text}</text>`;
}

function shapeOf({ entity, radius, shade }: NodeElement, { x, y }: Position, style: SvgStyle): string {
  const { shape } = ENTITY_TYPES[entity.type];
  const geometry = SHAPES.get(shape)!;
  const place = `transform="translate(${round(x)} ${round(y)}) scale(${round(radius)})"`;
  const own = color(entity.type);
  const fill =
    shade === undefined ? own : `${style.colorOf(shade)}" stroke="${QUIET}" stroke-width="${round(1 / radius)}`;
  if (shape === "ring") {
    const paper = shade === undefined ? PAPER : style.colorOf(shade);
    const dot = entity.level === "county" ? 0.28 : entity.level === "town" ? 0 : 0.46;
    const inner = entity.level === "province" || entity.level === "country" || entity.level === "area";
    return `<g ${place}><circle r="0.9" fill="${paper}" stroke="${own}" stroke-width="0.2"/>${inner ? `<circle r="0.6" fill="none" stroke="${own}" stroke-width="0.16"/>` : ""}${dot > 0 ? `<circle r="${inner ? 0.26 : dot}" fill="${own}"/>` : ""}</g>`;
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

function nameOf({ entity, radius }: NodeElement, { x, y }: Position): string {
  const top = y + radius + NAME_SIZE + 4;
  const lines = labelLines(entity.name).map(
    (line, index) => `<tspan x="${round(x)}" y="${round(top + index * NAME_LINE)}">${xmlText(line)}</tspan>`,
  );
  return `<text text-anchor="middle" font-size="${NAME_SIZE}" fill="${INK}" stroke="${PAPER}" stroke-width="3" paint-order="stroke"><title>${xmlText(entity.name)}</title>${lines.join("")}</text>`;
}

function plannedKey(left: number, y: number, planned: string): string {
  return `<path d="M${round(left + 14)} ${round(y)}h22" stroke="${EDGE}" stroke-width="1.4" stroke-dasharray="7 5"/><text x="${round(left + 44)}" y="${round(y + 4)}" font-size="12" fill="${INK}">${xmlText(planned)}</text>`;
}

const round = (value: number) => Math.round(value * 100) / 100;
