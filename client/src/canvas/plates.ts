/** What is written on lines: the name of the selected and the hovered one, counts of merged ones, names from near. */
import type { Core } from "cytoscape";

import type { RelationId, RelationType } from "../../../server/contract/index.ts";
import type { Position } from "../state/graph.ts";
import { middleOf } from "./edge-hits.ts";
import type { CanvasElements, EdgeElement } from "./elements.ts";
import { overlap } from "./label-layout.ts";
import type { Box } from "./label-layout.ts";
import { lineOf } from "./lines.ts";
import type { Plate } from "./over-layer.ts";
import type { Picture } from "./picture.ts";

const MIN_COUNT_ZOOM = 0.5;
const MAX_NAMES = 60;
const PARTNERSHIPS: ReadonlySet<RelationType> = new Set(["CO_BUILT_WITH", "PARTNERS_WITH"]);

export interface PlateFacts {
  readonly cy: Core;
  readonly elements: CanvasElements;
  readonly selected: RelationId | null;
  /** Id of the edge under the pointer. */
  readonly hovered: string | null;
  readonly nameOf: (type: RelationType) => string;
}

/** Those that must be read: names give way to them. */
export function firmPlates({ cy, elements, selected, hovered, nameOf }: PlateFacts): readonly Plate[] {
  const plates: Plate[] = [];
  for (const edge of elements.edges.values()) {
    const chosen = edge.relations.find(({ id }) => id === selected);
    const isHovered = edge.id === hovered;
    const isCounted = edge.relations.length > 1 && cy.zoom() >= MIN_COUNT_ZOOM;
    if (chosen === undefined && !isHovered && !isCounted) continue;
    const at = middleOnScreen(cy, edge);
    if (at === undefined) continue;
    if (chosen !== undefined) plates.push({ at, text: nameOf(chosen.type), style: "selected" });
    else if (isHovered) plates.push({ at, text: namesOf(edge, nameOf), style: "hovered" });
    else plates.push({ at, text: String(edge.relations.length), style: "count" });
  }
  return plates;
}

export function plateBox({ at, text, style }: Plate): Box {
  const half = style === "count" ? 10 : 10 + text.length * 6.5;
  return { left: at.x - half, right: at.x + half, top: at.y - 11, bottom: at.y + 11 };
}

/** Names of partnership lines where there is room for them. */
export function roomyNames(
  { cy, elements, selected, hovered, nameOf }: PlateFacts,
  picture: Picture,
  labelBoxes: readonly Box[],
): readonly Plate[] {
  if (!picture.detail.hasLineNames) return [];
  const inView = new Set<string>(picture.nodes.map(({ element }) => element.id));
  const taken = [...labelBoxes];
  const plates: Plate[] = [];
  for (const edge of elements.edges.values()) {
    if (!PARTNERSHIPS.has(edge.type) || edge.id === hovered || edge.relations.length > 1) continue;
    if (edge.relations[0]!.id === selected || !inView.has(edge.source) || !inView.has(edge.target)) continue;
    const at = middleOnScreen(cy, edge);
    if (at === undefined) continue;
    const plate: Plate = { at, text: nameOf(edge.type), style: "plain" };
    const box = plateBox(plate);
    if (taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    plates.push(plate);
    if (plates.length === MAX_NAMES) break;
  }
  return plates;
}

function namesOf(edge: EdgeElement, nameOf: (type: RelationType) => string): string {
  return [...new Set(edge.relations.map(({ type }) => nameOf(type)))].join(" · ");
}

function middleOnScreen(cy: Core, edge: EdgeElement): Position | undefined {
  const line = lineOf(cy, edge);
  if (line === undefined) return undefined;
  const middle = middleOf(line);
  return { x: middle.x * cy.zoom() + cy.pan().x, y: middle.y * cy.zoom() + cy.pan().y };
}
