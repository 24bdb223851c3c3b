/** Parameters of a query as a person fills them in: a type, and the text in its field. */

export const PARAMETER_TYPES = ["text", "number", "truth", "list", "entity", "json"] as const;
export type ParameterType = (typeof PARAMETER_TYPES)[number];

export interface ParameterEntry {
  readonly type: ParameterType;
  readonly text: string;
}

export type ParameterEntries = Readonly<Record<string, ParameterEntry>>;

/** What is wrong with an entry; views have a sentence for each. */
export type ParameterFault = "missing" | "no_number" | "no_json";

export type ReadParameter = { readonly value: unknown } | { readonly fault: ParameterFault };

export const EMPTY_ENTRY: ParameterEntry = { type: "text", text: "" };

export function readParameter({ type, text }: ParameterEntry): ReadParameter {
  const trimmed = text.trim();
  switch (type) {
    case "text":
      return { value: text };
    case "entity":
      return trimmed === "" ? { fault: "missing" } : { value: trimmed };
    case "truth":
      return { value: trimmed === "true" };
    case "list":
      // One a line, or parted by commas of either width.
      return {
        value:
          trimmed === ""
            ? []
            : trimmed
                .split(/[\n,，、;；]/)
                .map((item) => item.trim())
                .filter((item) => item !== ""),
      };
    case "number":
      if (trimmed === "") return { fault: "missing" };
      return /^[-+]?(\d+(?:\.\d*)?|\.\d+)(e[-+]?\d+)?$/i.test(trimmed)
        ? { value: Number(trimmed) }
        : { fault: "no_number" };
    case "json":
      try {
        return { value: JSON.parse(text) as unknown };
      } catch {
        return { fault: trimmed === "" ? "missing" : "no_json" };
      }
  }
}

/** The field of a value: its inverse is `readParameter`. */
export function entryOf(value: unknown): ParameterEntry {
  if (typeof value === "string") return { type: "text", text: value };
  if (typeof value === "number") return { type: "number", text: String(value) };
  if (typeof value === "boolean") return { type: "truth", text: String(value) };
  if (
    Array.isArray(value) &&
    value.every((item) => typeof item === "string" && /^[^\n,，、;；]+$/.test(item) && item.trim() === item)
  ) {
    return { type: "list", text: value.join("\n") };
  }
  return { type: "json", text: JSON.stringify(value, null, 2) };
}

export function entriesOf(parameters: Readonly<Record<string, unknown>>): ParameterEntries {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, entryOf(value)]));
}

export interface ReadParameters {
  readonly values: Readonly<Record<string, unknown>>;
  readonly faults: Readonly<Record<string, ParameterFault>>;
}

export function readParameters(entries: ParameterEntries, names: readonly string[]): ReadParameters {
  const read = names.map((name) => [name, readParameter(entries[name] ?? EMPTY_ENTRY)] as const);
  return {
    values: Object.fromEntries(read.flatMap(([name, part]) => ("value" in part ? [[name, part.value]] : []))),
    faults: Object.fromEntries(read.flatMap(([name, part]) => ("fault" in part ? [[name, part.fault]] : []))),
  };
}
