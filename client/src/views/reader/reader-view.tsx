/**
 * A document to read: contents at the left, the text in the middle with its
 * entities in colour, and at the right what the chosen sentence supports.
 */
import { useContext, useEffect, useState } from "preact/hooks";

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

export function ReaderView({ app }: { readonly app: AppState }) {
  const { views, reader: words } = messages.value;
  const detail = loadedValue(app.reader.document.state.value);
  const lookup = useContext(EntityLookupContext);
  useEffect(() => {
    if (detail !== undefined) lookup.learn(detail.entities);
  }, [detail, lookup]);

  const size = screen.value;
  const isChosen = app.reader.passageId.value !== null;
  const hasFacts = size === "wide" || size === "medium" || (size === "narrow" && isChosen);
  // One region before and after loading: the focus that stands on it stays.
  return (
    <>
      {detail !== undefined && size === "wide" && (
        <Region name="left" label={words.contents} class="reader__left">
          <ReaderContents app={app} detail={detail} />
        </Region>
      )}
      <Region key="view" name="view" label={views.documents} class="reader" keys="sentences">
        {detail === undefined ? <Waiting app={app} /> : <DocumentText app={app} detail={detail} />}
        {detail !== undefined && size === "phone" && isChosen && <PhoneFacts app={app} detail={detail} />}
      </Region>
      {detail !== undefined && hasFacts && (
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

function Waiting({ app }: { readonly app: AppState }) {
  const state = app.reader.document.state.value;
  return (
    <div class="reader__column">
      {state.status === "failed" ? (
        <>
          <Failure error={state.error} onRetry={() => void app.reader.document.reload()} />
          <p class="reader__back">
            <Button icon={arrowLeftIcon} onClick={() => app.reader.close()}>
              {messages.value.words.back}
            </Button>
          </p>
        </>
      ) : (
        <Skeleton lines={[46, 24, 96, 92, 97, 60, 94, 90, 72]} lineHeight={31} />
      )}
    </div>
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
