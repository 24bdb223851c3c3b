/**
 * Bytes to text: byte order mark, strict UTF-8, the charset that the bytes
 * declare, then a guess among the encodings of Chinese. Never replaces what it cannot read.
 */
import { UnreadableDocumentError } from "../errors.ts";

const DECLARED = /charset\s*=\s*(?:["']\s*)?([\w-]+)|<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w-]+)/i;
const DECLARED_WITHIN_BYTES = 2_048;
const GUESSED_BY_BYTES = 65_536;
const BIG5_LOW_SHARE = 0.1;

/** @throws UnreadableDocumentError when the bytes are no text in an encoding known here */
export function decodeText(bytes: Uint8Array, origin: string): string {
  const marked = markedEncoding(bytes);
  const candidates = marked === undefined ? ["utf-8", declaredEncoding(bytes), ...guessedEncodings(bytes)] : [marked];
  for (const encoding of new Set(candidates)) {
    const text = encoding === undefined ? undefined : decodeStrictly(bytes, encoding);
    if (text !== undefined && !looksBinary(text)) return text;
  }
  throw new UnreadableDocumentError(
    `"${origin}" is not a text in UTF-8, GB18030, Big5 or UTF-16. Save it as UTF-8, or as a format that is read here.`,
  );
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return undefined;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DECLARED_WITHIN_BYTES)).toString(
    "latin1",
  );
  const declared = DECLARED.exec(head);
  const name = declared?.[1] ?? declared?.[2];
  return name === undefined ? undefined : /^gb/i.test(name) ? "gb18030" : name;
}

function guessedEncodings(bytes: Uint8Array): string[] {
  const sample = bytes.subarray(0, GUESSED_BY_BYTES);
  const utf16 = unmarkedUtf16(sample);
  if (utf16 !== undefined) return [utf16];
  return looksLikeBig5(sample) ? ["big5", "gb18030"] : ["gb18030", "big5"];
}

/**
 * Tells the two Chinese encodings apart by where their pairs of bytes lie, which
 * needs a few characters where letter frequency needs hundreds: the second byte
 * of GB2312 is never below A1, in Big5 four of ten are; the first byte of Big5
 * is never below A1, in the rest of GB18030 half are.
 */
function looksLikeBig5(sample: Uint8Array): boolean {
  let pairs = 0;
  let low = 0;
  for (let i = 0; i + 1 < sample.length; i++) {
    const lead = sample[i]!;
    if (lead < 0x80) continue;
    if (lead < 0xa1) return false;
    pairs++;
    if (sample[++i]! < 0x80) low++;
  }
  return low > pairs * BIG5_LOW_SHARE;
}

/** Line ends, digits and Latin letters of UTF-16 have a zero byte, all on one side. */
function unmarkedUtf16(sample: Uint8Array): string | undefined {
  let even = 0;
  let odd = 0;
  sample.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) even++;
    else odd++;
  });
  const zeros = Math.max(even, odd);
  if (zeros < Math.max(2, sample.length / 200) || Math.min(even, odd) > zeros / 50) return undefined;
  return odd > even ? "utf-16le" : "utf-16be";
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | undefined {
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    return undefined;
  }
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** A text holds hardly any control character; a program or an image is full of them. */
function looksBinary(text: string): boolean {
  const head = text.slice(0, 20_000);
  const controls = head.match(/(?![\t\n\v\f\r\u{80}-\u{9F}])\p{Cc}/gu)?.length ?? 0;
  return controls > head.length / 200 && controls > 1;
}
