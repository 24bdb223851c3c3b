/** Keeps an error of one part of the screen in that part: the rest goes on. */
import type { ComponentChildren } from "preact";
import { useErrorBoundary } from "preact/hooks";

import { messages } from "../../i18n/index.ts";
import { Button, MessageCard, triangleAlertIcon } from "../../ui/index.ts";

export function ErrorBoundary({ children }: { readonly children: ComponentChildren }) {
  const [error, reset] = useErrorBoundary((error: unknown) => console.error(error)) as [unknown, () => void];
  if (error === undefined || error === null) return <>{children}</>;
  const { states, words } = messages.value;
  return (
    <MessageCard
      tone="error"
      icon={triangleAlertIcon}
      title={states.crashed}
      hint={states.crashedHint}
      details={error instanceof Error ? `${error.name}: ${error.message}` : String(error)}
      actions={<Button onClick={reset}>{words.retry}</Button>}
    />
  );
}
