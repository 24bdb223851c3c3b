import { createHash } from "node:crypto";
import { expect, test } from "vitest";

import { readSource } from "../../../../ingest/read/index.ts";
import { gb18030, utf8, zip } from "../../../support/sample-files.ts";

test("plain text keeps its text as it is, with the hash of its bytes", async () => {
  const bytes = gb18030("绍兴市科学技术局\r\n创(chuàng)新".replace("à", "a"));
  const { source, rejections } = await readSource(bytes, { origin: "a.txt" });
  expect(source).toEqual({
    kind: "text",
    origin: "a.txt",
    sha256: createHash("sha256").update(bytes).digest("hex"),
    mediaType: "text/plain",
    text: "绍兴市科学技术局\r\n创(chuang)新",
    metadata: { title: null, publisher: null, date: null, url: null },
  });
  expect(rejections).toEqual([]);
});

test("a page that is named .txt is read as the page it is", async () => {
  const { source } = await readSource(utf8("<!DOCTYPE html><html><body><p>南湖实验室位于嘉兴市。</p></body></html>"), {
    origin: "page.txt",
  });
  expect(source).toMatchObject({ mediaType: "text/html", text: "南湖实验室位于嘉兴市。" });
});

test.each([
  ["no bytes", new Uint8Array(), "a.txt", "empty_document", '"a.txt" is empty: it has 0 bytes.'],
  ["blanks alone", utf8(" \n\u3000\n"), "a.txt", "empty_document", '"a.txt" holds no text.'],
  [
    "an unknown format",
    utf8("{}"),
    "a.json",
    "unreadable_document",
    expect.stringMatching(/^"a\.json" is in no format that is read here\. .*\.pdf .*\.txt/),
  ],
  [
    "the old Word format",
    Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    "a.doc",
    "unreadable_document",
    '"a.doc" is in the old or encrypted Word format. Save it as DOCX without a password.',
  ],
  [
    "a Word file that is none",
    zip({ "a.txt": "x" }),
    "a.docx",
    "unreadable_document",
    '"a.docx" is a broken Word file. Open it and save it again.',
  ],
  [
    "an Excel file that is none",
    utf8("nothing"),
    "a.xlsx",
    "unreadable_document",
    '"a.xlsx" is a broken Excel file. Open it and save it again.',
  ],
])("%s is refused", async (_name, bytes, origin, code, message) => {
  await expect(readSource(bytes, { origin })).rejects.toMatchObject({ code, message });
});

test("a text over the limit is refused with the limit, before it is decoded", async () => {
  await expect(readSource(new Uint8Array(50 * 1_048_576).fill(0x61), { origin: "long.txt" })).rejects.toMatchObject({
    code: "too_large",
    limitBytes: 24 * 1_048_576,
    message: '"long.txt" has 50 MB; the limit for plain text is 24 MB. Split it into several files.',
  });
});
