/**
 * One frame of the canvas as numbers: what of the graph is in view, where, and
 * which names are shown. The layers over and under Cytoscape draw from it.
 */
import type { EntityId } from "../../../server/contract/index.ts";
import { ENTITY_TYPES } from "../../../server/contract/ontology.ts";
import type { Position } from "../state/graph.ts";
import type { NodeElement } from "./elements.ts";
import { labelBox, layoutBadges, layoutLabels } from "./label-layout.ts";
import type { Box, LabelledNode, PlacedLabel, Side } from "./label-layout.ts";
import { labelLines } from "./label-text.ts";
import { MIN_SHAPE_RADIUS, detailAt, drawnRadius, isWideRegion, labelWeight } from "./level-of-detail.ts";
import type { Detail } from "./level-of-detail.ts";
import { SHAPES } from "./node-shapes.ts";
import type { LabelStyle } from "./sprites.ts";
import { HALO_REACH, haloScale } from "./halo.ts";

/** A node in view; all in pixels of the screen. */
export interface PictureNode {
  readonly element: NodeElement;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly halfWidth: number;
  readonly halfHeight: number;
}

export interface PictureLabel extends PlacedLabel {
  readonly lines: readonly string[];
  readonly style: LabelStyle;
}

export interface Picture {
  readonly zoom: number;
  readonly pan: Position;
  readonly detail: Detail;
  readonly nodes: readonly PictureNode[];
  readonly labels: readonly PictureLabel[];
  /** By entity, of those with a badge in view: relations that are not shown. */
  readonly badges: ReadonlyMap<EntityId, number>;
}

export interface PictureFacts {
  readonly zoom: number;
  readonly pan: Position;
  readonly width: number;
  readonly height: number;
  /** Most relations first. */
  readonly nodes: Iterable<{ readonly element: NodeElement; readonly at: Position }>;
  /** At which the smallest shapes are drawn from afar. */
  readonly farScale: number;
  readonly selected: ReadonlySet<EntityId>;
  readonly focused: EntityId | null;
  readonly hovered: EntityId | null;
  /** Relations not shown, by entity. */
  readonly notShown: (element: NodeElement) => number;
  /** Undefined for a name that cannot be shown yet. */
  readonly measure: (
    lines: readonly string[],
    style: LabelStyle,
  ) => { readonly width: number; readonly height: number } | undefined;
  readonly lastSides: ReadonlyMap<string, Side>;
  readonly taken: readonly Box[];
}

const STRONG_BY_DEGREE = 5;
const FAR_BY_DEGREE = 12;
const MAX_BADGES = 80;
const SMALL_SCREEN = 720;
const NO_SIZE = { width: 0, height: 0 };
/** A shape of less than this radius may be covered by a name. In pixels. */
const FIRM_RADIUS = 4;

export function composePicture(facts: PictureFacts): Picture {
  const { zoom, pan } = facts;
  const detail = detailAt(zoom, facts.width < SMALL_SCREEN ? "small" : "regular");
  const nodes = nodesInView(facts);
  const notShown = new Map(
    detail.hasBadges ? nodes.map(({ element }) => [element.id, facts.notShown(element)] as const) : [],
  );
  const strongest = new Set(nodes.slice(0, STRONG_BY_DEGREE));
  const named = detail.isFar ? new Set(nodes.slice(0, Math.min(FAR_BY_DEGREE, detail.maxLabels))) : undefined;

  // A few are all named, however light: there is room.
  const isRoomy = nodes.length <= detail.maxLabels;
  const halo = HALO_REACH * haloScale(zoom);
  const lines = new Map<string, { readonly lines: readonly string[]; readonly style: LabelStyle }>();
  const labelled = nodes.map((node): LabelledNode => {
    const { element } = node;
    const isChosen = facts.selected.has(element.id);
    const isHovered = facts.hovered === element.id;
    const isForced = isChosen || isHovered || facts.focused === element.id;
    const weight = labelWeight(element.entity);
    const isWanted =
      isForced ||
      (named === undefined ? isRoomy || weight >= detail.minWeight : named.has(node) || isWideRegion(element.entity));
    const style: LabelStyle =
      isChosen || element.entity.type === "Region" || strongest.has(node) ? "strong" : "regular";
    let size = NO_SIZE;
    if (isWanted) {
      const own = isHovered ? [element.entity.name] : labelLines(element.entity.name);
      lines.set(element.id, { lines: own, style });
      size = facts.measure(own, style) ?? NO_SIZE;
    }
    return {
      id: element.id,
      x: node.x,
      y: node.y,
      // The halo of what is selected is part of its shape.
      halfWidth: node.halfWidth + (isChosen ? halo : 0),
      halfHeight: node.halfHeight + (isChosen ? halo : 0),
      // By its own size: from afar shapes are drawn larger, and would leave no room for any name.
      isFirm: element.radius * zoom >= FIRM_RADIUS,
      width: size.width,
      height: size.height,
      weight,
      isForced,
      badgeWidth: (notShown.get(element.id) ?? 0) > 0 ? badgeWidth(notShown.get(element.id)!) : 0,
    };
  });
  const placed = layoutLabels(labelled, {
    limit: detail.maxLabels,
    lastSides: facts.lastSides,
    taken: facts.taken,
    view: { left: 4, top: 4, right: facts.width - 4, bottom: facts.height - 4 },
  });
  const byId = new Map(labelled.map((node) => [node.id, node]));
  const boxes = placed.map(({ id, side }) => labelBox(byId.get(id)!, side));
  const badges = new Map(
    layoutBadges(labelled, boxes, MAX_BADGES).map((id) => [id as EntityId, notShown.get(id as EntityId)!]),
  );
  return { zoom, pan, detail, nodes, badges, labels: placed.map((label) => ({ ...label, ...lines.get(label.id)! })) };
}

/** With a margin, so that a name reaches into view before its node does. */
function nodesInView({ zoom, pan, width, height, nodes, farScale }: PictureFacts): PictureNode[] {
  const MARGIN = 60;
  const inView: PictureNode[] = [];
  for (const { element, at } of nodes) {
    const x = at.x * zoom + pan.x;
    const y = at.y * zoom + pan.y;
    if (x < -MARGIN || y < -MARGIN || x > width + MARGIN || y > height + MARGIN) continue;
    const radius = Math.max(MIN_SHAPE_RADIUS, drawnRadius(element.radius, farScale) * zoom);
    const { halfWidth, halfHeight } = SHAPES.get(ENTITY_TYPES[element.entity.type].shape)!;
    inView.push({ element, x, y, radius, halfWidth: halfWidth * radius, halfHeight: halfHeight * radius });
  }
  return inView;
}

export function badgeText(count: number): string {
  return `+${count}`;
}

/** In 11 px tabular figures, with its padding. */
export function badgeWidth(count: number): number {
  return 12 + badgeText(count).length * 6.8;
}
