import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { defaultModel } from "../../src/providers/models.ts";
import { PROVIDER_NAMES, PROVIDERS } from "../../src/providers/port.ts";
import { KEY_NAMES } from "../../src/providers/remedies.ts";
import { aPlace, flat, runCli, type Ran } from "../cli/run-cli.ts";
import { envFor, KEY } from "./generating.ts";
import { aService, say, type Act, type ServicePlan } from "./a-service.ts";

const ready = say("ready");

async function doctor(args: readonly string[], plan: ServicePlan, env: Record<string, string> = {}): Promise<Ran> {
  const provider = args[args.indexOf("--provider") + 1];
  const known = PROVIDERS.find((one) => one === provider) ?? "openai";
  return runCli(["doctor", ...args], { env: { ...envFor(known, await aService(plan)), ...env } });
}

describe.each(PROVIDERS)("doctor --provider %s", (provider) => {
  it("says which model answers, where, and where its key is", async () => {
    const { code, out } = await doctor(["--provider", provider], { acts: [ready] });
    expect(code).toBe(0);
    expect(flat(out)).toContain(
      `ok ${PROVIDER_NAMES[provider]}: ${defaultModel(provider)} answers at http://127.0.0.1`,
    );
    const name = KEY_NAMES[provider];
    if (name !== undefined) expect(flat(out)).toContain(`${name} in the environment`);
    expect(out).not.toContain(KEY);
  });

  it.each<[string, Act, RegExp]>([
    ["a wrong key", { kind: "status", status: 401, message: `Incorrect key ${KEY}` }, /did not accept the key.*Check /],
    ["a busy service", { kind: "status", status: 429 }, /asked too often.*Try again later/],
    ["a page", { kind: "page" }, /no answer of a model.*login/],
    ["a stall", { kind: "stall" }, /took too long.*--model-timeout/],
  ])("has a remedy for %s and asks once", async (_name, act, words) => {
    const service = await aService({ acts: [act] });
    const started = performance.now();
    const ran = await runCli(["doctor", "--provider", provider, "--model-timeout", "0.5"], {
      env: envFor(provider, service),
    });
    expect(performance.now() - started).toBeLessThan(8000);
    expect(ran.code).toBe(3);
    expect(flat(ran.out)).toMatch(words);
    expect(`${ran.out}${ran.err}`).not.toContain(KEY);
    expect(service.seen).toHaveLength(1);
  });

  it("names what the service has where the model is not there", async () => {
    const acts: Act[] = [{ kind: "status", status: 404, message: "no such model" }];
    const { code, out } = await doctor(["--provider", provider, "--model", "gone"], { acts, models: ["one", "two"] });
    expect(code).toBe(3);
    expect(flat(out)).toMatch(/has no model gone.*It has one, two\./);
    if (provider === "ollama") expect(flat(out)).toContain('Fetch it with "ollama pull gone"');
  });
});

describe("doctor", () => {
  it("contacts nobody who was not named, whatever keys there are", async () => {
    const service = await aService({ acts: [ready] });
    const env = { ...envFor("openai", service), ...envFor("anthropic", service) };
    const ran = await runCli(["doctor"], { env });
    expect(ran.code).toBe(0);
    expect(flat(ran.out)).toContain("ok OpenAI: OPENAI_API_KEY in the environment, OPENAI_BASE_URL");
    expect(flat(ran.out)).toContain("not asked (doctor --providers asks)");
    expect(service.seen).toHaveLength(0);
    const offline = await runCli(["doctor", "--offline"], { env: { ...env, AI_PROVIDER: "openai" } });
    expect(offline.code).toBe(0);
    expect(service.seen).toHaveLength(0);
    const named = await runCli(["doctor"], { env: { ...env, AI_PROVIDER: "openai", AI_MODEL: "mine" } });
    expect(flat(named.out)).toContain("OpenAI: mine answers");
    expect(service.seen).toHaveLength(1);
    const all = await runCli(["doctor", "--providers"], { env });
    expect(flat(all.out)).toMatch(/Anthropic: claude-\S+ answers.*OpenAI: gpt-\S+ answers/);
    expect(service.seen).toHaveLength(3);
    const json = await runCli(["doctor", "--providers", "--json"], { env });
    const { checks } = JSON.parse(json.out) as { checks: { name: string }[] };
    expect(checks.map(({ name }) => name)).toEqual(expect.arrayContaining(["Key file", "Anthropic", "OpenAI"]));
  });

  it("says how Ollama is started where nobody listens", async () => {
    const service = await aService({ acts: [] });
    await service.close();
    const { code, out } = await runCli(["doctor"], { env: { AI_PROVIDER: "ollama", OLLAMA_HOST: service.url } });
    expect(code).toBe(3);
    expect(flat(out)).toContain("nobody listens there. It said: connect ECONNREFUSED");
    expect(flat(out)).toContain('Start it with "ollama serve"');
  });

  it("asks all at once: four that say nothing take no longer than one", async () => {
    const service = await aService({ acts: [{ kind: "silence" }] });
    const env = Object.assign({}, ...PROVIDERS.map((provider) => envFor(provider, service))) as Record<string, string>;
    const started = performance.now();
    const { code, out } = await runCli(["doctor", "--providers", "--model-timeout", "2"], { env });
    expect(performance.now() - started).toBeLessThan(6000);
    expect(code).toBe(3);
    expect(out.match(/took too long/g)).toHaveLength(4);
  });

  it.each([
    [{ AI_PROVIDER: "clippy" }, "FAIL Language models: --provider (AI_PROVIDER): clippy"],
    [{ AI_PROVIDER: "openai" }, "FAIL OpenAI: OpenAI was asked for, but there is no key"],
    [{ AI_PROVIDER: "ollama", OLLAMA_HOST: "127.0.0.1:1" }, "It said: bad port."],
  ])("%j is a finding with a remedy", async (env, says) => {
    const { code, out } = await runCli(["doctor"], { env });
    expect(code).toBe(3);
    expect(flat(out)).toContain(says);
  });
});

/** A key file in the rider's settings directory. */
async function keyFile(text: string, mode = 0o600): Promise<{ cwd: string; path: string }> {
  const cwd = await aPlace();
  const path = join(cwd, "home", ".config", "cycling-plan", "keys.json");
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  await chmod(path, mode);
  return { cwd, path };
}

describe.skipIf(process.platform === "win32")("a key file", () => {
  it("serves where the environment has no key, and is named, never shown", async () => {
    const service = await aService({ acts: [ready] });
    const { cwd, path } = await keyFile(JSON.stringify({ OPENAI_API_KEY: KEY }));
    const env = { OPENAI_BASE_URL: service.baseUrl("openai") };
    const { code, out } = await runCli(["doctor", "--provider", "openai"], { cwd, env });
    expect(code).toBe(0);
    expect(flat(out)).toContain(`Key file: ${path}: OPENAI_API_KEY`);
    expect(flat(out)).toContain("OPENAI_API_KEY in the key file");
    expect(out).not.toContain(KEY);
    expect(service.seen[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
    await runCli(["doctor", "--provider", "openai"], { cwd, env: { ...env, OPENAI_API_KEY: "sk-other-key-123" } });
    expect(service.seen[1]?.headers.authorization).toBe("Bearer sk-other-key-123");
  });

  it.each([
    [0o640, JSON.stringify({ OPENAI_API_KEY: KEY }), "can be read by others (mode 640)", "chmod 600"],
    [0o604, JSON.stringify({ OPENAI_API_KEY: KEY }), "can be read by others (mode 604)", "chmod 600"],
    [0o600, JSON.stringify({ OPENAI: KEY }), "something else than keys", "OPENAI_API_KEY"],
    [0o600, JSON.stringify({ OPENAI_API_KEY: [KEY] }), "something else than keys", "OPENAI_API_KEY"],
    [0o600, `{"OPENAI_API_KEY": ${KEY}}`, "is not JSON", "Correct that place"],
    [0o600, JSON.stringify({ OPENAI_API_KEY: `“${KEY}”` }), "characters that no key has", "without quotes"],
  ])("of mode %o with %s is refused", async (mode, text, says, remedy) => {
    const { cwd } = await keyFile(text, mode);
    const service = await aService({ acts: [ready] });
    const env = { OPENAI_BASE_URL: service.baseUrl("openai") };
    const asked = await runCli(
      ["generate", "--profile", "requests/minimal.json", "--provider", "openai", "--verbose"],
      { cwd, env },
    );
    expect([2, 3]).toContain(asked.code);
    expect(flat(asked.err)).toContain(says);
    expect(flat(asked.err)).toContain(remedy);
    const seen = await runCli(["doctor", "--provider", "openai"], { cwd, env });
    expect(seen.code).toBe(3);
    expect(flat(seen.out)).toContain(says);
    expect(`${asked.out}${asked.err}${seen.out}${seen.err}`).not.toContain(KEY);
    expect(service.seen).toHaveLength(0);
  });

  it("that is wrong stops no plan without a model", async () => {
    const { cwd } = await keyFile("{", 0o644);
    expect((await runCli(["generate", "--profile", "requests/minimal.json"], { cwd })).code).toBe(0);
  });
});
