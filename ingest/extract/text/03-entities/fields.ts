/**
 * The field of technology inside a name: 现代纺织 in 鉴湖现代纺织实验室. What the
 * dictionary of industries knows, with its modifiers; else a stem that says by its
 * last word that it is a field (光波技术, 功能陶瓷材料).
 */
import { findIndustry } from "../../../lexicon/index.ts";
import { Kind } from "./segment.ts";
import type { Word } from "./segment.ts";

export interface Field {
  /** Span among the words. */
  readonly first: number;
  readonly last: number;
  readonly name: string;
}

/** Last words that make a field of what stands before them. */
const FIELD_ENDS =
  /^(技术|材料|装备|设备|工程|科学|医药|药物|制药|制造|能源|电子|器件|芯片|机械|仪器|生物|化工|育种|种业|医学|信息|软件|智能|机器人|系统|工艺|食品|农业|动物|植物|病|疫苗|光学|物理|化学|数学|力学|电池|电网|网联|电机|电气|通信|遥感|航空|航天|海洋|船舶|汽车|设计|印染|纺织|服装|环保|安全|健康|医疗|康复|影像|光电|光子|量子|激光|传感|传感器)$/;

/** Stems about how science is run, not what it is about. */
const NOT_A_FIELD =
  /^(科学技术|科技创新|技术创新|协同创新|创新创业|成果转化|科技成果|技术转移|产业技术|产业|工业技术|应用技术|先进技术|高新技术|创新|科技|技术|科学|未来|国际|工程|联合|前沿|交叉|公共|共性技术|关键技术|关键共性技术|核心技术|知识产权|数据|信息|智能|安全|健康|设计|系统|城市|社会|经济|产业创新|国际合作|现代|未来技术|未来科技|未来科学|前沿技术|前沿科学|国际科技|科技服务|人才|政策|管理|战略|发展|规划|农业科学|医学科学|社会科学|自然科学|基础科学|材料科学|工程技术|应用科学|科技信息|技术经济|军事医学|工业|标准|质量|计量|先进|高等|高新|新技术|先进制造技术|工业智能|生命)$/;

/** Words that qualify a field and belong to its name. */
const MODIFIERS =
  /^(现代|先进|高端|智能|绿色|新型|高性能|高效|精密|特种|新一代|第三代|宽禁带|通用|工业|数字|智慧|未来|高等|功能|微纳|纳米|光学|柔性|超精密|大型|轻量化|清洁|深海|空天|低碳|生物|医用|车用|航空|航天|海洋|动力|电力)$/;

export function findField(words: readonly Word[], first = 0, last = words.length - 1): Field | undefined {
  for (let end = last; end >= first; end--) {
    if ((words[end]!.kinds & Kind.industry) === 0) continue;
    const known = findIndustry(words[end]!.text);
    if (known === undefined) continue;
    let begin = end;
    while (begin > first && MODIFIERS.test(words[begin - 1]!.text)) begin--;
    if (known.general && begin === end) continue;
    const name = textOf(words, begin, end);
    return { first: begin, last: end, name: findIndustry(name)?.name ?? (begin === end ? known.name : name) };
  }
  const stem = textOf(words, first, last);
  if (stem.length < 3 || stem.length > 14 || NOT_A_FIELD.test(stem)) return undefined;
  if (!FIELD_ENDS.test(words[last]!.text) && !/(学|术|材料)$/.test(stem)) return undefined;
  return { first, last, name: stem };
}

export function textOf(words: readonly Word[], first: number, last: number): string {
  let text = "";
  for (let i = first; i <= last; i++) text += words[i]!.text;
  return text;
}
