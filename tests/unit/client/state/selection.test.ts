import { describe, expect, test } from "vitest";

import { createSelection } from "../../../../client/src/state/selection.ts";
import type { DocumentId, EntityId, PassageId, RelationId } from "../../../../server/contract/index.ts";

const id = (name: string) => name as EntityId;

describe("the selection", () => {
  test("is one thing: a relation takes the place of an entity", () => {
    const selection = createSelection();
    selection.selectEntity(id("a"));
    selection.selectRelation("r" as RelationId);
    expect(selection.current.value).toEqual({ kind: "relation", id: "r" });
    expect(selection.relation.value).toBe("r");
    expect(selection.entities.value.size).toBe(0);
    selection.selectPassage("p" as PassageId, "d" as DocumentId);
    expect(selection.current.value).toEqual({ kind: "passage", id: "p", documentId: "d" });
    expect(selection.relation.value).toBeNull();
  });

  test("takes more entities in, the last one first, and out again", () => {
    const selection = createSelection();
    selection.selectEntity(id("a"));
    selection.toggleEntity(id("b"));
    expect([...selection.entities.value]).toEqual(["b", "a"]);
    expect(selection.current.value).toEqual({ kind: "entity", id: "b" });
    selection.toggleEntity(id("b"));
    expect(selection.current.value).toEqual({ kind: "entity", id: "a" });
    selection.toggleEntity(id("a"));
    expect(selection.current.value).toBeNull();
  });

  test("brings the keyboard along, and leaves it there when it is cleared", () => {
    const selection = createSelection();
    selection.selectEntity(id("a"));
    selection.clear();
    expect(selection.focused.value).toBe("a");
    selection.focus(id("b"));
    expect(selection.current.value).toBeNull();
  });
});
