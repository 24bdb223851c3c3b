/** What the rules on programmes share: the words they end in and begin after, and how one is added. */
import { findBody } from "../../../lexicon/index.ts";
import type { Reading } from "./reading.ts";
import { Kind } from "./segment.ts";

/** Words that programmes end in, beside quotation marks. */
export const HEADS =
  /^(计划|行动计划|行动|专项行动|示范行动|工程|专项|活动|试点|改革|大赛|创业大赛|挑战赛|竞赛|比赛|联赛|项目|奖|金奖|银奖|优秀奖|评选|奖励|赛)$/;

/** Verbs that carry out, and never begin a programme's name. */
export const CARRIES_OUT =
  /^(实施|深入实施|开展|推进|启动|深化|组织|组建|参加|参与|列入|入选|获批|承担|依托|落实|执行|推动|举办|承办|主办|纳入|出台|制定|完善|争取|申报|支持|打造|扎实开展|持续实施|全面实施|大力实施|围绕|以|对|的|在|把|将|被|为|等|由|与|和|及|向|获|获得|荣获|摘得|斩获|取得|评为|授予|通过|根据|按照|结合|继续|积极|全面|扎实|持续|深入|大力|牵头|联合|共同|印发|探索|加快|创建|建设|推出|策划|谋划|设立|立项|实行|推行|推广|健全|建立|做好|抓好|办好|新|一批|多项|系列|新增|净增|新认定|防范化解|完成|迭代完善|优化|统筹|落地|选派|推介|深入|协助)$/;

/** 绍兴市“名士之乡”英才计划, 科技部多主体…试点: the place or authority that leads is named too. */
function addLeader(reading: Reading, begin: number, end: number): void {
  const i = reading.wordStartingAt(begin);
  if (i === undefined || reading.words[i]!.end >= end) return;
  const { text, kinds } = reading.words[i]!;
  const region = reading.regionOfWord[i];
  const body = region === undefined && kinds & Kind.body ? findBody(text) : undefined;
  const at = { begin, end: reading.words[i]!.end };
  if (region !== undefined && region.name !== "中国") {
    const { name, level, code } = region;
    reading.add({
      ...at,
      type: "Region",
      name,
      aliases: [text],
      level,
      code: code ?? undefined,
      inner: true,
      rule: "region-in-name",
    });
  } else if (body?.type === "Government")
    reading.add({ ...at, type: "Government", name: body.name, aliases: [text], inner: true, rule: "known-name" });
}

export function addProgramme(
  reading: Reading,
  begin: number,
  end: number,
  name: string,
  aliases: readonly string[],
  rule: string,
): void {
  const lead = reading.wordStartingAt(begin);
  const isLedByBody =
    lead !== undefined && (reading.words[lead]!.kinds & Kind.body) !== 0 && reading.words[lead]!.end < end;
  const unled = isLedByBody ? [reading.text.slice(reading.words[lead]!.end, end)] : [];
  addLeader(reading, begin, end);
  reading.add({
    begin,
    end,
    type: "Programme",
    name,
    aliases: [...aliases, ...unled].filter((alias) => alias.length > 1),
    rule,
  });
  reading.close(begin, end);
}
