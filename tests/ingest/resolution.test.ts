/** Names over many documents, in the real store: what it holds follows from its documents and the decisions alone. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { ingest, resolveStore, setDecisions } from "../../ingest/index.ts";
import type { IngestInput } from "../../ingest/index.ts";
import { openStore } from "../../server/graph/index.ts";
import type { GraphStore } from "../../server/graph/index.ts";
import { contentOf } from "../conformance/specs/shared-store.ts";
import { utf8 } from "../support/sample-files.ts";

let folder: string;
let store: GraphStore;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "atlas-names-"));
  store = await openStore({ kind: "embedded", dataFolder: folder });
});

afterEach(async () => {
  await store[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

const input = (origin: string, text: string): IngestInput => ({ origin, read: async () => utf8(text) });

const FULL = input(
  "full.md",
  "# 新昌县2024年工作总结\n\n新昌县推动浙江灵巧智能科技有限公司与浙江大学合作。绍兴国家高新区位于绍兴市。",
);
const SHORT = input(
  "short.md",
  "# 新昌县机器人产业\n\n新昌县引进灵巧智能公司等企业，灵巧智能公司与浙江理工大学签约合作。",
);
const ZONE = input(
  "zone.md",
  "# 绍兴市园区情况\n\n绍兴高新技术产业开发区位于绍兴市，绍兴高新技术产业开发区聚焦集成电路。",
);
const LAKE = input("lake.md", "# 绍兴市实验室\n\n鉴湖实验室位于绍兴市，聚焦现代纺织。");
const LABS = input("labs.md", "# 绍兴市实验室建设\n\n绍兴市建成鉴湖现代纺织实验室、鉴湖碳中和实验室。");
const ALL = [FULL, SHORT, ZONE, LAKE, LABS];

const namesOf = async (q: string) => (await store.search({ q, limit: 9 })).results.map(({ entity }) => entity.name);
const decide = async (...decisions: readonly object[]) => {
  await setDecisions(store, JSON.stringify(decisions), "decisions.json");
  return resolveStore(store);
};

describe("names of several documents", () => {
  test("are one entity, with every name and what each document says", async () => {
    const { names } = await ingest([FULL, SHORT], store);
    expect(names).toEqual({ merges: 1, doubts: 0 });
    const { results } = await store.search({ q: "灵巧智能", limit: 9 });
    expect(results.map(({ entity }) => entity.name)).toEqual(["浙江灵巧智能科技有限公司"]);
    const { entity, documents } = await store.entity(results[0]!.entity.id);
    expect(entity.aliases).toContain("灵巧智能公司");
    expect(documents).toBe(2);
    const { relations } = await store.neighbors(entity.id, { limit: 25, relation: "PARTNERS_WITH" });
    expect(relations).toHaveLength(2);
  });

  test("keep the reason in the graph", async () => {
    await ingest([FULL, SHORT], store);
    const { rows } = await store.query({
      cypher:
        "MATCH (:Company)-[s:STATED_IN]->(d:Document {origin: 'short.md'}) RETURN s.name AS name, s.reasons AS reasons",
      parameters: {},
      maxRows: 5,
      timeoutMs: 20_000,
    });
    expect(rows).toEqual([["浙江灵巧智能科技有限公司", ["company-short-name: 灵巧智能公司"]]]);
  });

  test("come apart again when the document goes that brought them together", async () => {
    await ingest([SHORT], store);
    const before = await contentOf(store);
    await ingest([FULL, SHORT], store);
    expect(await namesOf("灵巧智能公司")).toEqual(["浙江灵巧智能科技有限公司"]);
    await store.forget("full.md");
    await resolveStore(store);
    expect(await contentOf(store)).toEqual(before);
    expect(await namesOf("灵巧智能公司")).toEqual(["灵巧智能公司"]);
  });

  test("keep links to the name that went: they lead to the entity that it is now", async () => {
    await ingest([SHORT], store);
    const former = (await store.search({ q: "灵巧智能公司", limit: 1 })).results[0]!.entity.id;
    await ingest([FULL, SHORT], store);
    const { entity } = await store.entity(former);
    expect(entity.name).toBe("浙江灵巧智能科技有限公司");
    expect(entity.id).not.toBe(former);
    const { entities, missing } = await store.subgraph([former, entity.id, "nobody"]);
    expect([entities.map(({ id }) => id), missing]).toEqual([[entity.id], ["nobody"]]);
    await store.forget("full.md");
    await resolveStore(store);
    expect((await store.entity(former)).entity.id).toBe(former);
  });

  test("are resolved once: a second run writes nothing, and tells nothing new", async () => {
    await ingest(ALL, store);
    const version = await store.dataVersion();
    expect(await ingest(ALL, store)).toMatchObject({ names: null, counts: { documents: 0 } });
    expect((await resolveStore(store)).rewritten).toBe(0);
    expect(await store.dataVersion()).toBe(version);
  });

  test("are resolved by the next run where one was cut short before", async () => {
    await ingest([FULL, SHORT], store);
    const expected = await contentOf(store);
    await store.setNote("resolved", "cut short");
    const said = await store.documentGraphs((await store.origins()).map(({ id }) => id));
    await store.writeMany(said);
    expect(await contentOf(store)).not.toEqual(expected);
    expect((await ingest([FULL], store)).counts.unchanged).toBe(1);
    expect(await contentOf(store)).toEqual(expected);
  });
});

describe("decisions", () => {
  test("bring together what was in doubt, and are undone by taking them back", async () => {
    await ingest([LAKE, LABS], store);
    const before = await contentOf(store);
    expect((await resolveStore(store)).doubts.map(({ kind }) => kind)).toEqual(["part-of-name"]);
    const { doubts, rewritten } = await decide({
      decide: "same",
      type: "Laboratory",
      names: ["鉴湖现代纺织实验室", "鉴湖实验室"],
    });
    expect([doubts, rewritten]).toEqual([[], 1]);
    expect(await namesOf("鉴湖实验室")).toEqual(expect.arrayContaining(["鉴湖现代纺织实验室"]));
    await decide();
    expect(await contentOf(store)).toEqual(before);
  });

  test("take back what a rule brought together", async () => {
    await ingest([FULL, ZONE], store);
    expect(await namesOf("绍兴高新")).toEqual(["绍兴高新技术产业开发区"]);
    await decide({ decide: "different", type: "HighTechZone", names: ["绍兴国家高新区", "绍兴高新技术产业开发区"] });
    expect(new Set(await namesOf("绍兴高新"))).toEqual(new Set(["绍兴国家高新区", "绍兴高新技术产业开发区"]));
  });

  test("separate a name that a document took for another's, with what is said by that name alone", async () => {
    const text =
      "# 南昌市高校工作\n\n南昌市与南京大学签约合作。南大与江西铜业集团有限公司签约合作。南大与南京大学共建研究院。";
    await ingest([input("jiangxi/a.md", text)], store);
    const partners = async (name: string) => {
      const { results } = await store.search({ q: name, type: "University", limit: 1 });
      const { entities } = await store.neighbors(results[0]!.entity.id, { limit: 25, relation: "PARTNERS_WITH" });
      return entities.map((entity) => entity.name).sort();
    };
    expect(await partners("南京大学")).toEqual(["南昌市", "江西铜业集团有限公司"]);
    await decide(
      { decide: "different", type: "University", names: ["南京大学", "南大"], documents: ["jiangxi"] },
      { decide: "same", type: "University", names: ["南昌大学", "南大"], documents: ["jiangxi"] },
    );
    expect(await partners("南京大学")).toEqual(["南昌市"]);
    expect(await partners("南昌大学")).toEqual(["江西铜业集团有限公司"]);
  });

  test("change a type; what the schema does not allow of it is left out, and comes back", async () => {
    await ingest([FULL, SHORT], store);
    const before = await contentOf(store);
    const { unused } = await decide({
      decide: "type",
      type: "Company",
      name: "浙江灵巧智能科技有限公司",
      to: "Programme",
    });
    expect(unused).toEqual([]);
    const { results } = await store.search({ q: "灵巧智能", type: "Programme", limit: 9 });
    expect(results.map(({ entity }) => [entity.name, entity.degree])).toEqual([["浙江灵巧智能科技有限公司", 0]]);
    await decide();
    expect(await contentOf(store)).toEqual(before);
  });

  test("rename", async () => {
    await ingest([ZONE], store);
    await decide({ decide: "rename", type: "HighTechZone", name: "绍兴高新技术产业开发区", to: "绍兴滨海新区" });
    expect(await namesOf("绍兴高新技术产业开发区")).toEqual(["绍兴滨海新区"]);
  });

  test("that cannot be used change nothing", async () => {
    await decide({ decide: "rename", type: "Company", name: "甲", to: "乙" });
    await expect(
      decide(
        { decide: "rename", type: "Company", name: "甲", to: "甲" },
        { decide: "same", type: "Company", names: ["甲"] },
      ),
    ).rejects.toThrow(/decision 2, names/);
    expect(JSON.parse((await store.note("decisions"))!)).toHaveLength(1);
  });
});

describe("the graph", () => {
  const DECISIONS: readonly object[] = [
    { decide: "same", type: "Laboratory", names: ["鉴湖现代纺织实验室", "鉴湖实验室"] },
    { decide: "different", type: "HighTechZone", names: ["绍兴国家高新区", "绍兴高新技术产业开发区"] },
    { decide: "rename", type: "Company", name: "灵巧智能公司", to: "灵巧智能" },
    { decide: "type", type: "Laboratory", name: "鉴湖碳中和实验室", to: "ResearchInstitute" },
  ];
  const steps = fc.array(
    fc.oneof(
      fc.record({ step: fc.constant("ingest" as const), which: fc.subarray([...ALL], { minLength: 1 }) }),
      fc.record({ step: fc.constant("forget" as const), which: fc.subarray([...ALL], { minLength: 1, maxLength: 2 }) }),
      fc.record({ step: fc.constant("decide" as const), decisions: fc.subarray([...DECISIONS]) }),
      fc.record({ step: fc.constant("replace" as const), which: fc.constantFrom(...ALL), by: fc.constantFrom(...ALL) }),
    ),
    { maxLength: 4 },
  );

  test("is a function of its documents and the decisions, whatever their order", { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(steps, fc.subarray([...DECISIONS]), fc.shuffledSubarray([...ALL]), async (way, last, kept) => {
        await empty();
        await setDecisions(store, JSON.stringify(last), "decisions.json");
        await ingest(
          [...kept].sort((a, b) => (a.origin < b.origin ? -1 : 1)),
          store,
        );
        const expected = await contentOf(store);

        await empty();
        for (const each of way) {
          if (each.step === "ingest") await ingest(each.which, store);
          else if (each.step === "decide") await decide(...each.decisions);
          else if (each.step === "replace") await ingest([{ ...each.by, origin: each.which.origin }], store);
          else for (const { origin } of each.which) await store.forget(origin);
        }
        for (const { origin } of await store.origins()) {
          if (!kept.some((each) => each.origin === origin)) await store.forget(origin);
        }
        let isLeftOut = false;
        for (const each of kept) isLeftOut = (await ingest([each], store)).duplicates.length > 0 || isLeftOut;
        // A copy of what another origin held was left out; now that this one is replaced, the next run takes it.
        if (isLeftOut) await ingest(kept, store);
        await decide(...[...last].reverse());
        expect(await contentOf(store)).toEqual(expected);
      }),
      {
        numRuns: 8,
        examples: [
          [[{ step: "replace", which: FULL, by: ZONE }], [], [ZONE, FULL]],
          [[{ step: "replace", which: ZONE, by: FULL }], [...DECISIONS], [FULL, ZONE, SHORT]],
        ],
      },
    );
  });

  async function empty(): Promise<void> {
    for (const { origin } of await store.origins()) await store.forget(origin);
    await setDecisions(store, "[]", "decisions.json");
    await resolveStore(store);
  }
});
