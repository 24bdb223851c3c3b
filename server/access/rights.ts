/** What somebody may do. None includes another. */
export const RIGHTS = ["read", "query", "import", "administer"] as const;
export type Right = (typeof RIGHTS)[number];

export const isRight = (text: string): text is Right => (RIGHTS as readonly string[]).includes(text);

/** Who asks. */
export interface Client {
  /** What is counted together: a name, or an address where nobody signs in. */
  readonly key: string;
  /** Null where nobody is signed in. */
  readonly name: string | null;
  readonly rights: readonly Right[];
}
