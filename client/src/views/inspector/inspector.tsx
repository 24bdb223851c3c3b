/** What is selected, in full: an entity, a relation with its sentences, or how to select one. */
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { isGroupId } from "../../state/roll-up/groups.ts";
import { IconButton, MessageCard, closeIcon, searchIcon } from "../../ui/index.ts";
import { GroupInspector } from "../roll-up/group-inspector.tsx";
import { screen } from "../shell/screen.ts";
import { EntityInspector } from "./entity-inspector.tsx";
import "./inspector.css";
import { RelationInspector } from "./relation-inspector.tsx";
import { SelectionBar } from "./selection-bar.tsx";

export function Inspector({ app }: { readonly app: AppState }) {
  const { inspector: words, words: common } = messages.value;
  const selected = app.selection.current.value;
  const several = app.selection.entities.value.size > 1;
  const title = selected?.kind === "relation" ? words.relation : words.entity;
  const close = () => {
    app.selection.clear();
    if (screen.peek() === "wide") app.session.setPanel("inspector", false);
    app.canvas.peek()?.focus();
  };
  return (
    <div class="inspector">
      <header class="inspector__bar">
        <h2>{selected === null ? words.title : several ? words.many : title}</h2>
        <IconButton icon={closeIcon} label={common.close} onClick={close} />
      </header>
      {several && <SelectionBar app={app} />}
      <div class="inspector__content">
        {selected?.kind === "entity" && isGroupId(selected.id) && (
          <GroupInspector key={selected.id} app={app} id={selected.id} />
        )}
        {selected?.kind === "entity" && !isGroupId(selected.id) && (
          <EntityInspector key={selected.id} app={app} id={selected.id} />
        )}
        {selected?.kind === "relation" && <RelationInspector key={selected.id} app={app} id={selected.id} />}
        {(selected === null || selected.kind === "passage") && (
          <MessageCard icon={searchIcon} title={words.nothing} hint={words.nothingHint} />
        )}
      </div>
    </div>
  );
}
