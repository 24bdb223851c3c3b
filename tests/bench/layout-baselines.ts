/** The layouts that others would take, each as its package gives it, on the same graph. */
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";
import { forceCenter, forceLink, forceManyBody, forceSimulation } from "d3-force";
import { UndirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";

import { pivotMds } from "../../client/src/layout/pivot-mds.ts";
import { createNetwork } from "../../client/src/layout/network.ts";
import { createRandom } from "../../client/src/layout/random.ts";
import { cpuMs } from "./measure.ts";

cytoscape.use(fcose);

export interface LaidOut {
  readonly cpuMs: number;
  /** x, y pairs. */
  readonly positions: Float64Array;
}

export interface PlainGraph {
  readonly count: number;
  /** Pairs of node numbers, no two of the same nodes. */
  readonly edges: Int32Array;
  /** Of each node's circle. */
  readonly radii: ArrayLike<number>;
}

/** What d3's own examples draw with. */
const D3_EDGE = 30;

export interface FcoseOptions {
  readonly quality: "default" | "draft";
  /** Where nodes stand and stay; NaN for those to be placed. */
  readonly fixed?: Float64Array;
}

export async function layOutByFcose(graph: PlainGraph, { quality, fixed }: FcoseOptions): Promise<LaidOut> {
  const isFixed = (node: number) => fixed !== undefined && !Number.isNaN(fixed[node * 2]!);
  const at = (node: number) => ({ x: fixed![node * 2]!, y: fixed![node * 2 + 1]! });
  const cy = cytoscape({
    headless: true,
    styleEnabled: true,
    style: [{ selector: "node", style: { width: "data(size)", height: "data(size)" } }],
    elements: [
      ...Array.from({ length: graph.count }, (_, node) => ({
        data: { id: String(node), size: graph.radii[node]! * 2 },
        ...(isFixed(node) && { position: at(node) }),
      })),
      ...pairsOf(graph).map(([source, target]) => ({ data: { source: String(source), target: String(target) } })),
    ],
  });
  const fixedNodes = Array.from({ length: graph.count }, (_, node) => node).filter(isFixed);
  const layout = cy.layout({
    name: "fcose",
    quality,
    animate: false,
    fit: false,
    ...(fixed !== undefined && {
      randomize: false,
      fixedNodeConstraint: fixedNodes.map((node) => ({ nodeId: String(node), position: at(node) })),
    }),
  } as cytoscape.LayoutOptions);
  const time = await cpuMs(() => layout.run());
  const positions = new Float64Array(graph.count * 2);
  cy.nodes().forEach((node, index) => {
    positions.set([node.position("x"), node.position("y")], index * 2);
  });
  cy.destroy();
  return { cpuMs: time, positions };
}

export interface D3Options {
  readonly ticks: number;
  /** Whether to begin from PivotMDS rather than from d3's own spiral. */
  readonly fromPivots: boolean;
}

export async function layOutByD3(graph: PlainGraph, { ticks, fromPivots }: D3Options): Promise<LaidOut> {
  const positions = new Float64Array(graph.count * 2);
  const time = await cpuMs(() => {
    const start = fromPivots ? pivotMds(createNetwork(graph.count, graph.edges)) : undefined;
    const nodes = Array.from({ length: graph.count }, (_, node) =>
      start === undefined ? {} : { x: start[node * 2]! * D3_EDGE, y: start[node * 2 + 1]! * D3_EDGE },
    ) as { x: number; y: number }[];
    forceSimulation(nodes)
      .force("link", forceLink(pairsOf(graph).map(([source, target]) => ({ source, target }))))
      .force("charge", forceManyBody())
      .force("centre", forceCenter())
      .alphaDecay(1 - 0.001 ** (1 / ticks))
      .stop()
      .tick(ticks);
    nodes.forEach(({ x, y }, node) => positions.set([x, y], node * 2));
  });
  return { cpuMs: time, positions };
}

/** With the settings that the package infers from the size, and the iterations of its own examples. */
export async function layOutByForceAtlas2(graph: PlainGraph): Promise<LaidOut> {
  const network = new UndirectedGraph();
  const random = createRandom(7);
  for (let node = 0; node < graph.count; node += 1) network.addNode(node, { x: random(), y: random() });
  for (const [source, target] of pairsOf(graph)) network.addEdge(source, target);
  let places: Record<string, { x: number; y: number }> = {};
  const time = await cpuMs(() => {
    places = forceAtlas2(network, { iterations: 100, settings: forceAtlas2.inferSettings(network) });
  });
  const positions = new Float64Array(graph.count * 2);
  for (const [node, { x, y }] of Object.entries(places)) positions.set([x, y], Number(node) * 2);
  return { cpuMs: time, positions };
}

function pairsOf({ edges }: PlainGraph): (readonly [number, number])[] {
  return Array.from({ length: edges.length / 2 }, (_, at) => [edges[at * 2]!, edges[at * 2 + 1]!] as const);
}
