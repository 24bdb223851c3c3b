import { describe, expect, test } from "vitest";

import { ApiError, createApi, isAbort } from "../../../client/src/api.ts";
import type { EntityId, ImportJob, Problem } from "../../../server/contract/index.ts";

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

/** The API on a network that gives these answers, one after another. */
function start(...answers: (Response | Error)[]) {
  const sent: Sent[] = [];
  const api = createApi("/api", async (url, init) => {
    sent.push({ url: String(url), init: init! });
    const answer = answers.shift();
    if (answer === undefined) throw new Error("more requests than answers");
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return { api, sent };
}

const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });
const failure = (work: Promise<unknown>) => work.then(() => undefined).catch((error: unknown) => error);

describe("requests", () => {
  test("carry their parameters, and leave out what is not given", async () => {
    const { api, sent } = start(json({}), json({}));
    await api.neighbors("区/1" as EntityId, { relation: "LOCATED_IN", q: "绍 兴", type: undefined, limit: 25 });
    await api.search("浙大");
    expect(sent.map(({ url }) => url)).toEqual([
      "/api/entities/%E5%8C%BA%2F1/neighbors?relation=LOCATED_IN&q=%E7%BB%8D+%E5%85%B4&limit=25",
      "/api/search?q=%E6%B5%99%E5%A4%A7",
    ]);
  });

  test("send bodies as JSON, and files as a form", async () => {
    const { api, sent } = start(json({}), json({}));
    await api.subgraph(["a", "b"]);
    await api.upload([new File(["x"], "数据.csv")], { mapping: "{}" });
    expect(sent[0]!.init).toMatchObject({ method: "POST", body: '{"ids":["a","b"]}' });
    const form = sent[1]!.init.body as FormData;
    expect([form.get("mapping"), (form.get("files") as File).name]).toEqual(["{}", "数据.csv"]);
  });

  test("pass on the signal to give up", async () => {
    const { api, sent } = start(json({}));
    const { signal } = new AbortController();
    await api.schema(signal);
    expect(sent[0]!.init.signal).toBe(signal);
  });
});

describe("failures", () => {
  test("of the server come with their code and problem", async () => {
    const problem: Problem = {
      type: "about:blank",
      title: "Not found",
      status: 404,
      code: "entity_not_found",
      detail: "No entity has the id x.",
    };
    const { api } = start(json(problem, 404));
    const error = await failure(api.entity("x" as EntityId));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: "entity_not_found", problem, message: "No entity has the id x." });
  });

  test("of the network are unreachable, with their cause", async () => {
    const cause = new TypeError("fetch failed");
    const { api } = start(cause);
    expect(await failure(api.health())).toMatchObject({ code: "unreachable", cause });
  });

  test("of a proxy or another program are an unexpected answer", async () => {
    const { api } = start(new Response("<h1>502</h1>", { status: 502 }), new Response("<h1>hello</h1>"));
    expect(await failure(api.health())).toMatchObject({ code: "unexpected_answer" });
    expect(await failure(api.health())).toMatchObject({ code: "unexpected_answer" });
  });

  test("on purpose stay an abort", async () => {
    const { api } = start(new DOMException("given up", "AbortError"));
    expect(isAbort(await failure(api.health()))).toBe(true);
  });
});

describe("the progress of an import", () => {
  const job = (stage: ImportJob["stage"], progress: number): ImportJob => ({
    id: "1",
    stage,
    origins: ["a.txt"],
    progress,
    counts: { documents: 0, passages: 0, entities: 0, relations: 0, observations: 0, rejected: 0, unchanged: 0 },
    rejections: [],
    names: null,
    opinion: null,
    error: null,
    startedAt: "2026-01-01T00:00:00Z",
    endedAt: null,
  });
  const event = (one: ImportJob) => `event: progress\ndata: ${JSON.stringify(one)}\n\n`;
  /** The text in pieces of a few bytes, through the middle of a character too. */
  function stream(text: string, end: "close" | "break" = "close") {
    const bytes = new TextEncoder().encode(text);
    let at = 0;
    return new Response(
      new ReadableStream({
        pull(controller) {
          if (at < bytes.length) {
            controller.enqueue(bytes.slice(at, at + 7));
            at += 7;
          } else if (end === "close") controller.close();
          else controller.error(new TypeError("network error"));
        },
      }),
    );
  }

  test("is told as it comes, until it is done", async () => {
    const { api } = start(
      stream(`: hello\n\n${event(job("read", 0.1))}${event(job("done", 1))}${event(job("read", 0))}`),
    );
    const seen: string[] = [];
    expect(await api.watchImport("1", ({ stage }) => seen.push(stage))).toEqual(job("done", 1));
    expect(seen).toEqual(["read", "done"]);
  });

  test("is taken up again when the connection breaks", async () => {
    const { api, sent } = start(
      stream(event(job("load", 0.5)), "break"),
      stream(event(job("load", 0.7))),
      stream(event(job("failed", 0.7))),
    );
    const seen: number[] = [];
    expect(await api.watchImport("1", ({ progress }) => seen.push(progress))).toEqual(job("failed", 0.7));
    expect(seen).toEqual([0.5, 0.7, 0.7]);
    expect(sent.map(({ url }) => url)).toEqual(Array.from({ length: 3 }, () => "/api/imports/1/events"));
  });

  test("is given up when it breaks again and again", async () => {
    const { api } = start(...Array.from({ length: 5 }, () => stream(event(job("load", 0.5)))));
    expect(await failure(api.watchImport("1", () => undefined))).toMatchObject({ code: "unexpected_answer" });
  });
});
