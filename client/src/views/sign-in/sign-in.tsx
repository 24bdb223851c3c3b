/** Over everything, where the server asks who is there: one field, one button. */
import { useComputed, useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";

import { messages } from "../../i18n/index.ts";
import type { SignIn } from "../../state/sign-in.ts";
import { Button, TextField } from "../../ui/index.ts";
import { BrandSign } from "../shell/brand.tsx";
import "./sign-in.css";

export interface SignInScreenProps {
  readonly signIn: SignIn;
  /** The server knows who is there. */
  readonly onSignedIn: () => void;
}

export function SignInScreen({ signIn, onSignedIn }: SignInScreenProps) {
  if (!signIn.isNeeded.value) return null;
  return <Screen signIn={signIn} onSignedIn={onSignedIn} />;
}

function Screen({ signIn, onSignedIn }: SignInScreenProps) {
  const words = messages.value.signIn;
  const token = useSignal("");
  const dialog = useRef<HTMLDialogElement>(null);
  const error = useComputed(() =>
    signIn.fault.value === null ? undefined : messages.value.signIn[signIn.fault.value],
  );
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector("input")?.focus();
  }, []);
  const send = async (event: Event) => {
    event.preventDefault();
    const given = token.value.trim();
    if (given !== "" && !signIn.isSending.value && (await signIn.send(given))) onSignedIn();
  };
  return (
    <dialog ref={dialog} class="sign-in" aria-labelledby="sign-in-title" onCancel={(event) => event.preventDefault()}>
      <form class="sign-in__card" onSubmit={(event) => void send(event)}>
        <p class="sign-in__brand">
          <BrandSign />
        </p>
        <h1 id="sign-in-title">{words.title}</h1>
        <p class="sign-in__line">{words.line}</p>
        <TextField
          isSecret
          label={words.token}
          value={token.value}
          onValue={(value) => (token.value = value)}
          error={error.value}
        />
        <Button type="submit" variant="primary" disabled={token.value.trim() === "" || signIn.isSending.value}>
          {words.send}
        </Button>
      </form>
    </dialog>
  );
}
