/** An entity: names, properties, relations by type with counts, figures, and the sentences that name it. */
import { useState } from "preact/hooks";

import type { Entity, EntityDetail, EntityId } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import { Button, Skeleton, expandIcon, eyeOffIcon, minusIcon, pinIcon, plusIcon, unpinIcon } from "../../ui/index.ts";
import { kindOf, propertyName, propertyText, shortName } from "../entity/entity-facts.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { Failure } from "../shell/failure.tsx";
import { EvidenceCard } from "../source/evidence-card.tsx";
import { Contradictions } from "./contradictions.tsx";
import { EntityRelations } from "./entity-relations.tsx";
import { Figures } from "./figures.tsx";
import { NameReasons } from "./name-reasons.tsx";
import { NotesSection } from "./notes-section.tsx";
import { Section } from "./section.tsx";

export function EntityInspector({ app, id }: { readonly app: AppState; readonly id: EntityId }) {
  const state = app.inspector.entity.state.value;
  const detail = loadedValue(state);
  // What the canvas knows is shown at once; the rest follows.
  const entity = detail?.entity.id === id ? detail.entity : app.history.present.value.entities.get(id);
  return (
    <>
      {entity !== undefined && <EntityHead app={app} entity={entity} />}
      {detail?.entity.id === id ? (
        <Details app={app} detail={detail} />
      ) : state.status === "failed" ? (
        <Failure error={state.error} onRetry={() => void app.inspector.entity.load(id)} compact />
      ) : (
        <div class="inspector__section">
          <Skeleton lines={[44, 82, 76, 60, 88, 70]} />
        </div>
      )}
    </>
  );
}

function EntityHead({ app, entity }: { readonly app: AppState; readonly entity: Entity }) {
  const { inspector: words, counts, words: common, actions } = messages.value;
  const { entities, hidden, pinned } = app.history.present.value;
  const isShown = entities.has(entity.id) && !hidden.has(entity.id);
  const isPinned = pinned.has(entity.id);
  const short = shortName(entity);
  const facts = [kindOf(entity), counts.relations(entity.degree)];
  if (short !== undefined) facts.push(`${words.short} ${short}`);
  return (
    <div class="inspector__section">
      <div class="pair">
        <EntityMark type={entity.type} level={entity.level} size={30} />
        <div>
          <h3 class="pair__name">{entity.name}</h3>
          <p class="pair__facts">{facts.join(" · ")}</p>
        </div>
      </div>
      <div class="inspector__actions">
        {isShown ? (
          <>
            <Button icon={expandIcon} onClick={() => void app.pickList.open(entity.id)}>
              {actions.expand}
            </Button>
            {app.exploration.canCollapse(entity.id) && (
              <Button icon={minusIcon} onClick={() => app.exploration.collapse(entity.id)}>
                {actions.collapse}
              </Button>
            )}
            <Button icon={eyeOffIcon} onClick={() => app.exploration.hide([entity.id])}>
              {actions.hide}
            </Button>
            <Button icon={isPinned ? unpinIcon : pinIcon} onClick={() => app.exploration.pin([entity.id], !isPinned)}>
              {isPinned ? common.unpin : common.pin}
            </Button>
          </>
        ) : (
          <Button variant="primary" icon={plusIcon} onClick={() => void app.openEntity(entity.id)}>
            {common.addToCanvas}
          </Button>
        )}
      </div>
    </div>
  );
}

function Details({ app, detail }: { readonly app: AppState; readonly detail: EntityDetail }) {
  const { inspector: words } = messages.value;
  const { entity } = detail;
  const properties = Object.entries(entity.properties);
  const total = detail.counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      {entity.aliases.length > 0 && (
        <Section title={words.aliases} count={entity.aliases.length}>
          <ul class="aliases">
            {entity.aliases.map((alias) => (
              <li key={alias}>{alias}</li>
            ))}
          </ul>
          <NameReasons app={app} />
        </Section>
      )}
      <Contradictions app={app} />
      {(properties.length > 0 || entity.code !== undefined) && (
        <Section title={words.properties}>
          <dl class="properties">
            {entity.code !== undefined && <Property name={words.code} value={entity.code} />}
            {properties.map(([key, value]) => (
              <Property key={key} name={propertyName(key)} value={propertyText(value)} />
            ))}
          </dl>
        </Section>
      )}
      <Section title={words.relations} count={total}>
        {total === 0 ? (
          <p class="inspector__none">{words.noRelations}</p>
        ) : (
          <EntityRelations app={app} detail={detail} />
        )}
      </Section>
      {detail.observations.length > 0 && (
        <Section title={words.figures} count={detail.observations.length}>
          <Figures app={app} observations={detail.observations} />
        </Section>
      )}
      <NotesSection app={app} kind="entity" id={entity.id} />
      <Passages app={app} id={entity.id} />
    </>
  );
}

function Property({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** As many sentences at a time. */
const STEP = 5;

function Passages({ app, id }: { readonly app: AppState; readonly id: EntityId }) {
  const { inspector: words } = messages.value;
  const [shown, setShown] = useState(STEP);
  const state = app.inspector.passages.state.value;
  const page = loadedValue(state);
  if (page === undefined) {
    if (state.status === "failed") return <Failure error={state.error} compact />;
    return (
      <div class="inspector__section">
        <Skeleton lines={[50, 92, 84]} />
      </div>
    );
  }
  const rest = page.total - Math.min(shown, page.passages.length);
  const current = app.inspector.sentenceIndex.value;
  return (
    <Section title={words.passages} count={page.total}>
      <div class="inspector__sentences">
        {page.passages.slice(0, Math.max(shown, current + 1)).map((evidence, index) => (
          <EvidenceCard
            key={evidence.passage.id}
            app={app}
            evidence={evidence}
            supports
            isCurrent={current > 0 && current === index}
            cellsShown={[id]}
            marks={evidence.mentions.filter(({ entityId }) => entityId === id)}
          />
        ))}
      </div>
      {rest > 0 &&
        (shown < page.passages.length ? (
          <button type="button" class="text-button" onClick={() => setShown(shown + STEP * 2)}>
            {words.moreSentences(rest)}
          </button>
        ) : (
          <p class="inspector__none">{words.moreSentences(rest)}</p>
        ))}
    </Section>
  );
}
