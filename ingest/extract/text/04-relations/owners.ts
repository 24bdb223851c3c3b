/** Whose name a body bears: 浙江大学 in 浙江大学绍兴研究院, 清华大学 in 浙江清华长三角研究院. */
import type { EntityType } from "../../../../server/contract/index.ts";
import type { EntityIndex } from "../../extraction.ts";
import type { NameAnatomy, NameAnchor } from "./name-anchors.ts";
import type { Reading } from "./reading.ts";

const OWNERS: ReadonlySet<EntityType> = new Set([
  "University",
  "ResearchInstitute",
  "Laboratory",
  "Company",
  "HighTechZone",
  "InnovationPlatform",
  "Organization",
  "Government",
]);

/** Entities of the document that lead one of the body's names, after places at most. */
export function leadingOwners(reading: Reading, body: EntityIndex): EntityIndex[] {
  const owners = new Set<EntityIndex>();
  for (const anatomy of reading.anatomies[body] ?? []) {
    for (const { entity } of ownerAnchors(anatomy)) owners.add(entity);
  }
  return [...owners];
}

/** Owner anchors at the head of a name: only places and joints (—, 与) stand before or between them. */
export function ownerAnchors({ form, anchors }: NameAnatomy): NameAnchor[] {
  const owners: NameAnchor[] = [];
  let end = 0;
  for (const anchor of anchors) {
    if (!/^[-—–·・与和、()省市县区]*$/.test(form.slice(end, anchor.begin))) break;
    end = anchor.end;
    if (OWNERS.has(anchor.type)) owners.push(anchor);
    else if (anchor.type !== "Region") break;
  }
  return owners;
}
