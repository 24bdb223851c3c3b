export { readSource } from "./read-source.ts";
export { isReadableName } from "./formats.ts";
export { readZip, isZip } from "./zip.ts";
export type * from "./source.ts";
