/** A field for each parameter of the query, with its type; none where the query has none. */
import { useId } from "preact/hooks";

import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { EMPTY_ENTRY, PARAMETER_TYPES } from "../../state/query-parameters.ts";
import type { ParameterEntry, ParameterFault, ParameterType } from "../../state/query-parameters.ts";
import { Icon, circleAlertIcon } from "../../ui/index.ts";
import { EntityField } from "./entity-field.tsx";
import { queryMessages } from "./messages.ts";

export function ParameterBar({ app }: { readonly app: AppState }) {
  const tab = app.query.current.value;
  const names = tab.parameters.value;
  if (names.length === 0) return null;
  return (
    <div class="parameter-bar" role="group" aria-label={messages.value.query.parameters}>
      <span class="parameter-bar__label">{messages.value.query.parameters}</span>
      {names.map((name) => (
        <ParameterField
          key={`${tab.id} ${name}`}
          app={app}
          name={name}
          entry={tab.entries.value[name] ?? EMPTY_ENTRY}
          fault={app.query.shownFaults.value[name]}
          onEntry={(entry) => tab.setEntry(name, entry)}
          onRun={() => void app.query.run()}
        />
      ))}
    </div>
  );
}

export interface ParameterFieldProps {
  readonly app: AppState;
  readonly name: string;
  /** What a planner reads in the place of the name. */
  readonly label?: string | undefined;
  readonly entry: ParameterEntry;
  readonly fault: ParameterFault | undefined;
  /** Without the choice of a type, as in a form. */
  readonly isTypeFixed?: boolean;
  readonly onEntry: (entry: ParameterEntry) => void;
  readonly onRun: () => void;
}

export function ParameterField(props: ParameterFieldProps) {
  const { name, label, entry, fault, isTypeFixed = false, onEntry } = props;
  const words = queryMessages.value;
  const id = useId();
  return (
    <div class="parameter">
      <label for={id} class={label === undefined ? "parameter__name" : "field__label"}>
        {label ?? `$${name}`}
      </label>
      {!isTypeFixed && (
        <select
          class="select parameter__type"
          aria-label={words.parameterType(name)}
          value={entry.type}
          onChange={(event) => onEntry({ ...entry, type: event.currentTarget.value as ParameterType })}
        >
          {PARAMETER_TYPES.map((type) => (
            <option key={type} value={type}>
              {words.types[type]}
            </option>
          ))}
        </select>
      )}
      <Control {...props} id={id} />
      {fault !== undefined && (
        <p class="field__error" role="alert" id={`${id}-error`}>
          <Icon svg={circleAlertIcon} size={14} />
          <span>{words.faults[fault]}</span>
        </p>
      )}
    </div>
  );
}

function Control({ app, name, entry, fault, onEntry, onRun, id }: ParameterFieldProps & { readonly id: string }) {
  const words = queryMessages.value;
  const common = {
    id,
    class: "parameter__field",
    value: entry.text,
    "aria-invalid": fault === undefined ? undefined : true,
    "aria-describedby": fault === undefined ? undefined : `${id}-error`,
    autocomplete: "off",
    spellcheck: false,
  } as const;
  const onInput = (event: { currentTarget: { value: string } }) =>
    onEntry({ ...entry, text: event.currentTarget.value });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && ((entry.type !== "list" && entry.type !== "json") || event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onRun();
    }
  };
  switch (entry.type) {
    case "truth":
      return (
        <select {...common} value={entry.text === "true" ? "true" : "false"} onChange={onInput}>
          <option value="true">{words.yes}</option>
          <option value="false">{words.no}</option>
        </select>
      );
    case "list":
    case "json":
      return (
        <textarea
          {...common}
          rows={entry.text.includes("\n") ? Math.min(5, entry.text.split("\n").length) : 1}
          placeholder={entry.type === "list" ? words.listHint : "{…}"}
          onInput={onInput}
          onKeyDown={onKeyDown}
        />
      );
    case "entity":
      return (
        <EntityField
          app={app}
          id={id}
          name={name}
          value={entry.text}
          onValue={(text) => onEntry({ ...entry, text })}
          onRun={onRun}
          isWrong={fault !== undefined}
        />
      );
    default:
      return (
        <input
          {...common}
          type="text"
          inputMode={entry.type === "number" ? "decimal" : "text"}
          onInput={onInput}
          onKeyDown={onKeyDown}
        />
      );
  }
}
