/**
 * The relations of an entity by type, direction and type of the other end,
 * with counts; below each, the ones that are on the canvas.
 */
import type { EntityDetail, NeighborCount, Relation } from "../../../../server/contract/index.ts";
import { entityTypeName, messages, relationName } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Icon, Tag, chevronRightIcon } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { RelationLine } from "../entity/relation-line.tsx";

export function EntityRelations({ app, detail }: { readonly app: AppState; readonly detail: EntityDetail }) {
  return (
    <ul class="inspector__list">
      {detail.counts.map((count) => (
        <Group key={`${count.relation} ${count.direction} ${count.type}`} app={app} detail={detail} group={count} />
      ))}
    </ul>
  );
}

interface GroupProps {
  readonly app: AppState;
  readonly detail: EntityDetail;
  readonly group: NeighborCount;
}

/** More than these are in the pick list and in the table. */
const SHOWN = 6;

function Group({ app, detail, group }: GroupProps) {
  const { inspector: words, counts } = messages.value;
  const { relation, direction, type, count, planned } = group;
  const name = relationName(relation, direction);
  const shown = onCanvas(app, detail, group);
  return (
    <li>
      <button
        type="button"
        class="inspector__row"
        data-tip={words.expandGroup(name, entityTypeName(type))}
        onClick={() => void app.pickList.open(detail.entity.id, { relation, direction, type })}
      >
        <RelationLine type={relation} />
        <span class="inspector__group">
          {name}
          <EntityMark type={type} size={14} />
          {entityTypeName(type)}
        </span>
        {planned > 0 && <Tag tone="planned">{words.planned(planned)}</Tag>}
        <b>{counts.number(count)}</b>
      </button>
      {shown.length > 0 && (
        <ul class="inspector__sublist">
          {shown.slice(0, SHOWN).map(({ relation, other }) => (
            <li key={relation.id}>
              <button
                type="button"
                class="inspector__row inspector__row--sub"
                aria-label={words.openRelation(other)}
                onClick={() => app.selection.selectRelation(relation.id)}
              >
                <span class="inspector__other">{other}</span>
                {relation.status === "planned" && <Tag tone="planned">{messages.value.status.planned}</Tag>}
                <span class="inspector__evidence">{counts.sentences(relation.evidenceCount)}</span>
                <Icon svg={chevronRightIcon} class="inspector__chevron" />
              </button>
            </li>
          ))}
          {shown.length > SHOWN && <li class="inspector__none">{counts.first(SHOWN, shown.length)}</li>}
        </ul>
      )}
    </li>
  );
}

function onCanvas(app: AppState, { entity }: EntityDetail, group: NeighborCount) {
  const { relations, entities } = app.filters.visible.value;
  const isOfGroup = ({ type, from, to }: Relation) =>
    type === group.relation && (group.direction === "out" ? from : to) === entity.id;
  return [...relations.values()].filter(isOfGroup).flatMap((relation) => {
    const other = entities.get(group.direction === "out" ? relation.to : relation.from);
    return other?.type === group.type ? [{ relation, other: other.name }] : [];
  });
}
