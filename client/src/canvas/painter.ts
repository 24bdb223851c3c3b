/**
 * Draws what Cytoscape does not, whenever it has drawn: the layers under and
 * over it, the badges and the mini-map, all from one composed picture a frame.
 */
import { signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";
import type { Core } from "cytoscape";

import type { Entity, EntityId, RelationId, RelationType } from "../../../server/contract/index.ts";
import type { CanvasReadout } from "../state/canvas-port.ts";
import { createBadges } from "./badges.ts";
import { createGlide } from "./glide.ts";
import type { Side } from "./label-layout.ts";
import { hullsOf } from "./hulls.ts";
import type { OpenGroup } from "./hulls.ts";
import { landOf } from "./land.ts";
import { MINI_MAP_FROM } from "./level-of-detail.ts";
import { sizeLayer } from "./layer.ts";
import { drawLines } from "./line-layer.ts";
import type { View } from "./line-layer.ts";
import { createMiniMap } from "./mini-map.ts";
import { drawOver } from "./over-layer.ts";
import { composePicture } from "./picture.ts";
import type { Picture } from "./picture.ts";
import { firmPlates, plateBox, roomyNames } from "./plates.ts";
import type { Scene } from "./scene.ts";
import { drawShapes } from "./shape-layer.ts";
import { Sprites } from "./sprites.ts";
import type { Surfaces } from "./surfaces.ts";
import type { CanvasTokens } from "./tokens.ts";
import { createStillness } from "./stillness.ts";
import { HALO_REACH, haloScale } from "./halo.ts";
import { drawUnder, landNameBoxes } from "./under-layer.ts";
import type { Territory } from "./under-layer.ts";
import type { Viewport } from "./viewport.ts";

/** What a frame shows, read anew for each. */
export interface Painted {
  readonly scene: Scene;
  readonly territories: ReadonlyMap<EntityId, EntityId>;
  /** Their land is drawn instead of the territories, where there are any. */
  readonly groups: readonly OpenGroup[];
  readonly selected: ReadonlySet<EntityId>;
  readonly relation: RelationId | null;
  /** Where the keyboard stands, while it is in use. */
  readonly focused: EntityId | null;
  readonly hoveredEntity: EntityId | null;
  readonly hoveredEdge: string | null;
  readonly pinned: ReadonlySet<EntityId>;
  readonly farScale: number;
  readonly tokens: CanvasTokens;
  readonly notShown: (entity: Entity) => number;
}

export interface PainterOptions {
  readonly cy: Core;
  readonly surfaces: Surfaces;
  readonly viewport: Viewport;
  readonly tokens: CanvasTokens;
  readonly icon: (name: string) => string | undefined;
  readonly painted: () => Painted;
  readonly relationName: (type: RelationType) => string;
  readonly badgeName: (entity: Entity, count: number) => string;
  /** Whether lines and shapes are drawn here rather than by Cytoscape. */
  readonly drawsBodies: boolean;
  onBadge(id: EntityId): void;
}

export interface Painter extends Disposable {
  readonly readout: ReadonlySignal<CanvasReadout>;
  /** Draws in the next frame. */
  request(): void;
  /** Other colours. */
  repaint(tokens: CanvasTokens): void;
  /** Resolves when everything that is in view has been drawn. */
  settled(): Promise<void>;
  /** Something has moved: names may change sides, land its border. */
  moved(): void;
}

/** Between two tellings of what is shown. */
const TELL_MS = 150;

export function createPainter(options: PainterOptions): Painter {
  const { cy, surfaces, viewport } = options;
  const readout = signal<CanvasReadout>({ zoom: 1, labels: 0 });
  let shown = readout.peek();
  let telling: ReturnType<typeof setTimeout> | undefined;
  let frame: number | undefined;
  const waiting: (() => void)[] = [];
  let lastSides = new Map<string, Side>();
  let land: readonly Territory[] | undefined;
  let landFor: Scene | undefined;
  /** Whether what is drawn would be drawn otherwise now. */
  let isStale = true;
  let drawn: View | undefined;

  const request = () => {
    isStale = true;
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      draw();
    });
  };
  const sprites = new Sprites(options.tokens, devicePixelRatio, options.icon, request);
  const entityOf = (id: EntityId) => options.painted().scene.elements.nodes.get(id)?.entity;
  const badges = createBadges(
    surfaces.badges,
    (id, count) => options.badgeName(entityOf(id)!, count),
    (id) => options.onBadge(id),
  );
  const motion = createStillness(() => request());
  const glide = createGlide(surfaces.glide, surfaces.under);
  const miniMap = createMiniMap(surfaces.map, (to) => viewport.centreOn(to));

  /** Draws all that a view shows, and tells what that is. */
  const paint = (view: View, under: () => CanvasRenderingContext2D, isMoving: boolean): Picture => {
    const painted = options.painted();
    const { scene, tokens, selected } = painted;
    sprites.sharpen(devicePixelRatio);
    sprites.begin();
    if (land === undefined || landFor !== scene) {
      land =
        painted.groups.length > 0
          ? hullsOf(scene.nodes, painted.groups)
          : landOf(scene.nodes, painted.territories, entityOf);
      landFor = scene;
    }
    const plateFacts = {
      scene,
      zoom: view.zoom,
      pan: view.pan,
      selected: painted.relation,
      hovered: painted.hoveredEdge,
      nameOf: options.relationName,
    };
    const plates = firmPlates(plateFacts);
    const picture = composePicture({
      ...view,
      nodes: scene.nodes,
      farScale: painted.farScale,
      selected,
      focused: painted.focused,
      hovered: painted.hoveredEntity,
      notShown: ({ entity }) => painted.notShown(entity),
      measure: (lines, style) => sprites.measure(lines, style),
      lastSides,
      taken: [...plates.map(plateBox), ...landNameBoxes(land, view.zoom, view.pan)],
    });
    lastSides = new Map(picture.labels.map(({ id, side }) => [id, side]));
    const labelBoxes = picture.labels.map(({ x, y, lines, style }) => {
      const { width, height } = sprites.label(lines, style, "center");
      return { left: x, top: y, right: x + width, bottom: y + height };
    });

    const context = under();
    const band = painted.hoveredEdge === null ? undefined : scene.line(painted.hoveredEdge);
    drawUnder(context, picture, land, ({ element }) => selected.has(element.id), band, tokens);
    if (options.drawsBodies) {
      const { farScale, relation } = painted;
      const haloReach = HALO_REACH * haloScale(view.zoom);
      const { isFar } = picture.detail;
      drawLines(
        context,
        { scene, view, isFar, isMoving, farScale, haloed: selected, haloReach, selected: relation },
        tokens,
      );
      drawShapes(context, picture.nodes, tokens);
    }
    drawOver(
      // One surface for all that is drawn here: each costs its part of every frame.
      options.drawsBodies ? context : sizeLayer(surfaces.over, view.width, view.height),
      picture,
      {
        plates: [...plates, ...roomyNames(plateFacts, picture, labelBoxes)],
        focused: picture.nodes.find(({ element }) => element.id === painted.focused),
        isPinned: ({ element }) => painted.pinned.has(element.id),
      },
      sprites,
      tokens,
    );
    badges.draw(picture);
    return picture;
  };
  const draw = () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    frame = undefined;
    const view: View = { zoom: cy.zoom(), pan: { ...cy.pan() }, width: cy.width(), height: cy.height() };
    motion.note(view.zoom, view.pan);
    const glides = options.drawsBodies && motion.isPanning;
    if (isStale || !(glides ? glide.moveTo(view) : isSame(view, drawn))) {
      isStale = false;
      const before = drawn?.pan;
      drawn = view;
      if (glides) glide.draw(view, before, (context, wide) => void paint(wide, () => context, true));
      else {
        const under = () => sizeLayer(surfaces.under, view.width, view.height);
        shown = { zoom: view.zoom, labels: paint(view, under, motion.isMoving).labels.length };
        glide.end();
      }
    }
    badges.moveTo(view.pan);
    const { scene, tokens } = options.painted();
    surfaces.map.hidden = scene.nodes.length < MINI_MAP_FROM;
    if (!surfaces.map.hidden) miniMap.draw({ nodes: scene.nodes, view: viewOf(cy) }, tokens);
    telling ??= setTimeout(tell, TELL_MS);
    // Names in the margin of a picture that glides can wait until it rests.
    if (sprites.isExhausted && !glides) request();
    else if (!motion.isMoving && waiting.length > 0) {
      tell();
      for (const resolve of waiting.splice(0)) resolve();
    }
  };
  /** Not in every frame: who shows it would lay out text anew each time. */
  const tell = () => {
    clearTimeout(telling);
    telling = undefined;
    if (shown.zoom !== readout.peek().zoom || shown.labels !== readout.peek().labels) readout.value = shown;
  };

  cy.on("render", draw);
  return {
    readout,
    request,
    repaint(tokens) {
      miniMap.forget();
      sprites.recolor(tokens);
      request();
    },
    moved() {
      isStale = true;
      motion.start();
      land = undefined;
      miniMap.forget();
    },
    settled: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        request();
      }),
    [Symbol.dispose]() {
      if (frame !== undefined) cancelAnimationFrame(frame);
      clearTimeout(telling);
      motion[Symbol.dispose]();
      cy.off("render", draw);
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}

function isSame(view: View, other: View | undefined): boolean {
  return (
    other?.zoom === view.zoom &&
    other.pan.x === view.pan.x &&
    other.pan.y === view.pan.y &&
    other.width === view.width &&
    other.height === view.height
  );
}

function viewOf(cy: Core) {
  const { x1, y1, x2, y2 } = cy.extent();
  return { left: x1, top: y1, right: x2, bottom: y2 };
}
