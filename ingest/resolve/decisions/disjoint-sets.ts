/** Sets that only grow together (union-find). Whether two are one does not depend on the order of uniting. */
export class DisjointSets {
  readonly #parents = new Map<string, string>();

  find(key: string): string {
    let root = key;
    for (let parent = this.#parents.get(root); parent !== undefined; parent = this.#parents.get(root)) root = parent;
    for (let each = key; each !== root;) {
      const parent = this.#parents.get(each)!;
      this.#parents.set(each, root);
      each = parent;
    }
    return root;
  }

  /** The root of both. */
  unite(a: string, b: string): string {
    const [root, other] = [this.find(a), this.find(b)];
    if (root !== other) this.#parents.set(other, root);
    return root;
  }
}
