/** A saved query as a form: a planner fills in values and sees the answer, and no Cypher. */
import { useState } from "preact/hooks";

import type { SavedQuery } from "../../../../../server/contract/index.ts";
import type { AppState } from "../../../state/app-state.ts";
import { openedFrom } from "../../../state/query-library.ts";
import type { ParameterEntries } from "../../../state/query-parameters.ts";
import { EMPTY_ENTRY, readParameters } from "../../../state/query-parameters.ts";
import { Button, Dialog } from "../../../ui/index.ts";
import { ParameterField } from "../parameter-bar.tsx";
import { libraryMessages } from "./messages.ts";

export interface QueryFormProps {
  readonly app: AppState;
  readonly query: SavedQuery;
  readonly onClose: () => void;
}

export function QueryForm({ app, query, onClose }: QueryFormProps) {
  const words = libraryMessages.value;
  const opened = openedFrom(query);
  const [entries, setEntries] = useState<ParameterEntries>(opened.entries ?? {});
  const [isTried, setTried] = useState(false);
  const { faults } = readParameters(
    entries,
    query.parameters.map(({ name }) => name),
  );
  const open = () => app.query.open({ ...opened, entries });
  const ask = () => {
    setTried(true);
    if (Object.keys(faults).length > 0) return;
    open();
    void app.query.run("all");
    onClose();
  };
  return (
    <Dialog
      title={query.name}
      onClose={onClose}
      footer={
        <>
          <Button
            onClick={() => {
              open();
              onClose();
            }}
          >
            {words.openInEditor}
          </Button>
          <Button variant="primary" onClick={ask}>
            {words.runForm}
          </Button>
        </>
      }
    >
      <div class="query-form">
        {query.description !== "" && <p>{query.description}</p>}
        {query.parameters.map(({ name, label }) => (
          <ParameterField
            key={name}
            app={app}
            name={name}
            label={label === "" ? name : label}
            isTypeFixed
            entry={entries[name] ?? EMPTY_ENTRY}
            fault={isTried ? faults[name] : undefined}
            onEntry={(entry) => setEntries({ ...entries, [name]: entry })}
            onRun={ask}
          />
        ))}
      </div>
    </Dialog>
  );
}
