/** Shortcuts as they are shown: `Ctrl+Shift+Z` as `Ctrl Shift Z`, arrows as arrows. */
const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
};

export function keysText(shortcut: string): string {
  // The last key may itself be a plus sign.
  const parts = shortcut === "+" ? ["+"] : shortcut.split("+");
  return parts.map((key) => SIGNS[key] ?? key).join(" ");
}
