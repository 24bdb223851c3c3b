/** The ready questions about gaps: what is on each list, why, and what was looked at. */
import { describe, expect, test } from "vitest";

import { GapsRequest } from "../../../server/contract/index.ts";
import type { GapQuestion, GapsAnswer } from "../../../server/contract/index.ts";
import { aDocumentGraph, aRegion, aUniversity, anEntity, anInstitute, relationOf } from "../../support/builders.ts";
import type { FactSpec } from "../../support/builders.ts";
import type { OpenStore } from "../graph-store.ts";
import { sharedStore } from "./shared-store.ts";

const zhejiang = aRegion("浙江省", "province", { code: "330000" });
const shaoxing = aRegion("绍兴市", "city", { code: "330600" });
const jiaxing = aRegion("嘉兴市", "city", { code: "330400" });
const ningbo = aRegion("宁波市", "city", { code: "330200" });
const hangzhou = aRegion("杭州市", "city", { code: "330100" });
const xinchang = aRegion("新昌县", "county", { code: "330624" });
const zhuji = aRegion("诸暨市", "county", { code: "330681" });
const shangyu = aRegion("上虞区", "county", { code: "330604" });

const zju = aUniversity("浙江大学");
const bit = aUniversity("北京理工大学");
const fudan = aUniversity("复旦大学");
const zone = (name: string) => anEntity({ type: "HighTechZone", name });
const [xinchangZone, zhujiZone, shangyuZone] = [zone("新昌高新区"), zone("诸暨高新区"), zone("上虞高新区")];
const lab = anEntity({ type: "Laboratory", name: "天姥实验室" });
const plannedInstitute = anInstitute("复旦大学上虞研究院");
const own = anInstitute("诸暨纺织研究所");
const bitInstitute = anInstitute("北京理工大学长三角研究院");
const equipment = anEntity({ type: "Industry", name: "智能装备" });
const flying = anEntity({ type: "Industry", name: "低空经济" });
const chips = anEntity({ type: "Industry", name: "集成电路" });

const hasZone: FactSpec = [zhujiZone, "LOCATED_IN", zhuji];
const plan: FactSpec = [plannedInstitute, "CO_BUILT_WITH", fudan, { status: "planned", date: "2021" }];
const planPlace: FactSpec = [plannedInstitute, "LOCATED_IN", shangyu, { status: "planned", date: "2021" }];
const bitWithJiaxing: FactSpec = [bitInstitute, "CO_BUILT_WITH", bit];
const bitPlace: FactSpec = [bitInstitute, "LOCATED_IN", jiaxing];
const bitWithNingbo: FactSpec = [bit, "PARTNERS_WITH", ningbo];
const focus: FactSpec = [xinchang, "FOCUSES_ON", flying];

const FACTS: readonly FactSpec[] = [
  hasZone,
  [xinchangZone, "LOCATED_IN", xinchang],
  [shangyuZone, "LOCATED_IN", shangyu],
  // Built with nobody: no partner.
  [own, "LOCATED_IN", zhuji],
  [lab, "CO_BUILT_WITH", zju],
  [lab, "LOCATED_IN", xinchang],
  [lab, "FOCUSES_ON", equipment],
  plan,
  planPlace,
  bitWithJiaxing,
  bitPlace,
  bitWithNingbo,
  [fudan, "PARTNERS_WITH", jiaxing],
  [zju, "PARTNERS_WITH", jiaxing],
  [zju, "PARTNERS_WITH", shaoxing],
  [xinchang, "FOCUSES_ON", equipment],
  focus,
  [jiaxing, "FOCUSES_ON", chips],
  [shaoxing, "PART_OF", zhejiang],
];

export function specifyGaps(open: OpenStore): void {
  const shared = sharedStore(open, () => [
    aDocumentGraph({ origin: "facts", date: "2020", facts: FACTS, entities: [hangzhou] }),
    aDocumentGraph({ origin: "later", date: "2023", facts: [[plannedInstitute, "FOCUSES_ON", chips]] }),
  ]);
  const ask = (question: GapQuestion, request: Record<string, unknown> = {}) =>
    shared.store.gaps(question, GapsRequest.parse(request));

  describe("districts with a zone and no co-built body", () => {
    test("each with its zones, what is only planned, and who beside has one", async () => {
      const answer = await ask("zone-without-body", { region: shaoxing.id });
      expect(listed(answer)).toEqual(["上虞区", "诸暨市"]);
      expect(answer).toMatchObject({ considered: 3, total: 2, asked: { bodies: ["ResearchInstitute", "Laboratory"] } });
      expect(reasons(answer, "诸暨市")).toEqual({ "has-zone": ["诸暨高新区"], "near-has": ["新昌县"] });
      expect(reasons(answer, "上虞区")).toEqual({
        "has-zone": ["上虞高新区"],
        "only-planned": ["复旦大学上虞研究院"],
        "near-has": ["新昌县"],
      });
      const item = answer.items.find(({ subject }) => subject.id === zhuji.id);
      expect(item?.reasons[0]?.relations).toEqual([relationOf(hasZone)]);
    });

    test("what is planned fills the gap where it is to count; other types can be asked for", async () => {
      expect(listed(await ask("zone-without-body", { planned: "counts" }))).toEqual(["诸暨市"]);
      expect(listed(await ask("zone-without-body", { bodies: "ResearchInstitute" }))).toEqual([
        "上虞区",
        "新昌县",
        "诸暨市",
      ]);
      expect((await ask("zone-without-body", { region: jiaxing.id })).considered).toBe(0);
    });

    test("are what a query finds", async () => {
      const { rows } = await shared.store.query({
        cypher: `MATCH (z:HighTechZone)-[:LOCATED_IN]->(c:County)
                 WHERE NOT EXISTS {
                   MATCH (c)<-[l:LOCATED_IN]-(b)-[r:CO_BUILT_WITH]->(:Entity)
                   WHERE (b:ResearchInstitute OR b:Laboratory) AND l.status = 'existing' AND r.status = 'existing'
                 }
                 RETURN DISTINCT c.name AS name ORDER BY name`,
        parameters: {},
        maxRows: 100,
        timeoutMs: 20_000,
      });
      expect(listed(await ask("zone-without-body")).toSorted()).toEqual(rows.flat().toSorted());
    });
  });

  describe("universities of the peers", () => {
    test("that work with all of them and not with us", async () => {
      const answer = await ask("university-absent", { region: shaoxing.id });
      // 杭州市 has nothing to compare.
      expect(answer.asked.peers.map(({ name }) => name).toSorted()).toEqual(["嘉兴市", "宁波市"].toSorted());
      expect(listed(answer)).toEqual(["北京理工大学"]);
      expect(answer).toMatchObject({ considered: 3, asked: { least: 2 }, byPeers: [1, 1] });
      const [first] = answer.items;
      expect(first?.about?.name).toBe("绍兴市");
      expect(first?.reasons.flatMap(({ relations }) => relations).toSorted()).toEqual(
        [bitWithJiaxing, bitPlace, bitWithNingbo].map(relationOf).toSorted(),
      );
    });

    test("or with so many of them; what is only planned with us is said", async () => {
      const answer = await ask("university-absent", { region: shaoxing.id, least: 1 });
      expect(listed(answer)).toEqual(["北京理工大学", "复旦大学"]);
      expect(reasons(answer, "复旦大学")).toEqual({ "peer-has": ["嘉兴市"], "only-planned": ["复旦大学上虞研究院"] });
      expect(listed(await ask("university-absent", { region: shaoxing.id, least: 1, planned: "counts" }))).toEqual([
        "北京理工大学",
      ]);
    });

    test("beside peers of one's own choice", async () => {
      const answer = await ask("university-absent", { region: shaoxing.id, peers: `${ningbo.id},${hangzhou.id}` });
      expect(answer.asked.peers.map(({ name }) => name)).toEqual(["宁波市", "杭州市"]);
      expect(listed(answer)).toEqual([]);
      expect(answer.byPeers).toEqual([1, 0]);
    });
  });

  test("fields that a district focuses on without a laboratory, and who elsewhere works on them", async () => {
    const answer = await ask("field-without-laboratory");
    expect(answer.considered).toBe(3);
    expect(answer.items.map(({ subject, about }) => [subject.name, about?.name])).toEqual([
      ["嘉兴市", "集成电路"],
      ["新昌县", "低空经济"],
    ]);
    expect(answer.items[1]?.reasons).toMatchObject([{ kind: "focuses", relations: [relationOf(focus)] }]);
    const wide = await ask("field-without-laboratory", { bodies: "Laboratory,ResearchInstitute" });
    expect(reasons(wide, "嘉兴市")).toEqual({ focuses: [], elsewhere: ["复旦大学上虞研究院"] });
    expect(listed(await ask("field-without-laboratory", { region: xinchang.id }))).toEqual(["新昌县"]);
  });

  test("plans that no later document confirms, one a body, oldest first", async () => {
    const answer = await ask("plan-unconfirmed", { region: shangyu.id });
    expect(listed(answer)).toEqual(["复旦大学上虞研究院"]);
    expect(answer.items[0]?.reasons.map(({ kind, count, date }) => [kind, count, date])).toEqual([
      ["planned", null, "2021"],
      // It was named again, and still nobody says that it is there; what else is said of it is told apart.
      ["named-later", 1, "2023"],
      ["exists-otherwise", 1, null],
    ]);
    expect(answer.items[0]?.reasons[0]?.relations.toSorted()).toEqual([plan, planPlace].map(relationOf).toSorted());
    expect(listed(await ask("plan-unconfirmed", { until: 2020 }))).toEqual([]);
    expect(listed(await ask("plan-unconfirmed", { region: jiaxing.id }))).toEqual([]);
  });

  test("a region beside its peers: counts of each, ours first, and where it is below half of them", async () => {
    const answer = await ask("beside-peers", { region: shaoxing.id, peers: `${jiaxing.id},${ningbo.id}` });
    expect(answer.compared).toEqual([shaoxing.id, jiaxing.id, ningbo.id]);
    const measure = (id: string) => answer.measures.find((own) => own.id === id);
    const numbers = (id: string) => measure(id)?.values.map(({ existing, planned }) => [existing, planned]);
    expect(numbers("universities")).toEqual([
      [1, 1],
      [3, 0],
      [1, 0],
    ]);
    expect(measure("universities")?.isGap).toBe(true);
    expect(numbers("laboratories")).toEqual([
      [1, 0],
      [0, 0],
      [0, 0],
    ]);
    expect(numbers("zones")?.[0]).toEqual([3, 0]);
    expect(measure("zones")?.isGap).toBe(false);
  });

  test("all questions in short, of the city that the documents say most of", async () => {
    const summary = await shared.store.gapsSummary({});
    expect(summary.region?.name).toBe("嘉兴市");
    const ours = await shared.store.gapsSummary({ region: shaoxing.id });
    for (const { question, total, considered } of ours.questions) {
      const answer = await ask(question, { region: shaoxing.id });
      expect([question, total, considered]).toEqual([question, answer.total, answer.considered]);
    }
  });

  test("a region that is not there is an error", async () => {
    await expect(ask("beside-peers", { region: "region-x" })).rejects.toMatchObject({ code: "entity_not_found" });
    await expect(ask("beside-peers", { region: shaoxing.id, peers: "x" })).rejects.toMatchObject({
      code: "entity_not_found",
    });
  });

  test("takes a fixed number of statements", async () => {
    for (const question of ["zone-without-body", "university-absent", "plan-unconfirmed", "beside-peers"] as const) {
      const statements = await shared.statementsOf(() => ask(question, { region: shaoxing.id }));
      expect(statements, question).toBeLessThanOrEqual(30);
    }
  });
}

const listed = ({ items }: GapsAnswer) => items.map(({ subject }) => subject.name);

/** Names by the kind of reason. */
function reasons(answer: GapsAnswer, subject: string): Record<string, string[]> {
  const item = answer.items.find((own) => own.subject.name === subject);
  return Object.fromEntries(
    (item?.reasons ?? []).map(({ kind, entities }) => [
      kind,
      entities.map(({ name }) => name).filter((name) => kind !== "peer-has" || name.endsWith("市")),
    ]),
  );
}
