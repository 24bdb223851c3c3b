/** The dialog that is open; each comes with its texts when it is first asked for. */
import { useEffect, useState } from "preact/hooks";
import type { ComponentType } from "preact";

import type { AppState, DialogId } from "../../state/app-state.ts";
import { tracked } from "../../state/resource.ts";

export interface DialogViewProps {
  readonly app: AppState;
  readonly onClose: () => void;
}

type DialogView = ComponentType<DialogViewProps>;

const DIALOGS: Readonly<Record<DialogId, () => Promise<DialogView>>> = {
  views: async () => (await import("../keep/views-dialog.tsx")).ViewsDialog,
  brief: async () => (await import("../brief/brief-dialog.tsx")).BriefDialog,
  gaps: async () => (await import("../gap-list/gap-list-dialog.tsx")).GapListDialog,
};

export function OpenDialog({ app }: { readonly app: AppState }) {
  const [known, setKnown] = useState<Partial<Record<DialogId, DialogView>>>({});
  const id = app.dialog.value;
  useEffect(() => {
    if (id === null || known[id] !== undefined) return;
    tracked(DIALOGS[id]()).then(
      (view) => setKnown((before) => ({ ...before, [id]: view })),
      (error: unknown) => {
        app.dialog.value = null;
        app.notices.fail(error);
      },
    );
  }, [id, known, app]);
  const View = id === null ? undefined : known[id];
  if (View === undefined) return null;
  return <View app={app} onClose={() => (app.dialog.value = null)} />;
}
