/**
 * What the columns of a table seem to mean, for a person to accept, or to save
 * and correct. Nothing is read by it before.
 */
import { useState } from "preact/hooks";

import { entityTypeName, relationName } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { Upload } from "../../state/imports.ts";
import { saveFile } from "../../export/save-file.ts";
import { Button } from "../../ui/index.ts";
import { columnMeanings } from "./column-meanings.ts";
import { mappingMessages } from "./messages.ts";
import "./proposed-mapping.css";

interface ProposedMappingProps {
  readonly app: AppState;
  readonly upload: Upload;
  /** Name of the table's file. */
  readonly table: string;
  readonly text: string;
}

export function ProposedMapping({ app, upload, table, text }: ProposedMappingProps) {
  const words = mappingMessages.value;
  const [isAccepted, setAccepted] = useState(false);
  const isHere = upload.files.some(({ name }) => name === table);
  return (
    <section class="proposed-mapping" aria-label={words.title(table)}>
      <h3>{words.title(table)}</h3>
      <dl>
        {columnMeanings(text).map((meaning) => (
          <div key={`${meaning.column} ${meaning.kind}`}>
            <dt>{meaning.column}</dt>
            <dd>
              {meaning.kind === "entity" && entityTypeName(meaning.type)}
              {meaning.kind === "entity" && meaning.isMain && ` · ${words.main}`}
              {meaning.kind === "entity" && meaning.relation !== undefined && ` · ${relationName(meaning.relation)}`}
              {meaning.kind !== "entity" && words.kinds[meaning.kind]}
            </dd>
          </div>
        ))}
      </dl>
      <footer>
        <Button
          variant="primary"
          disabled={isAccepted || !isHere}
          onClick={() => {
            setAccepted(true);
            void app.imports.accept(upload, table, text);
          }}
        >
          {isAccepted ? words.accepted : words.accept}
        </Button>
        <Button onClick={() => saveFile(mappingName(table), text, "application/json")}>{words.save}</Button>
      </footer>
      <p class="proposed-mapping__hint">{words.hint}</p>
    </section>
  );
}

function mappingName(table: string): string {
  return `${table.slice(table.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "")}.mapping.json`;
}
