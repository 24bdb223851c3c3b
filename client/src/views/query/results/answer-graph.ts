/** The entities and relations in the rows of an answer, at any depth. */
import type {
  EntityId,
  QueryNode,
  QueryPath,
  QueryRelation,
  QueryValue,
} from "../../../../../server/contract/index.ts";
import type { QueryRun } from "../../../state/query-run.ts";
import { isTagged } from "../value-text.ts";

export interface AnswerGraph {
  readonly nodes: ReadonlyMap<string, QueryNode>;
  readonly relations: ReadonlyMap<string, QueryRelation>;
}

/** More than a canvas can show is not looked for. */
const MAX_NODES = 5_000;

export function graphOf(rows: readonly (readonly QueryValue[])[]): AnswerGraph {
  const nodes = new Map<string, QueryNode>();
  const relations = new Map<string, QueryRelation>();
  const visit = (value: QueryValue): void => {
    if (typeof value !== "object" || value === null) return;
    if (!isTagged(value)) {
      for (const inner of Object.values(value)) visit(inner as QueryValue);
      return;
    }
    visitTagged(value);
  };
  const visitTagged = (value: QueryNode | QueryRelation | QueryPath) => {
    if (value.$ === "path") {
      value.nodes.forEach(visit);
      value.relations.forEach(visit);
    } else if (value.id === null) return;
    else if (value.$ === "node") nodes.set(value.id, value);
    else relations.set(value.id, value);
  };
  for (const row of rows) {
    row.forEach(visit);
    if (nodes.size > MAX_NODES) break;
  }
  return { nodes, relations };
}

const known = new WeakMap<QueryRun, readonly EntityId[]>();

/** Of a run that has ended: its entities, and the ends of its relations. */
export function entitiesOf(run: QueryRun): readonly EntityId[] {
  const found = known.get(run);
  if (found !== undefined) return found;
  const { nodes, relations } = graphOf(run.rows);
  const entities = [...nodes.values()].filter(({ labels }) => labels.includes("Entity"));
  const ids = new Set([
    ...entities.map(({ id }) => id),
    ...[...relations.values()].flatMap(({ from, to, properties }) => ("evidenceCount" in properties ? [from, to] : [])),
  ]);
  const result = [...ids].filter((id): id is string => id !== null) as EntityId[];
  known.set(run, result);
  return result;
}
