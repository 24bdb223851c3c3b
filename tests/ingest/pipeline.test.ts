/** The whole pipeline into the real embedded store: what goes in, goes in once, and can be taken out again. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { ingest, pairMappings } from "../../ingest/index.ts";
import type { IngestInput, IngestProgress } from "../../ingest/index.ts";
import type { ImportStage } from "../../server/contract/index.ts";
import { openStore } from "../../server/graph/index.ts";
import type { GraphStore } from "../../server/graph/index.ts";
import { utf8, zip } from "../support/sample-files.ts";

let folder: string;
let store: GraphStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "atlas-ingest-"));
  store = await openStore({ kind: "embedded", dataFolder: folder });
});

afterEach(async () => {
  await store[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const input = (origin: string, content: string | Uint8Array): IngestInput => ({
  origin,
  read: async () => (typeof content === "string" ? utf8(content) : content),
});

const COOPERATION =
  "# 绍兴市2021年科技工作总结\n\n2021年，绍兴市与浙江大学共建浙江大学绍兴研究院。全市新认定国家高新技术企业400家。";
const LABORATORY = "# 嘉兴市实验室简介\n\n南湖实验室位于嘉兴市南湖区，聚焦集成电路。";
const CSV = "名称,所在地\n鉴湖实验室,绍兴市\n天姥实验室,新昌县\n";
const MAPPING = JSON.stringify({
  entities: { lab: { type: "Laboratory", name: "名称" }, place: { type: "Region", name: "所在地" } },
  relations: [{ type: "LOCATED_IN", from: "lab", to: "place" }],
});
const TABLE: IngestInput = { ...input("labs.csv", CSV), mapping: MAPPING };

describe("running it", () => {
  test("once brings passages, entities, relations and observations, each with its evidence", async () => {
    const { counts, rejections } = await ingest([input("a.md", COOPERATION), TABLE], store);
    expect(rejections).toEqual([]);
    expect(counts).toMatchObject({ documents: 2, rejected: 0, unchanged: 0 });
    expect(await store.counts()).toEqual({
      documents: counts.documents,
      passages: counts.passages,
      entities: counts.entities,
      relations: counts.relations,
      observations: counts.observations,
    });

    const { results } = await store.search({ q: "浙大", type: "University", limit: 1 });
    const university = results[0]!.entity;
    expect(university.name).toBe("浙江大学");
    const { relations } = await store.neighbors(university.id, { limit: 25, relation: "CO_BUILT_WITH" });
    const { passages, from } = await store.relation(relations[0]!.id);
    expect(from.name).toBe("浙江大学绍兴研究院");
    const { passage, document } = passages[0]!;
    expect(document).toMatchObject({ origin: "a.md", title: "绍兴市2021年科技工作总结" });
    expect(COOPERATION.slice(passage.begin, passage.end)).toBe("2021年，绍兴市与浙江大学共建浙江大学绍兴研究院。");
  });

  test("twice changes nothing and writes nothing", async () => {
    const inputs = [input("a.md", COOPERATION), input("b.md", LABORATORY), TABLE];
    await ingest(inputs, store);
    const [counts, version] = [await store.counts(), await store.dataVersion()];
    expect((await ingest(inputs, store)).counts).toMatchObject({ documents: 0, unchanged: 3 });
    expect([await store.counts(), await store.dataVersion()]).toEqual([counts, version]);
  });

  test("in another order gives the same graph", async () => {
    const inputs = [input("a.md", COOPERATION), input("b.md", LABORATORY), TABLE];
    await ingest(inputs, store);
    const before = [await store.counts(), await store.documents({ limit: 50 })];
    for (const { origin } of await store.origins()) await store.forget(origin);
    await ingest([...inputs].reverse(), store);
    expect([await store.counts(), await store.documents({ limit: 50 })]).toEqual(before);
  });

  test("dry writes nothing and says what it would", async () => {
    const { counts } = await ingest([input("a.md", COOPERATION)], store, { dryRun: true });
    expect(counts).toMatchObject({ documents: 1 });
    expect(counts.relations).toBeGreaterThan(0);
    expect(await store.counts()).toEqual({ documents: 0, passages: 0, entities: 0, relations: 0, observations: 0 });
  });

  test("tells how far it is, stage by stage", async () => {
    const seen: IngestProgress[] = [];
    await ingest([input("a.md", COOPERATION), TABLE], store, { onProgress: (progress) => seen.push(progress) });
    const stages: ImportStage[] = ["read", "extract", "load"];
    expect(seen.map(({ origin, stage }) => [origin, stage])).toEqual([
      ...stages.map((stage) => ["a.md", stage]),
      ...stages.map((stage) => ["labs.csv", stage]),
      ["", "resolve"],
    ]);
    const fractions = seen.map(({ fraction }) => fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect([fractions[0], fractions[3], fractions.at(-1)]).toEqual([0, 0.5, 1]);
  });

  test("stops when it is told to, between two documents", async () => {
    const stop = new AbortController();
    const inputs = [input("a.md", COOPERATION), input("b.md", LABORATORY)];
    const onProgress = ({ origin }: IngestProgress) => origin === "b.md" && stop.abort();
    await expect(ingest(inputs, store, { signal: stop.signal, onProgress })).rejects.toThrow();
    expect((await store.origins()).map(({ origin }) => origin)).toEqual(expect.not.arrayContaining(["b.md"]));
  });
});

describe("what changed", () => {
  test("replaces what its old version said", async () => {
    await ingest([input("a.md", COOPERATION), input("b.md", LABORATORY)], store);
    const { counts } = await ingest(
      [input("a.md", "# 简介\n\n鉴湖实验室位于绍兴市。"), input("b.md", LABORATORY)],
      store,
    );
    expect(counts).toMatchObject({ documents: 1, unchanged: 1 });
    expect(
      (await store.search({ q: "浙江大学绍兴研究院", limit: 5 })).results.map(({ entity }) => entity.name),
    ).not.toContain("浙江大学绍兴研究院");
    expect((await store.search({ q: "鉴湖实验室", limit: 5 })).results.map(({ entity }) => entity.name)).toContain(
      "鉴湖实验室",
    );
    expect((await store.counts()).documents).toBe(2);
  });

  test("in the mapping of a table reads the table again", async () => {
    await ingest([TABLE], store);
    const { counts } = await ingest(
      [{ ...TABLE, mapping: MAPPING.replace('"entities"', '"title":"名录","entities"') }],
      store,
    );
    expect(counts).toMatchObject({ documents: 1, unchanged: 0 });
    expect((await store.documents({ limit: 5 })).documents.map(({ document }) => document.title)).toEqual(["名录"]);
  });

  test("what was forgotten is gone with all that only it said", async () => {
    await ingest([input("a.md", COOPERATION), input("b.md", LABORATORY)], store);
    expect(await store.forget("a.md")).toBe(true);
    await ingest([input("b.md", LABORATORY)], store);
    expect((await store.search({ q: "浙江大学", limit: 5 })).total).toBe(0);
  });
});

describe("the same bytes under another origin", () => {
  test("are reported and are no second source", async () => {
    const { counts, duplicates } = await ingest([input("a.md", COOPERATION), input("copy.md", COOPERATION)], store);
    expect(counts).toMatchObject({ documents: 1, unchanged: 1 });
    expect(duplicates).toEqual([{ origin: "copy.md", sameAs: "a.md" }]);
    expect((await store.origins()).map(({ origin }) => origin)).toEqual(["a.md"]);
  });

  test("are taken when the other origin says something else now", async () => {
    await ingest([input("a.md", COOPERATION)], store);
    const { counts, duplicates } = await ingest([input("copy.md", COOPERATION), input("a.md", LABORATORY)], store);
    expect(counts).toMatchObject({ documents: 2, unchanged: 0 });
    expect(duplicates).toEqual([]);
    expect((await store.origins()).map(({ origin }) => origin)).toEqual(["a.md", "copy.md"]);
  });
});

describe("bad input", () => {
  const BAD: readonly [string, IngestInput, string][] = [
    [
      "a binary file",
      input(
        "a.txt",
        Uint8Array.from({ length: 600 }, (_, i) => i % 256),
      ),
      "unreadable_document",
    ],
    ["an empty file", input("b.txt", ""), "empty_document"],
    ["a file of an unknown format", input("c.exe", "MZ"), "unreadable_document"],
    ["a text of 50 MB", input("d.txt", new Uint8Array(50 * 1_048_576).fill(0x61)), "too_large"],
    ["a table without a mapping", input("e.csv", CSV), "invalid_mapping"],
    [
      "a mapping that names a missing column",
      { ...TABLE, origin: "f.csv", mapping: MAPPING.replace("所在地", "地点") },
      "invalid_mapping",
    ],
    ["a mapping without its table", input("g.mapping.json", MAPPING), "invalid_mapping"],
    ["a broken archive", input("h.zip", utf8("PK\u0003\u0004 and no more")), "unreadable_document"],
  ];

  test("is reported one by one, and the rest goes in", async () => {
    const { counts, rejections } = await ingest([...BAD.map(([, bad]) => bad), input("good.md", COOPERATION)], store);
    expect(rejections.map(({ origin, code }) => [origin, code])).toEqual(
      BAD.map(([, { origin }, code]) => [origin, code]),
    );
    for (const { message } of rejections) expect(message).toMatch(/\.$/);
    expect(counts).toMatchObject({ documents: 1, rejected: BAD.length });
    expect((await store.counts()).documents).toBe(1);
  });

  test.each(BAD)("%s ends a strict run", async (_name, bad, code) => {
    await expect(ingest([input("first.md", LABORATORY), bad], store, { strict: true })).rejects.toMatchObject({
      name: "RejectedError",
      code,
      rejection: { origin: bad.origin },
    });
    expect((await store.origins()).map(({ origin }) => origin)).toEqual(["first.md"]);
  });

  test("a bad row is reported by its number, the other rows go in", async () => {
    const { counts, rejections } = await ingest([{ ...TABLE, read: async () => utf8(`${CSV},\n甲,乙,丙\n`) }], store);
    expect(rejections.map(({ origin, place, code }) => [origin, place, code])).toEqual([
      ["labs.csv", "row 3", "invalid_row"],
    ]);
    expect(counts).toMatchObject({ documents: 1, passages: 2, relations: 2 });
  });

  test("text that was damaged before is reported at its place, and read", async () => {
    const text = "南湖实验室\uFFFD\uFFFD于嘉兴市。鉴湖实验室位于绍兴市。";
    const { counts, rejections } = await ingest([input("a.txt", text)], store);
    expect(rejections.map(({ place, code }) => [place, code])).toEqual([["characters 5-7", "damaged_text"]]);
    expect(counts).toMatchObject({ documents: 1 });
  });
});

test("an archive is a folder of what it holds, with tables beside their mappings", async () => {
  const archive = zip({
    "报告/a.md": COOPERATION,
    "labs.csv": CSV,
    "labs.mapping.json": MAPPING,
    "__MACOSX/._a.md": "x",
    "inner.zip": zip({ a: "x" }),
  });
  const { counts, rejections } = await ingest(pairMappings([{ origin: "all.zip", read: async () => archive }]), store);
  expect(counts).toMatchObject({ documents: 2, rejected: 1 });
  expect(rejections.map(({ origin, code }) => [origin, code])).toEqual([["all.zip/inner.zip", "unreadable_document"]]);
  expect((await store.origins()).map(({ origin }) => origin)).toEqual(["all.zip/labs.csv", "all.zip/报告/a.md"]);
});
