/** Several entities are selected: what can be done with them together. */
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Button, canvasIcon, eyeOffIcon, pinIcon, unpinIcon } from "../../ui/index.ts";

export function SelectionBar({ app }: { readonly app: AppState }) {
  const { counts, actions, words } = messages.value;
  const ids = [...app.selection.entities.value];
  const { pinned } = app.history.present.value;
  const arePinned = ids.every((id) => pinned.has(id));
  return (
    <div class="inspector__several">
      <span>{counts.selected(ids.length)}</span>
      <Button size="small" icon={canvasIcon} onClick={() => app.paths.open(ids)}>
        {actions["find-paths"]}
      </Button>
      <Button size="small" icon={eyeOffIcon} onClick={() => app.exploration.hide(ids)}>
        {actions.hide}
      </Button>
      <Button size="small" icon={arePinned ? unpinIcon : pinIcon} onClick={() => app.exploration.pin(ids, !arePinned)}>
        {arePinned ? words.unpin : words.pin}
      </Button>
    </div>
  );
}
