/**
 * Regions on a map, shaded by a count or a figure, with partnerships as bows,
 * and the same regions as a list beside it. What is picked here is picked in
 * every view.
 */
import { geoCentroid } from "d3-geo";
import type { GeoPermissibleObjects } from "d3-geo";
import { useEffect, useMemo } from "preact/hooks";

import type { RollUpLevel } from "../../../../server/contract/index.ts";
import { entityTypePlural, messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { COUNTED_BODIES } from "../../state/map.ts";
import type { Flow, MapChoice, MapMeasure, RegionValue } from "../../state/map.ts";
import { loadedValue } from "../../state/resource.ts";
import { Button, Checkbox, MenuButton, MessageCard, Segmented, Skeleton, mapIcon } from "../../ui/index.ts";
import type { MenuItem } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { IndicatorPicker } from "../figures/indicator-picker.tsx";
import { FilterBar } from "../filters/filter-bar.tsx";
import { Inspector } from "../inspector/inspector.tsx";
import { Failure } from "../shell/failure.tsx";
import { Region } from "../shell/region.tsx";
import { screen } from "../shell/screen.ts";
import { cityOf, isWithin, levelOfCode, levelsOf, provinceName, provinceOf } from "./boundaries.ts";
import type { Area, RegionCode, Scope } from "./boundaries.ts";
import "./map-view.css";
import { mapMessages } from "./messages.ts";
import { RegionMap } from "./region-map.tsx";
import type { Arc } from "./region-map.tsx";
import { useAreas } from "./use-areas.ts";

export function MapView({ app }: { readonly app: AppState }) {
  const { map, selection } = app;
  const words = mapMessages.value;
  const { views, inspector } = messages.value;
  useEffect(() => map.follow(), [map]);
  const { measure, hasArcs } = map.choice.value;
  const values = map.values.value;
  const state = map.state.value;
  const { scope, level } = frameOf(map.choice.value, values ?? []);
  const areas = useAreas(level, scope);
  const provinces = useAreas("province", null);
  const cities = useAreas("city", null);
  const places = useMemo(() => centersOf([...provinces, ...cities]), [provinces, cities]);
  const sorted = useMemo(() => sortOut(values ?? [], level, scope), [values, level, scope]);
  const arcs = useMemo(() => arcsOf(loadedValue(map.flows.value)?.flows ?? [], level), [map.flows.value, level]);
  const selected = new Set(
    (values ?? []).flatMap(({ region }) =>
      selection.entities.value.has(region.id) && region.code !== undefined ? [region.code] : [],
    ),
  );
  const format = (value: number) => `${messages.value.counts.number(value)}${map.unit.value === "%" ? "%" : ""}`;
  const isInspecting = selection.current.value !== null && app.session.panels.value.inspector;
  const pick = (code: RegionCode) => {
    const found = (values ?? []).find(({ region }) => region.code === code);
    if (found !== undefined) selection.selectEntity(found.region.id);
  };

  return (
    <>
      <Region name="view" label={views.map} class="map-view">
        <Toolbar app={app} level={level} scope={scope} />
        {state.status === "failed" && <Failure error={state.error} onRetry={() => void map.retry()} />}
        {values === undefined && state.status !== "failed" && <Skeleton lines={[40, 70, 60]} lineHeight={60} />}
        {values !== undefined && values.length === 0 && (
          <MessageCard
            icon={mapIcon}
            title={words.empty}
            hint={words.emptyHint}
            actions={<Button onClick={() => app.filters.reset()}>{messages.value.legend.reset}</Button>}
          />
        )}
        {values !== undefined && values.length > 0 && (
          <div class="map-view__body">
            <RegionMap
              label={words.map(measureName(measure))}
              areas={areas}
              around={provinces}
              values={new Map(sorted.shown.map(({ region, value }) => [region.code!, value]))}
              format={format}
              selected={selected}
              onPick={pick}
              arcs={hasArcs ? arcs.arcs : []}
              places={places}
            />
            <div class="map-view__list">
              <h2>{words.list}</h2>
              <Rows app={app} rows={sorted.shown} format={format} />
              {sorted.wider.length > 0 && (
                <>
                  <h2>{words.wider}</h2>
                  <Rows app={app} rows={sorted.wider} format={format} />
                </>
              )}
              <ul class="map-view__notes">
                {measure.kind === "ties" && <li>{words.rule}</li>}
                {sorted.outside > 0 && <li>{words.outside(sorted.outside)}</li>}
                {sorted.noCode > 0 && <li>{words.noCode(sorted.noCode)}</li>}
                {map.unplaced.value > 0 && <li>{words.unplaced(map.unplaced.value)}</li>}
                {hasArcs && <ArcNotes app={app} local={arcs.local} />}
                <li>{words.source}</li>
              </ul>
            </div>
          </div>
        )}
      </Region>
      {isInspecting && screen.value !== "phone" && (
        <Region
          name="right"
          label={inspector.title}
          keys="sentences"
          class={
            screen.value === "wide" || screen.value === "medium"
              ? "canvas-view__inspector"
              : "canvas-view__inspector canvas-view__inspector--over"
          }
        >
          <Inspector app={app} />
        </Region>
      )}
    </>
  );
}

interface ToolbarProps {
  readonly app: AppState;
  readonly level: RollUpLevel;
  readonly scope: Scope;
}

function Toolbar({ app, level, scope }: ToolbarProps) {
  const { map } = app;
  const words = mapMessages.value;
  const { measure, hasArcs } = map.choice.value;
  const told = [...new Set((map.values.value ?? []).flatMap(({ region }) => region.code ?? []).map(provinceOf))];
  const measures: readonly MapMeasure[] = [
    { kind: "ties" },
    ...COUNTED_BODIES.map((type) => ({ kind: "bodies", type }) as const),
  ];
  const scopes: readonly MenuItem[] = [
    { id: "all", label: words.country, checked: scope === null, onSelect: () => map.choose({ scope: null }) },
    ...told.toSorted().map((code) => ({
      id: code,
      label: provinceName(code),
      checked: scope === code,
      onSelect: () => map.choose({ scope: code }),
    })),
  ];
  const indicators = (loadedValue(map.indicators.value)?.indicators ?? []).filter(({ series }) =>
    series.some(({ kind }) => kind === "level"),
  );
  return (
    <div class="map-view__bar" role="group" aria-label={words.measure}>
      <MenuButton
        label={measure.kind === "figure" ? words.ties : measureName(measure)}
        items={measures.map((one) => ({
          id: one.kind === "bodies" ? one.type : one.kind,
          label: measureName(one),
          checked: measureName(one) === measureName(measure),
          onSelect: () => map.choose({ measure: one }),
        }))}
      />
      <IndicatorPicker
        indicators={indicators}
        chosen={measure.kind === "figure" ? measure.indicator : null}
        onChoose={(indicator) => map.choose({ measure: { kind: "figure", indicator } })}
      />
      <MenuButton label={scope === null ? words.country : provinceName(scope)} items={scopes} />
      <Segmented
        label={words.level}
        segments={levelsOf(scope).map((id) => ({ id, label: words[id] }))}
        selected={level}
        onSelect={(id) => map.choose({ level: id })}
      />
      <Checkbox checked={hasArcs} onChange={(isOn) => map.choose({ hasArcs: isOn })}>
        {words.arcs}
      </Checkbox>
      <FilterBar app={app} />
    </div>
  );
}

interface RowsProps {
  readonly app: AppState;
  readonly rows: readonly RegionValue[];
  readonly format: (value: number) => string;
}

function Rows({ app, rows, format }: RowsProps) {
  const words = mapMessages.value;
  const most = Math.max(...rows.map(({ value }) => Math.abs(value)), 0);
  return (
    <ol class="map-view__rows">
      {rows.map(({ region, value, planned, year }) => (
        <li key={region.id}>
          <button
            type="button"
            aria-pressed={app.selection.entities.value.has(region.id)}
            onClick={() => app.selection.selectEntity(region.id)}
          >
            <EntityMark type={region.type} level={region.level} />
            <span>{region.name}</span>
            <i style={{ "--share": most === 0 ? 0 : Math.abs(value) / most }} />
            <b>
              {words.value(format(value), planned)}
              {year !== null && <small>{year}</small>}
            </b>
          </button>
        </li>
      ))}
    </ol>
  );
}

function ArcNotes({ app, local }: { readonly app: AppState; readonly local: number }) {
  const words = mapMessages.value;
  const flows = loadedValue(app.map.flows.value);
  return (
    <>
      {local > 0 && <li>{words.arcsLocal(local)}</li>}
      {(flows?.homeless ?? 0) > 0 && <li>{words.homeless(flows!.homeless)}</li>}
      {flows?.truncated === true && <li>{words.truncated}</li>}
    </>
  );
}

/** What the map is cut to: as it was chosen, or what the values say. */
export function frameOf({ scope: chosen, level }: MapChoice, values: readonly RegionValue[]) {
  const scope = chosen === undefined ? mostTold(values) : chosen;
  return { scope, level: levelIn(level, scope) };
}

export function measureName(measure: MapMeasure): string {
  const words = mapMessages.value;
  if (measure.kind === "ties") return words.ties;
  return measure.kind === "bodies" ? words.bodies(entityTypePlural(measure.type)) : measure.indicator;
}

function levelIn(wanted: RollUpLevel, scope: Scope): RollUpLevel {
  const levels = levelsOf(scope);
  return levels.includes(wanted) ? wanted : levels.at(-1)!;
}

/** The province that most regions with a value are in. */
function mostTold(values: readonly RegionValue[]): Scope {
  const counts = new Map<RegionCode, number>();
  for (const { region } of values) {
    if (region.code === undefined || levelOfCode(region.code) === "province") continue;
    const province = provinceOf(region.code);
    counts.set(province, (counts.get(province) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** Values that the map shows, those of wider regions in it, and how many lie elsewhere. */
export function sortOut(values: readonly RegionValue[], level: RollUpLevel, scope: Scope) {
  const coded = values.filter(({ region }) => region.code !== undefined);
  const inside = coded.filter(({ region }) => isWithin(region.code!, scope));
  const shown = inside.filter(({ region }) => atLevel(region.code!, level) === region.code);
  return {
    shown: shown.filter(({ region }) => isShownAt(region.code!, level)),
    wider: inside.filter(({ region }) => !isShownAt(region.code!, level)),
    outside: coded.length - inside.length,
    noCode: values.length - coded.length,
  };
}

const isShownAt = (code: RegionCode, level: RollUpLevel) =>
  levelOfCode(code) === level || (level === "city" && cityOf(code) === code);

/** The code of what a region is part of at a level; its own where it is wider. */
function atLevel(code: RegionCode, level: RollUpLevel): RegionCode {
  if (level === "province") return provinceOf(code);
  return level === "city" && levelOfCode(code) === "county" ? cityOf(code) : code;
}

function arcsOf(flows: readonly Flow[], level: RollUpLevel): { readonly arcs: readonly Arc[]; readonly local: number } {
  const arcs = new Map<string, { from: string; to: string; count: number; planned: number }>();
  let local = 0;
  for (const { from, to, count, planned } of flows) {
    if (from.code === undefined || to.code === undefined) continue;
    const [start, end] = [atLevel(from.code, level), atLevel(to.code, level)];
    if (start === end) {
      local += count;
      continue;
    }
    const key = `${start} ${end}`;
    const known = arcs.get(key) ?? { from: start, to: end, count: 0, planned: 0 };
    arcs.set(key, { ...known, count: known.count + count, planned: known.planned + planned });
  }
  return {
    arcs: [...arcs.values()].map(({ from, to, count, planned }) => ({ from, to, count, isPlanned: planned === count })),
    local,
  };
}

function centersOf(areas: readonly Area[]): ReadonlyMap<RegionCode, readonly [number, number]> {
  return new Map(areas.map(({ code, geometry }) => [code, geoCentroid(geometry as GeoPermissibleObjects)]));
}
