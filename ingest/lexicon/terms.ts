/** Whether characters that the segmentation does not know are things (岩溶, 磷系, 梭子蟹) or a brand (天目湖, 垦丰). */
import terms from "./data/terms.json" with { type: "json" };
import { wordClass } from "./words.ts";

/** Things that general dictionaries count as names of places or persons. */
const COUNTED_AS_NAMES =
  "智慧 太阳 高原 红树林 盐湖 喀斯特 林木 深海 湿地 草原 雨林 戈壁 冻土 极地 小龙虾 稻虾 龙虾 对虾 海参 鲍鱼 蓝莓 猕猴桃 枸杞 人参 三七 天麻 灵芝 沙棘 油茶 普洱 咖啡 花椒 青稞 牦牛 奶牛 肉牛 肉羊 滩羊 磷石膏 碳汇 光热 氢氨 铝镁 铜铝 镁铝 钢铁 竹木 竹木 林浆 浆纸 绒业 毛纺 家纺 纺机 矿机 农机 农药 兽药 原奶";
/** Elements and raw materials, of which fields are named: 磷系, 碳基, 铝镁合金. */
const MATERIAL =
  "[锂钠钾镁铝硅磷硫钛钒铬锰铁钴镍铜锌镓锗砷锆铌钼银锡锑钽钨铂金铅铋碳氢氧氮氟氯硼煤油气盐铍铯铷铟稀土钢竹木棉麻丝茶酒乳菌藻]";
const OF_MATERIAL = new RegExp(`^${MATERIAL}{1,4}[基系质业化材]?$`);
const LONGEST = 4;

let known: ReadonlySet<string> | undefined;

function isThing(word: string): boolean {
  known ??= new Set([...terms.split(" "), ...COUNTED_AS_NAMES.split(" ")]);
  if (known.has(word)) return true;
  const ordinary = wordClass(word);
  return ordinary === "noun" || ordinary === "nominal";
}

/** Whether the characters can be read as things from end to end. */
export function readsAsThings(text: string): boolean {
  const reached = [true];
  for (let end = 1; end <= text.length; end++) {
    reached[end] = false;
    for (let length = Math.min(LONGEST + 1, end); length >= 1 && reached[end] !== true; length--) {
      const part = text.slice(end - length, end);
      if (reached[end - length] === true && (OF_MATERIAL.test(part) || (length > 1 && isThing(part))))
        reached[end] = true;
    }
  }
  return text !== "" && reached[text.length] === true;
}
