/**
 * The card of an empty cell: that the documents do not say it, how much they
 * say of the two otherwise, who near has one, what is there, how they hang together.
 */
import { useEffect } from "preact/hooks";

import type { Entity, EntityId, GapCard as Card, GapNeighbor, Relation } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { Question } from "../../state/matrix/matrix.ts";
import { loadedValue } from "../../state/resource.ts";
import { Button, IconButton, Skeleton, Tag, canvasIcon, closeIcon } from "../../ui/index.ts";
import { Chain } from "../entity/chain.tsx";
import { EntityMark } from "../entity/entity-mark.tsx";
import { AddGap } from "../gap-list/add-gap.tsx";
import { Failure } from "../shell/failure.tsx";
import { useResource } from "../shell/use-resource.ts";
import { matrixMessages } from "./messages.ts";

type GapQuestion = Question & { readonly row: EntityId; readonly column: EntityId };

export interface GapCardProps {
  readonly app: AppState;
  readonly cell: { readonly row: EntityId; readonly column: EntityId };
  readonly onClose?: () => void;
}

export function GapCard({ app, cell, onClose }: GapCardProps) {
  const gap = useResource((asked: string, abort) => app.api.gap(JSON.parse(asked) as GapQuestion, abort));
  const asked = JSON.stringify({ ...app.matrix.question.value, ...cell });
  useEffect(() => void gap.load(asked), [asked]);
  const state = gap.state.value;
  const card = loadedValue(state);
  if (state.status === "failed") return <Failure error={state.error} onRetry={() => void gap.reload()} compact />;
  if (card === undefined) return <Skeleton lines={[60, 96, 90, 40, 70, 66]} lineHeight={26} />;
  return <Content app={app} card={card} onClose={onClose} />;
}

interface ContentProps {
  readonly app: AppState;
  readonly card: Card;
  readonly onClose: (() => void) | undefined;
}

function Content({ app, card, onClose }: ContentProps) {
  const { gap: words } = matrixMessages.value;
  const { words: common } = messages.value;
  const { row, column, near, others, present } = card;
  const hasNear = near.some(({ isNear }) => isNear);
  return (
    <div class="gap-card">
      <header class="gap-card__head">
        <h2 aria-label={words.title(row.name, column.name)}>
          <EntityMark type={row.type} level={row.level} size={22} />
          {row.name}
          <span class="ties__times">×</span>
          <EntityMark type={column.type} level={column.level} size={22} />
          {column.name}
        </h2>
        {onClose !== undefined && <IconButton icon={closeIcon} label={common.close} onClick={onClose} />}
      </header>
      <p class="gap-card__lead">
        <strong>{app.filters.isFiltering.value ? words.leadFiltered : words.lead}</strong> {said(card)}
      </p>
      {near.length > 0 && (
        <Neighbors
          title={hasNear ? words.near : words.nearOther}
          list={near}
          onOpen={(id) => openCell(app, row.id, id)}
        />
      )}
      {others.length > 0 && (
        <Neighbors title={words.others(column.name)} list={others} onOpen={(id) => openCell(app, id, column.id)} />
      )}
      <section class="gap-card__part">
        <h3>{words.present(column.name)}</h3>
        {present.length === 0 ? (
          <p class="gap-card__none">{words.presentNone}</p>
        ) : (
          <ul>
            {present.map(({ entity, relation }) => (
              <Present key={entity.id} app={app} entity={entity} relation={relation} />
            ))}
          </ul>
        )}
      </section>
      <Paths app={app} card={card} />
    </div>
  );
}

/** How often the documents name the column, and when last. */
function said({ documents, column }: Card): string {
  const { gap: words } = matrixMessages.value;
  const sentences = [
    words.notFalse(column.name, documents.total, documents.column),
    documents.latest === null ? "" : words.latest(documents.latest),
    documents.both > 0 ? words.both(documents.both) : "",
  ];
  return sentences.filter((sentence) => sentence !== "").join(messages.value.counts.sentenceBreak);
}

/** What goes on the gap list with the pair: the card's own words, and who near has a tie. */
function whyOf(app: AppState, card: Card): string {
  const { gap: words } = matrixMessages.value;
  const { counts } = messages.value;
  const near = card.near.filter(({ isNear }) => isNear).map(({ entity }) => entity.name);
  const lead = app.filters.isFiltering.value ? words.leadFiltered : words.lead;
  const lines = [
    `${lead}${counts.sentenceBreak}${said(card)}`,
    near.length > 0 ? `${words.near}: ${near.join(counts.separator)}` : "",
  ];
  return lines.filter((line) => line !== "").join("\n");
}

function openCell(app: AppState, row: EntityId, column: EntityId): void {
  app.matrix.openCell({ row, column });
}

interface NeighborsProps {
  readonly title: string;
  readonly list: readonly GapNeighbor[];
  readonly onOpen: (id: EntityId) => void;
}

function Neighbors({ title, list, onOpen }: NeighborsProps) {
  const { gap: words } = matrixMessages.value;
  const { counts, status } = messages.value;
  return (
    <section class="gap-card__part">
      <h3>{title}</h3>
      <ul>
        {list.map(({ entity, ties, planned, isNear, through }) => (
          <li key={entity.id}>
            <button type="button" class="gap-card__row" onClick={() => onOpen(entity.id)}>
              <EntityMark type={entity.type} level={entity.level} />
              <span class="gap-card__name">{entity.name}</span>
              <span class="gap-card__note">
                {[
                  through.length === 0 ? "" : words.through(through.join(counts.separator)),
                  isNear || entity.type !== "Region" ? "" : words.elsewhere,
                ]
                  .filter((part) => part !== "")
                  .join(" · ")}
              </span>
              {planned === ties && <Tag tone="planned">{status.planned}</Tag>}
              <strong>{counts.number(ties)}</strong>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PresentProps {
  readonly app: AppState;
  readonly entity: Entity;
  readonly relation: Relation;
}

function Present({ app, entity, relation }: PresentProps) {
  const { status } = messages.value;
  return (
    <li>
      <button
        type="button"
        class="gap-card__row"
        onClick={() => void app.openRelation(relation.id, [relation.from, relation.to])}
      >
        <EntityMark type={entity.type} level={entity.level} />
        <span class="gap-card__name">{entity.name}</span>
        {relation.status === "planned" && <Tag tone="planned">{status.planned}</Tag>}
      </button>
    </li>
  );
}

function Paths({ app, card }: { readonly app: AppState; readonly card: Card }) {
  const { gap: words } = matrixMessages.value;
  const { paths, entities, relations } = card.paths;
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const relationOf = new Map(relations.map((relation) => [relation.id, relation]));
  const show = async (ids: readonly EntityId[]) => {
    if (!(await app.exploration.add(ids))) return;
    app.session.show("canvas");
    app.selection.selectEntities([card.row.id, card.column.id]);
  };
  const [first] = paths;
  return (
    <section class="gap-card__part">
      <h3>{words.paths}</h3>
      {paths.length === 0 && <p class="gap-card__none">{words.noPath}</p>}
      <ol class="gap-card__paths">
        {paths.map((path) => (
          <li key={path.entities.join(" ")}>
            <Chain
              entities={path.entities.flatMap((id) => byId.get(id) ?? [])}
              relations={path.relations.map((id) => relationOf.get(id))}
            />
          </li>
        ))}
      </ol>
      <div class="gap-card__actions">
        <Button
          variant="primary"
          icon={canvasIcon}
          onClick={() =>
            void show(first === undefined ? [card.row.id, card.column.id] : paths.flatMap((path) => path.entities))
          }
        >
          {first === undefined ? words.showBoth : words.showPath}
        </Button>
        <AddGap app={app} one={card.row.id} other={card.column.id} why={whyOf(app, card)} />
      </div>
    </section>
  );
}
