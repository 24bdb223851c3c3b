import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { mountAddress } from "../../../client/src/address.ts";
import type { AddressWindow } from "../../../client/src/address.ts";
import type { Api } from "../../../client/src/api.ts";
import { createAppState } from "../../../client/src/state/app-state.ts";
import type { DocumentId, EntityId } from "../../../server/contract/index.ts";
import { createWorld, entity } from "./world.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A window with an address bar and a history. */
function aWindow(hash: string) {
  const entries: { state: unknown; hash: string }[] = [{ state: null, hash }];
  let at = 0;
  const events = new EventTarget();
  const set = (state: unknown, address: string) => ({ state, hash: address.slice(address.indexOf("#")) });
  const window = {
    location: {
      pathname: "/",
      search: "",
      get hash() {
        return entries[at]!.hash;
      },
    },
    history: {
      pushState(state: unknown, _: string, address: string) {
        entries.splice(at + 1, Infinity, set(state, address));
        at += 1;
      },
      replaceState(state: unknown, _: string, address: string) {
        entries[at] = set(state, address);
      },
    },
    crypto: { randomUUID: () => "0-0-0-0-0" as const },
    addEventListener: events.addEventListener.bind(events),
    removeEventListener: events.removeEventListener.bind(events),
  } as unknown as AddressWindow;
  const pop = () => events.dispatchEvent(Object.assign(new Event("popstate"), { state: entries[at]!.state }));
  return {
    window,
    entries,
    goBack() {
      at -= 1;
      pop();
    },
    paste(hash: string) {
      entries.splice(at + 1, Infinity, { state: null, hash });
      at += 1;
      pop();
    },
  };
}

function start(hash = "") {
  const world = createWorld({ entities: [entity("浙大"), entity("绍兴")], relations: [] });
  const app = createAppState({ api: world.api as unknown as Api, languages: ["zh"] });
  const bar = aWindow(hash);
  const mount = () => mountAddress(app, bar.window);
  return { world, app, bar, mount };
}

const ZHEDA = `#/canvas?lang=zh&e=${encodeURIComponent("浙大")}@5@7`;

describe("the address", () => {
  test("follows what is shown", async () => {
    const { app, bar, mount } = start();
    mount();
    await app.exploration.add(["浙大" as EntityId]);
    app.exploration.place(new Map([["浙大" as EntityId, { x: 5, y: 7 }]]));
    app.session.show("canvas");
    await vi.runAllTimersAsync();
    expect(bar.window.location.hash).toBe(ZHEDA);
  });

  test("is not touched before the person does something", async () => {
    const { bar, mount } = start();
    mount();
    await vi.runAllTimersAsync();
    expect(bar.window.location.hash).toBe("");
  });

  test("is one entry a view and document, whatever happens in it", async () => {
    const { app, bar, mount } = start();
    mount();
    app.session.show("canvas");
    await app.exploration.add(["浙大" as EntityId]);
    await vi.runAllTimersAsync();
    await app.exploration.add(["绍兴" as EntityId]);
    await vi.runAllTimersAsync();
    app.openDocument("d" as DocumentId);
    expect(bar.entries).toHaveLength(3);
  });

  test("going back returns to the view and leaves the canvas alone", async () => {
    const { app, bar, mount } = start();
    mount();
    app.session.show("canvas");
    await vi.runAllTimersAsync();
    app.openDocument("d" as DocumentId);
    await app.exploration.add(["浙大" as EntityId]);
    await vi.runAllTimersAsync();
    bar.goBack();
    await vi.runAllTimersAsync();
    expect([app.session.view.value, app.reader.documentId.value]).toEqual(["canvas", null]);
    expect(app.history.present.value.entities.size).toBe(1);
  });
});

describe("a link in the address", () => {
  test("is opened when the page is, and stays", async () => {
    const { app, bar, mount } = start(ZHEDA);
    await mount().settled();
    await vi.runAllTimersAsync();
    expect([...app.history.present.value.positions]).toEqual([["浙大", { x: 5, y: 7 }]]);
    expect(app.session.view.value).toBe("canvas");
    expect(bar.window.location.hash).toBe(ZHEDA);
    expect(bar.entries).toHaveLength(1);
  });

  test("that cannot be opened stays too, until there is something else to show", async () => {
    const { app, bar, mount, world } = start(ZHEDA);
    world.failNext();
    await mount().settled();
    await vi.runAllTimersAsync();
    expect(bar.window.location.hash).toBe(ZHEDA);
    expect(app.notices.list.value).toHaveLength(1);
    await app.exploration.add(["绍兴" as EntityId]);
    await vi.runAllTimersAsync();
    expect(bar.window.location.hash).toContain(encodeURIComponent("绍兴"));
  });

  test("that is none is said to be none", async () => {
    const { app, mount } = start("#/nowhere");
    await mount().settled();
    expect(app.notices.list.value).toMatchObject([{ kind: "broken_link" }]);
  });

  test("pasted into a page that is open is opened there, and can be undone", async () => {
    const { app, bar, mount } = start();
    const address = mount();
    await app.exploration.add(["绍兴" as EntityId]);
    await vi.runAllTimersAsync();
    bar.paste(ZHEDA);
    await address.settled();
    expect([...app.history.present.value.entities.keys()]).toEqual(["浙大"]);
    app.history.undo();
    expect([...app.history.present.value.entities.keys()]).toEqual(["绍兴"]);
  });
});
