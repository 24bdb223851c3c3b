/** Entities in a row with the relations between them as their lines: how one comes from one end to the other. */
import type { Entity, EntityId, Relation } from "../../../../server/contract/index.ts";
import { relationName } from "../../i18n/index.ts";
import { classNames } from "../../ui/index.ts";
import "./chain.css";
import { EntityMark } from "./entity-mark.tsx";
import { RelationLine } from "./relation-line.tsx";

export interface ChainProps {
  readonly entities: readonly Entity[];
  /** Between each two of them; one that is missing is not drawn. */
  readonly relations: readonly (Relation | undefined)[];
  readonly onEntity?: ((id: EntityId) => void) | undefined;
  readonly onRelation?: ((relation: Relation) => void) | undefined;
  readonly isSelected?: ((relation: Relation) => boolean) | undefined;
}

export function Chain({ entities, relations, onEntity, onRelation, isSelected }: ChainProps) {
  return (
    <span class="chain">
      {entities.map((entity, index) => {
        const relation = relations[index - 1];
        const before = entities[index - 1];
        return (
          <span key={entity.id} class="chain__step">
            {relation !== undefined && before !== undefined && (
              <Step
                relation={relation}
                isBack={relation.from !== before.id}
                onRelation={onRelation}
                isSelected={isSelected?.(relation) === true}
              />
            )}
            <End entity={entity} onEntity={onEntity} />
          </span>
        );
      })}
    </span>
  );
}

interface StepProps {
  readonly relation: Relation;
  /** It is read against its own direction. */
  readonly isBack: boolean;
  readonly isSelected: boolean;
  readonly onRelation: ChainProps["onRelation"];
}

function Step({ relation, isBack, isSelected, onRelation }: StepProps) {
  const name = relationName(relation.type, isBack ? "in" : "out");
  const line = (
    <span class={classNames("chain__line", isBack && "chain__line--back")}>
      <RelationLine type={relation.type} planned={relation.status === "planned"} />
    </span>
  );
  if (onRelation === undefined) {
    return (
      <span data-tip={name}>
        {line}
        <span class="unseen">{name}</span>
      </span>
    );
  }
  return (
    <button
      type="button"
      class={classNames("chain__relation", isSelected && "chain__relation--selected")}
      aria-label={name}
      aria-pressed={isSelected}
      data-tip={name}
      onClick={() => onRelation(relation)}
    >
      {line}
    </button>
  );
}

function End({ entity, onEntity }: { readonly entity: Entity; readonly onEntity: ChainProps["onEntity"] }) {
  const content = (
    <>
      <EntityMark type={entity.type} level={entity.level} size={14} />
      {entity.name}
    </>
  );
  if (onEntity === undefined) return <span class="chain__end">{content}</span>;
  return (
    <button type="button" class="chain__end chain__end--button" onClick={() => onEntity(entity.id)}>
      {content}
    </button>
  );
}
