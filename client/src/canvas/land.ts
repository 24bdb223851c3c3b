/** The territories that can be drawn as they stand: a border that took in a stranger would say what is not so. */
import type { Entity, EntityId } from "../../../server/contract/index.ts";
import type { Position } from "../state/graph.ts";
import type { NodeElement } from "./elements.ts";
import { borderAround, isInside } from "./territories.ts";
import type { Territory } from "./under-layer.ts";

const MARGIN = 34;
/** Room for the names below the outermost entities. */
const NAME_ROOM = 14;
/** Places that are tried for the name, a side. */
const NAME_STEPS = 12;

export function landOf(
  nodes: readonly { readonly element: NodeElement; readonly at: Position }[],
  territories: ReadonlyMap<EntityId, EntityId>,
  entityOf: (id: EntityId) => Entity | undefined,
): readonly Territory[] {
  const lands: Territory[] = [];
  for (const city of new Set(territories.values())) {
    const members = nodes.filter(({ element }) => territories.get(element.id) === city);
    const name = entityOf(city)?.name;
    if (name === undefined || members.length === 0) continue;
    const border = borderAround(
      members.map(({ element, at }) => ({ ...at, radius: element.radius + NAME_ROOM })),
      MARGIN,
    );
    const { left, top, right, bottom } = boundsOf(border);
    const hasStranger = nodes.some(
      ({ element, at: { x, y } }) =>
        x > left &&
        x < right &&
        y > top &&
        y < bottom &&
        territories.get(element.id) !== city &&
        isInside(border, { x, y }),
    );
    if (!hasStranger) lands.push({ name: name.replace(/市$/, ""), border, ...emptiestPlace(border, members) });
  }
  return lands;
}

export function boundsOf(border: readonly Position[]) {
  const xs = border.map(({ x }) => x);
  const ys = border.map(({ y }) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Within the border, the place farthest from every entity and from the border's own corners. */
export function emptiestPlace(
  border: readonly Position[],
  nodes: readonly { readonly element: NodeElement; readonly at: Position }[],
): Pick<Territory, "nameAt" | "nameRoom"> {
  const { left, top, right, bottom } = boundsOf(border);
  let best = { x: (left + right) / 2, y: (top + bottom) / 2 };
  let bestRoom = -Infinity;
  for (let column = 1; column < NAME_STEPS; column += 1) {
    for (let row = 1; row < NAME_STEPS; row += 1) {
      const place = {
        x: left + ((right - left) * column) / NAME_STEPS,
        y: top + ((bottom - top) * row) / NAME_STEPS,
      };
      if (!isInside(border, place)) continue;
      let room = Infinity;
      for (const { at } of nodes) room = Math.min(room, Math.hypot((at.x - place.x) * 0.6, at.y + 10 - place.y));
      for (const corner of border) room = Math.min(room, Math.hypot(corner.x - place.x, corner.y - place.y) * 1.4);
      if (room > bestRoom) {
        best = place;
        bestRoom = room;
      }
    }
  }
  return { nameAt: best, nameRoom: bestRoom };
}
