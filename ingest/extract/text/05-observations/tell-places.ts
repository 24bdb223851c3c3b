/** Tells figures that only a name stands before: 城东县9家, 城东县(71个), 城东县、城西县各1名. */
import type { EntityIndex } from "../../extraction.ts";
import type { Span } from "../01-clean/edits.ts";
import type { Flow, Setting } from "./flow.ts";
import { trimIndicator } from "./indicator.ts";
import type { Item } from "./item.ts";
import { measureOf, sizeOf, wholeOf } from "./places.ts";
import type { Recorder } from "./recorder.ts";

export class PlaceTeller {
  readonly #span: Span;
  readonly #recorder: Recorder;
  readonly #setting: Setting;
  readonly #text: string;

  constructor(span: Span, recorder: Recorder, setting: Setting) {
    this.#span = span;
    this.#recorder = recorder;
    this.#setting = setting;
    this.#text = setting.text;
  }

  /** 城东县、城西县各建设人才社区1个, 城东县、城西县各1名: the same for each of them. */
  tellForEach(item: Item, cursor: number, flow: Flow): boolean {
    const { subjects } = this.#setting;
    const at = this.#text.slice(cursor, item.begin).indexOf("各");
    if (at === -1) return false;
    const bearers = subjects.mentionsIn(cursor, cursor + at).filter(({ entity }) => subjects.isBearer(entity));
    if (bearers.length < 2 || bearers.at(-1)!.end !== cursor + at) return false;
    const metric = trimIndicator(this.#text.slice(cursor + at + 1, item.begin));
    // 平台达到200家,研发机构保持在30家;甲区、乙区各2家: of what was told last, if it is enough.
    const last = flow.known.at(-1);
    const isOfLast =
      last?.value !== undefined &&
      last.subject === subjects.own &&
      measureOf(last.unit) === measureOf(item.unit) &&
      sizeOf(last.value, last.unit) >= sizeOf(item.value, item.unit);
    const whole = metric !== "" ? undefined : isOfLast ? last : wholeOf(item, flow, this.#setting);
    if (metric === "" && whole === undefined) return false;
    for (const { entity } of bearers) {
      if (whole === undefined) this.#recorder.tell(item, metric, { ...flow, subject: entity }, "respective", {});
      else this.#recorder.tell(item, whole.indicator, flow, "metric", { inherited: { ...whole, subject: entity } });
    }
    return true;
  }

  /** 荆州区|(71个): a figure in brackets right behind a name, of what was told as a whole. */
  tellBeside(item: Item, at: number, flow: Flow): boolean {
    const { subjects } = this.#setting;
    const mention = subjects.mentionsIn(Math.max(this.#span.begin, at - MAX_NAME), at).at(-1);
    if (mention === undefined || mention.end !== at || !subjects.isBearer(mention.entity)) return false;
    const whole = wholeOf(item, flow, this.#setting);
    if (whole === undefined) return false;
    this.#recorder.tell(item, whole.indicator, flow, "metric", { inherited: { ...whole, subject: mention.entity } });
    return true;
  }

  /** 其中城东县9家、|城西县8家: nothing but a name before the figure. */
  bearerAlone(item: Item, cursor: number): EntityIndex | undefined {
    const { subjects } = this.#setting;
    const mention = subjects.mentionsIn(cursor, item.begin).at(-1);
    if (mention === undefined || !subjects.isBearer(mention.entity)) return undefined;
    const isAlone =
      /^[、,;:(]?(?:其中|和|及|与|以及)?[,:]?$/.test(this.#text.slice(cursor, mention.begin)) &&
      /^[有为达:]?$/.test(this.#text.slice(mention.end, item.begin));
    return isAlone ? mention.entity : undefined;
  }
}

const MAX_NAME = 40;
