import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROVIDER_NAMES, PROVIDERS, type ProviderId } from "../../src/providers/port.ts";
import { aPlace, FIVE, FIXED, flat, runCli, runProcess, type Ran } from "../cli/run-cli.ts";
import { CERT } from "./a-certificate.ts";
import { overviewAnswer as answer } from "../support/a-coach.ts";
import { envFor, generate, KEY, lawfulPlan, planOf } from "./generating.ts";
import { aProxy } from "./a-proxy.ts";
import { aService, say, type Act } from "./a-service.ts";

const MINUTE = 60_000;
const status = (code: number, more: Partial<Extract<Act, { kind: "status" }>> = {}): Act => ({
  kind: "status",
  status: code,
  ...more,
});

/** What services do wrong and go on doing; what the rider reads of it. */
const BROKEN: readonly [string, Act, RegExp][] = [
  ["413", status(413), /finds the request too long.*try Choose a --model with a longer context/],
  ["429 without retry-after", status(429), /is asked too often.*try again later/],
  ["429 for an hour", status(429, { retryAfter: "3600" }), /wait 3600 seconds.*try again later/],
  ["quota", status(429, { message: "You exceeded your current quota" }), /used up its quota.*try Add credit/],
  ["500", status(500, { html: true }), /failed.*try again later/],
  ["529", status(529), /has too much to do.*try again later/],
  ["a page with 200", { kind: "page" }, /no answer of a model.*try Check .*login/],
  ["a stall", { kind: "stall" }, /took too long.*try again, or give it more time with --model-timeout/],
  ["silence", { kind: "silence" }, /took too long.*try again/],
  ["a clean cut", { kind: "cut", text: '{"weeks":[' }, /broke off its answers.*try again later/],
  ["a hard cut", { kind: "cut", text: '{"weeks":[', hard: true }, /(broke off|cannot be reached).*try /],
];

/** Everything that a run left below its folder, as one text. */
async function everythingIn({ cwd }: Ran): Promise<string> {
  const entries = await readdir(cwd, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return (await Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), "latin1")))).join("\n");
}

/** One error, one hint, no plan and nothing on stdout. */
async function expectClearFailure(ran: Ran, words: RegExp): Promise<void> {
  expect(ran.code).toBe(3);
  expect(flat(ran.err)).toMatch(words);
  expect(ran.err.match(/^error /gm)).toHaveLength(1);
  expect(ran.err.match(/^try {4}/gm)).toHaveLength(1);
  expect(ran.out).toBe("");
  expect(await readdir(join(ran.cwd, "plans"))).toEqual(["p_job.json"]);
}

describe("a service that stays broken", () => {
  // What each SDK makes of it is in ask.test.ts; here the services take turns.
  it.each(BROKEN.map((one, i) => [...one, PROVIDERS[i % PROVIDERS.length] ?? "openai"] as const))(
    "with %s ends in one clear sentence with a remedy",
    async (_name, act, words, provider) => {
      const service = await aService({ acts: [act] });
      await expectClearFailure(await generate(provider, service, ["--model-timeout", "1"]), words);
    },
  );
});

describe("a service", () => {
  it("that drips slowly is waited for", async () => {
    const service = await aService({ acts: [say(answer(), { perSecond: 400 })] });
    const plan = await lawfulPlan(await generate("ollama", service, ["--model-timeout", "2.5"]));
    expect(plan.ai_metadata.usage).toMatchObject({ retries: 0, overview_weeks: { planner: [] } });
  });

  it.each<[string, ProviderId, readonly { name: string; input: string }[], number]>([
    ["its tool twice", "anthropic", [1, 2].map(() => ({ name: "overview", input: answer() })), 0],
    ["another tool", "openai", [{ name: "get_weather", input: '{"city":"Girona"}' }], 12],
    ["no tool after all", "anthropic", [], 12],
  ])("whose model calls %s gives a lawful plan", async (_name, provider, calls, byPlanner) => {
    const service = await aService({ acts: [{ kind: "tools", calls }] });
    const ran = await generate(provider, service, ["--repairs", "0"]);
    const { usage } = (await lawfulPlan(ran)).ai_metadata;
    expect(usage).toMatchObject({ overview_weeks: { planner: { length: byPlanner } } });
    expect(ran.out).not.toContain("get_weather");
  });

  it("with a certificate that nobody vouches for is refused, and reached where its file is named", async () => {
    const service = await aService({ acts: [say(answer())], tls: true });
    await expectClearFailure(
      await generate("gemini", service),
      /shows a certificate at https:.*this machine does not trust.*try .*NODE_EXTRA_CA_CERTS/,
    );
    expect(service.seen).toHaveLength(0);
    const cwd = await aPlace();
    await writeFile(join(cwd, "ca.pem"), CERT);
    const env = { ...envFor("gemini", service), NODE_EXTRA_CA_CERTS: join(cwd, "ca.pem") };
    await lawfulPlan(await runProcess(asking("gemini"), { cwd, env }));
  });

  it.each<[string, ProviderId, boolean, RegExp | undefined]>([
    ["HTTP_PROXY", "anthropic", false, /127\.0\.0\.1:/],
    ["HTTPS_PROXY", "openai", true, /^CONNECT 127\.0\.0\.1:/],
    ["https_proxy", "ollama", true, /^CONNECT 127\.0\.0\.1:/],
    ["HTTPS_PROXY", "gemini", false, undefined],
    ["NO_PROXY", "openai", false, undefined],
  ])("is reached as %s says (%s, https: %s)", async (name, provider, isTls, words) => {
    const service = await aService({ acts: [say(answer())], tls: isTls });
    const proxy = await aProxy("rider:letmein");
    const url = proxy.url.replace("//", "//rider:letmein@");
    const cwd = await aPlace();
    await writeFile(join(cwd, "ca.pem"), CERT);
    const proxies = name === "NO_PROXY" ? { HTTP_PROXY: url, NO_PROXY: "localhost,127.0.0.1" } : { [name]: url };
    const env = { ...envFor(provider, service), ...proxies, NODE_EXTRA_CA_CERTS: join(cwd, "ca.pem") };
    const ran = await runProcess(asking(provider), { cwd, env });
    expect(ran.err).not.toContain("error");
    expect(ran.code).toBe(0);
    if (words === undefined) expect(proxy.asked).toEqual([]);
    else expect(proxy.asked[0]).toMatch(words);
  });
});

const asking = (provider: ProviderId): string[] => [
  "generate",
  ...FIVE,
  ...FIXED,
  "--plan-id",
  "p",
  "--provider",
  provider,
];

describe.each(PROVIDERS)("the key of %s", (provider) => {
  it(
    "and a proxy's password stand in no output, no log, no file and no trace",
    async () => {
      // What Node itself prints is seen in a process only; once is enough.
      const runOnce = provider === "openai" ? runProcess : runCli;
      const password = "hunter+2/proxy";
      const inAddress = encodeURIComponent(password);
      const echo = `Incorrect API key provided: ${KEY} (${encodeURIComponent(KEY)}), Bearer ${KEY}, via http://rider:${inAddress}@p`;
      const proxy = await aProxy(`rider:${password}`);
      const closed = await aProxy("another:one");
      const through = (at: { url: string }) => ({ HTTP_PROXY: at.url.replace("//", `//rider:${inAddress}@`) });
      const acts: readonly (readonly [Act, Record<string, string>])[] = [
        [status(provider === "ollama" ? 400 : 401, { message: echo }), through(proxy)],
        [say(answer()), through(closed)],
        [say(answer(undefined, `Remember ${KEY}.`)), {}],
      ];
      const services = await Promise.all(acts.map(([act]) => aService({ acts: [act] })));
      const runs = await Promise.all(
        services.map(async (service, i) => {
          const env = { ...envFor(provider, service), ...acts[i]?.[1] };
          const words = [...asking(provider), "--record", "tape", "--verbose"];
          return runOnce(words, { cwd: await aPlace(), env });
        }),
      );
      expect(runs.map(({ code }) => code)).toEqual([3, 3, 0]);
      for (const ran of runs) {
        const said = `${ran.out}${ran.err}${await everythingIn(ran)}`;
        // Ollama takes no key: what looks like one is left out of its errors, and an answer is an answer.
        const secrets = provider === "ollama" && ran.code === 0 ? [] : [KEY, encodeURIComponent(KEY)];
        for (const secret of [...secrets, password, inAddress]) expect(said).not.toContain(secret);
        if (ran.code !== 0) expect(ran.err).toMatch(/caused by ModelFailure: /);
      }
    },
    MINUTE,
  );
});

describe("Ollama", () => {
  it("without the model says how to fetch it, and with a short context says so", async () => {
    const ran = await generate("ollama", await aService({ acts: [say(answer())], models: ["other"] }));
    await expectClearFailure(ran, /has no model llama3\.1:8b.*try Fetch it with "ollama pull llama3\.1:8b"/);
    const message = "the request (5000 tokens) exceeds the available context size (2048 tokens)";
    const short = await generate("ollama", await aService({ acts: [status(400, { message })], context: 2048 }));
    await expectClearFailure(short, /finds the request too long.*try Choose a --model with a longer context/);
  });
});

describe("another address", () => {
  it("with a name and password in it shows neither", async () => {
    const service = await aService({ acts: [status(500)] });
    await service.close();
    for (const provider of PROVIDERS) {
      const at = { baseUrl: () => service.baseUrl(provider).replace("//", "//rider:pass-word@") };
      const ran = await generate(provider, at, ["--verbose"]);
      expect(ran.code, PROVIDER_NAMES[provider]).toBe(3);
      expect(`${ran.out}${ran.err}`).not.toContain("pass-word");
    }
  });
});

describe("nothing but the result", () => {
  it("is on stdout when a model made the plan", async () => {
    const ran = await generate("openai", await aService({ acts: [status(529), say(answer())] }), ["--json"]);
    expect(ran.code).toBe(0);
    expect(JSON.parse(ran.out)).toMatchObject({ plan_id: "p" });
    expect((await planOf(ran)).ai_metadata.ai_provider).toBe("openai");
  });
});
