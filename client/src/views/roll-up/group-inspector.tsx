/** A group of the canvas: how many it stands for, which they are, and the way into it. */
import { useState } from "preact/hooks";

import type { EntityId } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Button, Icon, MessageCard, Tag, chevronRightIcon, expandIcon, groupIcon, minusIcon } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { Section } from "../inspector/section.tsx";
import { groupName } from "./drawn-graph.ts";
import { rollUpMessages } from "./messages.ts";

/** As many members at a time. */
const STEP = 50;

export function GroupInspector({ app, id }: { readonly app: AppState; readonly id: EntityId }) {
  const words = rollUpMessages.value;
  const [shown, setShown] = useState(STEP);
  const group = app.rollUp.groups.value.get(id);
  if (group === undefined) return <MessageCard icon={groupIcon} title={words.closed} />;
  const { closed, within } = app.rollUp.rolled.value;
  const isClosed = closed.has(id);
  const rest = group.members.length - shown;
  return (
    <>
      <div class="inspector__section">
        <div class="pair">
          <EntityMark type={group.leader.type} level={group.leader.level} size={30} />
          <div>
            <h3 class="pair__name">{groupName(group)}</h3>
            <p class="pair__facts">{words.facts(group.members.length, within.get(id) ?? 0)}</p>
          </div>
        </div>
        <div class="inspector__actions">
          {isClosed ? (
            <Button icon={expandIcon} onClick={() => app.rollUp.open(id)}>
              {words.open}
            </Button>
          ) : (
            <Button icon={minusIcon} onClick={() => app.rollUp.close(id)}>
              {words.close}
            </Button>
          )}
        </div>
      </div>
      <Section title={words.members} count={group.members.length}>
        <ul class="inspector__list">
          {group.members.slice(0, shown).map((entity) => (
            <li key={entity.id}>
              <button
                type="button"
                class="inspector__row"
                onClick={() => {
                  app.rollUp.reveal([entity.id]);
                  app.selection.selectEntity(entity.id);
                }}
              >
                <EntityMark type={entity.type} level={entity.level} size={16} />
                <span>{entity.name}</span>
                <Tag>{messages.value.counts.relations(entity.degree)}</Tag>
                <Icon svg={chevronRightIcon} class="inspector__chevron" />
              </button>
            </li>
          ))}
        </ul>
        {rest > 0 && (
          <button type="button" class="text-button" onClick={() => setShown(shown + STEP * 4)}>
            {words.more(rest)}
          </button>
        )}
      </Section>
    </>
  );
}
