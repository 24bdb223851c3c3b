/** What the canvas is grouped by, and what is said where groups are proposed. */
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { ROLL_UPS } from "../../state/roll-up/groups.ts";
import { MAX_DRAWN } from "../../state/roll-up/roll-up.ts";
import { Button, IconButton, MenuButton, closeIcon, groupIcon } from "../../ui/index.ts";
import type { MenuItem } from "../../ui/index.ts";
import "./roll-up.css";
import { rollUpMessages } from "./messages.ts";

export function groupItems(app: AppState): readonly MenuItem[] {
  const words = rollUpMessages.value;
  return (["none", ...ROLL_UPS] as const).map((choice) => ({
    id: `group-${choice}`,
    label: words.choices[choice],
    checked: (app.rollUp.by.value ?? "none") === choice,
    onSelect: () => void app.rollUp.choose(choice),
  }));
}

export function GroupMenu({ app }: { readonly app: AppState }) {
  return <MenuButton label={rollUpMessages.value.group} icon={groupIcon} variant="ghost" items={groupItems(app)} />;
}

export function ProposedGroups({ app }: { readonly app: AppState }) {
  const words = rollUpMessages.value;
  if (!app.rollUp.isProposed.value) return null;
  const count = app.filters.visible.value.entities.size;
  return (
    <div class="proposed-groups" role="status">
      <p>{words.tooMany(count, MAX_DRAWN)}</p>
      <Button size="small" onClick={() => void app.rollUp.choose("region")}>
        {words.choices.region}
      </Button>
      <Button size="small" onClick={() => void app.rollUp.choose("none")}>
        {words.drawAll}
      </Button>
      <IconButton
        size="small"
        icon={closeIcon}
        label={messages.value.words.close}
        onClick={() => void app.rollUp.choose("type")}
      />
    </div>
  );
}
