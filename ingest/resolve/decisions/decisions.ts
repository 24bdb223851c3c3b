/**
 * What a person has decided about names: the file that `docs/ingest.md`
 * describes. It is checked whole before anything of it is used; what it says
 * does not depend on the order of its entries.
 */
import { z } from "zod";

import { ENTITY_TYPE_NAMES } from "../../../server/contract/index.ts";
import type { EntityType } from "../../../server/contract/index.ts";
import { InvalidDecisionsError } from "../../errors.ts";

const entityType = z.enum(ENTITY_TYPE_NAMES as [EntityType, ...EntityType[]]);
const name = z.string().trim().min(1).max(200);

const NameForm = z.union([
  name,
  z.strictObject({
    name,
    /** Where it is not the type of the decision. */
    type: entityType.optional(),
    /** The place that tells it from others of its name. */
    within: name.optional(),
    /** GB/T 2260, regions only. */
    code: z
      .string()
      .regex(/^\d{6}(\d{3})?$/, "A code has six digits, that of a town nine.")
      .optional(),
  }),
]);

const common = {
  type: entityType,
  /** Origins, or the folders that they are in; without it, it holds for every document. */
  documents: z.array(z.string().trim().min(1)).min(1).optional(),
  /** For people; kept as the reason. */
  because: z.string().trim().min(1).max(500).optional(),
};

const DecisionForm = z.discriminatedUnion("decide", [
  z.strictObject({ decide: z.literal("same"), names: z.array(NameForm).min(2), ...common }),
  z.strictObject({ decide: z.literal("different"), names: z.array(NameForm).min(2), ...common }),
  z.strictObject({ decide: z.literal("rename"), name: NameForm, to: name, ...common }),
  z.strictObject({ decide: z.literal("type"), name: NameForm, to: entityType, ...common }),
]);

const FileForm = z.array(DecisionForm);

export type DecisionInFile = z.infer<typeof DecisionForm>;

/** A name that a decision speaks of. */
export interface DecidedName {
  readonly type: EntityType;
  readonly name: string;
  readonly within?: string | undefined;
  readonly code?: string | undefined;
}

interface DecisionBase {
  /** Its place in the file, from 1. */
  readonly number: number;
  readonly documents: readonly string[] | null;
  readonly because: string | null;
}

export type Decision = DecisionBase &
  (
    | { readonly decide: "same" | "different"; readonly names: readonly DecidedName[] }
    | { readonly decide: "rename"; readonly names: readonly [DecidedName]; readonly to: string }
    | { readonly decide: "type"; readonly names: readonly [DecidedName]; readonly to: EntityType }
  );

export const NO_DECISIONS = "[]";

/**
 * @param text of the file
 * @param file how messages name it
 * @throws InvalidDecisionsError that lists everything that is wrong with its form
 */
export function parseDecisions(text: string, file: string): readonly Decision[] {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new InvalidDecisionsError(file, [`it is not JSON: ${(error as Error).message}`], { cause: error });
  }
  if (!Array.isArray(json)) {
    throw new InvalidDecisionsError(file, ['it is no list; write [ { "decide": … }, … ]']);
  }
  const parsed = FileForm.safeParse(json);
  if (!parsed.success) {
    throw new InvalidDecisionsError(
      file,
      parsed.error.issues.map(({ path: [at, ...inner], message }) => {
        const where = inner.length === 0 ? "" : `, ${inner.join(".")}`;
        return typeof at === "number" ? `decision ${at + 1}${where}: ${message}` : message;
      }),
    );
  }
  return parsed.data.map(toDecision);
}

function toDecision(decision: DecisionInFile, index: number): Decision {
  const base = { number: index + 1, documents: decision.documents ?? null, because: decision.because ?? null };
  const decided = (form: z.infer<typeof NameForm>): DecidedName =>
    typeof form === "string" ? { type: decision.type, name: form } : { ...form, type: form.type ?? decision.type };
  switch (decision.decide) {
    case "rename":
      return { ...base, decide: "rename", names: [decided(decision.name)], to: decision.to };
    case "type":
      return { ...base, decide: "type", names: [decided(decision.name)], to: decision.to };
    default:
      return { ...base, decide: decision.decide, names: decision.names.map(decided) };
  }
}

/** Whether a decision speaks of what this document says. */
export function isInScope({ documents }: Decision, origin: string): boolean {
  return documents === null || documents.some((scope) => origin === scope || origin.startsWith(asFolder(scope)));
}

function asFolder(scope: string): string {
  return scope.endsWith("/") ? scope : `${scope}/`;
}
