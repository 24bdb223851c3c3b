/** The list: each gap with its reasons, whose sentences open below, and the ways on from it. */
import { useEffect, useState } from "preact/hooks";

import type { Entity, GapItem, GapReason, GapsAnswer, RelationId } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import { Button, Tag, canvasIcon, classNames, gridIcon } from "../../ui/index.ts";
import { kindOf } from "../entity/entity-facts.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { AddGap } from "../gap-list/add-gap.tsx";
import { Waiting } from "../filters/waiting.tsx";
import { useResource } from "../shell/use-resource.ts";
import { EvidenceCard } from "../source/evidence-card.tsx";
import { gapsMessages } from "./messages.ts";

export function GapList({ app, answer }: { readonly app: AppState; readonly answer: GapsAnswer }) {
  return (
    <ol class="gap-list">
      {answer.items.map((item) => (
        <Gap key={`${item.subject.id} ${item.about?.id ?? ""}`} app={app} answer={answer} item={item} />
      ))}
    </ol>
  );
}

interface GapProps {
  readonly app: AppState;
  readonly answer: GapsAnswer;
  readonly item: GapItem;
}

function Gap({ app, answer, item }: GapProps) {
  const words = gapsMessages.value;
  const { subject, about, reasons } = item;
  const [open, setOpen] = useState<GapReason | null>(null);
  const isSelected = app.selection.entities.value.has(subject.id);
  const showsAbout = about !== null && answer.question === "field-without-laboratory";
  return (
    <li class={classNames("gap", isSelected && "gap--selected")}>
      <header class="gap__head">
        <h2>
          <Named app={app} entity={subject} large />
          {showsAbout && (
            <>
              <span class="gap__times">×</span>
              <Named app={app} entity={about} large />
            </>
          )}
        </h2>
        <span class="gap__kind">{kindOf(subject)}</span>
        <span class="gap__actions">
          {answer.question === "university-absent" && about !== null && (
            <Button
              size="small"
              variant="ghost"
              icon={gridIcon}
              onClick={() => {
                app.matrix.choose({ rows: "University", columns: "Region", level: levelOf(about) });
                app.matrix.openCell({ row: subject.id, column: about.id });
                app.session.show("matrix");
              }}
            >
              {words.inMatrix}
            </Button>
          )}
          {about !== null && (
            <AddGap app={app} one={subject.id} other={about.id} why={whyOf(answer, item)} size="small" />
          )}
          <Button size="small" variant="ghost" icon={canvasIcon} onClick={() => void putOnCanvas(app, item)}>
            {words.toCanvas}
          </Button>
        </span>
      </header>
      <ul class="gap__reasons">
        {reasons.map((reason) => (
          <li key={`${reason.kind} ${reason.entities[0]?.id ?? ""}`} class="gap__reason">
            <Tag tone={reason.kind === "only-planned" || reason.kind === "planned" ? "planned" : "plain"}>
              {words.reasons[reason.kind]}
            </Tag>
            <Reason app={app} reason={reason} />
            {reason.relations.length > 0 && (
              <button
                type="button"
                class="text-button gap__sources"
                aria-expanded={open === reason}
                onClick={() => setOpen(open === reason ? null : reason)}
              >
                {words.showSources} · {words.sources(reason.relations.length)}
              </button>
            )}
            {open === reason && <Sources app={app} relations={reason.relations} />}
          </li>
        ))}
      </ul>
    </li>
  );
}

function Reason({ app, reason }: { readonly app: AppState; readonly reason: GapReason }) {
  const words = gapsMessages.value;
  const { counts } = messages.value;
  const { kind, entities, count } = reason;
  const said = reasonText(reason);
  if (entities.length === 0 && said === "") return null;
  return (
    <span class="gap__said">
      {entities.map((entity) => (
        <Named key={entity.id} app={app} entity={entity} />
      ))}
      {kind !== "peer-has" && count !== null && count > entities.length && entities.length > 0 && (
        <span>{counts.first(entities.length, count)}</span>
      )}
      {kind === "peer-has" && count !== null && <span class="gap__note">{words.peerTies(count)}</span>}
      {said !== "" && <span class="gap__note">{said}</span>}
    </span>
  );
}

/** What goes on the gap list with the pair: the question, and each reason in words. */
function whyOf({ question }: GapsAnswer, { reasons }: GapItem): string {
  const words = gapsMessages.value;
  const { counts } = messages.value;
  const lines = reasons.map((reason) => {
    const names = reason.entities.map(({ name }) => name).join(counts.separator);
    return [words.reasons[reason.kind], names, reasonText(reason)].filter((part) => part !== "").join(" · ");
  });
  return [words.name[question], ...lines].join("\n");
}

/** What a reason says beside the entities that it names. */
export function reasonText({ kind, count, date }: GapReason): string {
  const words = gapsMessages.value;
  switch (kind) {
    case "planned":
      return date === null ? words.plannedUndated : words.plannedIn(date);
    case "named-later":
      return count === null || count === 0 || date === null ? words.namedNever : words.namedLater(count, date);
    case "exists-otherwise":
      return words.existsOtherwise(count ?? 0);
    default:
      return "";
  }
}

interface NamedProps {
  readonly app: AppState;
  readonly entity: Entity;
  readonly large?: boolean;
}

/** An entity that can be picked: it is picked in every view. */
function Named({ app, entity, large = false }: NamedProps) {
  const isSelected = app.selection.entities.value.has(entity.id);
  return (
    <button
      type="button"
      class={classNames("gap__name", large && "gap__name--large", isSelected && "gap__name--selected")}
      aria-pressed={isSelected}
      onClick={() => app.selection.selectEntity(entity.id)}
    >
      <EntityMark type={entity.type} level={entity.level} size={large ? 22 : 15} />
      {entity.name}
    </button>
  );
}

const SENTENCES = 2;

export function Sources({ app, relations }: { readonly app: AppState; readonly relations: readonly RelationId[] }) {
  const evidence = useResource((ids: readonly RelationId[], abort) => app.api.evidence(ids, SENTENCES, abort));
  useEffect(() => void evidence.load(relations), [relations]);
  const state = evidence.state.value;
  const passages = new Map(
    (loadedValue(state)?.relations ?? []).flatMap((own) =>
      own.passages.map((found) => [found.passage.id, found] as const),
    ),
  );
  return (
    <div class="gap__evidence">
      <Waiting state={state} onRetry={() => void evidence.reload()}>
        {() =>
          [...passages.values()].map((found) => (
            <EvidenceCard key={found.passage.id} app={app} evidence={found} supports />
          ))
        }
      </Waiting>
    </div>
  );
}

async function putOnCanvas(app: AppState, { subject, about, reasons }: GapItem): Promise<void> {
  const ids = [
    subject.id,
    ...(about === null ? [] : [about.id]),
    ...reasons.flatMap((own) => own.entities.map(({ id }) => id)),
  ];
  if (!(await app.exploration.add(ids))) return;
  app.session.show("canvas");
  app.selection.selectEntity(subject.id);
}

function levelOf({ level }: Entity): "county" | "city" | "province" {
  return level === "city" || level === "province" ? level : "county";
}
