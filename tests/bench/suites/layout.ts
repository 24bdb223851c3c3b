/** The layout that people see first, names and packing included, against what the field's packages give. */
import { arrange } from "../../../client/src/layout/arrange.ts";
import type { LayoutRequest } from "../../../client/src/layout/arrange.ts";
import { overlappingPairs } from "../../../client/src/layout/overlapping-pairs.ts";
import { createNetwork } from "../../../client/src/layout/network.ts";
import { toElements } from "../../../client/src/canvas/elements.ts";
import type { CanvasElements } from "../../../client/src/canvas/elements.ts";
import { toLayoutRequest } from "../../../client/src/canvas/layout-request.ts";
import { layOutByD3, layOutByFcose, layOutByForceAtlas2 } from "../layout-baselines.ts";
import type { LaidOut, PlainGraph } from "../layout-baselines.ts";
import { sampledStress } from "../layout-quality.ts";
import { cpuMs, median } from "../measure.ts";
import { sampleGraph } from "../sample-graph.ts";
import type { SampleGraph } from "../sample-graph.ts";
import type { BenchContext, Figure, Suite, Target } from "../suite.ts";

const SEEDS = [1, 2, 3];

interface Rival {
  readonly name: string;
  readonly layOut: (graph: PlainGraph) => Promise<LaidOut>;
  readonly time?: Target;
  readonly stress?: Target;
}

const FCOSE_DEFAULT = (graph: PlainGraph) => layOutByFcose(graph, { quality: "default" });
const FCOSE_DRAFT = (graph: PlainGraph) => layOutByFcose(graph, { quality: "draft" });
const D3 = (graph: PlainGraph) => layOutByD3(graph, { ticks: 300, fromPivots: false });
const PIVOTS_AND_D3 = (graph: PlainGraph) => layOutByD3(graph, { ticks: 80, fromPivots: true });

const NONE: Target = { atMost: 0, words: "none" };
const faster = (times: number): Target => ({ atMost: 1 / times, words: `${times} times faster` });

const SIZES: readonly { readonly entities: number; readonly relations: number; readonly rivals: readonly Rival[] }[] = [
  {
    entities: 100,
    relations: 240,
    rivals: [
      { name: "fcose default", layOut: FCOSE_DEFAULT },
      { name: "fcose draft", layOut: FCOSE_DRAFT },
      { name: "d3-force", layOut: D3 },
      { name: "forceatlas2", layOut: layOutByForceAtlas2 },
    ],
  },
  {
    entities: 500,
    relations: 1_200,
    rivals: [
      { name: "fcose default", layOut: FCOSE_DEFAULT, time: faster(20), stress: { atMost: 0.88 } },
      { name: "fcose draft", layOut: FCOSE_DRAFT },
      { name: "d3-force", layOut: D3 },
      { name: "forceatlas2", layOut: layOutByForceAtlas2 },
    ],
  },
  {
    entities: 1_000,
    relations: 2_500,
    rivals: [
      { name: "fcose default", layOut: FCOSE_DEFAULT, time: faster(150), stress: { atMost: 0.82 } },
      { name: "fcose draft", layOut: FCOSE_DRAFT },
      { name: "d3-force", layOut: D3 },
      { name: "forceatlas2", layOut: layOutByForceAtlas2 },
    ],
  },
  {
    entities: 2_000,
    relations: 5_000,
    rivals: [
      {
        name: "fcose draft",
        layOut: FCOSE_DRAFT,
        time: { atMost: 1, words: "as fast" },
        stress: { atMost: 0.7 },
      },
      { name: "d3-force", layOut: D3 },
      { name: "forceatlas2", layOut: layOutByForceAtlas2 },
    ],
  },
  {
    entities: 10_000,
    relations: 30_000,
    rivals: [
      {
        name: "PivotMDS and 80 ticks of d3-force",
        layOut: PIVOTS_AND_D3,
        time: faster(5),
        stress: { atMost: 1, words: "equal" },
      },
    ],
  },
];

export const layout: Suite = {
  name: "layout",
  title: "Layout",
  about:
    "The layout by relations as the canvas asks for it, with room for names, against the field's packages with their default settings, on generated graphs; medians of three seeds. Stress is over 250 sources, at the scale that suits each drawing best. Overlapping means that the boxes of two entities with their names meet.",
  async run(context) {
    const sizes = context.smallest ? SIZES.slice(0, 1) : SIZES;
    const seeds = context.smallest ? SEEDS.slice(0, 1) : SEEDS;
    const figures: Figure[] = [];
    await warmUp();
    for (const size of sizes) {
      const graphs = seeds.map((seed) => prepare(sampleGraph({ ...size, seed })));
      figures.push(...(await compare(graphs, size, context)));
    }
    figures.push(...(await expand(seeds, context)));
    return figures;
  },
};

interface Prepared {
  readonly graph: PlainGraph;
  readonly request: LayoutRequest;
}

function prepare(sample: SampleGraph): Prepared {
  const elements = elementsOf(sample);
  const request = toLayoutRequest("relations", elements, {
    positionOf: () => undefined,
    pinned: new Set(),
    territories: new Map(),
    centre: null,
    aspect: 1.6,
  });
  return { request, graph: plainOf(request, elements) };
}

function elementsOf({ entities, relations }: SampleGraph): CanvasElements {
  return toElements({
    entities: new Map(entities.map((entity) => [entity.id, entity])),
    relations: new Map(relations.map((relation) => [relation.id, relation])),
  });
}

function plainOf({ count, edges }: LayoutRequest, { nodes }: CanvasElements): PlainGraph {
  return { count, edges, radii: [...nodes.values()].map(({ radius }) => radius) };
}

/** So that none is measured while its code is still being compiled. */
async function warmUp(): Promise<void> {
  const { request, graph } = prepare(sampleGraph({ entities: 100, relations: 240, seed: 9 }));
  const all = [FCOSE_DEFAULT, FCOSE_DRAFT, D3, PIVOTS_AND_D3, layOutByForceAtlas2];
  for (const layOut of all) await layOut(graph);
  const positions = arrange(request).fill(Number.NaN, 100);
  await layOutByFcose(graph, { quality: "default", fixed: positions });
  for (let round = 0; round < 10; round += 1) {
    arrange(request);
    arrange({ ...request, arrangement: "place", positions });
  }
}

async function compare(
  graphs: readonly Prepared[],
  { entities, relations, rivals }: (typeof SIZES)[number],
  { say }: BenchContext,
): Promise<readonly Figure[]> {
  const name = `${entities.toLocaleString("en-GB")}/${relations.toLocaleString("en-GB")}`;
  say(name);
  const own = { times: [] as number[], stress: [] as number[], overlaps: [] as number[] };
  for (const { request, graph } of graphs) {
    let positions = new Float64Array();
    own.times.push(
      await cpuMs(() => {
        positions = arrange(request) as Float64Array<ArrayBuffer>;
      }),
    );
    own.stress.push(sampledStress(createNetwork(graph.count, graph.edges), positions));
    own.overlaps.push(overlappingPairs(positions, { reach: request.reach }).length / 2);
  }
  const figures: Figure[] = [];
  for (const rival of rivals) {
    say(`${name}, ${rival.name}`);
    const [times, stress]: [number[], number[]] = [[], []];
    for (const { graph } of graphs) {
      const laidOut = await rival.layOut(graph);
      times.push(laidOut.cpuMs);
      stress.push(sampledStress(createNetwork(graph.count, graph.edges), laidOut.positions));
    }
    figures.push(
      {
        what: `${name}, time`,
        value: median(own.times),
        unit: "ms",
        baseline: { name: rival.name, value: median(times) },
        ...(rival.time && { target: rival.time }),
      },
      {
        what: `${name}, stress`,
        value: median(own.stress),
        unit: "",
        baseline: { name: rival.name, value: median(stress) },
        ...(rival.stress && { target: rival.stress }),
      },
    );
  }
  const most = Math.max(...own.overlaps);
  return [...figures, { what: `${name}, overlapping pairs`, value: most, unit: "", target: NONE }];
}

/** 300 entities are placed; one of them brings 25 more. */
async function expand(seeds: readonly number[], { say }: BenchContext): Promise<readonly Figure[]> {
  say("expanding 300 by 25");
  const [times, rivalTimes, moved, overlaps]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (const seed of seeds) {
    const { before, after } = expansionOf(seed);
    const placed = arrange(before.request);
    const positions = new Float64Array(after.request.count * 2).fill(Number.NaN);
    positions.set(placed);
    const request: LayoutRequest = { ...after.request, arrangement: "place", positions };
    let grown = new Float64Array();
    times.push(
      await cpuMs(() => {
        grown = arrange(request) as Float64Array<ArrayBuffer>;
      }),
    );
    moved.push(placed.filter((value, at) => grown[at] !== value).length);
    // The old entities stand where they stood, so what meets is new.
    overlaps.push(overlappingPairs(grown, { reach: request.reach }).length / 2);
    const rival = await layOutByFcose(after.graph, { quality: "default", fixed: positions });
    rivalTimes.push(rival.cpuMs);
  }
  const what = "expand 300 by 25";
  return [
    {
      what: `${what}, time`,
      value: median(times),
      unit: "ms",
      baseline: { name: "fcose with fixed nodes", value: median(rivalTimes) },
      target: faster(20),
    },
    { what: `${what}, coordinates of old nodes that changed`, value: Math.max(...moved), unit: "", target: NONE },
    { what: `${what}, new overlaps`, value: Math.max(...overlaps), unit: "", target: NONE },
  ];
}

/** The last 25 neighbours of the best connected entity come later. */
function expansionOf(seed: number): { readonly before: Prepared; readonly after: Prepared } {
  const sample = sampleGraph({ entities: 325, relations: 780, seed });
  const hub = sample.entities.reduce((best, entity) => (entity.degree > best.degree ? entity : best));
  const around = sample.relations.flatMap(({ from, to }) => (from === hub.id ? [to] : to === hub.id ? [from] : []));
  const late = new Set(around.filter((id) => !id.startsWith("Region")).slice(-25));
  const first = sample.entities.filter(({ id }) => !late.has(id));
  const restricted = {
    entities: first,
    relations: sample.relations.filter(({ from, to }) => !late.has(from) && !late.has(to)),
  };
  const ordered = { ...sample, entities: [...first, ...sample.entities.filter(({ id }) => late.has(id))] };
  return { before: prepare(restricted), after: prepare(ordered) };
}
