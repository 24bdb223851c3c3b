/** Whether decisions can hold together. Everything that is wrong is told at once, by the numbers of the decisions. */
import { findRegions, regionByCode } from "../../lexicon/index.ts";
import { InvalidDecisionsError } from "../../errors.ts";
import { decidedCity, decidedId } from "./decision-book.ts";
import type { DecidedName, Decision } from "./decisions.ts";
import { DisjointSets } from "./disjoint-sets.ts";

/** @throws InvalidDecisionsError */
export function checkDecisions(decisions: readonly Decision[], file: string): void {
  const problems = [
    ...decisions.flatMap(checkPlaces),
    ...decisions.flatMap(checkOne),
    ...checkTwice(decisions),
    ...checkContradictions(decisions),
    ...checkFirstNames(decisions),
  ];
  if (problems.length > 0) throw new InvalidDecisionsError(file, problems);
}

function checkPlaces(decision: Decision): string[] {
  return decision.names.flatMap(({ name, type, within, code }) => {
    if (code !== undefined && type !== "Region")
      return [say(decision, `only a Region has a code, and "${name}" is a ${type}`)];
    if (code !== undefined && regionByCode(code) === undefined)
      return [say(decision, `no region has the code ${code}`)];
    if (within !== undefined && findRegions(within).length === 0) {
      return [say(decision, `"${within}" is no region; write its full name (绍兴市)`)];
    }
    return [];
  });
}

function checkOne(decision: Decision): string[] {
  if (decision.decide === "type") {
    const [{ name, type }] = decision.names;
    if (decision.to === type) return [say(decision, `"${name}" is a ${type} already`)];
    if (type === "Region" || decision.to === "Region") {
      return [say(decision, "what a Region is comes from the dictionary; its type cannot be decided")];
    }
    return [];
  }
  if (decision.decide === "rename") {
    const [{ name }] = decision.names;
    return decision.to === name ? [say(decision, `"${name}" has this name already`)] : [];
  }
  const keys = decision.names.map(keyOf);
  const twice = decision.names.find((_, i) => keys.indexOf(keys[i]!) !== i);
  return twice === undefined ? [] : [say(decision, `it names "${twice.name}" twice`)];
}

/** One name cannot have two new names or two types. */
function checkTwice(decisions: readonly Decision[]): string[] {
  const seen = new Map<string, Decision>();
  return decisions.flatMap((decision) => {
    if (decision.decide !== "rename" && decision.decide !== "type") return [];
    const key = `${decision.decide} ${keyOf(decision.names[0])} ${(decision.documents ?? []).join("\n")}`;
    const before = seen.get(key);
    if (before === undefined) seen.set(key, decision);
    else if ("to" in before && before.to !== decision.to) {
      const what = decision.decide === "rename" ? "name" : "type";
      return [
        say(decision, `decision ${before.number} gives "${decision.names[0].name}" another ${what}, ${before.to}`),
      ];
    }
    return [];
  });
}

/** Over all documents: what holds in some only may differ from it. */
function checkContradictions(decisions: readonly Decision[]): string[] {
  const everywhere = decisions.filter(({ documents }) => documents === null);
  const sets = new DisjointSets();
  const joinedBy = new Map<string, number[]>();
  for (const decision of everywhere) {
    if (decision.decide !== "same") continue;
    const keys = decision.names.map(keyOf);
    for (const key of keys) {
      sets.unite(keys[0]!, key);
      joinedBy.set(key, [...(joinedBy.get(key) ?? []), decision.number]);
    }
  }
  return everywhere.flatMap((decision) => {
    if (decision.decide !== "different") return [];
    return decision.names.flatMap((a, i) =>
      decision.names.slice(i + 1).flatMap((b) => {
        if (sets.find(keyOf(a)) !== sets.find(keyOf(b))) return [];
        const by = [...new Set([...(joinedBy.get(keyOf(a)) ?? []), ...(joinedBy.get(keyOf(b)) ?? [])])].sort();
        return [
          say(decision, `"${a.name}" and "${b.name}" are different here, and the same by decision ${by.join(" and ")}`),
        ];
      }),
    );
  });
}

/** The first name of `same` is the one that stays, so names that are one cannot have two of them. */
function checkFirstNames(decisions: readonly Decision[]): string[] {
  const sets = new DisjointSets();
  const same = decisions.filter((decision) => decision.decide === "same" && decision.documents === null);
  const others = new Set(same.flatMap(({ names }) => names.slice(1).map(keyOf)));
  for (const { names } of same) for (const name of names) sets.unite(keyOf(names[0]!), keyOf(name));
  const firstOf = new Map<string, Decision>();
  return same.flatMap((decision) => {
    const first = keyOf(decision.names[0]!);
    if (others.has(first)) return [];
    const root = sets.find(first);
    const before = firstOf.get(root);
    if (before === undefined) firstOf.set(root, decision);
    else if (keyOf(before.names[0]!) !== first) {
      return [
        say(
          decision,
          `with decision ${before.number} it makes one entity of "${before.names[0]!.name}" and "${decision.names[0]!.name}", ` +
            "and both come first. Write them as one decision: its first name stays",
        ),
      ];
    }
    return [];
  });
}

function keyOf(name: DecidedName): string {
  return `${decidedId(name)} ${decidedCity(name) ?? ""}`;
}

function say({ number }: Decision, problem: string): string {
  return `decision ${number}: ${problem}`;
}
