/** Measures: which part of the graph, who stands where in it, and who might partner next. */
import { useEffect, useState } from "preact/hooks";

import type { EntityType, Measure } from "../../../../server/contract/index.ts";
import { MEASURES } from "../../../../server/contract/measure-names.ts";
import { ENTITY_TYPE_NAMES } from "../../../../server/contract/ontology.ts";
import { entityTypeName, messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import { Segmented } from "../../ui/index.ts";
import { Waiting } from "../filters/waiting.tsx";
import { Region } from "../shell/region.tsx";
import { stylingMessages } from "../styling/messages.ts";
import { measuresMessages } from "./messages.ts";
import { Ranking } from "./ranking.tsx";
import { Suggestions } from "./suggestions.tsx";
import "./measures.css";

type List = "ranking" | "suggestions";

export function MeasuresView({ app }: { readonly app: AppState }) {
  const words = measuresMessages.value;
  const { views } = messages.value;
  const [list, setList] = useState<List>("ranking");
  useEffect(() => app.measures.load(), [app]);
  const state = app.measures.found.value;
  const { scope, types, measure, from, to } = app.measures.choice.value;
  const isEmpty = scope === "canvas" && app.measures.isCanvasEmpty.value;
  return (
    <Region name="view" label={views.measures} class="measures">
      <div class="measures__page">
        <header class="view-head">
          <h1>{words.title}</h1>
          <span>{words.hint}</span>
        </header>
        <div class="measures__bar">
          <Segmented
            label={words.part}
            selected={scope}
            onSelect={(next) => app.measures.choose({ scope: next })}
            segments={[
              { id: "all", label: words.all },
              { id: "canvas", label: words.canvas },
            ]}
          />
          <TypeSelect
            label={words.types}
            any={words.anyType}
            value={types[0] ?? ""}
            onValue={(type) => app.measures.choose({ types: type === "" ? [] : withRegions(type) })}
          />
          <Segmented
            label={words.lists}
            selected={list}
            onSelect={setList}
            segments={[
              { id: "ranking", label: words.ranking },
              { id: "suggestions", label: words.suggestions, count: countOf(loadedValue(state)?.suggestionsTotal) },
            ]}
          />
        </div>
        {isEmpty && <p class="measures__note">{words.emptyCanvas}</p>}
        {list === "ranking" ? (
          <>
            <div class="measures__bar">
              <Segmented
                label={words.measure}
                selected={measure}
                onSelect={(next: Measure) => app.measures.choose({ measure: next })}
                segments={MEASURES.map((id) => ({ id, label: stylingMessages.value.measures[id] }))}
              />
            </div>
            <p class="measures__note">
              {words.about[measure]} {words.source[measure] !== "" && <cite>{words.source[measure]}</cite>}
            </p>
          </>
        ) : (
          <>
            <div class="measures__bar">
              <TypeSelect
                label={words.from}
                value={from}
                onValue={(type) => type !== "" && app.measures.choose({ from: type })}
              />
              <TypeSelect
                label={words.to}
                value={to}
                onValue={(type) => type !== "" && app.measures.choose({ to: type })}
              />
            </div>
            <p class="measures__note">{words.suggestionsHint}</p>
          </>
        )}
        <Waiting state={state} onRetry={() => void app.measures.retry()} lines={[60, 92, 80, 88, 64]}>
          {(answer) =>
            list === "ranking" ? <Ranking app={app} answer={answer} /> : <Suggestions app={app} answer={answer} />
          }
        </Waiting>
      </div>
    </Region>
  );
}

/** A type is measured with the regions, which most relations of one type alone would miss. */
function withRegions(type: EntityType): readonly EntityType[] {
  return type === "Region" ? [type] : [type, "Region"];
}

function countOf(count: number | undefined): string | undefined {
  return count === undefined ? undefined : messages.value.counts.number(count);
}

interface TypeSelectProps {
  readonly label: string;
  /** What stands for no choice; without it one has to be chosen. */
  readonly any?: string;
  readonly value: EntityType | "";
  readonly onValue: (type: EntityType | "") => void;
}

function TypeSelect({ label, any, value, onValue }: TypeSelectProps) {
  return (
    <label class="measures__choice">
      {label}
      <select class="select" value={value} onChange={(event) => onValue(event.currentTarget.value as EntityType | "")}>
        {any !== undefined && <option value="">{any}</option>}
        {ENTITY_TYPE_NAMES.map((type) => (
          <option key={type} value={type}>
            {entityTypeName(type)}
          </option>
        ))}
      </select>
    </label>
  );
}
