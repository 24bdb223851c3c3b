/** Who has most of a measure, and what else is measured of them. */
import { useState } from "preact/hooks";

import type { EntityId, Measure, MeasuredEntity, MeasuresAnswer } from "../../../../server/contract/index.ts";
import { entityTypeName, messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Button, MessageCard, Tag, canvasIcon, measuresIcon, paletteIcon } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { stylingMessages } from "../styling/messages.ts";
import { measuresMessages } from "./messages.ts";

const PAGE = 50;
const TO_CANVAS = 30;

export function Ranking({ app, answer }: { readonly app: AppState; readonly answer: MeasuresAnswer }) {
  const words = measuresMessages.value;
  const [limit, setLimit] = useState(PAGE);
  const { measure } = app.measures.choice.value;
  const ranked = rank(answer.entities, measure);
  const leaders = leadersOf(answer.entities);
  if (answer.entities.length === 0)
    return <MessageCard icon={measuresIcon} title={words.nothing} hint={words.nothingHint} />;
  if (ranked.length === 0)
    return <MessageCard icon={measuresIcon} title={stylingMessages.value.measures[measure]} hint={words.notComputed} />;
  const most = valueOf(ranked[0]!, measure);
  const first = ranked.slice(0, TO_CANVAS);
  return (
    <>
      <div class="measures__bar">
        <span class="measures__note">{words.sum(answer.entities.length, answer.pairs, answer.communities)}</span>
        <Button size="small" icon={canvasIcon} onClick={() => void show(app, first)}>
          {words.toCanvas(first.length)}
        </Button>
        <Button size="small" icon={paletteIcon} onClick={() => paint(app, measure)}>
          {words.colorCanvas}
        </Button>
      </div>
      <table class="measures__table">
        <thead>
          <tr>
            <th scope="col">{words.rank}</th>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.type}</th>
            <th scope="col" aria-sort="descending">
              {stylingMessages.value.measures[measure]}
            </th>
            <th scope="col">{words.community}</th>
          </tr>
        </thead>
        <tbody>
          {ranked.slice(0, limit).map((entity, at) => (
            <tr key={entity.id}>
              <td class="measures__number">{at + 1}</td>
              <td>
                <span class="measures__name">
                  <EntityMark type={entity.type} size={18} />
                  <button type="button" class="text-button" onClick={() => void app.openEntity(entity.id)}>
                    {entity.name}
                  </button>
                  {entity.isCutVertex && <Tag>{words.cut}</Tag>}
                </span>
              </td>
              <td>{entityTypeName(entity.type)}</td>
              <td>
                <span class="measures__value">
                  <span>{valueText(entity, measure)}</span>
                  <span
                    class="measures__meter"
                    aria-hidden="true"
                    style={{ inlineSize: `${(100 * valueOf(entity, measure)) / (most || 1)}%` }}
                  />
                </span>
              </td>
              <td class="measures__community">{words.communityOf(leaders.get(entity.community)!.name)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {limit < ranked.length && (
        <p class="measures__bar">
          <span class="measures__note">{words.first(limit, ranked.length)}</span>
          <Button size="small" onClick={() => setLimit(limit + PAGE)}>
            {words.more}
          </Button>
        </p>
      )}
    </>
  );
}

/** Those whose value is known, highest first; equal ones in the order of their ids. */
export function rank(entities: readonly MeasuredEntity[], measure: Measure): readonly MeasuredEntity[] {
  return entities
    .filter((entity) => entity[measure] !== null)
    .toSorted((a, b) => valueOf(b, measure) - valueOf(a, measure));
}

/** Of each community the member with the most neighbours, to call it by. */
function leadersOf(entities: readonly MeasuredEntity[]): ReadonlyMap<EntityId, MeasuredEntity> {
  const leaders = new Map<EntityId, MeasuredEntity>();
  for (const entity of entities) {
    const leader = leaders.get(entity.community);
    if (leader === undefined || entity.degree > leader.degree) leaders.set(entity.community, entity);
  }
  return leaders;
}

const valueOf = (entity: MeasuredEntity, measure: Measure): number => entity[measure] ?? 0;

function valueText(entity: MeasuredEntity, measure: Measure): string {
  const value = valueOf(entity, measure);
  return Number.isInteger(value) ? messages.value.counts.number(value) : value.toFixed(measure === "pageRank" ? 4 : 3);
}

async function show(app: AppState, entities: readonly MeasuredEntity[]): Promise<void> {
  if (await app.exploration.add(entities.map(({ id }) => id))) app.session.show("canvas");
}

/** Size and colour of the canvas mean this measure from now on. */
function paint(app: AppState, measure: Measure): void {
  app.styling.choose({ size: `p:@${measure}`, color: `p:@${measure}` });
  app.session.show("canvas");
}
