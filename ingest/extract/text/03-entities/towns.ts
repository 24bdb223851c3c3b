/** Towns and subdistricts, which no dictionary lists: 永兴镇、洗马镇分别建成. */
import { findRegions } from "../../../lexicon/index.ts";
import type { Reading } from "./reading.ts";
import type { EntityRule } from "./rule.ts";

const TOWN =
  /([\p{Script=Han}]{2,4}?)(镇|街道|乡)(?=[、,。;:)和与及等的]|人民政府|党委|政府|分别|主要|建|设|成|有|入|获|为|工业|产业|科技|境内|,|$)/gu;
const NOT_A_TOWN =
  /(特色|强|名|古|重|集|城|乡|中心|示范|经济|工业|全|各|该|本|水|产业|农业|旅游|建制|一|二|三|数|多|重点|卫星|边|新|小|村|产|美丽|家|返|入|下|回|等|故|外|异|在|他|同|还|归|离|思|为|到|向|和|与|及|的|了|所|由|以|于|个)$/;
const BOUNDARY = /[\s、,。;:(“)在与和及市县区旗于至到赴往为由]$/;

function addTowns(reading: Reading): void {
  const { text } = reading;
  for (const { sentence } of reading.stretches) {
    if (sentence.block === "boilerplate" || sentence.block === "meta") continue;
    const line = text.slice(sentence.begin, sentence.end);
    if (!/[镇乡]|街道/.test(line)) continue;
    for (const match of line.matchAll(TOWN)) {
      const found = townAt(reading, sentence.begin + match.index, match[1]!, match[2]!);
      if (found !== undefined) add(reading, found.begin, found.name);
    }
  }
}

/** The shortest stem of two characters or more that begins at a boundary. */
function townAt(
  { text }: Reading,
  begin: number,
  stem: string,
  suffix: string,
): { begin: number; name: string } | undefined {
  const end = begin + stem.length;
  for (let length = 2; length <= 3; length++) {
    const from = end - length;
    const name = text.slice(from, end);
    if (from < 0 || !/^\p{Script=Han}+$/u.test(name)) break;
    const before = from === 0 ? " " : text.slice(from - 1, from);
    if (!BOUNDARY.test(before) && from > 0 && findRegions(text.slice(Math.max(0, from - 3), from)).length === 0)
      continue;
    if (NOT_A_TOWN.test(name) || /^(我|各|该|本|全|两|几|在|与|和|及|个|小|特|建|名|强)/.test(name)) return undefined;
    if (suffix === "乡" && length < 2) return undefined;
    return { begin: from, name: name + suffix };
  }
  return undefined;
}

function add(reading: Reading, begin: number, name: string): void {
  const end = begin + name.length;
  if (reading.isClosed(begin) || reading.found.some((f) => f.begin < end && begin < f.end)) return;
  reading.add({ begin, end, type: "Region", name, aliases: [], level: "town", rule: "town" });
}

export const town: EntityRule = {
  id: "town",
  finds: "A town or subdistrict by its suffix, after a boundary.",
  examples: [
    { text: "永兴镇、洗马镇分别建成科技小院2个和1个。", finds: ["Region 永兴镇", "Region 洗马镇"] },
    { text: "该实验室将落户锦溪镇,总投资1.2亿元。", region: "昆山市", finds: ["Region 锦溪镇"] },
    { text: "选择工业强镇试点,建设特色小镇,服务各乡镇、街道。", not: ["Region 工业强镇", "Region 特色小镇"] },
  ],
  run: addTowns,
};
