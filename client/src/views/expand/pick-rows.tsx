/** The neighbours of the chosen group, a page at a time, to be ticked. */
import { entityTypeName, messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { PAGE_SIZE } from "../../state/expansion.ts";
import type { NeighborRow } from "../../state/expansion.ts";
import { Checkbox, Skeleton, Tag, TextField, classNames, searchIcon } from "../../ui/index.ts";
import { kindOf } from "../entity/entity-facts.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { Failure } from "../shell/failure.tsx";

export function PickRows({ app }: { readonly app: AppState }) {
  const { expand: words, counts } = messages.value;
  const { pickList } = app;
  const rows = pickList.rows.value;
  const total = pickList.total.value;
  const first = pickList.page.value * PAGE_SIZE;
  const error = pickList.error.value;
  const name = pickList.name.value;
  return (
    <div class="expand__rows">
      <TextField
        class="expand__search"
        label={words.find(total, groupName(app))}
        hideLabel
        isSearch
        icon={searchIcon}
        placeholder={words.find(total, groupName(app))}
        value={name}
        onValue={pickList.filterByName}
      />
      <div class="expand__order" aria-hidden="true">
        <span>{words.order}</span>
        <span>{words.sentences}</span>
      </div>
      <div class="expand__scroll">
        {error !== null && <Failure error={error} onRetry={() => void pickList.retry()} compact />}
        {rows.length === 0 && pickList.isLoading.value && <Skeleton lines={[70, 62, 76, 58, 66]} lineHeight={35} />}
        {rows.length === 0 && !pickList.isLoading.value && error === null && (
          <p class="expand__none">{name.trim() === "" ? words.isolated : words.none(name.trim())}</p>
        )}
        <ul class={classNames(pickList.isLoading.value && "expand__list--stale")}>
          {rows.map((row) => (
            <Row key={row.entity.id} app={app} row={row} />
          ))}
        </ul>
      </div>
      {total > 0 && (
        <div class="expand__pages">
          <span>{counts.range(first + 1, Math.min(total, first + rows.length), total)}</span>
          <span class="expand__turn">
            {first > 0 && (
              <button type="button" class="text-button" onClick={() => pickList.previous()}>
                {words.previous}
              </button>
            )}
            {pickList.hasNext.value && (
              <button type="button" class="text-button" onClick={() => void pickList.next()}>
                {words.next(Math.min(PAGE_SIZE, total - first - rows.length))}
              </button>
            )}
          </span>
        </div>
      )}
    </div>
  );
}

function Row({ app, row }: { readonly app: AppState; readonly row: NeighborRow }) {
  const { expand: words, status, counts } = messages.value;
  const { entity, isOnCanvas, isPlanned, evidence } = row;
  const isPicked = app.pickList.picked.value.has(entity.id);
  return (
    <li>
      <Checkbox
        class={classNames("expand__row", isPicked && "expand__row--picked")}
        checked={isPicked || isOnCanvas}
        disabled={isOnCanvas}
        onChange={() => app.pickList.toggle(entity.id)}
      >
        <EntityMark type={entity.type} level={entity.level} />
        <span class="expand__name">{entity.name}</span>
        <span class="expand__kind">{kindOf(entity)}</span>
        {isPlanned && <Tag tone="planned">{status.planned}</Tag>}
        {isOnCanvas && <Tag>{words.already}</Tag>}
        <span class="expand__evidence" aria-label={counts.sentences(evidence)}>
          {counts.number(evidence)}
        </span>
      </Checkbox>
    </li>
  );
}

function groupName(app: AppState): string {
  const { type } = app.pickList.group.value;
  return type === undefined ? messages.value.expand.anything : entityTypeName(type);
}
