/** Makes the brief of what is shown, and hands it on as a Word file or to the printer. */
import { useEffect, useState } from "preact/hooks";

import type { ApiError } from "../../api.ts";
import { isAbort } from "../../api.ts";
import { saveFile } from "../../export/save-file.ts";
import { languageTag, locale, messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue, toApiError, tracked } from "../../state/resource.ts";
import {
  Button,
  Dialog,
  MessageCard,
  Progress,
  Skeleton,
  downloadIcon,
  fileIcon,
  printerIcon,
} from "../../ui/index.ts";
import type { DialogViewProps } from "../dialogs/open-dialog.tsx";
import { Failure } from "../shell/failure.tsx";
import type { Brief } from "./brief.ts";
import { BriefPage } from "./brief-page.tsx";
import "./brief.css";
import { canvasBrief } from "./canvas-brief.ts";
import type { MakeOptions } from "./canvas-brief.ts";
import { briefMessages } from "./messages.ts";

type Making =
  | { readonly status: "making"; readonly done: number; readonly total: number }
  | { readonly status: "made"; readonly brief: Brief }
  | { readonly status: "failed"; readonly error: ApiError }
  | { readonly status: "nothing" };

export function BriefDialog({ app, onClose }: DialogViewProps) {
  const words = briefMessages.value;
  const [making, setMaking] = useState<Making>({ status: "making", done: 0, total: 0 });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const abort = new AbortController();
    const onProgress = (done: number, total: number) => setMaking({ status: "making", done, total });
    tracked(makeBrief(app, { signal: abort.signal, onProgress })).then(
      (brief) => setMaking(brief === null ? { status: "nothing" } : { status: "made", brief }),
      (error: unknown) => {
        if (!isAbort(error)) setMaking({ status: "failed", error: toApiError(error) });
      },
    );
    return () => abort.abort();
  }, [app, attempt, locale.value]);

  const save = async (brief: Brief) => {
    try {
      const { briefDocx } = await import("./brief-docx.ts");
      const file = await briefDocx(brief, languageTag(locale.peek()));
      saveFile(`${brief.title}.docx`, file, file.type);
    } catch (error) {
      app.notices.fail(error);
    }
  };
  const brief = making.status === "made" ? making.brief : null;
  return (
    <>
      <Dialog
        title={words.dialog}
        onClose={onClose}
        class="brief-dialog"
        footer={
          brief === null ? (
            <Button onClick={onClose}>{messages.value.words.cancel}</Button>
          ) : (
            <>
              <Button icon={printerIcon} onClick={() => print()}>
                {words.print}
              </Button>
              <Button variant="primary" icon={downloadIcon} onClick={() => void tracked(save(brief))}>
                {words.word}
              </Button>
            </>
          )
        }
      >
        {making.status === "making" && <MakingBar done={making.done} total={making.total} />}
        {making.status === "failed" && <Failure error={making.error} onRetry={() => setAttempt(attempt + 1)} />}
        {making.status === "nothing" && (
          <MessageCard
            icon={fileIcon}
            title={words.nothing}
            hint={words.nothingHint}
            actions={
              <Button
                onClick={() => {
                  onClose();
                  app.session.show("canvas");
                }}
              >
                {words.goToCanvas}
              </Button>
            }
          />
        )}
        {brief !== null && <BriefPage brief={brief} />}
      </Dialog>
      {/* Beside the dialog: what lies in the top layer is printed on one page only. */}
      {brief !== null && (
        <div class="brief-print">
          <BriefPage brief={brief} isPrinted />
        </div>
      )}
    </>
  );
}

/** In the form of what comes; how far it is is said once there is something to say. */
function MakingBar({ done, total }: { readonly done: number; readonly total: number }) {
  const text = briefMessages.value.reading(done, total);
  return (
    <>
      {total > 0 && (
        <>
          <p class="brief__facts">{text}</p>
          <Progress label={text} value={done / total} />
        </>
      )}
      <Skeleton lines={[40, 70, 90, 84, 88, 60, 92, 74]} />
    </>
  );
}

/** Of the view that is open, as far as it has a list; else of what is in sight on the canvas. Null where there is neither. */
async function makeBrief(app: AppState, options: MakeOptions): Promise<Brief | null> {
  switch (app.session.view.peek()) {
    case "gaps": {
      const answer = loadedValue(app.gaps.answer.peek());
      return answer === undefined ? null : (await import("./gaps-brief.ts")).gapsBrief(app, answer, options);
    }
    case "matrix": {
      const answer = loadedValue(app.matrix.answer.peek());
      if (answer === undefined || answer.ties === 0) return null;
      return (await import("./matrix-brief.ts")).matrixBrief(app, answer, options);
    }
    case "map": {
      const values = app.map.values.peek();
      if (values === undefined || values.length === 0) return null;
      return (await import("./map-brief.ts")).mapBrief(app, values, options);
    }
    case "figures":
      if (app.figures.series.peek().length === 0) return null;
      return (await import("./figures-brief.ts")).figuresBrief(app, options);
    default:
      return canvasOrNothing(app, options);
  }
}

async function canvasOrNothing(app: AppState, options: MakeOptions): Promise<Brief | null> {
  return app.filters.visible.peek().entities.size === 0 ? null : canvasBrief(app, options);
}
