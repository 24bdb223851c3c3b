import { signal } from "@preact/signals-core";
import { describe, expect, test } from "vitest";

import { getAction } from "../../../../client/src/actions/catalogue.ts";
import type { ActionId } from "../../../../client/src/actions/catalogue.ts";
import type { ActionTarget } from "../../../../client/src/actions/action.ts";
import type { Api } from "../../../../client/src/api.ts";
import { createAppState } from "../../../../client/src/state/app-state.ts";
import type { CanvasPort } from "../../../../client/src/state/canvas-port.ts";
import type { EntityId, RelationId } from "../../../../server/contract/index.ts";
import { createWorld, entity, relation } from "../world.ts";

const id = (name: string) => name as EntityId;

/** A canvas that notes what it is told. */
function aCanvas(done: string[]): CanvasPort {
  const note =
    (name: string) =>
    (...values: unknown[]) =>
      void done.push([name, ...values].join(" "));
  return {
    readout: signal({ zoom: 1, labels: 0 }),
    fit: note("fit"),
    zoomIn: note("zoomIn"),
    zoomOut: note("zoomOut"),
    panBy: note("panBy"),
    walk: note("walk"),
    nextRelation: (by) => (by === 1 ? ("r1" as RelationId) : undefined),
    walkRelation: note("walkRelation"),
    nudge: (ids, x, y) => void done.push(`nudge ${[...ids].join("+")} ${x} ${y}`),
    arrange: async (layout) => void done.push(`arrange ${layout}`),
    screenPosition: () => undefined,
    relationPosition: () => undefined,
    settled: () => Promise.resolve(),
    focus: note("focus"),
  };
}

async function start() {
  const world = createWorld({
    entities: ["浙江大学", "绍兴市", "新昌县"].map((name) => entity(name)),
    relations: [relation("浙江大学", "绍兴市"), relation("浙江大学", "新昌县")],
  });
  const app = createAppState({ api: world.api as unknown as Api });
  const done: string[] = [];
  app.canvas.value = aCanvas(done);
  await app.openEntity(id("浙江大学"));
  const run = (name: ActionId, target?: ActionTarget) => getAction(name).run(app, target);
  const can = (name: ActionId, target?: ActionTarget) => getAction(name).isEnabled(app, target);
  return { app, done, run, can };
}

describe("what a person can do", () => {
  test("expand opens the pick list, and adds nothing by itself", async () => {
    const { app, run, can } = await start();
    expect(can("expand")).toBe(true);
    await run("expand");
    expect(app.pickList.source.value).toBe("浙江大学");
    expect(app.history.present.value.entities.size).toBe(1);
  });

  test("collapse is there only for what was expanded", async () => {
    const { app, run, can } = await start();
    expect(can("collapse")).toBe(false);
    await app.exploration.expand(id("浙江大学"), [id("绍兴市")]);
    expect(can("collapse")).toBe(true);
    await run("collapse");
    expect(app.history.present.value.entities.size).toBe(1);
  });

  test("hide takes what is selected out of sight and out of the selection; what is hidden can be shown", async () => {
    const { app, run, can } = await start();
    await run("hide");
    expect(app.filters.visible.value.entities.size).toBe(0);
    expect(app.selection.current.value).toBeNull();
    expect(can("show-hidden")).toBe(true);
    await run("show-hidden");
    expect(app.filters.visible.value.entities.size).toBe(1);
  });

  test("acts on the target of a menu rather than on the selection", async () => {
    const { app, run } = await start();
    await app.exploration.add([id("绍兴市")]);
    await run("hide", { entity: id("绍兴市") });
    expect([...app.filters.visible.value.entities.keys()]).toEqual(["浙江大学"]);
    expect(app.selection.current.value).toEqual({ kind: "entity", id: "浙江大学" });
  });

  test("acts where the keyboard stands when that is elsewhere than the selection", async () => {
    const { app, run } = await start();
    await app.exploration.add([id("绍兴市")]);
    app.selection.focus(id("绍兴市"));
    await run("pin");
    expect([...app.history.present.value.pinned]).toEqual(["绍兴市"]);
    await run("pin");
    expect(app.history.present.value.pinned.size).toBe(0);
  });

  test("undo and redo go along the steps", async () => {
    const { app, run, can } = await start();
    await run("undo");
    expect(app.history.present.value.entities.size).toBe(0);
    expect([can("undo"), can("redo")]).toEqual([false, true]);
    await run("redo");
    expect(app.history.present.value.entities.size).toBe(1);
  });

  test("close goes from the top down: pick list, keys, search, selection", async () => {
    const { app, run } = await start();
    await app.pickList.open(id("浙江大学"));
    app.session.togglePanel("keys");
    app.search.type("浙");
    await run("close");
    expect(app.pickList.source.value).toBeNull();
    await run("close");
    expect(app.session.panels.value.keys).toBe(false);
    await run("close");
    expect(app.search.query.value).toBe("");
    await run("close");
    expect(app.selection.current.value).toBeNull();
  });

  test("arrows walk, with Shift they pan, with Alt they move the entity", async () => {
    const { done, run } = await start();
    await run("walk", { shortcut: "ArrowLeft" });
    await run("pan", { shortcut: "Shift+ArrowUp" });
    await run("nudge", { shortcut: "Alt+ArrowDown" });
    expect(done).toEqual(["walk left", "panBy 0 80", "nudge 浙江大学 0 16"]);
  });

  test("Tab goes along relations and out of the canvas after the last", async () => {
    const { done, run, can } = await start();
    expect(can("walk-relation", { shortcut: "Tab" })).toBe(true);
    expect(can("walk-relation", { shortcut: "Shift+Tab" })).toBe(false);
    await run("walk-relation", { shortcut: "Tab" });
    expect(done).toEqual(["walkRelation r1"]);
  });

  test("Enter opens the entity, and from its relation the other end", async () => {
    const { app, run } = await start();
    await app.exploration.add([id("绍兴市")]);
    app.selection.selectRelation("浙江大学-PARTNERS_WITH-绍兴市" as RelationId);
    await run("inspect");
    expect(app.selection.current.value).toEqual({ kind: "entity", id: "绍兴市" });
  });

  test("nothing of the canvas can be done while it is not open", async () => {
    const { app, can } = await start();
    app.session.show("overview");
    for (const name of ["fit", "zoom-in", "walk", "expand", "arrange-regions"] as const) expect(can(name)).toBe(false);
  });
});
