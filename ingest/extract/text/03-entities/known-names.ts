/** Names that the dictionaries hold: universities, academies and their institutes, laboratories, companies, ministries. */
import type { EntityType } from "../../../../server/contract/index.ts";
import { findBody, findRegions, findUniversity, isCommonWord, isWeakUniversityName } from "../../../lexicon/index.ts";
import { reject } from "../trace.ts";
import { parseName } from "./name-parts.ts";
import type { Found, Reading } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";
import type { Word } from "./segment.ts";

/** What makes a short name that is also a word (人大, 中南, 重大) the university: a list of its kind, or what follows. */
const UNIVERSITY_BESIDE = /^(教授|校长|校区|研究院|团队|学院|附属|共建|合作|、|科技园|校友)/;

/** Companies' short names that are common words or other names' parts stay out unless their kind is beside them. */
const WEAK_COMPANY =
  /^(苹果|联想|美的|百度|中电|荣耀|阿里|三一|中铁|中粮|招行|建行|农行|工行|海信|格力|海尔|长虹|浪潮|理想|京东|美团|网易|小米|正泰|吉利|奇瑞|蔚来|施耐德|通威|吉利|商汤|博世|讯飞|伊利|蒙牛|科兴|富士康|东风|国网|华能|中车|宝武|鞍钢|海康|曙光|大唐)$/;
const COMPANY_BESIDE = /^(公司|集团|企业|等|、|,|。|在|与|和|发布|推出|联合|投资|项目|工厂|总部|基地|研发|创始|\))/;

const EVERYDAY = "also an everyday word, and nothing beside it tells that the body is meant";

function addKnown(reading: Reading): void {
  const { words, text } = reading;
  /** Short names that were a university's once already. */
  const named = new Set<string>();
  const provinceShort = reading.home.province?.short[0] ?? reading.home.province?.name.slice(0, 2);
  for (const stretch of reading.stretches) {
    if (stretch.sentence.block === "boilerplate") continue;
    for (let i = stretch.first; i <= stretch.last; i++) {
      const word = words[i]!;
      if ((word.kinds & (Kind.university | Kind.body)) === 0 || reading.isClosed(word.begin)) continue;
      if (word.kinds & Kind.university) {
        const university = findUniversity(word.text, provinceShort);
        if (university !== undefined && isMeant(reading, i, named)) {
          addWord(reading, word, "University", university);
          named.add(word.text);
        } else {
          const why = university === undefined ? "several universities are called so" : EVERYDAY;
          reject(() => ({ kind: "entity", rule: "known-name", why, begin: word.begin, end: word.end }));
        }
      } else {
        const body = findBody(word.text)!;
        if (stretch.sentence.block === "meta" && body.type !== "Government") continue;
        // 中国工程院院士 is a title.
        if (/^(中国科学院|中国工程院|中科院|中国社会科学院)$/.test(word.text) && text.startsWith("院士", word.end))
          continue;
        if (body.type === "Company" && (!isCompanyMeant(text, word) || leadsLongerCompany(reading, i, stretch.last))) {
          const why = isCompanyMeant(text, word) ? "part of another company's name" : EVERYDAY;
          reject(() => ({ kind: "entity", rule: "known-name", why, begin: word.begin, end: word.end }));
          continue;
        }
        // 光谷科技创新大走廊 is no 光谷.
        const leadsOn = i < stretch.last && (words[i + 1]!.kinds & (Kind.noun | Kind.nominal | Kind.head)) !== 0;
        if (
          /^(HighTechZone|InnovationPlatform)$/.test(body.type) &&
          word.text.length <= 3 &&
          (leadsOn || isTorn(words, i))
        )
          continue;
        if (body.type === "Government" && !isAuthorityMeant(reading, i)) continue;
        if (
          body.type === "Company" &&
          i > stretch.first &&
          reading.regionOfWord[i - 1] !== undefined &&
          !word.text.startsWith("中国")
        ) {
          addPlacedCompany(reading, words[i - 1]!, word, body);
        } else if (body.type === "Laboratory" && i > stretch.first && isShortPlace(reading, i - 1)) {
          // 长兴太湖实验室: the place may belong to the name.
          const place = words[i - 1]!;
          reading.add({
            begin: place.begin,
            end: word.end,
            type: body.type,
            name: place.text + word.text,
            aliases: [body.name, word.text],
            rule: "known-name",
          });
        } else if (body.type === "Company" && isBranchInBrackets(reading, i, stretch.last)) {
          // 恒力石化(惠州): a company of its own.
          const end = words[i + 3]!.end;
          const name = text.slice(word.begin, end);
          reading.add({ begin: word.begin, end, type: "Company", name, aliases: [], rule: "known-name" });
        } else addWord(reading, word, body.type, body);
      }
    }
  }
}

function isBranchInBrackets({ words, regionOfWord }: Reading, i: number, last: number): boolean {
  return (
    i + 3 <= last &&
    words[i + 1]!.text === "(" &&
    regionOfWord[i + 2] !== undefined &&
    words[i + 3]!.text === ")" &&
    !words[i]!.text.endsWith("公司")
  );
}

type InnerAnchor = Pick<Found, "begin" | "end" | "type" | "name" | "aliases" | "level" | "code">;
const anchorsOf = new Map<string, readonly InnerAnchor[]>();

/** The owner and the place inside a known name: 中国科学院 and 宁波 in 中科院宁波材料所. */
function innerAnchors(name: string, type: EntityType): readonly InnerAnchor[] {
  if (!/^(ResearchInstitute|InnovationPlatform|HighTechZone)$/.test(type)) return [];
  let anchors = anchorsOf.get(name);
  if (anchors === undefined) {
    anchors = parseName(name)
      .filter(
        ({ kind, canonical, text, end }, i, parts) =>
          (kind === "owner" || kind === "region" || kind === "bracket") &&
          // 安新 in 雄安新区 is none.
          (kind !== "region" || i === 0 || parts[i - 1]!.kind !== "rest" || parts[i - 1]!.text.length > 1) &&
          canonical !== undefined &&
          text !== name &&
          text !== "中国" &&
          (kind !== "region" || !(isCommonWord(text) || /^[湖山河江]/.test(name.slice(end)))),
      )
      .map(({ kind, begin, end, text, canonical, type }): InnerAnchor => {
        const region = kind === "owner" ? undefined : findRegions(text.replace(/[()]/g, ""))[0];
        const surface = text.replace(/[()]/g, "");
        return {
          begin,
          end,
          type: type ?? "Region",
          name: canonical!,
          aliases: [surface],
          level: region?.level,
          code: region?.code ?? undefined,
        };
      });
    anchorsOf.set(name, anchors);
  }
  return anchors;
}

function addWord(
  reading: Reading,
  { begin, end, text }: Word,
  type: EntityType,
  known: { readonly name: string },
): void {
  for (const part of innerAnchors(text, type)) {
    reading.add({ ...part, begin: begin + part.begin, end: begin + part.end, rule: "known-name", inner: true });
  }
  reading.add({ begin, end, type, name: known.name, aliases: [text], rule: "known-name" });
}

/** 华为 in 华为终端有限公司, 上汽 in 上汽通用五菱, are part of another company's name. */
function leadsLongerCompany({ words }: Reading, i: number, last: number): boolean {
  const next = i < last && words[i + 1]!.begin === words[i]!.end ? words[i + 1]! : undefined;
  const isShort = words[i]!.text.length <= 4;
  if (isShort && next !== undefined && next.kinds & (Kind.unknown | Kind.latin) && next.text.length === 1) return true;
  if (isShort && next !== undefined && next.kinds & Kind.softVerb && (words[i + 2]?.kinds ?? 0) & Kind.number)
    return true;
  for (let p = i + 1; p <= Math.min(last, i + 6); p++) {
    const { kinds, text } = words[p]!;
    if (kinds & Kind.head && /(公司|集团)$/.test(text)) return text !== "分公司";
    if (
      (kinds & (Kind.verb | Kind.function) && !(kinds & (Kind.softVerb | Kind.nominal))) ||
      (kinds & Kind.punctuation && !/[()]/.test(text))
    )
      return false;
  }
  return false;
}

function isShortPlace({ words, regionOfWord }: Reading, p: number): boolean {
  const region = regionOfWord[p];
  return region !== undefined && region.name !== words[p]!.text && words[p]!.end === words[p + 1]!.begin;
}

/** 深圳市大疆创新科技有限公司 is the known company, 株洲国投集团 another with the place in its name. */
function addPlacedCompany(reading: Reading, place: Word, word: Word, body: { readonly name: string }): void {
  const surface = place.text + word.text;
  const isFull = word.text.endsWith("公司");
  reading.add({
    begin: place.begin,
    end: word.end,
    type: "Company",
    name: isFull ? body.name : surface,
    aliases: isFull ? [surface, word.text] : [],
    rule: "known-name",
  });
}

/** 漓|江理工|学院, 长智|光谷: torn from the name of another. */
function isTorn(words: readonly Word[], i: number): boolean {
  return words[i - 1]?.kinds === Kind.unknown && words[i - 1]!.end === words[i]!.begin;
}

function isMeant({ words, text }: Reading, i: number, named: ReadonlySet<string>): boolean {
  const word = words[i]!;
  const torn = isTorn(words, i);
  if (torn && /^(学院|大学)/.test(text.slice(word.end, word.end + 2))) return false;
  // 光|华科|技股份
  const next = words[i + 1];
  if (torn && word.text.length === 2 && next?.kinds === Kind.unknown && next.begin === word.end) return false;
  if (!isWeakUniversityName(word.text)) return !/^(门|荒|坡|路|街)/.test(text.slice(word.end, word.end + 1));
  if (word.kinds & (Kind.verb | Kind.function | Kind.noun | Kind.department)) {
    if (!/^(教授|校长|校区|研究院|校友)/.test(text.slice(word.end, word.end + 3))) return false;
  }
  const neighbour = words[i - 1]?.text === "、" ? words[i - 2] : words[i + 1]?.text === "、" ? words[i + 2] : undefined;
  if (neighbour !== undefined && neighbour.kinds & Kind.university) return true;
  return UNIVERSITY_BESIDE.test(text.slice(word.end, word.end + 3)) || named.has(word.text);
}

function isCompanyMeant(text: string, { begin, end, text: name }: Word): boolean {
  if (!WEAK_COMPANY.test(name)) return true;
  if (
    COMPANY_BESIDE.test(text.slice(end, end + 2)) &&
    /[、,。:;和与及等由“(]$|^$|联合|引进|企业|公司|包括/.test(text.slice(Math.max(0, begin - 2), begin))
  )
    return true;
  return false;
}

/** 中央 is the committee in 党中央 and 中央、省委; in 中央财政 and 中央、省、市 it is a level. */
function isAuthorityMeant({ text, words }: Reading, i: number): boolean {
  const { text: name, begin, end } = words[i]!;
  if (name === "中央")
    return (
      /^(、(省|市|自治区)委|和省委|关于|决定|决策|部署)/.test(text.slice(end, end + 4)) &&
      !/^、省[、和]/.test(text.slice(end, end + 3))
    );
  if (name === "农业银行" || name === "基金委") return begin >= 0;
  return true;
}

export const knownName: EntityRule = {
  id: "known-name",
  finds:
    "A university, academy, institute, laboratory, company or ministry that the dictionaries hold, by any of its names.",
  examples: [
    {
      text: "与西电、哈工大、中科院大连化物所签订协议。",
      finds: [
        "University 西安电子科技大学",
        "University 哈尔滨工业大学",
        "ResearchInstitute 中国科学院大连化学物理研究所",
        "ResearchInstitute 中国科学院",
      ],
    },
    {
      text: "华为、比亚迪等企业参加,工信部批复。",
      finds: ["Company 华为技术有限公司", "Company 比亚迪股份有限公司", "Government 中华人民共和国工业和信息化部"],
    },
    {
      text: "实施重大项目,打开北大门,理想的苹果基地。",
      not: ["University 重庆大学", "University 北京大学", "Company 苹果公司"],
    },
    { text: "争取中央、省、市财政资金。", not: ["Government 中国共产党中央委员会"] },
  ],
  run: addKnown,
};
