export * from "./api.ts";
export * from "./claim-filter.ts";
export * from "./entity.ts";
export * from "./indicators.ts";
export * from "./matrix.ts";
export * from "./ontology.ts";
export * from "./problem.ts";
export * from "./names.ts";
