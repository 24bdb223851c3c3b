/** The list of gaps: read, seen to, taken off, and handed out as a table. */
import { useEffect, useState } from "preact/hooks";

import { toCsv } from "../../export/csv.ts";
import { saveFile } from "../../export/save-file.ts";
import { momentText } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { GapEntry } from "../../state/kept/gap-list.ts";
import { loadedValue, toApiError } from "../../state/resource.ts";
import {
  Button,
  Dialog,
  IconButton,
  MessageCard,
  Skeleton,
  TextArea,
  canvasIcon,
  downloadIcon,
  gapIcon,
  pencilIcon,
  trashIcon,
} from "../../ui/index.ts";
import type { DialogViewProps } from "../dialogs/open-dialog.tsx";
import { Failure } from "../shell/failure.tsx";
import { problemText } from "../shell/problem-text.ts";
import "./gap-list.css";
import { gapListMessages } from "./messages.ts";

export function GapListDialog({ app, onClose }: DialogViewProps) {
  const words = gapListMessages.value;
  useEffect(() => void app.gapList.load(), [app]);
  const state = app.gapList.entries.value;
  const entries = loadedValue(state);
  return (
    <Dialog
      title={words.title}
      onClose={onClose}
      footer={
        entries !== undefined &&
        entries.length > 0 && (
          <>
            <span class="gap-entries__date">{words.count(entries.length)}</span>
            <Button icon={downloadIcon} onClick={() => exportList(entries)}>
              {words.export}
            </Button>
          </>
        )
      }
    >
      <p class="gap-entries__hint">{words.hint}</p>
      {entries === undefined && state.status !== "failed" && <Skeleton lines={[60, 80, 70]} />}
      {state.status === "failed" && <Failure error={state.error} onRetry={() => void app.gapList.load()} compact />}
      {entries?.length === 0 && <MessageCard compact icon={gapIcon} title={words.none} hint={words.noneHint} />}
      <ul aria-label={words.title}>
        {entries?.map((entry) => (
          <Entry key={entry.note.id} app={app} entry={entry} onClose={onClose} />
        ))}
      </ul>
    </Dialog>
  );
}

function nameOf(entry: GapEntry, at: 0 | 1): string {
  return entry.ends[at]?.name ?? gapListMessages.value.gone;
}

interface EntryProps {
  readonly app: AppState;
  readonly entry: GapEntry;
  readonly onClose: () => void;
}

function Entry({ app, entry, onClose }: EntryProps) {
  const words = gapListMessages.value;
  const { note, ends } = entry;
  const pair = words.pair(nameOf(entry, 0), nameOf(entry, 1));
  const [isChanging, setChanging] = useState(false);
  const show = async () => {
    const ids = ends.flatMap((end) => end?.id ?? []);
    if (!(await app.exploration.add(ids))) return;
    onClose();
    app.session.show("canvas");
    app.selection.selectEntities(ids);
  };
  const remove = () => app.gapList.remove(note).catch((error: unknown) => app.notices.fail(error));
  return (
    <li class="gap-entries__entry">
      <header class="gap-entries__head">
        <h3>{pair}</h3>
        <span class="gap-entries__date">{momentText(note.changedAt)}</span>
        <IconButton size="small" icon={canvasIcon} label={words.canvas(pair)} onClick={() => void show()} />
        <IconButton size="small" icon={pencilIcon} label={words.edit(pair)} onClick={() => setChanging(true)} />
        <IconButton size="small" icon={trashIcon} label={words.remove(pair)} onClick={() => void remove()} />
      </header>
      {isChanging ? (
        <TextForm app={app} entry={entry} onDone={() => setChanging(false)} />
      ) : (
        <p class="gap-entries__text">{note.text}</p>
      )}
    </li>
  );
}

function TextForm({ app, entry, onDone }: Omit<EntryProps, "onClose"> & { readonly onDone: () => void }) {
  const words = gapListMessages.value;
  const [text, setText] = useState(entry.note.text);
  const [fault, setFault] = useState<string>();
  const save = async () => {
    try {
      await app.gapList.change(entry.note, text.trim() === "" ? words.firstText : text.trim());
      onDone();
    } catch (error) {
      setFault(problemText(toApiError(error).code));
    }
  };
  return (
    <>
      <TextArea label={words.text} value={text} onValue={setText} error={fault} areaRef={(area) => area?.focus()} />
      <div class="gap-entries__buttons">
        <Button size="small" onClick={onDone}>
          {words.cancel}
        </Button>
        <Button size="small" variant="primary" onClick={() => void save()}>
          {words.save}
        </Button>
      </div>
    </>
  );
}

function exportList(entries: readonly GapEntry[]): void {
  const words = gapListMessages.value;
  const rows = entries.map((entry) => [
    nameOf(entry, 0),
    nameOf(entry, 1),
    entry.note.text,
    momentText(entry.note.changedAt),
  ]);
  saveFile(`${words.title}.csv`, toCsv([[...words.head], ...rows]), "text/csv;charset=utf-8");
}
