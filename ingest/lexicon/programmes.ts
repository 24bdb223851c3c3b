/** Programmes, awards and competitions known all over the country, and the words that programmes end in. */
import lines from "./data/programmes.json" with { type: "json" };

export interface KnownProgramme {
  readonly name: string;
  readonly aliases: readonly string[];
}

export const PROGRAMMES: readonly KnownProgramme[] = lines.map((line) => {
  const [name = "", ...aliases] = line.split(" ");
  return { name, aliases };
});

const byAnyName = new Map<string, KnownProgramme>();
for (const programme of PROGRAMMES) {
  for (const name of [programme.name, ...programme.aliases]) if (!byAnyName.has(name)) byAnyName.set(name, programme);
}

export function findProgramme(name: string): KnownProgramme | undefined {
  return byAnyName.get(name);
}

export function programmeNames(): IterableIterator<string> {
  return byAnyName.keys();
}
