/** The brief of a gap question: what is on the list, why, and the sentences that say so. */
import type { EntityId, GapReason, GapsAnswer, RelationId } from "../../../../server/contract/index.ts";
import { readEvidence } from "../../export/read-evidence.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { reasonText } from "../gaps/gap-list.tsx";
import { gapsMessages } from "../gaps/messages.ts";
import { toRequest } from "../../state/gaps.ts";
import { annexQuery } from "./annex.ts";
import type { Brief, BriefGroup, BriefItem } from "./brief.ts";
import { briefFacts } from "./brief-facts.ts";
import type { MakeOptions } from "./canvas-brief.ts";
import { gapsFigure } from "./gaps-figure.ts";
import { briefMessages } from "./messages.ts";
import { createSourceList } from "./sources.ts";
import type { SourceList } from "./sources.ts";

/** Sentences of each relation behind a reason. */
const SENTENCES = 2;

export async function gapsBrief(
  app: AppState,
  answer: GapsAnswer,
  { signal, onProgress }: MakeOptions,
): Promise<Brief> {
  const words = gapsMessages.peek();
  const ids = [...new Set(relationsOf(answer))];
  const evidence = await readEvidence(app.api, ids, SENTENCES, {
    signal,
    onRead: (count) => onProgress(count, ids.length),
  });
  const list = createSourceList();
  const reasonItem = (reason: GapReason) => itemOf(reason, evidence, list);
  const region = answer.asked.region?.name ?? words.anyRegion;
  const groups: BriefGroup[] =
    answer.question === "beside-peers"
      ? comparisonGroups(answer, evidence, list)
      : answer.items.map(({ subject, about, reasons }) => ({
          heading:
            about === null || answer.question !== "field-without-laboratory"
              ? subject.name
              : `${subject.name} × ${about.name}`,
          items: reasons.map(reasonItem),
        }));
  return {
    title: briefMessages.peek().title(`${region} · ${words.name[answer.question]}`),
    facts: await briefFacts(app),
    filters: [
      words.about[answer.question],
      words.resultOf[answer.question](answer.total, answer.considered),
      words.lead,
    ],
    figure: gapsFigure(answer),
    groups,
    sources: list.sources,
    query: annexQuery(`/gaps/${answer.question}`, toRequest(app.gaps.choice.peek()), {
      entities: entitiesOf(answer),
      relations: ids,
    }),
  };
}

function relationsOf({ items, measures }: GapsAnswer): readonly RelationId[] {
  return [
    ...items.flatMap(({ reasons }) => reasons.flatMap(({ relations }) => relations)),
    ...measures.flatMap(({ values }) => values.flatMap(({ relations }) => relations)),
  ];
}

/** What is on the list and what its reasons name. */
function entitiesOf({ items, measures, asked, compared }: GapsAnswer): readonly EntityId[] {
  const named = [
    ...items.flatMap(({ subject, about, reasons }) => [
      subject,
      ...(about === null ? [] : [about]),
      ...reasons.flatMap(({ entities }) => entities),
    ]),
    ...measures.flatMap(({ values }) => values.flatMap(({ entities }) => entities)),
    ...(asked.region === null ? [] : [asked.region]),
  ];
  return [...named.map(({ id }) => id), ...compared];
}

function itemOf(reason: GapReason, evidence: Evidence, list: SourceList): BriefItem {
  const words = gapsMessages.peek();
  const { counts } = messages.peek();
  const names = reason.entities.map(({ name }) => name).join(counts.separator);
  const said = reasonText(reason);
  const found = reason.relations.flatMap((id) => evidence.get(id)?.passages ?? []);
  return {
    text: briefMessages
      .peek()
      .reason(words.reasons[reason.kind], [names, said].filter((part) => part !== "").join(counts.separator)),
    sources: [...new Set(found.map((one) => list.number(one)))].toSorted((a, b) => a - b),
    more: 0,
  };
}

type Evidence = Awaited<ReturnType<typeof readEvidence>>;

/** Each measure, ours first, then the peers. */
function comparisonGroups(
  { asked, compared, measures }: GapsAnswer,
  evidence: Evidence,
  list: SourceList,
): BriefGroup[] {
  const words = gapsMessages.peek();
  const { counts } = messages.peek();
  const regions = [...(asked.region === null ? [] : [asked.region]), ...asked.peers];
  return measures.map(({ id, values, isGap }) => ({
    heading: isGap ? `${words.measures[id]} · ${words.gapTag}` : words.measures[id],
    items: compared.map((region, at) => {
      const { existing, planned, entities, relations } = values[at]!;
      const found = relations.flatMap((id) => evidence.get(id)?.passages ?? []);
      const name = regions.find((one) => one.id === region)?.name ?? region;
      const names = entities.map((entity) => entity.name).join(counts.separator);
      const figures =
        planned === 0 ? counts.number(existing) : `${counts.number(existing)} ${words.plannedMore(planned)}`;
      return {
        text: briefMessages.peek().reason(name, names === "" ? figures : `${figures}${counts.separator}${names}`),
        sources: [...new Set(found.map((one) => list.number(one)))].toSorted((a, b) => a - b),
        more: 0,
      };
    }),
  }));
}
