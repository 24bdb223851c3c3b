/** Search finds what people type: names, short names, pinyin, initials, and what is nearly right. */
import { describe, expect, test } from "vitest";

import type { EntityType } from "../../../server/contract/index.ts";
import { aCompany, aDocumentGraph, anInstitute, aRegion, aUniversity } from "../../support/builders.ts";
import type { FactSpec } from "../../support/builders.ts";
import type { OpenStore } from "../graph-store.ts";
import { sharedStore } from "./shared-store.ts";

const zju = aUniversity("浙江大学", { aliases: ["浙大", "Zhejiang University"] });
const zjut = aUniversity("浙江工业大学", { aliases: [] });
const hdu = aUniversity("杭州电子科技大学", { aliases: ["杭电"] });
const cityCollege = aUniversity("浙大城市学院");
const zhejiang = aRegion("浙江省", "province", { aliases: ["浙江"] });
const yueqing = aRegion("乐清市", "county", { aliases: ["乐清"] });
const chongqing = aRegion("重庆市", "province", { aliases: ["重庆"] });
const shaoxing = aRegion("绍兴市", "city", { aliases: ["绍兴"] });
const institute = anInstitute("浙江大学(绍兴)研究院");
const company = aCompany("3M中国有限公司", { aliases: ["３Ｍ公司"] });
const lvdi = aCompany("绿地控股");

const ENTITIES = [zju, zjut, hdu, cityCollege, zhejiang, yueqing, chongqing, shaoxing, institute, company, lvdi];
/** 浙江大学 and 绍兴市 are better connected than the rest. */
const FACTS: readonly FactSpec[] = [
  [zju, "PARTNERS_WITH", shaoxing],
  [zju, "LOCATED_IN", zhejiang],
  [institute, "CO_BUILT_WITH", zju],
  [institute, "LOCATED_IN", shaoxing],
  [shaoxing, "PART_OF", zhejiang],
  [company, "PARTNERS_WITH", shaoxing],
];

export function specifySearch(open: OpenStore): void {
  const shared = sharedStore(open, () => [aDocumentGraph({ entities: ENTITIES, facts: FACTS })]);
  const search = async (q: string, type?: EntityType, limit = 10) => {
    const { results, total } = await shared.store.search({ q, limit, ...(type === undefined ? {} : { type }) });
    return { total, names: results.map(({ entity }) => entity.name), results };
  };
  const first = async (q: string) => {
    const [result] = (await search(q)).results;
    return result === undefined ? undefined : { name: result.entity.name, ...result.match };
  };

  describe("puts first, and says why", () => {
    for (const [q, expected] of Object.entries({
      浙江大学: { name: "浙江大学", kind: "name", text: "浙江大学", ranges: [[0, 4]] },
      浙大: { name: "浙江大学", kind: "alias", text: "浙大", ranges: [[0, 2]] },
      浙江: { name: "浙江省", kind: "alias", text: "浙江", ranges: [[0, 2]] },
      绍兴研究院: { name: "浙江大学(绍兴)研究院", kind: "name", text: "浙江大学(绍兴)研究院", ranges: [[5, 11]] },
      zjdx: { name: "浙江大学", kind: "initials", text: "zjdx", ranges: [[0, 4]] },
      zhejiangdaxue: { name: "浙江大学", kind: "pinyin", text: "zhe jiang da xue", ranges: [[0, 16]] },
      "Zhe Jiang Da Xue": { name: "浙江大学", kind: "pinyin", text: "zhe jiang da xue", ranges: [[0, 16]] },
      zhejiang: { name: "浙江省", kind: "pinyin", text: "zhe jiang", ranges: [[0, 9]] },
      浙江daxue: { name: "浙江大学", kind: "pinyin", text: "zhe jiang da xue", ranges: [[0, 16]] },
      hzdz: { name: "杭州电子科技大学", kind: "initials", text: "hzdzkjdx", ranges: [[0, 4]] },
      yueqing: { name: "乐清市", kind: "pinyin", text: "yue qing", ranges: [[0, 8]] },
      chongqing: { name: "重庆市", kind: "pinyin", text: "chong qing", ranges: [[0, 10]] },
      lvdi: { name: "绿地控股", kind: "pinyin", text: "lv di kong gu", ranges: [[0, 5]] },
      浙工大: {
        name: "浙江工业大学",
        kind: "fuzzy",
        text: "浙江工业大学",
        ranges: [
          [0, 1],
          [2, 3],
          [4, 5],
        ],
      },
      浙江太学: {
        name: "浙江大学",
        kind: "fuzzy",
        text: "浙江大学",
        ranges: [
          [0, 2],
          [3, 4],
        ],
      },
      浙江大: { name: "浙江大学", kind: "name", text: "浙江大学", ranges: [[0, 3]] },
      zhejiangdaxeu: { name: "浙江大学", kind: "fuzzy" },
      浙江大學: { name: "浙江大学", kind: "name", text: "浙江大学", ranges: [[0, 4]] },
      "浙 江　大 学": { name: "浙江大学", kind: "name", text: "浙江大学", ranges: [[0, 4]] },
      ＺＪＤＸ: { name: "浙江大学", kind: "initials", text: "zjdx", ranges: [[0, 4]] },
      "zhejiang university": { name: "浙江大学", kind: "alias", text: "Zhejiang University", ranges: [[0, 19]] },
      "3m公司": { name: "3M中国有限公司", kind: "alias", text: "３Ｍ公司", ranges: [[0, 4]] },
      "3M中国": { name: "3M中国有限公司", kind: "name", text: "3M中国有限公司", ranges: [[0, 4]] },
    })) {
      test(q, async () => expect(await first(q)).toMatchObject(expected));
    }
  });

  test("ranks exact names first, then the better connected", async () => {
    expect((await search("浙大")).names).toEqual(["浙江大学", "浙大城市学院"]);
    expect((await search("浙江")).names).toEqual(["浙江省", "浙江大学", "浙江大学(绍兴)研究院", "浙江工业大学"]);
  });

  test("finds by type, and counts what it leaves out", async () => {
    expect((await search("浙", "University")).names).toEqual(["浙江大学", "浙大城市学院", "浙江工业大学"]);
    const { names, total } = await search("浙", undefined, 2);
    expect(names).toHaveLength(2);
    expect(total).toBe(5);
  });

  test("begins a pinyin match at a syllable", async () => {
    expect((await search("gzhou")).total).toBe(0);
    expect((await search("dianzi")).names).toEqual(["杭州电子科技大学"]);
  });

  test("shows the best connected for an empty query, and nothing for nonsense", async () => {
    expect((await search("")).names.slice(0, 2)).toEqual(["绍兴市", "浙江大学"]);
    expect(await search("qqqqqq")).toMatchObject({ total: 0, names: [] });
    expect(await search("(*?[\\^$")).toMatchObject({ total: ENTITIES.length });
  });

  test("takes hostile queries for what they are", async () => {
    for (const q of ["' OR 1=1", '"}) DETACH DELETE n //', "~*:", "浙".repeat(200), "\u0000", "\ud800", "AND OR NOT"]) {
      await expect(search(q), q).resolves.toBeDefined();
    }
    expect((await shared.store.counts()).entities).toBe(ENTITIES.length);
  });

  test("asks the engine at most twice", async () => {
    await search("浙江");
    expect(await shared.statementsOf((store) => store.search({ q: "浙江", limit: 100 }))).toBeLessThanOrEqual(2);
  });

  test("follows writes", async () => {
    await using opened = await open();
    const { store } = opened;
    const found = async (q: string) => (await store.search({ q, limit: 10 })).results.map(({ entity }) => entity.name);
    expect(await found("浙大")).toEqual([]);
    await store.write(aDocumentGraph({ origin: "a", entities: [zju, zjut] }));
    expect(await found("zjdx")).toEqual(["浙江大学"]);
    await store.write(aDocumentGraph({ origin: "b", entities: [{ ...zjut, aliases: ["浙工大"] }] }));
    expect(await found("浙工大")).toEqual(["浙江工业大学"]);
    await store.forget("b");
    expect((await store.search({ q: "浙工大", limit: 5 })).results[0]?.match.kind).toBe("fuzzy");
    await store.forget("a");
    expect(await found("浙江")).toEqual([]);
  });
}
