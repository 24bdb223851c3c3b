/**
 * The whole graph as GraphML 1.0 (Gephi, NetworkX, igraph, yEd) and GEXF 1.3
 * (Gephi). What an entity or relation does not have is left out; properties of
 * entities and the passages of relations stand as JSON in one attribute each.
 */
import { xmlText } from "../contract/file-text.ts";
import type { Entity, ExportedRelation } from "../contract/index.ts";
import type { WholeGraph } from "../graph/index.ts";
import { propertiesText } from "./tables.ts";

type Type = "string" | "int" | "double" | "boolean";
type Fields<T> = readonly (readonly [
  name: string,
  type: Type,
  of: (row: T) => string | number | boolean | null | undefined,
])[];

const ENTITY: Fields<Entity> = [
  ["type", "string", ({ type }) => type],
  ["aliases", "string", ({ aliases }) => aliases.join("；")],
  ["level", "string", ({ level }) => level],
  ["code", "string", ({ code }) => code],
  ["degree", "int", ({ degree }) => degree],
  ["properties", "string", propertiesText],
];

/** GEXF has its own place for a label. */
const LABELLED: Fields<Entity> = [["label", "string", ({ name }) => name], ...ENTITY];

const RELATION: Fields<ExportedRelation> = [
  ["relation", "string", ({ type }) => type],
  ["status", "string", ({ status }) => status],
  ["hasPlanned", "boolean", ({ hasPlanned }) => hasPlanned],
  ["evidenceCount", "int", ({ evidenceCount }) => evidenceCount],
  ["firstDate", "string", ({ firstDate }) => firstDate],
  ["lastDate", "string", ({ lastDate }) => lastDate],
  ["confidence", "double", ({ confidence }) => confidence],
  ["method", "string", ({ method }) => method],
  ["passages", "string", ({ passages }) => JSON.stringify(passages)],
];

const DECLARATION = `<?xml version="1.0" encoding="UTF-8"?>\n`;

export async function* toGraphMl(graph: WholeGraph): AsyncGenerator<string> {
  const keys = (fields: readonly (readonly [string, Type, unknown])[], of: "node" | "edge") =>
    fields.map(([name, type]) => `  <key id="${of}-${name}" for="${of}" attr.name="${name}" attr.type="${type}"/>\n`);
  yield [
    DECLARATION,
    `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n`,
    ...keys(LABELLED, "node"),
    ...keys(RELATION, "edge"),
    `  <graph id="atlas" edgedefault="directed">\n`,
  ].join("");
  for await (const entities of graph.entities()) {
    yield entities
      .map((entity) => `    <node id="${xmlText(entity.id)}">${data(entity, LABELLED, "node")}</node>\n`)
      .join("");
  }
  for await (const relations of graph.relations()) {
    yield relations
      .map(
        (relation) =>
          `    <edge id="${xmlText(relation.id)}" source="${xmlText(relation.from)}" target="${xmlText(relation.to)}">${data(relation, RELATION, "edge")}</edge>\n`,
      )
      .join("");
  }
  yield `  </graph>\n</graphml>\n`;
}

function data<T>(row: T, fields: Fields<T>, of: "node" | "edge"): string {
  return present(row, fields)
    .map(([name, value]) => `<data key="${of}-${name}">${value}</data>`)
    .join("");
}

export async function* toGexf(graph: WholeGraph): AsyncGenerator<string> {
  const attributes = (fields: readonly (readonly [string, Type, unknown])[], of: "node" | "edge") => [
    `    <attributes class="${of}">\n`,
    ...fields.map(
      ([name, type]) => `      <attribute id="${name}" title="${name}" type="${type === "int" ? "integer" : type}"/>\n`,
    ),
    `    </attributes>\n`,
  ];
  yield [
    DECLARATION,
    `<gexf xmlns="http://gexf.net/1.3" version="1.3">\n  <graph defaultedgetype="directed">\n`,
    ...attributes(ENTITY, "node"),
    ...attributes(RELATION, "edge"),
    `    <nodes>\n`,
  ].join("");
  for await (const entities of graph.entities()) {
    yield entities
      .map(
        (entity) =>
          `      <node id="${xmlText(entity.id)}" label="${xmlText(entity.name)}">${values(entity, ENTITY)}</node>\n`,
      )
      .join("");
  }
  yield `    </nodes>\n    <edges>\n`;
  for await (const relations of graph.relations()) {
    yield relations
      .map(
        (relation) =>
          `      <edge id="${xmlText(relation.id)}" source="${xmlText(relation.from)}" target="${xmlText(relation.to)}" label="${relation.type}" kind="${relation.type}" weight="${relation.evidenceCount}">${values(relation, RELATION)}</edge>\n`,
      )
      .join("");
  }
  yield `    </edges>\n  </graph>\n</gexf>\n`;
}

function values<T>(row: T, fields: Fields<T>): string {
  const inner = present(row, fields).map(([name, value]) => `<attvalue for="${name}" value="${value}"/>`);
  return `<attvalues>${inner.join("")}</attvalues>`;
}

function present<T>(row: T, fields: Fields<T>): (readonly [name: string, value: string])[] {
  return fields.flatMap(([name, , of]) => {
    const value = of(row);
    return value === undefined || value === null || value === "" ? [] : [[name, xmlText(String(value))] as const];
  });
}
