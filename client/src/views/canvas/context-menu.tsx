/** What can be done with an entity, a relation or the canvas itself, beside where it was asked for. */
import { getAction } from "../../actions/catalogue.ts";
import type { ActionId } from "../../actions/catalogue.ts";
import type { EntityId, RelationId } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import { isGroupId } from "../../state/roll-up/groups.ts";
import type { AppState } from "../../state/app-state.ts";
import {
  Menu,
  bookOpenIcon,
  canvasIcon,
  closeIcon,
  expandIcon,
  eyeOffIcon,
  fitIcon,
  layoutIcon,
  minusIcon,
  pinIcon,
  unpinIcon,
} from "../../ui/index.ts";
import type { MenuItem } from "../../ui/index.ts";
import { groupItems } from "../roll-up/group-menu.tsx";
import { rollUpMessages } from "../roll-up/messages.ts";
import { actionItem } from "../shell/action-button.tsx";

export function ContextMenu({ app }: { readonly app: AppState }) {
  const menu = app.contextMenu.value;
  if (menu === null) return null;
  const { subject, at } = menu;
  const close = () => {
    app.contextMenu.value = null;
  };
  return (
    <Menu
      label={messages.value.canvas.menu}
      items={itemsFor(app, subject)}
      anchor={() => {
        const canvas = app.canvasHost.peek()?.getBoundingClientRect();
        return { left: (canvas?.left ?? 0) + at.x, top: (canvas?.top ?? 0) + at.y, width: 0, height: 0 };
      }}
      onClose={close}
    />
  );
}

type Subject = NonNullable<AppState["contextMenu"]["value"]>["subject"];

function itemsFor(app: AppState, subject: Subject): readonly MenuItem[] {
  if (subject === null) return canvasItems(app);
  return subject.kind === "entity" ? entityItems(app, subject.id) : relationItems(app, subject.id);
}

function groupMenuItems(app: AppState, id: EntityId): readonly MenuItem[] {
  return [
    {
      id: "inspect",
      label: messages.value.actions.inspect,
      icon: bookOpenIcon,
      onSelect: () => app.selection.selectEntity(id),
    },
    { id: "open", label: rollUpMessages.value.open, icon: expandIcon, onSelect: () => app.rollUp.open(id) },
  ];
}

function entityItems(app: AppState, id: EntityId): readonly MenuItem[] {
  if (isGroupId(id)) return groupMenuItems(app, id);
  const { words, actions } = messages.value;
  const isPinned = app.history.present.peek().pinned.has(id);
  const target = { entity: id };
  return [
    {
      id: "inspect",
      label: actions.inspect,
      icon: bookOpenIcon,
      onSelect: () => app.selection.selectEntity(id),
    },
    actionItem(app, "expand", expandIcon, target),
    actionItem(app, "collapse", minusIcon, target),
    ...pathItems(app, id),
    { ...actionItem(app, "hide", eyeOffIcon, target), startsGroup: true },
    {
      ...actionItem(app, "pin", isPinned ? unpinIcon : pinIcon, target),
      label: isPinned ? words.unpin : words.pin,
    },
    {
      id: "remove",
      label: words.remove,
      icon: closeIcon,
      onSelect: () => app.exploration.remove([id]),
    },
  ];
}

/** From what is selected to the entity that was pointed at. */
function pathItems(app: AppState, id: EntityId): readonly MenuItem[] {
  const { actions } = messages.value;
  const { entities } = app.history.present.peek();
  const others = [...app.selection.entities.peek()].filter((other) => other !== id && entities.has(other));
  if (others.length === 0) return [];
  return [
    {
      id: "find-paths",
      label: actions["find-paths"],
      icon: canvasIcon,
      onSelect: () => app.paths.open([...others, id]),
    },
  ];
}

function relationItems(app: AppState, id: RelationId): readonly MenuItem[] {
  return [
    {
      id: "inspect",
      label: messages.value.inspector.evidence,
      icon: bookOpenIcon,
      onSelect: () => app.selection.selectRelation(id),
    },
  ];
}

const CANVAS_ACTIONS: readonly (readonly [ActionId, string])[] = [
  ["fit", fitIcon],
  ["arrange-relations", layoutIcon],
  ["show-hidden", canvasIcon],
  ["clear-canvas", closeIcon],
];

function canvasItems(app: AppState): readonly MenuItem[] {
  return [
    ...CANVAS_ACTIONS.filter(([id]) => getAction(id).isEnabled(app)).map(([id, icon]) => actionItem(app, id, icon)),
    ...groupItems(app).map((item, at) => ({ ...item, startsGroup: at === 0 })),
  ];
}
