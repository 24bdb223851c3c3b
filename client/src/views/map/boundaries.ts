/** Outlines of provinces, cities and counties, fetched from the server's own files when a map needs them. */
import type { MultiPolygon, Polygon } from "geojson";
import { feature, merge } from "topojson-client";
import type { GeometryCollection, MultiPolygon as TopoShape, Topology } from "topojson-specification";

import china from "../../../boundaries/china.json?url";
import type { RollUpLevel } from "../../../../server/contract/index.ts";

const PROVINCES = import.meta.glob<string>("../../../boundaries/provinces/*.json", {
  query: "?url",
  import: "default",
  eager: true,
});

/** GB/T 2260, six digits. */
export type RegionCode = string;

export interface Area {
  readonly code: RegionCode;
  readonly name: string;
  readonly geometry: Polygon | MultiPolygon;
}

type Boundaries = Topology<{ areas: GeometryCollection<{ name: string }> }>;

const PROVINCE_NAMES: Readonly<Record<string, string>> = {
  11: "北京市",
  12: "天津市",
  13: "河北省",
  14: "山西省",
  15: "内蒙古自治区",
  21: "辽宁省",
  22: "吉林省",
  23: "黑龙江省",
  31: "上海市",
  32: "江苏省",
  33: "浙江省",
  34: "安徽省",
  35: "福建省",
  36: "江西省",
  37: "山东省",
  41: "河南省",
  42: "湖北省",
  43: "湖南省",
  44: "广东省",
  45: "广西壮族自治区",
  46: "海南省",
  50: "重庆市",
  51: "四川省",
  52: "贵州省",
  53: "云南省",
  54: "西藏自治区",
  61: "陕西省",
  62: "甘肃省",
  63: "青海省",
  64: "宁夏回族自治区",
  65: "新疆维吾尔自治区",
  71: "台湾省",
  81: "香港特别行政区",
  82: "澳门特别行政区",
};

export const provinceOf = (code: RegionCode): RegionCode => `${code.slice(0, 2)}0000`;
export const provinceName = (code: RegionCode): string => PROVINCE_NAMES[code.slice(0, 2)] ?? code;

/** What a map holds: all of the country, one province, or one city. */
export type Scope = RegionCode | null;

export const isWithin = (code: RegionCode, scope: Scope): boolean =>
  scope === null || code.startsWith(scope.endsWith("0000") ? scope.slice(0, 2) : scope.slice(0, 4));

/** The levels that a map of `scope` can show; the country's counties are too many for a screen. */
export function levelsOf(scope: Scope): readonly RollUpLevel[] {
  if (scope === null) return ["province", "city"];
  return scope.endsWith("0000") ? ["city", "county"] : ["county"];
}

/** @throws TypeError when the server cannot be reached */
export async function loadAreas(level: RollUpLevel, scope: Scope): Promise<readonly Area[]> {
  if (scope === null) {
    const boundaries = await load(china);
    return level === "province" ? merged(boundaries, provinceOf) : toAreas(boundaries);
  }
  const file = PROVINCES[`../../../boundaries/provinces/${provinceOf(scope)}.json`];
  if (file === undefined) return [];
  const boundaries = await load(file);
  if (level === "county") return toAreas(boundaries).filter(({ code }) => isWithin(code, scope));
  const cities = new Map(toAreas(await load(china)).map(({ code, name }) => [code, name]));
  return merged(boundaries, level === "city" ? cityOf : provinceOf).map((area) => ({
    ...area,
    name: cities.get(area.code) ?? area.name,
  }));
}

/** Counties that a province runs itself have 90 in their code and are on the level of cities. */
export function cityOf(code: RegionCode): RegionCode {
  if (["11", "12", "31", "50", "81", "82"].includes(code.slice(0, 2))) return provinceOf(code);
  return code.slice(2, 4) === "90" ? code : `${code.slice(0, 4)}00`;
}

const loading = new Map<string, Promise<Boundaries>>();

function load(file: string): Promise<Boundaries> {
  const known = loading.get(file);
  if (known !== undefined) return known;
  const coming = fetch(file).then(async (response) => {
    if (!response.ok) throw new TypeError(`${file} answered ${response.status}`);
    return (await response.json()) as Boundaries;
  });
  loading.set(file, coming);
  // A failure is not kept: the next map asks again.
  coming.catch(() => loading.delete(file));
  return coming;
}

function toAreas(boundaries: Boundaries): readonly Area[] {
  return feature(boundaries, boundaries.objects.areas).features.map(({ id, properties, geometry }) => ({
    code: String(id),
    name: properties.name,
    geometry: geometry as Polygon | MultiPolygon,
  }));
}

/** Areas of one code become one, under the name of their province. */
function merged(boundaries: Boundaries, codeOf: (code: RegionCode) => RegionCode): readonly Area[] {
  const parts = new Map<RegionCode, TopoShape[]>();
  for (const shape of boundaries.objects.areas.geometries) {
    const code = codeOf(String(shape.id));
    parts.set(code, [...(parts.get(code) ?? []), shape as TopoShape]);
  }
  return [...parts].map(([code, shapes]) => ({
    code,
    name: PROVINCE_NAMES[code.slice(0, 2)] ?? code,
    geometry: merge(boundaries, shapes as Parameters<typeof merge>[1]),
  }));
}

export function levelOfCode(code: RegionCode): RollUpLevel {
  if (code.endsWith("0000")) return "province";
  return code.endsWith("00") ? "city" : "county";
}
