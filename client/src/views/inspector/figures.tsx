/** Figures about an entity, newest first; what is a target is dashed, as everything planned. */
import type { Observation } from "../../../../server/contract/index.ts";
import { messages } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { Tag } from "../../ui/index.ts";

export interface FiguresProps {
  readonly app: AppState;
  readonly observations: readonly Observation[];
}

export function Figures({ observations }: FiguresProps) {
  const { counts, observationKinds, inspector: words } = messages.value;
  const sorted = observations.toSorted(
    (a, b) => a.indicator.localeCompare(b.indicator, "zh-CN") || (b.year ?? 0) - (a.year ?? 0),
  );
  return (
    <table class="figures">
      <tbody>
        {sorted.map((figure, index) => (
          <tr key={figure.id}>
            <th scope="row">{sorted[index - 1]?.indicator === figure.indicator ? "" : figure.indicator}</th>
            <td class="figures__year">{figure.year ?? words.undated}</td>
            <td class="figures__value">
              <b>{counts.number(figure.value)}</b> {figure.unit}
            </td>
            <td>
              <Tag tone={figure.kind === "target" ? "planned" : "plain"}>{observationKinds[figure.kind]}</Tag>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
