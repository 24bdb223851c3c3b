/** Documents as the world makes them; `npm run bench -- robustness` tries ten thousand. */
import fc from "fast-check";
import { expect, test } from "vitest";

import { faultWith, mutatedBytes } from "../support/mutated-documents.ts";

test("no document stops extraction, and every passage is what the original shows at its place", async () => {
  await fc.assert(
    fc.asyncProperty(mutatedBytes, async (bytes) => {
      expect(await faultWith(bytes)).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});
