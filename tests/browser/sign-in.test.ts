/** Where the server asks who is there, a person says it once and is in. */
import { afterAll, beforeAll, expect, test } from "vitest";

import { openExplorer } from "../support/explorer.ts";
import type { ExplorerHost } from "../support/explorer.ts";
import { sampleGraphs } from "../support/sample-graph.ts";

const TOKEN = "reading-0123456789abcdef";

let host: ExplorerHost;
beforeAll(async () => {
  host = await openExplorer({ graphs: sampleGraphs(), access: { ATLAS_TOKENS: `wang:read:${TOKEN}` } });
});
afterAll(() => host[Symbol.asyncDispose]());

test.each([
  { language: "zh", title: "登录", field: "口令", wrong: "没有人用这个口令", place: "绍兴市" },
  { language: "en", title: "Sign in", field: "Token", wrong: "Nobody has this token", place: "绍兴市" },
] as const)("in $language", async ({ language, title, field, wrong, place }) => {
  await using explorer = await host.open("/", { language });
  const { page } = explorer;
  const dialog = page.getByRole("dialog", { name: title });
  await dialog.waitFor();
  const button = dialog.getByRole("button", { name: title });
  expect(await button.isDisabled()).toBe(true);

  await dialog.getByLabel(field).fill("somebody-else-0123456789");
  await button.click();
  await dialog.getByText(wrong).waitFor();
  await page.keyboard.press("Escape");
  expect(await dialog.isVisible()).toBe(true);

  await dialog.getByLabel(field).fill(TOKEN);
  await page.keyboard.press("Enter");
  await dialog.waitFor({ state: "detached" });
  await page.getByText(place).first().waitFor();
  expect(await page.evaluate(() => document.cookie)).toBe("");
});
