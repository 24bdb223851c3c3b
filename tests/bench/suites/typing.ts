/** What answers while somebody types: search, a letter more each time, and the page in which a long query is written. */
import type { DocumentId } from "../../../server/contract/index.ts";
import type { DocumentGraph, StatedEntity } from "../../../server/graph/index.ts";
import { searchKeys } from "../../../server/graph/search/search-keys.ts";
import { launchBrowser } from "../../support/browser.ts";
import { longestCpuMs, traceTasks } from "../../support/page-trace.ts";
import { openProduct } from "../bench-page.ts";
import { buildClient } from "../build-client.ts";
import { fillFolder, startExplorer } from "../built-explorer.ts";
import { generateDocuments } from "../generate-graph.ts";
import { GeneratedEntities } from "../generated-entities.ts";
import { quantile } from "../measure.ts";
import { Client } from "../neo4j/api-times.ts";
import type { Figure, Suite } from "../suite.ts";

const PER_DOCUMENT = 500;

export const typing: Suite = {
  name: "typing",
  title: "Typing",
  about:
    "100,000 generated entities in the embedded store of the explorer as built. Names from all over them are typed letter by letter, and each letter is asked for over HTTP: the name as written, its short name, its pinyin and its initials. Wall time. Then 34 letters are typed at the end of a query of 300 lines in the page, in headless Chromium: the longest task of its main thread, in processor time, until the text has been judged.",
  async run({ smallest, say }) {
    buildClient();
    const count = smallest ? 1_000 : 100_000;
    const entities = new GeneratedEntities(count);
    using folder = await fillFolder(listDocuments(entities), say);
    await using explorer = await startExplorer(folder);
    using client = new Client(explorer.url, 1);
    // The index of search is made after the start.
    await client.ask(`/api/search?q=${encodeURIComponent("浙江")}`);
    const words = wordsOf(entities, smallest ? 5 : 50);
    const figures: Figure[] = [];
    for (const [kind, list] of Object.entries(words)) {
      say(kind);
      const taken: number[] = [];
      for (const word of list) {
        for (let length = 1; length <= word.length; length += 1) {
          const begin = performance.now();
          await client.ask(`/api/search?q=${encodeURIComponent(word.slice(0, length))}`);
          taken.push(performance.now() - begin);
        }
      }
      figures.push({
        what: `search of ${count.toLocaleString("en-GB")} entities by ${kind}, p95`,
        value: quantile(taken, 0.95),
        unit: "ms",
        target: { atMost: 30, words: "< 30 ms" },
      });
    }
    say("a query of 300 lines");
    return [...figures, await typeInQuery(explorer.url)];
  },
};

/** Documents that only list entities, each with a short name. */
function* listDocuments(entities: GeneratedEntities): Generator<DocumentGraph> {
  const [sample] = generateDocuments({ entities: 25 });
  for (let begin = 0; begin < entities.count; begin += PER_DOCUMENT) {
    const id = `list-${begin}` as DocumentId;
    const own = Math.min(PER_DOCUMENT, entities.count - begin);
    yield {
      document: { ...sample!.document, id, origin: `${id}.txt` },
      passages: [],
      entities: Array.from({ length: own }, (_, at) => withShortName(entities.at(begin + at))),
      mentions: [],
      claims: [],
      observations: [],
    };
  }
}

function withShortName(entity: StatedEntity): StatedEntity {
  const letters = [...entity.name];
  return letters.length < 6
    ? entity
    : { ...entity, aliases: [[...letters.slice(0, 2), ...letters.slice(-2)].join("")] };
}

function wordsOf(entities: GeneratedEntities, count: number): Readonly<Record<string, readonly string[]>> {
  const step = Math.max(1, Math.floor(entities.count / count));
  const some = Array.from({ length: count }, (_, at) => withShortName(entities.at((at * step) % entities.count)));
  const keys = some.map(({ name }) => searchKeys(name, []));
  return {
    "full name": some.map(({ name }) => name),
    "short name": some.flatMap(({ aliases }) => aliases.slice(0, 1)),
    pinyin: keys.flatMap(({ pinyin }) => pinyin.slice(0, 1)).map((text) => text.replaceAll(" ", "")),
    initials: keys.flatMap(({ initials }) => initials.slice(0, 1)),
  };
}

async function typeInQuery(url: string): Promise<Figure> {
  const browser = await launchBrowser();
  try {
    await using explorer = await openProduct(browser, url);
    const { page } = explorer;
    await page.evaluate(() => window.__explorer!.app.session.show("query"));
    const editor = page.getByRole("textbox", { name: "Cypher 语句" });
    await editor.click();
    await page.keyboard.press("Control+A");
    const lines = Array.from({ length: 300 }, (_, at) => `// ${at}`);
    await page.keyboard.insertText(`MATCH (u:University)\n${lines.join("\n")}\nRETURN u`);
    await page.keyboard.press("Control+End");
    await explorer.settled();
    const tasks = await traceTasks(page, async () => {
      await page.keyboard.type(", count(*) AS n, v.name AS universityy", { delay: 30 });
      // The mistake in it is marked once both judges have read the text.
      await page.locator(".cm-lintRange-error").waitFor();
    });
    return {
      what: "typing in a query of 300 lines, longest task",
      value: longestCpuMs(tasks),
      unit: "ms",
      target: { atMost: 50, words: "≤ 50 ms" },
    };
  } finally {
    await browser.close();
  }
}
