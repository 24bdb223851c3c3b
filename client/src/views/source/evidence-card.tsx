/**
 * A sentence as evidence: in whose words, when, and the way to its place in
 * the document. Yellow where it supports what is selected, grey where it only
 * mentions it.
 */
import { useEffect, useRef } from "preact/hooks";

import type { EntityId, Evidence, RelationEvidence } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Icon, Tag, bookOpenIcon, classNames } from "../../ui/index.ts";
import { documentByline } from "./document-byline.ts";
import { cellsOf, placeMessages, sourcePlace } from "./source-place.ts";
import { useEntities } from "./entity-lookup.ts";
import "./evidence-card.css";
import type { Span } from "./segments.ts";
import { SourceText } from "./source-text.tsx";

export interface EvidenceCardProps {
  readonly app: AppState;
  readonly evidence: Evidence | RelationEvidence;
  readonly marks?: readonly Span[];
  /** It supports what is selected. */
  readonly supports: boolean;
  /** The person is at it, by `[` and `]`. */
  readonly isCurrent?: boolean;
  /** Entities whose cells are named, of tables. */
  readonly cellsShown?: readonly EntityId[];
  /** Names to underline; all where it is left out. */
  readonly isShown?: (id: EntityId) => boolean;
}

export function EvidenceCard(props: EvidenceCardProps) {
  const { app, evidence, marks = [], supports, isCurrent = false, cellsShown = [], isShown } = props;
  const { inspector: words, status } = messages.value;
  const { passage, document, mentions } = evidence;
  const lookup = useEntities(mentions.map(({ entityId }) => entityId));
  const root = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isCurrent) root.current?.scrollIntoView({ block: "nearest" });
  }, [isCurrent]);
  const cells = cellsOf(mentions, cellsShown);
  const place = [sourcePlace(passage), ...(cells.length === 0 ? [] : [placeMessages.value.cells(cells)])].join(" · ");
  return (
    <article
      ref={root}
      class={classNames("evidence", supports && "evidence--supports")}
      aria-current={isCurrent ? "true" : undefined}
    >
      <header class="evidence__head">
        <h4>{document.title}</h4>
        <p>
          {documentByline(document, "date" in evidence ? (evidence.date ?? document.date) : document.date)}
          {"status" in evidence && evidence.status === "planned" && <Tag tone="planned">{status.planned}</Tag>}
        </p>
      </header>
      <blockquote class="source-text" lang="zh-CN">
        <SourceText
          text={passage.text}
          mentions={mentions}
          marks={marks}
          lookup={lookup}
          {...(isShown === undefined ? {} : { isShown })}
        />
      </blockquote>
      <footer class="evidence__foot">
        <button type="button" class="text-button" onClick={() => app.openDocument(document.id, passage.id)}>
          <Icon svg={bookOpenIcon} size={14} />
          {words.open}
        </button>
        <span>{place}</span>
      </footer>
    </article>
  );
}
