/**
 * A document to read: contents at the left, the text in the middle with its
 * entities in colour, and at the right what the chosen sentence supports.
 */
import { useContext, useEffect } from "preact/hooks";

import type { DocumentDetail } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import { Button, Sheet, Skeleton, arrowLeftIcon } from "../../ui/index.ts";
import type { SheetStop } from "../../ui/index.ts";
import { Failure } from "../shell/failure.tsx";
import { Region } from "../shell/region.tsx";
import { screen } from "../shell/screen.ts";
import { EntityLookupContext } from "../source/entity-lookup.ts";
import { DocumentText } from "./document-text.tsx";
import "./reader.css";
import { ReaderContents } from "./reader-contents.tsx";
import { SentenceFacts } from "./sentence-facts.tsx";
import { useState } from "preact/hooks";

export function ReaderView({ app }: { readonly app: AppState }) {
  const { views, words } = messages.value;
  const state = app.reader.document.state.value;
  const detail = loadedValue(state);
  const lookup = useContext(EntityLookupContext);
  useEffect(() => {
    if (detail !== undefined) lookup.learn(detail.entities);
  }, [detail, lookup]);

  if (detail === undefined) {
    return (
      <Region name="view" label={views.documents} class="reader">
        <div class="reader__column">
          {state.status === "failed" ? (
            <>
              <Failure error={state.error} onRetry={() => void app.reader.document.reload()} />
              <p class="reader__back">
                <Button icon={arrowLeftIcon} onClick={() => app.reader.close()}>
                  {words.back}
                </Button>
              </p>
            </>
          ) : (
            <Skeleton lines={[46, 24, 96, 92, 97, 60, 94, 90, 72]} lineHeight={31} />
          )}
        </div>
      </Region>
    );
  }
  return <Loaded app={app} detail={detail} />;
}

function Loaded({ app, detail }: { readonly app: AppState; readonly detail: DocumentDetail }) {
  const { reader: words, views } = messages.value;
  const size = screen.value;
  const isPhone = size === "phone";
  return (
    <>
      {size === "wide" && (
        <Region name="left" label={words.contents} class="reader__left">
          <ReaderContents app={app} detail={detail} />
        </Region>
      )}
      <Region name="view" label={views.documents} class="reader" keys="sentences">
        <DocumentText app={app} detail={detail} />
        {isPhone && app.reader.passageId.value !== null && <PhoneFacts app={app} detail={detail} />}
      </Region>
      {!isPhone && (size !== "narrow" || app.reader.passageId.value !== null) && (
        <Region
          name="right"
          label={words.selected}
          class={size === "narrow" ? "reader__right canvas-view__inspector--over" : "reader__right"}
          keys="sentences"
        >
          <SentenceFacts app={app} detail={detail} />
        </Region>
      )}
    </>
  );
}

function PhoneFacts({ app, detail }: { readonly app: AppState; readonly detail: DocumentDetail }) {
  const [stop, setStop] = useState<SheetStop>("half");
  return (
    <Sheet label={messages.value.reader.selected} stop={stop} onStop={setStop}>
      <SentenceFacts app={app} detail={detail} />
    </Sheet>
  );
}
