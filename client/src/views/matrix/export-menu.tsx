/** The matrix, or its ties with a sentence to each, as a table for a spreadsheet. */
import { useRef, useState } from "preact/hooks";

import { isAbort } from "../../api.ts";
import { saveFile } from "../../export/save-file.ts";
import type { MatrixAnswer } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { arrangeMatrix } from "../../state/matrix/arrange-lines.ts";
import { Button, MenuButton, downloadIcon } from "../../ui/index.ts";
import { matrixMessages } from "./messages.ts";
import { axisName } from "./names.ts";
import { matrixTable, readTies, tiesTable } from "./tables.ts";

export function ExportMenu({ app, answer }: { readonly app: AppState; readonly answer: MatrixAnswer | undefined }) {
  const words = matrixMessages.value;
  const running = useRef<AbortController | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const choice = app.matrix.choice.value;
  const name = `${axisName(choice.rows, choice)}-${axisName(choice.columns, choice)}`;
  if (done !== null && answer !== undefined) {
    return (
      <Button variant="ghost" onClick={() => running.current?.abort()}>
        {words.exporting(done, answer.ties)} · {messages.value.words.cancel}
      </Button>
    );
  }
  const exportTies = async () => {
    const abort = new AbortController();
    running.current = abort;
    setDone(0);
    try {
      const ties = await readTies(app, setDone, abort.signal);
      saveFile(`${name}-${words.panel}.csv`, tiesTable(ties), "text/csv;charset=utf-8");
    } catch (error) {
      if (!isAbort(error)) app.notices.fail(error);
    } finally {
      setDone(null);
    }
  };
  return (
    <MenuButton
      label={words.export}
      icon={downloadIcon}
      variant="ghost"
      align="end"
      items={[
        {
          id: "matrix",
          label: words.exportMatrix,
          disabled: answer === undefined || answer.ties === 0,
          onSelect: () => {
            if (answer === undefined) return;
            const table = matrixTable(arrangeMatrix(answer, choice.order, choice.level), answer.ties);
            saveFile(`${name}.csv`, table, "text/csv;charset=utf-8");
          },
        },
        {
          id: "ties",
          label: words.exportTies,
          disabled: answer === undefined || answer.ties === 0,
          onSelect: () => void exportTies(),
        },
      ]}
    />
  );
}
