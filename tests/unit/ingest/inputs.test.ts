import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import { expandPaths, pairMappings, toOrigin } from "../../../ingest/index.ts";
import type { IngestInput } from "../../../ingest/index.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "atlas-inputs-"));
  for (const [path, text] of Object.entries({
    "data/tables/labs.csv": "名称\n",
    "data/tables/labs.mapping.json": "{}",
    "data/b.txt": "乙",
    "data/a.md": "甲",
    "data/README.md": "for people",
    "data/.hidden/c.txt": "hidden",
    "data/~$draft.docx": "lock",
  })) {
    mkdirSync(join(folder, path, ".."), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function list(inputs: AsyncIterable<IngestInput>): Promise<IngestInput[]> {
  const all: IngestInput[] = [];
  for await (const input of inputs) all.push(input);
  return all;
}

describe("paths", () => {
  test("a table that is named alone comes with the mapping beside it, as in its folder", async () => {
    const [table, ...others] = await list(expandPaths(["data/tables/labs.csv"], { relativeTo: folder }));
    expect([table?.origin, table?.mapping, others]).toEqual(["data/tables/labs.csv", "{}", []]);
  });

  test("a folder is its files by name, without what is not for reading; tables have their mappings", async () => {
    const inputs = expandPaths(["data"], { relativeTo: folder });
    expect(inputs.total).toBe(3);
    expect((await list(inputs)).map(({ origin, mapping }) => [origin, mapping])).toEqual([
      ["data/a.md", undefined],
      ["data/b.txt", undefined],
      ["data/tables/labs.csv", "{}"],
    ]);
  });

  test("a link to a folder is not followed, a link to a file is", async () => {
    symlinkSync(join(folder, "data"), join(folder, "data", "circle"));
    symlinkSync(join(folder, "data", "a.md"), join(folder, "data", "link.md"));
    const origins = (await list(expandPaths(["data"], { relativeTo: folder }))).map(({ origin }) => origin);
    expect(origins).toEqual(["data/a.md", "data/b.txt", "data/link.md", "data/tables/labs.csv"]);
  });

  test("a file that is named twice is read once, a file that is left out in folders is read when it is named", async () => {
    const inputs = expandPaths(["data/a.md", join(folder, "data", "a.md"), "data/README.md"], { relativeTo: folder });
    expect((await list(inputs)).map(({ origin }) => origin)).toEqual(["data/a.md", "data/README.md"]);
  });

  test("a file that is not there is told when it is read", async () => {
    const [missing] = await list(expandPaths(["none.txt"], { relativeTo: folder }));
    expect(missing!.origin).toBe("none.txt");
    await expect(missing!.read()).rejects.toMatchObject({
      code: "unreadable_document",
      message: '"none.txt" could not be read: there is no such file.',
    });
  });
});

test("an origin is the path from the working folder, up and out of it too, in one form of Unicode", () => {
  expect(toOrigin("/home/me/atlas/data/a.md", "/home/me/atlas")).toBe("data/a.md");
  expect(toOrigin("/home/me/shared/a.md", "/home/me/atlas")).toBe("../shared/a.md");
  expect(toOrigin("/x/e\u0301.md", "/x")).toBe("\u00e9.md");
});

test("a mapping belongs to the table of its name in its folder; one without a table stays to be reported", async () => {
  const file = (origin: string) => ({ origin, read: async () => new TextEncoder().encode(`mapping in ${origin}`) });
  const inputs = pairMappings(
    ["a.csv", "x/a.csv", "b.xlsx", "b.xlsx.mapping.json", "a.mapping.json", "c.mapping.json"].map(file),
  );
  expect(inputs.total).toBe(4);
  expect((await list(inputs)).map(({ origin, mapping }) => [origin, mapping])).toEqual([
    ["a.csv", "mapping in a.mapping.json"],
    ["x/a.csv", undefined],
    ["b.xlsx", "mapping in b.xlsx.mapping.json"],
    ["c.mapping.json", undefined],
  ]);
});
