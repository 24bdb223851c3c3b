/** Designations of a region: 国家创新型城市, 省级创新型县. */
import { findRegions } from "../../../lexicon/index.ts";
import { addProgramme } from "./programmes.ts";
import type { Reading } from "./reading.ts";
import type { EntityRule } from "./rule.ts";
import { everyMatch } from "../matches.ts";

/** 国家创新型城市, 省级创新型县(市), 国家知识产权示范城市: a region designated as such. */
const DESIGNATION =
  /(国家级|国家|全国|省级|省)?(?:首批|第[一二三四五六七八九十]+批)?(火炬科创金融|科创金融|知识产权强国|数字经济|工业互联网|新能源汽车|产教融合|中小企业数字化转型|海绵|文明|园林|消费品工业“三品”战略|创新型|创新驱动|科技创新|知识产权|乡村振兴科技创新|可持续发展|新型智慧|智慧|低碳|数字乡村|信息消费|科技进步|科技成果转移转化)(强国建设|强市建设|运营服务体系建设|保护)?(示范|试点|先进|先行|强|先导|重点)*(城市|县\(市\)|县域|县|市|区(?![域块间])|省)/gu;

function addDesignations(reading: Reading): void {
  const { text, home } = reading;
  for (const match of everyMatch(text, DESIGNATION)) {
    const [whole, level, kind] = match;
    const begin = match.index;
    if (reading.isClosed(begin)) continue;
    const before = text.slice(Math.max(0, begin - 6), begin);
    const after = text.slice(begin + whole.length, begin + whole.length + 3);
    const isSought = /(创建|争创|获批|入选|列入|获评|荣获|成为|进入|建设|创成|推进|开展|评为|全国|国家)[“首第]*$/.test(
      before,
    );
    if (
      level === undefined &&
      !(isSought && /^(创新型|知识产权|可持续)/.test(kind!) && /(县|城市|县\(市\))$/.test(whole))
    )
      continue;
    if (/^(级|场|内|委|政|域|局|创新能)/.test(after) || before.endsWith("高水平")) continue;
    const core = whole.replace(/(首批|第[一二三四五六七八九十]+批)/, "").replace(/^(国家级|国家|全国|省级|省)/, "");
    const place = level === "省" ? home.province?.name : level;
    const province = provinceBefore(reading, begin);
    if (province !== undefined && (level === undefined || level === "省")) {
      const from = begin - province.text.length;
      const start = level === "省" ? begin : from;
      addProgramme(
        reading,
        start,
        begin + whole.length,
        province.name + core,
        [whole, core, `省${core}`, text.slice(start, begin + whole.length)],
        "programme-designation",
      );
      continue;
    }
    const name = `${place === "国家级" ? "国家" : (place ?? "")}${core}`;
    addProgramme(
      reading,
      begin,
      begin + whole.length,
      level === undefined ? `国家${core}` : name,
      [whole, core, `国家${core}`.slice(level === "省" || level === "省级" ? 2 : 0)],
      "programme-designation",
    );
  }
}

/** The province named right before: 湖北省乡村振兴科技创新示范县. */
function provinceBefore(
  { text }: Reading,
  begin: number,
): { readonly name: string; readonly text: string } | undefined {
  for (let length = 2; length <= 8 && length <= begin; length++) {
    const name = text.slice(begin - length, begin);
    const region = findRegions(name).find(({ level }) => level === "province");
    if (region !== undefined && (name === region.name || /^(内蒙古|广西|宁夏|新疆|西藏)$/.test(name)))
      return { name: region.name, text: name };
  }
  return undefined;
}

export const programmeDesignation: EntityRule = {
  id: "programme-designation",
  finds: "A designation of a region: 国家创新型城市, 省级创新型县.",
  examples: [
    {
      text: "成功列入国家创新型城市建设名单,创建国家知识产权示范城市。",
      finds: ["Programme 国家创新型城市", "Programme 国家知识产权示范城市"],
    },
    { text: "全力打造高水平创新型城市。", not: ["Programme 国家创新型城市"] },
  ],
  run: addDesignations,
};
