/**
 * One region of the screen. F6 goes from one to the next, so each takes the
 * focus itself; screen readers know it by its label.
 */
import type { ComponentChildren } from "preact";

import { classNames } from "../../ui/index.ts";

export type RegionName = "top" | "rail" | "left" | "view" | "right" | "status";

export interface RegionProps {
  readonly name: RegionName;
  readonly label: string;
  readonly class?: string;
  /** Groups of single-letter keys that work within. */
  readonly keys?: string;
  readonly children: ComponentChildren;
}

const TAGS = { top: "header", rail: "nav", left: "aside", view: "main", right: "aside", status: "footer" } as const;

export function Region({ name, label, class: extra, keys, children }: RegionProps) {
  const Tag = TAGS[name];
  return (
    <Tag
      data-region={name}
      data-keys={keys}
      aria-label={label}
      tabIndex={-1}
      id={name === "view" ? "view" : undefined}
      class={classNames("region", `region--${name}`, extra)}
    >
      {children}
    </Tag>
  );
}
