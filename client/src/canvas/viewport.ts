/** What of the canvas is in view: fitting, zooming, bringing things into view without moving more than needed. */
import type { ReadonlySignal } from "@preact/signals-core";
import type { Core } from "cytoscape";

import { MINI_MAP_FROM } from "./level-of-detail.ts";
import type { Position } from "../state/graph.ts";

/** Kept free for the tools that float on the canvas, and for the names below the lowest entities. In pixels. */
const SAFE = { x: 24, top: 80, bottom: 64 };
/** Instead at the bottom, where the mini-map stands. */
const SAFE_MAP = 116;
const SAFE_SMALL = { x: 16, top: 48, bottom: 48 };
/** Half of a long name, which does not get smaller with the picture. */
const NAME_ROOM = 60;
/** A name of two lines under its entity. */
const NAME_BELOW = 40;
const DURATION_MS = 320;
/** A few entities are not blown up to fill the screen. */
const MAX_FIT_ZOOM = 1.15;
const ZOOM_STEP = 1.3;
const MOST_COVERED = 0.7;

export interface Viewport extends Disposable {
  /** Whether everything was brought into view last and nothing was moved since. */
  readonly isFitted: boolean;
  fit(places: Iterable<Position>, how?: "at once"): void;
  zoomBy(direction: 1 | -1): void;
  panBy(x: number, y: number): void;
  centreOn(at: Position): void;
  /** Moves only as far as needed; not at all when all are in view. Zooms out when they are too far apart. */
  reveal(places: Iterable<Position>): void;
  /** With room for its name. */
  isInView(at: Position): boolean;
  settled(): Promise<void>;
}

/** A wheel turned or a press on `surface` takes over from a motion that is under way. */
export function createViewport(
  cy: Core,
  surface: HTMLElement,
  cover: ReadonlySignal<number>,
  animates: () => boolean,
): Viewport {
  const waiting: (() => void)[] = [];
  let isMoving = false;
  let isFitted = false;

  const end = () => {
    isMoving = false;
    for (const resolve of waiting.splice(0)) resolve();
  };
  const goTo = (zoom: number, pan: Position, how?: "at once") => {
    cy.stop();
    isFitted = false;
    if (!animates() || how === "at once") {
      cy.viewport({ zoom, pan });
      return end();
    }
    isMoving = true;
    cy.animate({ zoom, pan, duration: DURATION_MS, easing: "ease-out-cubic", complete: end });
  };
  const giveWay = () => {
    isFitted = false;
    if (!isMoving) return;
    cy.stop();
    end();
  };
  surface.addEventListener("wheel", giveWay, { passive: true, capture: true });
  surface.addEventListener("pointerdown", giveWay, { capture: true });
  const safe = () => {
    const isSmall = cy.width() < 720;
    const { x, top, bottom } = isSmall ? SAFE_SMALL : SAFE;
    const below = !isSmall && cy.nodes().length >= MINI_MAP_FROM ? SAFE_MAP : bottom;
    // What covers nearly all leaves nothing to aim at: then the picture is arranged as if it were not there.
    const covered = cover.peek() > cy.height() * MOST_COVERED ? 0 : cover.peek();
    return {
      left: x,
      top,
      right: Math.max(x + 1, cy.width() - x),
      bottom: Math.max(top + 1, cy.height() - covered - below),
    };
  };
  const toScreen = ({ x, y }: Position) => ({ x: x * cy.zoom() + cy.pan().x, y: y * cy.zoom() + cy.pan().y });
  const isInView = (at: Position) => isWithin(withNames(safe()), toScreen(at));
  const fit = (places: Iterable<Position>, how?: "at once") => {
    const list = [...places];
    if (list.length === 0) return;
    const [left, right] = extent(list.map(({ x }) => x));
    const [top, bottom] = extent(list.map(({ y }) => y));
    const room = withNames(safe());
    const width = Math.max(40, room.right - room.left);
    const height = Math.max(40, room.bottom - room.top);
    const wanted = Math.min(width / Math.max(1, right - left), height / Math.max(1, bottom - top), MAX_FIT_ZOOM);
    const zoom = Math.max(cy.minZoom(), wanted);
    const pan = {
      x: (room.left + room.right) / 2 - ((left + right) / 2) * zoom,
      y: (room.top + room.bottom) / 2 - ((top + bottom) / 2) * zoom,
    };
    goTo(zoom, pan, how);
    isFitted = true;
  };

  return {
    get isFitted() {
      return isFitted;
    },
    fit,
    isInView,
    zoomBy(direction) {
      const zoom = Math.min(cy.maxZoom(), Math.max(cy.minZoom(), cy.zoom() * ZOOM_STEP ** direction));
      const share = zoom / cy.zoom();
      const [middleX, middleY] = [cy.width() / 2, cy.height() / 2];
      goTo(zoom, {
        x: middleX - (middleX - cy.pan().x) * share,
        y: middleY - (middleY - cy.pan().y) * share,
      });
    },
    panBy: (x, y) => goTo(cy.zoom(), { x: cy.pan().x + x, y: cy.pan().y + y }),
    centreOn: ({ x, y }) => goTo(cy.zoom(), { x: cy.width() / 2 - x * cy.zoom(), y: cy.height() / 2 - y * cy.zoom() }),
    reveal(places) {
      const list = [...places];
      const room = withNames(safe());
      if (list.every(isInView)) return;
      const [left, right] = extent(list.map((place) => toScreen(place).x));
      const [top, bottom] = extent(list.map((place) => toScreen(place).y));
      if (right - left > room.right - room.left || bottom - top > room.bottom - room.top) return fit(list);
      goTo(cy.zoom(), {
        x: cy.pan().x + into(left, right, room.left, room.right),
        y: cy.pan().y + into(top, bottom, room.top, room.bottom),
      });
    },
    settled: () =>
      new Promise((resolve) => {
        if (isMoving) waiting.push(resolve);
        else resolve();
      }),
    [Symbol.dispose]() {
      surface.removeEventListener("wheel", giveWay, { capture: true });
      surface.removeEventListener("pointerdown", giveWay, { capture: true });
      cy.stop();
      end();
    },
  };
}

interface Room {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where entities may stand so that the names beside and below them are whole. */
function withNames({ left, top, right, bottom }: Room): Room {
  const aside = Math.min(NAME_ROOM, (right - left) / 6);
  return { left: left + aside, top, right: right - aside, bottom: Math.max(top + 1, bottom - NAME_BELOW) };
}

function isWithin({ left, top, right, bottom }: Room, { x, y }: Position): boolean {
  return x >= left && x <= right && y >= top && y <= bottom;
}

/** How far a stretch must move to lie within another. */
function into(from: number, to: number, low: number, high: number): number {
  if (from < low) return low - from;
  return to > high ? Math.max(high - to, low - from) : 0;
}

function extent(values: readonly number[]): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}
