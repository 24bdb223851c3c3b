/** What people noted about the entity or relation: read, written, changed and removed here. */
import { useEffect, useState } from "preact/hooks";

import type { Note, NoteDraft } from "../../../../server/contract/index.ts";
import { momentText } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue, toApiError } from "../../state/resource.ts";
import { Button, IconButton, TextArea, pencilIcon, plusIcon, trashIcon } from "../../ui/index.ts";
import { Failure } from "../shell/failure.tsx";
import { problemText } from "../shell/problem-text.ts";
import { noteMessages } from "./messages.ts";
import "./notes-section.css";
import { Section } from "./section.tsx";

interface NotesSectionProps {
  readonly app: AppState;
  readonly kind: "entity" | "relation";
  readonly id: string;
}

export function NotesSection({ app, kind, id }: NotesSectionProps) {
  const words = noteMessages.value;
  const { notes } = app;
  const [isWriting, setWriting] = useState(false);
  useEffect(() => void notes.load(id), [notes, id]);
  const state = notes.list.value;
  const found = notes.about.value === id ? (loadedValue(state)?.notes ?? []) : [];
  const subject = { kind, ids: [id] };
  return (
    <Section title={words.title} count={found.length}>
      {state.status === "failed" && <Failure error={state.error} onRetry={() => void notes.load(id)} compact />}
      {found.length > 0 && (
        <ul class="notes">
          {found.map((note) => (
            <OneNote key={note.id} app={app} note={note} />
          ))}
        </ul>
      )}
      {isWriting ? (
        <NoteForm app={app} subject={subject} former={null} onDone={() => setWriting(false)} />
      ) : (
        <Button size="small" variant="ghost" icon={plusIcon} onClick={() => setWriting(true)}>
          {words.write}
        </Button>
      )}
    </Section>
  );
}

function OneNote({ app, note }: { readonly app: AppState; readonly note: Note }) {
  const words = noteMessages.value;
  const [state, setState] = useState<"read" | "write" | "ask">("read");
  if (state === "write") {
    return (
      <li>
        <NoteForm app={app} subject={note.subject} former={note} onDone={() => setState("read")} />
      </li>
    );
  }
  const remove = () => app.notes.remove(note).catch((error: unknown) => app.notices.fail(error));
  return (
    <li class="notes__note">
      <p class="notes__text">{note.text}</p>
      {state === "ask" ? (
        <div class="notes__foot">
          <span>{words.ask}</span>
          <Button size="small" onClick={() => setState("read")}>
            {words.keepIt}
          </Button>
          <Button size="small" variant="danger" onClick={() => void remove()}>
            {words.removeIt}
          </Button>
        </div>
      ) : (
        <div class="notes__foot">
          <time dateTime={note.changedAt}>{momentText(note.changedAt)}</time>
          <IconButton size="small" icon={pencilIcon} label={words.edit} onClick={() => setState("write")} />
          <IconButton size="small" icon={trashIcon} label={words.remove} onClick={() => setState("ask")} />
        </div>
      )}
    </li>
  );
}

interface NoteFormProps {
  readonly app: AppState;
  readonly subject: NoteDraft["subject"];
  readonly former: Note | null;
  readonly onDone: () => void;
}

function NoteForm({ app, subject, former, onDone }: NoteFormProps) {
  const words = noteMessages.value;
  const [text, setText] = useState(former?.text ?? "");
  const [fault, setFault] = useState<string>();
  const save = async () => {
    if (text.trim() === "") {
      setFault(words.textNeeded);
      return;
    }
    try {
      await app.notes.write(subject, text.trim(), former);
      onDone();
    } catch (error) {
      setFault(problemText(toApiError(error).code));
    }
  };
  return (
    <div
      class="notes__form"
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          onDone();
        } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
      }}
    >
      <TextArea
        label={words.text}
        hideLabel
        hint={words.hint}
        error={fault}
        value={text}
        onValue={setText}
        areaRef={(area) => area?.focus()}
      />
      <div class="notes__foot">
        <Button size="small" onClick={onDone}>
          {words.cancel}
        </Button>
        <Button size="small" variant="primary" onClick={() => void save()}>
          {words.save}
        </Button>
      </div>
    </div>
  );
}
