/**
 * Completes the frame of a document with what needs the gazetteer: the region
 * that it reports on, and the years that it reports on and plans for.
 *
 * The region is read from the issuer, then the title, then from which regions
 * the text names most, of the level that its 我市 or 全县 calls for.
 */
import { findDate } from "../../../calendar-date.ts";
import {
  findRegions,
  isCommonWord,
  isFamousPlace,
  isWithin,
  parentRegion,
  provinceOf,
  regionOfName,
} from "../../../lexicon/index.ts";
import type { Region } from "../../../lexicon/index.ts";
import { wordsOf } from "../03-entities/reading.ts";
import { Kind } from "../03-entities/segment.ts";
import type { Frame, FrameRegion, TextDocument } from "../text-document.ts";
import { documentYears } from "./document-years.ts";
import { firstIn, isListOfProvinces, regionOfTitle } from "./title-region.ts";

export function completeFrame(document: TextDocument): TextDocument {
  const region = settleHomonym(documentRegion(document), document.clean.text);
  const date = document.frame.date ?? dateAbove(document);
  const frame: Frame = {
    ...document.frame,
    date,
    region: region === undefined ? null : toFrameRegion(region),
    ...documentYears({ ...document, frame: { ...document.frame, date } }),
  };
  return { ...document, frame };
}

/** Lines above the text are shorter. */
const MAX_LINE_ABOVE = 48;
const MAX_LINES_ABOVE = 14;
/** 2022-11-22 10:15, its time run together with it or not, with who published it around: `发稿时间:2022-11-17 08:30 来源:某某日报`. */
const DATE_IN_LINE = /(?<![\d-])((?:19|20)\d{2}[-/.年]\d{1,2}[-/.月](?:\d{2}|\d \d(?! ?[\d:])|\d(?!\d))日?)/;

/** The date that stands in a line of its own above the text, where no field of the page gives one. */
function dateAbove({ clean, sentences }: TextDocument): string | null {
  for (const { begin, end, block } of sentences.slice(0, MAX_LINES_ABOVE)) {
    const line = clean.text.slice(begin, end).trim();
    if (block === "item") continue;
    if (line.length > MAX_LINE_ABOVE || /[。;!?]/.test(line)) {
      if (block === "paragraph") return null;
      continue;
    }
    const written = DATE_IN_LINE.exec(line);
    if (written === null) continue;
    const rest = line.slice(0, written.index) + line.slice(written.index + written[0].length);
    const isAlone = rest.trim() === "" || written.index === 0 || /(?:时间|日期|发[布表稿]|日报|晚报|网)/.test(rest);
    const date = isAlone ? findDate(written[0]) : null;
    if (date !== null) return date;
  }
  return null;
}

function toFrameRegion({ name, level, code }: Region): FrameRegion {
  return { name, level, code };
}

/** Of counties that share a name, the one whose city or province the text names; without a code where it tells none. */
function settleHomonym(region: Region | undefined, text: string): Region | undefined {
  if (region === undefined || region.level !== "county") return region;
  const namesakes = findRegions(region.name).filter(({ name }) => name === region.name);
  if (namesakes.length < 2) return region;
  const isNamed = (wider: Region | undefined) =>
    wider !== undefined && [wider.name, ...wider.short].some((name) => text.includes(name));
  const inCity = namesakes.filter((namesake) => isNamed(parentRegion(namesake)));
  const told = inCity.length > 0 ? inCity : namesakes.filter((namesake) => isNamed(provinceOf(namesake)));
  if (told.includes(region)) return region;
  return told.length === 1 ? told[0] : regionOfName(region.name);
}

/** A region named at a place of the text. */
interface Naming {
  readonly region: Region;
  readonly begin: number;
  readonly end: number;
  /** By its full name, or followed by a body of its government. */
  readonly full: boolean;
  /** Those who run a zone of it act in the text. */
  readonly acts: boolean;
}

/** Levels that the document calls its own by 我市, 全县, 市委, 县科技局. */
interface Deixis {
  readonly city: number;
  readonly county: number;
  readonly province: number;
}

const LOCAL_BODY =
  /^(市|县|区|省)?(人民政府|政府|委|科学技术局|科技局|教育科技局|发展和改革|发改|经信|工信|人大|政协|党委|管委会|科协|科创委|科技创新局)/;

const LOCAL_MEDIUM = /^[省市县区]?(?:日报|晚报|晨报|商报|时报|新闻网?|广播电视台?|电视台|融媒体?中心|发布)/;

function documentRegion(document: TextDocument): Region | undefined {
  const namings = findNamings(document);
  const deixis = readDeixis(document);
  const { text } = document.clean;
  const own = (naming: Naming | undefined) => (naming === undefined ? undefined : toLevel(naming.region, deixis));

  const { title, publisher } = document.frame;
  const fromIssuer = publisher === null ? undefined : firstIn(publisher);
  if (fromIssuer !== undefined && fromIssuer.level !== "country" && LOCAL_BODY.test(afterRegion(publisher!)))
    return fromIssuer;

  const fromTitle = title === null ? undefined : regionOfTitle(title, text);
  const speaksForItself = deixis.city + deixis.county + deixis.province > 0;
  if (fromTitle !== undefined && !speaksForItself && isListOfProvinces(title!)) return undefined;
  if (fromTitle !== undefined && fromTitle.level !== "country" && fromTitle.level !== "area") {
    const inside = namings.find(({ region }) => region !== fromTitle && isWithin(region, fromTitle));
    // A title of a company or project may name the province only; the text then names the place.
    if (title!.includes(`${fromTitle.name}政府`) || title!.includes(`${fromTitle.name}人民政府`)) return fromTitle;
    if (fromTitle.level !== "province" || inside === undefined || deixis.city + deixis.county === 0) return fromTitle;
  }

  const signed = [...namings].reverse().find(({ begin, end }) => {
    const lineBegin = text.lastIndexOf("\n", begin) + 1;
    const line = text.slice(lineBegin, text.indexOf("\n", end) < 0 ? text.length : text.indexOf("\n", end)).trim();
    return line.length <= 24 && LOCAL_BODY.test(text.slice(end, end + 8)) && begin - lineBegin <= 2;
  });
  if (signed !== undefined) return signed.region;

  const most = mostNamed(namings, deixis, document.sentences.length);
  if (most !== undefined || fromIssuer === undefined || fromIssuer.level === "country") return own(most);
  // What a city's paper tells of its own places is of that city.
  const head = document.sentences.filter(({ block }) => block === "meta");
  const isAtHome = namings.some(
    ({ region, begin }) =>
      (region === fromIssuer || isWithin(region, fromIssuer)) &&
      !head.some((line) => line.begin <= begin && begin < line.end),
  );
  return isAtHome && LOCAL_MEDIUM.test(afterRegion(publisher!)) ? fromIssuer : undefined;
}

function afterRegion(publisher: string): string {
  for (let end = Math.min(publisher.length, 12); end >= 2; end--) {
    if (findRegions(publisher.slice(0, end)).length > 0) return publisher.slice(end);
  }
  return publisher;
}

/** 全市 in the report of a county points at the city above it; what it calls 我 or reports in counts more. */
function readDeixis({ clean: { text } }: TextDocument): Deixis {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return {
    city: 2 * count(/我市|本市/g) + count(/全市|市委|市政府|市科技局/g),
    county: 2 * count(/我[县区旗]|本[县区]/g) + count(/全[县区]|[县区]委|[县区]政府|[县区]科技局/g),
    province: 2 * count(/我省|我区(?=自治)/g) + count(/全省(?![第首前排平居位各]|领先|范围|率先)|省委、?省政府/g),
  };
}

/** 安庆经开区, 相城高新园区: a zone tells the place as its full name does. */
const ZONE = /^(?:市|县|区)?(?:国家级?)?(?:高新(?:区|园区|技术产业开发区)|经开区|经济(?:技术)?开发区|开发区)/;
const ZONE_ACTS = /管委会|管理委员会|党工委/;
/** Where a delegation of the document's region goes. */
const VISITED = /(?:赴|前往|来到|抵达)$/;

/** The namings outside of pages' furniture, first to last. */
function findNamings(document: TextDocument): Naming[] {
  const { text } = document.clean;
  const words = wordsOf(document.clean);
  const furniture = document.sentences.filter(({ block }) => block === "boilerplate");
  const isFurniture = (begin: number) => furniture.some((line) => line.begin <= begin && begin < line.end);
  const namings: Naming[] = [];
  /** Full names that stand somewhere in the text: their short ones then name them too. */
  const named = new Set(words.filter(({ kinds }) => kinds & Kind.region).map((word) => word.text));
  for (const { begin, end, text: name, kinds } of words) {
    if ((kinds & Kind.region) === 0) continue;
    // 建成|县校合作 holds no 成县.
    if (name === "成县" && /[建形完达组集促构养]/.test(text[begin - 1] ?? "")) continue;
    const candidates = findRegions(name);
    const region =
      candidates.find(
        (candidate) => parentRegion(candidate) === namings.at(-1)?.region && namings.at(-1)?.end === begin,
      ) ?? candidates[0];
    if (
      region === undefined ||
      region.code === null ||
      region.level === "country" ||
      region.level === "area" ||
      region.level === "town"
    )
      continue;
    const after = text.slice(end, end + 12);
    const isOfCompany = /^[^,。;、的]{0,6}(?:公司|集团)/.test(after);
    const hasZone = ZONE.test(after);
    const full = (region.name === name && !isOfCompany) || LOCAL_BODY.test(after) || hasZone;
    const isKnown = named.has(region.name) || isFamousPlace(name);
    if (VISITED.test(text.slice(Math.max(0, begin - 4), begin))) continue;
    if (!full && (isCommonWord(name) || (region.level === "county" && !isKnown))) continue;
    if (isFurniture(begin) && !/标签|關鍵|关键/.test(text.slice(text.lastIndexOf("\n", begin) + 1, begin))) continue;
    namings.push({ region, begin, end, full, acts: hasZone && ZONE_ACTS.test(after) });
  }
  return namings;
}

/** How often a text says 全省 or 我省 that is a province's own. */
const PROVINCE_SPEAKS = 8;

/** The region that the text is about, or none where several share it equally. */
function mostNamed(namings: readonly Naming[], deixis: Deixis, sentences: number): Naming | undefined {
  const scores = new Map<Region, { score: number; full: boolean; first: Naming }>();
  for (const naming of namings) {
    const entry = scores.get(naming.region) ?? { score: 0, full: false, first: naming };
    entry.full ||= naming.full;
    entry.score += (naming.full ? 2 : 1.2) + (naming.acts ? 1.5 : 0);
    scores.set(naming.region, entry);
  }
  // The report of a province speaks of 全省, and of 全市 only here and there.
  const isOfProvince = deixis.province >= PROVINCE_SPEAKS && deixis.province > 3 * (deixis.city + deixis.county);
  for (const [region, entry] of scores) {
    const isProvince = region.level === "province" && !region.name.endsWith("市");
    if (deixis.county > deixis.city && region.level === "county" && !region.name.endsWith("市")) entry.score *= 2;
    if (!isOfProvince && deixis.city > deixis.county && (region.level === "city" || region.name.endsWith("市")))
      entry.score *= 2;
    if (isProvince && isOfProvince) entry.score *= 3;
    else if (isProvince && deixis.city + deixis.county > 0) entry.score *= 0.3;
  }
  const ranked = [...scores.values()].sort((a, b) => b.score - a.score);
  const [top, second] = ranked;
  if (top === undefined) return undefined;
  const isRelated =
    second !== undefined &&
    (isWithin(second.first.region, top.first.region) || isWithin(top.first.region, second.first.region));
  const speaksForItself = deixis.city + deixis.county + deixis.province > 0;
  // A text without 我市 or 全县 may be about no region at all.
  if (!speaksForItself && !top.full) return undefined;
  if (!speaksForItself && !isAtHome(top.first.region, ranked)) return undefined;
  if (top.score < (speaksForItself ? 2 : sentences < 12 ? 3 : 4)) return undefined;
  return second === undefined || isRelated || top.score >= 1.4 * second.score ? top.first : undefined;
}

/** A round-up of many provinces is about none of their cities: the region's own has to have more than half of what is named. */
function isAtHome(region: Region, ranked: readonly { readonly score: number; readonly first: Naming }[]): boolean {
  const home = provinceOf(region);
  let [inside, outside] = [0, 0];
  for (const { score, first } of ranked) {
    if (provinceOf(first.region) === home) inside += score;
    else outside += score;
  }
  return inside > outside;
}

/** In the report of a city the most named county still points at the city where 我市 speaks. */
function toLevel(region: Region, deixis: Deixis): Region {
  if (region.level !== "county" || region.name.endsWith("市")) return region;
  if (deixis.city < 3 || deixis.county * 2 >= deixis.city) return region;
  return parentRegion(region) ?? region;
}
