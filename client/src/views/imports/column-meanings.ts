/** A mapping, column by column, in the words that a person reads. */
import type { EntityType, RelationType } from "../../../../server/contract/index.ts";

export type ColumnMeaning =
  | {
      readonly kind: "entity";
      readonly column: string;
      readonly type: EntityType;
      /** What the rows are about. */
      readonly isMain: boolean;
      readonly relation?: RelationType;
    }
  | {
      readonly kind: "aliases" | "figure" | "indicator" | "unit" | "year" | "date" | "status";
      readonly column: string;
    };

type Cell = string | { readonly column?: string; readonly value?: string };

interface ProposedMapping {
  readonly entities: Readonly<
    Record<string, { readonly type: EntityType; readonly name: Cell; readonly aliases?: Cell }>
  >;
  readonly relations?: readonly {
    readonly type: RelationType;
    readonly from: string;
    readonly to: string;
    readonly status?: Cell;
  }[];
  readonly observations?: readonly {
    readonly indicator: Cell;
    readonly value: Cell;
    readonly unit?: Cell;
    readonly year?: Cell;
  }[];
  readonly rowDate?: Cell;
}

/** @param text of a mapping that the server proposed */
export function columnMeanings(text: string): ColumnMeaning[] {
  const { entities, relations = [], observations = [], rowDate } = JSON.parse(text) as ProposedMapping;
  const names = Object.entries(entities).flatMap(([key, { type, name }]): ColumnMeaning[] => {
    const column = columnOf(name);
    const relation = key === "main" ? undefined : relations.find(({ from, to }) => from === key || to === key)?.type;
    if (column === undefined) return [];
    return [{ kind: "entity", column, type, isMain: key === "main", ...(relation === undefined ? {} : { relation }) }];
  });
  const others: readonly (readonly [Exclude<ColumnMeaning["kind"], "entity">, Cell | undefined])[] = [
    ...Object.values(entities).map(({ aliases }) => ["aliases", aliases] as const),
    ...observations.flatMap(
      ({ indicator, value, unit, year }) =>
        [
          ["indicator", indicator],
          ["figure", value],
          ["unit", unit],
          ["year", year],
        ] as const,
    ),
    ...relations.map(({ status }) => ["status", status] as const),
    ["date", rowDate],
  ];
  const seen = new Map<string, ColumnMeaning>();
  for (const [kind, cell] of others) {
    const column = columnOf(cell);
    if (column !== undefined) seen.set(`${kind} ${column}`, { kind, column });
  }
  return [...names, ...seen.values()];
}

function columnOf(cell: Cell | undefined): string | undefined {
  return typeof cell === "string" ? cell : cell?.column;
}
