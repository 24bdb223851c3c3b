/** A step of the history as a sentence, and what it changed. */
import { entityTypeName, messages, relationName } from "../../i18n/index.ts";
import type { Step } from "../../state/history.ts";
import { matchKindText } from "../search/match-text.ts";

export function stepTitle(step: Step): string {
  const { steps, counts, canvas } = messages.value;
  const [name] = step.names;
  const what = step.count === 1 && name !== undefined ? name : counts.entities(step.count);
  const title = steps.kinds[step.kind](what);
  if (step.layout !== undefined) {
    const layouts: Readonly<Record<string, string>> = canvas.layouts;
    return steps.withGroup(title, layouts[step.layout] ?? step.layout);
  }
  const group = [
    step.relation === undefined ? undefined : relationName(step.relation),
    step.type === undefined ? undefined : entityTypeName(step.type),
  ].filter((part) => part !== undefined);
  return group.length === 0 ? title : steps.withGroup(title, group.join(" · "));
}

export function stepChange(step: Step): string {
  const { steps } = messages.value;
  if (step.search !== undefined) return steps.fromSearch(step.search.query, matchKindText(step.search.match));
  if (step.kind === "add" && step.names.length > 1) return namesText(step.names, step.count);
  if (step.added.entities > 0 || step.added.relations > 0) {
    return steps.added(step.added.entities, step.added.relations);
  }
  if (step.removed.entities > 0 || step.removed.relations > 0) {
    return steps.removed(step.removed.entities, step.removed.relations);
  }
  return step.names.length > 1 ? namesText(step.names, step.count) : steps.unchanged;
}

function namesText(names: readonly string[], count: number): string {
  const { counts } = messages.value;
  const shown = names.join(counts.separator);
  return count > names.length ? counts.andOthers(shown) : shown;
}
