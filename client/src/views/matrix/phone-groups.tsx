/** On a phone one region's columns at a time: its name, and the way to the next. */
import { useState } from "preact/hooks";

import { messages } from "../../i18n/index.ts";
import type { ArrangedMatrix } from "../../state/matrix/arrange-lines.ts";
import { IconButton, arrowLeftIcon, arrowRightIcon } from "../../ui/index.ts";
import { matrixMessages } from "./messages.ts";

export interface PhoneGroup {
  readonly at: number;
  readonly count: number;
  readonly name: string;
  /** The matrix of the group alone. */
  readonly arranged: ArrangedMatrix;
  readonly go: (to: number) => void;
}

export function usePhoneGroup(arranged: ArrangedMatrix): PhoneGroup {
  const [wanted, go] = useState(0);
  const at = Math.max(0, Math.min(wanted, arranged.groups.length - 1));
  const group = arranged.groups[at];
  const groups = group === undefined ? [] : [group];
  const { number } = messages.value.counts;
  return {
    at,
    count: arranged.groups.length,
    name: group === undefined ? "" : [group.parent?.name ?? matrixMessages.value.columns, number(group.ties)].join(" "),
    arranged: { ...arranged, groups, columns: groups.flatMap(({ lines }) => lines) },
    go,
  };
}

export function PhoneGroups({ phone }: { readonly phone: PhoneGroup }) {
  const words = matrixMessages.value;
  const { counts } = messages.value;
  if (phone.count < 2) return null;
  return (
    <div class="matrix__groups" role="group" aria-label={words.group}>
      <IconButton
        icon={arrowLeftIcon}
        label={words.previousGroup}
        disabled={phone.at === 0}
        onClick={() => phone.go(phone.at - 1)}
      />
      <span role="status">
        <strong>{phone.name}</strong> {counts.number(phone.at + 1)} / {counts.number(phone.count)}
      </span>
      <IconButton
        icon={arrowRightIcon}
        label={words.nextGroup}
        disabled={phone.at === phone.count - 1}
        onClick={() => phone.go(phone.at + 1)}
      />
    </div>
  );
}
