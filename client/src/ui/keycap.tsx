/** Keys as caps: `Ctrl Enter` is two keys pressed together. */
import "./keycap.css";

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
};

export function Keycap({ keys }: { readonly keys: string }) {
  return (
    <kbd class="keycap">
      {keys
        .split(" ")
        .map((key) => SIGNS[key] ?? key)
        .join(" ")}
    </kbd>
  );
}
