/** What people have decided, newest first; each can be taken back. */
import type { DecisionEntry } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Button, MessageCard, pencilIcon } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { decisionText } from "./decision-text.ts";
import { nameMessages } from "./messages.ts";

export function DecisionList({
  app,
  decisions,
}: {
  readonly app: AppState;
  readonly decisions: readonly DecisionEntry[];
}) {
  const words = nameMessages.value;
  if (decisions.length === 0) {
    return <MessageCard icon={pencilIcon} title={words.noDecisions} hint={words.noDecisionsHint} />;
  }
  const numbered = decisions.map((decision, index) => ({ decision, number: index + 1 })).toReversed();
  return (
    <ul class="names__merges">
      {numbered.map(({ decision, number }) => (
        <li key={`${number} ${JSON.stringify(decision)}`} class="merge">
          <EntityMark type={decision.type} size={20} />
          <span class="merge__names">{decisionText(decision)}</span>
          <span class="names__facts">
            {[decision.because, decision.documents?.join(messages.value.counts.separator)]
              .filter((part) => part !== undefined)
              .join(" · ")}
          </span>
          <Button
            size="small"
            disabled={app.names.isBusy.value}
            aria-label={`${words.takeBack}：${decisionText(decision)}`}
            onClick={() => void app.names.revoke(number)}
          >
            {words.takeBack}
          </Button>
        </li>
      ))}
    </ul>
  );
}
