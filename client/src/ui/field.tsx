/**
 * A field of one line or several, with its label, hint and error. The error
 * is one sentence that says what would be right.
 */
import type { ComponentChildren, Ref } from "preact";
import { useId } from "preact/hooks";

import { classNames } from "./class-names.ts";
import "./field.css";
import { Icon } from "./icon.tsx";
import { circleAlertIcon } from "./icons.ts";

interface CommonProps {
  readonly label: string;
  /** The label is read out but not shown: the placeholder or the place says it. */
  readonly hideLabel?: boolean;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly placeholder?: string;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly class?: string;
}

export interface TextFieldProps extends CommonProps {
  /** Announced as a search box. */
  readonly isSearch?: boolean;
  /** What is typed is not shown. */
  readonly isSecret?: boolean;
  readonly icon?: string;
  /** After the text, inside the frame. */
  readonly trailing?: ComponentChildren;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function TextField(props: TextFieldProps) {
  const { label, hideLabel, hint, error, value, onValue, placeholder, onKeyDown } = props;
  const { isSearch = false, isSecret = false, class: extra, icon, trailing, inputRef } = props;
  const id = useId();
  const kind = isSecret
    ? { type: "password" as const }
    : { type: "text" as const, ...(isSearch ? { role: "searchbox" as const } : {}) };
  return (
    <div class={classNames("field", error !== undefined && "field--wrong", extra)}>
      <label class={hideLabel === true ? "unseen" : "field__label"} for={id}>
        {label}
      </label>
      <div class="field__frame">
        {icon !== undefined && <Icon svg={icon} />}
        <input
          {...kind}
          autocomplete="off"
          spellcheck={false}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={describedBy(id, hint, error)}
          id={id}
          placeholder={placeholder}
          onKeyDown={onKeyDown}
          ref={inputRef ?? null}
          class="field__input"
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        {trailing}
      </div>
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

export interface TextAreaProps extends CommonProps {
  readonly rows?: number;
  /** Text in which every letter counts: a query, JSON. */
  readonly mono?: boolean;
  readonly areaRef?: Ref<HTMLTextAreaElement>;
}

export function TextArea(props: TextAreaProps) {
  const { label, hideLabel, hint, error, value, onValue, placeholder, onKeyDown } = props;
  const { rows = 3, mono, class: extra, areaRef } = props;
  const id = useId();
  return (
    <div class={classNames("field", error !== undefined && "field--wrong", extra)}>
      <label class={hideLabel === true ? "unseen" : "field__label"} for={id}>
        {label}
      </label>
      <textarea
        spellcheck={false}
        autocomplete="off"
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={describedBy(id, hint, error)}
        id={id}
        rows={rows}
        placeholder={placeholder}
        onKeyDown={onKeyDown}
        ref={areaRef ?? null}
        class={classNames("field__frame", "field__area", mono === true && "field__area--mono")}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      <FieldNotes id={id} hint={hint} error={error} />
    </div>
  );
}

function describedBy(id: string, hint: string | undefined, error: string | undefined): string | undefined {
  if (error !== undefined) return `${id}-error`;
  return hint === undefined ? undefined : `${id}-hint`;
}

interface FieldNotesProps {
  readonly id: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
}

function FieldNotes({ id, hint, error }: FieldNotesProps) {
  if (error !== undefined) {
    return (
      <p class="field__error" id={`${id}-error`} role="alert">
        <Icon svg={circleAlertIcon} size={14} />
        <span>{error}</span>
      </p>
    );
  }
  if (hint === undefined) return null;
  return (
    <p class="field__hint" id={`${id}-hint`}>
      {hint}
    </p>
  );
}
