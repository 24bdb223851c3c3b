/** What the graph holds, as completion and help show it: labels, relations and properties with what they mean. */
import type { Api } from "../../../api.ts";
import {
  isEntityType,
  isRelationType,
  RELATION_STATUSES,
  OBSERVATION_KINDS,
  REGION_LEVELS,
  ENTITY_TYPE_NAMES,
  RELATION_TYPE_NAMES,
} from "../../../../../server/contract/ontology.ts";
import type { EntityType, RelationType } from "../../../../../server/contract/index.ts";
import { entityTypeName, locale, relationName } from "../../../i18n/index.ts";
import { queryMessages } from "../messages.ts";
import type { GraphValue } from "./completion.ts";
import { CYPHER_FUNCTIONS } from "./cypher-functions.ts";
import type { CompletionKind, LanguageSchema } from "./language-protocol.ts";

/** Of entities; what documents, passages and figures have beside it. */
const PROPERTIES = {
  Entity: ["id", "name", "aliases", "pinyin", "initials", "degree", "key"],
  Region: ["level", "code"],
  Document: [
    "id",
    "origin",
    "title",
    "publisher",
    "date",
    "url",
    "mediaType",
    "region",
    "passageCount",
    "entityCount",
    "relationCount",
  ],
  Passage: ["id", "kind", "index", "text", "begin", "end"],
  Observation: ["id", "indicator", "value", "unit", "year", "kind"],
  relation: [
    "id",
    "status",
    "hasPlanned",
    "evidenceCount",
    "documentCount",
    "firstDate",
    "lastDate",
    "confidence",
    "method",
    "passages",
    "documents",
    "statuses",
    "dates",
  ],
} as const;

export const DEFAULT_SCHEMA: Omit<LanguageSchema, "store"> = {
  labels: [
    "Entity",
    ...ENTITY_TYPE_NAMES,
    "Country",
    "Area",
    "Province",
    "City",
    "County",
    "Town",
    "Document",
    "Passage",
    "Observation",
  ],
  relationTypes: [...RELATION_TYPE_NAMES, "MENTIONED_IN", "STATED_IN", "FROM", "ABOUT", "SUPPORTED_BY"],
  properties: [...new Set(Object.values(PROPERTIES).flat())],
  links: [],
};

export function meaningOf(name: string, kind: CompletionKind): { readonly detail: string; readonly info?: string } {
  const words = queryMessages.value;
  if (kind === "label" && isEntityType(name)) return { detail: entityTypeName(name) };
  if (kind === "relation" && isRelationType(name)) return { detail: relationName(name) };
  if (kind === "function") {
    const found = functionNamed(name);
    if (found !== undefined) return { detail: textOf(found), info: `${found.signature}\n${textOf(found)}` };
  }
  const detail = { variable: words.variable, parameter: words.parameter } as Partial<Record<CompletionKind, string>>;
  return { detail: detail[kind] ?? "" };
}

export function helpOn(word: string): { readonly title: string; readonly text: string } | undefined {
  const found = functionNamed(word);
  if (found !== undefined) return { title: found.signature, text: textOf(found) };
  if (isEntityType(word)) return { title: `:${word}`, text: entityTypeName(word as EntityType) };
  if (isRelationType(word)) return { title: `:${word}`, text: relationName(word as RelationType) };
  return undefined;
}

export function propertiesOf(labels: readonly string[]): ReadonlySet<string> {
  const own = labels.flatMap((label): readonly string[] => {
    if (label === "Document" || label === "Passage" || label === "Observation") return PROPERTIES[label];
    if (isRelationType(label)) return PROPERTIES.relation;
    return label === "Region" ? [...PROPERTIES.Entity, ...PROPERTIES.Region] : PROPERTIES.Entity;
  });
  return new Set(own);
}

const CHOICES: Readonly<Record<string, readonly string[]>> = {
  status: RELATION_STATUSES,
  statuses: RELATION_STATUSES,
  kind: [...OBSERVATION_KINDS, "sentence", "heading", "row"],
  level: REGION_LEVELS,
};

const VALUES = 8;

/** Values that a string may hold: names of entities by anything that finds them, indicators, and fixed choices. */
export function createValues(api: Pick<Api, "search" | "indicators">) {
  return async (text: string, property: string | undefined, signal: AbortSignal): Promise<readonly GraphValue[]> => {
    const choices = CHOICES[property ?? ""];
    if (choices !== undefined)
      return choices.filter((choice) => choice.startsWith(text)).map((choice) => ({ text: choice, detail: "" }));
    if (property === "indicator") {
      const { indicators } = await api.indicators(signal);
      return indicators
        .filter(({ name }) => name.includes(text))
        .slice(0, VALUES)
        .map(({ name }) => ({ text: name, detail: "" }));
    }
    if (text === "" || (property !== undefined && !/^(name|aliases|title|region)$/.test(property))) return [];
    const { results } = await api.search(text, { limit: VALUES }, signal);
    return results.map(({ entity, match }) => ({
      text: entity.name,
      entityType: entity.type,
      detail:
        match.kind === "alias" && match.text !== entity.name
          ? queryMessages.value.formerName(match.text)
          : entityTypeName(entity.type),
      info: [
        entityTypeName(entity.type),
        queryMessages.value.relationCount(entity.degree),
        entity.aliases.slice(0, 3).join("、"),
      ]
        .filter((line) => line !== "")
        .join("\n"),
    }));
  };
}

function functionNamed(name: string) {
  return CYPHER_FUNCTIONS.find((each) => each.name.toLowerCase() === name.toLowerCase());
}

const textOf = ({ zh, en }: { readonly zh: string; readonly en: string }) => (locale.value === "zh-CN" ? zh : en);
