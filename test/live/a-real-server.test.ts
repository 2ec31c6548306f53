import { describe, expect, it } from "vitest";
import { defaultModel } from "../../src/providers/models.ts";
import { PROVIDERS } from "../../src/providers/port.ts";
import { KEY_NAMES, URL_NAMES } from "../../src/providers/remedies.ts";
import { FIVE, FIXED, flat, runCli } from "../cli/run-cli.ts";
import { lawfulPlan } from "../providers/generating.ts";

/** Which server: `CYCLING_PLAN_TEST_LIVE=ollama`, with the provider's own variables for address, key and model. */
const wanted = process.env.CYCLING_PLAN_TEST_LIVE ?? "";
const provider = PROVIDERS.find((name) => name === wanted);

/** The variables of this shell that a run with the provider needs, and no others. */
const names = provider === undefined ? [] : [URL_NAMES[provider], KEY_NAMES[provider] ?? "", "AI_MODEL"];
const env = Object.fromEntries(
  [...names, "HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY", "NODE_EXTRA_CA_CERTS"].flatMap((name) => {
    const value = process.env[name];
    return value === undefined || name === "" ? [] : [[name, value]];
  }),
);
const model = process.env.AI_MODEL ?? (provider === undefined ? "" : defaultModel(provider));

describe.skipIf(provider === undefined)(`${wanted}: ${model}`, () => {
  it("answers doctor", async () => {
    const { code, out } = await runCli(["doctor", "--provider", wanted, "--model-timeout", "120"], { env });
    console.log(out.split("\n").slice(-4).join("\n"));
    expect(flat(out)).toContain(`${model} answers`);
    expect(code).toBe(0);
  });

  it("plans twelve weeks that keep every rule, and the recording makes the same plan again", async () => {
    const started = performance.now();
    const flags = [...FIVE, ...FIXED, "--plan-id", "p"];
    const ran = await runCli(["generate", ...flags, "--provider", wanted, "--record", "tape"], { env });
    console.log(`${((performance.now() - started) / 1000).toFixed(1)} s\n${ran.err}`);
    const { ai_metadata: metadata } = await lawfulPlan(ran);
    console.log(JSON.stringify(metadata.usage, null, 2));
    expect(metadata.ai_model).toBe(model);
    const again = await runCli(["generate", ...flags, "--force", "--replay", "tape"], { cwd: ran.cwd });
    expect(again.code).toBe(0);
    expect((await lawfulPlan(again)).ai_metadata).toEqual(metadata);
  });
});

it.skipIf(provider !== undefined)("needs to be told which server", () => {
  throw new Error(
    `Say which: CYCLING_PLAN_TEST_LIVE=ollama OLLAMA_BASE_URL=http://localhost:11434 npm run test:live (${PROVIDERS.join(", ")})`,
  );
});
