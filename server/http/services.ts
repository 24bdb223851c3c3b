/** Everything that a route may use, built once in `main.ts` or in a test. */
import type { Access } from "../access/access.ts";
import type { GraphStore } from "../graph/index.ts";
import type { KeptThings } from "../kept/kept-things.ts";
import type { ImportJobs } from "../imports/import-jobs.ts";
import type { Measures } from "../measures/measures.ts";
import type { NameReports } from "../names.ts";
import type { QueryLibrary } from "../queries/query-library.ts";
import type { Logger } from "../logger.ts";

export interface Services {
  readonly store: GraphStore;
  readonly imports: ImportJobs;
  readonly names: NameReports;
  readonly measures: Measures;
  readonly queries: QueryLibrary;
  readonly kept: KeptThings;
  readonly access: Access;
  readonly logger: Logger;
  readonly version: string;
  /** Folder of the built client; undefined serves the API alone. */
  readonly clientFolder?: string;
  /** Whether only this machine may call (see same-site.ts). */
  readonly loopbackOnly: boolean;
}
