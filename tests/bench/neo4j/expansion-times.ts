/** One hop around an entity: our answer by HTTP beside the driver's own, and the page of a hub beside that of anybody. */
import neo4j from "neo4j-driver";
import type { Driver } from "neo4j-driver";

import type { Neo4jAccess } from "../../support/neo4j-server.ts";
import { cpuMs, median } from "../measure.ts";
import type { Figure } from "../suite.ts";
import { Client } from "./api-times.ts";
import { processCpuMs } from "./jvm.ts";

const ONE_HOP = "MATCH (e:Entity {id: $id})-[r]-(n:Entity) RETURN e, r, n";
const ROUNDS = 5;

export interface ExpansionOptions {
  readonly requests: number;
  /** Of the server and the explorer, whose processor time counts beside our own. */
  readonly pids: readonly number[];
  readonly say: (what: string) => void;
}

export async function timeExpansion(
  url: string,
  access: Neo4jAccess,
  { requests, pids, say }: ExpansionOptions,
): Promise<readonly Figure[]> {
  const driver = neo4j.driver(access.uri, neo4j.auth.basic(access.user, access.password), {
    disableLosslessIntegers: true,
  });
  const figures: Figure[] = [];
  const ids = await idsOfDegree(driver, 10);
  for (const concurrency of [1, 32]) {
    say(`one hop, ${concurrency} at a time`);
    using client = new Client(url, concurrency);
    const http = (n: number) => client.ask(`/api/entities/${encodeURIComponent(ids[n % ids.length]!)}/neighbors`);
    const bare = (n: number) => askDriver(driver, ids[n % ids.length]!);
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (const warm of [http, bare]) await inTurn(warm, requests, concurrency);
    // In turn, so that whatever else the machine does falls on both.
    let [ourCpu, theirCpu] = [0, 0];
    for (let round = 0; round < ROUNDS; round += 1) {
      ourCpu += await cpuOf(pids, async () => ours.push(...(await inTurn(http, requests, concurrency))));
      theirCpu += await cpuOf(pids, async () => theirs.push(...(await inTurn(bare, requests, concurrency))));
    }
    figures.push({
      what: `one hop by HTTP, ${concurrency} at a time, p50`,
      value: median(ours),
      unit: "ms",
      baseline: { name: "the driver alone", value: median(theirs) },
      target: { atMost: 1.5 },
    });
    figures.push({
      what: `the same, ${concurrency} at a time, processor time of all processes`,
      value: ourCpu / ROUNDS / requests,
      unit: "ms",
      baseline: { name: "the driver alone", value: theirCpu / ROUNDS / requests },
    });
  }
  figures.push(...(await timeHub(url, driver, ids, say)));
  await driver.close();
  return figures;
}

async function timeHub(
  url: string,
  driver: Driver,
  ids: readonly string[],
  say: (what: string) => void,
): Promise<readonly Figure[]> {
  say("a hub");
  const { records } = await driver.executeQuery(
    "MATCH (e:Industry) WHERE e.degree >= 0 RETURN e.id AS id, e.degree AS degree ORDER BY degree DESC LIMIT 1",
  );
  const [hub, degree] = [records[0]!.get("id") as string, records[0]!.get("degree") as number];
  using client = new Client(url, 1);
  const page = async (id: string) => {
    const begin = performance.now();
    await client.ask(`/api/entities/${encodeURIComponent(id)}/neighbors`);
    return performance.now() - begin;
  };
  const first = await page(hub);
  const [ofHub, ofAny]: [number[], number[]] = [[], []];
  for (let round = 0; round < 40; round += 1) {
    ofHub.push(await page(hub));
    ofAny.push(await page(ids[round % ids.length]!));
  }
  const baseline = { name: "an entity with 10", value: median(ofAny) };
  const of = `first page and counts of ${degree.toLocaleString("en-GB")} neighbours`;
  const target = { atMost: 10, words: "< 10" };
  return [
    { what: `${of}, first time since the data changed`, value: first, unit: "ms", baseline, target },
    { what: `${of}, from then on`, value: median(ofHub), unit: "ms", baseline, target },
  ];
}

async function idsOfDegree(driver: Driver, degree: number): Promise<readonly string[]> {
  const { records } = await driver.executeQuery(
    "MATCH (e:ResearchInstitute) WHERE e.degree = $degree RETURN e.id AS id LIMIT 200 UNION MATCH (e:Company) WHERE e.degree = $degree RETURN e.id AS id LIMIT 200 UNION MATCH (e:Laboratory) WHERE e.degree = $degree RETURN e.id AS id LIMIT 200",
    { degree: neo4j.int(degree) },
  );
  if (records.length > 0) return records.map((record) => record.get("id") as string);
  return idsOfDegree(driver, degree - 1);
}

async function askDriver(driver: Driver, id: string): Promise<unknown> {
  const session = driver.session({ defaultAccessMode: neo4j.session.READ });
  try {
    const { records } = await session.executeRead((tx) => tx.run(ONE_HOP, { id }));
    return records.map((record) => record.toObject());
  } finally {
    await session.close();
  }
}

async function cpuOf(pids: readonly number[], work: () => Promise<unknown>): Promise<number> {
  const others = () => pids.reduce((sum, pid) => sum + (processCpuMs(pid) ?? 0), 0);
  const before = others();
  return (await cpuMs(work)) + others() - before;
}

/** Milliseconds of each of so many calls, so many of them under way at a time. */
async function inTurn(ask: (n: number) => Promise<unknown>, count: number, concurrency: number): Promise<number[]> {
  const taken: number[] = [];
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const n = next++;
      const begin = performance.now();
      await ask(n);
      taken.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return taken;
}
