/** The notices of the state as toasts, in the words of the language in use. */
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { Notice } from "../../state/notices.ts";
import { Toasts } from "../../ui/index.ts";
import type { Toast } from "../../ui/index.ts";
import { problemText } from "./problem-text.ts";

export function NoticeToasts({ app }: { readonly app: AppState }) {
  return <Toasts toasts={app.notices.list.value.map(toToast)} onClose={(id) => app.notices.close(Number(id))} />;
}

function toToast(notice: Notice): Toast {
  return { id: notice.id, tone: notice.kind === "error" ? "error" : "info", text: noticeText(notice) };
}

export function noticeText(notice: Notice): string {
  const { notices } = messages.value;
  switch (notice.kind) {
    case "error":
      return problemText(notice.code);
    case "missing":
      return notices.missing(notice.ids.length);
    case "nothing_to_expand":
      return notices.nothing_to_expand(notice.name);
    case "broken_link":
    case "link_copied":
      return notices[notice.kind];
  }
}
