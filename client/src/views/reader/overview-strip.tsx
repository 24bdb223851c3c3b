/** The whole document as a narrow strip: a mark for each sentence with relations, and a frame round what is in sight. */
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

import type { DocumentDetail } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { relationsByPassage } from "./paragraphs.ts";

export interface OverviewStripProps {
  readonly app: AppState;
  readonly detail: DocumentDetail;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

interface Mark {
  readonly id: string;
  /** 0 to 1 of the length of the text. */
  readonly at: number;
  readonly relations: number;
}

interface Frame {
  readonly top: number;
  readonly height: number;
}

export function OverviewStrip({ app, detail, scroller }: OverviewStripProps) {
  const [marks, setMarks] = useState<readonly Mark[]>([]);
  const [frame, setFrame] = useState<Frame>({ top: 0, height: 1 });
  const supported = relationsByPassage(detail.relations);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const measure = () => {
      const whole = element.scrollHeight;
      const sentences = [...element.querySelectorAll<HTMLElement>("[data-passage]")];
      const origin = element.getBoundingClientRect().top - element.scrollTop;
      setMarks(
        sentences.flatMap((sentence) => {
          const id = sentence.dataset["passage"] ?? "";
          const relations = (supported as ReadonlyMap<string, readonly string[]>).get(id)?.length ?? 0;
          const isChosen = id === app.reader.passageId.peek();
          if (relations === 0 && !isChosen) return [];
          const box = sentence.getBoundingClientRect();
          return [{ id, relations, at: (box.top + box.height / 2 - origin) / whole }];
        }),
      );
      setFrame({ top: element.scrollTop / whole, height: element.clientHeight / whole });
    };
    const follow = () =>
      setFrame({ top: element.scrollTop / element.scrollHeight, height: element.clientHeight / element.scrollHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild !== null) observer.observe(element.firstElementChild);
    element.addEventListener("scroll", follow, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener("scroll", follow);
    };
  }, [detail, app.reader.passageId.value]);

  const goTo = (event: MouseEvent) => {
    const strip = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const at = (event.clientY - strip.top) / strip.height;
    const nearest = marks.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0];
    if (nearest !== undefined && Math.abs(nearest.at - at) < 0.015) {
      app.reader.goTo(nearest.id as NonNullable<AppState["reader"]["passageId"]["value"]>);
    } else if (scroller.current !== null) {
      scroller.current.scrollTop = at * scroller.current.scrollHeight - scroller.current.clientHeight / 2;
    }
  };
  const chosen = app.reader.passageId.value;
  return (
    // The keys [ and ] do the same; for the eye alone.
    <div class="strip" aria-hidden="true" data-tip={messages.value.reader.overview} onClick={goTo}>
      {marks.map(({ id, at, relations }) => (
        <span
          key={id}
          class={id === chosen ? "strip__mark strip__mark--chosen" : "strip__mark"}
          style={{ top: `${at * 100}%`, width: `${Math.min(14, 4 + relations * 2)}px` }}
        />
      ))}
      <span
        class="strip__frame"
        style={{ top: `${frame.top * 100}%`, height: `${Math.min(1, frame.height) * 100}%` }}
      />
    </div>
  );
}
