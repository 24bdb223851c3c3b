/**
 * What of a model's proposals counts. A proposal has to quote a passage, the
 * quotation has to stand in the original where the passage does, and what it
 * says has to fit the schema. What the rules said stays as it is: a proposal
 * adds, and never changes, contradicts or takes the place of anything.
 */
import {
  canRelate,
  isEntityType,
  isRelationType,
  RELATION_STATUSES,
  SECOND_OPINION,
} from "../../server/contract/index.ts";
import type { EntityId, EntityType, Mention, Passage, PassageId, RelationType } from "../../server/contract/index.ts";
import type { Claim, DocumentGraph, StatedEntity } from "../../server/graph/index.ts";
import { canonicalEntity, cleanText } from "../extract/index.ts";
import { entityId } from "../resolve/ids.ts";
import type { ProposedEntity, ProposedRelation, Proposals } from "./read-answer.ts";
import type { Stretch } from "./stretches.ts";

/** Nothing has measured the model that was chosen: as good as not, until another document or a rule says so too. */
export const PROPOSAL_CONFIDENCE = 0.5;

export interface Weighed {
  /** New by a proposal. */
  entities: number;
  relations: number;
  /** What the rules had found as well. */
  agreed: number;
  refused: number;
}

export class Weighing {
  readonly weighed: Weighed = { entities: 0, relations: 0, agreed: 0, refused: 0 };
  readonly #graph: DocumentGraph;
  readonly #original: string;
  readonly #method: string;
  readonly #entities: Map<EntityId, StatedEntity>;
  readonly #mentions: Mention[];
  readonly #mentionsIn = new Map<PassageId, Mention[]>();
  readonly #claims: Claim[];
  readonly #stated: Set<string>;

  /** @param original the text that the passages' offsets count in */
  constructor(graph: DocumentGraph, original: string, model: string) {
    this.#graph = graph;
    this.#original = original;
    this.#method = `${SECOND_OPINION} ${model}`;
    this.#entities = new Map(graph.entities.map((entity) => [entity.id, entity]));
    this.#mentions = [...graph.mentions];
    for (const mention of graph.mentions) this.#mentionsOf(mention.passageId).push(mention);
    this.#claims = [...graph.claims];
    this.#stated = new Set(graph.claims.flatMap(({ type, from, to }) => statementKeys(type, from, to)));
  }

  add({ passages }: Stretch, proposals: Proposals): void {
    this.weighed.refused += proposals.malformed;
    for (const proposal of proposals.entities) this.#addEntity(proposal, passages);
    for (const proposal of proposals.relations) this.#addRelation(proposal, passages);
  }

  /** The document with what was added. */
  result(): DocumentGraph {
    const { entities, relations } = this.weighed;
    if (entities + relations === 0 && this.#mentions.length === this.#graph.mentions.length) return this.#graph;
    return { ...this.#graph, entities: [...this.#entities.values()], mentions: this.#mentions, claims: this.#claims };
  }

  #addEntity({ type, name, evidence }: ProposedEntity, passages: readonly Passage[]): void {
    const passage = this.#findPassage(evidence, passages);
    const end = passage === undefined ? undefined : this.#findEnd(name, type, evidence, passage);
    if (end === undefined) this.weighed.refused++;
    else if (end.mention === undefined) this.weighed.agreed++;
    else this.#take(end);
  }

  #addRelation(proposal: ProposedRelation, passages: readonly Passage[]): void {
    const { type, evidence } = proposal;
    const passage = this.#findPassage(evidence, passages);
    const status = RELATION_STATUSES.find((known) => known === proposal.status);
    const [from, to] = (["from", "to"] as const).map((end) =>
      passage === undefined ? undefined : this.#findEnd(proposal[end], proposal[`${end}Type`], evidence, passage),
    );
    const fits =
      passage !== undefined &&
      status !== undefined &&
      from !== undefined &&
      to !== undefined &&
      from.entity.id !== to.entity.id &&
      isRelationType(type) &&
      canRelate(type, from.entity.type, to.entity.type);
    if (!fits) {
      this.weighed.refused++;
      return;
    }
    const [key, ...reversed] = statementKeys(type, from.entity.id, to.entity.id);
    if (this.#stated.has(key!)) {
      this.weighed.agreed++;
      return;
    }
    for (const end of [from, to]) this.#take(end);
    for (const each of [key!, ...reversed]) this.#stated.add(each);
    this.weighed.relations++;
    this.#claims.push({
      type,
      from: from.entity.id,
      to: to.entity.id,
      status,
      passageId: passage.id,
      date: this.#graph.document.date,
      confidence: PROPOSAL_CONFIDENCE,
      method: this.#method,
    });
  }

  /** The passage that holds the quotation, letter by letter, as does the original at its place. */
  #findPassage(evidence: string, passages: readonly Passage[]): Passage | undefined {
    if (evidence.trim() === "") return undefined;
    const passage = passages.find(({ text }) => text.includes(evidence));
    if (passage === undefined) return undefined;
    const shown = this.#original.slice(passage.begin, passage.end);
    return shown.includes(evidence) || comparable(shown).includes(comparable(evidence)) ? passage : undefined;
  }

  /** What the name stands for: an entity that the passage mentions, one that the document knows, or a new one. */
  #findEnd(name: string, type: string | undefined, evidence: string, passage: Passage): End | undefined {
    if (!isName(name) || !evidence.includes(name)) return undefined;
    const mentioned = this.#mentionsOf(passage.id).filter(({ surface }) => surface === name);
    const known = mentioned.map(({ entityId: id }) => this.#entities.get(id)!);
    const [first] = [...known.filter((entity) => entity.type === type), ...known];
    if (first !== undefined) return { entity: first, mention: undefined };

    if (!isEntityType(type)) return undefined;
    const begin = freePlace(name, passage.text, this.#mentionsOf(passage.id));
    if (begin === undefined) return undefined;
    const entity = this.#knownBy(name, type) ?? this.#newEntity(name, type);
    if (entity === undefined) return undefined;
    const end = begin + name.length;
    return { entity, mention: { entityId: entity.id, passageId: passage.id, surface: name, begin, end } };
  }

  #knownBy(name: string, type: EntityType): StatedEntity | undefined {
    return [...this.#entities.values()].find(
      (entity) => entity.type === type && (entity.name === name || entity.aliases.includes(name)),
    );
  }

  /** A region is one of the dictionaries, or none. */
  #newEntity(surface: string, type: EntityType): StatedEntity | undefined {
    const { name, aliases, level, code } = canonicalEntity({ type, name: surface, aliases: [] });
    if (type === "Region" && level === undefined) return undefined;
    const id = entityId(type, code === undefined ? [name] : [name, code]);
    return (
      this.#entities.get(id) ?? {
        id,
        type,
        name,
        aliases,
        ...(level === undefined ? {} : { level }),
        ...(code === undefined ? {} : { code }),
        properties: {},
        reasons: [`${SECOND_OPINION}: ${surface}`],
      }
    );
  }

  #take({ entity, mention }: End): void {
    if (mention === undefined) return;
    if (!this.#entities.has(entity.id)) this.weighed.entities++;
    this.#entities.set(entity.id, entity);
    this.#mentions.push(mention);
    this.#mentionsOf(mention.passageId).push(mention);
  }

  #mentionsOf(passage: PassageId): Mention[] {
    const known = this.#mentionsIn.get(passage);
    if (known !== undefined) return known;
    const mentions: Mention[] = [];
    this.#mentionsIn.set(passage, mentions);
    return mentions;
  }
}

interface End {
  readonly entity: StatedEntity;
  /** New; undefined where the passage has it. */
  readonly mention: Mention | undefined;
}

const LONGEST_NAME = 60;

/** Part of a sentence, or a word that stands for a name, is none. */
function isName(name: string): boolean {
  if (name.length < 2 || name.length > LONGEST_NAME || name !== name.trim()) return false;
  if (/[\n。；;！!？?，,]/.test(name)) return false;
  return !/^(?:[我本该全各其此这那]|上述)(?:们|个|国|省|市|州|县|区|镇|乡|地|院|校|所|室|公司|企业|中心|平台|单位|部门|机构|项目)*$/.test(
    name,
  );
}

/** Where it stands and says something that the mentions do not: beside them or around them, not inside and not across. */
function freePlace(name: string, text: string, mentions: readonly Mention[]): number | undefined {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const end = at + name.length;
    const isFree = mentions.every(
      (mention) => mention.end <= at || mention.begin >= end || (mention.begin >= at && mention.end <= end),
    );
    if (isFree) return at;
  }
  return undefined;
}

/** Passages are shown cleaned, so both sides are compared so. */
function comparable(text: string): string {
  return cleanText(text).text.replace(/\s+/g, "");
}

/** Cooperation has no direction. */
function statementKeys(type: RelationType, from: EntityId, to: EntityId): string[] {
  const key = `${type} ${from} ${to}`;
  return type === "PARTNERS_WITH" ? [key, `${type} ${to} ${from}`] : [key];
}
