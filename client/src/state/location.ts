/**
 * The shareable view as a URL fragment: view, entities with their places,
 * filters, selection, document and sentence, language. Keyed on stable ids, so
 * a link survives a new import. `parseLink` and `formatLink` are inverse.
 */
import type {
  DocumentId,
  EntityId,
  EntityType,
  PassageId,
  RelationId,
  RelationType,
} from "../../../server/contract/index.ts";
import { isEntityType, isRelationType } from "../../../server/contract/ontology.ts";
import { NO_FILTERS } from "./filters.ts";
import type { FilterValues, StatusFilter } from "./filters.ts";
import type { Position } from "./graph.ts";
import type { Selected } from "./selection.ts";
import { LANGUAGES, VIEW_IDS } from "./session.ts";
import type { Language, ViewId } from "./session.ts";

export interface Link {
  readonly view: ViewId;
  readonly language: Language | null;
  readonly entities: readonly EntityId[];
  /** In whole canvas units; entities without one are laid out. */
  readonly positions: ReadonlyMap<EntityId, Position>;
  readonly hidden: readonly EntityId[];
  readonly filters: FilterValues;
  readonly selected: Selected | null;
  readonly document: DocumentId | null;
  readonly passage: PassageId | null;
  /** The saved view that this is, or began as. */
  readonly saved: string | null;
  /** What the graph held when the link was made, as the store names it. */
  readonly dataVersion: string | null;
  /** What the view itself has been set to, by names that it reads back (`matrix` axes and order, a question and its choices). */
  readonly settings: ViewSettings;
}

/** Plain texts by name; a name is of small letters and digits. */
export type ViewSettings = Readonly<Record<string, string>>;

export const EMPTY_LINK: Link = {
  view: "overview",
  language: null,
  entities: [],
  positions: new Map(),
  hidden: [],
  filters: NO_FILTERS,
  selected: null,
  document: null,
  passage: null,
  saved: null,
  dataVersion: null,
  settings: {},
};

/** Separate what `encodeURIComponent` never writes: neither can stand inside an encoded id. */
const BETWEEN = ",";
const WITHIN = "@";
/** Before the name of each setting of the view, which so cannot be mistaken for one of the link itself. */
const SETTING = "v.";

export function formatLink(link: Link): string {
  const parts: string[] = [];
  const add = (name: string, value: string) => {
    if (value !== "") parts.push(`${name}=${value}`);
  };
  add("lang", link.language ?? "");
  add("e", link.entities.map((id) => formatPlaced(id, link.positions.get(id))).join(BETWEEN));
  add("hide", formatList(link.hidden));
  add("off", formatList([...link.filters.entityTypesOff, ...link.filters.relationTypesOff]));
  add("status", link.filters.status === "all" ? "" : link.filters.status);
  add("years", formatYears(link.filters));
  add("field", formatList(link.filters.fields));
  add("from", formatList(link.filters.documents));
  add("sel", formatSelected(link.selected));
  add("doc", encodeURIComponent(link.document ?? ""));
  add("at", encodeURIComponent(link.passage ?? ""));
  add("saved", encodeURIComponent(link.saved ?? ""));
  add("as", encodeURIComponent(link.dataVersion ?? ""));
  for (const [name, value] of Object.entries(link.settings)) add(SETTING + name, encodeURIComponent(value));
  return `#/${link.view}${parts.length === 0 ? "" : `?${parts.join("&")}`}`;
}

/** Undefined when `fragment` is not a link of this program; an unknown parameter or value in one is left out. */
export function parseLink(fragment: string): Link | undefined {
  const [, view, query = ""] = /^#\/([a-z]+)(?:\?(.*))?$/s.exec(fragment) ?? [];
  if (!isOneOf(VIEW_IDS, view)) return undefined;
  const values = new Map(query.split("&").map((part) => [part.replace(/=.*/s, ""), part.replace(/^[^=]*=?/s, "")]));
  const read = (name: string) => values.get(name) ?? "";
  try {
    const placed = splitList(read("e")).map(parsePlaced);
    const off = parseList(read("off"));
    const language = read("lang");
    const status = read("status");
    return {
      view,
      language: isOneOf(LANGUAGES, language) ? language : null,
      entities: placed.map(({ id }) => id),
      positions: new Map(placed.flatMap(({ id, position }) => (position === undefined ? [] : [[id, position]]))),
      hidden: parseList(read("hide")) as EntityId[],
      filters: {
        entityTypesOff: new Set<EntityType>(off.filter(isEntityType)),
        relationTypesOff: new Set<RelationType>(off.filter(isRelationType)),
        status: isOneOf<StatusFilter>(["existing", "planned"], status) ? status : "all",
        ...parseYears(read("years")),
        documents: parseList(read("from")) as DocumentId[],
        fields: parseList(read("field")) as EntityId[],
      },
      selected: parseSelected(read("sel")),
      document: (decodeURIComponent(read("doc")) || null) as DocumentId | null,
      passage: (decodeURIComponent(read("at")) || null) as PassageId | null,
      saved: decodeURIComponent(read("saved")) || null,
      dataVersion: decodeURIComponent(read("as")) || null,
      settings: parseSettings(values),
    };
  } catch (error) {
    if (error instanceof URIError) return undefined; // Cut off within an encoded character.
    throw error;
  }
}

function formatPlaced(id: EntityId, position: Position | undefined): string {
  const place = position === undefined ? "" : `${WITHIN}${Math.round(position.x)}${WITHIN}${Math.round(position.y)}`;
  return encodeURIComponent(id) + place;
}

function parsePlaced(text: string): { id: EntityId; position: Position | undefined } {
  const [id = "", x, y] = text.split(WITHIN);
  const position = { x: Number.parseInt(x ?? "", 10), y: Number.parseInt(y ?? "", 10) };
  const isPlaced = Number.isFinite(position.x) && Number.isFinite(position.y);
  return { id: decodeURIComponent(id) as EntityId, position: isPlaced ? position : undefined };
}

function formatSelected(selected: Selected | null): string {
  if (selected === null) return "";
  const ids = selected.kind === "passage" ? [selected.documentId, selected.id] : [selected.id];
  return [selected.kind, ...ids.map((id) => encodeURIComponent(id))].join(WITHIN);
}

function parseSelected(text: string): Selected | null {
  const [kind, ...ids] = text.split(WITHIN);
  const [first = "", second = ""] = ids.map((id) => decodeURIComponent(id));
  if (first === "") return null;
  if (kind === "entity") return { kind, id: first as EntityId };
  if (kind === "relation") return { kind, id: first as RelationId };
  if (kind === "passage" && second !== "") return { kind, documentId: first as DocumentId, id: second as PassageId };
  return null;
}

/** `2021-2023`, `2021-`, `-2023`. */
function formatYears({ fromYear, toYear }: FilterValues): string {
  return fromYear === null && toYear === null ? "" : `${fromYear ?? ""}-${toYear ?? ""}`;
}

function parseYears(text: string): Pick<FilterValues, "fromYear" | "toYear"> {
  const [, from, to] = /^(\d{4})?-(\d{4})?$/.exec(text) ?? [];
  return { fromYear: from === undefined ? null : Number(from), toYear: to === undefined ? null : Number(to) };
}

function parseSettings(values: ReadonlyMap<string, string>): ViewSettings {
  const own = [...values].filter(([name, value]) => /^v\.[a-z0-9]+$/.test(name) && value !== "");
  return Object.fromEntries(own.map(([name, value]) => [name.slice(SETTING.length), decodeURIComponent(value)]));
}

const formatList = (items: readonly string[]) => items.map((item) => encodeURIComponent(item)).join(BETWEEN);
const splitList = (text: string) => text.split(BETWEEN).filter((item) => item !== "");
const parseList = (text: string) => splitList(text).map((item) => decodeURIComponent(item));

function isOneOf<T extends string>(items: readonly T[], item: string | undefined): item is T {
  return items.includes(item as T);
}
