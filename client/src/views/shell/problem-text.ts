/** What a failure is called: by its code, never the server's own words. */
import type { ApiErrorCode } from "../../api.ts";
import { messages } from "../../i18n/index.ts";

export function problemText(code: ApiErrorCode): string {
  const known: Readonly<Record<ApiErrorCode, string>> = messages.value.problems;
  return known[code] ?? messages.value.unknownProblem;
}
