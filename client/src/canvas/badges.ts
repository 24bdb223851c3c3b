/** The badges "+118" as buttons over the canvas; by keyboard the same is done with E. */
import type { EntityId } from "../../../server/contract/index.ts";
import type { Position } from "../state/graph.ts";
import { badgeBox } from "./label-layout.ts";
import { badgeText, badgeWidth } from "./picture.ts";
import type { Picture } from "./picture.ts";

export interface Badges {
  draw(picture: Picture): void;
  /** All together, where the picture is moved as it is. */
  moveTo(pan: Position): void;
}

export function createBadges(
  layer: HTMLElement,
  nameOf: (id: EntityId, count: number) => string,
  onPick: (id: EntityId) => void,
): Badges {
  const buttons = new Map<EntityId, HTMLButtonElement>();
  const create = (id: EntityId) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "canvas-badge";
    // Out of the order of Tab, which goes along relations here.
    button.tabIndex = -1;
    button.dataset["entity"] = id;
    button.addEventListener("click", () => onPick(id));
    layer.append(button);
    return button;
  };

  return {
    draw({ badges, nodes, pan }) {
      // All move together with the picture: one change of style a frame, not one a button.
      setTransform(layer, pan);
      for (const [id, button] of buttons) {
        if (badges.has(id)) continue;
        button.remove();
        buttons.delete(id);
      }
      for (const node of nodes) {
        const { id } = node.element;
        const count = badges.get(id);
        if (count === undefined) continue;
        const button = buttons.get(id) ?? create(id);
        buttons.set(id, button);
        const text = badgeText(count);
        if (button.textContent !== text) button.textContent = text;
        const name = nameOf(id, count);
        if (button.title !== name) {
          button.title = name;
          button.setAttribute("aria-label", name);
        }
        const box = badgeBox({
          ...node,
          id,
          width: 0,
          height: 0,
          weight: 0,
          isForced: false,
          isFirm: true,
          badgeWidth: badgeWidth(count),
        });
        setTransform(button, { x: box.left - pan.x, y: box.top - pan.y });
      }
    },
    moveTo: (pan) => setTransform(layer, pan),
  };
}

/** In whole pixels, or the text would blur. */
function setTransform(element: HTMLElement, { x, y }: Position): void {
  const transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
  if (element.style.transform !== transform) element.style.transform = transform;
}
