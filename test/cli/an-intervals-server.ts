import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";
import { IntervalsCalendar, type Fault, type Ways } from "../support/an-intervals-calendar.ts";

export const ICU_KEY = "k3y-0f-a-test-rider";

/** What the server does instead of answering from the calendar. */
export type Act =
  | Fault
  /** An answer of its own, before anything is done. */
  | { readonly status: number; readonly body?: string; readonly headers?: Readonly<Record<string, string>> }
  /** Nothing ever comes; or the head and some bytes, and then nothing. */
  | "silence"
  | "stall";

export interface IcuServer {
  readonly url: string;
  readonly calendar: IntervalsCalendar;
  /** The headers of each request, in order. */
  readonly headers: readonly IncomingMessage["headers"][];
  /** What happens to the request of this number, from 0 on; undefined: it is answered. */
  act: (number: number) => Act | undefined;
  /** The environment of a rider who has a key. */
  readonly env: Record<string, string>;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

const isFault = (act: Act | undefined): act is Fault | undefined =>
  act === undefined || (typeof act === "string" && act !== "silence" && act !== "stall");

const BASIC = `Basic ${Buffer.from(`API_KEY:${ICU_KEY}`).toString("base64")}`;

/** intervals.icu on this machine, over the wire; it ends with the test. */
export async function anIcuServer(ways: Partial<Ways> = {}): Promise<IcuServer> {
  const calendar = new IntervalsCalendar(ways);
  const headers: IncomingMessage["headers"][] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await textOf(request);
    const act = server.act(headers.length);
    headers.push(request.headers);
    if (act === "silence") return;
    if (act === "stall") {
      response.writeHead(200, { "content-type": "application/json" });
      response.write("[");
      return;
    }
    if (!isFault(act)) {
      response.writeHead(act.status, act.headers);
      response.end(act.body);
      return;
    }
    if (request.headers.authorization !== BASIC) {
      response.writeHead(401).end('{"status":401,"error":"Unauthorized"}');
      return;
    }
    const recording = /\/activity\/([^/]+)\/fit-file/.exec(request.url ?? "")?.[1];
    const bytes = recording === undefined ? undefined : calendar.recordings.get(recording);
    const body: unknown = text === "" ? undefined : JSON.parse(text);
    const said = calendar.answer({ method: request.method ?? "", path: request.url ?? "", body }, act);
    if (said === undefined) response.destroy();
    else {
      response.writeHead(said.status, said.headers);
      response.end(bytes ?? said.body);
    }
  };
  const http = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => http.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    http.closeAllConnections();
    http.close();
  });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const server: IcuServer = {
    url,
    calendar,
    headers,
    act: () => undefined,
    env: { INTERVALS_ICU_API_KEY: ICU_KEY, INTERVALS_ICU_BASE_URL: url },
  };
  return server;
}
