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
import type { CanvasElements, NodeElement } from "./elements.ts";
import type { Side } from "./label-layout.ts";
import { landOf } from "./land.ts";
import { MINI_MAP_FROM } from "./level-of-detail.ts";
import { sizeLayer } from "./layer.ts";
import { lineOf } from "./lines.ts";
import { createMiniMap } from "./mini-map.ts";
import { drawOver } from "./over-layer.ts";
import { composePicture } from "./picture.ts";
import { firmPlates, plateBox, roomyNames } from "./plates.ts";
import { Sprites } from "./sprites.ts";
import type { Surfaces } from "./surfaces.ts";
import type { CanvasTokens } from "./tokens.ts";
import { drawUnder, landNameBoxes } from "./under-layer.ts";
import type { Territory } from "./under-layer.ts";
import type { Viewport } from "./viewport.ts";

/** What a frame shows, read anew for each. */
export interface Painted {
  readonly elements: CanvasElements;
  readonly territories: ReadonlyMap<EntityId, EntityId>;
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
  onBadge(id: EntityId): void;
}

export interface Painter extends Disposable {
  readonly readout: ReadonlySignal<CanvasReadout>;
  /** Draws in the next frame. */
  request(): void;
  /** Other colours. */
  repaint(tokens: CanvasTokens): void;
  /** Something has moved: names may change sides, land its border. */
  moved(): void;
}

export function createPainter(options: PainterOptions): Painter {
  const { cy, surfaces, viewport } = options;
  const readout = signal<CanvasReadout>({ zoom: 1, labels: 0 });
  let frame: number | undefined;
  let lastSides = new Map<string, Side>();
  let land: readonly Territory[] | undefined;
  let landFor: CanvasElements | undefined;

  const request = () => {
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      draw();
    });
  };
  const sprites = new Sprites(options.tokens, devicePixelRatio, options.icon, request);
  const entityOf = (id: EntityId) => options.painted().elements.nodes.get(id)?.entity;
  const badges = createBadges(
    surfaces.badges,
    (id, count) => options.badgeName(entityOf(id)!, count),
    (id) => options.onBadge(id),
  );
  const miniMap = createMiniMap(surfaces.map, (to) => viewport.centreOn(to));

  const draw = () => {
    const painted = options.painted();
    const { elements, tokens, selected } = painted;
    sprites.sharpen(devicePixelRatio);
    const nodes = placedNodes(cy, elements);
    if (land === undefined || landFor !== elements) {
      land = landOf(nodes, painted.territories, entityOf);
      landFor = elements;
    }
    const plateFacts = {
      cy,
      elements,
      selected: painted.relation,
      hovered: painted.hoveredEdge,
      nameOf: options.relationName,
    };
    const plates = firmPlates(plateFacts);
    const picture = composePicture({
      zoom: cy.zoom(),
      pan: cy.pan(),
      width: cy.width(),
      height: cy.height(),
      nodes,
      farScale: painted.farScale,
      selected,
      focused: painted.focused,
      hovered: painted.hoveredEntity,
      notShown: ({ entity }) => painted.notShown(entity),
      measure: (lines, style) => sprites.label(lines, style, "center"),
      lastSides,
      taken: [...plates.map(plateBox), ...landNameBoxes(land, cy.zoom(), cy.pan())],
    });
    lastSides = new Map(picture.labels.map(({ id, side }) => [id, side]));
    const labelBoxes = picture.labels.map(({ x, y, lines, style }) => {
      const { width, height } = sprites.label(lines, style, "center");
      return { left: x, top: y, right: x + width, bottom: y + height };
    });

    const under = sizeLayer(surfaces.under, cy.width(), cy.height());
    const hovered = painted.hoveredEdge === null ? undefined : elements.edges.get(painted.hoveredEdge);
    const band = hovered === undefined ? undefined : lineOf(cy, hovered);
    drawUnder(under, picture, land, ({ element }) => selected.has(element.id), band, tokens);
    drawOver(
      sizeLayer(surfaces.over, cy.width(), cy.height()),
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
    surfaces.map.hidden = nodes.length < MINI_MAP_FROM;
    if (nodes.length >= MINI_MAP_FROM) miniMap.draw({ nodes, view: viewOf(cy) }, tokens);
    const now = { zoom: cy.zoom(), labels: picture.labels.length };
    if (now.zoom !== readout.peek().zoom || now.labels !== readout.peek().labels) readout.value = now;
  };

  cy.on("render", draw);
  return {
    readout,
    request,
    repaint(tokens) {
      sprites.recolor(tokens);
      request();
    },
    moved() {
      land = undefined;
    },
    [Symbol.dispose]() {
      if (frame !== undefined) cancelAnimationFrame(frame);
      cy.off("render", draw);
    },
  };
}

function placedNodes(cy: Core, { nodes }: CanvasElements) {
  const placed: { readonly element: NodeElement; readonly at: { x: number; y: number } }[] = [];
  for (const element of nodes.values()) {
    const node = cy.getElementById(element.id);
    if (node.nonempty()) placed.push({ element, at: node.position() });
  }
  return placed;
}

function viewOf(cy: Core) {
  const { x1, y1, x2, y2 } = cy.extent();
  return { left: x1, top: y1, right: x2, bottom: y2 };
}
