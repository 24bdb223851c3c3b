/** The name of an entity, found by whatever finds it: pinyin, short names, former names. */
import { useEffect, useId, useRef, useState } from "preact/hooks";

import { isAbort } from "../../api.ts";
import type { Entity, EntityType } from "../../../../server/contract/index.ts";
import { entityTypeName } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { EntityMark } from "../entity/entity-mark.tsx";

export interface EntityFieldProps {
  readonly app: AppState;
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly type?: EntityType | undefined;
  readonly isWrong?: boolean;
  readonly onValue: (name: string) => void;
  readonly onRun: () => void;
}

const HITS = 6;

export function EntityField({ app, id, value, type, isWrong = false, onValue, onRun }: EntityFieldProps) {
  const [found, setFound] = useState<readonly Entity[]>([]);
  const [chosen, setChosen] = useState(-1);
  const asked = useRef("");
  const list = useId();
  useEffect(() => {
    if (value.trim() === "" || asked.current !== value) return undefined;
    const abort = new AbortController();
    const find = async () => {
      try {
        const { results } = await app.api.search(value, { limit: HITS, type }, abort.signal);
        setFound(results.map(({ entity }) => entity));
        setChosen(results.length > 0 ? 0 : -1);
      } catch (error) {
        if (!isAbort(error)) setFound([]);
      }
    };
    void find();
    return () => abort.abort();
  }, [value, type]);
  const take = (entity: Entity | undefined) => {
    if (entity === undefined) return;
    asked.current = "";
    onValue(entity.name);
    setFound([]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (found.length > 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      setChosen((chosen + (event.key === "ArrowDown" ? 1 : found.length - 1)) % found.length);
    } else if (found.length > 0 && (event.key === "Enter" || event.key === "Tab")) {
      if (event.key === "Enter") event.preventDefault();
      take(found[chosen]);
    } else if (event.key === "Escape" && found.length > 0) {
      event.stopPropagation();
      setFound([]);
    } else if (event.key === "Enter") onRun();
  };
  return (
    <div class="entity-field">
      <input
        id={id}
        type="text"
        role="combobox"
        class="parameter__field"
        autocomplete="off"
        spellcheck={false}
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={found.length > 0 && chosen >= 0 ? `${list}-${chosen}` : undefined}
        aria-invalid={isWrong ? true : undefined}
        value={value}
        onInput={(event) => {
          asked.current = event.currentTarget.value;
          onValue(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setFound([])}
      />
      {found.length > 0 && (
        <ul id={list} role="listbox" class="entity-field__list">
          {found.map((entity, index) => (
            <li
              key={entity.id}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === chosen}
              onPointerDown={(event) => {
                event.preventDefault();
                take(entity);
              }}
            >
              <EntityMark type={entity.type} />
              <span>{entity.name}</span>
              <span class="entity-field__type">{entityTypeName(entity.type)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
