/** Values of a query's rows: what each is, and how it reads in one line. */
import type { QueryNode, QueryPath, QueryRelation, QueryValue } from "../../../../server/contract/index.ts";

export function isTagged(value: QueryValue): value is QueryNode | QueryRelation | QueryPath {
  return typeof value === "object" && value !== null && !Array.isArray(value) && "$" in value;
}

/** The name of a node, else its text, else its labels. */
export function nodeName({ properties, labels, id }: QueryNode): string {
  const name = properties["name"] ?? properties["title"] ?? properties["text"] ?? properties["indicator"];
  return typeof name === "string" && name !== "" ? name : (id ?? labels.join(":"));
}

/** One line of plain text; nodes and relations within lists and maps are named, not spelled out. */
export function valueText(value: QueryValue): string {
  if (value === null) return "null";
  if (typeof value === "object") {
    if (Array.isArray(value)) return `[${value.map(valueText).join(", ")}]`;
    if (isTagged(value)) return taggedText(value);
    const entries = Object.entries(value as Readonly<Record<string, QueryValue>>);
    return `{${entries.map(([key, inner]) => `${key}: ${valueText(inner)}`).join(", ")}}`;
  }
  return String(value);
}

function taggedText(value: QueryNode | QueryRelation | QueryPath): string {
  if (value.$ === "node") return nodeName(value);
  if (value.$ === "relation") return `[:${value.type}]`;
  return value.nodes
    .map((node, index) => {
      const relation = value.relations[index];
      return relation === undefined ? nodeName(node) : `${nodeName(node)} –[:${relation.type}]– `;
    })
    .join("");
}
