/**
 * Keeps other web sites out of a server on a person's own machine.
 *
 * A page elsewhere may not change anything here (cross-site request), nor read
 * through a name of its own that it lets point to 127.0.0.1 (DNS rebinding).
 */
import type { RequestHandler } from "express";

import { HttpError } from "./errors.ts";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

export function refuseOtherSites(options: { readonly loopbackOnly: boolean }): RequestHandler {
  return (request, _response, next) => {
    const host = request.get("Host") ?? "";
    if (options.loopbackOnly && !LOOPBACK.test(host)) {
      throw new HttpError(
        "cross_site_refused",
        `This server answers to localhost only, not to "${host}". Set HOST to serve others.`,
      );
    }
    if (!READING.has(request.method) && isCrossSite(request.get("Origin"), request.get("Sec-Fetch-Site"), host)) {
      throw new HttpError("cross_site_refused", "Only pages that this server gave out may change anything here.");
    }
    next();
  };
}

function isCrossSite(origin: string | undefined, fetchSite: string | undefined, host: string): boolean {
  if (fetchSite === "cross-site" || fetchSite === "same-site") return true;
  if (origin === undefined) return false; // Not a browser.
  return !URL.canParse(origin) || new URL(origin).host !== host;
}
