import { afterEach, expect, test } from "vitest";

import { ENTITY_TYPE_NAMES, RELATION_TYPE_NAMES } from "../../../../server/contract/ontology.ts";
import {
  DEFAULT_LOCALE,
  entityTypeName,
  entityTypePlural,
  locale,
  messages,
  relationName,
} from "../../../../client/src/i18n/index.ts";

afterEach(() => {
  locale.value = DEFAULT_LOCALE;
});

test("Chinese is what the explorer speaks until another language is chosen", () => {
  expect(messages.value.app.name).toBe("科创图谱");
  expect(entityTypeName("University")).toBe("高校");
  locale.value = "en";
  expect(messages.value.app.name).toBe("Innovation Atlas");
  expect(entityTypePlural("University")).toBe("Universities");
});

test("a relation has a name from either end", () => {
  expect(relationName("LOCATED_IN")).toBe("位于");
  expect(relationName("LOCATED_IN", "in")).toBe("辖内有");
});

test("every type has a name in every language", () => {
  for (const language of ["zh-CN", "en", "pseudo"] as const) {
    locale.value = language;
    for (const type of ENTITY_TYPE_NAMES) expect(entityTypeName(type)).not.toBe("");
    for (const type of RELATION_TYPE_NAMES) expect(relationName(type, "in")).not.toBe("");
  }
});
