/** Every target with the newest level up to its year, and how far apart they are. */
import type { EntityId } from "../../../../server/contract/index.ts";
import { targetGaps } from "../../state/figures/series.ts";
import type { Measure, Series } from "../../state/figures/series.ts";
import { MessageCard, Tag, circleAlertIcon } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { figuresMessages } from "./messages.ts";
import { valueText } from "./trend-chart.tsx";

export interface TargetsProps {
  readonly series: readonly Series[];
  readonly measure: Measure;
  readonly selected: ReadonlySet<EntityId>;
  readonly onSelect: (ids: readonly EntityId[]) => void;
}

export function Targets({ series, measure, selected, onSelect }: TargetsProps) {
  const words = figuresMessages.value;
  const gaps = targetGaps(series);
  if (gaps.length === 0) return <MessageCard icon={circleAlertIcon} title={words.noTargets} compact />;
  const most = Math.max(...gaps.flatMap(({ target, reached }) => [target.value, reached?.value ?? 0]));
  return (
    <ol class="comparison" aria-label={words.targets}>
      {gaps.map(({ subject, target, reached, difference }) => (
        <li key={`${subject.id} ${target.year}`}>
          <button type="button" aria-pressed={selected.has(subject.id)} onClick={() => onSelect([subject.id])}>
            <span class="comparison__name">
              <EntityMark type={subject.type} level={subject.level} />
              {subject.name}
            </span>
            <span class="comparison__track">
              {reached !== undefined && (
                <i class="comparison__bar" style={{ width: `${(100 * reached.value) / most}%` }} />
              )}
              <i class="comparison__target" style={{ left: `${(100 * target.value) / most}%` }} />
            </span>
            <span class="comparison__value">
              <Tag tone={difference !== undefined && difference >= 0 ? "plain" : "planned"}>
                {distanceText(difference, measure)}
              </Tag>
              <small>
                {words.targetOf(valueText(target.value, measure))} · {target.year}；
                {reached === undefined
                  ? words.notReached
                  : words.reached(valueText(reached.value, measure), reached.year)}
              </small>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function distanceText(difference: number | undefined, measure: Measure): string {
  const words = figuresMessages.value;
  if (difference === undefined) return words.notReached;
  if (difference === 0) return words.exactly;
  const text = valueText(Math.abs(difference), measure);
  return difference < 0 ? words.missedBy(text) : words.beyondBy(text);
}
