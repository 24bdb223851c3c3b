/** The gold itself: that every file keeps the rules that can be checked without reading Chinese. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";

import { GOLDEN_SETS, readGoldenSet } from "../../ingest/evaluate/golden-sets.ts";
import { NameBook, fold, namesOf } from "../../ingest/evaluate/names.ts";
import { canRelate } from "../../server/contract/index.ts";

const root = resolve(import.meta.dirname, "../..");
const sets = GOLDEN_SETS.filter((set) => set !== "seeds");
const documents = (await Promise.all(sets.map((set) => readGoldenSet(set, root)))).flatMap((set) => set ?? []);

describe.each(documents)("$gold.doc", ({ path, gold }) => {
  const book = new NameBook(gold.entities);
  const known = new Set(gold.entities.flatMap((entity) => [...namesOf(entity)]));

  test("no form of a name is shared by two entities", () => {
    const forms = gold.entities.flatMap((entity) => [...namesOf(entity)]);
    expect(forms.filter((form, at) => forms.indexOf(form) !== at)).toEqual([]);
  });

  test("regions have a level, and the document's region is one of them", () => {
    expect(gold.entities.filter(({ type, level }) => (type === "Region") !== (level !== undefined))).toEqual([]);
    expect(book.typeFor(gold.region)).toBe("Region");
  });

  test("every end and every subject is an entity of the file", () => {
    const ends = [
      ...gold.relations.flatMap(({ from, to }) => [from, to]),
      ...gold.observations.map(({ region }) => region),
    ];
    expect(ends.filter((end) => !known.has(fold(end)))).toEqual([]);
  });

  test("the schema allows every relation, and none is said twice", () => {
    const refused = gold.relations.filter(
      ({ type, from, to }) => !canRelate(type, book.typeFor(from)!, book.typeFor(to)!),
    );
    expect(refused).toEqual([]);
    const keys = gold.relations.map(({ type, from, to }) => `${type} ${fold(from)} ${fold(to)}`);
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  test("every statement has its sentence, as it stands in the document", () => {
    const text = plain(readFileSync(path, "utf8"));
    const statements = [...gold.relations, ...gold.observations];
    expect(statements.filter(({ evidence }) => evidence === "" || !text.includes(plain(evidence)))).toEqual([]);
  });
});

/** Without markup and spaces, which a reader may change. */
function plain(text: string): string {
  return text.replaceAll(/<[^>]*>|&\w+;|\s/g, "");
}
