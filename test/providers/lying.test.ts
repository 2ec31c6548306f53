import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROVIDERS, type ProviderId } from "../../src/providers/port.ts";
import { overviewAnswer } from "../support/a-coach.ts";
import { flat, type Ran } from "../cli/run-cli.ts";
import { aService, say, type Act } from "./a-service.ts";
import { generate, KEY, lawfulPlan } from "./generating.ts";

const MINUTE = 60_000;

/** What any of the protocols may be sent as a part of a stream. */
const PARTS: readonly unknown[] = [{}, 5, "text", null, [], true];

const CHAT: readonly unknown[] = [
  { choices: {} },
  { choices: [{}] },
  { choices: [5] },
  { choices: [{ delta: 5 }] },
  { choices: [{ delta: { content: 5 } }] },
  { choices: [{ delta: { tool_calls: [{ index: 1e9, function: { arguments: "{" } }] } }] },
  { choices: [{ delta: { tool_calls: [5] } }] },
  { choices: [], usage: "many" },
  { choices: [], usage: { prompt_tokens: -1, completion_tokens: 2e300, prompt_tokens_details: 5 } },
];

/** What a stream of one protocol may be sent. */
const OF_PROTOCOL: Readonly<Record<ProviderId, readonly unknown[]>> = {
  anthropic: [
    { type: "content_block_delta" },
    { type: "content_block_delta", index: 0, delta: 5 },
    { type: "content_block_delta", index: 0, delta: { type: "text_delta" } },
    { type: "content_block_start", index: 0 },
    { type: "message_start" },
    { type: "message_start", message: 5 },
    { type: "message_delta", delta: {}, usage: "many" },
    { type: "message_delta", delta: {}, usage: { output_tokens: 2e300 } },
    { type: "error" },
  ],
  openai: CHAT,
  gemini: [],
  ollama: [
    { message: 5 },
    { message: { content: 5 } },
    { message: { content: "{" }, done: "yes" },
    { message: { content: "{", tool_calls: [{}] } },
    { message: { content: "" }, done: true, eval_count: -3, prompt_eval_count: "many" },
  ],
};

const textOf = (text: string): Readonly<Record<ProviderId, unknown>> => {
  const openai = { choices: [{ delta: { content: text } }] };
  return {
    anthropic: { type: "content_block_delta", index: 0, delta: { type: "text_delta", text } },
    openai,
    gemini: openai,
    ollama: { message: { content: text }, done: false },
  };
};

/** Everything that a run left below its folder and said, as one text. */
async function everythingOf({ cwd, out, err }: Ran): Promise<string> {
  const entries = await readdir(cwd, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const texts = await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), "utf8")));
  return [out, err, ...texts].join("\n");
}

describe.each(PROVIDERS)("a service behind %s that lies", (provider) => {
  it("in a part of a stream ends with a lawful plan, or in one sentence", { timeout: 4 * MINUTE }, async () => {
    for (const part of [...PARTS, ...OF_PROTOCOL[provider]]) {
      const ran = await generate(provider, await aService({ acts: [{ kind: "raw", parts: [part] }] }), [
        "--model-timeout",
        "2",
      ]);
      const what = `${JSON.stringify(part)}: ${ran.err}`;
      expect([0, 3], what).toContain(ran.code);
      expect(ran.err, what).not.toMatch(/internal error|Infinity|NaN|2e\+300|00many/);
      if (ran.code === 0) await lawfulPlan(ran);
      else expect(ran.err.match(/^error /gm), what).toHaveLength(1);
    }
  });

  it("about the length of its answer is stopped", { timeout: MINUTE }, async () => {
    const part = textOf("x".repeat(4000))[provider];
    const service = await aService({ acts: [{ kind: "raw", parts: [part], isEndless: true }] });
    const ran = await generate(provider, service, ["--max-tokens", "2000"]);
    expect(ran.code).toBe(3);
    expect(flat(ran.err)).toMatch(/did not stop answering.*try Choose another --model/);
  });

  it("with a flood in an error is answered at once", { timeout: MINUTE }, async () => {
    const bodies = ["<script", "<style>", "<", "&lt;", "<a>", "[", '{"error":"'].map((text) => text.repeat(200_000));
    for (const body of bodies) {
      const acts: Act[] = [{ kind: "error-body", status: 400, body }];
      const begin = performance.now();
      const ran = await generate(provider, await aService({ acts }));
      expect(ran.code, ran.err).toBe(3);
      expect(ran.err.length).toBeLessThan(1000);
      expect(performance.now() - begin).toBeLessThan(10_000);
    }
  });

  it("about the time to wait is not believed", { timeout: MINUTE }, async () => {
    for (const retryAfter of ["1e308", "-5", "NaN", "9".repeat(400)]) {
      const acts: Act[] = [{ kind: "status", status: 400, retryAfter }];
      const ran = await generate(provider, await aService({ acts }));
      expect(ran.code).toBe(3);
      expect(ran.err).not.toMatch(/Infinity|NaN|e\+/);
    }
  });

  it.skipIf(provider === "ollama")(
    "by repeating the key prints and keeps it nowhere",
    { timeout: MINUTE },
    async () => {
      const split = Array.from(KEY).join("\u200b");
      const base64 = Buffer.from(`:${KEY}`).toString("base64");
      const refusal: Readonly<Record<string, unknown>> = {
        anthropic: { type: "message_delta", delta: { stop_reason: "refusal", stop_details: { explanation: KEY } } },
        openai: { choices: [{ delta: { refusal: KEY } }] },
        gemini: { choices: [{ delta: { refusal: split } }] },
      };
      const words = `${KEY} ${split} ${base64} \u001b[1m${KEY.slice(0, 8)}\u001b[0m${KEY.slice(8)}`;
      const acts: readonly Act[][] = [
        [{ kind: "raw", parts: [refusal[provider]] }],
        [say(words), say(overviewAnswer(undefined, words))],
        [say(overviewAnswer(undefined, words))],
        [{ kind: "status", status: 400, message: words }],
        [{ kind: "error-body", status: 500, body: `<p>${words}</p>` }],
      ];
      for (const act of acts) {
        const ran = await generate(provider, await aService({ acts: act }), ["--record", "tape", "--verbose"]);
        expect([0, 3]).toContain(ran.code);
        const said = (await everythingOf(ran))
          .replace(/\\u(200b|001b)/g, "")
          // eslint-disable-next-line no-control-regex -- what a terminal obeys
          .replace(/\u001b?\[[01]m|[\u200b\u001b]/g, "");
        for (const secret of [KEY, base64.slice(2, 20), Buffer.from(KEY).toString("base64").slice(0, 20)])
          expect(said).not.toContain(secret);
      }
    },
  );
});
