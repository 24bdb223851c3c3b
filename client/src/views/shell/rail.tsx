/** The views as a rail at the left, or at the bottom of a phone. */
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { ViewId } from "../../state/session.ts";
import {
  Icon,
  MenuButton,
  canvasIcon,
  compassIcon,
  ellipsisIcon,
  fileIcon,
  keyboardIcon,
  tableIcon,
  terminalIcon,
  uploadIcon,
} from "../../ui/index.ts";
import { Region } from "./region.tsx";
import { screen } from "./screen.ts";

const ICONS: Readonly<Record<ViewId, string>> = {
  overview: compassIcon,
  canvas: canvasIcon,
  table: tableIcon,
  documents: fileIcon,
  query: terminalIcon,
  imports: uploadIcon,
};

const MAIN_VIEWS: readonly ViewId[] = ["overview", "canvas", "table", "documents", "query"];
const PHONE_VIEWS: readonly ViewId[] = ["overview", "canvas", "table", "documents"];

export function Rail({ app }: { readonly app: AppState }) {
  const { app: words, views } = messages.value;
  const isPhone = screen.value === "phone";
  const showKeys = () => app.session.setPanel("keys", true);
  const shown = isPhone ? PHONE_VIEWS : MAIN_VIEWS;
  return (
    <Region name="rail" label={words.rail} class="rail">
      {shown.map((view) => (
        <RailButton key={view} app={app} view={view} />
      ))}
      {isPhone ? (
        <span class={shown.includes(app.session.view.value) ? "rail__more" : "rail__more rail__more--current"}>
          <MenuButton
            label={words.more}
            icon={ellipsisIcon}
            iconOnly
            variant="ghost"
            align="end"
            items={[
              { id: "query", label: views.query, icon: terminalIcon, onSelect: () => app.session.show("query") },
              { id: "imports", label: views.imports, icon: uploadIcon, onSelect: () => app.session.show("imports") },
              { id: "keys", label: views.keys, icon: keyboardIcon, onSelect: showKeys },
            ]}
          />
          <span class="rail__name" aria-hidden="true">
            {words.more}
          </span>
        </span>
      ) : (
        <div class="rail__end">
          <RailButton app={app} view="imports" />
          <button type="button" class="rail__item" aria-haspopup="dialog" onClick={showKeys}>
            <Icon svg={keyboardIcon} size={20} />
            <span class="rail__name">{views.keys}</span>
          </button>
        </div>
      )}
    </Region>
  );
}

function RailButton({ app, view }: { readonly app: AppState; readonly view: ViewId }) {
  const isCurrent = app.session.view.value === view;
  return (
    <button
      type="button"
      class="rail__item"
      aria-current={isCurrent ? "page" : undefined}
      onClick={() => app.session.show(view)}
    >
      <Icon svg={ICONS[view]} size={20} />
      <span class="rail__name">{messages.value.views[view]}</span>
    </button>
  );
}
