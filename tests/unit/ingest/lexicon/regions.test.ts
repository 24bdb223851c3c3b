import { expect, test } from "vitest";

import {
  abbreviatedRegion,
  COMPOUND_REGIONS,
  findRegions,
  isCommonWord,
  isWithin,
  parentRegion,
  provinceOf,
  REGIONS,
} from "../../../../ingest/lexicon/index.ts";

const names = (word: string) => findRegions(word).map(({ name }) => name);

test("knows divisions by full and short name, the widest first", () => {
  expect(names("绍兴")).toEqual(["绍兴市"]);
  expect(names("吉林")).toEqual(["吉林省", "吉林市"]);
  expect(names("恩施")).toEqual(["恩施土家族苗族自治州", "恩施市"]);
  expect(names("景宁")).toEqual(["景宁畲族自治县"]);
});

test("gives every candidate for a name that several share", () => {
  const drumTowers = findRegions("鼓楼区").map((region) => provinceOf(region)?.name);
  expect(new Set(drumTowers)).toEqual(new Set(["江苏省", "福建省", "河南省"]));
});

test("has no area that bears a division's short name", () => {
  for (const name of ["陕西", "晋中", "陇南", "渝北", "渝中", "黔西"]) {
    expect(findRegions(name)[0]?.code, name).not.toBeNull();
  }
});

test("leads from a county to its city, its province, and no further", () => {
  const [county] = findRegions("新昌县");
  const city = parentRegion(county!);
  expect(city?.name).toBe("绍兴市");
  expect(parentRegion(city!)?.name).toBe("浙江省");
  expect(parentRegion(parentRegion(city!)!)).toBeUndefined();
  expect(parentRegion(findRegions("潜江市")[0]!)?.name).toBe("湖北省");
});

test("holds recent, abolished and far regions", () => {
  for (const name of ["临平区", "和康县", "江干区", "香港特别行政区", "台北市", "长三角", "新加坡"]) {
    expect(findRegions(name), name).not.toEqual([]);
  }
});

test("reads compounds and single characters", () => {
  expect(COMPOUND_REGIONS.get("沪嘉杭")?.map(({ name }) => name)).toEqual(["上海市", "嘉兴市", "杭州市"]);
  expect(abbreviatedRegion("甬")?.name).toBe("宁波市");
  for (const [word, regions] of COMPOUND_REGIONS) expect(regions.length, word).toBeGreaterThan(1);
});

test("marks short names that are everyday words", () => {
  expect(["合作", "会同", "资源", "西湖"].filter((name) => !isCommonWord(name))).toEqual([]);
  expect(["绍兴", "昆山"].filter(isCommonWord)).toEqual([]);
});

test("every division but a province lies in a province, and codes are unique", () => {
  const codes = REGIONS.flatMap(({ code }) => code ?? []);
  expect(new Set(codes).size).toBe(codes.length);
  for (const region of REGIONS) {
    if (region.code === null || region.level === "province") continue;
    const province = provinceOf(region);
    expect(province, region.name).toBeDefined();
    expect(isWithin(region, province!), region.name).toBe(true);
  }
});
