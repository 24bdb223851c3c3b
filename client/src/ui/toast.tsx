/** Short messages at the bottom left: gone after a while, but for errors, which stay until they are closed. */
import { useEffect, useState } from "preact/hooks";

import { messages } from "../i18n/index.ts";
import { IconButton } from "./button.tsx";
import { classNames } from "./class-names.ts";
import { Icon } from "./icon.tsx";
import { checkIcon, circleAlertIcon, closeIcon } from "./icons.ts";
import { Progress } from "./progress.tsx";
import "./toast.css";

export const TOAST_MS = 6_000;

export interface Toast {
  readonly id: number | string;
  readonly tone: "info" | "error" | "progress";
  readonly text: string;
  /** Until it is closed, as errors do. */
  readonly stays?: boolean;
  readonly action?: { readonly label: string; readonly onAct: () => void } | undefined;
  /** 0 to 1, with the tone `progress`. */
  readonly progress?: number;
}

export interface ToastsProps {
  readonly toasts: readonly Toast[];
  readonly onClose: (id: Toast["id"]) => void;
}

export function Toasts({ toasts, onClose }: ToastsProps) {
  return (
    <section class="toasts" aria-label={messages.value.states.notifications}>
      <div role="status" aria-live="polite">
        {toasts
          .filter(({ tone }) => tone !== "error")
          .map((toast) => (
            <ToastCard key={toast.id} toast={toast} onClose={() => onClose(toast.id)} />
          ))}
      </div>
      <div role="alert">
        {toasts
          .filter(({ tone }) => tone === "error")
          .map((toast) => (
            <ToastCard key={toast.id} toast={toast} onClose={() => onClose(toast.id)} />
          ))}
      </div>
    </section>
  );
}

function ToastCard({ toast, onClose }: { readonly toast: Toast; readonly onClose: () => void }) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (toast.tone !== "info" || toast.stays === true || isHeld) return undefined;
    const timer = setTimeout(onClose, TOAST_MS);
    return () => clearTimeout(timer);
  }, [toast.id, isHeld]);
  const { action } = toast;
  return (
    <div
      class={classNames("toast", `toast--${toast.tone}`)}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocusIn={() => setHeld(true)}
      onFocusOut={() => setHeld(false)}
    >
      <div class="toast__row">
        {toast.tone === "info" && <Icon svg={checkIcon} />}
        {toast.tone === "error" && <Icon svg={circleAlertIcon} class="toast__alert" />}
        <span class="toast__text">{toast.text}</span>
        {action !== undefined && (
          <button type="button" class="text-button" onClick={() => action.onAct()}>
            {action.label}
          </button>
        )}
        {toast.tone !== "progress" && (
          <IconButton size="small" icon={closeIcon} label={messages.value.states.dismiss} onClick={onClose} />
        )}
      </div>
      {toast.progress !== undefined && <Progress label={toast.text} value={toast.progress} />}
    </div>
  );
}
