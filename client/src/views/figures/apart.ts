/** Moves names at the end of lines up and down until none covers another, as little as that takes. */
export function apart<T extends { readonly at: number }>(
  names: readonly T[],
  height: number,
): readonly (T & { readonly to: number })[] {
  // Names that touch are one block, which stands where its members' middle is.
  const blocks: { items: T[]; middle: number }[] = [];
  for (const name of names.toSorted((a, b) => a.at - b.at)) {
    let block = { items: [name], middle: name.at };
    for (let above = blocks.at(-1); above !== undefined && touches(above, block, height); above = blocks.at(-1)) {
      blocks.pop();
      const items = [...above.items, ...block.items];
      block = { items, middle: items.reduce((sum, { at }) => sum + at, 0) / items.length };
    }
    blocks.push(block);
  }
  return blocks.flatMap(({ items, middle }) =>
    items.map((item, index) => ({ ...item, to: middle + (index - (items.length - 1) / 2) * height })),
  );
}

interface Block {
  readonly items: readonly unknown[];
  readonly middle: number;
}

function touches(above: Block, below: Block, height: number): boolean {
  return below.middle - above.middle < ((above.items.length + below.items.length) / 2) * height;
}
