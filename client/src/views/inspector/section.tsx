/** A part of the inspector with its heading and how many things it holds. */
import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

import { messages } from "../../i18n/index.ts";

export interface SectionProps {
  readonly title: string;
  readonly count?: number | undefined;
  readonly note?: string | undefined;
  readonly children: ComponentChildren;
}

export function Section({ title, count, note, children }: SectionProps) {
  const id = useId();
  return (
    <section class="inspector__section" aria-labelledby={id}>
      <header class="inspector__head">
        <h3 id={id}>{title}</h3>
        {count !== undefined && <span>{messages.value.counts.number(count)}</span>}
        {note !== undefined && <span class="inspector__note">{note}</span>}
      </header>
      {children}
    </section>
  );
}
