/** What no document should be able to do to this program. */
import type { Rejection } from "../../server/contract/index.ts";

export function faultOf(origin: string, what: string): Rejection {
  return {
    origin,
    place: null,
    code: "failed_document",
    message: `"${origin}" could not be worked on, which is a fault of this program and should be reported: ${what}. It was left out.`,
  };
}
