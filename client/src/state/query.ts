/** The queries that a person writes, each in a tab, and their answers; all outlive a change of view. */
import { batch, computed, signal } from "@preact/signals-core";
import type { ReadonlySignal, Signal } from "@preact/signals-core";

import type { Api } from "../api.ts";
import { parametersOf, statementAt, statementsOf } from "../cypher/cypher-text.ts";
import type { Statement } from "../cypher/cypher-text.ts";
import { EMPTY_ENTRY, entriesOf, entryOf, readParameters } from "./query-parameters.ts";
import type { ParameterEntries, ParameterEntry, ParameterFault } from "./query-parameters.ts";
import { startRun } from "./query-run.ts";
import type { QueryRun } from "./query-run.ts";

export const QUERY_TIMEOUT_MS = 60_000;
/** How many rows an answer may have, to choose from; the first is the usual. */
export const ROW_CAPS = [10_000, 1_000, 100_000] as const;
export type RowCap = (typeof ROW_CAPS)[number];

export interface QueryTab {
  readonly id: number;
  /** The name of the saved query that it is, or of where it comes from; null is one without a name. */
  readonly name: Signal<string | null>;
  /** The saved query that it is; null where it is not saved. */
  readonly savedId: Signal<string | null>;
  /** As it was last saved or opened, to tell whether it changed. */
  readonly savedText: Signal<string>;
  readonly text: Signal<string>;
  readonly entries: Signal<ParameterEntries>;
  readonly parameters: ReadonlySignal<readonly string[]>;
  readonly faults: ReadonlySignal<Readonly<Record<string, ParameterFault>>>;
  /** Of the last run, one a statement; and those that were kept to compare with. */
  readonly runs: Signal<readonly QueryRun[]>;
  readonly kept: Signal<readonly QueryRun[]>;
  /** Place in the text where the cursor stands. */
  readonly cursor: Signal<number>;
  setEntry(name: string, entry: ParameterEntry): void;
}

export interface OpenedQuery {
  readonly text: string;
  readonly parameters?: Readonly<Record<string, unknown>> | undefined;
  readonly entries?: ParameterEntries | undefined;
  readonly name?: string | null | undefined;
  readonly savedId?: string | null | undefined;
}

export interface Query extends Disposable {
  readonly tabs: ReadonlySignal<readonly QueryTab[]>;
  readonly current: ReadonlySignal<QueryTab>;
  readonly rowCap: Signal<RowCap>;
  readonly isRunning: ReadonlySignal<boolean>;
  /** Parameters that were wrong when the query should have run; empty while nothing was tried. */
  readonly shownFaults: ReadonlySignal<Readonly<Record<string, ParameterFault>>>;
  /** In a tab of its own, unless the current one is empty or holds the very same. */
  open(query: OpenedQuery): QueryTab;
  /** As `open`, with parameters as JSON values. */
  write(text: string, parameters?: Readonly<Record<string, unknown>>): void;
  select(id: number): void;
  add(): void;
  close(id: number): void;
  /** Runs the statement at the cursor, or all of them one after the other. */
  run(which?: "all" | "current", mode?: "EXPLAIN" | "PROFILE"): Promise<void>;
  stop(): void;
  /** Keeps an answer beside those to come. */
  keep(run: QueryRun): void;
  drop(run: QueryRun): void;
}

export interface QueryOptions {
  readonly browser?: string | undefined;
  /** Hears of every run that has ended. */
  readonly onEnded?: (run: QueryRun) => void;
}

const MAX_KEPT = 3;

export function createQuery(api: Pick<Api, "queryStream">, options: QueryOptions = {}): Query {
  let lastId = 0;
  const first = createTab(++lastId);
  const tabs = signal<readonly QueryTab[]>([first]);
  const currentId = signal(first.id);
  const current = computed(() => tabs.value.find(({ id }) => id === currentId.value) ?? tabs.value[0] ?? first);
  const rowCap = signal<RowCap>(ROW_CAPS[0]);
  const tried = signal<ReadonlySet<number>>(new Set());
  const isRunning = computed(() => current.value.runs.value.some(({ state }) => state.value.status === "running"));
  let queue = 0;

  const add = (): QueryTab => {
    const tab = createTab(++lastId);
    batch(() => {
      tabs.value = [...tabs.peek(), tab];
      currentId.value = tab.id;
    });
    return tab;
  };
  const stop = () => {
    queue += 1;
    for (const run of current.peek().runs.peek()) run.stop();
  };
  const open = ({ text, parameters = {}, entries, name = null, savedId = null }: OpenedQuery): QueryTab => {
    const same = tabs.peek().find((tab) => tab.text.peek() === text && tab.savedId.peek() === savedId);
    const tab = same ?? (current.peek().text.peek().trim() === "" ? current.peek() : add());
    batch(() => {
      currentId.value = tab.id;
      tab.text.value = text;
      tab.savedText.value = text;
      tab.name.value = name;
      tab.savedId.value = savedId;
      tab.entries.value = { ...entriesOf(parameters), ...entries };
      if (same === undefined) tab.runs.value = [];
    });
    return tab;
  };

  return {
    tabs,
    current,
    rowCap,
    isRunning,
    shownFaults: computed(() => (tried.value.has(current.value.id) ? current.value.faults.value : {})),
    open,
    write: (text, parameters = {}) => void open({ text, parameters }),
    select(id) {
      currentId.value = id;
    },
    add: () => void add(),
    close(id) {
      const closed = tabs.peek().find((tab) => tab.id === id);
      for (const run of closed?.runs.peek() ?? []) run.stop();
      const at = tabs.peek().findIndex((tab) => tab.id === id);
      const rest = tabs.peek().filter((tab) => tab.id !== id);
      batch(() => {
        tabs.value = rest.length === 0 ? [createTab(++lastId)] : rest;
        if (currentId.peek() === id) currentId.value = (tabs.peek()[at] ?? tabs.peek().at(-1))?.id ?? 0;
      });
    },
    async run(which = "current", mode) {
      const tab = current.peek();
      const statements = wanted(tab, which);
      if (statements.length === 0) return;
      tried.value = new Set([...tried.peek(), tab.id]);
      const names = statements.flatMap(({ text }) => parametersOf(text));
      const { values, faults } = readParameters(tab.entries.peek(), names);
      if (Object.keys(faults).length > 0) return;
      stop();
      const mine = queue;
      const [maxRows, timeoutMs] = [rowCap.peek(), QUERY_TIMEOUT_MS];
      tab.runs.value = [];
      for (const { text, begin } of statements) {
        const own = new Set(parametersOf(text));
        const parameters = Object.fromEntries(Object.entries(values).filter(([name]) => own.has(name)));
        const cypher = mode === undefined ? text : `${mode}\n${text.replace(/^\s*(EXPLAIN|PROFILE)\b\s*/i, "")}`;
        const run = startRun(api, {
          id: ++lastId,
          question: { cypher, parameters, maxRows, timeoutMs },
          begin,
          browser: options.browser,
        });
        tab.runs.value = [...tab.runs.peek(), run];
        await run.ended;
        options.onEnded?.(run);
        if (queue !== mine || run.state.peek().status !== "done") return;
      }
    },
    stop,
    keep(run) {
      const tab = current.peek();
      if (tab.kept.peek().includes(run)) return;
      tab.kept.value = [...tab.kept.peek(), run].slice(-MAX_KEPT);
    },
    drop(run) {
      const tab = current.peek();
      tab.kept.value = tab.kept.peek().filter((other) => other !== run);
    },
    [Symbol.dispose]() {
      for (const tab of tabs.peek()) for (const run of tab.runs.peek()) run.stop();
    },
  };
}

function wanted(tab: QueryTab, which: "all" | "current"): readonly Statement[] {
  const text = tab.text.peek();
  if (which === "all") return statementsOf(text);
  const at = statementAt(text, tab.cursor.peek());
  return at === undefined ? [] : [at];
}

function createTab(id: number): QueryTab {
  const text = signal("");
  const entries = signal<ParameterEntries>({});
  const parameters = computed(() => parametersOf(text.value));
  return {
    id,
    name: signal<string | null>(null),
    savedId: signal<string | null>(null),
    savedText: signal(""),
    text,
    entries,
    parameters,
    faults: computed(() => readParameters(entries.value, parameters.value).faults),
    runs: signal<readonly QueryRun[]>([]),
    kept: signal<readonly QueryRun[]>([]),
    cursor: signal(0),
    setEntry(name, entry) {
      entries.value = { ...entries.peek(), [name]: entry };
    },
  };
}

export { EMPTY_ENTRY, entryOf };
