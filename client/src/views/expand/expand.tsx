/**
 * The pick list: before anything is added it says how many neighbours there
 * are, by relation, direction and type; then a person ticks some.
 */
import type { EntityId } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Button, Dialog, IconButton, Popover, closeIcon } from "../../ui/index.ts";
import type { Box } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { screen } from "../shell/screen.ts";
import "./expand.css";
import { GroupList } from "./group-list.tsx";
import { PickRows } from "./pick-rows.tsx";

export function Expand({ app }: { readonly app: AppState }) {
  const { expand: words, words: common } = messages.value;
  const { pickList } = app;
  const source = pickList.source.value;
  const entity = source === null ? undefined : app.history.present.value.entities.get(source);
  if (source === null || entity === undefined) return null;

  const close = () => pickList.close();
  const onKeyDown = (event: KeyboardEvent) => {
    const isInButton = event.target instanceof Element && event.target.closest("button") !== null;
    if (event.key === "Enter" && !event.isComposing && !isInButton) {
      event.preventDefault();
      void pickList.add();
    }
  };
  const title = words.title(entity.name);
  if (screen.value === "phone") {
    return (
      <Dialog title={title} onClose={close} class="expand expand--phone" footer={<Foot app={app} />}>
        <p class="expand__summary">{summary(app, entity.degree)}</p>
        <GroupList app={app} />
        <PickRows app={app} />
      </Dialog>
    );
  }
  return (
    <Popover
      class="expand"
      label={title}
      side="right"
      align="center"
      gap={14}
      anchor={() => anchorOf(app, source)}
      initialFocus=".expand__search input"
      onClose={close}
      onKeyDown={onKeyDown}
    >
      <header class="expand__head">
        <EntityMark type={entity.type} level={entity.level} size={26} />
        <div>
          <h2>{title}</h2>
          <p class="expand__summary">{summary(app, entity.degree)}</p>
        </div>
        <IconButton icon={closeIcon} label={common.close} onClick={close} />
      </header>
      <div class="expand__body">
        <GroupList app={app} />
        <PickRows app={app} />
      </div>
      <footer class="expand__foot">
        <Foot app={app} />
      </footer>
    </Popover>
  );
}

/** Beside the node where the canvas knows its place, else in the middle. */
function anchorOf(app: AppState, source: EntityId): Box {
  const at = app.canvas.peek()?.screenPosition(source);
  const host = app.canvasHost.peek()?.getBoundingClientRect();
  if (at === undefined || host === undefined) {
    return { left: window.innerWidth / 3, top: window.innerHeight / 2, width: 0, height: 0 };
  }
  const size = at.radius * 2;
  return { left: host.left + at.x - at.radius, top: host.top + at.y - at.radius, width: size, height: size };
}

function summary(app: AppState, degree: number): string {
  const { counts } = app.pickList;
  const total = counts.value.reduce((sum, { count }) => sum + count, 0);
  const shown = countNeighborsShown(app);
  return messages.value.expand.summary(counts.value.length === 0 ? degree : total, shown);
}

function countNeighborsShown(app: AppState): number {
  const source = app.pickList.source.value;
  const { relations } = app.filters.visible.value;
  const others = [...relations.values()].flatMap(({ from, to }) =>
    from === source ? [to] : to === source ? [from] : [],
  );
  return new Set(others).size;
}

function Foot({ app }: { readonly app: AppState }) {
  const { expand: words, counts } = messages.value;
  const { pickList } = app;
  const picked = pickList.picked.value.size;
  const total = pickList.total.value;
  const addable = picked > 0 || pickList.rows.value.some(({ isOnCanvas }) => !isOnCanvas);
  return (
    <>
      <span class="expand__picked" role="status">
        {counts.selected(picked)}
      </span>
      {picked > 0 && picked >= total ? (
        <Button variant="ghost" onClick={() => pickList.unpickAll()}>
          {words.unpick}
        </Button>
      ) : (
        <Button variant="ghost" disabled={total === 0} onClick={() => void pickList.pickAll()}>
          {words.selectAll(total)}
        </Button>
      )}
      <Button
        variant="primary"
        disabled={!addable}
        {...(screen.value === "phone" ? {} : { keys: "Enter" })}
        onClick={() => void pickList.add()}
      >
        {picked > 0 ? words.add : words.addPage}
      </Button>
    </>
  );
}
