/** What is written on lines: the name of the selected and the hovered one, counts of merged ones, names from near. */
import type { RelationId, RelationType } from "../../../server/contract/index.ts";
import type { Position } from "../state/graph.ts";
import { middleOf } from "./edge-hits.ts";
import type { EdgeElement } from "./elements.ts";
import { overlap } from "./label-layout.ts";
import type { Box } from "./label-layout.ts";
import type { Plate } from "./over-layer.ts";
import type { Picture } from "./picture.ts";
import type { Scene, SceneLine } from "./scene.ts";

const MIN_COUNT_ZOOM = 0.5;
const MAX_NAMES = 60;
const PARTNERSHIPS: ReadonlySet<RelationType> = new Set(["CO_BUILT_WITH", "PARTNERS_WITH"]);

export interface PlateFacts {
  readonly scene: Scene;
  readonly zoom: number;
  readonly pan: Position;
  readonly selected: RelationId | null;
  /** Id of the edge under the pointer. */
  readonly hovered: string | null;
  readonly nameOf: (type: RelationType) => string;
}

/** Those that must be read: names give way to them. */
export function firmPlates(facts: PlateFacts): readonly Plate[] {
  const { scene, zoom, selected, hovered, nameOf } = facts;
  const plates: Plate[] = [];
  for (const line of scene.lines) {
    const { relations } = line.element;
    const chosen = selected === null ? undefined : relations.find(({ id }) => id === selected);
    const isHovered = line.id === hovered;
    const isCounted = relations.length > 1 && zoom >= MIN_COUNT_ZOOM;
    if (chosen === undefined && !isHovered && !isCounted) continue;
    const at = middleOnScreen(line, facts);
    if (chosen !== undefined) plates.push({ at, text: nameOf(chosen.type), style: "selected" });
    else if (isHovered) plates.push({ at, text: namesOf(line.element, nameOf), style: "hovered" });
    else plates.push({ at, text: String(relations.length), style: "count" });
  }
  return plates;
}

export function plateBox({ at, text, style }: Plate): Box {
  const half = style === "count" ? 10 : 10 + text.length * 6.5;
  return { left: at.x - half, right: at.x + half, top: at.y - 11, bottom: at.y + 11 };
}

/** Names of partnership lines where there is room for them. */
export function roomyNames(facts: PlateFacts, picture: Picture, labelBoxes: readonly Box[]): readonly Plate[] {
  const { scene, selected, hovered, nameOf } = facts;
  if (!picture.detail.hasLineNames) return [];
  const inView = new Set<string>(picture.nodes.map(({ element }) => element.id));
  const taken = [...labelBoxes];
  const plates: Plate[] = [];
  for (const line of scene.lines) {
    const { type, relations, source, target } = line.element;
    if (!PARTNERSHIPS.has(type) || line.id === hovered || relations.length > 1) continue;
    if (relations[0]!.id === selected || !inView.has(source) || !inView.has(target)) continue;
    const plate: Plate = { at: middleOnScreen(line, facts), text: nameOf(type), style: "plain" };
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

function middleOnScreen(line: SceneLine, { zoom, pan }: PlateFacts): Position {
  const middle = middleOf(line);
  return { x: middle.x * zoom + pan.x, y: middle.y * zoom + pan.y };
}
