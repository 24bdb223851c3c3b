/**
 * What lies under the lines and shapes: territories, the halo of what is
 * selected, the band under the hovered line. Not a style of Cytoscape: a change
 * of style makes it draw its cached pictures anew, which each move of the mouse would do.
 */
import type { Position } from "../state/graph.ts";
import { middleOf } from "./edge-hits.ts";
import type { Line } from "./edge-hits.ts";
import type { Box } from "./label-layout.ts";
import type { Picture, PictureNode } from "./picture.ts";
import { BAND, haloScale } from "./halo.ts";
import type { CanvasTokens } from "./tokens.ts";

/** A city's land, in the canvas's units. */
export interface Territory {
  readonly name: string;
  readonly border: readonly Position[];
  /** Where its name stands, and how far the next thing is from there. */
  readonly nameAt: Position;
  readonly nameRoom: number;
}

/** The halo, from inside out: paper, a line of ink, a ring of yellow; together `HALO_REACH`. */
const RING = { paper: 6.5, ink: 1.5, ring: 4 };

/** From letter to letter of a name of land, and the room it needs about its middle. In pixels. */
const NAME_STEP = 22;
const MIN_NAME_ROOM = 30;

export function drawUnder(
  context: CanvasRenderingContext2D,
  picture: Picture,
  territories: readonly Territory[],
  isHaloed: (node: PictureNode) => boolean,
  hovered: Line | undefined,
  tokens: CanvasTokens,
): void {
  const toScreen = ({ x, y }: Position) => ({
    x: x * picture.zoom + picture.pan.x,
    y: y * picture.zoom + picture.pan.y,
  });
  for (const { border } of territories) drawLand(context, border.map(toScreen), tokens);
  for (const land of territories) {
    if (hasNameRoom(land, picture.zoom)) drawLandName(context, land.name, toScreen(land.nameAt), tokens);
  }
  if (hovered !== undefined) drawBand(context, hovered, toScreen, picture.zoom, tokens);
  const scale = haloScale(picture.zoom);
  for (const node of picture.nodes) if (isHaloed(node)) drawHalo(context, node, scale, tokens);
}

function drawBand(
  context: CanvasRenderingContext2D,
  line: Line,
  toScreen: (at: Position) => Position,
  zoom: number,
  tokens: CanvasTokens,
): void {
  const [from, to, middle] = [toScreen(line.from), toScreen(line.to), toScreen(middleOf(line))];
  context.beginPath();
  context.moveTo(from.x, from.y);
  // Through the middle: its control point lies as far beyond it as it lies beyond the straight line.
  context.quadraticCurveTo(2 * middle.x - (from.x + to.x) / 2, 2 * middle.y - (from.y + to.y) / 2, to.x, to.y);
  context.lineWidth = Math.max(6, BAND * zoom);
  context.lineCap = "round";
  context.strokeStyle = tokens.press;
  context.stroke();
}

/** A closed curve through the middles of the border's sides. */
function drawLand(context: CanvasRenderingContext2D, border: readonly Position[], tokens: CanvasTokens): void {
  const last = border.at(-1);
  const first = border[0];
  if (first === undefined || last === undefined) return;
  const start = between(last, first);
  context.beginPath();
  context.moveTo(start.x, start.y);
  border.forEach((corner, at) => {
    const end = between(corner, border[(at + 1) % border.length]!);
    context.quadraticCurveTo(corner.x, corner.y, end.x, end.y);
  });
  context.closePath();
  context.fillStyle = tokens.hull;
  context.fill();
  context.strokeStyle = tokens.hullLine;
  context.lineWidth = 1;
  context.stroke();
}

function between(a: Position, b: Position): Position {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function drawLandName(context: CanvasRenderingContext2D, name: string, at: Position, tokens: CanvasTokens): void {
  context.font = `450 13.5px ${tokens.font}`;
  context.fillStyle = tokens.ink3;
  context.textAlign = "center";
  context.textBaseline = "middle";
  // Spaced by hand: not every browser's canvas knows letter spacing.
  const letters = [...name];
  letters.forEach((letter, index) =>
    context.fillText(letter, at.x + (index - (letters.length - 1) / 2) * NAME_STEP, at.y),
  );
}

/** A name in a crowd could not be read; the sign of the city is named anyway. */
function hasNameRoom({ nameRoom }: Territory, zoom: number): boolean {
  return nameRoom * zoom >= MIN_NAME_ROOM;
}

/** What the names of the land take of the screen. */
export function landNameBoxes(territories: readonly Territory[], zoom: number, pan: Position): readonly Box[] {
  return territories
    .filter((land) => hasNameRoom(land, zoom))
    .map(({ name, nameAt }) => {
      const half = (name.length * NAME_STEP) / 2;
      const [x, y] = [nameAt.x * zoom + pan.x, nameAt.y * zoom + pan.y];
      return { left: x - half, right: x + half, top: y - 9, bottom: y + 9 };
    });
}

function drawHalo(
  context: CanvasRenderingContext2D,
  { x, y, halfWidth, halfHeight }: PictureNode,
  scale: number,
  tokens: CanvasTokens,
): void {
  const radius = Math.max(halfWidth, halfHeight) + RING.paper * scale;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = tokens.canvas;
  context.fill();
  context.lineWidth = (RING.ring + RING.ink) * scale;
  context.strokeStyle = tokens.evidenceLine;
  context.beginPath();
  context.arc(x, y, radius + ((RING.ring + RING.ink) / 2) * scale, 0, 2 * Math.PI);
  context.stroke();
  context.lineWidth = RING.ink;
  context.strokeStyle = tokens.ink;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.stroke();
}
