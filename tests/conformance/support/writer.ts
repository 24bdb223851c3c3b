/**
 * Writes documents until it is killed, or until the disk is full, and says
 * each origin as soon as it is acknowledged. A program of its own, so that it
 * can be killed.
 */
import { openStore } from "../../../server/graph/index.ts";
import { aCompany, aDocumentGraph, aUniversity } from "../../support/builders.ts";
import type { FactSpec } from "../../support/builders.ts";

const [dataFolder = "", option] = process.argv.slice(2);
const isToFill = option === "--until-full";

await using store = await openStore({ kind: "embedded", dataFolder });
const zju = aUniversity("浙江大学");
const start = (await store.origins()).length;

try {
  for (let n = start; ; n += 1) {
    const facts = Array.from({ length: 5 }, (_, index): FactSpec => {
      const company = aCompany(`企业${n}-${index}`);
      return [
        company,
        "PARTNERS_WITH",
        zju,
        isToFill ? { text: `${company.name}与浙江大学合作${"。".repeat(20_000)}` } : {},
      ];
    });
    await store.write(aDocumentGraph({ origin: `${n}.txt`, facts }));
    console.log(`${n}.txt`);
  }
} catch (error) {
  console.log(String(error));
}
