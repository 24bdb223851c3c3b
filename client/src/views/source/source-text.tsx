/**
 * The words of a source: serif, entities underlined in the colour of their
 * type, figures dotted, and the words that support what is selected in yellow.
 */
import type { EntityId } from "../../../../server/contract/index.ts";
import { classNames } from "../../ui/index.ts";
import { typeColor } from "../entity/type-colors.ts";
import type { EntityLookup } from "./entity-lookup.ts";
import { segments } from "./segments.ts";
import type { Segmented } from "./segments.ts";
import "./source-text.css";

export interface SourceTextProps extends Segmented {
  readonly text: string;
  readonly lookup: EntityLookup;
  /** The reader tints names; a card only underlines them. */
  readonly tinted?: boolean;
  /** Only these are shown as names. */
  readonly isShown?: (id: EntityId) => boolean;
}

export function SourceText({ text, lookup, tinted = false, isShown, ...spans }: SourceTextProps) {
  return (
    <>
      {segments(text, spans).map((segment, index) => {
        const { entityId } = segment;
        const isName = entityId !== undefined && (isShown === undefined || isShown(entityId));
        const entity = isName ? lookup.find(entityId) : undefined;
        const look = classNames(
          isName && "source-name",
          isName && tinted && !segment.isMarked && "source-name--tinted",
          segment.isFigure && !isName && "source-figure",
        );
        const style = entity === undefined ? {} : { "--name": typeColor(entity.type) };
        const inner =
          look === "" ? (
            segment.text
          ) : (
            <span key={index} class={look} style={style} {...(isName && tinted ? { "data-entity": entityId } : {})}>
              {segment.text}
            </span>
          );
        return segment.isMarked ? (
          <mark key={index} class="source-mark">
            {inner}
          </mark>
        ) : (
          inner
        );
      })}
    </>
  );
}
