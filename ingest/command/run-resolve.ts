/**
 * The `resolve` command: which names are one entity, which may be, and what
 * people have decided; through the explorer where one runs, else in the store.
 */
import { readFileSync } from "node:fs";

import type { Decisions, DecisionsOutcome, Doubt, DoubtsPage, Merge, MergesPage } from "../../server/contract/index.ts";
import { openStore } from "../../server/graph/index.ts";
import type { StoreConfig } from "../../server/graph/index.ts";
import { InvalidDecisionsError } from "../errors.ts";
import { decisionsOf, examineStore, resolveStore, setDecisions } from "../resolve/index.ts";
import { writeDoubts, writeMerges } from "./names-report.ts";
import { findRunningServer } from "./running-server.ts";
import { readAnswer } from "./upload.ts";

export interface ResolveCommand {
  /** A file of decisions to take from now on. */
  readonly decisions?: string;
  /** Prints the decisions in force, in the form of their file, and nothing else. */
  readonly decided: boolean;
  readonly json: boolean;
  readonly signal: AbortSignal;
  readonly print: (text: string) => void;
}

interface Names {
  readonly merges: readonly Merge[];
  readonly doubts: readonly Doubt[];
}

/** @throws InvalidDecisionsError, ServerError; whatever the store throws */
export async function runResolve(command: ResolveCommand, config: StoreConfig): Promise<void> {
  const text = command.decisions === undefined ? undefined : readDecisions(command.decisions);
  const url = await findRunningServer(config.dataFolder);
  if (url === undefined) await resolveHere(command, text, config);
  else await resolveThere(command, text, url);
}

/** @throws InvalidDecisionsError */
export function readDecisions(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new InvalidDecisionsError(path, [(error as Error).message], { cause: error });
  }
}

async function resolveHere(command: ResolveCommand, text: string | undefined, config: StoreConfig): Promise<void> {
  const { signal } = command;
  await using store = await openStore(config);
  if (text !== undefined) await setDecisions(store, text, command.decisions!, signal);
  if (command.decided) return command.print(await decisionsOf(store, signal));
  if (text === undefined) return tell(command, await examineStore(store, signal));
  const { merges, doubts, rewritten, unused } = await resolveStore(store, signal);
  tell(command, { merges, doubts }, { rewritten, unused: unused.map(({ number }) => number) });
}

async function resolveThere(command: ResolveCommand, text: string | undefined, url: string): Promise<void> {
  const { signal } = command;
  const outcome = text === undefined ? undefined : await putDecisions(url, text, command.decisions!, signal);
  if (command.decided) {
    const { decisions } = (await readAnswer(new URL("/api/decisions", url), { signal })) as Decisions;
    return command.print(JSON.stringify(decisions, null, 2));
  }
  const merges = await readPages(url, "/api/names/merges", (page: MergesPage) => page.merges, signal);
  const doubts = await readPages(url, "/api/names/doubts", (page: DoubtsPage) => page.doubts, signal);
  tell(command, { merges, doubts }, outcome);
}

async function readPages<Page extends { readonly cursor: string | null }, T>(
  url: string,
  path: string,
  entriesOf: (page: Page) => readonly T[],
  signal: AbortSignal,
): Promise<readonly T[]> {
  const entries: T[] = [];
  for (let cursor: string | null = "0"; cursor !== null;) {
    const route = new URL(path, url);
    route.searchParams.set("limit", "500");
    route.searchParams.set("cursor", cursor);
    const page = (await readAnswer(route, { signal })) as Page;
    entries.push(...entriesOf(page));
    ({ cursor } = page);
  }
  return entries;
}

/** Takes the decisions of a file through a running explorer. @throws InvalidDecisionsError, ServerError */
export async function putDecisions(
  url: string,
  text: string,
  file: string,
  signal: AbortSignal,
): Promise<DecisionsOutcome> {
  let decisions: unknown;
  try {
    decisions = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new InvalidDecisionsError(file, [`it is not JSON: ${(error as Error).message}`], { cause: error });
  }
  return (await readAnswer(new URL("/api/decisions", url), {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ decisions }),
    signal,
  })) as DecisionsOutcome;
}

function tell(
  { json, print }: ResolveCommand,
  { merges, doubts }: Names,
  outcome?: Pick<DecisionsOutcome, "rewritten" | "unused">,
): void {
  if (json) return print(JSON.stringify({ merges, doubts, ...outcome }, null, 2));
  print([...writeMerges(merges), "", ...writeDoubts(doubts)].join("\n"));
  if (outcome !== undefined) print(["", ...writeOutcome(outcome)].join("\n"));
}

export function writeOutcome({ rewritten, unused }: Pick<DecisionsOutcome, "rewritten" | "unused">): string[] {
  return [
    `Documents that were resolved otherwise: ${rewritten}.`,
    ...(unused.length === 0
      ? []
      : [`No document has the names of decision ${unused.join(", ")}; write names as the graph shows them.`]),
  ];
}
