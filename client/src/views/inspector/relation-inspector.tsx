/**
 * A relation: the pair with its line, four facts, the sentences that support
 * it with the words marked, and apart from them those that only mention one end.
 */
import { useState } from "preact/hooks";

import { SECOND_OPINION } from "../../../../server/contract/ontology.ts";
import type { Entity, RelationDetail, RelationId } from "../../../../server/contract/index.ts";
import { messages, relationName } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import { Button, Icon, Skeleton, Tabs, Tag, chevronRightIcon, plusIcon, terminalIcon } from "../../ui/index.ts";
import { kindOf, shortName } from "../entity/entity-facts.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { RelationLine } from "../entity/relation-line.tsx";
import { MergedRelations } from "../roll-up/merged-relations.tsx";
import { Failure } from "../shell/failure.tsx";
import { screen } from "../shell/screen.ts";
import { EvidenceCard } from "../source/evidence-card.tsx";
import { supportingWords } from "../source/segments.ts";
import { DifferingStatus } from "./differing-status.tsx";
import { statementMessages } from "./messages.ts";
import { NotesSection } from "./notes-section.tsx";
import { OneSidedMentions, useOneSidedMentions } from "./one-sided-mentions.tsx";
import { Section } from "./section.tsx";

export function RelationInspector({ app, id }: { readonly app: AppState; readonly id: RelationId }) {
  const state = app.inspector.relation.state.value;
  const detail = loadedValue(state);
  if (detail?.relation.id === id) return <Loaded app={app} detail={detail} />;
  if (state.status === "failed") {
    return <Failure error={state.error} onRetry={() => void app.inspector.relation.load(id)} compact />;
  }
  return (
    <div class="inspector__section">
      <Skeleton lines={[64, 40, 58, 90, 84, 70]} />
    </div>
  );
}

function Loaded({ app, detail }: { readonly app: AppState; readonly detail: RelationDetail }) {
  const { inspector: words } = messages.value;
  const mentions = useOneSidedMentions(app, detail);
  const evidence = <SupportingSentences app={app} detail={detail} />;
  const others = <OtherRelations app={app} detail={detail} />;
  if (screen.value === "phone") {
    return (
      <>
        <Pair app={app} detail={detail} />
        <MergedRelations app={app} id={detail.relation.id} />
        <DifferingStatus app={app} detail={detail} />
        <PhoneTabs
          counts={[detail.passages.length, mentions.total, detail.others.length]}
          panels={[evidence, <OneSidedMentions key="mentions" app={app} mentions={mentions} />, others]}
        />
        <NotesSection app={app} kind="relation" id={detail.relation.id} />
      </>
    );
  }
  return (
    <>
      <div class="inspector__section">
        <Pair app={app} detail={detail} />
        <Facts detail={detail} />
      </div>
      <MergedRelations app={app} id={detail.relation.id} />
      <DifferingStatus app={app} detail={detail} />
      <Section title={words.evidence} count={detail.passages.length}>
        {evidence}
      </Section>
      <Section title={words.mentions} count={mentions.total}>
        <OneSidedMentions app={app} mentions={mentions} />
      </Section>
      {detail.others.length > 0 && (
        <Section title={words.others} count={detail.others.length}>
          {others}
        </Section>
      )}
      <NotesSection app={app} kind="relation" id={detail.relation.id} />
      <RelationActions app={app} detail={detail} />
    </>
  );
}

type PhoneTab = "evidence" | "mentions" | "others";

function PhoneTabs(props: { readonly counts: readonly number[]; readonly panels: readonly preact.ComponentChild[] }) {
  const { inspector: words, counts } = messages.value;
  const [tab, setTab] = useState<PhoneTab>("evidence");
  const ids: readonly PhoneTab[] = ["evidence", "mentions", "others"];
  const labels = { evidence: words.evidence, mentions: words.mentions, others: words.othersShort };
  return (
    <Tabs
      label={words.relation}
      tabs={ids.map((id, index) => ({ id, label: labels[id], count: counts.number(props.counts[index] ?? 0) }))}
      selected={tab}
      onSelect={setTab}
    >
      <div class="inspector__section">{props.panels[ids.indexOf(tab)]}</div>
    </Tabs>
  );
}

function Pair({ app, detail }: { readonly app: AppState; readonly detail: RelationDetail }) {
  const { status } = messages.value;
  const { relation, from, to } = detail;
  return (
    <div class="pair">
      <PairEnd app={app} entity={from} />
      <span class="pair__line">
        <RelationLine type={relation.type} planned={relation.status === "planned"} width={30} upright />
      </span>
      <span class="pair__relation">
        <b>{relationName(relation.type)}</b>
        <Tag tone={relation.status === "planned" ? "planned" : "plain"}>{status[relation.status]}</Tag>
        {relation.status === "existing" && relation.hasPlanned && <Tag tone="planned">{status.withPlanned}</Tag>}
        {relation.method.startsWith(SECOND_OPINION) && <Tag>{statementMessages.value.proposed}</Tag>}
      </span>
      <PairEnd app={app} entity={to} />
    </div>
  );
}

function PairEnd({ app, entity }: { readonly app: AppState; readonly entity: Entity }) {
  const { inspector: words, counts } = messages.value;
  const short = shortName(entity);
  return (
    <>
      <EntityMark type={entity.type} level={entity.level} size={30} />
      <button type="button" class="pair__end" onClick={() => app.selection.selectEntity(entity.id)}>
        <span class="pair__name">{entity.name}</span>
        <span class="pair__facts">
          {[kindOf(entity), counts.relations(entity.degree), short === undefined ? "" : `${words.short} ${short}`]
            .filter((part) => part !== "")
            .join(" · ")}
        </span>
      </button>
    </>
  );
}

function Facts({ detail }: { readonly detail: RelationDetail }) {
  const { inspector: words, status, counts } = messages.value;
  const { relation } = detail;
  const facts = [
    [words.statusLabel, status[relation.status]],
    [words.firstSeen, relation.firstDate ?? words.undated],
    [words.lastSeen, relation.lastDate ?? words.undated],
    [words.evidenceLabel, counts.sentences(relation.evidenceCount)],
  ];
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function SupportingSentences({ app, detail }: { readonly app: AppState; readonly detail: RelationDetail }) {
  const { relation } = detail;
  return (
    <div class="inspector__sentences">
      {detail.passages.map((evidence, index) => (
        <EvidenceCard
          key={evidence.passage.id}
          app={app}
          evidence={evidence}
          supports
          cellsShown={[relation.from, relation.to]}
          marks={supportingWords(evidence.passage.text, evidence.mentions, [relation.from, relation.to])}
          isCurrent={index > 0 && app.inspector.sentenceIndex.value === index}
        />
      ))}
    </div>
  );
}

function OtherRelations({ app, detail }: { readonly app: AppState; readonly detail: RelationDetail }) {
  const { counts, inspector: words } = messages.value;
  if (detail.others.length === 0) return <p class="inspector__none">{words.noOthers}</p>;
  return (
    <ul class="inspector__list">
      {detail.others.map((other) => (
        <li key={other.id}>
          <button type="button" class="inspector__row" onClick={() => app.selection.selectRelation(other.id)}>
            <RelationLine type={other.type} planned={other.status === "planned"} />
            <span>{relationName(other.type)}</span>
            <Tag>{counts.sentences(other.evidenceCount)}</Tag>
            <Icon svg={chevronRightIcon} class="inspector__chevron" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function RelationActions({ app, detail }: { readonly app: AppState; readonly detail: RelationDetail }) {
  const { inspector: words, words: common, counts } = messages.value;
  const { relation } = detail;
  const isShown = app.history.present.value.relations.has(relation.id);
  return (
    <footer class="inspector__foot">
      {!isShown && (
        <Button icon={plusIcon} onClick={() => void app.openRelation(relation.id, [relation.from, relation.to])}>
          {common.addToCanvas}
        </Button>
      )}
      <Button
        icon={terminalIcon}
        onClick={() => {
          app.query.write(RELATION_CYPHER, { id: relation.id });
          app.session.show("query");
        }}
      >
        {words.showCypher}
      </Button>
      <details class="inspector__method">
        <summary>{words.foundHow}</summary>
        <dl>
          <dt>{words.method}</dt>
          <dd class="code-name">{relation.method}</dd>
          <dt>{words.confidence}</dt>
          <dd>{counts.number(Math.round(relation.confidence * 100))}%</dd>
        </dl>
      </details>
    </footer>
  );
}

const RELATION_CYPHER = "MATCH (a:Entity)-[r]->(b:Entity)\nWHERE r.id = $id\nRETURN a, r, b";
