/**
 * Core numbers: the largest k such that a vertex is among vertices that have at
 * least k neighbours among each other.
 *
 * [Reference] V. Batagelj, M. Zaveršnik, An O(m) algorithm for cores decomposition of networks, 2003.
 */
export function coreNumbers(neighbors: readonly (readonly number[])[]): number[] {
  const degree = neighbors.map((list) => list.length);
  const most = Math.max(0, ...degree);
  /** Vertices by degree, and where those of each degree begin. */
  const begins = Array.from({ length: most + 2 }, () => 0);
  for (const d of degree) begins[d + 1]! += 1;
  for (let d = 1; d < begins.length; d++) begins[d]! += begins[d - 1]!;
  const free = begins.slice();
  const order: number[] = [];
  const place: number[] = [];
  degree.forEach((d, vertex) => {
    place[vertex] = free[d]!++;
    order[place[vertex]!] = vertex;
  });
  for (const vertex of order) {
    for (const neighbor of neighbors[vertex]!) {
      const d = degree[neighbor]!;
      if (d <= degree[vertex]!) continue;
      // The neighbour loses one, and moves to the end of those with one less.
      const first = order[begins[d]!]!;
      const [from, to] = [place[neighbor]!, begins[d]!];
      [order[from], order[to]] = [first, neighbor];
      [place[first], place[neighbor]] = [from, to];
      begins[d]! += 1;
      degree[neighbor]! -= 1;
    }
  }
  return degree;
}
