/**
 * The operators of Neo4j's plans that only read the graph. An operator that a
 * later release adds is refused until it is listed here; those of SHOW,
 * TERMINATE, LOAD CSV, of every write and of subqueries in transactions of
 * their own are left out on purpose.
 * Source: Neo4j's manual, "Operators in detail".
 */
const NODES_BY_INDEX = [
  "NodeIndexScan",
  "NodeIndexSeek",
  "NodeIndexSeekByRange",
  "NodeIndexContainsScan",
  "NodeIndexEndsWithScan",
  "NodeUniqueIndexSeek",
  "NodeUniqueIndexSeekByRange",
];

const NODES_BY_LABEL = [
  "AllNodesScan",
  "NodeByLabelScan",
  "IntersectionNodeByLabelsScan",
  "SubtractionNodeByLabelsScan",
  "UnionNodeByLabelsScan",
];

const NODES_OTHERWISE = ["MultiNodeIndexSeek", "NodeByElementIdSeek", "NodeByIdSeek", "NodeCountFromCountStore"];

/** Each in one direction and in both. */
const RELATIONS = [
  "AllRelationshipsScan",
  "RelationshipByElementIdSeek",
  "RelationshipByIdSeek",
  "RelationshipIndexContainsScan",
  "RelationshipIndexEndsWithScan",
  "RelationshipIndexScan",
  "RelationshipIndexSeek",
  "RelationshipIndexSeekByRange",
  "RelationshipTypeScan",
  "RelationshipUniqueIndexSeek",
  "RelationshipUniqueIndexSeekByRange",
  "UnionRelationshipTypesScan",
].flatMap((name) => [`Directed${name}`, `Undirected${name}`]);

const PATTERNS = [
  "AssertSameNode",
  "AssertSameRelationship",
  "BFSPruningVarLengthExpand",
  "Expand",
  "OptionalExpand",
  "ProjectEndpoints",
  "RelationshipCountFromCountStore",
  "Repeat",
  "ShortestPath",
  "StatefulShortestPath",
  "Trail",
  "TriadicBuild",
  "TriadicFilter",
  "TriadicSelection",
  "VarLengthExpand",
];

const ROWS = [
  "Aggregation",
  "Anti",
  "Argument",
  "ArgumentTracker",
  "CacheProperties",
  "Distinct",
  "Eager",
  "EagerAggregation",
  "EmptyResult",
  "EmptyRow",
  "Filter",
  "Limit",
  "NullifyMetadata",
  "NullifyQuery",
  "Optional",
  "OrderedAggregation",
  "OrderedDistinct",
  "OrderedUnion",
  "PartialSort",
  "PartialTop",
  "PreserveOrder",
  "ProduceResults",
  "Projection",
  "Skip",
  "Sort",
  "Top",
  "Top1WithTies",
  "Union",
  "Unwind",
];

const SUBQUERIES = [
  "AntiConditionalApply",
  "AntiSemiApply",
  "Apply",
  "CartesianProduct",
  "ConditionalApply",
  "LetAntiSemiApply",
  "LetSelectOrAntiSemiApply",
  "LetSelectOrSemiApply",
  "LetSemiApply",
  "NodeHashJoin",
  "NodeLeftOuterHashJoin",
  "NodeRightOuterHashJoin",
  // What it calls is checked by name.
  "ProcedureCall",
  "RollUpApply",
  "SelectOrAntiSemiApply",
  "SelectOrSemiApply",
  "SemiApply",
  "SubqueryForeach",
  "ValueHashJoin",
];

/** Of the parallel runtime; `Partitioned` stands before what it splits. */
const PARTITIONED = [...NODES_BY_INDEX, ...NODES_BY_LABEL, ...RELATIONS, "Unwind"].map((name) => `Partitioned${name}`);

const READING_OPERATORS = new Set([
  ...NODES_BY_INDEX,
  ...NODES_BY_LABEL,
  ...NODES_OTHERWISE,
  ...RELATIONS,
  ...PATTERNS,
  ...ROWS,
  ...SUBQUERIES,
  ...PARTITIONED,
]);

/** @param name without what stands in brackets: `Expand` of `Expand(All)` */
export function isReadingOperator(name: string): boolean {
  return READING_OPERATORS.has(name);
}
