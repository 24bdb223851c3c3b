/** Names that were brought together: each with the name that stays, the reason, and the way back. */
import type { Merge, MergesPage } from "../../../../server/contract/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Button, IconButton, MessageCard, groupIcon, pencilIcon } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { nameMessages } from "./messages.ts";
import { MoreRow } from "./more-row.tsx";
import type { Named } from "./names-view.tsx";

interface MergeListProps {
  readonly app: AppState;
  readonly page: MergesPage;
  readonly onChange: (named: Named) => void;
  readonly onMore?: () => void;
}

export function MergeList({ app, page, onChange, onMore }: MergeListProps) {
  const words = nameMessages.value;
  if (page.merges.length === 0) {
    return <MessageCard icon={groupIcon} title={words.noMerges} hint={words.noMergesHint} />;
  }
  return (
    <>
      <ul class="names__merges">
        {page.merges.map((merge) => (
          <MergeRow key={`${merge.id} ${merge.name} ${merge.rule}`} app={app} merge={merge} onChange={onChange} />
        ))}
      </ul>
      <MoreRow shown={page.merges.length} total={page.total} {...(onMore === undefined ? {} : { onMore })} />
    </>
  );
}

interface MergeRowProps {
  readonly app: AppState;
  readonly merge: Merge;
  readonly onChange: (named: Named) => void;
}

function MergeRow({ app, merge, onChange }: MergeRowProps) {
  const words = nameMessages.value;
  const { name, into, type, id, rule, decision } = merge;
  const isBusy = app.names.isBusy.value;
  return (
    <li class="merge">
      <EntityMark type={type} size={20} />
      <span class="merge__names">
        <span>{name}</span>
        <span class="names__facts">{words.into}</span>
        <button type="button" class="names__name" title={words.open(into)} onClick={() => void app.openEntity(id)}>
          {into}
        </button>
      </span>
      <span class="names__facts">{words.rules[rule]}</span>
      <IconButton
        icon={pencilIcon}
        size="small"
        label={words.changeOf(into)}
        onClick={() => onChange({ id, type, name: into })}
      />
      {decision === null ? (
        <Button
          size="small"
          disabled={isBusy}
          aria-label={`${words.keepApart}：${name}`}
          onClick={() => void app.names.decide({ decide: "different", type, names: [into, name] })}
        >
          {words.keepApart}
        </Button>
      ) : (
        <Button
          size="small"
          disabled={isBusy}
          aria-label={`${words.takeBack}：${name}`}
          onClick={() => void app.names.revoke(decision)}
        >
          {words.takeBack}
        </Button>
      )}
    </li>
  );
}
