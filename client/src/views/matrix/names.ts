/** How lines, types and ways of a matrix are called. */
import type { TieKind } from "../../../../server/contract/index.ts";
import type { EntityType } from "../../../../server/contract/ontology.ts";
import { entityTypeName, entityTypePlural, locale, relationName } from "../../i18n/index.ts";
import type { PlacedLine } from "../../state/matrix/arrange-lines.ts";
import type { MatrixChoice } from "../../state/matrix/matrix.ts";
import type { Way } from "../../state/matrix/ways.ts";
import { matrixMessages } from "./messages.ts";

/** Regions by the level that they are rolled up to. */
export function axisName(type: EntityType, { level }: Pick<MatrixChoice, "level">): string {
  return type === "Region" ? matrixMessages.value.levelPlurals[level] : entityTypePlural(type);
}

/** A name within a sentence: English writes it small. */
export function inText(name: string): string {
  return locale.value === "en" ? name.toLowerCase() : name;
}

/** 市本级 within its group, else the name. */
export function lineName({ entity, isOwn }: PlacedLine): string {
  const { own } = matrixMessages.value;
  if (isOwn && entity.level === "city") return own.city;
  return isOwn && entity.level === "province" ? own.province : entity.name;
}

/** For those who hear it: 绍兴市 市本级. */
export function spokenName(line: PlacedLine): string {
  return line.isOwn ? `${line.entity.name} ${lineName(line)}` : line.entity.name;
}

export function wayName(way: Way): string {
  const { ways, through } = matrixMessages.value;
  switch (way.kind) {
    case "any":
      return way.through.length > 0 ? (way.direct.length > 0 ? ways.any : ways.through) : ways.anyDirect;
    case "through":
      return ways.through;
    case "direct":
      return ways.direct;
    case "relation":
      return relationName(way.direct[0]!);
    case "body":
      return through(inText(entityTypeName(way.through[0]!)));
  }
}

/** What one cell counts, in a sentence. */
export function countsWhat(way: Way): string {
  const { countsWhat: words } = matrixMessages.value;
  if (way.through.length === 0) return words.direct;
  return way.direct.length === 0 ? words.through : words.both;
}

export function kindName(kind: TieKind): string {
  return kind.kind === "direct" ? relationName(kind.relation) : entityTypeName(kind.type);
}
