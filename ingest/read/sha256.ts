/** The digest that tells whether bytes have been read before. */
import { createHash } from "node:crypto";

/** In hex. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The same, without holding up this thread. */
export async function sha256Aside(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>)).toString("hex");
}
