/** The grammar uses helpers of iterators that browsers before 2025 lack. */
interface Helpers {
  toArray?: () => unknown[];
}

/** Of every built-in iterator. */
export const prototype = Object.getPrototypeOf(Object.getPrototypeOf([][Symbol.iterator]())) as Helpers & object;

if (prototype.toArray === undefined) {
  Object.defineProperty(prototype, "toArray", {
    configurable: true,
    writable: true,
    value(this: Iterable<unknown>) {
      return [...this];
    },
  });
}
