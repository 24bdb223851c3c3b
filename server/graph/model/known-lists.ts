/**
 * A list in which nothing is known is absent from the graph, as every property
 * is that is not known: one without entries, or of empty texts alone. It is
 * also what Neo4j's importer makes of such a list.
 */
export function withKnownLists<T extends Readonly<Record<string, unknown>>>(properties: T): T {
  const entries = Object.entries(properties);
  if (!entries.some(isUnknown)) return properties;
  return Object.fromEntries(entries.filter((entry) => !isUnknown(entry))) as T;
}

function isUnknown([, value]: readonly [string, unknown]): boolean {
  return Array.isArray(value) && value.every((entry) => entry === "");
}
