/** Tools that float over the canvas: layout, groups, styling, legend, steps, zoom. */
import { useRef, useState } from "preact/hooks";

import { hasGraphicsCard } from "../../graphics-card.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { LAYOUT_NAMES } from "../../state/canvas-port.ts";
import {
  Button,
  MenuButton,
  Popover,
  boxOf,
  fitIcon,
  historyIcon,
  layoutIcon,
  listIcon,
  minusIcon,
  plusIcon,
} from "../../ui/index.ts";
import type { MenuItem } from "../../ui/index.ts";
import { ExportMenu } from "../export/export-menu.tsx";
import { Legend } from "../legend/legend.tsx";
import { GroupMenu } from "../roll-up/group-menu.tsx";
import { ActionButton } from "../shell/action-button.tsx";
import { StylingButton } from "../styling/styling-button.tsx";
import { screen } from "../shell/screen.ts";

export function CanvasTools({ app }: { readonly app: AppState }) {
  const { canvas: words, legend, steps, actions } = messages.value;
  const shown = app.filters.visible.value.entities.size;
  const hidden = app.history.present.value.hidden.size;
  const isDocked = screen.value === "wide";
  return (
    <div class="canvas-tools" role="toolbar" aria-label={words.toolbar}>
      <MenuButton
        label={words.layout}
        icon={layoutIcon}
        variant="ghost"
        items={[
          ...LAYOUT_NAMES.map((name) => ({
            id: name,
            label: words.layouts[name],
            disabled: app.canvas.value === null || shown === 0,
            onSelect: () => void app.canvas.peek()?.arrange(name),
          })),
          ...(hasGraphicsCard() ? [graphicsCardItem(app)] : []),
        ]}
      />
      <GroupMenu app={app} />
      <StylingButton app={app} />
      <span class="canvas-tools__rule" />
      {isDocked ? (
        <Button
          variant="ghost"
          icon={listIcon}
          aria-pressed={app.session.panels.value.legend}
          onClick={() => app.session.togglePanel("legend")}
        >
          {legend.title}
        </Button>
      ) : (
        <LegendButton app={app} count={shown} />
      )}
      <Button
        variant="ghost"
        icon={historyIcon}
        aria-pressed={app.session.panels.value.steps}
        onClick={() => app.session.togglePanel("steps")}
      >
        {steps.title}
      </Button>
      <ExportMenu app={app} />
      {hidden > 0 && (
        <Button variant="ghost" onClick={() => app.exploration.show(app.history.present.peek().hidden)}>
          {actions["show-hidden"]} {messages.value.counts.number(hidden)}
        </Button>
      )}
    </div>
  );
}

function graphicsCardItem({ session }: AppState): MenuItem {
  const isUsed = session.graphicsCard.value;
  return {
    id: "graphics-card",
    label: messages.value.canvas.graphicsCard,
    checked: isUsed,
    isSwitch: true,
    startsGroup: true,
    onSelect: () => session.setGraphicsCard(!isUsed),
  };
}

/** Where the legend has no room of its own it hangs on a button with the number of what is in sight. */
function LegendButton({ app, count }: { readonly app: AppState; readonly count: number }) {
  const { legend } = messages.value;
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="ghost"
        icon={listIcon}
        buttonRef={button}
        aria-expanded={isOpen}
        aria-haspopup="dialog"
        onClick={() => setOpen(!isOpen)}
      >
        {legend.chip(count)}
      </Button>
      {isOpen && (
        <Popover
          class="canvas-tools__popover"
          label={legend.title}
          anchor={() => boxOf(button.current)}
          onClose={() => setOpen(false)}
        >
          <Legend app={app} />
        </Popover>
      )}
    </>
  );
}

export function ZoomTools({ app }: { readonly app: AppState }) {
  return (
    <div class="zoom-tools" role="group" aria-label={messages.value.canvas.zoom}>
      {screen.value !== "phone" && (
        <>
          <ActionButton app={app} id="zoom-in" icon={plusIcon} />
          <ActionButton app={app} id="zoom-out" icon={minusIcon} />
        </>
      )}
      <ActionButton app={app} id="fit" icon={fitIcon} />
    </div>
  );
}
