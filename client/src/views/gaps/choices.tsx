/** What the question looks at: our region, peers, level, types, plans, years; counts stand beside the choice. */
import { useEffect } from "preact/hooks";

import type { EntityType, GapsAnswer } from "../../../../server/contract/index.ts";
import { entityTypeName, messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { CHOICES_OF } from "../../state/gaps.ts";
import type { GapChoice } from "../../state/gaps.ts";
import { loadedValue } from "../../state/resource.ts";
import { Checkbox, MenuButton, Segmented } from "../../ui/index.ts";
import { EntityPicker } from "../entity/entity-picker.tsx";
import { useEntities } from "../source/entity-lookup.ts";
import { gapsMessages } from "./messages.ts";

interface ChoiceProps {
  readonly app: AppState;
  readonly answer: GapsAnswer | undefined;
}

export function Choices({ app, answer }: ChoiceProps) {
  const looked: readonly (keyof GapChoice)[] = CHOICES_OF[app.gaps.question.value];
  return (
    <div class="gap-choices" role="group" aria-label={messages.value.views.gaps}>
      <OurRegion app={app} />
      {looked.includes("peers") && <Peers app={app} answer={answer} />}
      {looked.includes("least") && <Least app={app} answer={answer} />}
      {looked.includes("level") && <Level app={app} />}
      {looked.includes("bodies") && <Bodies app={app} answer={answer} />}
      {looked.includes("until") && <Until app={app} />}
      {looked.includes("plannedCounts") && <Planned app={app} />}
    </div>
  );
}

function Labelled({ label, children }: { readonly label: string; readonly children: preact.ComponentChildren }) {
  return (
    <span class="gap-choices__item">
      <span class="gap-choices__label">{label}</span>
      {children}
    </span>
  );
}

function OurRegion({ app }: { readonly app: AppState }) {
  const words = gapsMessages.value;
  const { region } = app.gaps.choice.value;
  const lookup = useEntities(region === null ? [] : [region]);
  return (
    <Labelled label={words.region}>
      <EntityPicker
        app={app}
        label={words.region}
        text={region === null ? words.anyRegion : (lookup.find(region)?.name ?? "…")}
        type="Region"
        picked={region === null ? [] : [region]}
        onPick={([id]) => {
          app.gaps.choose({ region: id ?? null });
          // The next visit begins with it.
          app.session.setHome(id ?? null);
        }}
      />
    </Labelled>
  );
}

function Peers({ app, answer }: ChoiceProps) {
  const words = gapsMessages.value;
  const { peers, region } = app.gaps.choice.value;
  const usual = answer?.asked.peers ?? [];
  const shown = peers.length > 0 ? peers : usual.map(({ id }) => id);
  return (
    <Labelled label={words.peers}>
      <EntityPicker
        app={app}
        label={words.peers}
        text={peers.length > 0 ? words.peersChosen(peers.length) : words.peersUsual(usual.length)}
        type="Region"
        isMultiple
        isAllowed={({ id }) => id !== region}
        picked={shown}
        onPick={(ids) => app.gaps.choose({ peers: ids, least: null })}
      />
    </Labelled>
  );
}

function Least({ app, answer }: ChoiceProps) {
  const words = gapsMessages.value;
  const { least } = app.gaps.choice.value;
  const byPeers = answer?.byPeers ?? [];
  const all = byPeers.length;
  /** Universities with at least so many peers. */
  const found = (count: number) => byPeers.slice(count - 1).reduce((sum, own) => sum + own, 0);
  const label = (count: number) =>
    count === all ? words.leastAll(count, found(count)) : words.leastSome(count, found(count));
  const asked = Math.min(least ?? all, all);
  return (
    <Labelled label={words.least}>
      <MenuButton
        label={all === 0 ? words.leastAll(0, 0) : label(asked)}
        items={byPeers
          .map((_, at) => at + 1)
          .toReversed()
          .map((count) => ({
            id: String(count),
            label: label(count),
            checked: count === asked,
            onSelect: () => app.gaps.choose({ least: count === all ? null : count }),
          }))}
      />
    </Labelled>
  );
}

function Level({ app }: { readonly app: AppState }) {
  const words = gapsMessages.value;
  return (
    <Labelled label={words.level}>
      <Segmented
        label={words.level}
        selected={app.gaps.choice.value.level}
        onSelect={(level) => app.gaps.choose({ level })}
        segments={[
          { id: "county", label: words.levels.county },
          { id: "city", label: words.levels.city },
        ]}
      />
    </Labelled>
  );
}

const FILLING: readonly EntityType[] = ["ResearchInstitute", "Laboratory", "InnovationPlatform"];

function Bodies({ app, answer }: ChoiceProps) {
  const words = gapsMessages.value;
  const { bodies } = app.gaps.choice.value;
  const shown = bodies.length > 0 ? bodies : FILLING.filter((type) => answer?.asked.bodies.includes(type) === true);
  return (
    <Labelled label={words.bodies}>
      <span class="gap-choices__ticks">
        {FILLING.map((type) => (
          <Checkbox
            key={type}
            checked={shown.includes(type)}
            // The last one stays: with none the question asks nothing.
            disabled={shown.length === 1 && shown.includes(type)}
            onChange={(isOn) =>
              app.gaps.choose({ bodies: FILLING.filter((own) => (own === type ? isOn : shown.includes(own))) })
            }
          >
            {entityTypeName(type)}
          </Checkbox>
        ))}
      </span>
    </Labelled>
  );
}

function Planned({ app }: { readonly app: AppState }) {
  const words = gapsMessages.value;
  return (
    <Labelled label={words.planned}>
      <Segmented
        label={words.planned}
        selected={app.gaps.choice.value.plannedCounts ? "counts" : "ignored"}
        onSelect={(id) => app.gaps.choose({ plannedCounts: id === "counts" })}
        segments={[
          { id: "ignored", label: words.plannedIgnored },
          { id: "counts", label: words.plannedCounts },
        ]}
      />
    </Labelled>
  );
}

function Until({ app }: { readonly app: AppState }) {
  const words = gapsMessages.value;
  const { until } = app.gaps.choice.value;
  useEffect(() => void app.facets.load("facets"), [app]);
  const years = (loadedValue(app.facets.state.value)?.years ?? []).filter(({ planned }) => planned > 0);
  return (
    <Labelled label={words.until}>
      <MenuButton
        label={until === null ? words.untilAny : words.untilYear(String(until))}
        items={[
          {
            id: "any",
            label: words.untilAny,
            checked: until === null,
            onSelect: () => app.gaps.choose({ until: null }),
          },
          ...years.map(({ year }) => ({
            id: String(year),
            label: words.untilYear(String(year)),
            checked: until === year,
            onSelect: () => app.gaps.choose({ until: year }),
          })),
        ]}
      />
    </Labelled>
  );
}
