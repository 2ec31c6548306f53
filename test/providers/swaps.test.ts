import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PROVIDERS } from "../../src/providers/port.ts";
import { FIVE, FIXED, flat, runCli } from "../cli/run-cli.ts";
import { swapsAnswer, type CoachSwap } from "../support/a-coach.ts";
import { aService, say } from "./a-service.ts";
import { envFor, generateBy, lawfulPlan, planOf } from "./generating.ts";

const swap = (change: Partial<CoachSwap> = {}): CoachSwap => ({
  ...{ week: 2, what: "kind", day: "thu", to: "torque", why: "strength for the hills" },
  ...change,
});
/** One of each kind that this rider's plan can take. */
const GOOD = [
  swap(),
  swap({ week: 3, what: "name", to: "Hills at home", why: "" }),
  swap({ week: 5, what: "theme", to: "Strong on long climbs", why: "the goal is a climb" }),
  swap({ week: 6, what: "note", to: "Raises the power you can hold. Ride evenly and finish as you began.", why: "" }),
];

describe.each(PROVIDERS)("generate --provider %s, the planner first", (provider) => {
  it("takes swaps that keep everything, and says them in the plan, its reasons and its summary", async () => {
    const service = await aService({ acts: [say(swapsAnswer(GOOD))] });
    const ran = await generateBy(provider, service);
    const plan = await lawfulPlan(ran);
    expect(service.seen).toHaveLength(1);
    expect(plan.training_plan.plan_metadata.overview_source).toBe("planner");
    expect(plan.ai_metadata).toMatchObject({ overview_by: "planner", ai_provider: provider });
    expect(plan.ai_metadata.swaps?.refused).toEqual([]);
    expect(plan.ai_metadata.swaps?.taken).toHaveLength(4);
    const weeks = plan.training_plan.weekly_plan;
    const ride = weeks[1]?.workouts.find(({ weekday }) => weekday === "Thursday");
    expect(ride?.family).toBe("torque");
    expect(ride?.why?.find(({ id }) => id === "model-swap")?.text).toContain("strength for the hills");
    expect(weeks[2]?.workouts.map(({ name }) => name)).toContain("Hills at home");
    expect(weeks[4]?.focus).toBe("Strong on long climbs");
    expect(flat(ran.out)).toMatch(/built-in planner; \S+ proposed 4 swaps, all taken: week 2 Thursday: torque in the/);
  });
});

describe("a swap", () => {
  it("that breaks a rule goes back once with the rule, and its mended form is taken", async () => {
    const closed = swap({ week: 7, what: "day", day: "thu", to: "mon" });
    const acts = [say(swapsAnswer([swap(), closed])), say(swapsAnswer([swap({ week: 7 })]))];
    const service = await aService({ acts });
    const plan = await lawfulPlan(await generateBy("openai", service, ["--repairs", "5"]));
    const second = JSON.stringify(service.seen[1]?.body);
    expect(second).toContain("week 7, day to mon: Monday of that week is not open");
    expect(second).not.toContain("week 2, kind");
    expect(plan.ai_metadata.swaps?.taken.map(({ week }) => week)).toEqual([2, 7]);
    expect(plan.ai_metadata.usage.repairs).toBe(1);
  });

  it("that is refused twice is not taken, and the plan and the summary say why", async () => {
    const easy = swap({ week: 6, day: "thu", to: "endurance" });
    const service = await aService({ acts: [say(swapsAnswer([easy]))] });
    const ran = await generateBy("openai", service, ["--repairs", "5"]);
    const plan = await lawfulPlan(ran);
    expect(service.seen).toHaveLength(2);
    expect(plan.ai_metadata.swaps).toMatchObject({ taken: [], refused: [{ week: 6, to: "endurance" }] });
    expect(flat(ran.out)).toContain("not taken, week 6 Thursday, kind to endurance: a key session stays one");
  });

  it("that keeps every rule and lets a score fall is not taken", async () => {
    const service = await aService({ acts: [say(swapsAnswer([swap({ week: 6, day: "tue", to: "vo2max_long" })]))] });
    const goal = ["--goal", "Ride a hilly gran fondo without getting dropped on the climbs"];
    const plan = await lawfulPlan(await generateBy("openai", service, [...goal, "--seed", "1", "--repairs", "0"]));
    expect(plan.ai_metadata.swaps?.taken).toEqual([]);
    expect(plan.ai_metadata.swaps?.refused[0]?.because).toMatch(/where it was/);
  });

  it("ends a strict run where it is refused", async () => {
    const service = await aService({ acts: [say(swapsAnswer([swap({ day: "mon" })]))] });
    const ran = await generateBy("openai", service, ["--strict"]);
    expect(ran.code).toBe(3);
    expect(flat(ran.err)).toContain("proposed no swap that keeps the rules");
  });

  it("of words that a plan may not hold is refused, and the words are kept nowhere", async () => {
    const bad = [
      swap({ week: 3, what: "note", to: "Take 400 mg of ibuprofen first." }),
      swap({ week: 5, what: "theme", to: "See http://x.example" }),
      swap({ week: 6, what: "name", to: "Hold 999 watts", why: "take aspirin" }),
    ];
    const service = await aService({ acts: [say(swapsAnswer(bad))] });
    const ran = await generateBy("openai", service);
    const plan = await lawfulPlan(ran);
    expect(plan.ai_metadata.swaps?.taken).toEqual([]);
    for (const words of ["ibuprofen", "x.example", "999", "aspirin"])
      expect(`${JSON.stringify(plan)}${ran.out}`).not.toContain(words);
  });
});

describe("the planner first", () => {
  it("is recorded, and replayed to the byte", async () => {
    const service = await aService({ acts: [say(swapsAnswer([swap({ day: "mon" })])), say(swapsAnswer(GOOD))] });
    const ran = await generateBy("openai", service, ["--record", "tape"]);
    const plan = await lawfulPlan(ran);
    const args = ["generate", ...FIVE, ...FIXED, "--plan-id", "again", "--replay", "tape"];
    const again = await runCli(args, { cwd: ran.cwd });
    expect(again.code, again.err).toBe(0);
    const text = await readFile(join(ran.cwd, "plans", "again_plan.json"), "utf8");
    expect(JSON.parse(text.replaceAll(/"again(?=["-])/g, '"p'))).toEqual(plan);
  });

  it("goes on after its swaps where the rides failed, and asks for them no more", async () => {
    const first = await aService({
      acts: (body) =>
        JSON.stringify(body).includes("Write week") ? { kind: "status", status: 401 } : say(swapsAnswer(GOOD)),
    });
    const failed = await generateBy("openai", first, ["--workout-source", "llm"]);
    expect(failed.code).toBe(3);
    const second = await aService({ acts: [say("no")] });
    const ran = await runCli(["generate", "--resume", "p"], { cwd: failed.cwd, env: envFor("openai", second) });
    expect(ran.code, ran.err).toBe(0);
    expect(second.seen.every(({ body }) => JSON.stringify(body).includes("Write week"))).toBe(true);
    expect((await planOf({ ...ran, cwd: failed.cwd })).ai_metadata.swaps?.taken).toHaveLength(4);
  });

  it("needs no word from a model: an empty list is a good answer", async () => {
    const service = await aService({ acts: [say(swapsAnswer())] });
    const ran = await generateBy("openai", service);
    const own = await runCli(["generate", ...FIVE, ...FIXED, "--plan-id", "p"]);
    const [asked, without] = [await planOf(ran), await planOf(own)];
    expect(asked.training_plan).toEqual(without.training_plan);
    expect(flat(ran.out)).toContain("proposed no swap.");
  });

  it.each([
    [["--overview-by", "nobody"], "expected planner or model"],
    [["--overview-by", "model", "--provider", "none"], "needs a model to plan the weeks"],
  ])("refuses %j", async (more, words) => {
    const ran = await runCli(["generate", ...FIVE, ...FIXED, "--provider", "openai", ...more], {
      env: { OPENAI_API_KEY: "k" },
    });
    expect(ran.code).toBe(2);
    expect(flat(ran.err)).toContain(words);
  });

  it("is the other way by a variable of the environment", async () => {
    const service = await aService({ acts: [say(swapsAnswer())] });
    const env = { ...envFor("openai", service), OVERVIEW_BY: "model" };
    await runCli(["generate", ...FIVE, ...FIXED, "--plan-id", "p", "--provider", "openai"], { env });
    expect(JSON.stringify(service.seen[0]?.body)).toContain("most hard days / open days");
  });
});

/** Words of a model that has learnt nothing: seeded, so that every run says the same. */
function randomTokens(seed: number, count: number): string {
  const pieces = ["{", "}", '"', "swaps", ":", "[", "]", " the", "ing", "\n", "week", "1", "\u00e9", "\\", ",", "kind"];
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return pieces[Math.floor(state / 65_536) % pieces.length] ?? "";
  }).join("");
}

describe("a server that answers random tokens", () => {
  it.each([
    ["and stops", say(randomTokens(7, 4000))],
    ["up to its limit", say(randomTokens(8, 8000), { stop: "length" })],
    ["in a string of its own", say(JSON.stringify({ random: randomTokens(9, 100) }))],
  ])("%s leaves the planner's plan, and one sentence says so", async (_, act) => {
    const service = await aService({ acts: [act] });
    const ran = await generateBy("openai", service);
    const plan = await lawfulPlan(ran);
    expect(service.seen).toHaveLength(2);
    expect(plan.ai_metadata.swaps?.unusable).toBeDefined();
    expect(
      flat(ran.out).match(/Planned by the built-in planner: no answer of \S+ to the plan could be used\./g),
    ).toHaveLength(1);
    const own = await planOf(await runCli(["generate", ...FIVE, ...FIXED, "--plan-id", "p"]));
    expect(plan.training_plan).toEqual(own.training_plan);
  });

  it("without an end is stopped, and leaves the planner's plan", async () => {
    const part = { choices: [{ delta: { content: randomTokens(3, 800) } }] };
    const service = await aService({ acts: [{ kind: "raw", parts: [part], isEndless: true }] });
    const ran = await generateBy("openai", service, ["--max-tokens", "2000"]);
    await lawfulPlan(ran);
    expect(service.seen).toHaveLength(1);
    expect(flat(ran.out)).toContain("no answer of gpt-6-luna to the plan could be used.");
  });

  it("fails a strict run instead", async () => {
    const service = await aService({ acts: [say(randomTokens(7, 400))] });
    const ran = await generateBy("openai", service, ["--strict"]);
    expect(ran.code).toBe(3);
    expect(ran.out).toBe("");
  });
});
