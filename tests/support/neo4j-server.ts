/**
 * A real Neo4j Community server for tests: its jars come from Maven Central
 * once (kept in the user's cache folder), the process listens on a free port of
 * 127.0.0.1 with a data folder of its own, and ends with the test run.
 */
import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import neo4j from "neo4j-driver";

const PROJECT = join(import.meta.dirname, "..", "neo4j");
const PASSWORD = "for-tests-only";
const START_TIMEOUT_MS = 600_000;

export interface Neo4jMemory {
  readonly heapMb: number;
  readonly pageCacheMb: number;
}

const MEMORY: Neo4jMemory = { heapMb: 1_024, pageCacheMb: 256 };

/** Neo4j reaches into these packages; its own start script opens them too. */
const OPENED = ["java.nio", "java.io", "sun.nio.ch", "java.lang", "java.util"].map(
  (name) => `--add-opens=java.base/${name}=ALL-UNNAMED`,
);

/** What is missing on this machine to bring up a server; undefined when nothing is. */
export function missingForNeo4j(): string | undefined {
  const version = /version "?(\d+)|javac (\d+)/.exec(outputOf("javac", ["-version"]) ?? "");
  const java = Number(version?.[1] ?? version?.[2] ?? 0);
  if (java < 17) return "a JDK of version 17 or later (javac)";
  if (outputOf("mvn", ["--version"]) === undefined) return "Maven (mvn)";
  return undefined;
}

export interface Neo4jAccess {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export class Neo4jServer implements AsyncDisposable {
  readonly access: Neo4jAccess;
  readonly #home: string;
  readonly #port: number;
  readonly #memory: Neo4jMemory;
  #process: ChildProcess | undefined;

  private constructor(home: string, port: number, memory: Neo4jMemory) {
    this.#home = home;
    this.#port = port;
    this.#memory = memory;
    this.access = { uri: `neo4j://127.0.0.1:${port}`, user: "neo4j", password: PASSWORD, database: "neo4j" };
  }

  /** @param memory for many entities more than the little that tests need */
  static async start(memory: Neo4jMemory = MEMORY): Promise<Neo4jServer> {
    const server = new Neo4jServer(mkdtempSync(join(tmpdir(), "atlas-neo4j-")), await freePort(), memory);
    await server.start();
    await server.#setPassword();
    return server;
  }

  /** Of the process that runs now. */
  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  async start(): Promise<void> {
    const classpath = join(resolveJars(), "*");
    const { heapMb, pageCacheMb } = this.#memory;
    const args = [
      `-Xmx${heapMb}m`,
      ...OPENED,
      "-cp",
      classpath,
      join(PROJECT, "Neo4jServer.java"),
      this.#home,
      String(this.#port),
      String(pageCacheMb),
    ];
    const child = spawn("java", args, { stdio: ["ignore", "pipe", "pipe"] });
    this.#process = child;
    await untilReady(child);
  }

  /** Ends the process without warning, as a machine that dies does. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  /** Fills the database anew by the command beside the import files, while the server is stopped. */
  importFiles(folder: string): void {
    const conf = join(this.#home, "conf");
    mkdirSync(conf, { recursive: true });
    const admin = join(this.#home, "neo4j-admin");
    const java = `exec java -Xmx${this.#memory.heapMb}m -cp '${join(resolveJars(), "*")}' org.neo4j.cli.AdminTool "$@"`;
    writeFileSync(admin, `#!/bin/sh\n${java}\n`, { mode: 0o755 });
    execFileSync(join(folder, "import.sh"), {
      env: { ...process.env, NEO4J_ADMIN: admin, NEO4J_HOME: this.#home, NEO4J_CONF: conf },
      // What it says is in the error where it fails.
      stdio: ["ignore", "ignore", "pipe"],
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    rmSync(this.#home, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, "exit");
    child.kill(signal);
    await exited;
  }

  async #setPassword(): Promise<void> {
    const driver = neo4j.driver(this.access.uri, neo4j.auth.basic("neo4j", "neo4j"));
    const session = driver.session({ database: "system" });
    try {
      await session.run("ALTER CURRENT USER SET PASSWORD FROM 'neo4j' TO $password", { password: PASSWORD });
    } finally {
      await session.close();
      await driver.close();
    }
  }
}

/** Folder of the server's jars, brought from Maven Central at the first call on a machine. */
function resolveJars(): string {
  const pom = readFileSync(join(PROJECT, "pom.xml"), "utf8");
  const version = /<neo4j\.version>([^<]+)</.exec(pom)?.[1] ?? "unknown";
  const cache = join(process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"), "innovation-atlas");
  const folder = join(cache, `neo4j-${version}`);
  if (existsSync(folder)) return folder;
  // Filled beside and renamed, so that a broken download is never taken for a whole one.
  mkdirSync(cache, { recursive: true });
  const beside = mkdtempSync(join(cache, "neo4j-"));
  const goal = ["dependency:copy-dependencies", "-DincludeScope=runtime", `-DoutputDirectory=${beside}`];
  execFileSync("mvn", ["-q", "-B", ...goal], { cwd: PROJECT, stdio: ["ignore", "inherit", "inherit"] });
  renameSync(beside, folder);
  return folder;
}

function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = "";
    const timer = setTimeout(() => {
      child.kill("SIGKILL");
      reject(new Error(`Neo4j was not ready after ${START_TIMEOUT_MS} ms:\n${output}`));
    }, START_TIMEOUT_MS);
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (!/^ready$/m.test(output)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("exit", (code) => {
      clearTimeout(timer);
      reject(new Error(`Neo4j ended with code ${code}:\n${output}`));
    });
  });
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

function outputOf(command: string, args: readonly string[]): string | undefined {
  try {
    return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch {
    return undefined;
  }
}
