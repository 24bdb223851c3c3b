export type { NameOutcome } from "./corpus/resolve-names.ts";
export { documentId, entityId, observationId, passageId } from "./ids.ts";
export { resolveDocument } from "./resolve-document.ts";
export type { Resolution } from "./resolve-document.ts";
export { decisionsOf, examineStore, isResolved, resolveStore, setDecisions } from "./resolve-store.ts";
export type { Resolved, ResolvedStore } from "./resolve-store.ts";
