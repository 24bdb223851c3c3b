/** The notices of the state as toasts, in the words of the language in use. */
import { messages, momentText } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { Notice } from "../../state/notices.ts";
import { Toasts } from "../../ui/index.ts";
import type { Toast } from "../../ui/index.ts";
import { problemText } from "./problem-text.ts";

export function NoticeToasts({ app }: { readonly app: AppState }) {
  return <Toasts toasts={app.notices.list.value.map(toToast)} onClose={(id) => app.notices.close(Number(id))} />;
}

function toToast(notice: Notice): Toast {
  const tone = notice.kind === "error" ? "error" : "info";
  const stays = notice.kind === "changed_since" || notice.kind === "newer_data";
  return { id: notice.id, tone, stays, text: noticeText(notice) };
}

/** As many names of what is gone; more are counted. */
const NAMES_SHOWN = 3;

export function noticeText(notice: Notice): string {
  const { notices } = messages.value;
  switch (notice.kind) {
    case "error":
      return problemText(notice.code);
    case "missing":
      return notices.missing(notice.ids.length);
    case "nothing_to_expand":
      return notices.nothing_to_expand(notice.name);
    case "changed_since":
      return changesText(notice);
    case "newer_data":
    case "broken_link":
    case "link_copied":
      return notices[notice.kind];
  }
}

function changesText({ name, date, changes }: Extract<Notice, { kind: "changed_since" }>): string {
  const { notices, counts } = messages.value;
  const gone = changes.goneEntities;
  const names = gone.slice(0, NAMES_SHOWN).join(counts.separator);
  const parts = [
    notices.gone_entities(gone.length, gone.length > NAMES_SHOWN ? counts.andOthers(names) : names),
    notices.new_relations(changes.newRelations),
    notices.gone_relations(changes.goneRelations),
    notices.other_status(changes.otherStatus),
  ];
  return notices.changed_since(
    name,
    momentText(date),
    parts.filter((part) => part !== "").join(notices.between_changes),
  );
}
