import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";

import { readZip, ZIP_LIMITS } from "../../../../ingest/read/zip.ts";
import { gb18030, zip } from "../../../support/sample-files.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe("a ZIP file", () => {
  test("gives its files, packed and stored, and no folders", () => {
    const bytes = zipSync({ 资料: { "a.txt": strToU8("甲"), "b.txt": [strToU8("乙乙乙乙"), { level: 0 }] } });
    expect(readZip(bytes, "a.zip").map(({ path, size, read }) => [path, size, text(read())])).toEqual([
      ["资料/a.txt", 3, "甲"],
      ["资料/b.txt", 12, "乙乙乙乙"],
    ]);
  });

  test("names in GB18030 are understood", () => {
    const bytes = zip({ xxxx: "甲" });
    const name = gb18030("资料");
    for (let at = bytes.indexOf(0x78); at !== -1; at = bytes.indexOf(0x78, at + 4)) bytes.set(name, at);
    expect(readZip(bytes, "a.zip").map(({ path }) => path)).toEqual(["资料"]);
  });

  test("no name leads out of it", () => {
    expect(
      readZip(zip({ "../../etc/a.txt": "x", "/b.txt": "x", "c\\d.txt": "x" }), "a.zip").map(({ path }) => path),
    ).toEqual(["etc/a.txt", "b.txt", "c/d.txt"]);
  });

  const bomb = zip({ "bomb.txt": new Uint8Array(3_000_000) });

  test("a file that unpacks to more than the limit is refused before it is unpacked", () => {
    expect(() => readZip(bomb, "a.zip", { ...ZIP_LIMITS, maxEntryBytes: 2_097_152 })).toThrowError(
      '"bomb.txt" in "a.zip" unpacks to more than 2 MB, the limit. Pack less into one file.',
    );
    expect(() => readZip(bomb, "a.zip", { ...ZIP_LIMITS, maxTotalBytes: 2_097_152 })).toThrowError(
      /^"a\.zip" unpacks to more than 2 MB/,
    );
    expect(() => readZip(zip({ a: "1", b: "2" }), "a.zip", { ...ZIP_LIMITS, maxEntries: 1 })).toThrowError(
      '"a.zip" holds 2 files; at most 1 are read.',
    );
  });

  test("a file that lies about its size is stopped there", () => {
    const lying = Uint8Array.from(bomb);
    const view = new DataView(lying.buffer);
    const entry = lying.length - 22 - 46 - "bomb.txt".length;
    view.setUint32(entry + 24, 10, true);
    const [first] = readZip(lying, "a.zip");
    expect(first!.size).toBe(10);
    expect(() => first!.read()).toThrowError(
      '"a.zip" is a broken ZIP file: "bomb.txt" cannot be unpacked. Pack or download it again.',
    );
  });

  test("one that is cut off is refused", () => {
    expect(() => readZip(bomb.subarray(0, 40), "a.zip")).toThrowError(
      '"a.zip" is a broken ZIP file: its directory is missing. Pack or download it again.',
    );
  });
});
