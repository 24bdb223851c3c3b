/**
 * What is handed upward, before it is a Word file or a page: a figure, a list
 * whose items each name their sentences by number, the sentences with their
 * documents, as of when, under which filters, and by which query.
 */
export interface Brief {
  readonly title: string;
  /** As of which date, from how many documents, and made when. */
  readonly facts: readonly string[];
  /** In words; says so too where nothing is filtered. */
  readonly filters: readonly string[];
  readonly figure: Figure | null;
  readonly groups: readonly BriefGroup[];
  /** In the order of their numbers, from 1. */
  readonly sources: readonly BriefSource[];
  /** Null where no query asks the same. */
  readonly query: string | null;
}

export interface Figure {
  readonly svg: string;
  /** In units of the picture. */
  readonly width: number;
  readonly height: number;
}

/** @param svg with its width and height in units of the picture, as this program makes them */
export function toFigure(svg: string): Figure {
  const [, width = "0", height = "0"] = /<svg [^>]*?width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  return { svg, width: Number(width), height: Number(height) };
}

export interface BriefGroup {
  readonly heading: string;
  readonly items: readonly BriefItem[];
}

export interface BriefItem {
  readonly text: string;
  /** Numbers of its sentences. */
  readonly sources: readonly number[];
  /** Of how many sentences in the documents `sources` are the newest; 0 where they are all. */
  readonly more: number;
}

export interface BriefSource {
  readonly text: string;
  readonly title: string;
  /** Publisher, date and the place in the file, each as far as it is known. */
  readonly facts: readonly string[];
}
