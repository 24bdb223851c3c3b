const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** A text within XML; characters that XML cannot hold at all are left out. */
export function xmlText(value: string): string {
  return value
    .replace(/[&<>"']/g, (sign) => SIGNS[sign]!)
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "");
}
