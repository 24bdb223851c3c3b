/** Types of entities and relations with counts; a click writes the pattern into the editor. */
import { ENTITY_TYPE_NAMES, RELATION_TYPE_NAMES } from "../../../../../server/contract/ontology.ts";
import { entityTypeName, messages, relationName } from "../../../i18n/index.ts";
import type { AppState } from "../../../state/app-state.ts";
import { loadedValue } from "../../../state/resource.ts";
import { Button, canvasIcon } from "../../../ui/index.ts";
import { EntityMark } from "../../entity/entity-mark.tsx";
import { RelationLine } from "../../entity/relation-line.tsx";
import { libraryMessages } from "./messages.ts";

export interface StructureProps {
  readonly app: AppState;
  readonly sought: string;
  readonly onInsert: (text: string) => void;
  readonly onOpen: () => void;
}

export function Structure({ app, sought, onInsert, onOpen }: StructureProps) {
  const words = libraryMessages.value;
  const { number } = messages.value.counts;
  const totals = loadedValue(app.overview.state.value);
  const entities = new Map(totals?.entityTypes.map(({ type, count }) => [type, count]));
  const relations = new Map(totals?.relationTypes.map(({ type, count }) => [type, count]));
  const fits = (...texts: readonly string[]) =>
    texts.some((text) => text.toLowerCase().includes(sought.trim().toLowerCase()));
  return (
    <section aria-labelledby="query-structure">
      <h2 id="query-structure">
        {words.structure} <span>{words.structureCounts(ENTITY_TYPE_NAMES.length, RELATION_TYPE_NAMES.length)}</span>
      </h2>
      <ul>
        {ENTITY_TYPE_NAMES.filter((type) => fits(type, entityTypeName(type))).map((type) => (
          <li key={type}>
            <button
              type="button"
              class="query-library__type"
              data-tip={entityTypeName(type)}
              data-tip-side="right"
              onClick={() => onInsert(labelPattern(type))}
            >
              <EntityMark type={type} />
              <span class="code-name">{type}</span>
              <span>{number(entities.get(type) ?? 0)}</span>
            </button>
          </li>
        ))}
        {RELATION_TYPE_NAMES.filter((type) => fits(type, relationName(type))).map((type) => (
          <li key={type}>
            <button
              type="button"
              class="query-library__type"
              data-tip={relationName(type)}
              data-tip-side="right"
              onClick={() => onInsert(relationPattern(type))}
            >
              <RelationLine type={type} />
              <span class="code-name">{type}</span>
              <span>{number(relations.get(type) ?? 0)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Button icon={canvasIcon} size="small" onClick={onOpen}>
        {words.structureOpen}
      </Button>
    </section>
  );
}

export const labelPattern = (label: string) => `(${label[0]?.toLowerCase() ?? "n"}:${label})`;
export const relationPattern = (type: string, from = "Entity", to = "Entity") => `(a:${from})-[r:${type}]->(b:${to})`;
