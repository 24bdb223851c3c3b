/** Why an entity was found, in words: 简称 浙大, 拼音 zheda, 首字母 zjdx. */
import type { Entity, MatchKind, SearchMatch } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import { isShortName } from "../entity/entity-facts.ts";

export function matchText(entity: Pick<Entity, "name">, match: Pick<SearchMatch, "kind" | "text">): string {
  const words = messages.value.search.match;
  if (match.kind === "name") return words.name;
  if (match.kind === "alias" && isShortName(entity.name, match.text)) return words.short(match.text);
  return words[match.kind](match.text);
}

/** Without the text, for a step that remembers only the kind. */
export function matchKindText(kind: MatchKind): string {
  return messages.value.search.matchKinds[kind];
}
