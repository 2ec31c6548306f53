import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { addDays, type CalendarDate } from "../../src/base/calendar.ts";
import { seededChance, type Chance } from "../../src/base/chance.ts";
import { jsonText } from "../../src/base/json.ts";
import { applied, type LivingPlan } from "../../src/jobs/change/living.ts";
import { planFileSchema } from "../../src/plan/schema.ts";
import { checkedInOrder } from "../../src/storage/check-schema.ts";
import { readSteps } from "../../src/storage/lived-files.ts";
import { draws } from "../support/draws.ts";
import { aLivingPlan, BY_HEART_RATE, BY_POWER, changeOn, lintOn, runOn } from "./living-plan.ts";
import { flat } from "./run-cli.ts";

const MONDAY = addDays("2027-01-04", 0);
const WORDS = [
  "missed yesterday",
  "shorten sat to 60",
  "move thu fri",
  "drop sat",
  "easier",
  "harder",
  "hours 6",
  "keep sun",
  "sick mon-tue",
  "add ride wed:60:easy",
  "off 2027-02-02..2027-02-03",
] as const;

const planText = (cwd: string): Promise<string> => readFile(join(cwd, "plans", "mine_plan.json"), "utf8");

/** One step of a rider: a proposal is kept, something else is done, and the proposal is then refused. True where it was done. */
async function step(cwd: string, day: CalendarDate, at: Chance): Promise<boolean> {
  const kept = `${day}.json`;
  const hasKept = (await changeOn(cwd, day, "drop sun", "--out", kept)).code === 0;
  const before = await planText(cwd);
  const words = at.below(5) === 0 ? undefined : (WORDS[at.at("words").below(WORDS.length)] ?? "");
  const ran =
    words === undefined
      ? await runOn(cwd, day, "undo", "--plan", "mine", "--yes")
      : await changeOn(cwd, day, words, "--yes");
  // 4: what was asked keeps no rule on that day, an undo that came too late among it.
  expect([0, 2, 3, 4], `${day}: ${words ?? "undo"}: ${ran.err}`).toContain(ran.code);
  const isDone = (await planText(cwd)) !== before;
  expect(isDone, `${day}: ${words ?? "undo"}: exit ${ran.code}`).toBe(isDone && ran.code === 0);
  if (!hasKept || !isDone) return isDone;
  const stale = await runOn(cwd, day, "change", "--apply", kept, "--plan", "mine", "--yes");
  expect({ code: stale.code, err: flat(stale.err) }).toMatchObject({
    code: 2,
    err: expect.stringContaining("has moved on since that proposal was made") as string,
  });
  return true;
}

function planOf(text: string): LivingPlan {
  const value: unknown = JSON.parse(text);
  const file = checkedInOrder(planFileSchema, value, { source: "mine", what: "plan file", hint: "" });
  return { file, overview: undefined };
}

const STORIES = draws({ few: 1, many: 40 });

it.each(Array.from({ length: STORIES }, (_, i) => i))(
  "replayed from its files a changed plan is what lies there, and an old proposal is refused: story %i",
  async (story) => {
    const chance = seededChance(`change-story/${story}`);
    const cwd = await aLivingPlan(story % 2 === 0 ? BY_POWER : BY_HEART_RATE);
    const made = await planText(cwd);
    let day = addDays(MONDAY, chance.below(7));
    let done = 0;
    for (let i = 0; i < 5; i++) {
      const at = chance.at(`step-${i}`);
      if (await step(cwd, day, at)) done += 1;
      day = addDays(day, 1 + at.at("days").below(5));
    }
    const steps = await readSteps(join(cwd, "plans", "mine_changes.jsonl"));
    expect(steps.length).toBeGreaterThanOrEqual(done);
    // Between two steps a state is a file: what a step took out is not there for the next.
    let replayed = made;
    for (const { effect } of steps) replayed = jsonText(applied(planOf(replayed), effect).file);
    expect(replayed).toBe(await planText(cwd));
    expect(await lintOn(cwd, day)).toBe(0);
  },
  120_000,
);
