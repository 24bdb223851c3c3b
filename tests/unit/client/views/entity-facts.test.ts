import { describe, expect, test } from "vitest";

import { isShortName, kindOf, propertyText, shortName } from "../../../../client/src/views/entity/entity-facts.ts";
import { matchText } from "../../../../client/src/views/search/match-text.ts";

describe("a short name", () => {
  test("is the name with characters left out", () => {
    expect(isShortName("浙江大学", "浙大")).toBe(true);
    expect(isShortName("杭州电子科技大学", "杭电")).toBe(true);
    expect(isShortName("绍兴文理学院", "绍兴大学")).toBe(false);
    expect(isShortName("浙江大学", "浙江大学")).toBe(false);
    expect(isShortName("新昌县", "新")).toBe(false);
  });

  test("is the shortest of the names that are", () => {
    expect(shortName({ name: "上海交通大学", aliases: ["上海交大", "交大", "SJTU"] })).toBe("交大");
    expect(shortName({ name: "绍兴文理学院", aliases: ["绍兴大学"] })).toBeUndefined();
  });
});

test("a region is called by its level, all else by its type", () => {
  expect(kindOf({ type: "Region", level: "county" })).toBe("区县");
  expect(kindOf({ type: "University" })).toBe("高校");
});

test("a match says why it is one", () => {
  const entity = { name: "浙江大学" };
  expect(matchText(entity, { kind: "alias", text: "浙大" })).toBe("简称 浙大");
  expect(matchText(entity, { kind: "alias", text: "求是书院" })).toBe("又称 求是书院");
  expect(matchText(entity, { kind: "initials", text: "zjdx" })).toBe("首字母 zjdx");
  expect(matchText(entity, { kind: "name", text: "浙江大学" })).toBe("名称相符");
});

test("values of properties read as text", () => {
  expect(propertyText(["集成电路", "新材料"])).toBe("集成电路、新材料");
  expect(propertyText(1234.5)).toBe("1,234.5");
});
