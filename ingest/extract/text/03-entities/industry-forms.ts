/** How a field that was found is named, and what belongs to its name. */
import { findIndustry } from "../../../lexicon/index.ts";
import type { Reading } from "./reading.ts";

/** Words that qualify a field and belong to its name. */
export const MODIFIERS =
  /^(现代|先进|高端|智能|绿色|新型|高性能|高效|精密|特种|新一代|第三代|第四代|宽禁带|通用|工业|数字|智慧|高等|功能|微纳|纳米|光学|柔性|超精密|大型|重型|轻量化|清洁|深海|空天|低碳|车用|医用|商业|民用|特色|氢|稀土|功率|硬质|可控|全固态|固态|光伏|风电|海洋|航空|航天|轨道|农产品|茶叶)$/;

export function addIndustry(reading: Reading, begin: number, end: number, rule: string, inner = false): void {
  const { text } = reading;
  const surface = text.slice(begin, end);
  const stripped = surface.replace(/(产业链|产业集群|产业|行业|领域|赛道)$/, "").replace(/^“|”$/g, "");
  const bare = stripped.length >= 2 ? stripped : surface;
  const core = bare.replace(/技术$/, "");
  const known = findIndustry(bare) ?? findIndustry(core);
  const name = known?.name ?? bare;
  const aliases = new Set([surface, bare, ...(core.length >= 2 ? [core] : [])]);
  for (const form of [bare, core]) {
    const plain = form.replace(/^(现代|先进|高端|新型|特色|智能)/, "");
    if (plain !== form && plain.length >= 2 && known === undefined && findIndustry(plain) !== undefined)
      aliases.add(plain);
  }
  aliases.delete("");
  reading.add({ begin, end, type: "Industry", name, aliases: [...aliases], rule, inner });
}
