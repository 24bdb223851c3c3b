/** Saved views and notes: kept over a restart, never written over unseen, never lost to a broken file. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Note, NotesPage, Problem, SavedView, SavedViewsPage } from "../../server/contract/index.ts";
import { startTestServer } from "../support/server.ts";

let dataFolder: string;
beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), "atlas-views-"));
});
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

const VIEW = {
  name: "浙大与绍兴",
  link: "#/canvas?e=u1",
  content: {
    dataVersion: "v1",
    entities: [{ id: "u1", name: "浙江大学" }],
    relations: [{ id: "r1", status: "planned" }],
  },
};
const NOTE = { subject: { kind: "gap", ids: ["u1", "r1"] }, text: "可联系" };

describe("saved views", () => {
  test("come back after a restart, changed last first, with all that they showed", async () => {
    {
      await using server = await startTestServer({ dataFolder });
      const first = (await server.post<SavedView>("/api/views", VIEW)).body;
      await server.post("/api/views", { ...VIEW, name: "第二个" });
      const changed = await server.put<SavedView>(`/api/views/${first.id}`, { ...VIEW, name: "改名", revision: 1 });
      expect(changed.body).toMatchObject({ id: first.id, name: "改名", revision: 2, createdAt: first.createdAt });
    }
    await using server = await startTestServer({ dataFolder });
    const { views } = (await server.get<SavedViewsPage>("/api/views")).body;
    expect(views.map(({ name, entities }) => [name, entities])).toEqual([
      ["改名", 1],
      ["第二个", 1],
    ]);
    expect((await server.get<SavedView>(`/api/views/${views[0]!.id}`)).body).toMatchObject({ ...VIEW, name: "改名" });
    await server.get(`/api/views/${views[0]!.id}`, { method: "DELETE" });
    const gone = await server.get<Problem>(`/api/views/${views[0]!.id}`);
    expect([gone.status, gone.body.code]).toEqual([404, "kept_not_found"]);
  });

  test("a change on an older state is refused, and the newer one stays", async () => {
    await using server = await startTestServer({ dataFolder });
    const { id } = (await server.post<SavedView>("/api/views", VIEW)).body;
    await server.put(`/api/views/${id}`, { ...VIEW, name: "甲改的", revision: 1 });
    const refused = await server.put<Problem>(`/api/views/${id}`, { ...VIEW, name: "乙改的", revision: 1 });
    expect([refused.status, refused.body.code]).toEqual([409, "changed_meanwhile"]);
    expect((await server.get<SavedView>(`/api/views/${id}`)).body.name).toBe("甲改的");
  });

  test.each([
    { ...VIEW, name: "  " },
    { ...VIEW, link: "https://elsewhere.example/#/canvas" },
    { ...VIEW, content: { ...VIEW.content, relations: [{ id: "r1", status: "maybe" }] } },
  ])("what is no view is refused: %j", async (draft) => {
    await using server = await startTestServer({ dataFolder });
    expect((await server.post<Problem>("/api/views", draft)).body.code).toBe("invalid_request");
  });

  test("a file that cannot be read is set aside, and not written over", async () => {
    writeFileSync(join(dataFolder, "views.json"), '[{"id": "half');
    await using server = await startTestServer({ dataFolder });
    expect((await server.get<SavedViewsPage>("/api/views")).body.views).toEqual([]);
    await server.post("/api/views", VIEW);
    const aside = readdirSync(dataFolder).filter((file) => file.startsWith("views.json.unreadable"));
    expect(aside).toHaveLength(1);
    expect(readFileSync(join(dataFolder, aside[0]!), "utf8")).toBe('[{"id": "half');
  });
});

describe("notes", () => {
  test("are found by what they are about, also by either side of a gap", async () => {
    await using server = await startTestServer({ dataFolder });
    await server.post("/api/notes", NOTE);
    await server.post("/api/notes", { subject: { kind: "entity", ids: ["u2"] }, text: "另一条" });
    const about = async (subject: string) =>
      (await server.get<NotesPage>(`/api/notes?subject=${subject}`)).body.notes.map(({ text }) => text);
    expect(await about("u1")).toEqual(["可联系"]);
    expect(await about("r1")).toEqual(["可联系"]);
    expect(await about("u3")).toEqual([]);
    const { notes } = (await server.get<NotesPage>("/api/notes?kind=gap")).body;
    expect(notes.map(({ text }) => text)).toEqual(["可联系"]);
    expect((await server.get<Problem>("/api/notes?kind=wish")).body.code).toBe("invalid_request");
  });

  test("a gap has two sides, everything else one", async () => {
    await using server = await startTestServer({ dataFolder });
    const refused = await server.post<Problem>("/api/notes", { ...NOTE, subject: { kind: "gap", ids: ["u1"] } });
    expect(refused.body).toMatchObject({ code: "invalid_request", fields: [{ path: "body.subject.ids" }] });
    const kept = await server.post<Note>("/api/notes", NOTE);
    expect(kept.body).toMatchObject({ ...NOTE, revision: 1 });
  });
});
