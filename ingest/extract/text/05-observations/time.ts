/**
 * Expressions of time and the year that each of them gives to a figure.
 *
 * Not every year in a sentence dates its figures: one to compare with (比2020年),
 * one of foundation (成立于2003年) and one to count from (2019年以来) do not.
 */
import type { Span } from "../01-clean/edits.ts";
import { everyMatch } from "../matches.ts";

export interface Time extends Span {
  /** The year that it gives; null for 今年 where the document has no date. */
  readonly year: number | null;
  /**
   * `dated` gives its year; `now` (目前, 截至目前, 2019年以来) leads back to the
   * year of the document; `aside` is left out of the metric and gives nothing.
   */
  readonly role: "dated" | "now" | "aside";
  /** 到2025年, “十五五”末: a year to reach. */
  readonly isGoal: boolean;
}

const MONTHS =
  "(?:(?:第?[一二三四1-4]季度|[上下]半年|前[一二三1-3]个?季度|前\\d{1,2}个月|\\d{1,2}(?:月份?)?[-—至、到]\\d{1,2}月份?|\\d{1,2}月(?:\\d{1,2}日)?(?:[初底末中]旬?)?|全年))?";
const YEAR = `(?:(?:19|20)\\d{2}年?(?:度)?[-—–~至到]{1,2})?((?:19|20)\\d{2})(?:年度|财年|学年|年)`;
const LEAD = "(?:截至|截止到?|到|至|自|于|早?在|计划到|力争到)?";
const AFTER = "(?:以来|起|开始|以后|之前|以前|前(?![进移列])|后(?![备续])|期间|全年|底|末|初|中|内|当年|间)?";
const ABSOLUTE = new RegExp(`${LEAD}${YEAR}${MONTHS}${AFTER}`, "g");
const RELATIVE = new RegExp(`${LEAD}(今年|本年度?|去年|上年度?|上一年度?|前年|明年|来年|次年)${MONTHS}${AFTER}`, "g");
const FIVE_YEARS =
  /(?:截至|到|至|在|自)?“?(十[一二三四五六七]五|二十五)”?(末期?|期末|收官之年|期间|时期|以来|规划(?:期|末)|开局之年)/g;
const NOW =
  /截[至止](?:到)?(?:目前|当前|发稿(?:时|前)?|现在|今)|目前|迄今|至今|如今|当前|现如今|(?:自[\u4e00-\u9fa5“”]{1,10}|[\u4e00-\u9fa5]{2})以来|近年来|近[一二三四五两\d]年(?:来)?|多年来|(?:这)?(?:几|数|[两三四五六七八九十])年来/g;
const MONTH_ALONE =
  /(?:截[至止]到?)?(?:全年|(?<![\d一二三四五六七八九十])年[内初底末]|上半年|下半年|前三季度|[一二三四]季度|\d{1,2}[-—至]\d{1,2}月份?|\d{1,2}月(?:份|\d{1,2}日|底|末)?)/g;

const CHANGES = /增加|增长|提高|提升|上升|下降|降低|减少|扩大|发展|跃升|[升降增]$/;
/** What every expression of time has one of. */
const TEMPORAL = /[年月季今前来]|十[一二三四五六七]五/;
const YEAR_DIGITS = /(?:19|20)\d{2}/;
const SAME_YEAR = /同年|该年/g;

const OFFSETS: Readonly<Record<string, number>> = {
  今年: 0, 本年: 0, 本年度: 0, 去年: -1, 上年: -1, 上年度: -1, 上一年: -1, 上一年度: -1, 前年: -2, 明年: 1, 来年: 1, 次年: 1,
}; // prettier-ignore
const PLAN_ENDS: Readonly<Record<string, number>> = {
  十一五: 2010, 十二五: 2015, 十三五: 2020, 十四五: 2025, 十五五: 2030, 十六五: 2035, 十七五: 2040,
}; // prettier-ignore

export interface YearsAround {
  readonly documentYear: number | null;
  readonly lastYear: number | null;
  readonly topicYear: number | null;
}

/** Whatever is compared with or founded then: the year says nothing of the figure. */
/** 自2004年|在昌华办学以来: since then, until now. */
const SINCE = /^[^,;。\d]{1,30}以来/;
const COMPARED = /(?:比|较|同|与|相比|是|为|超|高于|低于)(?:于)?$/;
const FOUNDED_BEFORE =
  /(?:成立|始建|组建|建立|创建|创办|设立|创立|兴建|建成|筹建|诞生|揭牌|挂牌|获批|落户|开工|投产|入选|始|源|出生|动工|启动|批准|颁布|实施|印发)于?$/;
const FOUNDED_AFTER =
  /^(?:\d{1,2}月(?:\d{1,2}日)?)?,?(?:经[^,。]{0,12}批准|(?:经[^,。]{0,16})?(?:正式)?(?:成立|注册|始建|组建|创办|创建|建校|设立|揭牌|挂牌|获批|由[^,。]{0,16}(?:组建|合并|更名|设立)))/;

/**
 * The times in `text` between `begin` and `end`, in order and apart; `documentYear`
 * is what 今年 means, `lastYear` what 同年 means at the beginning, `topicYear` what
 * 上年 is the year before.
 */
export function findTimes(
  text: string,
  begin: number,
  end: number,
  { documentYear, lastYear, topicYear }: YearsAround,
): Time[] {
  const stretch = text.slice(begin, end);
  const times: Time[] = [];
  const add = (match: RegExpMatchArray, time: Omit<Time, "begin" | "end">) => {
    // 增加到2022年的…: the preposition belongs to the verb.
    const at = begin + match.index!;
    const isReached = /^[到至]/.test(match[0]) && CHANGES.test(text.slice(Math.max(0, at - 3), at));
    const from = at + (isReached ? 1 : 0);
    const to = at + match[0].length;
    if (times.some((known) => from < known.end && known.begin < to)) return;
    times.push({ begin: from, end: to, ...time, isGoal: time.isGoal && !isReached });
  };
  if (!TEMPORAL.test(stretch)) return times;
  for (const match of YEAR_DIGITS.test(stretch) ? everyMatch(stretch, ABSOLUTE) : []) {
    const before = stretch.slice(Math.max(0, match.index - 6), match.index);
    const after = stretch.slice(match.index + match[0].length, match.index + match[0].length + 24);
    const role =
      COMPARED.test(before) ||
      FOUNDED_BEFORE.test(before) ||
      /^(?:[自从]|于)?.*(?:以来|起|开始|以后|后)$/.test(match[0])
        ? "aside"
        : FOUNDED_AFTER.test(after)
          ? "aside"
          : "dated";
    const isSince = (role === "aside" && match[0].endsWith("以来")) || (match[0].startsWith("自") && SINCE.test(after));
    const year = Number(match[1]);
    const isGoal = documentYear === null ? /^(?:计划到|力争到|到|至)/.test(match[0]) : year > documentYear;
    add(match, { year, role: isSince ? "now" : role, isGoal });
  }
  for (const match of everyMatch(stretch, RELATIVE)) {
    const before = stretch.slice(Math.max(0, match.index - 3), match.index);
    const offset = OFFSETS[match[1]!] ?? 0;
    const base = match[1]!.startsWith("上") ? topicYear : documentYear;
    const role = COMPARED.test(before) ? "aside" : match[0].endsWith("以来") && offset < 0 ? "now" : "dated";
    add(match, { year: base === null ? null : base + offset, role, isGoal: offset > 0 });
  }
  for (const match of stretch.includes("五") ? everyMatch(stretch, FIVE_YEARS) : []) {
    const year = PLAN_ENDS[match[1]!] ?? null;
    const isOver = year !== null && documentYear !== null && year <= documentYear;
    const isEnd = /末|收官/.test(match[2]!);
    const isAhead = documentYear === null ? /^[到至]/.test(match[0]) : year !== null && year > documentYear;
    const isGoal = year !== null && isAhead && match[2] !== "以来";
    const isSince = match[2] === "以来";
    // 较“十二五”末分别增加87家.
    if (COMPARED.test(stretch.slice(Math.max(0, match.index - 3), match.index))) {
      add(match, { year: null, role: "aside", isGoal: false });
      continue;
    }
    add(match, { year, role: !isSince && (isEnd || isOver || isGoal) ? "dated" : "now", isGoal });
  }
  times.sort((a, b) => a.begin - b.begin);
  for (const match of everyMatch(stretch, NOW)) add(match, { year: null, role: "now", isGoal: false });
  for (const match of everyMatch(stretch, MONTH_ALONE)) add(match, { year: null, role: "aside", isGoal: false });
  for (const match of everyMatch(stretch, SAME_YEAR)) {
    const before = times.filter((time) => time.role === "dated" && time.begin < begin + match.index);
    add(match, { year: before.at(-1)?.year ?? lastYear, role: "dated", isGoal: false });
  }
  return times.sort((a, b) => a.begin - b.begin);
}
