/** The plan as a chart: each operator with the rows that the store expected over those that there were. */
import type { QueryPlan } from "../../../../../server/contract/index.ts";
import { messages } from "../../../i18n/index.ts";
import type { QueryRun } from "../../../state/query-run.ts";
import { MessageCard, listIcon } from "../../../ui/index.ts";
import { queryMessages } from "../messages.ts";
import { isTold, planRows, rowShare } from "./plan-rows.ts";

export function PlanPanel({ run }: { readonly run: QueryRun | undefined }) {
  const words = queryMessages.value;
  const state = run?.state.value;
  if (state?.status !== "done" || state.plan === null) {
    return <MessageCard icon={listIcon} title={words.noPlan} hint={words.noPlanHint} />;
  }
  return <PlanChart plan={state.plan} />;
}

function PlanChart({ plan }: { readonly plan: QueryPlan }) {
  const words = queryMessages.value;
  const { number } = messages.value.counts;
  const rows = planRows(plan);
  const most = Math.max(1, ...rows.flatMap(({ plan: each }) => [each.estimatedRows ?? 0, each.rows ?? 0]));
  const has = { estimated: isTold(rows, "estimatedRows"), rows: isTold(rows, "rows"), hits: isTold(rows, "hits") };
  return (
    <div class="plan">
      <p class="plan__legend">
        <span class="plan__key plan__key--estimated" />
        {words.estimated}
        {!has.estimated && ` (${words.notTold})`}
        <span class="plan__key plan__key--actual" />
        {words.actual}
      </p>
      <table class="plan__table">
        <thead class="unseen">
          <tr>
            <th scope="col">{words.plan}</th>
            <th scope="col">{words.estimated}</th>
            <th scope="col">{words.actual}</th>
            <th scope="col">{words.reads}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ plan: each, depth }, index) => (
            <tr key={index}>
              <th scope="row" style={{ paddingInlineStart: `${depth * 12}px` }}>
                <span class="plan__operator">{each.operator}</span>
                {each.detail !== "" && (
                  <span class="plan__detail" title={each.detail}>
                    {each.detail}
                  </span>
                )}
              </th>
              <td class="plan__bars" title={words.estimated}>
                <Bar kind="estimated" share={rowShare(each.estimatedRows, most)} />
                <span class="unseen">{each.estimatedRows === null ? "–" : number(Math.round(each.estimatedRows))}</span>
                <Bar kind="actual" share={rowShare(each.rows, most)} />
              </td>
              <td class="plan__number">{each.rows === null ? estimate(each, number) : number(each.rows)}</td>
              {has.hits && <td class="plan__number">{each.hits === null ? "–" : number(each.hits)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Bar({ kind, share }: { readonly kind: "estimated" | "actual"; readonly share: number }) {
  return (
    <svg class={`plan__bar plan__bar--${kind}`} width="76" height="6" viewBox="0 0 76 6" aria-hidden="true">
      {share > 0 && <rect x="0.5" y="0.5" width={Math.max(1, share * 75)} height="5" />}
    </svg>
  );
}

const estimate = ({ estimatedRows }: QueryPlan, number: (value: number) => string) =>
  estimatedRows === null ? "–" : `≈ ${number(Math.round(estimatedRows))}`;
