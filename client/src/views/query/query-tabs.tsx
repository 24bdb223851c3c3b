/** The row above the editor: a tab a query, and what is done with the one that is open. */
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { QueryTab } from "../../state/query.ts";
import { ROW_CAPS } from "../../state/query.ts";
import type { RowCap } from "../../state/query.ts";
import { titleOf } from "../../cypher/cypher-text.ts";
import {
  Button,
  Icon,
  IconButton,
  bookmarkIcon,
  closeIcon,
  playIcon,
  plusIcon,
  rove,
  stopIcon,
} from "../../ui/index.ts";
import { screen } from "../shell/screen.ts";
import { queryMessages } from "./messages.ts";

export interface QueryTabsProps {
  readonly app: AppState;
  readonly onFormat: () => void;
  readonly onSave: () => void;
}

export function QueryTabs({ app, onFormat, onSave }: QueryTabsProps) {
  const words = queryMessages.value;
  const { query } = app;
  const { tabs, current } = query;
  return (
    <div class="query-tabs">
      <div
        class="query-tabs__list"
        role="tablist"
        aria-label={words.tabs}
        onKeyDown={(event) =>
          rove(event, { selector: "[role=tab]", orientation: "horizontal", onMove: (item) => item.click() })
        }
      >
        {tabs.value.map((tab, index) => (
          <Tab key={tab.id} app={app} tab={tab} number={index + 1} isSelected={tab === current.value} />
        ))}
      </div>
      <IconButton icon={plusIcon} label={words.newTab} onClick={() => query.add()} />
      <div class="query-tabs__actions">
        {screen.value !== "phone" && (
          <Button variant="ghost" onClick={onFormat} data-tip-keys="Shift Alt F">
            {words.format}
          </Button>
        )}
        <Button icon={bookmarkIcon} onClick={onSave} disabled={current.value.text.value.trim() === ""}>
          {words.save}
        </Button>
        <label class="query-tabs__cap">
          <span>{words.rowCap}</span>
          <select
            class="select"
            value={query.rowCap.value}
            onChange={(event) => {
              query.rowCap.value = Number(event.currentTarget.value) as RowCap;
            }}
          >
            {ROW_CAPS.toSorted((a, b) => a - b).map((cap) => (
              <option key={cap} value={cap}>
                {messages.value.query.rows(cap)}
              </option>
            ))}
          </select>
        </label>
        <RunButton app={app} />
      </div>
    </div>
  );
}

function Tab({
  app,
  tab,
  number,
  isSelected,
}: {
  readonly app: AppState;
  readonly tab: QueryTab;
  readonly number: number;
  readonly isSelected: boolean;
}) {
  const words = queryMessages.value;
  const name = tab.name.value ?? (titleOf(tab.text.value) || words.untitled(number));
  const isChanged = tab.savedId.value !== null && tab.text.value !== tab.savedText.value;
  const isAlone = app.query.tabs.value.length === 1;
  return (
    <div class={isSelected ? "query-tab query-tab--selected" : "query-tab"}>
      <button
        type="button"
        role="tab"
        class="query-tab__name"
        aria-selected={isSelected}
        tabIndex={isSelected ? 0 : -1}
        onClick={() => app.query.select(tab.id)}
      >
        <span>{name}</span>
        {isChanged && <span class="query-tab__dot" role="img" aria-label={words.changed} />}
      </button>
      {!isAlone && (
        <button
          type="button"
          class="query-tab__close"
          tabIndex={isSelected ? 0 : -1}
          aria-label={words.closeTab(name)}
          data-tip={words.closeTab(name)}
          onClick={() => app.query.close(tab.id)}
        >
          <Icon svg={closeIcon} size={12} />
        </button>
      )}
    </div>
  );
}

function RunButton({ app }: { readonly app: AppState }) {
  const { query: words } = messages.value;
  const { query } = app;
  if (query.isRunning.value) {
    return (
      <Button icon={stopIcon} onClick={() => query.stop()}>
        {words.stop}
      </Button>
    );
  }
  return (
    <Button
      variant="primary"
      icon={playIcon}
      keys="Ctrl ↵"
      disabled={query.current.value.text.value.trim() === ""}
      onClick={() => void query.run()}
    >
      {words.run}
    </Button>
  );
}
