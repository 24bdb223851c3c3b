/** Counts by relation, direction and type of neighbour; one of them narrows the list. */
import { useRef } from "preact/hooks";

import type { NeighborCount } from "../../../../server/contract/index.ts";
import { entityTypeName, messages, relationName } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { NeighborGroup } from "../../state/expansion.ts";
import { rove } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { RelationLine } from "../entity/relation-line.tsx";
import { groupByRelation } from "./group-by-relation.ts";

export function GroupList({ app }: { readonly app: AppState }) {
  const { expand: words, counts } = messages.value;
  const { pickList } = app;
  const root = useRef<HTMLDivElement>(null);
  const chosen = pickList.group.value;
  const groups = groupByRelation(pickList.counts.value);
  const button = (group: NeighborGroup, content: preact.ComponentChildren, className: string) => {
    const isChosen = isSame(group, chosen);
    return (
      <button
        type="button"
        class={className}
        aria-pressed={isChosen}
        tabIndex={isChosen ? 0 : -1}
        onClick={() => void pickList.choose(group)}
      >
        {content}
      </button>
    );
  };
  return (
    <div
      ref={root}
      class="expand__groups"
      role="group"
      aria-label={words.groups}
      onKeyDown={(event) => rove(event, { selector: "button", orientation: "vertical" })}
    >
      {button({}, <span class="expand__group-name">{words.everything}</span>, "expand__group expand__group--all")}
      {groups.map(({ relation, direction, total, types }) => (
        <div key={`${relation} ${direction}`} class="expand__relation">
          {button(
            { relation, direction },
            <>
              <RelationLine type={relation} />
              <span class="expand__group-name">{relationName(relation, direction)}</span>
              <span>{counts.number(total)}</span>
            </>,
            "expand__group expand__group--relation",
          )}
          {types.map(({ type, count }: NeighborCount) => (
            <div key={type}>
              {button(
                { relation, direction, type },
                <>
                  <EntityMark type={type} size={15} />
                  <span class="expand__group-name">{entityTypeName(type)}</span>
                  <span>{counts.number(count)}</span>
                </>,
                "expand__group expand__group--type",
              )}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function isSame(a: NeighborGroup, b: NeighborGroup): boolean {
  return a.relation === b.relation && a.direction === b.direction && a.type === b.type;
}
