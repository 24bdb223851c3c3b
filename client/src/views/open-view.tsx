/** The view that is open: at once where its module is there, else when it has come. */
import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";

import { messages } from "../i18n/index.ts";
import type { AppState } from "../state/app-state.ts";
import type { ViewId } from "../state/session.ts";
import { Button, MessageCard, Skeleton, triangleAlertIcon } from "../ui/index.ts";
import { VIEWS } from "./registry.ts";
import type { View } from "./registry.ts";
import { Region } from "./shell/region.tsx";

const loaded = signal<ReadonlyMap<ViewId, View>>(new Map());
const failed = signal<ReadonlySet<ViewId>>(new Set());
const loading = new Map<ViewId, Promise<void>>();

/** Resolves when the module of the view is there, or has failed to come; asks for it where nothing has yet. */
export async function viewSettled(id: ViewId): Promise<void> {
  load(id);
  await loading.get(id);
}

export function OpenView({ app, id }: { readonly app: AppState; readonly id: ViewId }) {
  const entry = VIEWS[id];
  const View = "view" in entry ? entry.view : loaded.value.get(id);
  useEffect(() => {
    if (View === undefined) load(id);
  }, [id, View]);
  if (View !== undefined) return <View app={app} />;
  return (
    <Region name="view" label={messages.value.views[id]} class="view-loading">
      {failed.value.has(id) ? <Missing /> : <Skeleton lines={[24, 80, 72, 64, 70, 40]} lineHeight={36} />}
    </Region>
  );
}

function load(id: ViewId): void {
  const entry = VIEWS[id];
  if ("view" in entry || loading.has(id) || loaded.peek().has(id) || failed.peek().has(id)) return;
  const coming = fetchView(id, entry.load).finally(() => loading.delete(id));
  loading.set(id, coming);
}

async function fetchView(id: ViewId, fetch: () => Promise<View>): Promise<void> {
  try {
    const view = await fetch();
    loaded.value = new Map(loaded.peek()).set(id, view);
  } catch (error) {
    console.warn("A view could not be loaded.", error);
    failed.value = new Set(failed.peek()).add(id);
  }
}

/** Another release has taken the place of the one that this page is of, or the server is away. */
function Missing() {
  const { states } = messages.value;
  return (
    <MessageCard
      tone="error"
      icon={triangleAlertIcon}
      title={states.viewMissing}
      hint={states.viewMissingHint}
      actions={<Button onClick={() => location.reload()}>{states.reloadPage}</Button>}
    />
  );
}
