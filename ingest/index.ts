export * from "./errors.ts";
export { expandPaths, isMappingFile, listFiles, pairMappings, toOrigin } from "./inputs.ts";
export type { IngestInput, IngestInputs, InputFile } from "./inputs.ts";
export { readOpinionConfig } from "./opinion/index.ts";
export type { OpinionConfig } from "./opinion/index.ts";
export { ingest } from "./pipeline.ts";
export type { Duplicate, IngestOptions, IngestProgress, IngestSummary } from "./pipeline.ts";
export { decisionsOf, examineStore, resolveStore, setDecisions } from "./resolve/index.ts";
export type { NameOutcome, Resolved } from "./resolve/index.ts";
