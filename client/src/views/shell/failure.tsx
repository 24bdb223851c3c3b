/** A part of the screen that could not be read, with a way to try again. */
import type { ApiError } from "../../api.ts";
import { messages } from "../../i18n/index.ts";
import { Button, MessageCard, triangleAlertIcon } from "../../ui/index.ts";
import { problemText } from "./problem-text.ts";

export interface FailureProps {
  readonly error: ApiError;
  readonly onRetry?: (() => void) | undefined;
  readonly compact?: boolean;
}

export function Failure({ error, onRetry, compact = false }: FailureProps) {
  const { states, words } = messages.value;
  const id = error.problem?.requestId;
  return (
    <MessageCard
      tone="error"
      compact={compact}
      icon={triangleAlertIcon}
      title={states.failed}
      hint={problemText(error.code)}
      details={[error.code, id].filter((part) => part !== undefined).join(" · ")}
      actions={onRetry !== undefined && <Button onClick={onRetry}>{words.retry}</Button>}
    />
  );
}
