/**
 * Keeps other web sites out.
 *
 * A page elsewhere may not change anything here (cross-site request), nor read
 * through a name of its own that it lets point to this server (DNS rebinding):
 * the server answers to its own names only. An address is nobody's name.
 */
import { isIP } from "node:net";
import type { Request, RequestHandler } from "express";

import { HttpError } from "./errors.ts";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);
const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;

interface Names {
  readonly loopbackOnly: boolean;
  readonly access: { readonly hosts: readonly string[] };
}

export function refuseOtherSites({ loopbackOnly, access: { hosts } }: Names): RequestHandler {
  return (request, _response, next) => {
    const host = request.get("Host") ?? "";
    if (!loopbackOnly && !isOwnName(host, hosts)) {
      throw new HttpError(
        "cross_site_refused",
        `This server does not answer to "${host}". Add the name to ATLAS_HOSTS if it is the server's.`,
      );
    }
    if (loopbackOnly && !LOOPBACK.test(host) && !hosts.includes(nameOf(host))) {
      throw new HttpError(
        "cross_site_refused",
        `This server answers to localhost only, not to "${host}". Set HOST to serve others.`,
      );
    }
    if (!READING.has(request.method) && isCrossSite(request, hosts)) {
      throw new HttpError("cross_site_refused", "Only pages that this server gave out may change anything here.");
    }
    next();
  };
}

/** A proxy may have put another name into `Host` than people see. */
function isCrossSite(request: Request, hosts: readonly string[]): boolean {
  const [origin, fetchSite] = [request.get("Origin"), request.get("Sec-Fetch-Site")];
  if (fetchSite === "cross-site" || fetchSite === "same-site") return true;
  if (origin === undefined) return false; // Not a browser.
  if (!URL.canParse(origin)) return true;
  const { host } = new URL(origin);
  return host !== request.get("Host") && !hosts.includes(nameOf(host));
}

/** Without its port, an IPv6 address without its brackets. */
const nameOf = (host: string) =>
  host
    .toLowerCase()
    .replace(/:\d{1,5}$/, "")
    .replace(/^\[(.*)\]$/, "$1")
    .replace(/\.$/, "");

function isOwnName(host: string, hosts: readonly string[]): boolean {
  const name = nameOf(host);
  return name === "localhost" || isIP(name) !== 0 || hosts.includes(name);
}
