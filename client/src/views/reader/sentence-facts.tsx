/** Right of the reader: the chosen sentence, what it supports, and where else the same is said. */
import { useEffect } from "preact/hooks";

import type {
  DocumentDetail,
  Entity,
  EntityId,
  Observation,
  Passage,
  Relation,
} from "../../../../server/contract/index.ts";
import { messages, relationName } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import {
  Button,
  Icon,
  IconButton,
  MessageCard,
  Tag,
  bookOpenIcon,
  canvasIcon,
  chevronRightIcon,
  copyIcon,
} from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { RelationLine } from "../entity/relation-line.tsx";
import { Figures } from "../inspector/figures.tsx";
import { Section } from "../inspector/section.tsx";
import { useResource } from "../shell/use-resource.ts";
import { documentByline } from "../source/document-byline.ts";
import { placeMessages, sourcePlace } from "../source/source-place.ts";

export interface SentenceFactsProps {
  readonly app: AppState;
  readonly detail: DocumentDetail;
}

export function SentenceFacts({ app, detail }: SentenceFactsProps) {
  const { reader: words } = messages.value;
  const chosen = app.reader.passageId.value;
  const passage = detail.passages.find(({ id }) => id === chosen);
  if (passage === undefined) {
    return <MessageCard icon={bookOpenIcon} title={words.choose} hint={words.chooseHint} />;
  }
  const relations = detail.relations
    .filter(({ passages }) => passages.includes(passage.id))
    .map(({ relation }) => relation);
  const figures = detail.observations.filter(({ passageId }) => passageId === passage.id);
  return <Loaded app={app} detail={detail} passage={passage} relations={relations} figures={figures} />;
}

/** Page, row or sentence, with the cells of a table's row, else the span in the original text. */
function placeOf({ mentions, observations }: DocumentDetail, passage: Passage): string {
  const words = placeMessages.value;
  const here = <T extends { readonly passageId: string; readonly cell?: string }>(all: readonly T[]) =>
    all.flatMap((each) => (each.passageId === passage.id && each.cell !== undefined ? [each.cell] : []));
  const cells = [...new Set([...here(mentions), ...here(observations)])];
  const exact = cells.length > 0 ? words.cells(cells) : words.characters(passage.begin + 1, passage.end);
  return `${sourcePlace(passage)} · ${exact}`;
}

interface LoadedProps extends SentenceFactsProps {
  readonly passage: Passage;
  readonly relations: readonly Relation[];
  readonly figures: readonly Observation[];
}

function Loaded({ app, detail, passage, relations, figures }: LoadedProps) {
  const { reader: words } = messages.value;
  const entities = new Map(detail.entities.map((entity) => [entity.id, entity]));
  const selected = app.selection.relation.value;
  // The relation that led here, or the first that the sentence supports.
  const focus = relations.find(({ id }) => id === selected) ?? relations[0];
  const ends = [...new Set(relations.flatMap(({ from, to }) => [from, to]))];
  return (
    <div class="sentence-facts">
      <section class="inspector__section">
        <header class="inspector__head">
          <h2>{words.selected}</h2>
          <IconButton
            class="sentence-facts__copy"
            size="small"
            icon={copyIcon}
            label={words.copySentence}
            onClick={() => void navigator.clipboard.writeText(passage.text)}
          />
        </header>
        <blockquote class="sentence-facts__quote source-text" lang="zh-CN">
          {passage.text}
        </blockquote>
        <p class="sentence-facts__place">{placeOf(detail, passage)}</p>
      </section>
      <Section title={words.supports} count={relations.length}>
        {relations.length === 0 && figures.length === 0 && <p class="inspector__none">{words.supportsNothing}</p>}
        <ul class="sentence-facts__relations">
          {relations.map((relation) => (
            <li key={relation.id}>
              <RelationCard app={app} relation={relation} entities={entities} isSelected={relation.id === focus?.id} />
            </li>
          ))}
        </ul>
      </Section>
      {figures.length > 0 && (
        <Section title={words.figures} count={figures.length}>
          <Figures app={app} observations={figures} />
        </Section>
      )}
      {focus !== undefined && <Elsewhere key={focus.id} app={app} relation={focus} passage={passage} />}
      {ends.length > 0 && (
        <footer class="inspector__foot">
          <Button
            variant="primary"
            icon={canvasIcon}
            onClick={async () => {
              await app.exploration.add(ends);
              app.session.show("canvas");
              if (focus !== undefined) app.selection.selectRelation(focus.id);
            }}
          >
            {words.onCanvas}
          </Button>
        </footer>
      )}
    </div>
  );
}

interface RelationCardProps {
  readonly app: AppState;
  readonly relation: Relation;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly isSelected: boolean;
}

function RelationCard({ app, relation, entities, isSelected }: RelationCardProps) {
  const { status } = messages.value;
  const from = entities.get(relation.from);
  const to = entities.get(relation.to);
  return (
    <button
      type="button"
      class="relation-card"
      aria-pressed={isSelected}
      onClick={() => app.selection.selectRelation(relation.id)}
    >
      <span class="relation-card__lines">
        <span class="relation-card__line">
          {from !== undefined && <EntityMark type={from.type} level={from.level} />}
          {from?.name ?? relation.from}
        </span>
        <span class="relation-card__line relation-card__line--type">
          <RelationLine type={relation.type} planned={relation.status === "planned"} />
          {relationName(relation.type)}
          {relation.status === "planned" && <Tag tone="planned">{status.planned}</Tag>}
        </span>
        <span class="relation-card__line">
          {to !== undefined && <EntityMark type={to.type} level={to.level} />}
          {to?.name ?? relation.to}
        </span>
      </span>
      <Icon svg={chevronRightIcon} />
    </button>
  );
}

interface ElsewhereProps {
  readonly app: AppState;
  readonly relation: Relation;
  readonly passage: Passage;
}

/** Other sentences that support the relation, here or in other documents. */
function Elsewhere({ app, relation, passage }: ElsewhereProps) {
  const { reader: words } = messages.value;
  const resource = useResource((id: Relation["id"], abort) => app.api.relation(id, abort));
  useEffect(() => void resource.load(relation.id), [relation.id, resource]);
  const detail = loadedValue(resource.state.value);
  if (detail === undefined) return null;
  const others = detail.passages.filter((evidence) => evidence.passage.id !== passage.id);
  return (
    <Section title={words.elsewhere} count={others.length}>
      {others.length === 0 && <p class="inspector__none">{words.elsewhereNone}</p>}
      <ul class="inspector__list">
        {others.map(({ passage, document }) => (
          <li key={passage.id}>
            <button
              type="button"
              class="inspector__row sentence-facts__other"
              onClick={() => app.openDocument(document.id, passage.id)}
            >
              <span>
                <b>{document.title}</b>
                <span>{documentByline(document)}</span>
              </span>
              <Icon svg={chevronRightIcon} class="inspector__chevron" />
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
