import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { exchangeSchema, type Exchange } from "../../src/providers/exchange.ts";
import { PROVIDERS, type ProviderId } from "../../src/providers/port.ts";
import { FIVE, FIXED, flat, runCli, type Ran } from "../cli/run-cli.ts";
import { goodWeeks, overviewAnswer as answer } from "../support/a-coach.ts";
import { envFor, generate, KEY, planOf } from "./generating.ts";
import { aService, say, type Act } from "./a-service.ts";

const bad = say(answer(goodWeeks().slice(0, 11)));
const good = say(answer());

/** A run that was recorded into `tape`: a service that was busy once, a wrong answer, a right one. */
async function recordedRun(
  provider: ProviderId,
  acts: readonly Act[] = [{ kind: "status", status: 429, retryAfter: "0.05" }, bad, good],
): Promise<Ran> {
  const ran = await generate(provider, await aService({ acts }), ["--record", "tape"]);
  expect(ran.err).not.toContain("error");
  expect(ran.code).toBe(0);
  return ran;
}

const replay = (cwd: string, more: readonly string[] = [], id = "again"): Promise<Ran> =>
  runCli(["generate", ...FIVE, ...FIXED, "--plan-id", id, "--replay", "tape", "--overview-by", "model", ...more], {
    cwd,
  });

async function exchangesIn(cwd: string): Promise<Map<string, Exchange>> {
  const names = (await readdir(join(cwd, "tape"))).sort();
  const read = async (name: string): Promise<[string, Exchange]> => [
    name,
    exchangeSchema.parse(JSON.parse(await readFile(join(cwd, "tape", name), "utf8"))),
  ];
  return new Map(await Promise.all(names.map(read)));
}

const textOf = (ran: Ran, id: string): Promise<string> => readFile(join(ran.cwd, "plans", `${id}_plan.json`), "utf8");
const unnamed = (text: string): string => text.replaceAll(/"(p|again)(?=["-])/g, `"id`);

describe.each(PROVIDERS)("a run with %s that was recorded", (provider) => {
  it("is made again without a network or a key, to the byte", async () => {
    const ran = await recordedRun(provider);
    const plan = await planOf(ran);
    expect(plan.ai_metadata.usage).toMatchObject({ repairs: 1, retries: 1 });
    const again = await replay(ran.cwd);
    expect(again.err).not.toContain("error");
    expect(again.code).toBe(0);
    expect(again.err).not.toContain("not asked for");
    expect(unnamed(await textOf(ran, "again"))).toBe(unnamed(await textOf(ran, "p")));
  });

  it("holds no key, no header, no address and no path", async () => {
    const service = await aService({ acts: [say(answer(goodWeeks(), `Your key is ${KEY}.`))] });
    const ran = await generate(provider, service, ["--record", "tape"]);
    const exchanges = await exchangesIn(ran.cwd);
    expect(exchanges.size).toBeGreaterThan(0);
    const text = JSON.stringify([...exchanges]);
    for (const secret of [...(provider === "ollama" ? [] : [KEY]), ran.cwd, service.url, "authorization", "user-agent"])
      expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
  });
});

describe("--replay", () => {
  it("says what differs where the recording has no answer", async () => {
    const { cwd } = await recordedRun("openai", [good]);
    const changed = await replay(cwd, ["--ftp", "270"]);
    expect(changed.code).toBe(3);
    expect(flat(changed.err)).toContain('recorded "Rider: FTP 265 W');
    expect(flat(changed.err)).toContain('asked "Rider: FTP 270 W');
    expect(changed.out).toBe("");
    const warmer = await replay(cwd, ["--max-tokens", "5000"], "warmer");
    expect(warmer.code).toBe(3);
    expect(flat(warmer.err)).toContain('max_tokens: recorded "16384", asked "5000"');
    const other = await replay(cwd, ["--provider", "anthropic"], "other");
    expect(flat(other.err)).toContain('provider: recorded "openai", asked "anthropic"');
  });

  it("finds an answer by what was asked, whatever the file is called, and says what was not asked for", async () => {
    const { cwd } = await recordedRun("openai", [good]);
    const [[name, exchange] = ["", undefined]] = await exchangesIn(cwd);
    const { mv, spare } = { mv: "zz.exchange.json", spare: "aa.exchange.json" };
    await writeFile(join(cwd, "tape", mv), await readFile(join(cwd, "tape", name)));
    const question = { ...exchange?.question, system: "Something else." };
    await writeFile(join(cwd, "tape", spare), JSON.stringify({ ...exchange, question }));
    await writeFile(join(cwd, "tape", name), "gone");
    expect((await replay(cwd)).code).toBe(2);
    await writeFile(join(cwd, "tape", name), await readFile(join(cwd, "tape", mv)));
    const ran = await replay(cwd, [], "third");
    expect(ran.code).toBe(0);
    expect(ran.err).toMatch(/note: 1 of 3 recorded exchanges were not asked for: [0-9a-f]{20}\n/);
  });

  it("plays a failure of the service again, without its waits", async () => {
    const acts: Act[] = [{ kind: "status", status: 401, message: `no such key ${KEY}` }];
    const ran = await generate("openai", await aService({ acts }), ["--record", "tape"]);
    expect(ran.code).toBe(3);
    const again = await replay(ran.cwd);
    expect(again.code).toBe(3);
    expect(flat(again.err)).toContain("did not accept the key");
    const errorOf = ({ err }: Ran): string => err.slice(err.indexOf("error "));
    expect(errorOf(again)).toBe(errorOf(ran));
  });

  it.each([
    [["--replay", "nothing"], "holds no recording"],
    [["--replay", "empty"], "holds no recording"],
    [["--replay", "odd"], "is no recorded exchange"],
    [["--replay", "odd", "--record", "tape"], "cannot be used with option"],
    [["--record", "tape"], "no model was named"],
    [["--record", "tape", "--dry-run", "--provider", "ollama"], "cannot be used with option"],
  ])("%j is refused", async (flags, says) => {
    const { cwd } = await runCli(["--version"]);
    await mkdir(join(cwd, "empty"), { recursive: true });
    await mkdir(join(cwd, "odd"));
    await writeFile(join(cwd, "odd", "a.exchange.json"), '{"schema_version":"1","question":{},"outcomes":[]}');
    const ran = await runCli(["generate", ...FIVE, ...FIXED, ...flags], { cwd });
    expect(ran.code).toBe(2);
    expect(flat(ran.err)).toContain(says);
    expect(await readdir(cwd)).not.toContain("plans");
  });
});

describe("--record", () => {
  it("replaces a recording only with --force", async () => {
    const { cwd } = await recordedRun("openai");
    const before = [...(await exchangesIn(cwd)).keys()];
    expect(before).toHaveLength(2);
    const service = await aService({ acts: [good] });
    const again = [
      "generate",
      ...FIVE,
      ...FIXED,
      "--plan-id",
      "p",
      "--provider",
      "openai",
      "--overview-by",
      "model",
      "--record",
      "tape",
    ];
    const refused = await runCli(again, { cwd, env: envFor("openai", service) });
    expect(refused.code).toBe(2);
    expect(flat(refused.err)).toContain("tape holds a recording already");
    expect([...(await exchangesIn(cwd)).keys()]).toEqual(before);
    const forced = await runCli([...again, "--force"], { cwd, env: envFor("openai", service) });
    expect(forced.code).toBe(0);
    expect([...(await exchangesIn(cwd)).keys()]).toHaveLength(1);
  });

  it("keeps a stall as what it was", async () => {
    const acts: Act[] = [{ kind: "stall" }, good];
    const ran = await generate("anthropic", await aService({ acts }), ["--record", "tape", "--model-timeout", "1.5"]);
    expect(ran.code, ran.err).toBe(0);
    const [exchange] = [...(await exchangesIn(ran.cwd)).values()];
    expect(exchange?.outcomes).toMatchObject([{ failure: { kind: "timeout" } }, { answer: { stop: "end" } }]);
  });
});
