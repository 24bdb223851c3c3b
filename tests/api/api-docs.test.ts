/**
 * `docs/api.md` shows every route with a real request and its real answer. It
 * is written by this test: `npx vitest run --config tests/vitest.config.ts
 * --project api tests/api/api-docs.test.ts -u`.
 */
import { expect, test } from "vitest";

import { PROBLEM_CODES } from "../../server/contract/index.ts";
import { PROBLEMS } from "../../server/http/errors.ts";
import { ROUTES } from "../../server/http/routes/index.ts";
import { sampleGraphs } from "../support/sample-graph.ts";
import { startTestServer } from "../support/server.ts";
import type { TestServer } from "../support/server.ts";
import { CALLS } from "./calls.ts";

const HEAD = `# API

Everything is below \`/api\`. The full description, with every parameter and schema, is OpenAPI 3.1 at \`/api/openapi.json\`, and to browse and try at \`/api/docs\`.

- Answers are JSON. Lists that can be cut have \`total\` and \`cursor\` (send it back for the next page), or \`truncated\`.
- Answers that depend on the graph alone carry its data version as \`ETag\`; with \`If-None-Match\` an unchanged one costs no query.
- Spans (\`begin\`, \`end\`) count UTF-16 units: of a passage in the document's original text, of a mention in the passage's text.
- Errors are \`application/problem+json\` (RFC 9457) with a \`code\` of the list below.
- \`/api/export/…\` streams the whole graph, no faster than the client reads and in flat memory. Where something is written meanwhile the file ends early: the last line of \`graph.jsonl\` is then a \`problem\`, any other transfer breaks off. Ask again.
- Where the server asks people to sign in, send \`Authorization: Bearer\` and a token; each address takes one of the rights reading, querying, importing and administering ([security](security.md)). Requests from pages of other sites are refused.

The examples below are real answers on a small graph of two documents.
`;

const FOLLOW = `The stream has one event a change, the last with the stage \`done\` or \`failed\`:

\`\`\`
event: progress
data: {"id": "…", "stage": "load", "progress": 0.4, …}
\`\`\``;

const STREAM = `\`\`\`http
POST /api/query/stream

{"cypher": "MATCH (u:University) RETURN u.name AS university, u.degree AS relations", "maxRows": 100000}
\`\`\`

Answers with a line an event. A mistake before the first line is a problem with its own status; one after it is the last line, \`{"type": "problem", "problem": {…}}\`. A client that reads slowly is waited for, one that takes nothing for a minute is not.

\`\`\`
{"type": "columns", "columns": ["university", "relations"]}
{"type": "rows", "rows": [["浙江大学", 2], ["清华大学", 1]]}
{"type": "end", "rows": 2, "elapsedMs": 4, "mode": "run", "truncated": false, "plan": null, "hits": 12, "warnings": []}
\`\`\``;

/** Answers that are streams. */
const SHOWN: Readonly<Record<string, string>> = { followImport: FOLLOW, streamQuery: STREAM };

test("docs/api.md shows every route as it answers", async () => {
  await using server = await startTestServer({ graphs: sampleGraphs() });
  const sections: string[] = [HEAD];
  for (const { method, path, operationId, summary } of ROUTES) {
    sections.push(`## ${method.toUpperCase()} /api${path}`, `${summary}.`);
    const shown = SHOWN[operationId];
    if (shown !== undefined) {
      sections.push(shown);
      continue;
    }
    if (path.startsWith("/export/")) {
      sections.push(await shownExport(server, path));
      continue;
    }
    const call = CALLS.find((candidate) => candidate.operationId === operationId);
    if (call === undefined) throw new Error(`No call shows ${operationId}.`);
    const { status, body } = await call.send(server);
    sections.push(
      block("http", [call.request, ...(call.body === undefined ? [] : ["", toJson(call.body)])].join("\n")),
    );
    sections.push(body === undefined ? `Answers ${status} without a body.` : block("json", masked(toJson(body))));
  }
  const problems = PROBLEM_CODES.map((code) => `| \`${code}\` | ${PROBLEMS[code].status} | ${PROBLEMS[code].title} |`);
  sections.push("## Problems", ["| code | status | title |", "| --- | --- | --- |", ...problems].join("\n"));
  await expect(`${sections.join("\n\n")}\n`).toMatchFileSnapshot("../../docs/api.md");
});

const block = (language: string, text: string) => `\`\`\`${language}\n${text}\n\`\`\``;

const SHOWN_LINES = 4;

/** The first lines of a file, none of them whole where it is long. */
async function shownExport({ url }: TestServer, path: string): Promise<string> {
  const lines = (await (await fetch(`${url}/api${path}`)).text()).trimEnd().split(/\r?\n/);
  const first = lines.slice(0, SHOWN_LINES).map((line) => (line.length > 160 ? `${line.slice(0, 160)}…` : line));
  return `${block("http", `GET /api${path}`)}\n\n${block("", masked(first.join("\n")))}`;
}

/** Short lists and objects on one line, as a person would write them. */
function toJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/[[{]\n\s+([^[\]{}]{1,90}?)\n\s+[\]}]/g, (whole) =>
    whole.replace(/\n\s+/g, " "),
  );
}

/** What differs from run to run. */
function masked(text: string): string {
  return (
    text
      .replace(/"dataVersion":( ?)"[^"]+"/g, '"dataVersion":$1"kN3sd0f2Lq8a"')
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "3f1c9a52-6a0e-4c1b-9a59-2b7d8a1e4f60")
      .replace(/"\d{4}-\d\d-\d\dT[^"]+Z"/g, '"2026-11-22T08:00:00.000Z"')
      .replace(/"elapsedMs": [\d.]+/g, '"elapsedMs": 12')
      .replace(/"cursor": "[^"]+"/g, '"cursor": "WyJhIiwxXQ"')
      // How much is found in the uploaded document is the extractor's business.
      .replace(
        /"(documents|passages|entities|relations|observations|rejected|unchanged)": \d+(?=[^{}]*"unchanged")/g,
        '"$1": 1',
      )
      .replace(/"unchanged": \d+/g, '"unchanged": 0')
  );
}
