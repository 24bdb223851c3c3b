/** Tells levels, and where they came from: 由2015年的1130家增加到2520家. */
import type { EntityIndex } from "../../extraction.ts";
import { knowMetric } from "./flow.ts";
import type { Flow, Known, Setting } from "./flow.ts";
import { attributeOf, isBare, leansByName, nounOf, trimIndicator } from "./indicator.ts";
import type { Item } from "./item.ts";
import { withoutBodies } from "./left-words.ts";
import type { Left } from "./left-words.ts";
import { composeLevel, topicOfClause } from "./level.ts";
import { measureOf, sizeOf } from "./places.ts";
import type { Recorder } from "./recorder.ts";
import { readShare } from "./share.ts";
import { leadingVerbs } from "./verbs.ts";
import type { Time } from "./time.ts";

/** Where a figure stands in its clause. */
export interface Place {
  readonly cursor: number;
  readonly rightEnd: number;
  readonly next: Item | undefined;
  readonly isFirst: boolean;
  readonly clauseEnd: number;
}

export class LevelTeller {
  readonly #recorder: Recorder;
  readonly #setting: Setting;
  readonly #text: string;
  readonly #times: readonly Time[];

  constructor(recorder: Recorder, setting: Setting, times: readonly Time[]) {
    this.#recorder = recorder;
    this.#setting = setting;
    this.#text = setting.text;
    this.#times = times;
  }

  tell(item: Item, left: Left, lead: string, flow: Flow, place: Place): number {
    const previous =
      lead.length > 2
        ? (flow.known.findLast(({ indicator }) => leansByName(lead, indicator)) ?? flow.known.at(-1))
        : flow.known.at(-1);
    const { rightEnd, next, isFirst, clauseEnd } = place;
    const body = this.#bodyBehind(item, clauseEnd);
    // 设立50亿元的基金: how large it is.
    const isFund =
      body !== undefined && item.unit.endsWith("元") && leadingVerbs(lead) === lead && !lead.startsWith("推动");
    const attribute = body === undefined ? undefined : isFund ? "规模" : attributeOf(lead);
    if (body !== undefined && attribute !== undefined) {
      this.#recorder.push(
        item,
        attribute,
        body,
        this.#recorder.timeOf(item, place.cursor)?.year ?? null,
        "level",
        "attribute",
      );
      flow.founded = body;
      return 0;
    }
    const isPart = /^[,、;]?其中/.test(this.#text.slice(place.cursor, item.begin));
    // …经营主体320万户。|总量达2037万户: of what the sentence before told.
    const before = this.#setting.paragraphKnown;
    const isTotal = previous === undefined && flow.waiting === "" && /^(?:总量|总数|总规模|总额)$/.test(lead);
    const isOfBefore = isTotal && before !== undefined && measureOf(before.unit) === measureOf(item.unit);
    const whole = isOfBefore
      ? before
      : (isPart || isBare(lead)) && previous?.unit === "%" && item.unit !== "%"
        ? notShare(flow.known)
        : previous;
    const level = composeLevel({
      lead,
      raw: left.words,
      right: withoutNextMetric(this.#text.slice(item.tailEnd, rightEnd), next),
      behind: next === undefined ? "" : this.#text.slice(next.tailEnd, clauseEnd),
      unit: item.unit,
      isListed: left.isListed,
      sharedEnd: left.sharedEnd,
      isFirst,
      isLast: next === undefined,
      isOfBody: flow.subject !== null && !this.#setting.subjects.isRegion(flow.subject),
      isPart,
      previous: isPart || whole?.subject === flow.subject ? whole : undefined,
      waiting: flow.waiting,
    });
    if (level === undefined) return 0;
    const predicate =
      level.predicateAt === -1
        ? ""
        : trimIndicator(withoutBodies(this.#text, item.tailEnd + level.predicateAt, rightEnd, this.#setting.subjects));
    if (lead === "" && this.#isAnnounced(item, left.words, previous))
      this.#recorder.dropLast(previous!.indicator, previous!.unit);
    const isOrigin = this.#followsOrigin(item, place.cursor, flow);
    const reached = isOrigin ? this.#recorder.timeOf(item, place.cursor)?.year : undefined;
    if (reached != null && flow.change !== undefined) flow.change = { from: flow.change.from, to: reached };
    this.#recorder.tell(item, level.indicator + predicate, flow, level.rule, {
      isExisting: level.isExisting,
      timeFrom: isOrigin ? place.cursor : undefined,
      usualYear: isOrigin ? flow.change?.to : undefined,
      isGrown: /(?:扩大|增加|提高|提升|增)[至到]/.test(left.words),
    });
    return level.taken;
  }

  /** 由2015年的1130家增加到2520家: where it came from, told only where its year is. */
  tellOrigin(item: Item, left: Left, flow: Flow, { cursor }: Place): void {
    const before = left.words.replace(/(?:由|从)[^由从]*$/, "");
    const share = readShare(before);
    const whole = share === undefined ? undefined : flow.known.at(-1);
    const words =
      whole === undefined ? trimIndicator(before).replace(/的$/, "") : nounOf(whole.indicator) + share!.words;
    const indicator = words === "" ? (flow.known.at(-1)?.indicator ?? topicOfClause(flow.waiting)) : words;
    if (indicator === "") return;
    const time = this.#times.findLast(
      ({ begin, end, role, year }) => begin >= cursor && end <= item.begin && (role === "dated" || year !== null),
    );
    flow.known.push(knowMetric(indicator, item.unit, flow, this.#setting));
    if (time?.year != null) flow.change = { from: time.year, to: undefined };
    const year = time?.year ?? flow.change?.from;
    // 规划面积由4平方公里扩大到13平方公里: a size has no year.
    const isSize =
      flow.subject !== null && !this.#setting.subjects.isRegion(flow.subject) && attributeOf(indicator) === indicator;
    if (year != null || isSize) this.#recorder.push(item, indicator, flow.subject, year ?? null, "level", "origin");
  }

  /** 由2021年的38.6%、|2022年的43.9%|提高到47.2%. */
  isOriginToo(item: Item, left: Left, flow: Flow, { cursor }: Place): boolean {
    const last = this.#recorder.told.at(-1);
    return (
      last?.rule === "origin" &&
      last.unit === item.unit &&
      flow.change !== undefined &&
      /^的?$/.test(left.words) &&
      this.#text[cursor] === "、" &&
      this.#recorder.timeOf(item, cursor)?.year != null
    );
  }

  /** 首次突破300亿元大关,达到312.6亿元: the bound announced the figure. */
  #isAnnounced(item: Item, words: string, previous: Known | undefined): boolean {
    const bound = this.#recorder.told.at(-1);
    if (bound === undefined || previous === undefined || !isPassed(previous, item)) return false;
    return (
      /^达到?/.test(words) &&
      /(?:[突打冲][破到]|超过?|[迈跨登站跃]上|[迈跨越]过|跻身)了?$/.test(
        this.#text.slice(Math.max(0, bound.begin - 4), bound.begin),
      ) &&
      /^[^,、(]{0,4}[,、]达到?$/.test(this.#text.slice(bound.end, item.begin))
    );
  }

  #followsOrigin(item: Item, cursor: number, flow: Flow): boolean {
    return (
      flow.known.length > 0 &&
      /^[^,]{0,4}(?:提高|提升|增加|增长|上升|扩大|下降|降低|减少|跃升|攀升|发展|调整|增|升|降)[至到为]/.test(
        this.#text.slice(cursor, item.begin),
      )
    );
  }

  /** 总规模50亿元的科创母基金: the named body right behind the figure. */
  #bodyBehind(item: Item, end: number): EntityIndex | undefined {
    // 总投资5.8亿元、|建筑面积7.2万平方米|的…: more sizes of the same body.
    const more = MORE_SIZES.exec(this.#text.slice(item.tailEnd, Math.min(end, item.tailEnd + MAX_SIZES)))?.[0].length;
    if (more === undefined) return undefined;
    const { subjects } = this.#setting;
    const mention = subjects.mentionsIn(item.tailEnd + more, end)[0];
    if (mention === undefined || mention.begin - item.tailEnd - more > 5) return undefined;
    return subjects.isBearer(mention.entity) && !subjects.isRegion(mention.entity) ? mention.entity : undefined;
  }
}

const MAX_SIZES = 60;
const MORE_SIZES = /^(?:[、,][\u4e00-\u9fa5]{2,8}\d[\d.]{0,8}[\u4e00-\u9fa5]{1,5})*的/;

/** 137项成果获奖,占授奖总数的52.3%,|其中一等奖21项: a part of what was counted, not of the share. */
function notShare(known: readonly Known[]): Known | undefined {
  return known.findLast(({ unit }) => !/[%‰点]$/.test(unit)) ?? known.at(-1);
}

/** 15个|项目|合同总额2.37亿元: the metric of the amount behind is no part of what is counted. */
function withoutNextMetric(right: string, next: Item | undefined): string {
  if (next === undefined || !next.unit.endsWith("元")) return right;
  return right.replace(/(?<=^[\u4e00-\u9fa5]{2,8})(?:合同|协议|计划)?(?:总额|总投资|总金额|投资额|成交额)$/, "");
}

/** 突破6万亿元 is passed by 62661亿元, and 900家 by 912家. */
function isPassed(bound: Known, item: Item): boolean {
  if (bound.value === undefined || measureOf(bound.unit) !== measureOf(item.unit)) return false;
  return sizeOf(bound.value, bound.unit) < sizeOf(item.value, item.unit);
}
