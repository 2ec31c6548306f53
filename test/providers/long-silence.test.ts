import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { fetchThrough } from "../../src/providers/wire-fetch.ts";
import { overviewAnswer } from "../support/a-coach.ts";
import { IS_LONG } from "../support/draws.ts";
import { aService, say } from "./a-service.ts";
import { generate } from "./generating.ts";

const NO_PROXY = { http: undefined, https: undefined, none: undefined };

/** A server that sends its headers after some time, and its body after as long again. */
async function aSlowServer(ms: number): Promise<string> {
  const wait = (): Promise<void> => new Promise((done) => setTimeout(done, ms));
  const server = createServer((_, response) => {
    void (async () => {
      await wait();
      response.writeHead(200);
      response.write("a");
      await wait();
      response.end("b");
    })();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const LIMIT_MS = 300_000;

it("gives nobody up whom the rider waits for: Node's own limits do not count", async () => {
  const url = await aSlowServer(1500);
  const patient = await fetchThrough(NO_PROXY, LIMIT_MS);
  expect(await (await patient(url)).text()).toBe("ab");
  // The same with limits as short as the test: it is these that end a silence.
  const short = await fetchThrough(NO_PROXY, LIMIT_MS, { headersTimeout: 200, bodyTimeout: 200 });
  await expect(short(url)).rejects.toMatchObject({ cause: { code: "UND_ERR_HEADERS_TIMEOUT" } });
  const body = await fetchThrough(NO_PROXY, LIMIT_MS, { headersTimeout: 0, bodyTimeout: 200 });
  await expect(body(url).then((response) => response.text())).rejects.toThrow("terminated");
});

it("leaves shorter silences to Node's own fetch", async () => {
  expect(await fetchThrough(NO_PROXY, 60_000)).toBe(fetch);
});

it.runIf(IS_LONG)("waits for 310 seconds of silence where --model-timeout says 400", { timeout: 600_000 }, async () => {
  const service = await aService({ acts: [say(overviewAnswer(), { perSecond: 1e9, speed: 1 / 310 })] });
  const ran = await generate("openai", service, ["--model-timeout", "400"]);
  expect(ran.code, ran.err).toBe(0);
});
