/** A button that opens a search for entities, to choose one of them or several. */
import { useEffect, useRef, useState } from "preact/hooks";

import type { Entity, EntityId, EntityType } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import { Button, Checkbox, Popover, TextField, boxOf, chevronDownIcon, searchIcon } from "../../ui/index.ts";
import { useResource } from "../shell/use-resource.ts";
import { useEntities } from "../source/entity-lookup.ts";
import { kindOf } from "./entity-facts.ts";
import { EntityMark } from "./entity-mark.tsx";
import "./entity-picker.css";

export interface EntityPickerProps {
  readonly app: AppState;
  /** What is chosen here, for who hears it. */
  readonly label: string;
  /** On the button. */
  readonly text: string;
  readonly icon?: string;
  readonly type?: EntityType | undefined;
  readonly picked: readonly EntityId[];
  /** Of one alone the choice closes the list. */
  readonly isMultiple?: boolean;
  readonly isAllowed?: (entity: Entity) => boolean;
  readonly onPick: (ids: readonly EntityId[]) => void;
  readonly variant?: "framed" | "ghost" | "primary";
}

const SHOWN = 40;
const PAUSE_MS = 120;

export function EntityPicker(props: EntityPickerProps) {
  const { label, text, icon, variant = "framed" } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        buttonRef={button}
        variant={variant}
        {...(icon === undefined ? {} : { icon })}
        iconAfter={chevronDownIcon}
        aria-label={`${label}：${text}`}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {text}
      </Button>
      {isOpen && (
        <Popover
          class="entity-picker"
          label={label}
          anchor={() => boxOf(button.current)}
          onClose={() => setOpen(false)}
        >
          <PickList {...props} onClose={() => setOpen(false)} />
        </Popover>
      )}
    </>
  );
}

function PickList(props: EntityPickerProps & { readonly onClose: () => void }) {
  const { app, label, type, picked, isMultiple = false, isAllowed = () => true, onPick, onClose } = props;
  const { search: words } = messages.value;
  const [query, setQuery] = useState("");
  const found = useResource((q: string, abort) => app.api.search(q, { type, limit: SHOWN }, abort), { keepsOld: true });
  useEffect(() => {
    const timer = setTimeout(() => void found.load(query.trim()), found.key.peek() === undefined ? 0 : PAUSE_MS);
    return () => clearTimeout(timer);
  }, [query]);
  const lookup = useEntities(picked);
  const results = (loadedValue(found.state.value)?.results ?? []).map(({ entity }) => entity).filter(isAllowed);
  const chosen = query.trim() === "" ? picked.flatMap((id) => lookup.find(id) ?? []) : [];
  const shown = [...chosen, ...results.filter(({ id }) => !chosen.some((entity) => entity.id === id))];
  return (
    <>
      <TextField
        label={label}
        hideLabel
        isSearch
        icon={searchIcon}
        placeholder={words.phonePlaceholder}
        value={query}
        onValue={setQuery}
        onKeyDown={(event) => {
          const [first] = results;
          if (event.key !== "Enter" || event.isComposing || first === undefined) return;
          event.preventDefault();
          toggle(first.id);
        }}
      />
      <ul class="entity-picker__list">
        {shown.map((entity) => (
          <li key={entity.id}>
            {isMultiple ? (
              <Checkbox
                class="entity-picker__row"
                checked={picked.includes(entity.id)}
                onChange={() => toggle(entity.id)}
              >
                <Name entity={entity} />
              </Checkbox>
            ) : (
              <button
                type="button"
                class="entity-picker__row"
                aria-pressed={picked.includes(entity.id)}
                onClick={() => toggle(entity.id)}
              >
                <Name entity={entity} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {shown.length === 0 && found.state.value.status === "ready" && (
        <p class="entity-picker__none">{words.nothing(query.trim())}</p>
      )}
    </>
  );

  function toggle(id: EntityId): void {
    if (!isMultiple) {
      onPick([id]);
      onClose();
    } else onPick(picked.includes(id) ? picked.filter((other) => other !== id) : [...picked, id]);
  }
}

function Name({ entity }: { readonly entity: Entity }) {
  return (
    <>
      <EntityMark type={entity.type} level={entity.level} />
      <span class="entity-picker__name">{entity.name}</span>
      <span class="entity-picker__kind">{kindOf(entity)}</span>
    </>
  );
}
