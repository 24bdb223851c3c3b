/** A brief as a Word file, with real headings, numbered sentences and the figure as vector and picture. */
import { AlignmentType, Document, HeadingLevel, ImageRun, LevelFormat, Packer, Paragraph, TextRun } from "docx";

import { svgToPng } from "../../export/svg-to-png.ts";
import type { Brief, BriefGroup, BriefItem, BriefSource, Figure } from "./brief.ts";
import { briefMessages } from "./messages.ts";

/** Pixels at 96 a inch: what lies between the margins of an A4 page. */
const TEXT_WIDTH = 600;
const MAX_HEIGHT = 720;
/** Pixels of the picture a unit, for programs that draw no SVG. */
const SCALE = 2;
const SOURCES = "sources";

export async function briefDocx(brief: Brief, language: string): Promise<Blob> {
  const words = briefMessages.peek();
  const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
  const document = new Document({
    title: brief.title,
    creator: "Innovation Atlas",
    styles: {
      default: {
        document: {
          run: {
            font: { ascii: "Calibri", hAnsi: "Calibri", eastAsia: "Microsoft YaHei" },
            size: 21,
            language: { value: language },
          },
          paragraph: { spacing: { after: 80, line: 300 } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: SOURCES,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: "[%1]",
              alignment: AlignmentType.LEFT,
              style: { paragraph: { indent: { left: 520, hanging: 520 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({ text: brief.title, heading: HeadingLevel.TITLE }),
          ...brief.facts.map(quiet),
          heading(words.scope),
          ...brief.filters.map((text) => new Paragraph({ text, bullet: { level: 0 } })),
          ...(brief.figure === null ? [] : [heading(words.figure), await picture(brief.figure)]),
          heading(words.list),
          ...brief.groups.flatMap(groupParagraphs),
          heading(words.sources),
          ...(brief.sources.length === 0 ? [quiet(words.noSources)] : brief.sources.map(sourceParagraph)),
          quiet(words.absent),
          ...(brief.query === null ? [] : [heading(words.annex), ...brief.query.trimEnd().split("\n").map(codeLine)]),
        ],
      },
    ],
  });
  return Packer.toBlob(document);
}

function quiet(text: string): Paragraph {
  return new Paragraph({ children: [new TextRun({ text, color: "5F6C69" })] });
}

async function picture({ svg, width, height }: Figure): Promise<Paragraph> {
  const factor = Math.min(1, TEXT_WIDTH / width, MAX_HEIGHT / height);
  const png = await (await svgToPng(svg, SCALE)).arrayBuffer();
  const image = new ImageRun({
    type: "svg",
    data: new TextEncoder().encode(svg),
    transformation: { width: Math.round(width * factor), height: Math.round(height * factor) },
    fallback: { type: "png", data: png },
    altText: {
      name: briefMessages.peek().figure,
      title: briefMessages.peek().figure,
      description: briefMessages.peek().figureAlt,
    },
  });
  return new Paragraph({ children: [image], alignment: AlignmentType.CENTER });
}

function groupParagraphs({ heading, items }: BriefGroup): Paragraph[] {
  return [
    new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2, keepNext: true }),
    ...items.map((item) => new Paragraph({ children: itemRuns(item), bullet: { level: 0 } })),
  ];
}

function itemRuns(item: BriefItem): TextRun[] {
  const note = sourceNote(item);
  return [new TextRun(item.text), ...(note === "" ? [] : [new TextRun({ text: ` ${note}`, color: "5F6C69" })])];
}

/** `[1][4]`, and of how many where not all are given. */
export function sourceNote({ sources, more }: BriefItem): string {
  const numbers = sources.map((number) => `[${number}]`).join("");
  return more === 0 ? numbers : `${numbers} ${briefMessages.peek().moreSources(more)}`;
}

function sourceParagraph({ text, title, facts }: BriefSource): Paragraph {
  return new Paragraph({
    numbering: { reference: SOURCES, level: 0 },
    children: [
      new TextRun({ text, font: { ascii: "Georgia", hAnsi: "Georgia", eastAsia: "SimSun" } }),
      new TextRun({ text: [title, ...facts].join(" · "), color: "5F6C69", break: 1 }),
    ],
  });
}

function codeLine(text: string): Paragraph {
  return new Paragraph({
    children: [new TextRun({ text, font: "Consolas", size: 17 })],
    spacing: { after: 0, line: 260 },
  });
}
