/**
 * Tables of nodes or relations in the form that `neo4j-admin database import`
 * reads. What has the same properties of the same kinds shares a file, since a
 * file has one head; an absent property is an empty field.
 */
import { appendFileSync } from "node:fs";
import { join } from "node:path";

import { InvalidGraphError } from "../errors.ts";

/** Neither stands in texts: TAB is quoted, and the other one is refused. */
export const ARRAY_DELIMITER = "\u001f";
const BUFFERED_CHARACTERS = 1_000_000;

/** A column of the ids that join relations to nodes: `id:ID(Entity)`, `:START_ID(Entity)`. */
export interface IdColumn {
  readonly head: string;
  readonly value: string;
}

export interface TableFile {
  readonly name: string;
  /** Labels joined by `:`, or the type of relations. */
  readonly kind: string;
  readonly isOfNodes: boolean;
}

export class TableFiles {
  readonly #folder: string;
  readonly #files = new Map<string, TableFile & { buffer: string[]; size: number }>();
  /** Whether a field has a line break in it, which the importer must be told. */
  hasLineBreaks = false;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** In the order in which they were begun. */
  get files(): readonly TableFile[] {
    return [...this.#files.values()];
  }

  node(labels: readonly string[], id: IdColumn, properties: Readonly<Record<string, unknown>>): void {
    this.#add(true, labels.join(":"), [id], properties);
  }

  relation(type: string, from: IdColumn, to: IdColumn, properties: Readonly<Record<string, unknown>> = {}): void {
    this.#add(false, type, [from, to], properties);
  }

  close(): void {
    for (const file of this.#files.values()) this.#flush(file);
  }

  #add(
    isOfNodes: boolean,
    kind: string,
    ids: readonly IdColumn[],
    properties: Readonly<Record<string, unknown>>,
  ): void {
    let key = kind;
    for (const id of ids) key += `\n${id.head}`;
    for (const name in properties) key += `\n${name}:${kindOf(properties[name])}`;
    let file = this.#files.get(key);
    if (file === undefined) {
      const columns = Object.entries(properties).map(([name, value]) => `${checked(name)}:${kindOf(value)}`);
      const head = [...ids.map((id) => id.head), ...columns];
      const name = `${isOfNodes ? "nodes" : "relations"}-${String(this.#files.size).padStart(4, "0")}.tsv`;
      file = { name, kind, isOfNodes, buffer: [`${head.map(toField).join("\t")}\n`], size: 0 };
      this.#files.set(key, file);
    }
    let line = "";
    for (const { value } of ids) line += `${toField(value)}\t`;
    for (const name in properties) line += `${toField(properties[name])}\t`;
    line = `${line.slice(0, -1)}\n`;
    if (line.indexOf("\n") < line.length - 1 || line.includes("\r")) this.hasLineBreaks = true;
    file.buffer.push(line);
    file.size += line.length;
    if (file.size > BUFFERED_CHARACTERS) this.#flush(file);
  }

  #flush(file: { readonly name: string; buffer: string[]; size: number }): void {
    appendFileSync(join(this.#folder, file.name), file.buffer.join(""));
    file.buffer = [];
    file.size = 0;
  }
}

/** The importer takes what stands behind a colon for the kind of the column. */
function checked(name: string): string {
  if (/[:{}"\t\n\r]/.test(name)) {
    throw new InvalidGraphError(
      `The property "${name}" cannot go into import files: call it by a name without : { } or quotes.`,
    );
  }
  return name;
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return `${value.length === 0 ? "string" : numberOr(value, "string")}[]`;
  if (typeof value === "boolean") return "boolean";
  return numberOr([value], "string");
}

/** A list of whole numbers and fractions is one of fractions, as in the store. */
function numberOr(values: readonly unknown[], otherwise: string): string {
  if (!values.every((value) => typeof value === "number")) return otherwise;
  return values.every((value) => Number.isSafeInteger(value)) ? "long" : "double";
}

function toField(value: unknown): string {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const text = Array.isArray(value) ? value.map(toElement).join(ARRAY_DELIMITER) : String(value);
  return text.includes('"') ? `"${text.replaceAll('"', '""')}"` : `"${text}"`;
}

function toElement(element: unknown): string {
  const text = String(element);
  if (text.includes(ARRAY_DELIMITER)) {
    throw new InvalidGraphError(
      `"${text}" holds the control character U+001F, which import files need for themselves.`,
    );
  }
  return text;
}
