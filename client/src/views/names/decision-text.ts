/** A decision as a sentence, and as the answer to a doubt. */
import type { DecisionEntry, DecisionName, Doubt } from "../../../../server/contract/index.ts";
import { entityTypeName, messages } from "../../i18n/index.ts";
import { nameMessages } from "./messages.ts";

export function decisionText(decision: DecisionEntry): string {
  const words = nameMessages.value;
  switch (decision.decide) {
    case "same":
      return words.same(listed(decision.names));
    case "different":
      return words.different(listed(decision.names));
    case "rename":
      return words.renamed(nameText(decision.name), decision.to);
    case "type":
      return words.isType(nameText(decision.name), entityTypeName(decision.to));
  }
}

/** On the button that decides a doubt so. */
export function answerText(decision: DecisionEntry, { kind }: Doubt): string {
  const words = nameMessages.value;
  switch (decision.decide) {
    case "different":
      return words.isDifferent;
    case "rename":
      return words.renamed(nameText(decision.name), decision.to);
    case "type":
      return words.isType(nameText(decision.name), entityTypeName(decision.to));
    case "same": {
      const [first] = decision.names;
      if (kind === "two-places" || first === undefined) return words.areSame;
      if (typeof first === "object" && first.within !== undefined) return words.isThere(first.within, first.name);
      return words.isSame(nameText(first));
    }
  }
}

function listed(names: readonly DecisionName[]): string {
  return names.map(nameText).join(messages.value.counts.separator);
}

export function nameText(name: DecisionName): string {
  if (typeof name === "string") return name;
  const told = name.within ?? (name.type === undefined ? name.code : entityTypeName(name.type));
  return told === undefined ? name.name : nameMessages.value.within(name.name, told);
}
