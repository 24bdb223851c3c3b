/**
 * Vertices without which their component would come apart.
 *
 * [Reference] J. Hopcroft, R. Tarjan, Algorithm 447: efficient algorithms for graph manipulation, 1973.
 */
export function cutVertices(neighbors: readonly (readonly number[])[]): ReadonlySet<number> {
  const found: number[] = neighbors.map(() => -1);
  /** The earliest vertex that is reached from below without the way down. */
  const low: number[] = neighbors.map(() => -1);
  const cut = new Set<number>();
  let time = 0;
  for (let root = 0; root < neighbors.length; root++) {
    if (found[root] !== -1) continue;
    let branches = 0;
    // Without recursion: a chain of thousands would overflow the stack.
    const way = [{ vertex: root, parent: -1, next: 0 }];
    found[root] = low[root] = time++;
    while (way.length > 0) {
      const at = way.at(-1)!;
      const neighbor = neighbors[at.vertex]![at.next++];
      if (neighbor === undefined) {
        way.pop();
        const above = way.at(-1);
        if (above === undefined) continue;
        low[above.vertex] = Math.min(low[above.vertex]!, low[at.vertex]!);
        if (above.vertex === root) branches += 1;
        else if (low[at.vertex]! >= found[above.vertex]!) cut.add(above.vertex);
      } else if (found[neighbor] === -1) {
        found[neighbor] = low[neighbor] = time++;
        way.push({ vertex: neighbor, parent: at.vertex, next: 0 });
      } else if (neighbor !== at.parent) low[at.vertex] = Math.min(low[at.vertex]!, found[neighbor]!);
    }
    if (branches > 1) cut.add(root);
  }
  return cut;
}
