/** How good a drawing is, whatever its scale. */
import { distancesFrom } from "../../client/src/layout/network.ts";
import type { Network } from "../../client/src/layout/network.ts";

const SOURCES = 250;

/**
 * Normalised stress over the pairs of `SOURCES` nodes with all others, at the
 * scale that suits the drawing best: 0 for a perfect drawing, 1 for the worst.
 */
export function sampledStress(network: Network, positions: ArrayLike<number>): number {
  const step = Math.max(1, network.count / SOURCES);
  let [linear, square, pairs] = [0, 0, 0];
  for (let at = 0; at < network.count; at += step) {
    const source = Math.floor(at);
    distancesFrom(network, source).forEach((distance, other) => {
      if (distance <= 0) return;
      const dx = positions[source * 2]! - positions[other * 2]!;
      const dy = positions[source * 2 + 1]! - positions[other * 2 + 1]!;
      const ratio = Math.hypot(dx, dy) / distance;
      linear += ratio;
      square += ratio * ratio;
      pairs += 1;
    });
  }
  return square === 0 ? 1 : 1 - (linear * linear) / (square * pairs);
}
