/** What browser tests ask instead of sleeping: whether all is still, and where things are. */
import type { AppState } from "./state/app-state.ts";
import { runningRequests } from "./state/resource.ts";
import type { EntityId, RelationId } from "../../server/contract/index.ts";
import type { Position } from "./state/graph.ts";

export interface TestWindow {
  /** Resolves when nothing is fetched, laid out or moved any more. */
  settled(): Promise<void>;
  /** Where an entity stands, in pixels of the page. */
  placeOf(name: string): Position | undefined;
  /** The middle of the line of a relation between two entities, in pixels of the page. */
  placeBetween(one: string, other: string): Position | undefined;
  /** Entities of the canvas with their places on the canvas, by name. */
  positions(): Readonly<Record<string, Position>>;
  readonly app: AppState;
}

declare global {
  interface Window {
    __explorer?: TestWindow;
  }
}

export function exposeForTests(window: Window, app: AppState, parts: readonly (() => Promise<void>)[]): void {
  const idOf = (name: string): EntityId | undefined =>
    [...app.history.present.peek().entities.values()].find((entity) => entity.name === name)?.id;
  const onPage = (place: Position | undefined): Position | undefined => {
    const host = app.canvasHost.peek()?.getBoundingClientRect();
    return place === undefined || host === undefined ? undefined : { x: place.x + host.left, y: place.y + host.top };
  };
  const isStill = () =>
    !app.exploration.isBusy.peek() && !app.pickList.isLoading.peek() && runningRequests.peek() === 0;
  const nextFrame = () => new Promise((resolve) => window.requestAnimationFrame(resolve));

  const explorer: TestWindow = {
    app,
    async settled() {
      // Two still frames in a row: what one part finishes may start another.
      for (let still = 0; still < 2;) {
        for (const settled of parts) await settled();
        await nextFrame();
        still = isStill() ? still + 1 : 0;
      }
    },
    placeOf(name) {
      const id = idOf(name);
      return id === undefined ? undefined : onPage(app.canvas.peek()?.screenPosition(id));
    },
    placeBetween(one, other) {
      const ends = new Set<unknown>([idOf(one), idOf(other)]);
      const relation = [...app.history.present.peek().relations.values()].find(
        ({ from, to }) => ends.has(from) && ends.has(to) && from !== to,
      );
      const id: RelationId | undefined = relation?.id;
      return id === undefined ? undefined : onPage(app.canvas.peek()?.relationPosition(id));
    },
    positions: () => {
      const { entities, positions } = app.history.present.peek();
      return Object.fromEntries(
        [...positions].flatMap(([id, place]) => (entities.has(id) ? [[entities.get(id)!.name, place]] : [])),
      );
    },
  };
  Object.assign(window, { __explorer: explorer });
}
