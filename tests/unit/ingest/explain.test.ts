/** An explanation tells what was found, by which rule, and what was left out and why; asking changes nothing. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

import { explain } from "../../../ingest/explain/explain.ts";
import { writeExplanation } from "../../../ingest/explain/write-explanation.ts";
import { extractText, listeningTo, parseMapping } from "../../../ingest/extract/index.ts";
import { readSource } from "../../../ingest/read/index.ts";
import type { Source, TextSource } from "../../../ingest/read/index.ts";

const read = async (origin: string, text: string): Promise<Source> =>
  (await readSource(new TextEncoder().encode(text), { origin })).source;

async function linesOf(text: string): Promise<readonly string[]> {
  return writeExplanation(explain(await read("a.md", text), undefined)).map((line) => line.trim());
}

describe("a text", () => {
  test("is told sentence by sentence, with rules", async () => {
    const lines = await linesOf(
      "# 绍兴市2021年科技工作总结\n\n2021年，绍兴市与浙江大学共建浙江大学绍兴研究院。全市新认定国家高新技术企业400家。\n",
    );
    expect(lines[1]).toMatch(/^region 绍兴市 330600 · date .* · reports on 2021/);
    expect(lines).toContain("+ ResearchInstitute 浙江大学绍兴研究院  [headed-name]");
    expect(lines).toContainEqual(
      expect.stringMatching(/^\+ CO_BUILT_WITH 浙江大学绍兴研究院 → 浙江大学, existing, .*\[co-built/),
    );
    expect(lines).toContain("+ 绍兴市: 新认定国家高新技术企业 400家, 2021, level  [metric]");
  });

  test.each<[string, string, RegExp]>([
    ["a kind of body", "绍兴市新增科技创新平台15家。", /^- 科技创新平台 {2}\[headed-name\]: /],
    ["a head alone", "绍兴市建成实验室、研究院和平台。", /^- 实验室 {2}\[headed-name\]: a head word alone$/],
    ["an everyday word", "绍兴市深化合作，扩大开放。", /^- 合作 {2}\[region-name\]: also an everyday word/],
    [
      "what is denied",
      "绍兴市与浙江大学、复旦大学相比，科技合作差距较大。",
      /^- .* \[denied\]: the sentence only denies it/,
    ],
    [
      "terms of support",
      "绍兴市对新认定的孵化器，一次性给予最高200万元奖励。",
      /^- 200万元 {2}\[statement\]: terms of support/,
    ],
    [
      "figures told twice",
      "绍兴市高新技术企业达2207家。\n\n到年底，绍兴市高新技术企业达2207家。",
      /^- .*2207家 {2}\[metric\]: told before/,
    ],
  ])("tells why %s is left out", async (_, text, line) => {
    expect(await linesOf(text)).toContainEqual(expect.stringMatching(line));
  });

  test("what the page added is shown as not read", async () => {
    const lines = await linesOf(
      "# 绍兴市科技工作总结\n\n绍兴市与浙江大学签约合作，共建研究院。\n\n分享到：微信 微博\n\n上一篇：没有了\n",
    );
    expect(lines).toContain("- added by the page, not read");
  });
});

test("a table is told row by row, with the rows that cannot be used", async () => {
  const source = await read("labs.csv", "名称,所在地\n鉴湖实验室,绍兴市\n,\n");
  const mapping = parseMapping(
    JSON.stringify({
      entities: { lab: { type: "Laboratory", name: "名称" }, place: { type: "Region", name: "所在地" } },
      relations: [{ type: "LOCATED_IN", from: "lab", to: "place" }],
    }),
    "labs.csv",
  );
  const lines = writeExplanation(explain(source, mapping)).map((line) => line.trim());
  expect(lines).toContain("[0] 名称：鉴湖实验室；所在地：绍兴市");
  expect(lines).toContain("+ LOCATED_IN 鉴湖实验室 → 绍兴市, existing, 0.98  [table]");
  expect(() => explain(source, undefined)).toThrow(/nothing says what its columns mean/);
});

test("nothing is found otherwise because somebody listens", async () => {
  const folder = join(import.meta.dirname, "..", "..", "golden", "dev");
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith(".txt"))
    .slice(0, 6)) {
    const { source } = await readSource(readFileSync(join(folder, name)), { origin: name });
    const alone = extractText(source as TextSource).extraction;
    const heard = listeningTo(
      () => undefined,
      () => extractText(source as TextSource).extraction,
    );
    expect(heard).toEqual(alone);
  }
});
