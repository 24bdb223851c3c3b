/** The sign of an entity: shape and colour of its type, with the icon where there is room; regions by level. */
import { ENTITY_TYPES } from "../../../../server/contract/ontology.ts";
import type { EntityType, RegionLevel } from "../../../../server/contract/ontology.ts";
import { iconDrawing } from "../../ui/icon.tsx";
import "./entity-mark.css";
import { ICON_SHIFT, SHAPE_PATHS, iconSide } from "./shapes.ts";
import { typeColor } from "./type-colors.ts";
import { TYPE_ICONS } from "./type-icons.ts";

/** From this size on the shape holds its icon. */
const ICON_FROM = 20;

export interface EntityMarkProps {
  readonly type: EntityType;
  readonly level?: RegionLevel | undefined;
  readonly size?: number;
}

/** Says nothing itself: the name and the type stand beside it. */
export function EntityMark({ type, level, size = 16 }: EntityMarkProps) {
  const { shape, icon } = ENTITY_TYPES[type];
  const color = typeColor(type);
  return (
    <svg class="entity-mark" width={size} height={size} viewBox="-10.5 -10.5 21 21" aria-hidden="true">
      {shape === "ring" ? (
        <RegionSign level={level ?? "city"} color={color} />
      ) : (
        <path d={SHAPE_PATHS[shape]} fill={color} />
      )}
      {shape !== "ring" && size >= ICON_FROM && (
        <svg
          x={-iconSide(shape) / 2}
          y={-iconSide(shape) / 2 + (ICON_SHIFT[shape] ?? 0)}
          width={iconSide(shape)}
          height={iconSide(shape)}
          viewBox="0 0 24 24"
          class="entity-mark__icon"
          dangerouslySetInnerHTML={{ __html: iconDrawing(TYPE_ICONS[icon] ?? "") }}
        />
      )}
    </svg>
  );
}

interface Sign {
  /** Radius and width of each ring, from outside. */
  readonly rings: readonly (readonly [radius: number, width: number])[];
  readonly dot: number;
}

/** The ring signs of Chinese atlases. */
export const REGION_SIGNS: Readonly<Record<RegionLevel, Sign>> = {
  country: {
    rings: [
      [9.8, 0.7],
      [7.2, 1.6],
      [3.4, 1.6],
    ],
    dot: 0,
  },
  area: {
    rings: [
      [8.6, 1.6],
      [5.2, 1.6],
    ],
    dot: 0,
  },
  province: {
    rings: [
      [8.8, 1.5],
      [5.8, 1.5],
    ],
    dot: 2.6,
  },
  city: { rings: [[8.6, 1.8]], dot: 4.6 },
  county: { rings: [[8.6, 1.8]], dot: 2.8 },
  town: { rings: [[7.2, 1.8]], dot: 0 },
};

function RegionSign({ level, color }: { readonly level: RegionLevel; readonly color: string }) {
  const { rings, dot } = REGION_SIGNS[level];
  return (
    <g>
      {rings.map(([radius, width], index) => (
        <circle
          key={radius}
          r={radius}
          stroke={color}
          stroke-width={width}
          class={index === 0 ? "entity-mark__paper" : "entity-mark__ring"}
        />
      ))}
      {dot > 0 && <circle r={dot} fill={color} />}
    </g>
  );
}
