/** Whether a passage reports, plans or tells what is lacking: from its headings first, then from its own words. */
import type { Mode } from "../text-document.ts";

const HEADING_CUES: readonly (readonly [Mode, RegExp])[] = [
  ["gap", /问题|短板|差距|不足|困难|薄弱|制约|瓶颈|挑战/],
  ["plan", /思路|目标|下一?步|计划|打算|安排|要点|规划|愿景|展望|重点任务|主要任务|工作任务|保障措施|今后|未来/],
  ["report", /总结|成效|成绩|亮点|回顾|情况|进展|做法|完成|基础|特色|经验|现状|获奖|基本情况/],
];
const PLAN_CUE = /^(?:下一?步|今后|接下来|未来|到20\d{2}年|力争|我们将|20\d{2}年,我们将|明年|主要目标)/;
const GAP_CUE = /^(?:但|同时也|也)?(?:要)?(?:清醒地)?(?:认识到|看到)|存在(?:的|一些|不少|着)?(?:问题|短板|差距|不足)/;

export function modeOf(headings: readonly string[], title: string | null, sentence: string, before: Mode | null): Mode {
  for (const heading of [...headings].reverse()) {
    for (const [mode, cue] of HEADING_CUES) if (cue.test(heading)) return mode;
  }
  if (GAP_CUE.test(sentence)) return "gap";
  if (PLAN_CUE.test(sentence)) return "plan";
  if (before !== null) return before;
  for (const [mode, cue] of HEADING_CUES) if (title !== null && mode === "plan" && cue.test(title)) return mode;
  return "report";
}
