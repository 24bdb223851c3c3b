/** The region or zone that a local government body belongs to, by its name. */
import type { EntityIndex } from "../../extraction.ts";
import type { Reading } from "./reading.ts";

/** Undefined for national bodies, and where the document has no such region. */
export function seatOf(reading: Reading, body: EntityIndex): EntityIndex | undefined {
  let seat: EntityIndex | undefined;
  for (const { anchors } of reading.anatomies[body] ?? []) {
    for (const { entity, type } of anchors) {
      const isPlace = type === "HighTechZone" || type === "InnovationPlatform";
      const isRegion = type === "Region" && reading.regions.level(entity) !== "country";
      if (!isPlace && !isRegion) continue;
      // 德阳市旌阳区科技局: the narrowest.
      if (seat === undefined || isPlace || reading.regions.isWithin(entity, seat)) seat = entity;
    }
    if (seat !== undefined) return seat;
  }
  return undefined;
}
