/** As of when a brief speaks, from how much, and when it was made. */
import { momentText } from "../../i18n/index.ts";
import type { AppState } from "../../state/app-state.ts";
import { loadedValue } from "../../state/resource.ts";
import { briefMessages } from "./messages.ts";

export async function briefFacts(app: AppState): Promise<readonly string[]> {
  const words = briefMessages.peek();
  if (loadedValue(app.health.state.peek()) === undefined) await app.health.load("health");
  const health = loadedValue(app.health.state.peek());
  const made = words.made(momentText(new Date().toISOString()));
  if (health === undefined) return [made];
  const { asOf, counts } = health;
  return [asOf === null ? words.noDate : words.asOf(asOf), words.documents(counts.documents), made];
}
