/** Who may do what, read from the environment: tokens, a proxy's header, names of this server, limits. */
import { isIP } from "node:net";

import { ConfigError } from "../graph/index.ts";
import { isRight, RIGHTS } from "./rights.ts";
import type { Right } from "./rights.ts";

export interface AccessConfig {
  /** Empty where nobody has to sign in. */
  readonly tokens: readonly TokenConfig[];
  readonly proxy?: ProxyConfig;
  /** Names in addition to IP addresses, `localhost` and the name of the machine; lower case, without port. */
  readonly hosts: readonly string[];
  /** Requests a minute of one client; 0 for any number. */
  readonly requestsPerMinute: number;
}

export interface TokenConfig {
  readonly name: string;
  readonly rights: readonly Right[];
  readonly token: string;
}

/** A reverse proxy that signs people in and says who asks. */
export interface ProxyConfig {
  /** Lower case. */
  readonly header: string;
  /** Where the proxy connects from; the header of anybody else is not looked at. */
  readonly addresses: readonly string[];
  readonly rights: readonly Right[];
}

const TOKEN = /^[\w.~-]{20,200}$/;
const NAME = /^[\p{L}\p{N}._@-]{1,60}$/u;
const HEADER = /^[A-Za-z][A-Za-z0-9-]{0,60}$/;

/** @throws ConfigError that never holds a token */
export function readAccessConfig(env: Readonly<Record<string, string | undefined>>): AccessConfig {
  const header = env["ATLAS_PROXY_HEADER"]?.trim();
  return {
    tokens: readTokens(env["ATLAS_TOKENS"] ?? ""),
    ...(header ? { proxy: readProxy(header, env) } : {}),
    hosts: wordsOf(env["ATLAS_HOSTS"]).map((host) => host.toLowerCase()),
    requestsPerMinute: readRate(env["ATLAS_REQUESTS_PER_MINUTE"] || "1200"),
  };
}

function readTokens(text: string): readonly TokenConfig[] {
  const tokens = text
    .split(/[\s;]+/)
    .filter((entry) => entry !== "")
    .map((entry, index): TokenConfig => {
      const parts = entry.split(":");
      const [name = "", rights = "", token = ""] = parts;
      const place = `Entry ${index + 1} of ATLAS_TOKENS`;
      if (parts.length !== 3 || !NAME.test(name)) {
        throw new ConfigError(`${place} is not of the form name:right+right:token. Separate entries by blanks.`);
      }
      if (!TOKEN.test(token)) {
        throw new ConfigError(
          `${place} ("${name}") has a token that is too short or holds other signs than letters, digits and . _ ~ -. ` +
            "Take 20 or more, such as the output of: openssl rand -hex 32",
        );
      }
      return { name, rights: readRights(rights, `${place} ("${name}")`), token };
    });
  for (const key of ["name", "token"] as const) {
    if (new Set(tokens.map((entry) => entry[key])).size < tokens.length) {
      throw new ConfigError(`Two entries of ATLAS_TOKENS have the same ${key}.`);
    }
  }
  return tokens;
}

function readProxy(header: string, env: Readonly<Record<string, string | undefined>>): ProxyConfig {
  if (!HEADER.test(header)) throw new ConfigError(`ATLAS_PROXY_HEADER is "${header}", which is no name of a header.`);
  const addresses = wordsOf(env["ATLAS_PROXY_ADDRESSES"] || "127.0.0.1 ::1");
  const wrong = addresses.find((address) => isIP(address) === 0);
  if (wrong !== undefined) throw new ConfigError(`ATLAS_PROXY_ADDRESSES holds "${wrong}", which is no IP address.`);
  return {
    header: header.toLowerCase(),
    addresses,
    rights: readRights(env["ATLAS_PROXY_RIGHTS"] || "read", "ATLAS_PROXY_RIGHTS"),
  };
}

function readRights(text: string, place: string): readonly Right[] {
  const names = text.split("+");
  const wrong = names.find((name) => !isRight(name));
  if (wrong !== undefined)
    throw new ConfigError(`${place} names the right "${wrong}". Rights are: ${RIGHTS.join(", ")}.`);
  return names.filter(isRight);
}

function readRate(text: string): number {
  const rate = Number(text);
  if (Number.isInteger(rate) && rate >= 0) return rate;
  throw new ConfigError(`ATLAS_REQUESTS_PER_MINUTE is "${text}". Give a whole number; 0 takes any number.`);
}

const wordsOf = (text: string | undefined) => (text ?? "").split(/[\s,;]+/).filter((word) => word !== "");
