/**
 * A document as the rules read it: its sentences with their mentions, its
 * regions, the entities inside its names, and who acts where no one is named.
 */
import type { EntityType } from "../../../../server/contract/index.ts";
import type { EntityIndex, ExtractedEntity, NamedEntities } from "../../extraction.ts";
import type { TextDocument } from "../text-document.ts";
import { indexNames } from "./name-anchors.ts";
import type { NameAnatomy, NameIndex } from "./name-anchors.ts";
import { createRegionTree } from "./region-tree.ts";
import type { RegionTree } from "./region-tree.ts";
import { withSecondMentions } from "./second-mentions.ts";
import { toStatements } from "./statement.ts";
import type { Deixis, Mark, MarkSpan, Statement } from "./statement.ts";
import { createSubjects } from "./subjects.ts";
import type { Subjects } from "./subjects.ts";
import { everyMatch } from "../matches.ts";

export interface Reading {
  readonly document: TextDocument;
  readonly entities: readonly ExtractedEntity[];
  /** One for each sentence that is no boilerplate, in the order of the text. */
  readonly statements: readonly Statement[];
  readonly regions: RegionTree;
  /** By entity. */
  readonly anatomies: readonly (readonly NameAnatomy[])[];
  readonly leadersOfName: NameIndex["leadersOf"];
  /** The region that the document reports on. */
  readonly home: EntityIndex | undefined;
  readonly subjects: Subjects;
  /** Those whom an agreement calls 甲方, 乙方; empty for other documents. */
  readonly contractParties: readonly EntityIndex[];
  /** Every outermost mention of an entity, in the order of the text. */
  marksOf(entity: EntityIndex): readonly PlacedMark[];
  /** The first statement that holds a mention of the entity, nested ones included; else the first of the document. */
  sentenceNaming(entity: EntityIndex): Statement;
}

export interface PlacedMark {
  readonly statement: Statement;
  readonly mark: Mark;
}

export function readDocument(document: TextDocument, named: NamedEntities): Reading {
  const { entities } = named;
  const home = findHome(document, entities);
  const regions = createRegionTree(entities, home);
  const spans = withSecondMentions(document.clean.text, outermostMentions(named), entities);
  const parties = contractParties(document.clean.text, spans);
  const standing = new Set(spans.map(({ entity }) => entity));
  const deixis = createDeixis({ document, entities, standing, regions, home, parties });

  const statements: Statement[] = [];
  let next = 0;
  for (const sentence of document.sentences) {
    while (next < spans.length && spans[next]!.begin < sentence.begin) next++;
    const first = next;
    while (next < spans.length && spans[next]!.end <= sentence.end) next++;
    if (sentence.block === "boilerplate") continue;
    statements.push(...toStatements(document.clean.text, sentence, spans.slice(first, next), deixis));
  }

  const marks = new Map<EntityIndex, PlacedMark[]>();
  for (const statement of statements) {
    for (const mark of statement.marks) {
      const placed = marks.get(mark.entity) ?? [];
      marks.set(mark.entity, placed);
      placed.push({ statement, mark });
    }
  }
  const names = indexNames(entities);
  return {
    document,
    entities,
    statements,
    regions,
    anatomies: names.anatomies,
    leadersOfName: names.leadersOf,
    home,
    subjects: createSubjects({ document, entities, statements, home }),
    contractParties: [...new Set([...parties.values()].map(({ entity }) => entity))],
    marksOf: (entity) => marks.get(entity) ?? [],
    sentenceNaming: (entity) => {
      const mention = named.mentions.find((it) => it.entity === entity);
      const found = mention && statements.find(({ sentence }) => sentence.end > mention.begin);
      return found ?? statements[0]!;
    },
  };
}

function findHome({ frame }: TextDocument, entities: readonly ExtractedEntity[]): EntityIndex | undefined {
  const region = frame.region;
  if (region === null) return undefined;
  const index = entities.findIndex(
    ({ type, name, code }) =>
      type === "Region" && (name === region.name || (code !== undefined && code === region.code)),
  );
  return index < 0 ? regionAround(region.code, entities) : index;
}

/** The narrowest region of the document that a region lies in which it does not name itself. */
function regionAround(code: string | null, entities: readonly ExtractedEntity[]): EntityIndex | undefined {
  for (let wider = code?.replace(/(?:00)+$/, "").slice(0, -2) ?? ""; wider.length >= 2; wider = wider.slice(0, -2)) {
    const index = entities.findIndex((it) => it.type === "Region" && it.code === wider.padEnd(6, "0"));
    if (index >= 0) return index;
  }
  return undefined;
}

/** The longest mention wins where mentions overlap; what is nested speaks through the name. */
function outermostMentions({ entities, mentions }: NamedEntities): MarkSpan[] {
  const sorted = [...mentions].sort((a, b) => a.begin - b.begin || b.end - a.end || a.entity - b.entity);
  const outermost: MarkSpan[] = [];
  for (const { entity, begin, end } of sorted) {
    const last = outermost.at(-1);
    if (last && begin < last.end) {
      if (end - begin > last.end - last.begin) outermost.pop();
      else continue;
    }
    const type = entities[entity]?.type;
    if (type) outermost.push({ entity, type, begin, end });
  }
  return outermost;
}

const PARTY =
  /([甲乙丙丁]方)(?:[(（][^()（）\n]{0,12}[)）])?\s*[:：]\s*|[(（](?:以下简称|简称|下称)?[“"]?([甲乙丙丁]方)[”"]?[)）]/g;

/** Who 甲方 and 乙方 are: 甲方:某市人民政府, or 某市人民政府(甲方). */
function contractParties(text: string, spans: readonly MarkSpan[]): ReadonlyMap<string, MarkSpan> {
  const parties = new Map<string, MarkSpan>();
  if (!text.includes("甲方")) return parties;
  for (const match of everyMatch(text, PARTY)) {
    const [whole, before, after] = match;
    const index = before
      ? spans.findIndex(({ begin }) => begin === match.index + whole.length)
      : spans.findIndex(({ end }) => end === match.index);
    // 成都市青羊区人民政府 may be two mentions, and the government is the party.
    const follower = spans[index + 1];
    const isPlaceOnly = spans[index]?.type === "Region" && follower?.begin === spans[index]?.end;
    const span = isPlaceOnly ? follower : spans[index];
    const word = before ?? after;
    if (word && span && !parties.has(word)) parties.set(word, span);
  }
  return parties;
}

const DEICTIC_LEVELS: Readonly<Record<string, readonly string[]>> = {
  省: ["province"],
  市: ["city", "province", "county"],
  县: ["county"],
  旗: ["county"],
  区: ["county", "province"],
  州: ["city"],
};

interface Issuer {
  readonly types: readonly EntityType[];
  readonly name: RegExp;
}

/** What 我校, 我院, 我局 can be. */
const ISSUERS: Readonly<Record<string, Issuer>> = {
  校: { types: ["University"], name: /(?:大学|学院|学校)$/ },
  院: { types: ["ResearchInstitute"], name: /院$/ },
  所: { types: ["ResearchInstitute"], name: /所$/ },
  局: { types: ["Government"], name: /局$/ },
  厅: { types: ["Government"], name: /厅$/ },
  委: { types: ["Government"], name: /委员会$|委$/ },
};

/**
 * The body that a document speaks for as 我校 or 我局: its publisher, else the only one of the kind that can be;
 * one that only stands in the name of another (章丘复旦联合创新中心) cannot.
 */
function issuerOf(
  { document: { frame }, entities, standing, home }: DeixisFacts,
  { types, name }: Issuer,
): { entity: EntityIndex; type: EntityType } | undefined {
  const place = home === undefined ? undefined : entities[home]!.name;
  const all = entities.flatMap((it, entity) => (types.includes(it.type) && name.test(it.name) ? [entity] : []));
  const forms = (entity: EntityIndex) => [entities[entity]!.name, ...entities[entity]!.aliases];
  const isIn = (text: string | null) => (entity: EntityIndex) =>
    text !== null && forms(entity).some((form) => form.length > 2 && text.includes(form));
  const published = all.filter(isIn(frame.publisher));
  const titled = all.filter(isIn(frame.title));
  const local = all.filter((entity) => place !== undefined && entities[entity]!.name === `${place}科学技术局`);
  const [entity, other] =
    [published, titled, types.includes("Government") ? local : all.filter((entity) => standing.has(entity))].find(
      (it) => it.length > 0,
    ) ?? [];
  return entity === undefined || other !== undefined ? undefined : { entity, type: entities[entity]!.type };
}

interface DeixisFacts {
  readonly document: TextDocument;
  readonly entities: readonly ExtractedEntity[];
  /** Entities with a mention outside of other names. */
  readonly standing: ReadonlySet<EntityIndex>;
  readonly regions: RegionTree;
  readonly home: EntityIndex | undefined;
  readonly parties: ReadonlyMap<string, MarkSpan>;
}

/** 我市 in a county's document is the city above it, where the document names that. */
function createDeixis(facts: DeixisFacts): Deixis {
  const { entities, regions, home, parties } = facts;
  return (word) => {
    const party = parties.get(word);
    if (party) return party;
    const unit = word.at(-1)!;
    const speaker = ISSUERS[unit];
    if (speaker) return issuerOf(facts, speaker);
    const levels = DEICTIC_LEVELS[unit];
    if (!levels) return undefined;
    for (let region = home; region !== undefined; region = regions.parent(region)) {
      const { level, name } = entities[region]!;
      const fits = level !== undefined && levels.includes(level) && (level !== "county" || name.endsWith(unit));
      if (fits) return { entity: region, type: "Region" };
    }
    return undefined;
  };
}
