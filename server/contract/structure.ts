/** What the graph is made of: labels and relation types with their properties, as they are in the data. */

export interface PropertyShape {
  readonly name: string;
  /** What values are: `text`, `number`, `truth`, `list`; most frequent first. */
  readonly types: readonly string[];
  /** Of those that were looked at, from 0 to 1. */
  readonly presence: number;
  readonly samples: readonly string[];
}

export interface LabelShape {
  readonly label: string;
  readonly count: number;
  readonly properties: readonly PropertyShape[];
}

export interface RelationShape {
  readonly type: string;
  readonly count: number;
  readonly properties: readonly PropertyShape[];
  /** Between which labels it stands, most first. */
  readonly links: readonly { readonly from: string; readonly to: string; readonly count: number }[];
}

export interface GraphStructure {
  readonly labels: readonly LabelShape[];
  readonly relations: readonly RelationShape[];
  /** Properties and links are those of the first so many of each kind. */
  readonly lookedAt: number;
}
