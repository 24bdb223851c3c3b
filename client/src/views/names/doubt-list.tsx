/** Entities that may be one, each doubt with the decisions that would settle it. */
import { settlingDecisions } from "../../../../server/contract/settle-doubt.ts";
import type { Doubt, DoubtedEntity, DoubtsPage } from "../../../../server/contract/index.ts";
import { entityTypeName, messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Button, IconButton, MessageCard, circleCheckIcon, pencilIcon } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { answerText } from "./decision-text.ts";
import { nameMessages } from "./messages.ts";
import { MoreRow } from "./more-row.tsx";
import type { Named } from "./names-view.tsx";

interface DoubtListProps {
  readonly app: AppState;
  readonly page: DoubtsPage;
  readonly onChange: (named: Named) => void;
  readonly onMore?: () => void;
}

export function DoubtList({ app, page, onChange, onMore }: DoubtListProps) {
  const words = nameMessages.value;
  if (page.doubts.length === 0) {
    return <MessageCard icon={circleCheckIcon} title={words.noDoubts} hint={words.noDoubtsHint} />;
  }
  return (
    <>
      <ul class="names__doubts">
        {page.doubts.map((doubt) => (
          <DoubtCard
            key={[doubt.kind, ...doubt.entities.map(({ id }) => id)].join(" ")}
            app={app}
            doubt={doubt}
            onChange={onChange}
          />
        ))}
      </ul>
      <MoreRow shown={page.doubts.length} total={page.total} {...(onMore === undefined ? {} : { onMore })} />
    </>
  );
}

interface DoubtCardProps {
  readonly app: AppState;
  readonly doubt: Doubt;
  readonly onChange: (named: Named) => void;
}

function DoubtCard({ app, doubt, onChange }: DoubtCardProps) {
  return (
    <li class="doubt">
      <p class="doubt__why">{nameMessages.value.kinds[doubt.kind]}</p>
      <ul class="doubt__entities">
        {doubt.entities.map((entity) => (
          <DoubtedRow key={entity.id} app={app} entity={entity} onChange={onChange} />
        ))}
      </ul>
      <div class="doubt__answers">
        {settlingDecisions(doubt).map((decision) => (
          <Button
            key={JSON.stringify(decision)}
            size="small"
            disabled={app.names.isBusy.value}
            onClick={() => void app.names.decide(decision)}
          >
            {answerText(decision, doubt)}
          </Button>
        ))}
      </div>
    </li>
  );
}

interface DoubtedRowProps {
  readonly app: AppState;
  readonly entity: DoubtedEntity;
  readonly onChange: (named: Named) => void;
}

function DoubtedRow({ app, entity, onChange }: DoubtedRowProps) {
  const words = nameMessages.value;
  const { name, type, places, documents } = entity;
  const facts = [entityTypeName(type), places.join(messages.value.counts.separator), words.documents(documents)];
  return (
    <li>
      <EntityMark type={type} size={20} />
      <button type="button" class="names__name" title={words.open(name)} onClick={() => void app.openEntity(entity.id)}>
        {name}
      </button>
      <span class="names__facts">{facts.filter((fact) => fact !== "").join(" · ")}</span>
      <IconButton icon={pencilIcon} size="small" label={words.changeOf(name)} onClick={() => onChange(entity)} />
    </li>
  );
}
