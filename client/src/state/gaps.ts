/**
 * The gap finder: which ready question is asked, of which region, beside whom.
 * Every question keeps its own choices while another one is looked at.
 */
import { batch, computed, effect, signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Api } from "../api.ts";
import type {
  EntityId,
  EntityType,
  GapQuestion,
  GapsAnswer,
  GapsSummary,
  RollUpLevel,
} from "../../../server/contract/index.ts";
import { isEntityType } from "../../../server/contract/ontology.ts";
import type { ViewSettings } from "./location.ts";
import { createResource, loadedValue } from "./resource.ts";
import type { Loaded, Resource } from "./resource.ts";

/** In the order of the list. The server knows the same. */
export const QUESTIONS: readonly GapQuestion[] = [
  "zone-without-body",
  "university-absent",
  "field-without-laboratory",
  "plan-unconfirmed",
  "beside-peers",
];
const LEVELS: readonly RollUpLevel[] = ["county", "city", "province"];

export interface GapChoice {
  /** Ours; null before it is known which that is. */
  readonly region: EntityId | null;
  /** Empty: those that have something to compare. */
  readonly peers: readonly EntityId[];
  readonly level: RollUpLevel;
  /** Empty: what the question is usually asked with. */
  readonly bodies: readonly EntityType[];
  readonly plannedCounts: boolean;
  /** Null: all peers. */
  readonly least: number | null;
  /** Null: any year. */
  readonly until: number | null;
}

export const FIRST_GAP_CHOICE: GapChoice = {
  region: null,
  peers: [],
  level: "county",
  bodies: [],
  plannedCounts: false,
  least: null,
  until: null,
};

/** Which of the choices a question looks at. */
export const CHOICES_OF: Readonly<Record<GapQuestion, readonly (keyof GapChoice)[]>> = {
  "zone-without-body": ["region", "level", "bodies", "plannedCounts"],
  "university-absent": ["region", "peers", "least", "plannedCounts"],
  "field-without-laboratory": ["region", "level", "bodies", "plannedCounts"],
  "plan-unconfirmed": ["region", "until"],
  "beside-peers": ["region", "peers", "plannedCounts"],
};

export interface Gaps extends Disposable {
  readonly question: ReadonlySignal<GapQuestion>;
  readonly choice: ReadonlySignal<GapChoice>;
  readonly answer: ReadonlySignal<Loaded<GapsAnswer>>;
  /** Every question as it is usually asked of our region, with its number of answers. */
  readonly summary: Resource<EntityId | "any", GapsSummary>;
  ask(question: GapQuestion): void;
  choose(change: Partial<GapChoice>): void;
  retry(): Promise<void>;
  /** Asks while the view is open. */
  follow(): () => void;
  readonly settings: ReadonlySignal<ViewSettings>;
  restore(settings: ViewSettings): void;
}

export interface GapsOptions {
  readonly api: Pick<Api, "gaps" | "gapsSummary">;
  /** The region that a person calls theirs; kept from one visit to the next. */
  readonly home: ReadonlySignal<EntityId | null>;
}

interface Asked {
  readonly question: GapQuestion;
  readonly choice: GapChoice;
}

export function createGaps({ api, home }: GapsOptions): Gaps {
  const question = signal<GapQuestion>("zone-without-body");
  const chosen = signal<GapChoice>(FIRST_GAP_CHOICE);
  const summary = createResource((region: EntityId | "any", abort) =>
    api.gapsSummary(region === "any" ? null : region, abort),
  );
  const ours = computed(() => chosen.value.region ?? home.value);
  // Without a word from the person it is the region that the documents say most of.
  const usual = computed(() => loadedValue(summary.state.value)?.region?.id ?? null);
  const choice = computed<GapChoice>(() => ({ ...chosen.value, region: ours.value ?? usual.value }));
  const asked = computed(() => JSON.stringify(relevant({ question: question.value, choice: choice.value })));
  const resource = createResource(
    (text: string, abort) => {
      const { question, choice } = JSON.parse(text) as Asked;
      return api.gaps(question, toRequest(choice), abort);
    },
    { keepsOld: false },
  );

  return {
    question,
    choice,
    answer: resource.state,
    summary,
    ask(next) {
      question.value = next;
    },
    choose(change) {
      const isElsewhere = change.region !== undefined && change.region !== choice.peek().region;
      // Peers of one region are not those of another.
      chosen.value = { ...chosen.peek(), ...(isElsewhere ? { peers: [], least: null } : {}), ...change };
    },
    retry: () => resource.reload(),
    follow() {
      const stopSummary = effect(() => void summary.load(ours.value ?? "any"));
      const isKnown = computed(() => ours.value !== null || summary.state.value.status === "ready");
      const stopAsking = effect(() => {
        if (isKnown.value) void resource.load(asked.value);
      });
      return () => {
        stopSummary();
        stopAsking();
      };
    },
    settings: computed(() => toSettings(question.value, choice.value)),
    restore(settings) {
      const restored = fromSettings(settings);
      batch(() => {
        question.value = restored.question;
        chosen.value = restored.choice;
      });
    },
    [Symbol.dispose]() {
      resource[Symbol.dispose]();
      summary[Symbol.dispose]();
    },
  };
}

/** What a question does not look at is no other question. */
function relevant({ question, choice }: Asked): Asked {
  const looked = CHOICES_OF[question];
  return {
    question,
    choice: {
      ...FIRST_GAP_CHOICE,
      ...Object.fromEntries(Object.entries(choice).filter(([name]) => looked.includes(name as keyof GapChoice))),
    },
  };
}

export function toRequest({ region, peers, level, bodies, plannedCounts, least, until }: GapChoice) {
  return {
    region: region ?? undefined,
    peers: [...peers],
    level,
    bodies: [...bodies],
    planned: plannedCounts ? ("counts" as const) : ("ignored" as const),
    least: least ?? undefined,
    until: until ?? undefined,
    limit: 1_000,
  };
}

function toSettings(question: GapQuestion, choice: GapChoice): ViewSettings {
  const { region, peers, level, bodies, plannedCounts, least, until } = relevant({ question, choice }).choice;
  const all: readonly (readonly [string, string])[] = [
    ["q", question],
    ["region", region ?? ""],
    ["peers", peers.join(",")],
    ["level", level === FIRST_GAP_CHOICE.level ? "" : level],
    ["bodies", bodies.join(",")],
    ["planned", plannedCounts ? "counts" : ""],
    ["least", String(least ?? "")],
    ["until", String(until ?? "")],
  ];
  return Object.fromEntries(all.filter(([, value]) => value !== ""));
}

function fromSettings(settings: ViewSettings): Asked {
  const list = (name: string) => (settings[name] ?? "").split(",").filter((part) => part !== "");
  const number = (name: string) => (/^\d{1,4}$/.test(settings[name] ?? "") ? Number(settings[name]) : null);
  return {
    question: QUESTIONS.find((question) => question === settings["q"]) ?? QUESTIONS[0]!,
    choice: {
      region: (settings["region"] ?? null) as EntityId | null,
      peers: list("peers") as EntityId[],
      level: LEVELS.find((level) => level === settings["level"]) ?? FIRST_GAP_CHOICE.level,
      bodies: list("bodies").filter(isEntityType),
      plannedCounts: settings["planned"] === "counts",
      least: number("least"),
      until: number("until"),
    },
  };
}
