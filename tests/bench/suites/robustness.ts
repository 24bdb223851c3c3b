/** How many of ten thousand mutated documents extraction stumbles over. */
import fc from "fast-check";

import { faultWith, mutatedBytes } from "../../support/mutated-documents.ts";
import type { Suite } from "../suite.ts";

const DOCUMENTS = 10_000;
const SEED = 20_261_201;

export const robustness: Suite = {
  name: "robustness",
  title: "Robustness",
  about:
    "The documents of `tests/golden/dev`, each changed in one to four ways: cut, shuffled, glossed, re-encoded, joined with another, with markup, control characters, spam and unclosed brackets in it (`tests/support/mutated-documents.ts`). One counts as a fault where it stops extraction, or where a passage is not what the original shows at its place.",
  async run({ smallest, say }) {
    const documents = smallest ? 20 : DOCUMENTS;
    let [faults, done] = [0, 0];
    for (const bytes of fc.sample(mutatedBytes, { numRuns: documents, seed: SEED })) {
      const fault = await faultWith(bytes).catch(String);
      if (fault !== undefined) say(fault.slice(0, 300));
      if (fault !== undefined) faults += 1;
      done += 1;
      if (done % 1_000 === 0) say(`${done} documents`);
    }
    const what = `${documents.toLocaleString("en-GB")} mutated documents, faults`;
    return [{ what, value: faults, unit: "", target: { atMost: 0, words: "none" } }];
  },
};
