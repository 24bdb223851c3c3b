/** PARTNERS_WITH as an agreement states it by its form: 甲方, 乙方 and 丙方 work together. */
import type { DocumentRule } from "../rule.ts";
import { partnerships } from "./partners.ts";

export const CONTRACT_PARTNER_RULES: readonly DocumentRule[] = [
  {
    id: "partners-by-contract",
    scope: "document",
    description:
      "The parties to an agreement on cooperation, each with each; not where it is on one body that they build.",
    confidence: 0.88,
    examples: [
      {
        text: "甲方:[定西市人民政府|G]\n乙方:[兰州大学|U]\n甲乙双方就马铃薯育种开展合作。[定西市|R]",
        region: "定西市",
        relations: ["PARTNERS_WITH 兰州大学 -> 定西市", "PARTNERS_WITH 兰州大学 -> 定西市人民政府"],
      },
      {
        text: "甲方:[定西市人民政府|G]\n乙方:[兰州大学|U]\n双方共建[马铃薯研究院|I],开展合作。[定西市|R]",
        region: "定西市",
        relations: [],
      },
    ],
    *match(reading, said) {
      const parties = reading.contractParties;
      if (parties.length < 2 || !reading.statements.some(({ masked }) => /合作|协作/.test(masked))) return;
      // 共建某院合作协议: what they build says it all.
      const isOnBody = parties.length === 2 && parties.every((it) => said.from("CO_BUILT_WITH", it, "to").length > 0);
      if (isOnBody) return;
      for (const [i, party] of parties.entries()) {
        const placed = reading.marksOf(party)[0];
        if (placed === undefined) continue;
        const { statement, mark } = placed;
        yield* partnerships({ statement, begin: mark.at, end: mark.at + 1 }, reading, [party], parties.slice(i + 1));
      }
    },
  },
];
