/** Small real files of the formats that ingest reads, made byte by byte so that the tests need no fixtures. */
import { write, utils } from "@e965/xlsx";
import { strToU8, zipSync } from "fflate";

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Characters of GB2312 level 1 are enough for samples; encoded through the decoder's own table. */
export function gb18030(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((character) => encodeBy("gb18030", character)));
}

export function big5(text: string): Uint8Array {
  return Uint8Array.from([...text].flatMap((character) => encodeBy("big5", character)));
}

const tables = new Map<string, Map<string, number[]>>();

function encodeBy(encoding: string, character: string): number[] {
  if (character.charCodeAt(0) < 0x80) return [character.charCodeAt(0)];
  let table = tables.get(encoding);
  if (table === undefined) {
    table = new Map();
    const decoder = new TextDecoder(encoding);
    for (let lead = 0x81; lead <= 0xfe; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        const decoded = decoder.decode(Uint8Array.of(lead, trail));
        if (decoded.length === 1 && !table.has(decoded)) table.set(decoded, [lead, trail]);
      }
    }
    tables.set(encoding, table);
  }
  const bytes = table.get(character);
  if (bytes === undefined) throw new Error(`"${character}" is not in ${encoding}.`);
  return bytes;
}

export function zip(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [path, typeof content === "string" ? strToU8(content) : content]),
    ),
  );
}

/** A Word document of paragraphs; `#` begins a heading, cells of a table row are apart by `|`. */
export function docx(lines: readonly string[]): Uint8Array {
  const run = (text: string) => `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
  const body = lines
    .map((line) => {
      if (line.includes("|")) {
        const cells = line.split("|").map((cell) => `<w:tc><w:p>${run(cell.trim())}</w:p></w:tc>`);
        return `<w:tbl><w:tr>${cells.join("")}</w:tr></w:tbl>`;
      }
      return line.startsWith("# ")
        ? `<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run(line.slice(2))}</w:p>`
        : `<w:p>${run(line)}</w:p>`;
    })
    .join("");
  return zip({
    "[Content_Types].xml":
      '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels":
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/styles.xml":
      '<?xml version="1.0" encoding="UTF-8"?><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>',
    "word/_rels/document.xml.rels":
      '<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>',
    "word/document.xml": `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

export function xlsx(sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): Uint8Array {
  return new Uint8Array(
    write(
      {
        SheetNames: Object.keys(sheets),
        Sheets: Object.fromEntries(
          Object.entries(sheets).map(([name, rows]) => [name, utils.aoa_to_sheet(rows as unknown[][])]),
        ),
      },
      { type: "array", bookType: "xlsx" },
    ) as ArrayBuffer,
  );
}

/** Text at a place of a page, in points from its lower left corner. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** A PDF in a Chinese font that is not embedded, as word processors of authorities write them; a page without texts is a scan. */
export function pdf(pages: readonly (readonly PdfText[])[]): Uint8Array {
  const objects: string[] = [];
  const add = (content: string) => objects.push(content);
  const pageIds = pages.map((_, i) => 6 + i * 2);
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add(`<< /Type /Pages /Kids [${pageIds.map((id) => `${id} 0 R`).join(" ")}] /Count ${pages.length} >>`);
  add("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>");
  add(
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> /FontDescriptor 5 0 R /DW 1000 >>",
  );
  add(
    "<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
  );
  for (const [i, texts] of pages.entries()) {
    const stream = texts
      .map(({ text, x, y, size = 16 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm <${utf16Hex(text)}> Tj ET`)
      .join("\n");
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${pageIds[i]! + 1} 0 R >>`,
    );
    add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  }
  let file = "%PDF-1.7\n";
  const offsets = objects.map((content, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${content}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return utf8(file);
}

function utf16Hex(text: string): string {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, "0")).join("");
}
