/** Documents that say of a relation that it is there, and documents that say it is planned: both, with what is shown and why. */
import type { RelationDetail, RelationEvidence, RelationStatus } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Tag } from "../../ui/index.ts";
import { SourceOf } from "./contradictions.tsx";
import "./contradictions.css";
import { statementMessages } from "./messages.ts";
import { Section } from "./section.tsx";

export function DifferingStatus({ app, detail }: { readonly app: AppState; readonly detail: RelationDetail }) {
  const { status } = messages.value;
  const words = statementMessages.value;
  const existing = newestOf(detail, "existing");
  const planned = newestOf(detail, "planned");
  if (existing === undefined || planned === undefined || existing.document.id === planned.document.id) return null;
  const isPlannedNewer = dateOf(planned) > dateOf(existing);
  const isDated = dateOf(planned) !== dateOf(existing);
  const age = (isNewer: boolean) => (isDated ? (isNewer ? words.newer : words.older) : undefined);
  return (
    <Section title={isDated && !isPlannedNewer ? words.fromPlan : words.contradictions}>
      <ol class="sources">
        <li>
          <Tag>{status.existing}</Tag>
          <SourceOf
            app={app}
            word={{ document: existing.document, passageId: existing.passage.id }}
            isUsed
            age={age(!isPlannedNewer)}
          />
        </li>
        <li>
          <Tag tone="planned">{status.planned}</Tag>
          <SourceOf
            app={app}
            word={{ document: planned.document, passageId: planned.passage.id }}
            isUsed={false}
            age={age(isPlannedNewer)}
          />
        </li>
      </ol>
      <p class="contradictions__why">
        {words.statusRule} {isPlannedNewer && words.newerPlanned}
      </p>
    </Section>
  );
}

/** Passages come newest first. */
function newestOf({ passages }: RelationDetail, status: RelationStatus): RelationEvidence | undefined {
  return passages.find((passage) => passage.status === status);
}

function dateOf({ document }: RelationEvidence): string {
  return document.date ?? "";
}
