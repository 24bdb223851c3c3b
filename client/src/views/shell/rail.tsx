/** The views as a rail at the left, or at the bottom of a phone. */
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { ViewId } from "../../state/session.ts";
import { Icon, MenuButton, ellipsisIcon, keyboardIcon } from "../../ui/index.ts";
import { VIEWS, viewsAt } from "../registry.ts";
import { Region } from "./region.tsx";
import { screen } from "./screen.ts";

export function Rail({ app }: { readonly app: AppState }) {
  const { app: words, views } = messages.value;
  const isPhone = screen.value === "phone";
  const showKeys = () => app.session.setPanel("keys", true);
  const main = viewsAt("main");
  const shown = isPhone ? main.filter((id) => VIEWS[id].isInPhoneBar === true) : main;
  const others = [...main, ...viewsAt("end")].filter((id) => !shown.includes(id));
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
              ...others.map((id) => ({
                id,
                label: views[id],
                icon: VIEWS[id].icon,
                onSelect: () => app.session.show(id),
              })),
              { id: "keys", label: views.keys, icon: keyboardIcon, onSelect: showKeys },
            ]}
          />
          <span class="rail__name" aria-hidden="true">
            {words.more}
          </span>
        </span>
      ) : (
        <div class="rail__end">
          {viewsAt("end").map((view) => (
            <RailButton key={view} app={app} view={view} />
          ))}
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
      <Icon svg={VIEWS[view].icon} size={20} />
      <span class="rail__name">{messages.value.views[view]}</span>
    </button>
  );
}
