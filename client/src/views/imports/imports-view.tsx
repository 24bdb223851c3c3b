/** Bringing documents in: by dropping them here or choosing them, with progress, and what became of each. */
import { useEffect, useRef, useState } from "preact/hooks";

import type { ImportJob, Rejection } from "../../../../server/contract/index.ts";
import { messages, momentText } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import type { Upload } from "../../state/imports.ts";
import { loadedValue } from "../../state/resource.ts";
import {
  Button,
  Icon,
  IconButton,
  Progress,
  Skeleton,
  Tag,
  circleAlertIcon,
  circleCheckIcon,
  classNames,
  closeIcon,
  triangleAlertIcon,
  uploadIcon,
} from "../../ui/index.ts";
import { Failure } from "../shell/failure.tsx";
import { problemText } from "../shell/problem-text.ts";
import { Region } from "../shell/region.tsx";
import { countsText, opinionText, placeText } from "./import-text.ts";
import "./imports-view.css";
import { ProposedMapping } from "./proposed-mapping.tsx";

/** What the server can read; other kinds are refused there with a reason. */
const ACCEPTED = ".txt,.text,.md,.markdown,.html,.htm,.csv,.tsv,.xlsx,.xls,.ods,.docx,.pdf";

export function ImportsView({ app }: { readonly app: AppState }) {
  const { imports: words, views } = messages.value;
  const uploads = app.imports.uploads.value;
  useEffect(() => void app.imports.history.load("imports"), []);
  return (
    <Region name="view" label={views.imports} class="imports">
      <div class="imports__page">
        <header class="view-head">
          <h1>{words.title}</h1>
        </header>
        <DropZone app={app} />
        {uploads.length > 0 && (
          <section class="imports__uploads" aria-label={words.running}>
            {uploads.map((upload) => (
              <UploadCard key={upload.id} app={app} upload={upload} />
            ))}
          </section>
        )}
        <History app={app} />
      </div>
    </Region>
  );
}

function DropZone({ app }: { readonly app: AppState }) {
  const { imports: words } = messages.value;
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    if (files !== null && files !== undefined) void app.imports.upload([...files]);
  };
  return (
    <div
      class={classNames("drop-zone", isOver && "drop-zone--over")}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <Icon svg={uploadIcon} size={26} />
      <p class="drop-zone__title">{words.drop}</p>
      <p class="drop-zone__hint">{words.dropHint}</p>
      <Button variant="primary" onClick={() => input.current?.click()}>
        {words.choose}
      </Button>
      <input
        ref={input}
        type="file"
        class="unseen"
        aria-label={words.choose}
        tabIndex={-1}
        multiple
        accept={ACCEPTED}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file may be chosen again.
          event.currentTarget.value = "";
        }}
      />
    </div>
  );
}

function UploadCard({ app, upload }: { readonly app: AppState; readonly upload: Upload }) {
  const { imports: words, words: common } = messages.value;
  const { job, error, names } = upload;
  const title = words.files(names[0] ?? "", names.length);
  const isOver = error !== undefined || job?.stage === "done" || job?.stage === "failed";
  const stage = job === undefined ? words.uploading : words.stage[job.stage];
  return (
    <article class="upload" aria-label={title}>
      <header class="upload__head">
        <Sign state={signOf(upload)} />
        <h2>{title}</h2>
        <span class="upload__stage" role="status">
          {error === undefined ? stage : words.stage.failed}
        </span>
        <IconButton
          icon={closeIcon}
          size="small"
          label={isOver ? common.close : common.cancel}
          onClick={() => app.imports.close(upload.id)}
        />
      </header>
      {!isOver && <Progress label={title} value={job?.progress} />}
      {error !== undefined && <p class="upload__error">{problemText(error.code)}</p>}
      {job !== undefined && <JobResult app={app} upload={upload} job={job} />}
    </article>
  );
}

type SignState = "running" | "done" | "unused" | "failed";

/** An import that ended well but used nothing is not shown as a success. */
function signOf({ job, error }: Upload): SignState {
  if (error !== undefined || job?.stage === "failed") return "failed";
  if (job?.stage !== "done") return "running";
  return isUnused(job) ? "unused" : "done";
}

function isUnused({ counts }: ImportJob): boolean {
  return counts.rejected > 0 && counts.documents === 0 && counts.unchanged === 0;
}

function Sign({ state }: { readonly state: SignState }) {
  if (state === "failed") return <Icon svg={circleAlertIcon} class="upload__failed" />;
  if (state === "unused") return <Icon svg={triangleAlertIcon} class="upload__unused" />;
  return state === "done" ? <Icon svg={circleCheckIcon} class="upload__done" /> : <Icon svg={uploadIcon} />;
}

function JobResult({ app, upload, job }: { readonly app: AppState; readonly upload: Upload; readonly job: ImportJob }) {
  const { imports: words } = messages.value;
  return (
    <>
      {job.stage === "failed" && (
        <p class="upload__error">
          {words.failed} {words.safe}
          {job.error !== null && (
            <details>
              <summary>{messages.value.states.details}</summary>
              {job.error}
            </details>
          )}
        </p>
      )}
      <p class="upload__counts">{countsText(job.counts)}</p>
      {job.opinion !== null && <p class="upload__counts">{opinionText(job.opinion)}</p>}
      {job.counts.rejected > 0 && (
        <Rejections rejections={job.rejections} total={job.counts.rejected} isOpen={isUnused(job)} />
      )}
      {job.rejections.map(
        ({ origin, proposal }) =>
          proposal !== undefined && (
            <ProposedMapping key={origin} app={app} upload={upload} table={origin} text={proposal} />
          ),
      )}
      {job.stage === "done" && job.counts.documents > 0 && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            app.reader.close();
            app.session.show("documents");
          }}
        >
          {words.open}
        </button>
      )}
    </>
  );
}

interface RejectionsProps {
  readonly rejections: readonly Rejection[];
  readonly total: number;
  readonly isOpen?: boolean;
}

/** Nothing is left out silently: each has a place and a reason. */
function Rejections({ rejections, total, isOpen = false }: RejectionsProps) {
  const { imports: words } = messages.value;
  return (
    <details class="rejections" open={isOpen}>
      <summary>{words.rejectedCount(total)}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.file}</th>
            <th scope="col">{words.place}</th>
            <th scope="col">{words.reason}</th>
          </tr>
        </thead>
        <tbody>
          {rejections.map(({ origin, place, message }, index) => (
            <tr key={index}>
              <td>{origin}</td>
              <td>{placeText(place)}</td>
              <td lang="en">{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > rejections.length && <p>{words.moreRejected(total - rejections.length)}</p>}
    </details>
  );
}

function History({ app }: { readonly app: AppState }) {
  const { imports: words } = messages.value;
  const state = app.imports.history.state.value;
  const page = loadedValue(state);
  return (
    <section class="imports__history" aria-labelledby="imports-history">
      <h2 id="imports-history">{words.history}</h2>
      {state.status === "failed" && page === undefined && (
        <Failure error={state.error} onRetry={() => void app.imports.history.load("imports")} compact />
      )}
      {page === undefined && state.status !== "failed" && <Skeleton lines={[60, 48, 66]} lineHeight={40} />}
      {page?.imports.length === 0 && <p class="imports__none">{words.noHistory}</p>}
      {page !== undefined && page.imports.length > 0 && (
        <ul>
          {page.imports.map((job) => (
            <li key={job.id} class="import-row">
              <span class="import-row__files">{words.files(job.origins[0] ?? "", job.origins.length)}</span>
              <span class="import-row__when">{momentText(job.startedAt)}</span>
              <span class="import-row__stage">
                <Tag tone={job.stage === "done" ? "plain" : "solid"}>{words.stage[job.stage]}</Tag>
              </span>
              <span class="import-row__counts">{countsText(job.counts)}</span>
              {job.counts.rejected > 0 && (
                <div class="import-row__rejected">
                  <Rejections rejections={job.rejections} total={job.counts.rejected} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
