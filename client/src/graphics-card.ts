/** Whether the browser draws WebGL on a real graphics card. */
import type { Session } from "./state/session.ts";

/** Names under which processors draw in a card's stead: SwiftShader (Chromium), llvmpipe and softpipe (Mesa), WARP (Windows). */
const BY_PROCESSOR = /swiftshader|llvmpipe|softpipe|software|basic render/i;

let answer: boolean | undefined;

/** Asks once: a context of WebGL is dear. Also false where the browser hides what draws. */
export function hasGraphicsCard(): boolean {
  return (answer ??= look());
}

/** A wish kept from another time is not granted on a computer without a card. */
export function drawsByGraphicsCard(session: Pick<Session, "graphicsCard">): boolean {
  return session.graphicsCard.value && hasGraphicsCard();
}

function look(): boolean {
  const context = document.createElement("canvas").getContext("webgl2", { failIfMajorPerformanceCaveat: true });
  if (context === null) return false;
  // Firefox tells it under the plain name, others only through the extension.
  const extension = context.getExtension("WEBGL_debug_renderer_info");
  const name: unknown = context.getParameter(extension?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER);
  context.getExtension("WEBGL_lose_context")?.loseContext();
  return typeof name === "string" && name !== "" && !BY_PROCESSOR.test(name);
}
