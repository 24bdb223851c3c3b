/** Saved views and notes of everybody who uses this server. */
import { join } from "node:path";

import type { NoteDraft, ViewDraft } from "../contract/index.ts";
import type { Logger } from "../logger.ts";
import { KeptList } from "./kept-list.ts";

const MAX_VIEWS = 1_000;
const MAX_NOTES = 20_000;

export class KeptThings {
  readonly views: KeptList<Omit<ViewDraft, "revision">>;
  readonly notes: KeptList<Omit<NoteDraft, "revision">>;

  constructor(dataFolder: string, logger: Logger) {
    this.views = new KeptList({ path: join(dataFolder, "views.json"), max: MAX_VIEWS, logger });
    this.notes = new KeptList({ path: join(dataFolder, "notes.json"), max: MAX_NOTES, logger });
  }
}
