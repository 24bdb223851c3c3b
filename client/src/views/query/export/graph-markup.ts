/** The graph in the rows of an answer as GraphML and GEXF, with whatever properties its nodes and relations have. */
import type { QueryNode, QueryRelation, QueryValue } from "../../../../../server/contract/index.ts";
import { xmlText } from "../../../../../server/contract/file-text.ts";
import type { ResultRow } from "../../../state/query-run.ts";
import { graphOf } from "../results/answer-graph.ts";
import { nodeName } from "../value-text.ts";

interface DrawnGraph {
  readonly nodes: readonly QueryNode[];
  readonly relations: readonly (QueryRelation & { readonly from: string; readonly to: string })[];
}

/** Relations of which an end is not in the rows get it as a node that has its id alone. */
function drawnGraph(rows: readonly ResultRow[]): DrawnGraph {
  const { nodes, relations } = graphOf(rows);
  const all = new Map(nodes);
  const whole = [...relations.values()].flatMap((relation) => {
    const { from, to } = relation;
    if (from === null || to === null) return [];
    for (const id of [from, to]) {
      if (!all.has(id)) all.set(id, { $: "node", id, labels: [], properties: {} });
    }
    return [{ ...relation, from, to }];
  });
  return { nodes: [...all.values()], relations: whole };
}

export function toGraphMl(rows: readonly ResultRow[]): string {
  const { nodes, relations } = drawnGraph(rows);
  const keys = [...keysOf("node", nodes), ...keysOf("edge", relations)];
  const data = (domain: "node" | "edge", properties: QueryNode["properties"]) =>
    Object.entries(properties)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `<data key="${xmlText(`${domain}.${name}`)}">${xmlText(plainText(value))}</data>`)
      .join("");
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    '<key id="label" for="node" attr.name="label" attr.type="string"/>',
    '<key id="type" for="all" attr.name="type" attr.type="string"/>',
    ...keys.map(
      ({ domain, name, type }) =>
        `<key id="${xmlText(`${domain}.${name}`)}" for="${domain}" attr.name="${xmlText(name)}" attr.type="${type}"/>`,
    ),
    '<graph id="answer" edgedefault="directed">',
    ...nodes.map(
      (node) =>
        `<node id="${xmlText(node.id ?? "")}"><data key="label">${xmlText(nodeName(node))}</data><data key="type">${xmlText(typeOf(node))}</data>${data("node", node.properties)}</node>`,
    ),
    ...relations.map(
      ({ id, type, from, to, properties }) =>
        `<edge id="${xmlText(id ?? "")}" source="${xmlText(from)}" target="${xmlText(to)}"><data key="type">${xmlText(type)}</data>${data("edge", properties)}</edge>`,
    ),
    "</graph>",
    "</graphml>",
    "",
  ].join("\n");
}

export function toGexf(rows: readonly ResultRow[]): string {
  const { nodes, relations } = drawnGraph(rows);
  const nodeKeys = keysOf("node", nodes);
  const edgeKeys = keysOf("edge", relations);
  const attributes = (domain: "node" | "edge", keys: readonly Key[]) => [
    `<attributes class="${domain}">`,
    `<attribute id="type" title="type" type="string"/>`,
    ...keys.map(
      ({ name, type }) => `<attribute id="${xmlText(`p.${name}`)}" title="${xmlText(name)}" type="${type}"/>`,
    ),
    "</attributes>",
  ];
  const values = (type: string, properties: QueryNode["properties"]) =>
    `<attvalues><attvalue for="type" value="${xmlText(type)}"/>${Object.entries(properties)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => `<attvalue for="${xmlText(`p.${name}`)}" value="${xmlText(plainText(value))}"/>`)
      .join("")}</attvalues>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gexf xmlns="http://gexf.net/1.3" version="1.3">',
    '<graph defaultedgetype="directed">',
    ...attributes("node", nodeKeys),
    ...attributes("edge", edgeKeys),
    "<nodes>",
    ...nodes.map(
      (node) =>
        `<node id="${xmlText(node.id ?? "")}" label="${xmlText(nodeName(node))}">${values(typeOf(node), node.properties)}</node>`,
    ),
    "</nodes>",
    "<edges>",
    ...relations.map(
      ({ id, type, from, to, properties }) =>
        `<edge id="${xmlText(id ?? "")}" source="${xmlText(from)}" target="${xmlText(to)}" label="${xmlText(type)}">${values(type, properties)}</edge>`,
    ),
    "</edges>",
    "</graph>",
    "</gexf>",
    "",
  ].join("\n");
}

interface Key {
  readonly domain: "node" | "edge";
  readonly name: string;
  readonly type: "string" | "double" | "boolean";
}

function keysOf(
  domain: Key["domain"],
  all: readonly { readonly properties: QueryNode["properties"] }[],
): readonly Key[] {
  const types = new Map<string, Key["type"]>();
  for (const { properties } of all) {
    for (const [name, value] of Object.entries(properties)) {
      if (value === null) continue;
      const type = typeof value === "number" ? "double" : typeof value === "boolean" ? "boolean" : "string";
      const known = types.get(name);
      types.set(name, known === undefined || known === type ? type : "string");
    }
  }
  return [...types].map(([name, type]) => ({ domain, name, type }));
}

const typeOf = ({ labels }: QueryNode) => labels.find((label) => label !== "Entity") ?? labels[0] ?? "";
const plainText = (value: QueryValue) => (typeof value === "string" ? value : JSON.stringify(value));
