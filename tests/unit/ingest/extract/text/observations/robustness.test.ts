import fc from "fast-check";
import { expect, test } from "vitest";

import { findObservations } from "../../../../../../ingest/extract/text/05-observations/find-observations.ts";
import { aDocument } from "./a-document.ts";

const PIECES = [
  "全市", "青湖实验室", "2021年", "高新技术企业", "300家", "、", ",", "。", ";", ":", "(", ")", "“", "”", "同比增长", "12.5%", "和", "分别", "居全省第二", "其中", "等", "的", "近", "三十余", "亿元", "力争", "由", "提高到", "比", "\n", "|", "一、", "新增", "万", "第", "8.2",
]; // prettier-ignore

test("any arrangement of its words is read without failing, each figure inside its sentence", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }), (pieces) => {
      const { document, named } = aDocument(pieces.join(""), { date: "2023-05-06" });
      for (const claim of findObservations(document, named)) {
        const sentence = document.sentences[claim.sentence]!;
        expect(claim.begin).toBeGreaterThanOrEqual(sentence.begin);
        expect(claim.end).toBeLessThanOrEqual(sentence.end);
        expect(Number.isFinite(claim.value)).toBe(true);
        expect(claim.indicator).not.toBe("");
      }
    }),
    { numRuns: 300 },
  );
});

test("the same text is read the same way twice", () => {
  const { document, named } = aDocument("2021年,全市新增高新技术企业30家,同比增长12%,居全省第二。", {
    date: "2023-05-06",
  });
  expect(findObservations(document, named)).toEqual(findObservations(document, named));
});
