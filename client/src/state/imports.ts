/** Uploads of this page with their progress, and the history of all imports. They go on when the view is left. */
import { signal } from "@preact/signals-core";
import type { ReadonlySignal } from "@preact/signals-core";

import type { Api, ApiError } from "../api.ts";
import { isAbort } from "../api.ts";
import type { ImportJob, ImportsPage } from "../../../server/contract/index.ts";
import { createResource, toApiError } from "./resource.ts";
import type { Resource } from "./resource.ts";

/** One upload of this page. */
export interface Upload {
  readonly id: number;
  readonly names: readonly string[];
  /** What was sent. */
  readonly files: readonly File[];
  /** Undefined until the files have arrived. */
  readonly job: ImportJob | undefined;
  readonly error: ApiError | undefined;
}

export interface Imports extends Disposable {
  /** Newest first; those that have ended stay until they are closed. */
  readonly uploads: ReadonlySignal<readonly Upload[]>;
  readonly history: Resource<"imports", ImportsPage>;
  /** Never rejects: a failure is part of the upload. */
  upload(files: readonly File[]): Promise<void>;
  /** Sends the table again, with the mapping that was proposed for it. Does nothing for a file that this page has not. */
  accept(upload: Upload, table: string, mapping: string): Promise<void>;
  close(id: number): void;
}

export function createImports(
  api: Pick<Api, "imports" | "upload" | "watchImport">,
  onLoaded: () => void = () => undefined,
): Imports {
  const uploads = signal<readonly Upload[]>([]);
  const history = createResource((_: "imports", abort) => api.imports(abort));
  const running = new Map<number, AbortController>();
  let nextId = 1;

  const update = (id: number, change: Partial<Upload>) => {
    uploads.value = uploads.peek().map((upload) => (upload.id === id ? { ...upload, ...change } : upload));
  };

  const imports: Imports = {
    uploads,
    history,
    async upload(files) {
      if (files.length === 0) return;
      const id = nextId;
      nextId += 1;
      const abort = new AbortController();
      running.set(id, abort);
      uploads.value = [
        { id, names: files.map(({ name }) => name), files, job: undefined, error: undefined },
        ...uploads.peek(),
      ];
      try {
        const job = await api.upload(files, {}, abort.signal);
        update(id, { job });
        update(id, { job: await api.watchImport(job.id, (job) => update(id, { job }), abort.signal) });
        onLoaded();
      } catch (error) {
        if (!isAbort(error)) update(id, { error: toApiError(error) });
      } finally {
        running.delete(id);
        void history.load("imports");
      }
    },
    async accept(upload, table, mapping) {
      const file = upload.files.find(({ name }) => name === table);
      if (file === undefined) return;
      const beside = new File([mapping], `${table}.mapping.json`, { type: "application/json" });
      await imports.upload([file, beside]);
    },
    close(id) {
      running.get(id)?.abort();
      uploads.value = uploads.peek().filter((upload) => upload.id !== id);
    },
    [Symbol.dispose]() {
      for (const abort of running.values()) abort.abort();
      history[Symbol.dispose]();
    },
  };
  return imports;
}
