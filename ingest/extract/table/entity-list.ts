/** The entities of a table, each once by type, name and code, with all aliases and properties that its rows give it. */
import type { EntityIndex, ExtractedEntity } from "../extraction.ts";

export class EntityList {
  readonly #entities: ExtractedEntity[] = [];
  readonly #indexes = new Map<string, EntityIndex>();

  get entities(): readonly ExtractedEntity[] {
    return this.#entities;
  }

  add(entity: ExtractedEntity): EntityIndex {
    const key = [entity.type, entity.name, entity.code ?? ""].join("\u001f");
    const index = this.#indexes.get(key);
    if (index === undefined) {
      this.#indexes.set(key, this.#entities.length);
      return this.#entities.push(entity) - 1;
    }
    const known = this.#entities[index]!;
    this.#entities[index] = {
      ...known,
      ...entity,
      aliases: [...new Set([...known.aliases, ...entity.aliases])],
      properties: { ...known.properties, ...entity.properties },
    };
    return index;
  }
}
