/** A fact in one word. Dashed is kept for what is planned, yellow for evidence. */
import type { ComponentChildren } from "preact";

import { classNames } from "./class-names.ts";
import "./tag.css";

export type TagTone = "plain" | "planned" | "evidence" | "solid";

export function Tag({ tone = "plain", children }: { readonly tone?: TagTone; readonly children: ComponentChildren }) {
  return <span class={classNames("tag", tone !== "plain" && `tag--${tone}`)}>{children}</span>;
}
