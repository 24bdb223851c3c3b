/** Puts a pair on the list of gaps; where it is on it, leads there. */
import { useEffect } from "preact/hooks";

import type { EntityId } from "../../../../server/contract/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Button, checkIcon, plusIcon } from "../../ui/index.ts";
import { gapListMessages } from "./messages.ts";

/** What a note may hold. */
const MOST_CHARACTERS = 5_000;

interface AddGapProps {
  readonly app: AppState;
  readonly one: EntityId;
  readonly other: EntityId;
  /** Why it is a gap, as the view says it: the entry's first text, which a person may change. */
  readonly why: string;
  readonly size?: "regular" | "small";
}

export function AddGap({ app, one, other, why, size = "regular" }: AddGapProps) {
  const words = gapListMessages.value;
  const { gapList } = app;
  useEffect(() => {
    if (gapList.entries.peek().status === "idle") void gapList.load();
  }, [gapList]);
  const variant = size === "small" ? "ghost" : "framed";
  if (gapList.has(one, other)) {
    return (
      <Button size={size} variant={variant} icon={checkIcon} onClick={() => (app.dialog.value = "gaps")}>
        {words.added}
      </Button>
    );
  }
  const add = () =>
    gapList.add(one, other, why.slice(0, MOST_CHARACTERS)).catch((error: unknown) => app.notices.fail(error));
  return (
    <Button size={size} variant={variant} icon={plusIcon} onClick={() => void add()}>
      {words.add}
    </Button>
  );
}
