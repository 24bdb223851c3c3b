/**
 * A map of regions shaded by a value. It is for the eye and the pointer;
 * whoever shows it sets a list of the same regions beside it for everybody else.
 */
import { geoMercator, geoPath } from "d3-geo";
import type { FeatureCollection } from "geojson";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";

import { messages } from "../../i18n/index.ts";
import { IconButton, classNames, fitIcon, minusIcon, plusIcon } from "../../ui/index.ts";
import type { Area, RegionCode } from "./boundaries.ts";
import { mapMessages } from "./messages.ts";
import { rampOf } from "./ramp.ts";
import "./region-map.css";
import { useSize } from "./use-size.ts";

/** From one region to another, as a bow. */
export interface Arc {
  readonly from: RegionCode;
  readonly to: RegionCode;
  readonly count: number;
  readonly isPlanned: boolean;
}

export interface RegionMapProps {
  readonly label: string;
  readonly areas: readonly Area[];
  /** Drawn faintly around, to find one's way. */
  readonly around?: readonly Area[];
  readonly values: ReadonlyMap<RegionCode, number>;
  readonly format: (value: number) => string;
  readonly selected: ReadonlySet<RegionCode>;
  readonly onPick: (code: RegionCode) => void;
  readonly arcs?: readonly Arc[];
  /** Where regions outside of `areas` are, for arcs that come from there. */
  readonly places?: ReadonlyMap<RegionCode, readonly [number, number]>;
}

interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

const WHOLE: View = { scale: 1, x: 0, y: 0 };
const MARGIN = 24;
const MAX_SCALE = 12;
/** A name stands on its region where it has this much room, in pixels. */
const NAME_WIDTH = 48;
const NAME_HEIGHT = 24;
/** And this much more with its value below. */
const VALUE_HEIGHT = 16;

export function RegionMap(props: RegionMapProps) {
  const { label, areas, around = [], values, format, selected, onPick, arcs = [], places } = props;
  const host = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(host);
  const [view, setView] = useState(WHOLE);
  useEffect(() => setView(WHOLE), [areas]);

  const drawing = useMemo(() => draw(areas, around, width, height), [areas, around, width, height]);
  const ramp = useMemo(() => rampOf([...values.values()]), [values]);
  const gestures = useGestures(view, setView);
  const words = mapMessages.value;
  const centerOf = (code: RegionCode): readonly [number, number] | undefined => {
    const own = drawing.shapes.find((shape) => shape.code === code)?.center;
    const place = places?.get(code);
    return own ?? (place === undefined ? undefined : (drawing.project(place) ?? undefined));
  };
  const zoomBy = (factor: number) => setView(zoomed(view, factor, width / 2, height / 2));

  return (
    <div ref={host} class="region-map" {...gestures}>
      <svg width={width} height={height} role="img" aria-label={label}>
        <defs>
          <pattern
            id="region-map-nothing"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <line class="region-map__hatch" x1="0" y1="0" x2="0" y2="6" />
          </pattern>
        </defs>
        <g transform={`translate(${view.x} ${view.y}) scale(${view.scale})`}>
          <path class="region-map__around" d={drawing.around} />
          {drawing.shapes.map(({ code, name, path }) => {
            const value = values.get(code);
            return (
              <path
                key={code}
                d={path}
                data-code={code}
                class={classNames("region-map__area", value === undefined && "region-map__area--nothing")}
                style={value === undefined ? {} : { fill: `var(--s${ramp.stepOf(value)})` }}
                data-tip={`${name} ${value === undefined ? words.nothing : format(value)}`}
                onClick={() => onPick(code)}
              />
            );
          })}
          {drawing.shapes
            .filter(({ code }) => selected.has(code))
            .map(({ code, path }) => (
              <g key={code} class="region-map__chosen">
                <path d={path} class="region-map__halo" />
                <path d={path} class="region-map__outline" />
              </g>
            ))}
          {arcs.map((arc) => {
            const [from, to] = [centerOf(arc.from), centerOf(arc.to)];
            if (from === undefined || to === undefined) return null;
            return (
              <path
                key={`${arc.from} ${arc.to}`}
                d={bow(from, to)}
                class={classNames("region-map__arc", arc.isPlanned && "region-map__arc--planned")}
                style={{ strokeWidth: `${1.2 + 0.9 * Math.log2(arc.count)}px` }}
              />
            );
          })}
        </g>
        <g aria-hidden="true">
          {drawing.shapes.map(({ code, name, center, width: room, height: tall }) => {
            const value = values.get(code);
            const needed = NAME_HEIGHT + (value === undefined ? 0 : VALUE_HEIGHT);
            if (room * view.scale < NAME_WIDTH || tall * view.scale < needed) return null;
            const [x, y] = [view.x + center[0] * view.scale, view.y + center[1] * view.scale];
            const isDark = value !== undefined && ramp.stepOf(value) >= 4;
            return (
              <text
                key={code}
                x={x}
                y={y}
                class={classNames(
                  "region-map__name",
                  value === undefined && "region-map__name--nothing",
                  isDark && "region-map__name--on-dark",
                )}
              >
                <tspan x={x}>{name}</tspan>
                {value !== undefined && (
                  <tspan x={x} dy="15">
                    {format(value)}
                  </tspan>
                )}
              </text>
            );
          })}
        </g>
      </svg>
      <div class="region-map__tools">
        <IconButton icon={plusIcon} label={messages.value.actions["zoom-in"]} onClick={() => zoomBy(1.5)} />
        <IconButton icon={minusIcon} label={messages.value.actions["zoom-out"]} onClick={() => zoomBy(1 / 1.5)} />
        <IconButton icon={fitIcon} label={messages.value.actions.fit} onClick={() => setView(WHOLE)} />
      </div>
      <Legend bounds={ramp.bounds} format={format} stepOf={ramp.stepOf} />
    </div>
  );
}

interface LegendProps {
  readonly bounds: readonly number[];
  readonly format: (value: number) => string;
  readonly stepOf: (value: number) => number;
}

function Legend({ bounds, format, stepOf }: LegendProps) {
  return (
    <div class="region-map__legend">
      {bounds.length > 0 && (
        <ol>
          {bounds.map((bound) => (
            <li key={bound}>
              <i style={{ background: `var(--s${stepOf(bound)})` }} />
              {format(bound)}
            </li>
          ))}
        </ol>
      )}
      <p>
        <i class="region-map__nothing" />
        {mapMessages.value.nothing}
      </p>
    </div>
  );
}

interface Shape {
  readonly code: RegionCode;
  readonly name: string;
  readonly path: string;
  /** In pixels before zooming. */
  readonly center: readonly [number, number];
  readonly width: number;
  readonly height: number;
}

interface Drawing {
  readonly shapes: readonly Shape[];
  readonly around: string;
  readonly project: (place: readonly [number, number]) => readonly [number, number] | null;
}

function draw(areas: readonly Area[], around: readonly Area[], width: number, height: number): Drawing {
  const collection = toCollection(areas);
  const isEmpty = areas.length === 0 || width <= 2 * MARGIN || height <= 2 * MARGIN;
  const projection = geoMercator();
  if (isEmpty) return { shapes: [], around: "", project: () => null };
  projection.fitExtent(
    [
      [MARGIN, MARGIN],
      [width - MARGIN, height - MARGIN],
    ],
    collection,
  );
  const path = geoPath(projection).digits(1);
  return {
    shapes: collection.features.map((feature, index) => {
      const [[west, north], [east, south]] = path.bounds(feature);
      return {
        code: areas[index]!.code,
        name: areas[index]!.name,
        path: path(feature) ?? "",
        center: path.centroid(feature),
        width: east - west,
        height: south - north,
      };
    }),
    around: path(toCollection(around)) ?? "",
    project: ([longitude, latitude]) => projection([longitude, latitude]),
  };
}

function toCollection(areas: readonly Area[]): FeatureCollection {
  return {
    type: "FeatureCollection",
    features: areas.map(({ geometry }) => ({ type: "Feature", properties: {}, geometry })),
  };
}

/** A curve that bends to the left of its way, so that there and back are told apart. */
function bow([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number]): string {
  const [dx, dy] = [x2 - x1, y2 - y1];
  return `M${x1} ${y1}Q${(x1 + x2) / 2 + dy * 0.22} ${(y1 + y2) / 2 - dx * 0.22} ${x2} ${y2}`;
}

function zoomed({ scale, x, y }: View, factor: number, atX: number, atY: number): View {
  const next = Math.min(MAX_SCALE, Math.max(1, scale * factor));
  if (next === 1) return WHOLE;
  const change = next / scale;
  return { scale: next, x: atX - (atX - x) * change, y: atY - (atY - y) * change };
}

/** The wheel zooms at the pointer, dragging pans; a click stays a click. */
function useGestures(view: View, setView: (view: View) => void) {
  const drag = useRef<{ readonly x: number; readonly y: number; readonly view: View; moved: boolean } | null>(null);
  return {
    onWheel(event: WheelEvent) {
      event.preventDefault();
      const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
      setView(zoomed(view, Math.exp(-event.deltaY / 300), event.clientX - box.left, event.clientY - box.top));
    },
    onPointerDown(event: PointerEvent) {
      drag.current = { x: event.clientX, y: event.clientY, view, moved: false };
    },
    onPointerMove(event: PointerEvent) {
      const from = drag.current;
      if (from === null || view.scale === 1) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!from.moved && Math.hypot(dx, dy) < 4) return;
      if (!from.moved) (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
      from.moved = true;
      setView({ ...from.view, x: from.view.x + dx, y: from.view.y + dy });
    },
    onPointerUp() {
      drag.current = null;
    },
    onPointerCancel() {
      drag.current = null;
    },
  };
}
