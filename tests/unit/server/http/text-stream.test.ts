/** A real connection: who reads slowly is waited for, who leaves ends the work. */
import { once } from "node:events";
import { createServer, get } from "node:http";
import type { IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import type { Response } from "express";
import { expect, test } from "vitest";

import { clientSignal } from "../../../../server/http/request-context.ts";
import { streamText } from "../../../../server/http/text-stream.ts";
import { createLogger } from "../../../../server/logger.ts";

const PIECE = "x".repeat(256 * 1024);

/** Serves what `pieces` makes, and asks for it. */
async function ask(
  pieces: (response: Response) => AsyncIterable<string>,
  sayProblem?: () => string,
): Promise<{ answer: IncomingMessage; close: () => void }> {
  const app = express();
  app.get("/", async (request, response) => {
    await streamText(pieces(response), "text/plain", {
      request,
      response,
      signal: clientSignal(request, response),
      logger: createLogger("silent"),
      ...(sayProblem === undefined ? {} : { sayProblem }),
    });
  });
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const asked = get(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  return {
    answer,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

test("nothing is made before the client has taken what came before", async () => {
  const waiting: boolean[] = [];
  const { answer, close } = await ask(async function* (response) {
    for (let count = 0; count < 40; count += 1) {
      waiting.push(response.writableNeedDrain);
      yield PIECE;
    }
  });
  let length = 0;
  for await (const chunk of answer) length += (chunk as Buffer).length;
  close();
  expect(length).toBe(40 * PIECE.length);
  expect(waiting).toEqual(Array.from({ length: 40 }, () => false));
});

test("a client that leaves ends the reading", async () => {
  let end: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const { answer, close } = await ask(async function* () {
    try {
      for (;;) yield PIECE;
    } finally {
      end();
    }
  });
  await once(answer, "readable");
  answer.destroy();
  await ended;
  close();
});

async function* failing(): AsyncGenerator<string> {
  yield `begun\n${PIECE}\n`;
  throw new Error("no more");
}

test("a file that cannot be ended is cut, not closed as if it were whole", async () => {
  const { answer, close } = await ask(failing);
  await expect(async () => {
    for await (const _ of answer);
  }).rejects.toThrow("aborted");
  close();
});

test("a file that can say so says that the rest is missing", async () => {
  const { answer, close } = await ask(failing, () => "problem\n");
  let text = "";
  for await (const chunk of answer) text += String(chunk);
  close();
  expect(text).toBe(`begun\n${PIECE}\nproblem\n`);
});
