/** An empty, failed or fruitless place: what is so, what to do, and the button that does it. */
import type { ComponentChildren } from "preact";

import { messages } from "../i18n/index.ts";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import "./message-card.css";

export interface MessageCardProps {
  readonly icon: string;
  readonly title: string;
  readonly hint?: ComponentChildren;
  /** One button, or two where the second is the lesser. */
  readonly actions?: ComponentChildren;
  /** Folded away. */
  readonly details?: string | undefined;
  readonly tone?: "plain" | "error";
  readonly compact?: boolean;
}

export function MessageCard({ icon, title, hint, actions, details, tone = "plain", compact }: MessageCardProps) {
  return (
    <div
      class={classNames("message-card", `message-card--${tone}`, compact === true && "message-card--compact")}
      role={tone === "error" ? "alert" : undefined}
    >
      <Icon svg={icon} size={26} />
      <p class="message-card__title">{title}</p>
      {hint !== undefined && <p class="message-card__hint">{hint}</p>}
      {actions !== undefined && <div class="message-card__actions">{actions}</div>}
      {details !== undefined && details !== "" && (
        <details class="message-card__details">
          <summary>{messages.value.states.details}</summary>
          <pre>{details}</pre>
        </details>
      )}
    </div>
  );
}
