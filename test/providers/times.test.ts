import { expect, it } from "vitest";
import { askedOf, goodAnswer, weekOf } from "../support/a-coach.ts";
import { aService, say, type Act } from "./a-service.ts";
import { generate, lawfulPlan } from "./generating.ts";

/** Without it the times are not taken: at the true speed this lasts minutes. `npm run model-times` sets it. */
const SPEED = Number(process.env.CYCLING_PLAN_TEST_SPEED ?? "0");
const PER_SECOND = 80;
const CHARACTERS_PER_TOKEN = 4;
const FIRST_SECONDS = 1;
const MOST = { library: 20, llm: 60, timesAsFast: 3, overviewTokens: 1000, tokens: 14_000 };

const slowly = (text: string): Act => say(text, { perSecond: PER_SECOND, speed: SPEED });
const tokensOf = (text: string): number => text.length / CHARACTERS_PER_TOKEN;
const oneCall = (tokens: number): number => FIRST_SECONDS + tokens / PER_SECOND;

/** Seconds of a whole run of the real program, scaled back to the true speed, and every answer that it got. */
async function timed(strategy: "library" | "llm") {
  const answers = new Map<number | undefined, string>();
  const service = await aService({
    acts: (body) => {
      const asked = askedOf(body);
      const text = goodAnswer(asked);
      answers.set(weekOf(asked), text);
      return slowly(text);
    },
  });
  const began = performance.now();
  const ran = await generate("openai", service, ["--workout-source", strategy]);
  const whole = (performance.now() - began) / 1000;
  const plan = await lawfulPlan(ran);
  if (strategy === "llm" && SPEED === 1) expect(ran.err).toMatch(/: \d+ of 12 weeks, [\d,]+ tokens, \d+ s\n/);
  return { seconds: whole * (SPEED === 0 ? 1 : SPEED), answers, plan };
}

it.runIf(SPEED > 0)(
  "plans twelve weeks in the time that they may take, and much faster than one answer would",
  async () => {
    const library = await timed("library");
    const llm = await timed("llm");
    const compact = [...llm.answers.values()].reduce((total, text) => total + tokensOf(text), 0);
    // What one answer in the plan's own format would hold, without spaces.
    const asFile = tokensOf(JSON.stringify(llm.plan.training_plan.weekly_plan));
    // Starting up, checking and writing are the same for all of them, and the machine's own business.
    const ours = library.seconds - oneCall(tokensOf(llm.answers.get(undefined) ?? ""));
    const times = {
      "library strategy, seconds": library.seconds,
      "llm strategy, seconds": llm.seconds,
      "one answer in the same short form, seconds": oneCall(compact) + ours,
      "one answer in the format of the plan file, seconds": oneCall(asFile) + ours,
      "of these for start-up, checks and files": ours,
      "times as fast as the short form": (oneCall(compact) + ours) / llm.seconds,
      "tokens of the overview": tokensOf(llm.answers.get(undefined) ?? ""),
      "tokens of all answers": compact,
    };
    for (const [name, value] of Object.entries(times)) console.log(`${value.toFixed(1).padStart(9)}  ${name}`);
    expect(library.seconds).toBeLessThan(MOST.library);
    expect(llm.seconds).toBeLessThan(MOST.llm);
    expect(times["times as fast as the short form"]).toBeGreaterThanOrEqual(MOST.timesAsFast);
    expect(times["tokens of the overview"]).toBeLessThan(MOST.overviewTokens);
    expect(compact).toBeLessThan(MOST.tokens);
  },
  600_000,
);
