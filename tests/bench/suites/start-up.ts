/** What a person waits for: the server on a store that is there, and the first screen. */
import { launchBrowser } from "../../support/browser.ts";
import { firstScreen } from "../../support/first-screen.ts";
import { buildClient } from "../build-client.ts";
import { buildServer, fillFolder, startExplorer } from "../built-explorer.ts";
import { generateDocuments } from "../generate-graph.ts";
import { median } from "../measure.ts";
import type { Suite } from "../suite.ts";

export const startUp: Suite = {
  name: "start-up",
  title: "Start",
  about:
    "The explorer as built, on an embedded store with 10,000 generated entities: from the start of its process until it tells its address; median. Then its first screen in headless Chromium, nothing cached: scripts as they come over the wire (brotli), and requests for data. Wall time.",
  async run({ smallest, say }) {
    buildClient();
    buildServer();
    const entities = smallest ? 200 : 10_000;
    using folder = await fillFolder(generateDocuments({ entities }), say);
    const taken: number[] = [];
    for (let round = 0; round < (smallest ? 1 : 5); round += 1) {
      say(`start ${round + 1}`);
      const begin = performance.now();
      await using _ = await startExplorer(folder);
      taken.push(performance.now() - begin);
    }
    say("first screen");
    await using explorer = await startExplorer(folder);
    const browser = await launchBrowser();
    try {
      const { scriptBytes, dataRequests } = await firstScreen(browser, explorer.url);
      return [
        {
          what: `server ready on a store of ${entities.toLocaleString("en-GB")} entities`,
          value: median(taken),
          unit: "ms",
          target: { atMost: 3_000, words: "≤ 3 s" },
        },
        {
          what: "scripts of the first screen, compressed",
          value: scriptBytes / 1_000,
          unit: "kB",
          target: { atMost: 260, words: "≤ 260 kB" },
        },
        { what: "requests for data of the first screen", value: dataRequests.length, unit: "", target: { atMost: 1 } },
      ];
    } finally {
      await browser.close();
    }
  },
};
