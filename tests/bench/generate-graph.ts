/**
 * Documents of a made-up country, as many as a graph of a given size needs:
 * reports of districts that tell where their institutes, platforms and firms
 * are, who built them, what they work on and whom they work with.
 *
 * Universities, districts and fields are popular by a power law, and so are the
 * relations that later documents tell again: a hub has a part of everything. The
 * same size and seed give the same documents, one at a time, in little memory.
 */
import { documentId, observationId, passageId } from "../../ingest/resolve/ids.ts";
import { canRelate, RELATION_TYPES } from "../../server/contract/index.ts";
import type { EntityType, Mention, Observation, Passage, RelationType } from "../../server/contract/index.ts";
import type { Claim, DocumentGraph, StatedEntity } from "../../server/graph/index.ts";
import { GeneratedEntities } from "./generated-entities.ts";

export interface GraphSize {
  readonly entities: number;
  /** About; four an entity where it is left out. */
  readonly relations?: number;
  readonly seed?: number;
}

/** New entities that one document tells of. */
const PER_DOCUMENT = 25;
/** Of a hundred relations so many are told again by another document. */
const TOLD_AGAIN = 20;
const PLANNED = 0.12;
const METHODS = ["sentence-pattern", "list-item", "table-row"];

export function documentCount({ entities }: GraphSize): number {
  return Math.ceil(entities / PER_DOCUMENT);
}

/** @param from number of the first document, to go on from there */
export function* generateDocuments(size: GraphSize, from = 0): Generator<DocumentGraph, void, undefined> {
  const world = new World(size);
  for (let number = from; number < documentCount(size); number += 1) yield world.document(number);
}

interface Fact {
  readonly from: number;
  readonly type: RelationType;
  readonly to: number;
}

/** What a body of a type does beside lying somewhere; tried in turn. */
const DOINGS: Readonly<Record<EntityType, readonly (readonly [RelationType, EntityType])[]>> = {
  Region: [
    ["FOCUSES_ON", "Industry"],
    ["PARTNERS_WITH", "University"],
  ],
  University: [
    ["PARTNERS_WITH", "Region"],
    ["FOCUSES_ON", "Industry"],
    ["PARTNERS_WITH", "Company"],
  ],
  ResearchInstitute: [
    ["CO_BUILT_WITH", "University"],
    ["FOCUSES_ON", "Industry"],
    ["PARTNERS_WITH", "Company"],
  ],
  Laboratory: [
    ["AFFILIATED_WITH", "University"],
    ["FOCUSES_ON", "Industry"],
    ["AFFILIATED_WITH", "Company"],
  ],
  HighTechZone: [
    ["FOCUSES_ON", "Industry"],
    ["PARTNERS_WITH", "University"],
  ],
  InnovationPlatform: [
    ["CO_BUILT_WITH", "University"],
    ["FOCUSES_ON", "Industry"],
    ["CO_BUILT_WITH", "Company"],
  ],
  Company: [
    ["FOCUSES_ON", "Industry"],
    ["PARTNERS_WITH", "University"],
    ["IMPLEMENTS", "Programme"],
    ["MEMBER_OF", "Organization"],
  ],
  Government: [
    ["AFFILIATED_WITH", "Region"],
    ["IMPLEMENTS", "Programme"],
  ],
  Organization: [
    ["FOCUSES_ON", "Industry"],
    ["PARTNERS_WITH", "Company"],
    ["PARTNERS_WITH", "University"],
  ],
  Policy: [["PART_OF", "Programme"]],
  Programme: [["PART_OF", "Policy"]],
  Industry: [],
  Person: [
    ["LEADS", "ResearchInstitute"],
    ["PARTNERS_WITH", "University"],
    ["FOCUSES_ON", "Industry"],
  ],
};

class World {
  readonly #entities: GeneratedEntities;
  readonly #seed: number;
  readonly #each: number;
  /** Spreads the numbers of entities over the documents, so that each tells of every kind. */
  readonly #stride: number;

  constructor({ entities, relations = 4 * entities, seed = 1 }: GraphSize) {
    this.#entities = new GeneratedEntities(entities);
    this.#seed = seed;
    this.#each = relations / entities;
    this.#stride = coprimeNear(Math.floor(entities * 0.618), entities);
  }

  document(number: number): DocumentGraph {
    const count = this.#entities.count;
    const random = this.#random(number, 0x0d0c);
    const home = this.#entities.at(this.#district(random()));
    const year = 2012 + Math.floor(random() * 13);
    const begin = number * PER_DOCUMENT;
    const told = Array.from({ length: Math.min(PER_DOCUMENT, count - begin) }, (_, at) =>
      this.#factsOf(((begin + at) * this.#stride) % count),
    );
    // Sentences that tell again what others have told, the popular ones most of all.
    const again = Array.from({ length: Math.round((PER_DOCUMENT * this.#each * TOLD_AGAIN) / 100 / 2) }, () => {
      const { subject, facts } = this.#factsOf((Math.floor(count ** random() - 1) * this.#stride) % count);
      return { subject, facts: facts.slice(0, 2) };
    });
    return this.#toGraph(number, home, year, [...told, ...again], random);
  }

  /** What is known of one entity, the same whoever tells it. */
  #factsOf(subject: number): Told {
    const random = this.#random(subject, 0xfac7);
    const type = this.#entities.typeOf(subject);
    const first = this.#firstFact(subject, type, random);
    const facts = new Map(first === undefined ? [] : [[keyOf(first), first]]);
    const wanted = Math.floor(this.#each + random());
    const doings = DOINGS[type];
    for (let tries = 0; facts.size < wanted && tries < wanted * 4 && doings.length > 0; tries += 1) {
      const [relation, kind] = doings[tries % doings.length]!;
      const to = kind === "Region" ? this.#district(random()) : this.#popular(kind, random());
      if (to === subject || !canRelate(relation, type, kind)) continue;
      const fact = { from: subject, type: relation, to };
      facts.set(keyOf(fact), fact);
    }
    return { subject, facts: [...facts.values()] };
  }

  #firstFact(subject: number, type: EntityType, random: () => number): Fact | undefined {
    if (type === "Region") {
      const parent = this.#entities.parentOf(subject);
      return parent === undefined || parent === subject ? undefined : { from: subject, type: "PART_OF", to: parent };
    }
    const district = this.#district(random());
    if (type === "Policy") return { from: this.#popular("Government", random()), type: "ISSUED", to: subject };
    if (type === "Programme") return { from: district, type: "IMPLEMENTS", to: subject };
    if (type === "Industry") return { from: district, type: "FOCUSES_ON", to: subject };
    if (type === "Person") return { from: subject, type: "LEADS", to: this.#popular("Laboratory", random()) };
    return { from: subject, type: "LOCATED_IN", to: district };
  }

  /** The first of a type by far the most often: the k-th with a chance of about 1/k. */
  #popular(type: EntityType, chance: number): number {
    const count = this.#entities.counts[type];
    return this.#entities.numberOf(type, Math.min(count - 1, Math.floor((count + 1) ** chance) - 1));
  }

  #district(chance: number): number {
    return this.#popular("Region", chance);
  }

  #toGraph(
    number: number,
    home: StatedEntity,
    year: number,
    told: readonly Told[],
    random: () => number,
  ): DocumentGraph {
    const origin = `generated/${String(number).padStart(7, "0")}.txt`;
    const id = documentId(origin);
    const date = `${year}-${String(1 + (number % 12)).padStart(2, "0")}`;
    const entities = new Map([[home.id, home]]);
    const passages: Passage[] = [];
    const mentions: Mention[] = [];
    const claims: Claim[] = [];
    const observations: Observation[] = [];
    let offset = 0;
    const addPassage = (text: string, named: readonly StatedEntity[]): Passage => {
      const index = passages.length;
      const passage: Passage = {
        id: passageId(id, index),
        documentId: id,
        kind: "sentence",
        index,
        begin: offset,
        end: offset + text.length,
        text,
      };
      offset = passage.end + 1;
      passages.push(passage);
      for (const entity of new Set(named)) {
        entities.set(entity.id, entity);
        const begin = text.indexOf(entity.name);
        mentions.push({
          entityId: entity.id,
          passageId: passage.id,
          surface: entity.name,
          begin,
          end: begin + entity.name.length,
        });
      }
      return passage;
    };
    for (const { subject, facts } of told) {
      const ends = facts.map(({ from, to }) => this.#entities.at(from === subject ? to : from));
      const named = [this.#entities.at(subject), ...ends];
      const words = facts.map(({ type }, at) => `${RELATION_TYPES[type].zh}${ends[at]!.name}`);
      const passage = addPassage(`${named[0]!.name}${words.join("，")}。`, named);
      for (const { from, type, to } of facts) {
        claims.push({
          type,
          from: this.#entities.at(from).id,
          to: this.#entities.at(to).id,
          status: random() < PLANNED ? "planned" : "existing",
          passageId: passage.id,
          date: random() < 0.7 ? null : String(year),
          confidence: Math.round((0.6 + random() * 0.39) * 100) / 100,
          method: METHODS[Math.floor(random() * METHODS.length)]!,
        });
      }
    }
    for (const indicator of ["R&D经费", "高新技术企业"]) {
      const value = Math.round(random() * 10_000) / 10;
      const passage = addPassage(`${home.name}${year}年${indicator}达${value}。`, [home]);
      observations.push({
        id: observationId(passage.id, [home.id, indicator, String(year)]),
        subjectId: home.id,
        indicator,
        value,
        unit: indicator === "R&D经费" ? "亿元" : "家",
        year,
        kind: "level",
        passageId: passage.id,
      });
    }
    return {
      document: {
        id,
        origin,
        title: `${home.name}${year}年科技创新工作报告（${number}）`,
        publisher: `${home.name}科学技术局`,
        date,
        url: null,
        sha256: number.toString(16).padStart(64, "0"),
        mediaType: "text/plain",
        region: home.name,
      },
      passages,
      entities: [...entities.values()],
      mentions,
      claims,
      observations,
    };
  }

  /** A stream of numbers in [0, 1) that belongs to one thing of one graph. */
  #random(thing: number, salt: number): () => number {
    let state = (Math.imul(this.#seed, 0x9e3779b1) ^ Math.imul(thing + 1, 0x85ebca6b) ^ salt) | 0;
    return () => {
      state = (state + 0x6d2b79f5) | 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
  }
}

/** One sentence: a subject and what is said of it. */
interface Told {
  readonly subject: number;
  readonly facts: readonly Fact[];
}

const keyOf = ({ from, type, to }: Fact) => `${from} ${type} ${to}`;

function coprimeNear(start: number, count: number): number {
  const divide = (a: number, b: number): number => (b === 0 ? a : divide(b, a % b));
  let stride = Math.max(1, start);
  while (divide(stride, count) !== 1) stride += 1;
  return stride;
}
