/** Left of the query: examples, and the structure of the graph by its code names, with counts. */
import { ENTITY_TYPE_NAMES, RELATION_TYPE_NAMES } from "../../../../server/contract/ontology.ts";
import { entityTypeName, messages, relationName } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import { Icon, bookOpenIcon } from "../../ui/index.ts";
import { EntityMark } from "../entity/entity-mark.tsx";
import { RelationLine } from "../entity/relation-line.tsx";
import { QUERY_EXAMPLES } from "./examples.ts";

export function QueryLibrary({ app }: { readonly app: AppState }) {
  const { query: words, counts } = messages.value;
  const totals = loadedValue(app.overview.state.value);
  const entities = new Map(totals?.entityTypes.map(({ type, count }) => [type, count]));
  const relations = new Map(totals?.relationTypes.map(({ type, count }) => [type, count]));
  return (
    <div class="contents">
      <section class="contents__section" aria-labelledby="query-examples">
        <header class="contents__head">
          <h2 id="query-examples">{words.examples}</h2>
        </header>
        <ul>
          {QUERY_EXAMPLES.map(({ id, cypher, parameters }) => (
            <li key={id}>
              <button
                type="button"
                class="query-library__row"
                onClick={() => {
                  app.query.write(cypher, parameters);
                  void app.query.run("all");
                }}
              >
                <Icon svg={bookOpenIcon} size={14} />
                <span>{words.example[id]}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section class="contents__section" aria-labelledby="query-structure">
        <header class="contents__head">
          <h2 id="query-structure">{words.structure}</h2>
        </header>
        <ul>
          {ENTITY_TYPE_NAMES.map((type) => (
            <li key={type} class="query-library__type" data-tip={entityTypeName(type)} data-tip-side="right">
              <EntityMark type={type} />
              <span class="code-name">{type}</span>
              <span>{counts.number(entities.get(type) ?? 0)}</span>
            </li>
          ))}
          {RELATION_TYPE_NAMES.map((type) => (
            <li key={type} class="query-library__type" data-tip={relationName(type)} data-tip-side="right">
              <RelationLine type={type} />
              <span class="code-name">{type}</span>
              <span>{counts.number(relations.get(type) ?? 0)}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
