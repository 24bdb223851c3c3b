/** The first date that a text gives, as `2024`, `2024-12` or `2024-12-09`. */

const NUMERIC = /(?<!\d)((?:19|20)\d{2}) ?[-年./] ?(\d{1,2})(?!\d)(?: ?[-月./] ?(\d{1,2})(?!\d))?/;
/** Scraping tears figures apart: `2022- 1 1-11`, `2024年3月1 5日`; a figure before a colon is an hour. */
const TORN = /(?<!\d)((?:19|20) ?\d ?\d) ?[-年./] ?(\d(?: ?\d)?) ?[-月./] ?(\d(?: ?\d)?)(?!\d| ?\d? ?[:：时時])/;
const COMPACT = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)/;
const DIGITS = "〇一二三四五六七八九";
const ZEROS = /[○零oO0]/g;
const WRITTEN =
  /([二一][〇○零oO0一二三四五六七八九]{3})年(?:([元一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十廿]{1,3})日)?)?/;
const FULL_LENGTH = "2024-12-09".length;
const YEAR = /(?<!\d)((?:19|20)\d{2})年/;

export function findDate(text: string): string | null {
  const torn = TORN.exec(text);
  if (torn?.[0].includes(" ") === true) {
    const [year, month, day] = torn.slice(1).map((part) => Number(part.replaceAll(" ", "")));
    const date = toDate(year!, month!, day!);
    if (date.length === FULL_LENGTH) return date;
  }
  const numeric = NUMERIC.exec(text) ?? COMPACT.exec(text);
  if (numeric !== null) return toDate(Number(numeric[1]), Number(numeric[2]), Number(numeric[3] ?? 0));
  const written = WRITTEN.exec(text);
  if (written !== null) {
    const year = [...written[1]!.replace(ZEROS, "〇")].map((digit) => DIGITS.indexOf(digit)).join("");
    return toDate(Number(year), readNumber(written[2]), readNumber(written[3]));
  }
  return YEAR.exec(text)?.[1] ?? null;
}

/** 元 is the first month; 0 where nothing is written. */
function readNumber(written: string | undefined): number {
  if (written === undefined) return 0;
  if (written === "元") return 1;
  const [tens, ones] = written.replace("廿", "二十").split("十");
  if (ones === undefined) return DIGITS.indexOf(written);
  return (tens === "" ? 1 : DIGITS.indexOf(tens!)) * 10 + (ones === "" ? 0 : DIGITS.indexOf(ones));
}

/** What the calendar does not have is left out: the 40th of May is May. */
function toDate(year: number, month: number, day: number): string {
  if (month < 1 || month > 12) return String(year);
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${twoDigits(month)}${day >= 1 && day <= daysInMonth ? `-${twoDigits(day)}` : ""}`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, "0");
}
