import { describe, expect, it } from "vitest";
import { envFor } from "../../providers/generating.ts";
import { aService, say, type Act } from "../../providers/a-service.ts";
import { aPlace } from "../run-cli.ts";
import { HAS_TERMINAL, KEY } from "./a-terminal.ts";
import { answers, KEEP, NEXT, planIn, QUESTIONS, startWizard, until } from "./a-rider.ts";

const { enter } = KEY;

describe.skipIf(!HAS_TERMINAL)("a language model in the wizard", () => {
  it("is offered at the review where there is a key, and asked only when the rider takes it", async () => {
    const cwd = await aPlace();
    const service = await aService({ acts: [say("no plan today")] });
    const at = await startWizard({ cwd, env: envFor("openai", service) }, ["--repairs", "0"]);
    await answers(at, QUESTIONS);
    await at.sees("m has gpt-6-luna of OpenAI plan it");
    expect(service.seen).toHaveLength(0);
    at.press(`m${enter}`);
    await answers(at, [KEEP, NEXT]);
    expect(await at.ends()).toEqual({ code: 0, isRestored: true });
    expect(service.seen).toHaveLength(1);
    const sent = JSON.stringify(service.seen[0]?.body).replaceAll("nothing about health or food", "");
    expect(sent).not.toMatch(/186|health/i);
    expect((await planIn(cwd)).ai_metadata).toMatchObject({ ai_provider: "openai", ai_model: "gpt-6-luna" });
  });

  it("suggests answers where it was asked for, and takes its time without anybody waiting", async () => {
    const cwd = await aPlace();
    const acts = (_: unknown, count: number): Act =>
      count === 0 ? { kind: "stall" } : say('{"hours": 9, "days": ["tue", "sat"]}');
    const service = await aService({ acts });
    const at = await startWizard({ cwd, env: { ...envFor("openai", service), AI_PROVIDER: "openai" } });
    const way = until("How many hours a week can you ride?");
    await answers(at, way.slice(0, 1));
    // The weeks are asked about, and nobody waits for the answer.
    await expect.poll(() => service.seen.length, { timeout: 10_000 }).toBe(1);
    await answers(at, way.slice(1));
    await at.sees("How many hours a week can you ride?");
    await at.sees("Suggested: 9 (proposed by gpt-6-luna).");
    // The step before is over, and so is the wait for what it asked.
    await expect.poll(() => service.hungUp()).toBe(1);
    at.press(KEY.ctrlC);
    expect(await at.ends()).toMatchObject({ code: 130, isRestored: true });
  });
});
