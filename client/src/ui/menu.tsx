/**
 * A button that opens a list of things to do or to choose from. Arrows move,
 * a letter jumps to the next name that starts with it, Esc closes.
 */
import { useRef, useState } from "preact/hooks";

import { Button, IconButton } from "./button.tsx";
import type { ButtonVariant } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import { checkIcon, chevronDownIcon } from "./icons.ts";
import { Keycap } from "./keycap.tsx";
import "./menu.css";
import type { Align, Box } from "./place.ts";
import { Popover, boxOf } from "./popover.tsx";
import { rove } from "./roving.ts";

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly onSelect: () => void;
  readonly icon?: string | undefined;
  readonly keys?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** Given for a choice: whether it is the present one. */
  readonly checked?: boolean | undefined;
  /** It is on or off by itself, where others are one choice of several. */
  readonly isSwitch?: boolean | undefined;
  /** A line above it. */
  readonly startsGroup?: boolean | undefined;
}

export interface MenuButtonProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly icon?: string;
  /** Shows the icon alone. */
  readonly iconOnly?: boolean;
  readonly variant?: ButtonVariant;
  readonly size?: "regular" | "small";
  readonly align?: Align;
}

export function MenuButton(props: MenuButtonProps) {
  const { label, items, icon, iconOnly = false, variant = "framed", size = "regular", align = "start" } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const common = {
    buttonRef: button,
    variant,
    size,
    "aria-haspopup": "menu",
    "aria-expanded": isOpen,
    onClick: () => setOpen(!isOpen),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "ArrowDown" || isOpen) return;
      event.preventDefault();
      setOpen(true);
    },
  } as const;
  return (
    <>
      {iconOnly && icon !== undefined ? (
        <IconButton {...common} icon={icon} label={label} />
      ) : (
        <Button {...common} {...(icon === undefined ? {} : { icon })} iconAfter={chevronDownIcon}>
          {label}
        </Button>
      )}
      {isOpen && (
        <Menu
          label={label}
          items={items}
          align={align}
          anchor={() => boxOf(button.current)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

export interface MenuProps {
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly anchor: () => Box | undefined;
  readonly align?: Align;
  readonly onClose: () => void;
}

export function Menu({ label, items, anchor, align = "start", onClose }: MenuProps) {
  return (
    <Popover
      role="menu"
      label={label}
      class="menu"
      align={align}
      anchor={anchor}
      onClose={onClose}
      initialFocus="[aria-checked=true], [role^=menuitem]"
      onKeyDown={(event) => {
        rove(event, { selector: "[role^=menuitem]", orientation: "vertical" });
        jumpToLetter(event);
      }}
    >
      {items.map((item) => (
        <button
          key={item.id}
          type="button"
          role={roleOf(item)}
          aria-checked={item.checked}
          aria-disabled={item.disabled === true ? true : undefined}
          tabIndex={-1}
          class={classNames("menu__item", item.startsGroup === true && "menu__item--group")}
          onClick={() => {
            if (item.disabled === true) return;
            onClose();
            item.onSelect();
          }}
        >
          <span class="menu__sign">
            {item.checked === true ? <Icon svg={checkIcon} /> : item.icon !== undefined && <Icon svg={item.icon} />}
          </span>
          <span class="menu__label">{item.label}</span>
          {item.keys !== undefined && <Keycap keys={item.keys} />}
        </button>
      ))}
    </Popover>
  );
}

function roleOf({ checked, isSwitch = false }: MenuItem) {
  if (checked === undefined) return "menuitem";
  return isSwitch ? "menuitemcheckbox" : "menuitemradio";
}

function jumpToLetter(event: KeyboardEvent): void {
  if (event.key.length !== 1 || event.key === " " || event.ctrlKey || event.metaKey || event.altKey) return;
  const root = event.currentTarget as HTMLElement;
  const items = [...root.querySelectorAll<HTMLElement>("[role^=menuitem]")];
  const at = items.indexOf(document.activeElement as HTMLElement);
  const letter = event.key.toLowerCase();
  const after = [...items.slice(at + 1), ...items.slice(0, at + 1)];
  const found = after.find((item) => item.textContent.trim().toLowerCase().startsWith(letter));
  event.stopPropagation();
  found?.focus();
}
