/**
 * Which names may be one entity, and why. A rule that is sure brings them
 * together; one that is not makes a doubt, which people are shown.
 */
import type { DoubtKind, EntityType, MergeRule } from "../../../server/contract/index.ts";
import { headOf } from "../../lexicon/index.ts";
import { anatomyOf, fold } from "../names/anatomy.ts";
import { isProvince, nearness } from "../names/places.ts";
import type { Nearness } from "../names/places.ts";
import { isPlain } from "../names/plain-words.ts";
import type { Part } from "./name-corpus.ts";

/** `short` is another name of `full`. */
export interface Candidate {
  readonly short: Part;
  readonly full: Part;
  readonly rule: MergeRule;
}

export interface DoubtfulPair {
  readonly kind: DoubtKind;
  readonly parts: readonly Part[];
}

export interface Candidates {
  readonly sure: readonly Candidate[];
  readonly doubtful: readonly DoubtfulPair[];
}

/** Types whose names come from texts; regions, industries and persons are told by dictionaries and places. */
const NAMED: ReadonlySet<EntityType> = new Set<EntityType>([
  "University",
  "ResearchInstitute",
  "Laboratory",
  "HighTechZone",
  "InnovationPlatform",
  "Company",
  "Organization",
  "Government",
  "Policy",
  "Programme",
]);
const BODIES: ReadonlySet<EntityType> = new Set<EntityType>([
  "ResearchInstitute",
  "Laboratory",
  "HighTechZone",
  "InnovationPlatform",
  "Organization",
]);
/** Names of one kind and beginning that are compared with each other; more of them are too common to tell. */
const LARGEST_BLOCK = 40;
const SHORTEST_ALIAS = 3;
const SHORTEST_COMPANY = 3;

export function findCandidates(parts: readonly Part[]): Candidates {
  return new CandidateSearch(parts.filter(({ type }) => NAMED.has(type))).run();
}

class CandidateSearch {
  readonly #parts: readonly Part[];
  readonly #sure: Candidate[] = [];
  readonly #sureOf = new Map<Part, Part[]>();
  readonly #doubtful: DoubtfulPair[] = [];

  constructor(parts: readonly Part[]) {
    this.#parts = parts;
  }

  run(): Candidates {
    this.#sameWriting();
    this.#statedAliases();
    this.#companies();
    this.#placesLeftOut();
    this.#programmes();
    this.#partsOfNames();
    this.#types();
    return { sure: this.#sure, doubtful: this.#doubtful };
  }

  #sameWriting(): void {
    const byForm = groupBy(this.#parts, (part) => `${part.type} ${part.anatomy.form} ${part.city ?? ""}`);
    for (const [first, ...others] of byForm.values()) {
      for (const other of others) {
        if (other.ownId !== first!.ownId) this.#add(other, first!, "same-writing");
      }
    }
  }

  /** A document calls 浙江灵巧智能科技有限公司 also 灵巧智能, another only 灵巧智能. */
  #statedAliases(): void {
    const byName = groupBy(this.#parts, ({ type, name }) => `${type} ${fold(name)}`);
    const claims = new Map<Part, Part[]>();
    for (const full of this.#parts) {
      for (const alias of full.aliases.keys()) {
        for (const short of byName.get(`${full.type} ${fold(alias)}`) ?? []) {
          if (short.ownId === full.ownId || !isTelling(short.name) || isBranch(full, short)) continue;
          if (this.#sameForm(short, full) || sharesDocument(short, full)) continue;
          const list = claims.get(short);
          if (list === undefined) claims.set(short, [full]);
          else if (!list.includes(full)) list.push(full);
        }
      }
    }
    for (const [short, all] of claims) {
      const near = all.map((full) => [full, nearnessOf(short, full)] as const);
      const needed = isPlain(short.name) || short.type === "Policy" ? ["same city"] : ["same city", "unknown"];
      const likely = near.filter(([, how]) => needed.includes(how)).map(([full]) => full);
      const forms = new Set(likely.map((full) => full.anatomy.form));
      if (forms.size === 1) this.#add(short, likely[0]!, "stated-alias");
      // 揭榜挂帅 is a scheme all over the country; what cities call so is theirs.
      else if (short.type === "Programme") continue;
      else if (forms.size > 1) this.#doubtful.push({ kind: "name-of-several", parts: [short, ...likely] });
      else {
        const open = near.filter(([, how]) => how !== "apart").map(([full]) => full);
        const doubtful = open.length > 0 ? open : near.map(([full]) => full);
        this.#doubtful.push({ kind: "stated-elsewhere", parts: [short, ...doubtful] });
      }
    }
  }

  /** 灵巧智能 in a document of the city of 浙江灵巧智能科技有限公司, when only one company there begins so. */
  #companies(): void {
    const companies = this.#parts.filter(({ type }) => type === "Company");
    const byStart = groupBy(
      companies.filter(({ name }) => name.endsWith("公司")),
      (part) => part.anatomy.rest.slice(0, SHORTEST_COMPANY),
    );
    for (const short of companies) {
      const { rest, place } = short.anatomy;
      const bare = rest.replace(/公司$/, "");
      if (bare.length < SHORTEST_COMPANY || (bare === rest && short.name.endsWith("公司"))) continue;
      const longer = (byStart.get(bare.slice(0, SHORTEST_COMPANY)) ?? []).filter((full) => {
        const anatomy = full.anatomy;
        return anatomy.rest !== rest && anatomy.rest.startsWith(bare) && (place === "" || place === anatomy.place);
      });
      const open = longer.filter((full) => full.ownId !== short.ownId && !this.#isSure(short, full));
      const near = open.filter((full) => nearnessOf(short, full) === "same city");
      if (near.length === 1) this.#add(short, near[0]!, "company-short-name");
      else {
        const unknown = open.filter((full) => nearnessOf(short, full) !== "apart");
        if (unknown.length > 0) this.#doubtful.push({ kind: "part-of-name", parts: [short, ...unknown] });
      }
    }
  }

  /** 岳麓山大学科技城 and 长沙岳麓山大学科技城, 清华长三角研究院 and 浙江清华长三角研究院. */
  #placesLeftOut(): void {
    const bodies = this.#parts.filter(({ type }) => BODIES.has(type));
    const unplaced = groupBy(bodies, (part) => {
      const { owner, rest } = part.anatomy;
      return `${part.type} ${owner} ${rest}`;
    });
    for (const group of unplaced.values()) {
      const placed = group.filter((part) => part.anatomy.place !== "");
      if (placed.length === 0) continue;
      for (const short of group) {
        const { place, owner, rest } = short.anatomy;
        if (place !== "" || short.city !== undefined) continue;
        const open = placed.filter((full) => !sharesDocument(short, full) && !this.#isSure(short, full));
        const forms = new Set(open.map((full) => full.anatomy.form));
        if (forms.size === 0) continue;
        const near = open.filter((full) => nearnessOf(short, full) === "same city");
        const nearForms = new Set(near.map((full) => full.anatomy.form));
        const isTold = owner !== "" && anatomyOf(short.type, rest).place !== "";
        const isThere = !isHeadOnly(rest) || near.some((full) => isSamePlace(short, full));
        if (nearForms.size === 1 && isThere) this.#add(short, near[0]!, "place-left-out");
        else if (isTold && forms.size === 1 && nearnessOf(short, open[0]!) === "unknown")
          this.#add(short, open[0]!, "place-left-out");
        else if (open.every((full) => nearnessOf(short, full) === "apart") && isPlain(rest)) continue;
        else this.#doubtful.push({ kind: "place-left-out", parts: [short, ...open] });
      }
    }
  }

  /** “双倍增”计划 and 科技企业“双倍增”行动 of one city. */
  #programmes(): void {
    const quoted = this.#parts.filter(({ type }) => type === "Programme");
    const byCore = groupBy(quoted, ({ name }) => coreOf(name));
    for (const [core, group] of byCore) {
      if (core.length < 2) continue;
      group.forEach((full, i) => {
        for (const other of group.slice(i + 1)) {
          if (other.ownId === full.ownId || this.#sameForm(other, full) || sharesDocument(other, full)) continue;
          if (nearness(other.homes, full.homes) !== "same city") continue;
          const [short, long] = other.name.length <= full.name.length ? [other, full] : [full, other];
          this.#add(short, long, "quoted-name");
        }
      });
    }
  }

  /** 鉴湖实验室 may be 鉴湖现代纺织实验室. */
  #partsOfNames(): void {
    const bodies = this.#parts.filter(({ type, name }) => BODIES.has(type) && !isPlain(name));
    const blocks = groupBy(bodies, (part) => {
      const { place, owner, rest } = part.anatomy;
      const head = headOf(part.name)?.word.slice(-2) ?? part.name.slice(-2);
      return `${part.type} ${place} ${owner} ${rest.slice(0, 2)} ${head}`;
    });
    for (const block of blocks.values()) {
      if (block.length < 2 || block.length > LARGEST_BLOCK) continue;
      for (const short of block) {
        const { rest } = short.anatomy;
        const longer = block.filter((full) => {
          const whole = full.anatomy.rest;
          if (whole.length <= rest.length || !isSubsequence(rest, whole)) return false;
          return !sharesDocument(short, full) && !this.#isSure(short, full) && nearnessOf(short, full) !== "apart";
        });
        if (longer.length > 0) this.#doubtful.push({ kind: "part-of-name", parts: [short, ...longer] });
      }
    }
  }

  /** One name, or a stated second name, under two types. */
  #types(): void {
    const things = this.#parts.filter(({ type }) => BODIES.has(type) || type === "Company");
    const byName = groupBy(things, ({ name }) => fold(name));
    const seen = new Set<string>();
    for (const part of things) {
      for (const name of [part.name, ...part.aliases.keys()]) {
        for (const other of byName.get(fold(name)) ?? []) {
          if (other.type === part.type || !isTelling(name)) continue;
          if (sharesDocument(part, other) || nearnessOf(part, other) === "apart") continue;
          const parts = [part, other].sort((a, b) => (a.key < b.key ? -1 : 1));
          const key = parts.map((each) => each.key).join("\n");
          if (seen.has(key)) continue;
          seen.add(key);
          this.#doubtful.push({ kind: "two-types", parts });
        }
      }
    }
  }

  #sameForm(a: Part, b: Part): boolean {
    return a.type === b.type && a.anatomy.form === b.anatomy.form && a.city === b.city;
  }

  #add(short: Part, full: Part, rule: MergeRule): void {
    this.#sure.push({ short, full, rule });
    const known = this.#sureOf.get(short);
    if (known === undefined) this.#sureOf.set(short, [full]);
    else known.push(full);
  }

  #isSure(short: Part, full: Part): boolean {
    return this.#sameForm(short, full) || (this.#sureOf.get(short) ?? []).some((known) => this.#sameForm(known, full));
  }
}

/** By where documents put them, else by what their documents report on. */
export function nearnessOf(a: Part, b: Part): Nearness {
  return nearness(placesOf(a), placesOf(b));
}

/** A province alone says little: 浙江灵巧智能科技有限公司 is where the documents are that name it. */
function placesOf({ places, homes }: Part): ReadonlySet<string> {
  const isTold = [...places].some((code) => !isProvince(code));
  return isTold || homes.size === 0 ? places : homes;
}

function isSamePlace(a: Part, b: Part): boolean {
  const places = placesOf(b);
  return [...placesOf(a)].some((code) => places.has(code));
}

/** What a document names apart is apart. */
function sharesDocument(a: Part, b: Part): boolean {
  const [few, many] = a.documents.size <= b.documents.size ? [a.documents, b.documents] : [b.documents, a.documents];
  for (const document of few) if (many.has(document)) return true;
  return false;
}

function isTelling(name: string): boolean {
  return name.length >= SHORTEST_ALIAS && !/^(?:该|本|我|全)|^[省市县区州](?!场)/.test(name) && !isHeadOnly(name);
}

function isHeadOnly(name: string): boolean {
  return headOf(name)?.word === name;
}

/** 长三角国家技术创新中心绍兴分中心 is no other name of the centre. */
function isBranch(a: Part, b: Part): boolean {
  if (a.type === "Company" || a.type === "Policy" || a.type === "Programme") return false;
  const [long, short] = a.name.length > b.name.length ? [fold(a.name), fold(b.name)] : [fold(b.name), fold(a.name)];
  return long.startsWith(short) && long !== short;
}

/** What stands in quotation marks in a programme's name, else all of it. */
function coreOf(name: string): string {
  return fold(/[“"]([^“”"]{2,16})[”"]/.exec(name)?.[1] ?? name);
}

function isSubsequence(short: string, long: string): boolean {
  let at = 0;
  for (const character of long) if (character === short[at]) at++;
  return at === short.length;
}

function groupBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group === undefined) groups.set(key(value), [value]);
    else group.push(value);
  }
  return groups;
}
