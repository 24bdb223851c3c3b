/**
 * The page at `/api/docs`: the description of the API to read and to try, drawn
 * by a library from our own bundle. Nothing of it is in the application's pages.
 */
import "openapi-explorer/dist/browser/openapi-explorer.min.js";
import "../styles/tokens.css";
import "./api-docs.css";

/** Its colours are ours; it computes with them, so they are handed over as they are in this theme. */
const COLORS = {
  "bg-color": "--canvas",
  "header-bg-color": "--panel",
  "nav-bg-color": "--panel",
  "text-color": "--ink",
  "nav-text-color": "--ink-2",
  "nav-hover-text-color": "--ink",
  "nav-hover-bg-color": "--hover",
  "primary-color": "--s5",
  "secondary-color": "--s4",
} as const;

function colorOf(token: string): string {
  const probe = document.createElement("span");
  probe.style.color = `var(${token})`;
  document.body.append(probe);
  const color = getComputedStyle(probe).color;
  probe.remove();
  return toHex(color);
}

/** `rgb(22, 32, 30)` as `#16201e`. */
function toHex(color: string): string {
  const parts = color.match(/\d+/g)?.slice(0, 3) ?? [];
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
}

const explorer = document.createElement("openapi-explorer");
const attributes: Readonly<Record<string, string>> = {
  "spec-url": "/api/openapi.json",
  "server-url": location.origin,
  "hide-server-selection": "true",
  "hide-authentication": "true",
  "hide-console": "false",
  ...Object.fromEntries(Object.entries(COLORS).map(([name, token]) => [name, colorOf(token)])),
};
for (const [name, value] of Object.entries(attributes)) explorer.setAttribute(name, value);
document.body.append(explorer);
