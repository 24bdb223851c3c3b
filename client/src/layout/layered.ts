/**
 * The layout of a hierarchy: who contains, issues or leads stands above what is
 * contained, issued or led. A layer too wide for the picture is folded: those
 * who stand side by side in it then stand in short columns.
 *
 * dagre and ELK leave layers as wide as they get, which for a region with its
 * bodies is ten times as wide as high, and take over 20 s for 1,000 nodes.
 *
 * [Reference] E. R. Gansner et al., A Technique for Drawing Directed Graphs,
 * 1993, for the order of the steps; folding is ours.
 */
import { boundsOf, only } from "./boxes.ts";
import type { Drawing } from "./by-relations.ts";
import { layersOf } from "./layers.ts";
import { connectedParts, subnetwork } from "./network.ts";
import type { Network } from "./network.ts";
import { packParts } from "./pack.ts";
import { spacedOut } from "./spaced.ts";

const SWEEPS = 6;
const MAX_TRIES = 5;
/** Of the shape wanted, as a logarithm: a tenth too wide or too high. */
const NEAR_ENOUGH = 0.1;

/** `arcs` holds pairs of nodes: upper, lower. */
export function arrangeLayered(drawing: Drawing, arcs: ArrayLike<number>): Float64Array {
  const { network, boxes, gap, aspect, edgeLength } = drawing;
  const positions = new Float64Array(network.count * 2);
  const parts = connectedParts(network);
  const ofPart = arcsByPart(parts, network.count, arcs);
  parts.forEach((part, at) => {
    const own = { ...drawing, network: subnetwork(network, part), boxes: only(boxes, part) };
    const local = arrangePart(own, layersOf(own.network, ofPart[at]!));
    part.forEach((node, index) => positions.set(local.subarray(index * 2, index * 2 + 2), node * 2));
  });
  packParts(parts, positions, boxes, { aspect, gap: Math.max(gap * 4, edgeLength / 2) });
  return positions;
}

/** Renumbered as the nodes of each part are. */
function arcsByPart(parts: readonly (readonly number[])[], count: number, arcs: ArrayLike<number>): number[][] {
  const partOf = new Int32Array(count);
  const index = new Int32Array(count);
  parts.forEach((part, at) =>
    part.forEach((node, own) => {
      partOf[node] = at;
      index[node] = own;
    }),
  );
  const byPart: number[][] = parts.map(() => []);
  for (let at = 0; at < arcs.length; at += 2) {
    byPart[partOf[arcs[at]!]!]!.push(index[arcs[at]!]!, index[arcs[at + 1]!]!);
  }
  return byPart;
}

/** Neighbours of one layer, one above the other. */
type Column = readonly number[];

/** Tries widths for the layers until the drawing has about the shape of the picture. */
function arrangePart(drawing: Drawing, layers: readonly (readonly number[])[]): Float64Array {
  const all = Array.from({ length: drawing.network.count }, (_, node) => node);
  let width = foldWidth(drawing, layers);
  let best: { readonly positions: Float64Array; readonly off: number } = {
    positions: new Float64Array(),
    off: Infinity,
  };
  for (let tries = 0; tries < MAX_TRIES && best.off > NEAR_ENOUGH; tries += 1) {
    const positions = arrangeColumns(drawing, fold(drawing, layers, width));
    const { left, top, right, bottom } = boundsOf(all, positions, drawing.boxes);
    const shape = (right - left) / (bottom - top) / drawing.aspect;
    const off = Math.abs(Math.log(shape));
    if (off < best.off) best = { positions, off };
    width /= Math.sqrt(shape);
  }
  return best.positions;
}

function arrangeColumns(drawing: Drawing, layers: readonly (readonly Column[])[]): Float64Array {
  const { network, gap, edgeLength } = drawing;
  const { reach } = drawing.boxes;
  const positions = new Float64Array(network.count * 2);
  let top = 0;
  for (const layer of layers) {
    top = setHeights(layer, reach, gap, top, positions) + edgeLength / 2;
    setPlaces(layer, reach, gap, () => 0, positions);
  }
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const layer of sweep % 2 === 0 ? layers : layers.toReversed()) {
      setPlaces(layer, reach, gap, (node) => meanOfOthers(network, node, positions), positions);
    }
  }
  return positions;
}

/** A width for the layers at which the whole would have the shape of the picture, were all of them full. */
function foldWidth({ boxes: { reach }, gap, aspect, edgeLength }: Drawing, layers: readonly (readonly number[])[]) {
  const area = layers.reduce((sum, nodes) => sum + lengthOf(nodes, reach, gap) * heightOf(nodes, reach, gap), 0);
  // The space between layers takes its part of the height.
  const between = (layers.length * edgeLength) / 2;
  return (between * aspect + Math.sqrt((between * aspect) ** 2 + 4 * area * aspect)) / 2;
}

/** Each layer as columns, high enough that it is about as wide as that. */
function fold({ boxes: { reach }, gap }: Drawing, layers: readonly (readonly number[])[], width: number) {
  return layers.map((nodes) => {
    const rows = Math.max(1, Math.round(lengthOf(nodes, reach, gap) / width));
    return Array.from({ length: Math.ceil(nodes.length / rows) }, (_, column): Column =>
      nodes.slice(column * rows, (column + 1) * rows),
    );
  });
}

/** Of the nodes in one row. */
function lengthOf(nodes: readonly number[], reach: Float32Array, gap: number): number {
  return nodes.reduce((sum, node) => sum + reach[node * 4]! + reach[node * 4 + 2]! + gap, 0);
}

function heightOf(nodes: readonly number[], reach: Float32Array, gap: number): number {
  return nodes.reduce((most, node) => Math.max(most, reach[node * 4 + 1]! + reach[node * 4 + 3]!), 0) + gap;
}

/** Sets the rows of a layer one below the other; returns where they end. */
function setHeights(
  columns: readonly Column[],
  reach: Float32Array,
  gap: number,
  top: number,
  positions: Float64Array,
): number {
  let y = top;
  for (let row = 0; row < columns[0]!.length; row += 1) {
    const nodes = columns.flatMap((column) => column[row] ?? []);
    y += Math.max(...nodes.map((node) => reach[node * 4 + 1]!));
    for (const node of nodes) positions[node * 2 + 1] = y;
    y += Math.max(...nodes.map((node) => reach[node * 4 + 3]!)) + gap;
  }
  return y;
}

/** Sets the columns of a layer as near as can be to where their nodes want to be. */
function setPlaces(
  columns: readonly Column[],
  reach: Float32Array,
  gap: number,
  wantedBy: (node: number) => number,
  positions: Float64Array,
): void {
  const left = columns.map((column) => Math.max(...column.map((node) => reach[node * 4]!)));
  const right = columns.map((column) => Math.max(...column.map((node) => reach[node * 4 + 2]!)));
  const places = spacedOut(
    columns.map((column) => column.reduce((sum, node) => sum + wantedBy(node), 0) / column.length),
    columns.map((_, at) => (at === 0 ? 0 : right[at - 1]! + gap + left[at]!)),
  );
  columns.forEach((column, at) => {
    for (const node of column) positions[node * 2] = places[at]!;
  });
}

/** Of its neighbours in other rows; its own place where it has none. */
function meanOfOthers({ offsets, neighbors }: Network, node: number, positions: Float64Array): number {
  let [sum, count] = [0, 0];
  for (let at = offsets[node]!; at < offsets[node + 1]!; at += 1) {
    const other = neighbors[at]!;
    if (positions[other * 2 + 1] === positions[node * 2 + 1]) continue;
    sum += positions[other * 2]!;
    count += 1;
  }
  return count === 0 ? positions[node * 2]! : sum / count;
}
