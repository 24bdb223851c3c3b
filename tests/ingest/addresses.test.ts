/** Documents at addresses of a mirror, fetched over HTTP from a server of this test. */
import { createServer } from "node:http";
import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";

import { runIngest } from "../../ingest/command/run-ingest.ts";
import { openStore } from "../../server/graph/index.ts";
import { startTestServer } from "../support/server.ts";

const PAGE = `<!doctype html><html><head><title>共建研究院签约</title></head><body>
<p>2023年，嘉兴市与浙江大学共建浙江大学嘉兴研究院。</p></body></html>`;

async function serve(listener: RequestListener): Promise<{ url: string } & AsyncDisposable> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

const mirror: RequestListener = (request, response) => {
  const path = decodeURI(request.url!);
  if (path === "/科技/签约.html?id=7") return void response.end(PAGE);
  if (path === "/moved") return void response.writeHead(302, { Location: encodeURI("/科技/签约.html?id=7") }).end();
  if (path === "/elsewhere") return void response.writeHead(302, { Location: "http://192.0.2.1/" }).end();
  if (path === "/circle") return void response.writeHead(302, { Location: "/circle" }).end();
  if (path === "/closed.html") {
    const expected = `Basic ${Buffer.from("wang:秘密").toString("base64")}`;
    return void response
      .writeHead(request.headers.authorization === expected ? 200 : 401)
      .end(PAGE.replaceAll("嘉兴", "湖州"));
  }
  if (path === "/endless.txt") {
    const part = Buffer.alloc(1 << 20, "科");
    const more = () => {
      while (response.write(part)) {
        // Until its buffer is full.
      }
    };
    response.on("drain", more);
    return more();
  }
  response.writeHead(404).end();
};

async function ingest(paths: readonly string[], dataFolder: string, workingFolder = dataFolder): Promise<string> {
  const printed: string[] = [];
  await runIngest(
    {
      paths,
      forget: [],
      strict: false,
      dryRun: false,
      workingFolder,
      signal: new AbortController().signal,
      print: (text) => printed.push(text),
    },
    { kind: "embedded", dataFolder },
  );
  return printed.join("\n");
}

async function sources(dataFolder: string): Promise<(string | null)[][]> {
  await using store = await openStore({ kind: "embedded", dataFolder });
  const { documents } = await store.documents({ limit: 9 });
  return documents.map(({ document: { origin, url } }) => [origin, url]).sort();
}

function temporary(): { path: string } & Disposable {
  const path = mkdtempSync(join(tmpdir(), "atlas-addresses-"));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

test("an address is a document whose origin and source it is", async () => {
  using folder = temporary();
  await using server = await serve(mirror);
  const address = `${server.url}/科技/签约.html?id=7`;
  expect(await ingest([`${encodeURI(address)}#top`], folder.path)).toMatch(/^documents +1$/m);
  expect(await sources(folder.path)).toEqual([[address, address]]);
  expect(await ingest([address], folder.path)).toMatch(/^unchanged +1$/m);
});

test("through a running explorer it is the same document", async () => {
  await using server = await serve(mirror);
  await using explorer = await startTestServer();
  const running = { url: explorer.url, pid: process.pid, token: explorer.ownToken };
  writeFileSync(join(explorer.dataFolder, "server.json"), JSON.stringify(running));
  const address = `${server.url}/科技/签约.html?id=7`;
  expect(await ingest([address], explorer.dataFolder)).toMatch(/^documents +1$/m);
  const { documents } = await explorer.store.documents({ limit: 9 });
  expect(documents.map(({ document: { origin, url } }) => [origin, url])).toEqual([[address, address]]);
});

test("a redirection is followed on its host alone, and a name and password are not kept", async () => {
  using folder = temporary();
  await using server = await serve(mirror);
  const closed = new URL(`${server.url}/closed.html`);
  Object.assign(closed, { username: "wang", password: "秘密" });
  const told = await ingest(
    ["moved", "elsewhere", "circle"].map((name) => `${server.url}/${name}`),
    folder.path,
  );
  expect(told).toMatch(/^documents +1$/m);
  expect(told).toContain("it leads on to another host, 192.0.2.1");
  expect(told).toContain("it leads on more than 5 times");
  await ingest([closed.href], folder.path);
  expect((await sources(folder.path)).map(([origin]) => origin)).toEqual([
    `${server.url}/closed.html`,
    `${server.url}/moved`,
  ]);
});

test("what cannot be fetched is told, and the rest goes on", async () => {
  using folder = temporary();
  await using server = await serve(mirror);
  const gone = await serve(mirror);
  await gone[Symbol.asyncDispose]();
  const page = `${server.url}/科技/签约.html?id=7`;
  const told = await ingest(
    [`${server.url}/none.html`, `${server.url}/endless.txt`, `${gone.url}/a.html`, "http://:", page],
    folder.path,
  );
  expect(told).toMatch(/^documents +1$/m);
  expect(told).toMatch(/^rejected +4$/m);
  expect(told).toContain('none.html" could not be fetched: the answer was 404.');
  expect(told).toContain('endless.txt" has more than 64 MB');
  expect(told).toContain("could not be fetched: nobody answers there.");
  expect(told).toContain('"http://:" could not be fetched: it is no address.');
});

test("a mirrored folder tells the address of each page, unless the page does", async () => {
  using folder = temporary();
  const site = join(folder.path, "mirror", "kjj.example.gov.cn", "art");
  mkdirSync(site, { recursive: true });
  writeFileSync(join(site, "1.html"), PAGE);
  writeFileSync(
    join(site, "2.html"),
    PAGE.replace("<head>", '<head><meta property="og:url" content="https://www.example.cn/2">').replace("嘉兴", "湖州"),
  );
  writeFileSync(join(folder.path, "mirror", "notes.cn.txt"), "湖州市与浙江大学共建浙江大学湖州研究院。");
  await ingest([join(folder.path, "mirror")], join(folder.path, ".data"), folder.path);
  expect(await sources(join(folder.path, ".data"))).toEqual([
    ["mirror/kjj.example.gov.cn/art/1.html", "http://kjj.example.gov.cn/art/1.html"],
    ["mirror/kjj.example.gov.cn/art/2.html", "https://www.example.cn/2"],
    ["mirror/notes.cn.txt", null],
  ]);
});
