/** A server or engine that is killed while it imports loses nothing that it had acknowledged. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

import type { DocumentDetail, DocumentsPage, Health, ImportJob } from "../../server/contract/index.ts";
import { ServerProcess } from "../support/server-process.ts";

const CITIES = ["合肥", "苏州", "成都", "青岛", "武汉", "西安", "厦门", "长沙", "大连", "昆明"];
const UNIVERSITIES = ["浙江大学", "清华大学", "复旦大学", "天津大学", "南京大学", "山东大学"];
const DOCUMENTS = 60;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "atlas-crash-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ["the server", (server: ServerProcess) => server.end("SIGKILL")],
  ["the engine's process", async (server: ServerProcess) => void killChildren(server.pid)],
])("kill -9 of %s during an import", async (_, kill) => {
  const environment = { ATLAS_DATA: folder, ATLAS_BUNDLED_DATA: "no" };
  let acknowledged = 0;
  {
    await using server = await ServerProcess.start(environment);
    const job = await upload(server.url);
    for await (const { counts } of follow(server.url, job.id)) {
      acknowledged = counts.documents;
      if (acknowledged >= 5) break;
    }
    await kill(server);
  }

  await using server = await ServerProcess.start(environment);
  const kept = await get<DocumentsPage>(server.url, "/api/documents?limit=500");
  expect(kept.total).toBeGreaterThanOrEqual(acknowledged);
  for (const { document } of kept.documents) {
    const { passages, relations } = await get<DocumentDetail>(server.url, `/api/documents/${document.id}`);
    expect([passages.length > 0, relations.length > 0], document.origin).toEqual([true, true]);
  }

  // Sent again, what was kept counts as unchanged and the rest is added; a third time changes nothing.
  const counts: Health["counts"][] = [];
  for (let round = 0; round < 2; round++) {
    const again = await upload(server.url);
    let last: ImportJob = again;
    for await (const job of follow(server.url, again.id)) last = job;
    expect([last.stage, last.error]).toEqual(["done", null]);
    counts.push((await get<Health>(server.url, "/api/health")).counts);
  }
  expect(counts[0]?.documents).toBe(DOCUMENTS);
  expect(counts[1]).toEqual(counts[0]);
});

async function upload(url: string): Promise<ImportJob> {
  const form = new FormData();
  for (let i = 0; i < DOCUMENTS; i++) {
    const [city, university] = [CITIES[i % CITIES.length], UNIVERSITIES[i % UNIVERSITIES.length]];
    const text = `${city}市科技工作简报第${i}期\n\n${city}市与${university}共建${university}${city}研究院。全市有国家高新技术企业${i + 100}家。\n`;
    form.append("files", new File([text], `reports/${i}.txt`));
  }
  const response = await fetch(`${url}/api/imports`, { method: "POST", body: form });
  return (await response.json()) as ImportJob;
}

/** The import after every change, until it ends or the connection does. */
async function* follow(url: string, id: string): AsyncGenerator<ImportJob> {
  const response = await fetch(`${url}/api/imports/${id}/events`);
  let rest = "";
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) if (line.startsWith("data: ")) yield JSON.parse(line.slice("data: ".length)) as ImportJob;
  }
}

async function get<T>(url: string, path: string): Promise<T> {
  return (await (await fetch(`${url}${path}`)).json()) as T;
}

function killChildren(pid: number): void {
  const children = execFileSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" }).split("\n");
  for (const child of children.map(Number).filter((id) => id > 0)) {
    try {
      process.kill(child, "SIGKILL");
    } catch {
      // `ps` itself is in its own list and has ended.
    }
  }
}
