/**
 * Grey bars in the place of what is being read. They appear after 400 ms: what
 * comes sooner needs no bars.
 */
import type { ComponentChildren } from "preact";

import { messages } from "../i18n/index.ts";
import "./skeleton.css";

export interface SkeletonProps {
  /** Widths of the bars, in percent. */
  readonly lines?: readonly number[];
  /** What is known so far, and a way to give up; shown after 2 s. */
  readonly note?: ComponentChildren;
  readonly lineHeight?: number;
}

const LINES = [38, 80, 72, 52];

export function Skeleton({ lines = LINES, note, lineHeight = 24 }: SkeletonProps) {
  return (
    <div class="skeleton" role="status" aria-label={messages.value.states.loading}>
      {lines.map((width, index) => (
        <div key={index} class="skeleton__line" style={{ height: `${lineHeight}px` }}>
          <div class="skeleton__bar" style={{ width: `${width}%` }} />
        </div>
      ))}
      {note !== undefined && <div class="skeleton__note">{note}</div>}
    </div>
  );
}
