/**
 * A button with words, and one with an icon alone (then its name is required
 * and shown as a tooltip).
 */
import type { ButtonHTMLAttributes, ComponentChildren, Ref } from "preact";

import "./button.css";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import { Keycap } from "./keycap.tsx";

export type ButtonVariant = "primary" | "framed" | "ghost" | "danger";

interface CommonProps extends Omit<ButtonHTMLAttributes, "size" | "icon" | "label" | "class" | "ref"> {
  readonly variant?: ButtonVariant;
  readonly size?: "regular" | "small";
  readonly class?: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
}

export interface ButtonProps extends CommonProps {
  readonly icon?: string;
  readonly iconAfter?: string;
  /** Shown on the button: `Ctrl Enter`. */
  readonly keys?: string;
  readonly children: ComponentChildren;
}

export function Button(props: ButtonProps) {
  const {
    variant = "framed",
    size = "regular",
    icon,
    iconAfter,
    keys,
    class: extra,
    buttonRef,
    children,
    ...rest
  } = props;
  return (
    <button
      type="button"
      {...rest}
      ref={buttonRef ?? null}
      class={classNames("button", `button--${variant}`, size === "small" && "button--small", extra)}
    >
      {icon !== undefined && <Icon svg={icon} size={size === "small" ? 14 : 16} />}
      <span class="button__text">{children}</span>
      {iconAfter !== undefined && <Icon svg={iconAfter} size={14} />}
      {keys !== undefined && <Keycap keys={keys} />}
    </button>
  );
}

export interface IconButtonProps extends CommonProps {
  readonly icon: string;
  readonly label: string;
  readonly iconSize?: number;
  /** Shown in the tooltip after the name. */
  readonly keys?: string;
}

export function IconButton(props: IconButtonProps) {
  const { variant = "ghost", size = "regular", icon, label, iconSize, keys, class: extra, buttonRef, ...rest } = props;
  return (
    <button
      type="button"
      aria-label={label}
      data-tip={label}
      {...(keys === undefined ? {} : { "data-tip-keys": keys })}
      {...rest}
      ref={buttonRef ?? null}
      class={classNames("button", "button--icon", `button--${variant}`, size === "small" && "button--small", extra)}
    >
      <Icon svg={icon} size={iconSize ?? (size === "small" ? 14 : 16)} />
    </button>
  );
}
