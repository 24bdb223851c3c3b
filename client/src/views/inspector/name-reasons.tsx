/** Why the names of an entity are one: the rule or the decision behind each, and for how many documents it holds. */
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import { statementMessages } from "./messages.ts";

export function NameReasons({ app }: { readonly app: AppState }) {
  const names = loadedValue(app.inspector.statements.state.value)?.names ?? [];
  const words = statementMessages.value;
  if (names.length === 0) return null;
  return (
    <details class="name-reasons">
      <summary>{words.whyNames(new Set(names.map(({ name }) => name)).size)}</summary>
      <dl>
        {names.map(({ name, rule, documents }) => (
          <div key={`${rule} ${name}`}>
            <dt>{name}</dt>
            <dd>
              {words.reasons[rule] ?? words.otherReason} · {words.documents(documents)}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
