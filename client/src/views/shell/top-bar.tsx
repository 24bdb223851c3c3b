/** The top bar: brand, search, and what can be done anywhere. */
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import {
  Button,
  MenuButton,
  bookmarkIcon,
  ellipsisIcon,
  fileIcon,
  historyIcon,
  keyboardIcon,
  linkIcon,
  moonIcon,
  redoIcon,
  sunIcon,
  undoIcon,
} from "../../ui/index.ts";
import { SearchBox } from "../search/search-box.tsx";
import { ActionButton, actionItem } from "./action-button.tsx";
import { BrandSign } from "./brand.tsx";
import { Region } from "./region.tsx";
import { screen } from "./screen.ts";

export function TopBar({ app }: { readonly app: AppState }) {
  const { app: words } = messages.value;
  const isPhone = screen.value === "phone";
  const view = app.session.view.value;
  const hasOwnSearch = view === "overview";
  const hasSteps = view === "canvas" || view === "table";
  return (
    <Region name="top" label={words.topBar} class="top-bar">
      <button type="button" class="top-bar__brand" aria-label={words.home} onClick={() => app.session.show("overview")}>
        <BrandSign />
        {!isPhone && <span>{words.name}</span>}
      </button>
      <div class="top-bar__search">{!hasOwnSearch && <SearchBox app={app} />}</div>
      <div class="top-bar__tools">
        {hasSteps && <ActionButton app={app} id="undo" icon={undoIcon} />}
        {hasSteps && !isPhone && <ActionButton app={app} id="redo" icon={redoIcon} />}
        {isPhone ? (
          <PhoneMenu app={app} />
        ) : (
          <>
            {hasSteps && <span class="top-bar__rule" />}
            <ActionButton app={app} id="keep-view" icon={bookmarkIcon} />
            <ActionButton app={app} id="copy-link" icon={linkIcon} variant="ghost" withText />
            <ActionButton app={app} id="make-brief" icon={fileIcon} withText />
            <span class="top-bar__rule" />
            <LanguageButton app={app} />
            <ThemeButton app={app} />
          </>
        )}
      </div>
    </Region>
  );
}

function LanguageButton({ app }: { readonly app: AppState }) {
  const { language } = messages.value;
  return (
    <Button
      variant="ghost"
      class="top-bar__language"
      aria-label={language.switchTo}
      data-tip={language.switchTo}
      lang={app.session.language.value === "zh" ? "en" : "zh-CN"}
      onClick={() => app.session.setLanguage(app.session.language.peek() === "zh" ? "en" : "zh")}
    >
      {language.switchToShort}
    </Button>
  );
}

function ThemeButton({ app }: { readonly app: AppState }) {
  const isDark = app.session.isDark.value;
  const { app: words } = messages.value;
  return (
    <ActionButton
      app={app}
      id="switch-theme"
      icon={isDark ? sunIcon : moonIcon}
      label={isDark ? words.lightTheme : words.darkTheme}
    />
  );
}

function PhoneMenu({ app }: { readonly app: AppState }) {
  const { app: words, language } = messages.value;
  const isDark = app.session.isDark.value;
  return (
    <MenuButton
      label={words.more}
      icon={ellipsisIcon}
      iconOnly
      variant="ghost"
      align="end"
      items={[
        actionItem(app, "redo", redoIcon),
        actionItem(app, "toggle-steps", historyIcon),
        { ...actionItem(app, "copy-link", linkIcon), startsGroup: true },
        actionItem(app, "keep-view", bookmarkIcon),
        actionItem(app, "make-brief", fileIcon),
        {
          ...actionItem(app, "switch-language", keyboardIcon),
          icon: undefined,
          label: language.switchTo,
          startsGroup: true,
        },
        {
          ...actionItem(app, "switch-theme", isDark ? sunIcon : moonIcon),
          label: isDark ? words.lightTheme : words.darkTheme,
        },
      ]}
    />
  );
}
