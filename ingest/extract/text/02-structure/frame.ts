/** The frame of a document as its page tells it: title, publisher, date. */
import { findDate } from "../../../calendar-date.ts";
import type { SourceMetadata } from "../../../read/source.ts";
import type { Frame } from "../text-document.ts";
import type { Block } from "./page.ts";
import { readPageFields } from "./page-fields.ts";
import type { PageFields } from "./page-fields.ts";

const SIGNATURE_LINES = 8;
const SIGNATURE_DATE =
  /^\(?(?:签[署订约](?:日期|时间):)?(?:(?:19|20)\d{2}|二[〇○零0oO一二三四五六七八九]{3})[-年/.].{1,12}?[日\d]\)?(?:签[署订约]地点:.{1,20})?$/;
const BODY_NAME =
  /^[^,。:;、]{2,24}(?:局|厅|委|委员会|人民政府|政府|管委会|办公室|办公厅|部|院|大学|学院|实验室|中心|公司|集团|协会|学会|组)$/;
const HEADER_AUTHORITY = /^([^,。:]{2,24}?)(?:编|编印|主办|印发)? (?=(?:19|20)\d{2}年)/;

/** `region` and the years stay null: they need the gazetteer. */
export function readFrame(blocks: readonly Block[], metadata: SourceMetadata): Frame {
  const fields = readHeader(blocks);
  const ownTitle = blocks.filter(({ kind }) => kind === "title").map(({ text }) => text.replace(/^#{1,6} ?/, ""));
  const title = metadata.title ?? fields.title ?? (ownTitle.length > 0 ? ownTitle.join("") : null);
  const signature = readSignature(blocks);
  return {
    title,
    publisher: metadata.publisher ?? readPublisher(fields, signature.publisher ?? findAuthority(blocks)),
    date:
      readFieldDate(fields.written) ??
      readFieldDate(fields.published) ??
      metadata.date ??
      signature.date ??
      findDate(title ?? ""),
    url: metadata.url,
    region: null,
    reportYear: null,
    planYear: null,
  };
}

/** Whoever is named in full: 市科技局 in a field of the page is less than 绍兴市科学技术局 above the text. */
function readPublisher(fields: PageFields, inText: string | null): string | null {
  const isRelative = /^[省市区县州镇本]/.test(fields.publisher ?? "");
  return (isRelative ? inText : null) ?? fields.publisher ?? inText ?? fields.source ?? null;
}

/** The first line that gives a field decides it. */
function readHeader(blocks: readonly Block[]): PageFields {
  const headers = blocks.filter(({ kind }) => kind === "meta").map(({ text }) => readPageFields(text));
  return Object.assign({}, ...headers.reverse()) as PageFields;
}

/** A field may hold a bare year, and scraping tears its figures apart: `20 24-1-3`. */
function readFieldDate(value: string | undefined): string | null {
  if (value === undefined) return null;
  const joined = value.replace(/(?<=\d) (?=\d{1,3}[-年/.])/g, "");
  return findDate(joined) ?? /^(?:19|20)\d{2}(?=年?$)/.exec(joined.trim())?.[0] ?? null;
}

/** Who signs, and below it when: among the last lines of the document. */
function readSignature(blocks: readonly Block[]): { publisher: string | null; date: string | null } {
  const last = blocks.filter(({ kind }) => kind !== "boilerplate" && kind !== "meta").slice(-SIGNATURE_LINES);
  const dateAt = last.findLastIndex(({ text }) => SIGNATURE_DATE.test(text.replace(/\s/g, "")));
  if (dateAt === -1) return { publisher: null, date: null };
  const above = last[dateAt - 1]?.text.replace(/\s/g, "") ?? "";
  return { publisher: BODY_NAME.test(above) ? above : null, date: findDate(last[dateAt]!.text.replace(/\s/g, "")) };
}

/** An authority alone in a line above the text, or before the date of an issue. */
function findAuthority(blocks: readonly Block[]): string | null {
  for (const { kind, text } of blocks) {
    if (kind === "meta") {
      const issuer = HEADER_AUTHORITY.exec(text)?.[1];
      if (issuer !== undefined) return issuer;
    } else if (kind !== "boilerplate" && kind !== "title") return BODY_NAME.test(text) ? text : null;
  }
  return null;
}
