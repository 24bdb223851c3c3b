/** A date as a page or a signature writes it, as `2024`, `2024-12` or `2024-12-09`. */

const NUMERIC = /(?<!\d)((?:19|20)\d{2})[-年./](\d{1,2})(?:[-月./](\d{1,2})(?:日)?(?!\d))?/;
const DIGITS = "〇一二三四五六七八九";
const WRITTEN =
  /([二一][〇○零oO0一二三四五六七八九]{3})年(?:([元一二三四五六七八九十]{1,3})月(?:([一二三四五六七八九十廿]{1,3})日)?)?/;
const YEAR = /(?<!\d)((?:19|20)\d{2})年/;

export function findDate(text: string): string | null {
  const numeric = NUMERIC.exec(text);
  if (numeric !== null)
    return toDate(Number(numeric[1]), Number(numeric[2]), numeric[3] === undefined ? 0 : Number(numeric[3]));
  const written = WRITTEN.exec(text);
  if (written !== null) {
    return toDate(
      Number([...written[1]!].map((digit) => Math.max(0, DIGITS.indexOf(digit))).join("")),
      readNumber(written[2]),
      readNumber(written[3]),
    );
  }
  return YEAR.exec(text)?.[1] ?? null;
}

function readNumber(written: string | undefined): number {
  if (written === undefined) return 0;
  if (written === "元") return 1;
  const [tens, ones] = written.replace("廿", "二十").includes("十")
    ? written.replace("廿", "二十").split("十")
    : ["0", written];
  return (tens === "" ? 1 : Math.max(0, DIGITS.indexOf(tens!))) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}

function toDate(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12) return String(year);
  return day >= 1 && day <= 31 ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : `${year}-${twoDigits(month)}`;
}

function twoDigits(n: number): string {
  return String(n).padStart(2, "0");
}
