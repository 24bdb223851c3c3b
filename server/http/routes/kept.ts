import { z } from "zod";

import { NOTE_SUBJECTS, NoteDraft, ViewDraft } from "../../contract/index.ts";
import type { NotesPage, SavedViewsPage } from "../../contract/index.ts";
import { route } from "../route.ts";

const params = z.object({ id: z.string().min(1).max(100) });

export const listViews = route({
  method: "get",
  path: "/views",
  operationId: "listViews",
  summary: "Views that were saved by name, changed last first",
  answer: { status: 200, description: "Without their content", schema: "SavedViewsPage" },
  problems: [],
  handle: async ({ services }): Promise<SavedViewsPage> => ({
    views: services.kept.views.list().map(({ id, name, revision, createdAt, changedAt, content }) => ({
      id,
      name,
      revision,
      createdAt,
      changedAt,
      entities: content.entities.length,
    })),
  }),
});

export const saveView = route({
  method: "post",
  path: "/views",
  operationId: "saveView",
  summary: "Save a view by name",
  body: ViewDraft,
  answer: { status: 200, description: "The view", schema: "SavedView" },
  problems: ["invalid_request", "too_large"],
  handle: async ({ services, body: { name, link, content } }) => services.kept.views.add({ name, link, content }),
});

export const getView = route({
  method: "get",
  path: "/views/:id",
  operationId: "getView",
  summary: "One saved view with its link and what it showed",
  params,
  answer: { status: 200, description: "The view", schema: "SavedView" },
  problems: ["kept_not_found"],
  handle: async ({ services, params }) => services.kept.views.get(params.id),
});

export const replaceView = route({
  method: "put",
  path: "/views/:id",
  operationId: "replaceView",
  summary: "Rename a saved view or save another state of it; with `revision` only if nobody was faster",
  params,
  body: ViewDraft,
  answer: { status: 200, description: "The view", schema: "SavedView" },
  problems: ["invalid_request", "kept_not_found", "changed_meanwhile"],
  handle: async ({ services, params, body: { revision, ...view } }) =>
    services.kept.views.replace(params.id, view, revision),
});

export const deleteView = route({
  method: "delete",
  path: "/views/:id",
  operationId: "deleteView",
  summary: "Remove a saved view",
  params,
  answer: { status: 204, description: "It is gone" },
  problems: ["kept_not_found"],
  handle: async ({ services, params }) => services.kept.views.remove(params.id),
});

export const listNotes = route({
  method: "get",
  path: "/notes",
  operationId: "listNotes",
  summary:
    "Notes, changed last first; with `subject` those about one entity or relation, with `kind` those on entities, relations or gaps",
  query: z.object({ subject: z.string().min(1).max(200).optional(), kind: z.enum(NOTE_SUBJECTS).optional() }),
  answer: { status: 200, description: "The notes", schema: "NotesPage" },
  problems: ["invalid_request"],
  handle: async ({ services, query }): Promise<NotesPage> => ({
    notes: services.kept.notes
      .list()
      .filter(({ subject }) => query.subject === undefined || subject.ids.includes(query.subject))
      .filter(({ subject }) => query.kind === undefined || subject.kind === query.kind),
  }),
});

export const addNote = route({
  method: "post",
  path: "/notes",
  operationId: "addNote",
  summary: "Write a note on an entity, a relation or a gap",
  body: NoteDraft,
  answer: { status: 200, description: "The note", schema: "Note" },
  problems: ["invalid_request", "too_large"],
  handle: async ({ services, body: { subject, text } }) => services.kept.notes.add({ subject, text }),
});

export const replaceNote = route({
  method: "put",
  path: "/notes/:id",
  operationId: "replaceNote",
  summary: "Change a note; with `revision` only if nobody was faster",
  params,
  body: NoteDraft,
  answer: { status: 200, description: "The note", schema: "Note" },
  problems: ["invalid_request", "kept_not_found", "changed_meanwhile"],
  handle: async ({ services, params, body: { revision, ...note } }) =>
    services.kept.notes.replace(params.id, note, revision),
});

export const deleteNote = route({
  method: "delete",
  path: "/notes/:id",
  operationId: "deleteNote",
  summary: "Remove a note",
  params,
  answer: { status: 204, description: "It is gone" },
  problems: ["kept_not_found"],
  handle: async ({ services, params }) => services.kept.notes.remove(params.id),
});
