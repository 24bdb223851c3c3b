/** What this browser asked, newest first; a click opens it again with its parameters. */
import { useEffect, useState } from "preact/hooks";

import { momentText } from "../../../i18n/index.ts";
import type { AppState } from "../../../state/app-state.ts";
import { loadedValue } from "../../../state/resource.ts";
import { Button, TextField, searchIcon } from "../../../ui/index.ts";
import { libraryMessages } from "../library/messages.ts";

export function HistoryPanel({ app }: { readonly app: AppState }) {
  const words = libraryMessages.value;
  const [sought, setSought] = useState("");
  const isRunning = app.query.isRunning.value;
  useEffect(() => {
    if (!isRunning) void app.queryLibrary.searchHistory(sought);
  }, [sought, isRunning]);
  const page = loadedValue(app.queryLibrary.history.value);
  const entries = page?.entries ?? [];
  return (
    <div class="query-history">
      <TextField
        label={words.findHistory}
        hideLabel
        isSearch
        icon={searchIcon}
        placeholder={words.findHistory}
        value={sought}
        onValue={setSought}
      />
      {entries.length === 0 && page !== undefined && <p>{words.noHistory}</p>}
      <ul>
        {entries.map(({ id, cypher, parameters, at, outcome, rows, elapsedMs }) => (
          <li key={id}>
            <button
              type="button"
              class="query-history__entry"
              onClick={() => app.query.open({ text: cypher.replace(/^(EXPLAIN|PROFILE)\n/, ""), parameters })}
            >
              <code>{cypher}</code>
              <span>
                {momentText(at)} · {outcome === "done" ? words.entry(rows, elapsedMs) : words[outcome]}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {entries.length > 0 && (
        <Button size="small" onClick={() => void app.queryLibrary.forgetHistory()}>
          {words.forgetHistory}
        </Button>
      )}
    </div>
  );
}
