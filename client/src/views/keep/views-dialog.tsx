/** Keeps what is shown under a name, and opens what was kept. */
import { useEffect, useState } from "preact/hooks";

import type { SavedViewSummary } from "../../../../server/contract/index.ts";
import { momentText } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { EMPTY_LINK, formatLink } from "../../state/location.ts";
import { loadedValue, toApiError } from "../../state/resource.ts";
import {
  Button,
  Dialog,
  IconButton,
  MessageCard,
  Skeleton,
  Tag,
  TextField,
  bookmarkIcon,
  linkIcon,
  trashIcon,
} from "../../ui/index.ts";
import type { DialogViewProps } from "../dialogs/open-dialog.tsx";
import { Failure } from "../shell/failure.tsx";
import { problemText } from "../shell/problem-text.ts";
import { keepMessages } from "./messages.ts";
import "./views-dialog.css";

export function ViewsDialog({ app, onClose }: DialogViewProps) {
  const words = keepMessages.value;
  const opened = app.savedViews.opened.value;
  const [name, setName] = useState(opened?.name ?? "");
  const [fault, setFault] = useState<string>();
  useEffect(() => void app.savedViews.load(), [app]);

  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
      setFault(undefined);
    } catch (error) {
      setFault(problemText(toApiError(error).code));
    }
  };
  const save = (inPlace: boolean) => {
    if (name.trim() === "") setFault(words.nameNeeded);
    else void attempt(() => app.savedViews.save(name.trim(), inPlace));
  };

  return (
    <Dialog title={words.title} onClose={onClose} class="views-dialog" initialFocus="input">
      <p class="views-dialog__hint">{words.hint}</p>
      <form
        class="views-dialog__form"
        onSubmit={(event) => {
          event.preventDefault();
          save(opened !== null);
        }}
      >
        <TextField label={words.name} value={name} onValue={setName} error={fault} />
        <div class="views-dialog__buttons">
          {opened !== null && <Button onClick={() => save(false)}>{words.saveNew}</Button>}
          <Button variant="primary" icon={bookmarkIcon} onClick={() => save(opened !== null)}>
            {opened === null ? words.save : words.saveInPlace(opened.name)}
          </Button>
        </div>
      </form>
      <SavedList
        app={app}
        onOpen={(id) =>
          void attempt(async () => {
            await app.savedViews.open(id);
            onClose();
          })
        }
        onRemove={(id) => void attempt(() => app.savedViews.remove(id))}
      />
    </Dialog>
  );
}

interface SavedListProps {
  readonly app: AppState;
  readonly onOpen: (id: string) => void;
  readonly onRemove: (id: string) => void;
}

function SavedList({ app, onOpen, onRemove }: SavedListProps) {
  const words = keepMessages.value;
  const state = app.savedViews.list.value;
  const page = loadedValue(state);
  if (page === undefined) {
    if (state.status !== "failed") return <Skeleton lines={[60, 80, 70]} />;
    return <Failure error={state.error} onRetry={() => void app.savedViews.load()} compact />;
  }
  if (page.views.length === 0) {
    return <MessageCard compact icon={bookmarkIcon} title={words.none} hint={words.noneHint} />;
  }
  return (
    <ul class="views-dialog__list" aria-label={words.list}>
      {page.views.map((view) => (
        <SavedRow key={view.id} app={app} view={view} onOpen={onOpen} onRemove={onRemove} />
      ))}
    </ul>
  );
}

function SavedRow({ app, view, onOpen, onRemove }: SavedListProps & { readonly view: SavedViewSummary }) {
  const words = keepMessages.value;
  const [isAsking, setAsking] = useState(false);
  const { id, name } = view;
  const copy = async () => {
    const link = formatLink({ ...EMPTY_LINK, saved: id });
    await navigator.clipboard.writeText(new URL(link, location.href).href);
    app.notices.say({ kind: "link_copied" });
  };
  if (isAsking) {
    return (
      <li class="views-dialog__row">
        <span class="views-dialog__ask">{words.confirm(name)}</span>
        <Button size="small" onClick={() => setAsking(false)}>
          {words.keepIt}
        </Button>
        <Button size="small" variant="danger" onClick={() => onRemove(id)}>
          {words.removeIt}
        </Button>
      </li>
    );
  }
  return (
    <li class="views-dialog__row">
      <button type="button" class="views-dialog__open" aria-label={words.open(name)} onClick={() => onOpen(id)}>
        <span class="views-dialog__name">{name}</span>
        <span class="views-dialog__facts">{words.facts(view.entities, momentText(view.changedAt))}</span>
      </button>
      {app.savedViews.openId.value === id && <Tag>{words.current}</Tag>}
      <IconButton size="small" icon={linkIcon} label={words.copyLink(name)} onClick={() => void copy()} />
      <IconButton size="small" icon={trashIcon} label={words.remove(name)} onClick={() => setAsking(true)} />
    </li>
  );
}
