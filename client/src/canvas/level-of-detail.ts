/** What is drawn at which zoom. */
import type { Entity, EntityType } from "../../../server/contract/index.ts";

export interface Detail {
  /** Least weight of a name that may be shown. */
  readonly minWeight: number;
  /** Names that are shown at most. */
  readonly maxLabels: number;
  /** Names of partnership lines. */
  readonly hasLineNames: boolean;
  readonly hasBadges: boolean;
  /** Place lines stand back, end marks are left out. */
  readonly isFar: boolean;
}

/** `room` halves the limits on a phone. */
export function detailAt(zoom: number, room: "regular" | "small"): Detail {
  const share = room === "small" ? 0.5 : 1;
  const near = { minWeight: -Infinity, maxLabels: Infinity, hasBadges: true, isFar: false };
  if (zoom < 0.35) {
    return { minWeight: Infinity, maxLabels: 12 * share, hasLineNames: false, hasBadges: false, isFar: true };
  }
  if (zoom < 0.7) {
    return { minWeight: 5, maxLabels: 40 * share, hasLineNames: false, hasBadges: zoom >= 0.5, isFar: false };
  }
  return { ...near, hasLineNames: zoom >= 1.4 };
}

const EXTRA: Partial<Record<EntityType, number>> = {
  Region: 9,
  University: 6,
  ResearchInstitute: 3,
  Laboratory: 3,
  HighTechZone: 3,
  Programme: -4,
  Policy: -4,
};

/** Who keeps its name when space is short. */
export function labelWeight({ type, degree }: Pick<Entity, "type" | "degree">): number {
  return degree + (EXTRA[type] ?? 0);
}

/** Regions that are named from afar, whatever their degree. */
export function isWideRegion({ type, level }: Entity): boolean {
  return type === "Region" && (level === "city" || level === "province" || level === "country" || level === "area");
}

/** Entities on the canvas from which on it has a mini-map. */
export const MINI_MAP_FROM = 150;

/** Below this an icon is a smudge. In pixels. */
export const MIN_ICON_RADIUS = 9;
/** No shape gets smaller on the screen. In pixels. */
export const MIN_SHAPE_RADIUS = 3;

const FAR_SCALES = [1, 1.5, 2.2, 3.3, 5, 7.5] as const;

const SMALLEST_RADIUS = 10;

/** The radius that a node is drawn with, in the canvas's units. */
export function drawnRadius(radius: number, scale: number): number {
  return scale === 1 ? radius : Math.max(radius, SMALLEST_RADIUS * scale);
}

/**
 * By how much the smallest shapes are drawn larger so that they stay visible
 * from afar. Goes in steps: each step restyles every node.
 */
export function farScale(zoom: number): number {
  const needed = MIN_SHAPE_RADIUS / (SMALLEST_RADIUS * zoom);
  return FAR_SCALES.find((scale) => scale >= needed) ?? FAR_SCALES.at(-1)!;
}
