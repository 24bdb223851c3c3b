/** That a list is cut, and the way to more of it. */
import { messages } from "../../i18n/index.ts";
import { Button } from "../../ui/index.ts";
import { nameMessages } from "./messages.ts";

interface MoreRowProps {
  readonly shown: number;
  readonly total: number;
  readonly onMore?: () => void;
}

export function MoreRow({ shown, total, onMore }: MoreRowProps) {
  if (total <= shown) return null;
  return (
    <div class="names__more">
      <span>{messages.value.counts.first(shown, total)}</span>
      {onMore !== undefined && <Button onClick={onMore}>{nameMessages.value.more}</Button>}
    </div>
  );
}
