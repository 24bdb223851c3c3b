/**
 * A second opinion on documents that the rules have read: a language model of
 * the user's choice proposes what they missed, and what it proposes is weighed.
 *
 * It stands between extraction and the names of all documents. The network is
 * used here, in the thread that has the run, never in those that work on
 * documents. Whatever goes wrong with it, the document goes on with what the
 * rules found, and is asked about again at the next run.
 */
import type { OpinionCounts } from "../../server/contract/index.ts";
import type { DocumentGraph } from "../../server/graph/index.ts";
import { AnswerCache } from "./answer-cache.ts";
import { askModel, NoAnswerError } from "./ask-model.ts";
import type { OpinionConfig } from "./opinion-config.ts";
import { PROMPT_VERSION, questionKey, toMessages } from "./prompt.ts";
import { readProposals } from "./read-answer.ts";
import type { Proposals } from "./read-answer.ts";
import { Slots } from "./slots.ts";
import { toStretches } from "./stretches.ts";
import { Weighing } from "./weigh-proposals.ts";

/** After so many questions in a row without an answer, no more are asked in this run. */
export const MOST_FAILURES_IN_A_ROW = 5;

export class SecondOpinion {
  readonly #config: OpinionConfig;
  readonly #signal: AbortSignal;
  readonly #cache: AnswerCache;
  readonly #slots: Slots;
  /** By question: documents may have parts in common. */
  readonly #underWay = new Map<string, Promise<Proposals | undefined>>();
  readonly #failures = new Map<string, number>();
  readonly #counts = { asked: 0, cached: 0, entities: 0, relations: 0, agreed: 0, refused: 0, failed: 0 };
  #failedInARow = 0;
  #stopped: string | undefined;

  /** @param signal ends what is under way */
  constructor(config: OpinionConfig, signal: AbortSignal) {
    this.#config = config;
    this.#signal = signal;
    this.#cache = new AnswerCache(config.cacheFolder);
    this.#slots = new Slots(config.parallel);
  }

  /** What a document says that it was read by, beside the rules. */
  get name(): string {
    return opinionName(this.#config);
  }

  /**
   * The document with what counts of the proposals. Where a question had no
   * answer, it says so in what it was read by, so that it counts as changed.
   *
   * @param original the text that its passages' offsets count in
   * @throws the signal's reason when it aborts
   */
  async complete(graph: DocumentGraph, original: string): Promise<DocumentGraph> {
    const stretches = toStretches(graph.passages);
    const answers = await Promise.all(stretches.map(({ text }) => this.#ask(text)));
    const weighing = new Weighing(graph, original, this.#config.model);
    answers.forEach((proposals, i) => {
      if (proposals !== undefined) weighing.add(stretches[i]!, proposals);
    });
    for (const [name, count] of Object.entries(weighing.weighed)) {
      this.#counts[name as keyof typeof weighing.weighed] += count;
    }
    const completed = weighing.result();
    if (!answers.includes(undefined)) return completed;
    return {
      ...completed,
      document: { ...completed.document, extractor: `${completed.document.extractor}, not answered in full` },
    };
  }

  counts(): OpinionCounts {
    const [commonest] = [...this.#failures].sort(([, a], [, b]) => b - a);
    return { model: this.#config.model, ...this.#counts, problem: this.#stopped ?? commonest?.[0] ?? null };
  }

  #ask(text: string): Promise<Proposals | undefined> {
    const key = questionKey(this.#config.model, text);
    const known = this.#underWay.get(key);
    if (known !== undefined) return known.then((proposals) => this.#shared(proposals));
    const asking = this.#answer(key, text).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, asking);
    return asking;
  }

  /** An answer that another document has asked for is kept already, as far as this one goes. */
  #shared(proposals: Proposals | undefined): Proposals | undefined {
    if (proposals !== undefined) this.#counts.cached++;
    return proposals;
  }

  async #answer(key: string, text: string): Promise<Proposals | undefined> {
    const kept = await this.#cache.find(key);
    const keptProposals = kept === undefined ? undefined : readProposals(kept);
    if (keptProposals !== undefined) {
      this.#counts.cached++;
      return keptProposals;
    }
    return this.#slots.run(async () => {
      this.#signal.throwIfAborted();
      if (this.#stopped !== undefined) {
        this.#counts.failed++;
        return undefined;
      }
      this.#counts.asked++;
      try {
        const content = await askModel(this.#config, toMessages(text), this.#signal);
        this.#failedInARow = 0;
        const proposals = readProposals(content);
        if (proposals === undefined) return this.#failed("the answer was not the JSON that was asked for");
        await this.#cache.keep(key, content);
        return proposals;
      } catch (error) {
        if (!(error instanceof NoAnswerError)) throw error;
        this.#failedInARow++;
        if (error.failure.isFatal === true || this.#failedInARow >= MOST_FAILURES_IN_A_ROW)
          this.#stopped ??= error.message;
        return this.#failed(error.message);
      }
    });
  }

  #failed(reason: string): undefined {
    this.#counts.failed++;
    this.#failures.set(reason, (this.#failures.get(reason) ?? 0) + 1);
    return undefined;
  }
}

export function opinionName({ model }: Pick<OpinionConfig, "model">): string {
  return `second opinion ${PROMPT_VERSION} of ${model}`;
}
