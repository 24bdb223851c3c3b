/** A stand-in for an OpenAI-compatible endpoint that answers as a test tells it to, also badly. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Question {
  readonly passages: readonly string[];
  readonly authorization: string | undefined;
  readonly body: { readonly model: string; readonly messages: readonly { role: string; content: string }[] };
}

/** An object is sent as the JSON of the message's content, a text as the content itself. */
export type Behaviour = (question: Question, response: ServerResponse) => object | string | undefined;

export interface ModelServer extends AsyncDisposable {
  readonly url: string;
  readonly questions: readonly Question[];
  /** How many were under way at once, at most. */
  readonly mostAtOnce: () => number;
  behave(behaviour: Behaviour): void;
}

export const NOTHING = { entities: [], relations: [] };

export async function startModelServer(first: Behaviour = () => NOTHING): Promise<ModelServer> {
  const questions: Question[] = [];
  let behaviour = first;
  let [now, most] = [0, 0];
  const server = createServer((request, response) => {
    most = Math.max(most, ++now);
    response.once("close", () => now--);
    void answer(request, response);
  });
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse(await textOf(request)) as Question["body"];
    const { passages } = JSON.parse(body.messages.at(-1)!.content) as { passages: string[] };
    const question = { passages, body, authorization: request.headers.authorization };
    questions.push(question);
    const content = behaviour(question, response);
    // It has answered by itself, or never will.
    if (content === undefined) return;
    const message = { role: "assistant", content: typeof content === "string" ? content : JSON.stringify(content) };
    response.setHeader("Content-Type", "application/json");
    response.end(JSON.stringify({ choices: [{ message }] }));
  }
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    questions,
    mostAtOnce: () => most,
    behave: (next) => (behaviour = next),
    async [Symbol.asyncDispose]() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  request.setEncoding("utf8");
  for await (const chunk of request) text += chunk as string;
  return text;
}

export const fail =
  (status: number, headers: Readonly<Record<string, string>> = {}): Behaviour =>
  (_, response) => {
    response.writeHead(status, headers).end();
    return undefined;
  };
