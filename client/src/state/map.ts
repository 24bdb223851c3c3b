/** The map: what regions are shaded by, at which level, and whose partnerships are drawn as bows. */
import { computed, effect, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Api } from "../api.ts";
import type { ClaimFilter } from "../../../server/contract/claim-filter.ts";
import { REGION_LEVELS, ROLL_UP_LEVELS } from "../../../server/contract/index.ts";
import type {
  Document,
  Entity,
  EntityId,
  EntityType,
  FiguresAnswer,
  IndicatorsAnswer,
  MatrixAnswer,
  MatrixTie,
  RollUpLevel,
  SourcedFigure,
} from "../../../server/contract/index.ts";
import type { ViewSettings } from "./location.ts";
import type { Question } from "./matrix/matrix.ts";
import { findWay } from "./matrix/ways.ts";
import { createResource, loadedValue } from "./resource.ts";
import type { Loaded } from "./resource.ts";

/** Bodies that can be counted where they are. */
export const COUNTED_BODIES = [
  "University",
  "ResearchInstitute",
  "Laboratory",
  "HighTechZone",
  "InnovationPlatform",
  "Company",
] as const satisfies readonly EntityType[];

/** `ties`: of universities. `bodies`: so many of a type are there. `figure`: the newest value of an indicator. */
export type MapMeasure =
  | { readonly kind: "ties" }
  | { readonly kind: "bodies"; readonly type: (typeof COUNTED_BODIES)[number] }
  | { readonly kind: "figure"; readonly indicator: string };

export interface MapChoice {
  readonly measure: MapMeasure;
  readonly level: RollUpLevel;
  /** Six digits; null is the whole country, undefined the province that the documents tell most of. */
  readonly scope: string | null | undefined;
  readonly hasArcs: boolean;
}

export const FIRST_MAP: MapChoice = { measure: { kind: "ties" }, level: "city", scope: undefined, hasArcs: false };

/** What shades the map, whichever answer it comes from. */
export interface RegionValue {
  readonly region: Entity;
  readonly value: number;
  /** Part of the value that is planned alone; zero for figures. */
  readonly planned: number;
  /** Of a figure. */
  readonly year: number | null;
  /** Of a figure: where it is said. */
  readonly figure: SourcedFigure | null;
}

/** Partnerships from where a university is to where its partner is. */
export interface Flow {
  readonly from: Entity;
  readonly to: Entity;
  readonly count: number;
  readonly planned: number;
}

export interface Flows {
  readonly flows: readonly Flow[];
  /** Ties of universities whose own place is not in the documents. */
  readonly homeless: number;
  readonly truncated: boolean;
}

export interface AtlasMap extends Disposable {
  readonly choice: ReadonlySignal<MapChoice>;
  readonly values: ReadonlySignal<readonly RegionValue[] | undefined>;
  /** Of figures alone. */
  readonly unit: ReadonlySignal<string>;
  /** Those that the figures come from. */
  readonly documents: ReadonlySignal<readonly Document[]>;
  /** What is asked of the server for counts; null while figures are shown. */
  readonly question: ReadonlySignal<Question | null>;
  /** Bodies whose place no document states. */
  readonly unplaced: ReadonlySignal<number>;
  readonly state: ReadonlySignal<Loaded<unknown>>;
  readonly flows: ReadonlySignal<Loaded<Flows>>;
  readonly indicators: ReadonlySignal<Loaded<IndicatorsAnswer>>;
  choose(change: Partial<MapChoice>): void;
  retry(): Promise<void>;
  /** Asks, and goes on asking while what is asked for changes, until the view is left. */
  follow(): () => void;
  readonly settings: ReadonlySignal<ViewSettings>;
  restore(settings: ViewSettings): void;
}

export interface MapOptions {
  readonly api: Pick<Api, "matrix" | "matrixTies" | "figures" | "indicators">;
  readonly filter: ReadonlySignal<ClaimFilter>;
}

type Filter = { readonly [K in keyof ClaimFilter]?: Exclude<ClaimFilter[K], null> | undefined };
const TIES_PER_PAGE = 500;
const MAX_TIES = 4_000;

export function createMap({ api, filter }: MapOptions): AtlasMap {
  const choice = signal<MapChoice>(FIRST_MAP);
  const indicators = createResource((_: "indicators", abort) => api.indicators(abort));
  const matrix = createResource((asked: string, abort) => api.matrix(JSON.parse(asked), abort));
  const figures = createResource((asked: string, abort) => api.figures(JSON.parse(asked), abort));
  const flows = createResource((asked: string, abort) => readFlows(api, JSON.parse(asked) as Filter, abort));
  const filters = computed((): Filter => {
    const { status, fromYear, toYear, documents, fields } = filter.value;
    return {
      status: status ?? undefined,
      fromYear: fromYear ?? undefined,
      toYear: toYear ?? undefined,
      documents,
      fields,
    };
  });

  const asked = computed(() => {
    const { measure, level } = choice.value;
    if (measure.kind === "figure") {
      const { fromYear, toYear, documents } = filters.value;
      return JSON.stringify({ indicator: measure.indicator, kind: "level", fromYear, toYear, documents });
    }
    return JSON.stringify({ ...shapeOf(measure), columns: "Region", level, empty: "none", ...filters.value });
  });
  const isFigure = computed(() => choice.value.measure.kind === "figure");
  const matrixAnswer = computed(() => loadedValue(matrix.state.value));
  const figuresAnswer = computed(() => loadedValue(figures.state.value));

  return {
    choice,
    values: computed(() => {
      if (isFigure.value) return figuresAnswer.value === undefined ? undefined : valuesOfFigures(figuresAnswer.value);
      return matrixAnswer.value === undefined ? undefined : valuesOfMatrix(matrixAnswer.value);
    }),
    unit: computed(() => (isFigure.value ? (commonUnit(figuresAnswer.value) ?? "") : "")),
    documents: computed(() => (isFigure.value ? (figuresAnswer.value?.documents ?? []) : [])),
    question: computed(() => {
      const { measure, level } = choice.value;
      if (measure.kind === "figure") return null;
      return { ...shapeOf(measure), columns: "Region", level, ...filters.value } as Question;
    }),
    unplaced: computed(() => (isFigure.value ? 0 : (matrixAnswer.value?.unplaced.count ?? 0))),
    state: computed(() => (isFigure.value ? figures.state.value : matrix.state.value)),
    flows: flows.state,
    indicators: indicators.state,
    choose(change) {
      choice.value = { ...choice.peek(), ...change };
    },
    async retry() {
      await Promise.all([indicators.reload(), isFigure.peek() ? figures.reload() : matrix.reload(), flows.reload()]);
    },
    follow() {
      void indicators.load("indicators");
      const stopValues = effect(() => {
        const resource = isFigure.value ? figures : matrix;
        void resource.load(asked.value);
      });
      const stopFlows = effect(() => {
        if (choice.value.hasArcs) void flows.load(JSON.stringify(filters.value));
      });
      return () => {
        stopValues();
        stopFlows();
      };
    },
    settings: computed(() => formatChoice(choice.value)),
    restore(settings) {
      choice.value = parseChoice(settings);
    },
    [Symbol.dispose]() {
      for (const resource of [indicators, matrix, figures, flows]) resource[Symbol.dispose]();
    },
  };
}

/** Universities with regions, by whatever joins them. */
const TIES = (() => {
  const { direct, through, near, far } = findWay("University", "Region", "any");
  return { rows: "University" as const, direct: [...direct], through: [...through], near: [...near], far: [...far] };
})();

function shapeOf(measure: Exclude<MapMeasure, { readonly kind: "figure" }>) {
  return measure.kind === "ties" ? TIES : { rows: measure.type, direct: ["LOCATED_IN"] };
}

function valuesOfMatrix({ columns }: MatrixAnswer): readonly RegionValue[] {
  return columns
    .filter(({ ties }) => ties > 0)
    .map(({ entity, ties, planned }) => ({ region: entity, value: ties, planned, year: null, figure: null }));
}

/** Of the unit that most figures have; each region with its newest. */
function valuesOfFigures(answer: FiguresAnswer): readonly RegionValue[] {
  const unit = commonUnit(answer);
  return answer.subjects
    .filter(({ type }) => type === "Region")
    .flatMap((region) => {
      const own = answer.figures.filter(
        ({ observation }) =>
          observation.subjectId === region.id && observation.unit === unit && observation.year !== null,
      );
      const newest = own.toSorted((a, b) => b.observation.year! - a.observation.year!)[0];
      if (newest === undefined) return [];
      const { value, year } = newest.observation;
      return [{ region, value, planned: 0, year, figure: newest }];
    })
    .sort((a, b) => b.value - a.value);
}

function commonUnit(answer: FiguresAnswer | undefined): string | undefined {
  const counts = new Map<string, number>();
  for (const { observation } of answer?.figures ?? []) {
    counts.set(observation.unit, (counts.get(observation.unit) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0];
}

async function readFlows(api: Pick<Api, "matrixTies">, filter: Filter, abort: AbortSignal): Promise<Flows> {
  // Where a university is does not depend on what of its partnerships is looked at.
  const [homes, ties] = await Promise.all([
    readTies(api, { rows: "University", direct: ["LOCATED_IN"] }, {}, abort),
    readTies(api, TIES, filter, abort),
  ]);
  const regions = new Map([...homes.entities, ...ties.entities]);
  const homeOf = new Map<EntityId, EntityId>();
  for (const { row, column } of homes.ties) {
    const known = regions.get(homeOf.get(row)!);
    if (known === undefined || isNarrower(regions.get(column), known)) homeOf.set(row, column);
  }
  const flows = new Map<string, Flow>();
  let homeless = 0;
  for (const { row, column, status } of ties.ties) {
    const from = regions.get(homeOf.get(row)!);
    const to = regions.get(column);
    if (from === undefined || to === undefined) {
      homeless += 1;
      continue;
    }
    const key = `${from.id} ${to.id}`;
    const known = flows.get(key) ?? { from, to, count: 0, planned: 0 };
    flows.set(key, { ...known, count: known.count + 1, planned: known.planned + Number(status === "planned") });
  }
  return { flows: [...flows.values()], homeless, truncated: homes.truncated || ties.truncated };
}

/** A city rather than its province: where a university is, as exact as the documents have it. */
function isNarrower(a: Entity | undefined, b: Entity): boolean {
  const rank = (region: Entity | undefined) => REGION_LEVELS.indexOf(region?.level ?? "country");
  return rank(a) > rank(b);
}

async function readTies(
  api: Pick<Api, "matrixTies">,
  shape: Pick<typeof TIES, "rows"> & { readonly direct: string[] },
  filter: Filter,
  abort: AbortSignal,
) {
  const ties: MatrixTie[] = [];
  const entities = new Map<EntityId, Entity>();
  for (let total = 1; ties.length < Math.min(total, MAX_TIES);) {
    const question = { ...shape, columns: "Region", ...filter, limit: TIES_PER_PAGE, offset: ties.length };
    const page = await api.matrixTies(question as Parameters<typeof api.matrixTies>[0], abort);
    if (page.ties.length === 0) break;
    ties.push(...page.ties);
    for (const entity of page.entities) entities.set(entity.id, entity);
    total = page.total;
    if (ties.length >= MAX_TIES && total > ties.length) return { ties, entities, truncated: true };
  }
  return { ties, entities, truncated: false };
}

function formatChoice({ measure, level, scope, hasArcs }: MapChoice): ViewSettings {
  return {
    ...(measure.kind === "bodies" ? { n: measure.type } : {}),
    ...(measure.kind === "figure" ? { i: measure.indicator } : {}),
    ...(level === FIRST_MAP.level ? {} : { l: level }),
    ...(scope === undefined ? {} : { r: scope ?? "all" }),
    ...(hasArcs ? { arcs: "yes" } : {}),
  };
}

function parseChoice({ n, i, l, r, arcs }: ViewSettings): MapChoice {
  const type = COUNTED_BODIES.find((one) => one === n);
  const bodies: MapMeasure = type === undefined ? { kind: "ties" } : { kind: "bodies", type };
  return {
    measure: i === undefined ? bodies : { kind: "figure", indicator: i },
    level: ROLL_UP_LEVELS.find((level) => level === l) ?? FIRST_MAP.level,
    scope: r === "all" ? null : r !== undefined && /^\d{6}$/.test(r) ? r : undefined,
    hasArcs: arcs === "yes",
  };
}
