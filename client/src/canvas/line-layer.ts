/**
 * Draws the lines between the shapes: all of one look in few paths, only what
 * is in view, and from afar no more than a stroke each. Five thousand take some
 * ten milliseconds of an office processor, so nothing is cached and nothing can
 * be stale.
 */
import type { EntityId, RelationId } from "../../../server/contract/index.ts";
import { ENTITY_TYPES } from "../../../server/contract/ontology.ts";
import type { Position } from "../state/graph.ts";
import type { NodeElement } from "./elements.ts";
import { drawnRadius } from "./level-of-detail.ts";
import { markBack, markSize, traceMark } from "./line-marks.ts";
import {
  DASH,
  DOUBLE,
  FAR_PLACE_OPACITY,
  FROM_DISTANCE,
  TO_DISTANCE,
  endMark,
  isDouble,
  isPlaceLine,
  lineColor,
} from "./line-style.ts";
import { SHAPES } from "./node-shapes.ts";
import type { Look, Scene, SceneLine } from "./scene.ts";
import { BAND } from "./halo.ts";
import type { CanvasTokens } from "./tokens.ts";

export interface View {
  readonly zoom: number;
  readonly pan: Position;
  readonly width: number;
  readonly height: number;
}

export interface LineFacts {
  readonly scene: Scene;
  readonly view: View;
  /** No end marks, and lines from middle to middle. */
  readonly isFar: boolean;
  /** Of many lines those that leave the view are stubs then: nobody follows them, and they are what takes the time. */
  readonly isMoving: boolean;
  readonly farScale: number;
  readonly haloed: ReadonlySet<EntityId>;
  /** In pixels of the screen. */
  readonly haloReach: number;
  readonly selected: RelationId | null;
}

/** Lines a path: of longer paths each line takes longer to fill, of shorter ones there are more to begin. */
const PATH_LINES = 10;
/** With more lines than this, those that leave the view are stubs of this many pixels while the picture moves. */
const MANY = 500;
const STUB = 64;
/** Lines reach so far out of view before they are cut: dashes and round ends must not show it. In pixels. */
const OUTSIDE = 40;

export function drawLines(context: CanvasRenderingContext2D, facts: LineFacts, tokens: CanvasTokens): void {
  for (const look of facts.scene.looks) drawLook(context, look, facts, tokens);
  const selected = selectedLine(facts);
  if (selected !== undefined) drawSelected(context, selected, facts, tokens);
}

function selectedLine({ scene, selected }: LineFacts): SceneLine | undefined {
  return selected === null
    ? undefined
    : scene.lines.find(({ element }) => element.relations.some(({ id }) => id === selected));
}

function drawLook(context: CanvasRenderingContext2D, look: Look, facts: LineFacts, tokens: CanvasTokens): void {
  const { zoom } = facts.view;
  const paper = isDouble(look.type) && !facts.isFar ? tokens.canvas : undefined;
  context.globalAlpha = facts.isFar && isPlaceLine(look.type) ? FAR_PLACE_OPACITY : 1;
  const color = lineColor(look.type, tokens);
  const width = (look.width + (isDouble(look.type) ? DOUBLE.outline : 0)) * zoom;
  const dash = look.isPlanned && !facts.isFar ? DASH[isDouble(look.type) ? "double" : "single"] : [];
  context.setLineDash(dash.map((length) => length * zoom));
  // Of two double lines that cross, one passes over the other.
  const each = paper === undefined ? PATH_LINES : 1;
  for (let begin = 0; begin < look.lines.length;) {
    const lines = new Path2D();
    const marks = new Path2D();
    let traced = 0;
    while (begin < look.lines.length && traced < each) {
      if (traceLine(lines, marks, look.lines[begin]!, look, facts)) traced += 1;
      begin += 1;
    }
    if (traced === 0) continue;
    stroke(context, lines, color, width);
    if (paper !== undefined) stroke(context, lines, paper, look.width * zoom);
    if (!facts.isFar) drawMarks(context, marks, look, color, facts, tokens);
  }
  context.setLineDash([]);
  context.globalAlpha = 1;
}

function stroke(context: CanvasRenderingContext2D, path: Path2D, color: string, width: number): void {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.stroke(path);
}

function drawMarks(
  context: CanvasRenderingContext2D,
  marks: Path2D,
  { type, isPlanned }: Pick<Look, "type" | "isPlanned">,
  color: string,
  { view }: LineFacts,
  tokens: CanvasTokens,
): void {
  const { shape, isHollow } = endMark(type);
  if (shape === "none") return;
  context.fillStyle = isHollow === true ? tokens.canvas : color;
  context.fill(marks);
  if (isHollow !== true) return;
  if (isPlanned) context.setLineDash([]);
  stroke(context, marks, color, view.zoom);
}

/** In ink, on a band of yellow. */
function drawSelected(
  context: CanvasRenderingContext2D,
  line: SceneLine,
  facts: LineFacts,
  tokens: CanvasTokens,
): void {
  const { zoom } = facts.view;
  const look = facts.scene.lookOf(line);
  const path = new Path2D();
  const marks = new Path2D();
  if (!traceLine(path, marks, line, look, facts)) return;
  context.lineCap = "round";
  stroke(context, path, tokens.evidenceLine, look.width * zoom + Math.max(3, (BAND - 2) * zoom));
  context.lineCap = "butt";
  const dash = look.isPlanned ? DASH[isDouble(look.type) ? "double" : "single"] : [];
  context.setLineDash(dash.map((length) => length * zoom));
  if (isDouble(look.type)) {
    stroke(context, path, tokens.inEvidence, (look.width + DOUBLE.outline) * zoom);
    stroke(context, path, tokens.evidenceLine, look.width * zoom);
  } else stroke(context, path, tokens.inEvidence, look.width * zoom);
  drawMarks(context, marks, look, tokens.inEvidence, facts, tokens);
  context.setLineDash([]);
}

/** Adds a line and its mark to the paths; false when nothing of it is in view. */
function traceLine(lines: Path2D, marks: Path2D, line: SceneLine, look: Look, facts: LineFacts): boolean {
  const { zoom, pan, width, height } = facts.view;
  const fromX = line.from.x * zoom + pan.x;
  const fromY = line.from.y * zoom + pan.y;
  const toX = line.to.x * zoom + pan.x;
  const toY = line.to.y * zoom + pan.y;
  if (Math.max(fromX, toX) < -OUTSIDE || Math.min(fromX, toX) > width + OUTSIDE) return false;
  if (Math.max(fromY, toY) < -OUTSIDE || Math.min(fromY, toY) > height + OUTSIDE) return false;
  if (facts.isFar) {
    lines.moveTo(fromX, fromY);
    lines.lineTo(toX, toY);
    return true;
  }
  const begins = isInView(fromX, fromY, facts.view);
  const ends = isInView(toX, toY, facts.view);
  const isStub = facts.isMoving && !(begins && ends) && facts.scene.lines.length > MANY;
  if (isStub && !begins && !ends) return false;

  const length = Math.hypot(toX - fromX, toY - fromY);
  // The control point of a bow lies twice as far out as its middle.
  const bow = (2 * line.bow * zoom) / length;
  const controlX = (fromX + toX) / 2 - (toY - fromY) * bow;
  const controlY = (fromY + toY) / 2 + (toX - fromX) * bow;
  const half = Math.hypot(controlX - fromX, controlY - fromY);
  // Where it leaves, and where it arrives.
  const [leaveX, leaveY] = [(controlX - fromX) / half, (controlY - fromY) / half];
  const [arriveX, arriveY] = [(toX - controlX) / half, (toY - controlY) / half];
  const begin = FROM_DISTANCE * zoom + borderOf(line.source, leaveX, leaveY, facts);
  const tip = TO_DISTANCE * zoom + borderOf(line.target, -arriveX, -arriveY, facts);
  const { shape } = endMark(look.type);
  const size = markSize(look.width) * zoom;
  const end = tip + markBack(shape) * size;
  if (!(begin + end < length)) return false;

  if (ends) traceMark(marks, shape, toX - arriveX * tip, toY - arriveY * tip, arriveX, arriveY, size);
  const [firstX, firstY] = [fromX + leaveX * begin, fromY + leaveY * begin];
  const [lastX, lastY] = [toX - arriveX * end, toY - arriveY * end];
  if (isStub) {
    const [seenX, seenY, wayX, wayY] = begins ? [firstX, firstY, leaveX, leaveY] : [lastX, lastY, -arriveX, -arriveY];
    lines.moveTo(seenX, seenY);
    lines.lineTo(seenX + wayX * STUB, seenY + wayY * STUB);
  } else if (line.bow === 0) traceCut(lines, firstX, firstY, lastX, lastY, look, facts.view);
  else {
    lines.moveTo(firstX, firstY);
    lines.quadraticCurveTo(controlX, controlY, lastX, lastY);
  }
  return true;
}

function isInView(x: number, y: number, { width, height }: View): boolean {
  return x > -OUTSIDE && y > -OUTSIDE && x < width + OUTSIDE && y < height + OUTSIDE;
}

/** Adds what of a straight line is near the view: strokes far beyond it cost as much as those within. */
function traceCut(
  path: Path2D,
  fromX: number,
  fromY: number,
  toX: number,
  toY: number,
  { isPlanned }: Look,
  { width, height }: View,
): void {
  const [dx, dy] = [toX - fromX, toY - fromY];
  let [enter, leave] = [0, 1];
  // Dashes are counted from the beginning of a line: cut elsewhere, they would crawl while the picture moves.
  if (!isPlanned) {
    for (const [delta, from, low, high] of [
      [dx, fromX, -OUTSIDE, width + OUTSIDE],
      [dy, fromY, -OUTSIDE, height + OUTSIDE],
    ] as const) {
      if (delta === 0) continue;
      const [first, last] = [(low - from) / delta, (high - from) / delta];
      enter = Math.max(enter, Math.min(first, last));
      leave = Math.min(leave, Math.max(first, last));
    }
    if (enter >= leave) return;
  }
  path.moveTo(fromX + dx * enter, fromY + dy * enter);
  path.lineTo(fromX + dx * leave, fromY + dy * leave);
}

/** How far the border of a node, with its halo, is from its middle that way, in pixels. */
function borderOf({ id, entity, radius }: NodeElement, x: number, y: number, facts: LineFacts): number {
  const { border } = SHAPES.get(ENTITY_TYPES[entity.type].shape)!;
  const halo = facts.haloed.has(id) ? facts.haloReach : 0;
  return border(x, y) * drawnRadius(radius, facts.farScale) * facts.view.zoom + halo;
}
