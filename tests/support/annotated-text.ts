/**
 * Documents written for a test, with their entities marked in the text:
 * `与[甲大学|U]共建[乙研究院|I]`. The letters are those of the rules' notation; the
 * same name twice is one entity, `[甲院=甲研究院|I]` is another surface of one.
 */
import type { EntityMention, ExtractedEntity, NamedEntities } from "../../ingest/extract/extraction.ts";
import { typesOf } from "../../ingest/extract/text/04-relations/notation.ts";
import type { BlockKind, Mode, Sentence, TextDocument } from "../../ingest/extract/text/text-document.ts";
import { findRegions } from "../../ingest/lexicon/index.ts";

export interface AnnotatedOptions {
  /** Canonical name of the document's region; it becomes an entity even where the text does not name it. */
  readonly region?: string | undefined;
  readonly mode?: Mode | undefined;
  readonly title?: string | undefined;
  readonly date?: string | undefined;
}

const MARK = /\[([^\]|=]+)(?:=([^\]|]+))?\|([A-Z])\]/g;

/** Sentences end at 。, lines are paragraphs; a line that begins with `# ` is a heading, with `|` or with tabs a row. */
export function annotatedText(
  annotated: string,
  options: AnnotatedOptions = {},
): { document: TextDocument; named: NamedEntities } {
  const entities: ExtractedEntity[] = [];
  const aliases: Set<string>[] = [];
  const mentions: EntityMention[] = [];
  const entityOf = (letter: string, name: string): number => {
    const type = [...typesOf(letter)][0]!;
    const known = entities.findIndex((it) => it.type === type && it.name === name);
    if (known >= 0) return known;
    const region = type === "Region" ? findRegions(name)[0] : undefined;
    const level = region ? { level: region.level } : {};
    const code = region?.code ? { code: region.code } : {};
    aliases.push(new Set());
    return entities.push({ type, name, aliases: [], ...level, ...code }) - 1;
  };

  let text = "";
  let next = 0;
  for (const match of annotated.matchAll(MARK)) {
    const [whole, surface = "", canonical = surface, letter = ""] = match;
    text += annotated.slice(next, match.index);
    const entity = entityOf(letter, canonical);
    if (surface !== canonical) aliases[entity]!.add(surface);
    mentions.push({ entity, begin: text.length, end: text.length + surface.length, rule: "test" });
    text += surface;
    next = match.index + whole.length;
  }
  text += annotated.slice(next);

  const home = options.region === undefined ? undefined : findRegions(options.region)[0];
  if (options.region !== undefined && home === undefined) throw new Error(`No region is called ${options.region}.`);
  if (home) entityOf("R", home.name);
  const document: TextDocument = {
    clean: { text, toOriginal: Uint32Array.from({ length: text.length + 1 }, (_, i) => i) },
    sentences: splitAnnotated(text, options.mode ?? "report"),
    frame: {
      title: options.title ?? null,
      publisher: null,
      date: options.date ?? null,
      url: null,
      region: home ? { name: home.name, level: home.level, code: home.code } : null,
      reportYear: null,
      planYear: null,
    },
  };
  const named = { entities: entities.map((it, i) => ({ ...it, aliases: [...aliases[i]!] })), mentions };
  return { document, named };
}

function splitAnnotated(text: string, mode: Mode): Sentence[] {
  const sentences: Sentence[] = [];
  const headings: string[] = [];
  let paragraph = 0;
  let lineBegin = 0;
  for (const line of text.split("\n")) {
    const block: BlockKind = line.startsWith("# ") ? "heading" : /^\||\t/.test(line) ? "row" : "paragraph";
    if (block === "heading") headings.splice(0, 1, line.slice(2));
    let begin = lineBegin + (block === "heading" ? 2 : 0);
    for (const part of block === "paragraph" ? (line.match(/[^。;]+[。;]?/g) ?? []) : [line.slice(begin - lineBegin)]) {
      const end = begin + part.length;
      const above = block === "heading" ? [] : [...headings];
      sentences.push({ index: sentences.length, begin, end, block, paragraph, headings: above, mode });
      begin = end;
    }
    paragraph++;
    lineBegin += line.length + 1;
  }
  return sentences;
}
