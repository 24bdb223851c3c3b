/**
 * Search as you type: a combobox whose list says why each entity matched. The
 * focus stays in the field; arrows move the choice.
 */
import { effect } from "@preact/signals";
import { useEffect, useId, useRef, useState } from "preact/hooks";

import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { SearchResult } from "../../state/search.ts";
import { Icon, IconButton, Keycap, classNames, closeIcon, searchIcon } from "../../ui/index.ts";
import { focusView } from "../shell/keep-focus.ts";
import { screen } from "../shell/screen.ts";
import "./search-box.css";
import { SearchResults } from "./search-results.tsx";

export interface SearchBoxProps {
  readonly app: AppState;
  /** On the first screen it is large, and has the focus. */
  readonly isMain?: boolean;
}

export function SearchBox({ app, isMain = false }: SearchBoxProps) {
  const { search } = app;
  const words = messages.value.search;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [hasFocus, setFocus] = useState(false);
  useEffect(() => {
    const known = search.focusRequests.peek();
    // At once, not after the next paint: what is typed right after the key belongs here.
    return effect(() => {
      if (search.focusRequests.value === known) return;
      input.current?.focus();
      input.current?.select();
    });
  }, [search]);

  const query = search.query.value;
  const isOpen = hasFocus && query.trim() !== "";
  const active = search.active.value;

  const choose = (result: SearchResult) => {
    const found = { query: search.query.peek().trim(), match: result.match.kind };
    search.clear();
    focusView(document);
    void app.openEntity(result.entity.id, found);
  };
  /** Enter may come before the answer: then it waits for it. */
  const chooseActive = async () => {
    await search.submit();
    const result = search.answer.peek()?.results[Math.max(0, search.active.peek())];
    if (result !== undefined && search.query.peek().trim() !== "") choose(result);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      search.moveActive(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      void chooseActive();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (search.query.peek() === "" && !isMain) focusView(document);
      search.clear();
    }
  };

  return (
    <div class={classNames("search-box", isMain && "search-box--main")} role="search">
      <div class="search-box__frame">
        <Icon svg={searchIcon} size={isMain ? 20 : 16} />
        <input
          ref={input}
          type="text"
          role="combobox"
          class="search-box__input"
          aria-label={words.label}
          aria-expanded={isOpen}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isOpen && active >= 0 ? `${id}-${active}` : undefined}
          placeholder={placeholder(isMain)}
          autocomplete="off"
          spellcheck={false}
          enterkeyhint="search"
          autofocus={isMain}
          data-region-focus={isMain ? "" : undefined}
          value={query}
          onInput={(event) => search.type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onFocus={() => setFocus(true)}
          onBlur={() => setFocus(false)}
        />
        {query === "" ? (
          screen.value !== "phone" && <Keycap keys="/" />
        ) : (
          <IconButton
            size="small"
            icon={closeIcon}
            label={messages.value.words.clear}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => {
              search.clear();
              input.current?.focus();
            }}
          />
        )}
      </div>
      {isOpen && <SearchResults app={app} id={id} onChoose={choose} />}
    </div>
  );
}

function placeholder(isMain: boolean): string {
  const { search, overview } = messages.value;
  if (screen.value === "phone") return search.phonePlaceholder;
  return isMain ? overview.placeholder : search.placeholder;
}
