/** Authorities of the zone that the document is about, where it names only the kind: 管委会, 高新区管委会. */
import type { Found, Reading } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { Kind } from "./segment.ts";

const AUTHORITY = /^(管委会|管理委员会|党工委)$/;
const ZONE_WORD = /^(高新区|经开区|开发区|经济技术开发区|新区|高新技术产业开发区)$/;

function addAuthorities(reading: Reading): void {
  const zone = mainZone(reading);
  if (zone === undefined) return;
  const { words, text } = reading;
  for (const { first, last, sentence } of reading.stretches) {
    if (sentence.block === "boilerplate") continue;
    for (let i = first; i <= last; i++) {
      const word = words[i]!;
      if (!AUTHORITY.test(word.text) || reading.isClosed(word.begin)) continue;
      const before = i > first && words[i - 1]!.end === word.begin ? words[i - 1]! : undefined;
      const isBare = before === undefined || (before.kinds & (Kind.punctuation | Kind.verb | Kind.function)) !== 0;
      const isOfZone = before !== undefined && ZONE_WORD.test(before.text);
      const there = reading.endingAt(word.end);
      if (!(isBare || isOfZone) || (there !== undefined && !ZONE_WORD.test(text.slice(there.begin, word.begin))))
        continue;
      if (there !== undefined) reading.drop(there);
      const official = word.text === "党工委" ? "党工委" : "管理委员会";
      const begin = isOfZone ? before.begin : word.begin;
      reading.add({
        begin,
        end: word.end,
        type: "Government",
        name: zone.name + official,
        aliases: [text.slice(begin, word.end), zone.name + word.text],
        rule: "zone-authority",
      });
    }
  }
}

/** The zone that the document names most, first in the title. */
function mainZone({ found, document }: Reading): Found | undefined {
  const counts = new Map<string, { count: number; zone: Found }>();
  for (const zone of found) {
    if (zone.type !== "HighTechZone" || zone.inner) continue;
    const entry = counts.get(zone.name) ?? { count: 0, zone };
    entry.count += document.frame.title?.includes(zone.name) ? 10 : 1;
    counts.set(zone.name, entry);
  }
  const [top, second] = [...counts.values()].sort((a, b) => b.count - a.count);
  return top !== undefined && (second === undefined || top.count >= 2 * second.count) ? top.zone : undefined;
}

export const zoneAuthority: EntityRule = {
  id: "zone-authority",
  finds: "管委会 and 党工委 of the zone that the document is about.",
  examples: [
    {
      text: "株洲高新区是国家高新区。株洲高新区管理体制完善,管委会下设11个部门。",
      finds: ["Government 株洲高新区管理委员会", "Government 株洲高新区管委会"],
    },
    { text: "成立管委会,推进工作。", not: ["Government 管委会"] },
  ],
  run: addAuthorities,
};
