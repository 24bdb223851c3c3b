/**
 * Values of the engine as tagged JSON for people's queries. The engine hands
 * out nodes as `{_id, _labels, ...}`, relations as `{_id, _type, _source,
 * _target, ...}` and paths as `{nodes, edges}`.
 */
import type { GrafeoDB } from "@grafeo-db/js";

import type { QueryNode, QueryPath, QueryRelation, QueryValue } from "../../contract/index.ts";
import { QuerySyntaxError } from "../errors.ts";
import { NODE, PATH, RAW, RELATION, SCALAR } from "./entity-flow.ts";

type EngineMap = Readonly<Record<string, unknown>>;

export class ValueReader {
  readonly #db: GrafeoDB;
  readonly #isEveryColumnRaw: boolean;

  /** @param isEveryColumnRaw the query ran without names for its columns, so that every node may be a number */
  constructor(db: GrafeoDB, isEveryColumnRaw: boolean) {
    this.#db = db;
    this.#isEveryColumnRaw = isEveryColumnRaw;
  }

  /**
   * @param kind what the column may hold, see `entity-flow.ts`
   * @throws QuerySyntaxError where a number may be one or stand for a node, and nobody can tell
   */
  read(value: unknown, kind: number, column: string): QueryValue {
    const holdsEntities = (kind & (NODE | RELATION)) !== 0;
    if ((kind & RAW) === 0 && !(this.#isEveryColumnRaw && holdsEntities)) return this.#plain(value);
    return this.#raw(value, kind & (NODE | RELATION | SCALAR | PATH), column);
  }

  #raw(value: unknown, kind: number, column: string): QueryValue {
    if (Array.isArray(value)) return value.map((entry) => this.#raw(entry, kind, column));
    if (isPlainMap(value)) {
      return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, this.#raw(entry, kind, column)]));
    }
    if (typeof value !== "number") return this.#plain(value);
    if ((kind & ~PATH) === NODE) return this.#nodeByNumber(value);
    if ((kind & ~PATH) === RELATION) return this.#relationByNumber(value);
    throw new QuerySyntaxError(
      `The embedded engine cannot tell nodes from numbers in the column "${column}". ` +
        "Return the node itself, its properties (n.name, n {.*}), or only nodes or only relations from the expression.",
    );
  }

  #plain(value: unknown): QueryValue {
    if (value === null || value === undefined) return null;
    if (typeof value === "string" || typeof value === "boolean") return value;
    if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
    if (typeof value === "bigint") return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
    if (Array.isArray(value) || value instanceof Float32Array) return Array.from(value, (entry) => this.#plain(entry));
    if (value instanceof Date) return value.toISOString();
    if (Buffer.isBuffer(value)) return value.toString("base64");
    return this.#map(value as EngineMap);
  }

  #map(map: EngineMap): QueryValue {
    if (typeof map["_id"] === "number" && Array.isArray(map["_labels"])) return this.#node(map);
    if (typeof map["_id"] === "number" && typeof map["_type"] === "string") return this.#relation(map);
    if (Array.isArray(map["nodes"]) && Array.isArray(map["edges"]) && Object.keys(map).length === 2) {
      return this.#path(map["nodes"] as EngineMap[], map["edges"] as EngineMap[]);
    }
    if (typeof map["$decimal"] === "string") return map["$decimal"];
    return Object.fromEntries(Object.entries(map).map(([key, entry]) => [key, this.#plain(entry)]));
  }

  #node({ _id, _labels, ...properties }: EngineMap): QueryNode {
    return { $: "node", id: ownId(properties), labels: _labels as string[], properties: this.#properties(properties) };
  }

  #relation({ _id, _type, _source, _target, ...properties }: EngineMap): QueryRelation {
    return {
      $: "relation",
      id: ownId(properties),
      type: _type as string,
      from: this.#idOf(_source as number),
      to: this.#idOf(_target as number),
      properties: this.#properties(properties),
    };
  }

  #path(nodes: readonly EngineMap[], relations: readonly EngineMap[]): QueryPath {
    return {
      $: "path",
      nodes: nodes.map((node) => this.#node(node)),
      relations: relations.map((relation) => this.#relation(relation)),
    };
  }

  #properties(properties: EngineMap): Record<string, QueryValue> {
    return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, this.#plain(value)]));
  }

  #nodeByNumber(number: number): QueryValue {
    const node = this.#db.getNode(number);
    return node === null ? null : this.#node({ ...node.properties(), _id: node.id, _labels: node.labels });
  }

  #relationByNumber(number: number): QueryValue {
    const edge = this.#db.getEdge(number);
    if (edge === null) return null;
    const { id: _id, edgeType: _type, sourceId: _source, targetId: _target } = edge;
    return this.#relation({ ...edge.properties(), _id, _type, _source, _target });
  }

  #idOf(number: number): string | null {
    return ownId({ id: this.#db.getNode(number)?.get("id") });
  }
}

const ownId = (properties: EngineMap) => (typeof properties["id"] === "string" ? properties["id"] : null);

/** A map that a query made; no node, relation, path or value of a kind of its own. */
function isPlainMap(value: unknown): value is EngineMap {
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return false;
  return !("_id" in value) && !("nodes" in value && "edges" in value) && !("$decimal" in value);
}
