/** Industries that what is said must be about. */
import type { EntityId } from "../../../../server/contract/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { useEntities } from "../source/entity-lookup.ts";
import { FilterButton } from "./filter-button.tsx";
import { filterMessages } from "./messages.ts";
import { PickMany } from "./pick-many.tsx";
import { Waiting } from "./waiting.tsx";

export function FieldFilter({ app }: { readonly app: AppState }) {
  const words = filterMessages.value;
  const { fields } = app.filters.values.value;
  const lookup = useEntities(fields);
  const [only] = fields;
  const value =
    fields.length === 1 && only !== undefined
      ? (lookup.find(only)?.name ?? words.fieldsCount(1))
      : fields.length === 0
        ? undefined
        : words.fieldsCount(fields.length);
  return (
    <FilterButton
      name={words.fields}
      value={value}
      onClear={() => app.filters.setFields([])}
      onOpen={() => void app.facets.load("facets")}
    >
      <Waiting state={app.facets.state.value} onRetry={() => void app.facets.load("facets")}>
        {(facets) =>
          facets.fields.length === 0 ? (
            <p class="filter-popover__note">{words.noFields}</p>
          ) : (
            <>
              <PickMany
                label={words.findField}
                items={facets.fields}
                idOf={({ entity }) => entity.id}
                textOf={({ entity }) => [entity.name, ...entity.aliases].join(" ")}
                picked={fields}
                onPick={(ids) => app.filters.setFields(ids as EntityId[])}
                none={words.noField}
              >
                {({ entity, bodies }) => (
                  <>
                    <EntityMark type={entity.type} />
                    <span class="pick-many__name">{entity.name}</span>
                    <span class="pick-many__count">{words.bodies(bodies)}</span>
                  </>
                )}
              </PickMany>
              <p class="filter-popover__note">{words.fieldRule}</p>
            </>
          )
        }
      </Waiting>
    </FilterButton>
  );
}
