/** What one run has brought so far; an entity or relation that many documents name counts once. */
import type { ImportCounts } from "../server/contract/index.ts";
import type { DocumentGraph } from "../server/graph/index.ts";

export class IngestCounts {
  readonly #entities = new Set<string>();
  readonly #relations = new Set<string>();
  #documents = 0;
  #passages = 0;
  #observations = 0;
  rejected = 0;
  unchanged = 0;

  add({ passages, entities, claims, observations }: DocumentGraph): void {
    this.#documents++;
    this.#passages += passages.length;
    this.#observations += observations.length;
    for (const { id } of entities) this.#entities.add(id);
    for (const { type, from, to } of claims) this.#relations.add(`${type} ${from} ${to}`);
  }

  current(): ImportCounts {
    return {
      documents: this.#documents,
      passages: this.#passages,
      entities: this.#entities.size,
      relations: this.#relations.size,
      observations: this.#observations,
      rejected: this.rejected,
      unchanged: this.unchanged,
    };
  }
}
