/**
 * Where a list goes on: the sort key of the last entry that was handed out, in
 * a form that survives an address bar. What the list is of is part of it, so
 * that a cursor of one list is refused by another.
 */
import { InvalidCursorError } from "../errors.ts";

export function encodeCursor(list: string, key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify([list, ...key])).toString("base64url");
}

/** @param shape an example of the key; @throws InvalidCursorError */
export function decodeCursor<K extends readonly (string | number)[]>(cursor: string, list: string, shape: K): K {
  const [name, ...key] = parse(cursor);
  const fits = name === list && key.length === shape.length && key.every((part, i) => typeof part === typeof shape[i]);
  if (!fits) throw new InvalidCursorError(cursor);
  return key as unknown as K;
}

function parse(cursor: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
