export { identifyByName } from "./identify.ts";
export type { Identify } from "./identify.ts";
export { documentId, entityId, observationId, passageId } from "./ids.ts";
export { resolveDocument } from "./resolve-document.ts";
export type { Resolution } from "./resolve-document.ts";
