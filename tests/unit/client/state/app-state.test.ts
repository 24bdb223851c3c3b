import { describe, expect, test } from "vitest";

import type { Api } from "../../../../client/src/api.ts";
import { createAppState } from "../../../../client/src/state/app-state.ts";
import { formatLink, parseLink } from "../../../../client/src/state/location.ts";
import type { DocumentId, EntityId, PassageId, RelationId } from "../../../../server/contract/index.ts";
import { createWorld, entity, relation, turns } from "../world.ts";

const id = (name: string) => name as EntityId;

function start(names = ["浙江大学", "绍兴市", "新昌县"]) {
  const world = createWorld({
    entities: names.map((name) => entity(name)),
    relations: [relation("浙江大学", "绍兴市")].filter(({ from, to }) => names.includes(from) && names.includes(to)),
  });
  return { world, app: createAppState({ api: world.api as unknown as Api }) };
}

describe("ways through the program", () => {
  test("an entity from a search goes on the canvas, selected", async () => {
    const { app } = start();
    await app.openEntity(id("浙江大学"), { query: "浙大", match: "alias" });
    expect(app.session.view.value).toBe("canvas");
    expect(app.selection.current.value).toEqual({ kind: "entity", id: "浙江大学" });
    expect(app.inspector.entity.key.value).toBe("浙江大学");
  });

  test("an entity that cannot be had leaves the person where they were", async () => {
    const { app, world } = start();
    world.failNext();
    await app.openEntity(id("浙江大学"));
    expect(app.session.view.value).toBe("overview");
    expect(app.notices.list.value).toHaveLength(1);
  });

  test("a relation brings both its ends", async () => {
    const { app } = start();
    const one = "浙江大学-PARTNERS_WITH-绍兴市" as RelationId;
    await app.openRelation(one, [id("浙江大学"), id("绍兴市")]);
    expect([...app.history.present.value.relations.keys()]).toEqual([one]);
    expect(app.selection.relation.value).toBe(one);
    await turns();
    expect(app.inspector.relation.state.value.status).toBe("ready");
  });

  test("a document opens at a sentence, and another sentence of it without reading it again", async () => {
    const { app, world } = start();
    app.openDocument("d" as DocumentId, "p1" as PassageId);
    expect([app.session.view.value, app.reader.documentId.value, app.reader.passageId.value]).toEqual([
      "documents",
      "d",
      "p1",
    ]);
    app.reader.goTo("p2" as PassageId);
    expect(world.calls.filter((call) => call.startsWith("document"))).toHaveLength(1);
  });
});

describe("a link", () => {
  test("opened in a fresh browser shows the same entities, places, filters and selection", async () => {
    const { app } = start();
    await app.openEntity(id("浙江大学"));
    await app.exploration.expand(id("浙江大学"), [id("绍兴市")]);
    app.exploration.place(
      new Map([
        [id("浙江大学"), { x: 10, y: -20 }],
        [id("绍兴市"), { x: 150, y: 0 }],
      ]),
    );
    app.exploration.hide([id("绍兴市")]);
    app.filters.toggleEntityType("Policy");
    app.session.setLanguage("en");
    const address = formatLink(app.link.value);

    const { app: other } = start();
    await other.openLink(parseLink(address)!);
    expect(formatLink(other.link.value)).toBe(address);
    expect(other.history.present.value.relations.size).toBe(1);
    expect(other.session.language.value).toBe("en");
    expect(other.notices.list.value).toEqual([]);
  });

  test("says what of it is not in the graph any more, and shows the rest", async () => {
    const { app } = start();
    await app.exploration.add([id("浙江大学"), id("绍兴市")]);
    const address = formatLink(app.link.value);
    const { app: other } = start(["浙江大学"]);
    await other.openLink(parseLink(address)!);
    expect([...other.history.present.value.entities.keys()]).toEqual(["浙江大学"]);
    expect(other.notices.list.value).toMatchObject([{ kind: "missing", ids: ["绍兴市"] }]);
  });

  test("to the canvas that is shown makes no step", async () => {
    const { app } = start();
    await app.openEntity(id("浙江大学"));
    const steps = app.history.steps.value.length;
    await app.openLink({ ...app.link.value, view: "overview" });
    expect(app.history.steps.value).toHaveLength(steps);
    expect(app.session.view.value).toBe("overview");
  });
});
