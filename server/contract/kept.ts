/**
 * What people keep on the server beside the graph: views by name, and notes on
 * entities, relations and gaps. Keyed on stable ids, so it survives a new
 * import; a revision keeps two people from writing over each other.
 */
import { z } from "zod";

import { id } from "./parameters.ts";
import { RELATION_STATUSES } from "./ontology.ts";

const name = z.string().trim().min(1).max(200);
/** Of what is being replaced; another one means that somebody else was faster. */
const revision = z.number().int().min(1);

/** What a view showed when it was saved, to tell later what has changed since. */
const ViewContent = z.object({
  dataVersion: z.string().max(100),
  entities: z.array(z.object({ id, name: z.string().max(400) })).max(5_000),
  relations: z.array(z.object({ id, status: z.enum(RELATION_STATUSES) })).max(20_000),
});
export type ViewContent = z.infer<typeof ViewContent>;

export const ViewDraft = z.object({
  name,
  /** The fragment of its address, from `#/` on. */
  link: z.string().startsWith("#/").max(700_000),
  content: ViewContent,
  /** Given when an older one is replaced. */
  revision: revision.optional(),
});
export type ViewDraft = z.infer<typeof ViewDraft>;

export interface SavedView {
  readonly id: string;
  readonly name: string;
  readonly link: string;
  readonly content: ViewContent;
  readonly revision: number;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly changedAt: string;
}

/** Without what a list need not say. */
export type SavedViewSummary = Omit<SavedView, "link" | "content"> & { readonly entities: number };

export interface SavedViewsPage {
  /** Changed last first. */
  readonly views: readonly SavedViewSummary[];
}

export const NOTE_SUBJECTS = ["entity", "relation", "gap"] as const;

export const NoteDraft = z
  .object({
    /** What it is about; a gap is a pair of entities. */
    subject: z.object({ kind: z.enum(NOTE_SUBJECTS), ids: z.array(id).min(1).max(2) }),
    text: z.string().trim().min(1).max(5_000),
    revision: revision.optional(),
  })
  .refine(({ subject }) => subject.ids.length === (subject.kind === "gap" ? 2 : 1), {
    path: ["subject", "ids"],
    message: "a gap has two ids, everything else one",
  });
export type NoteDraft = z.infer<typeof NoteDraft>;

export interface Note {
  readonly id: string;
  readonly subject: NoteDraft["subject"];
  readonly text: string;
  readonly revision: number;
  readonly createdAt: string;
  readonly changedAt: string;
}

export interface NotesPage {
  /** Changed last first. */
  readonly notes: readonly Note[];
}
