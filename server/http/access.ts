/** Lets requests in: who asks, how much, and with which rights; and the address at which people sign in and out. */
import { Router } from "express";
import type { Request, RequestHandler } from "express";
import { z } from "zod";

import type { AuditEntry } from "../access/audit-log.ts";
import { SESSION_COOKIE, SESSION_HOURS } from "../access/door.ts";
import type { Client, Right } from "../access/rights.ts";
import { HttpError, InvalidRequestError } from "./errors.ts";
import type { Services } from "./services.ts";

declare module "http" {
  interface IncomingMessage {
    /** Undefined where nobody is signed in and somebody has to be. */
    client?: Client | undefined;
  }
}

/** @throws HttpError too_many_requests */
export function admitClients({ access }: Services): RequestHandler {
  return (request, _response, next) => {
    request.client = access.door.identify({
      address: addressOf(request),
      authorization: request.get("Authorization"),
      cookie: request.get("Cookie"),
      header: (name) => request.get(name),
    });
    const retryAfter = access.requests.take(request.client?.key ?? addressOf(request));
    if (retryAfter > 0) {
      throw new HttpError("too_many_requests", `Ask again in ${retryAfter} s.`, { retryAfter });
    }
    next();
  };
}

/** @throws HttpError sign_in_required, right_missing */
export function requireRight(request: Request, right: Right, services: Services): void {
  const { client } = request;
  if (client === undefined) {
    throw new HttpError("sign_in_required", "Send a token (Authorization: Bearer …), or sign in at /api/session.");
  }
  if (client.rights.includes(right)) return;
  record(services, request, { action: "right-missing", right, path: request.path, method: request.method });
  throw new HttpError("right_missing", `This takes the right "${right}". You have: ${client.rights.join(", ")}.`);
}

/** Into the audit log, with who asks. */
export function record(
  { access }: Services,
  request: Request,
  entry: Pick<AuditEntry, "action"> & Readonly<Record<string, unknown>>,
): void {
  access.audit.record({
    name: request.client?.name ?? null,
    address: addressOf(request),
    requestId: request.id ?? "",
    ...entry,
  });
}

const SignIn = z.object({ token: z.string().min(1).max(400) });

/** Below `/api/session`: who is signed in, signing in, signing out. */
export function sessionRoutes(services: Services): Router {
  const { door, signIns } = services.access;
  const tell = (client: Client | undefined) => ({
    required: !door.isOpen,
    name: client?.name ?? null,
    rights: client?.rights ?? [],
  });
  const routes = Router();
  routes.get("/session", (request, response) => {
    response.set("Cache-Control", "no-store").json(tell(request.client));
  });
  routes.post("/session", (request, response) => {
    const body = SignIn.safeParse(request.body ?? {});
    if (!body.success) throw new InvalidRequestError("body", body.error);
    const retryAfter = signIns.take(addressOf(request));
    if (retryAfter > 0) {
      throw new HttpError("too_many_requests", `Too many attempts. Try again in ${retryAfter} s.`, { retryAfter });
    }
    const session = door.signIn(body.data.token);
    if (session === undefined) {
      record(services, request, { action: "sign-in-refused" });
      throw new HttpError("sign_in_required", "Nobody has this token.");
    }
    const { cookie, holder } = session;
    record(services, request, { action: "sign-in", name: holder.name });
    response
      .cookie(SESSION_COOKIE, cookie, {
        httpOnly: true,
        sameSite: "strict",
        secure: request.get("X-Forwarded-Proto") === "https",
        path: "/",
        maxAge: SESSION_HOURS * 3_600_000,
      })
      .set("Cache-Control", "no-store")
      .json(tell({ key: "", ...holder }));
  });
  routes.delete("/session", (request, response) => {
    door.signOut(request.get("Cookie"));
    response.clearCookie(SESSION_COOKIE, { path: "/", sameSite: "strict", httpOnly: true }).status(204).end();
  });
  return routes;
}

const addressOf = (request: Request) => request.socket.remoteAddress ?? "";
