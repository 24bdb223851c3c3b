/**
 * Who asks: by a token (`Authorization: Bearer`), by a session that a token
 * began (a cookie that scripts cannot read), or by the header of a proxy. Where
 * neither tokens nor a proxy are set up, whoever reaches the server may all.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

import type { AccessConfig, ProxyConfig } from "./access-config.ts";
import { RIGHTS } from "./rights.ts";
import type { Client, Right } from "./rights.ts";

export const SESSION_COOKIE = "atlas_session";
export const SESSION_HOURS = 12;
/** Older ones are ended for newer ones. */
const MAX_SESSIONS = 10_000;

/** What a request says of who sends it. */
export interface Credentials {
  /** Of the connection. */
  readonly address: string;
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
  readonly header: (name: string) => string | undefined;
}

interface Holder {
  readonly name: string;
  readonly rights: readonly Right[];
}

interface Session extends Holder {
  readonly until: number;
}

export class Door {
  readonly #tokens: readonly (Holder & { readonly hash: Buffer })[];
  readonly #proxy: ProxyConfig | undefined;
  /** By the hash of what the cookie holds. */
  readonly #sessions = new Map<string, Session>();
  /** For the commands of whoever may read the data folder. */
  readonly ownToken = randomBytes(32).toString("base64url");

  constructor({ tokens, proxy }: Pick<AccessConfig, "tokens" | "proxy">) {
    const own = { name: "this machine", rights: RIGHTS, token: this.ownToken };
    this.#tokens = [...tokens, own].map(({ name, rights, token }) => ({ name, rights, hash: hashOf(token) }));
    this.#proxy = proxy;
  }

  get isOpen(): boolean {
    return this.#tokens.length === 1 && this.#proxy === undefined;
  }

  /** Undefined where nobody is signed in and somebody has to be. */
  identify(credentials: Credentials): Client | undefined {
    const address = this.#addressOf(credentials);
    if (this.isOpen) return { key: address, name: null, rights: RIGHTS };
    const holder =
      this.#byProxy(credentials) ?? this.#byToken(bearerOf(credentials.authorization)) ?? this.#bySession(credentials);
    return holder && { key: `name ${holder.name}`, name: holder.name, rights: holder.rights };
  }

  /** Begins a session; undefined for a token that nobody has. */
  signIn(token: string): { readonly cookie: string; readonly holder: Holder } | undefined {
    const holder = this.#byToken(token);
    if (holder === undefined) return undefined;
    for (const [key, { until }] of this.#sessions) {
      if (until > Date.now() && this.#sessions.size < MAX_SESSIONS) break;
      this.#sessions.delete(key);
    }
    const cookie = randomBytes(32).toString("base64url");
    const { name, rights } = holder;
    this.#sessions.set(hashOf(cookie).toString("hex"), { name, rights, until: Date.now() + SESSION_HOURS * 3_600_000 });
    return { cookie, holder: { name, rights } };
  }

  signOut(cookie: string | undefined): void {
    const held = sessionOf(cookie);
    if (held !== undefined) this.#sessions.delete(hashOf(held).toString("hex"));
  }

  /** Behind the proxy the address that it tells, else that of the connection. */
  #addressOf({ address, header }: Credentials): string {
    const told = this.#isProxy(address) ? header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
    return told || address;
  }

  #isProxy(address: string): boolean {
    return this.#proxy !== undefined && this.#proxy.addresses.includes(address.replace(/^::ffff:/i, ""));
  }

  #byProxy({ address, header }: Credentials): Holder | undefined {
    const name = this.#isProxy(address) ? header(this.#proxy?.header ?? "")?.trim() : undefined;
    return name && name.length <= 200 ? { name, rights: this.#proxy?.rights ?? [] } : undefined;
  }

  /** Compares with every token in the same time, whichever is right. */
  #byToken(token: string | undefined): Holder | undefined {
    if (token === undefined) return undefined;
    const hash = hashOf(token);
    return this.#tokens.filter((entry) => timingSafeEqual(entry.hash, hash))[0];
  }

  #bySession({ cookie }: Credentials): Holder | undefined {
    const held = sessionOf(cookie);
    const session = held === undefined ? undefined : this.#sessions.get(hashOf(held).toString("hex"));
    return session !== undefined && session.until > Date.now() ? session : undefined;
  }
}

const hashOf = (text: string) => createHash("sha256").update(text).digest();

const bearerOf = (authorization: string | undefined) => /^Bearer ([\w.~-]+)$/i.exec(authorization ?? "")?.[1];

function sessionOf(cookie: string | undefined): string | undefined {
  const pairs = (cookie ?? "").split(";").map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${SESSION_COOKIE}=`))?.slice(SESSION_COOKIE.length + 1);
}
