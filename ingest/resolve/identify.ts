/** Which entity of the graph an extracted one is. */
import type { EntityId } from "../../server/contract/index.ts";
import type { ExtractedEntity } from "../extract/index.ts";
import { entityId } from "./ids.ts";

/** What decisions about merging, splitting and renaming are written as: a function from what was read to an id. */
export type Identify = (entity: ExtractedEntity) => EntityId;

/** By type and canonical name, and by code where the name of a region is not enough. */
export const identifyByName: Identify = ({ type, name, code }) =>
  entityId(type, code === undefined ? [name] : [name, code]);
