/** What a second mention calls a body: 学校, 该院, 园区 at the beginning of a clause. */
import type { EntityIndex, EntityMention, ExtractedEntity } from "../../extraction.ts";
import type { Span } from "../01-clean/edits.ts";

/** The words, and the types that each can mean. */
const SECOND_MENTIONS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/(?:学校|[我该全本]校|大学(?!生|科|城))/y, ["University"]],
  [/(?:研究[院所](?![\u4e00-\u9fa5]*(?:家|个)$)|[我该本][院所]|全[院所])/y, ["ResearchInstitute", "University"]],
  [/(?:该|本|我)?学院/y, ["University"]],
  [/(?:该|本|我)?实验室/y, ["Laboratory"]],
  [/(?:该|本|全|我)?(?:园区?|产业园|高新区|经开区|开发区|新区|示范区|科技城|科学城|走廊|小镇|孵化器)/y, ["HighTechZone", "InnovationPlatform"]],
  [/(?:该|本|我)?(?:中心(?!城|区|镇|村|组|工作|任务|环节)|平台(?!经济)|基地|综合体|创新馆|馆)/y, ["InnovationPlatform", "ResearchInstitute"]],
  [/(?:该|本)?飞地/y, ["InnovationPlatform"]],
  [/(?:该|本|我)?(?:公司|集团)/y, ["Company"]],
  [/(?:该|本)?(?:基金|联盟|协会|联合体|医院)/y, ["Organization"]],
  [/(?:该|本)?项目/y, ["Organization", "InnovationPlatform"]],
]; // prettier-ignore
/** What it does or how large it is follows: 园区企业 and 实验室5家 are no second mentions. */
const ACTS =
  /[,:]|[现已共拥设占规总建自将有累在目围先由与是的为引]|一期|二期|首期|创|获|承担|入驻|引进|培养|培育|孵化|实现|完成|汇聚|集聚|聚集|面积|计划|投资|服务|形成|转化|申请|主持|发表|毕业|下|年/y;
/** What goes on after such a word as a compound or a list: behind the body's own word anything else is about it. */
const COMPOUND =
  /(?:[、和与及等\d]|[一二两三四五六七八九十百]+[家个所座]|[类数级项化生间内型]|建设|经济|体系|集群|[企产]业(?!(?:总数|数量|营收|总收入))|工作|任务|项目|平台|培育|规模|申报|评[价估审]|备案|认定|模式|理论|管理办法|高质量发展)/y;
/** How many mentions back 该院 can mean, and how many characters back a bare 研究院 can without saying what it does. */
const MAX_BACK = 100;
const NEAR = 400;

export class SecondMentions {
  readonly #text: string;
  readonly #entities: readonly ExtractedEntity[];
  /** In order, apart. */
  readonly #mentions: readonly EntityMention[];
  readonly #own: EntityIndex | null;
  #aliases: Map<string, EntityIndex> | undefined;

  constructor(
    text: string,
    entities: readonly ExtractedEntity[],
    mentions: readonly EntityMention[],
    own: EntityIndex | null,
  ) {
    this.#text = text;
    this.#entities = entities;
    this.#mentions = mentions;
    this.#own = own;
  }

  /** The body that the words at `at` call, in a clause that ends at `end`. */
  read(at: number, end: number): (Span & { readonly entity: EntityIndex }) | undefined {
    for (const [pattern, types] of SECOND_MENTIONS) {
      pattern.lastIndex = at;
      const word = pattern.exec(this.#text)?.[0];
      if (word === undefined) continue;
      const after = at + word.length;
      const called = this.#called(word, types, at);
      if (called === undefined) return undefined;
      ACTS.lastIndex = after;
      const isAct = after >= end ? this.#text[after] === "," : ACTS.test(this.#text);
      COMPOUND.lastIndex = after;
      const isKnown = called.isSure && after < end && !COMPOUND.test(this.#text);
      return isAct || isKnown ? { entity: called.entity, begin: at, end: after } : undefined;
    }
    return undefined;
  }

  /** Sure where the document itself is about it, calls it so, or named it with this word just before. */
  #called(word: string, types: readonly string[], at: number): { entity: EntityIndex; isSure: boolean } | undefined {
    const alias = this.#byAlias().get(word);
    if (alias !== undefined) return { entity: alias, isSure: true };
    const own = this.#own;
    if (own !== null && types.includes(this.#entities[own]!.type)) return { entity: own, isSure: true };
    const core = word.replace(/^[该本我全]/, "");
    const isThat = core !== word;
    let ofType: EntityIndex | undefined;
    const last = this.#lastBefore(at);
    for (let i = last; i >= 0 && i > last - MAX_BACK; i--) {
      const { entity, end } = this.#mentions[i]!;
      const { type, name } = this.#entities[entity]!;
      if (!types.includes(type)) continue;
      if (name.endsWith(core)) return { entity, isSure: isThat || at - end <= NEAR };
      ofType ??= entity;
    }
    return ofType === undefined ? undefined : { entity: ofType, isSure: false };
  }

  /** (以下简称“研究院”): the word is a name in this document. */
  #byAlias(): ReadonlyMap<string, EntityIndex> {
    if (this.#aliases !== undefined) return this.#aliases;
    this.#aliases = new Map();
    for (const [entity, { aliases }] of this.#entities.entries())
      for (const alias of aliases) if (alias.length <= 3) this.#aliases.set(alias, entity);
    return this.#aliases;
  }

  #lastBefore(at: number): number {
    let low = 0;
    let high = this.#mentions.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.#mentions[middle]!.begin < at) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
