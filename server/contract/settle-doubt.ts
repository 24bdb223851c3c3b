/** What people may decide about names, in the form of the file of decisions, and what would settle a doubt. */
import type { Doubt, DoubtedEntity } from "./names.ts";
import type { EntityType } from "./ontology.ts";

/** A name as the graph shows it, or with what tells it from others of its name. */
export type DecisionName =
  | string
  | { readonly name: string; readonly type?: EntityType; readonly within?: string; readonly code?: string };

interface DecisionHead {
  readonly type: EntityType;
  readonly documents?: readonly string[];
  readonly because?: string;
}

export type DecisionEntry = DecisionHead &
  (
    | { readonly decide: "same" | "different"; readonly names: readonly DecisionName[] }
    | { readonly decide: "rename"; readonly name: DecisionName; readonly to: string }
    | { readonly decide: "type"; readonly name: DecisionName; readonly to: EntityType }
  );

/** The decisions that people may choose from; of names that are the same the first one stays. */
export function settlingDecisions({ kind, entities }: Doubt): readonly DecisionEntry[] {
  const [first, ...others] = entities as [DoubtedEntity, ...DoubtedEntity[]];
  const { type, name } = first;
  if (kind === "which-region") {
    return first.places.map((within) => ({ decide: "same", type, names: [{ name, within }, name] }));
  }
  if (kind === "two-types") {
    const other = others[0]!;
    return [
      { decide: "type", type, name, to: other.type },
      { decide: "type", type: other.type, name: other.name, to: type },
      { decide: "different", type, names: [name, { name: other.name, type: other.type }] },
    ];
  }
  if (kind === "two-places") {
    const names = entities.flatMap((each) => each.places.map((within) => ({ name: each.name, within })));
    return [
      { decide: "same", type, names },
      { decide: "different", type, names },
    ];
  }
  return [
    ...others.map((full): DecisionEntry => ({ decide: "same", type, names: [full.name, name] })),
    { decide: "different", type, names: [name, ...others.map((full) => full.name)] },
  ];
}
