/** An action of the catalogue as a button: its name, its keys and whether it can be done come from there. */
import { getAction } from "../../actions/catalogue.ts";
import type { ActionId } from "../../actions/catalogue.ts";
import type { ActionTarget } from "../../actions/action.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Button, IconButton } from "../../ui/index.ts";
import type { ButtonVariant, MenuItem } from "../../ui/index.ts";
import { keysText } from "./keys-text.ts";

export interface ActionButtonProps {
  readonly app: AppState;
  readonly id: ActionId;
  readonly icon: string;
  readonly target?: ActionTarget;
  readonly variant?: ButtonVariant;
  readonly size?: "regular" | "small";
  /** Instead of the action's own name. */
  readonly label?: string;
  readonly withText?: boolean;
  readonly pressed?: boolean;
}

export function ActionButton(props: ActionButtonProps) {
  const { app, id, icon, target, withText = false, pressed } = props;
  const action = getAction(id);
  const label = props.label ?? messages.value.actions[id];
  const shortcut = action.shortcuts[0];
  const common = {
    ...(props.variant === undefined ? {} : { variant: props.variant }),
    ...(props.size === undefined ? {} : { size: props.size }),
    ...(pressed === undefined ? {} : { "aria-pressed": pressed }),
    // Not `disabled`: a button that has the focus keeps it when there is nothing more to undo.
    "aria-disabled": action.isEnabled(app, target) ? undefined : true,
    onClick: () => {
      if (action.isEnabled(app, target)) void action.run(app, target);
    },
  } as const;
  if (withText) {
    return (
      <Button {...common} icon={icon}>
        {label}
      </Button>
    );
  }
  return (
    <IconButton
      {...common}
      icon={icon}
      label={label}
      {...(shortcut === undefined ? {} : { keys: keysText(shortcut) })}
    />
  );
}

/** The same as an entry of a menu. */
export function actionItem(app: AppState, id: ActionId, icon: string, target?: ActionTarget): MenuItem {
  const action = getAction(id);
  const shortcut = action.shortcuts[0];
  return {
    id,
    label: messages.value.actions[id],
    icon,
    disabled: !action.isEnabled(app, target),
    keys: shortcut === undefined ? undefined : keysText(shortcut),
    onSelect: () => void action.run(app, target),
  };
}
