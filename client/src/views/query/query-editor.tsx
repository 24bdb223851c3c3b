/** The text of a query with line numbers; where the server found an error, its line is marked. */
import { useEffect, useRef } from "preact/hooks";

import { messages } from "../../i18n/index.ts";
import { Icon, circleAlertIcon } from "../../ui/index.ts";
import "./query-editor.css";

export interface QueryEditorProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onRun: () => void;
  readonly error:
    | { readonly text: string; readonly position: Position | undefined; readonly detail: string }
    | undefined;
}

/** From 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const LEAST_LINES = 8;

export function QueryEditor({ value, onValue, onRun, error }: QueryEditorProps) {
  const { query: words } = messages.value;
  const area = useRef<HTMLTextAreaElement>(null);
  const lines = value.split("\n").length;
  const goTo = (position: Position) => {
    const at = offsetOf(value, position);
    area.current?.focus();
    area.current?.setSelectionRange(at, Math.min(value.length, at + 1));
  };
  useEffect(() => {
    if (error?.position !== undefined) goTo(error.position);
  }, [error?.position]);
  return (
    <div class="query-editor">
      <div class="query-editor__frame">
        <div class="query-editor__gutter" aria-hidden="true">
          {Array.from({ length: Math.max(lines, LEAST_LINES) }, (_, index) => (
            <span key={index} class={error?.position?.line === index + 1 ? "query-editor__wrong" : undefined}>
              {index < lines ? index + 1 : ""}
            </span>
          ))}
        </div>
        <textarea
          ref={area}
          class="query-editor__text"
          aria-label={words.editor}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : "query-error"}
          data-region-focus=""
          rows={Math.max(lines, LEAST_LINES)}
          wrap="off"
          spellcheck={false}
          autocomplete="off"
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            onRun();
          }}
        />
      </div>
      {error !== undefined && (
        <div class="query-editor__error" id="query-error" role="alert">
          <Icon svg={circleAlertIcon} />
          <div>
            <p>
              {error.position !== undefined && (
                <button type="button" class="text-button" onClick={() => goTo(error.position!)}>
                  {words.at(error.position.line, error.position.column)}
                </button>
              )}{" "}
              {error.text}
            </p>
            {error.detail !== "" && <pre lang="en">{error.detail}</pre>}
          </div>
        </div>
      )}
    </div>
  );
}

/** Index in the text of a place that is counted from 1; beyond the end it is the end. */
export function offsetOf(text: string, { line, column }: Position): number {
  const lines = text.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, content) => sum + content.length + 1, 0);
  return Math.max(0, Math.min(text.length, before + column - 1));
}
