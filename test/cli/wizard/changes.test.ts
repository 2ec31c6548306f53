import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aPlace, flat, runCli } from "../run-cli.ts";
import { HAS_TERMINAL, KEY } from "./a-terminal.ts";
import {
  answers,
  BODY,
  DAYS,
  FTP,
  GOAL,
  HEALTH,
  HOURS,
  KEEP,
  LEVEL,
  ON_A_DAY,
  planIn,
  QUESTIONS,
  RECENT,
  REVIEW,
  sessionsOf,
  startWizard,
  until,
  WHEN,
  type Reply,
} from "./a-rider.ts";

const { enter } = KEY;
const BACK = `<${enter}`;
const CHANGED: Reply = [REVIEW[0], enter];

describe.skipIf(!HAS_TERMINAL)("going back", () => {
  it("leads to the question before, with its answer in brackets, and loses nothing", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, until(RECENT[0]));
    for (const [words] of [RECENT, HOURS, BODY, FTP]) {
      await at.sees(words);
      at.press(BACK);
    }
    await at.sees(`${WHEN[0]} (12)`);
    at.press(enter);
    await at.sees(RECENT[0]);
    at.press(BACK);
    await at.sees(`${HOURS[0]} (8)`);
    at.press(BACK);
    await at.sees(`${BODY[0]} (70 186 42)`);
    at.press(BACK);
    await at.sees(`${FTP[0]} (265)`);
    at.press(`250${enter}`);
    await answers(at, [RECENT, LEVEL, DAYS, HEALTH, REVIEW, KEEP]);
    expect(await at.ends()).toMatchObject({ code: 0 });
    expect((await planIn(cwd)).training_plan.athlete_profile).toMatchObject({
      ftp: 250,
      weight_kg: 70,
      weekly_hours_available: 8,
    });
  });

  it("stops at the first question, and works from a list too", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await at.sees(GOAL[0]);
    at.press(BACK);
    await at.sees("This is the first question.");
    await answers(at, until(LEVEL[0]));
    await at.sees(LEVEL[0]);
    at.press(BACK);
    await at.sees(`${RECENT[0]} (6)`);
  });
});

describe.skipIf(!HAS_TERMINAL)("the rider's own words", () => {
  it("are shown as they were read, and can be read otherwise", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [[GOAL[0], `finish a century${enter}`], WHEN]);
    await at.sees(`I read "finish a century" as: Ride longer without tiring (you wrote "century").`);
    await at.sees("Is that right?");
    at.press(`3${enter}`);
    await answers(at, [...QUESTIONS.slice(2), REVIEW, KEEP]);
    expect(await at.ends()).toMatchObject({ code: 0 });
    expect((await planIn(cwd)).training_plan.plan_metadata.goal).toMatchObject({ kind: "race-prep" });
  });

  it("name the kind of event, which is proposed and can be another", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [
      [GOAL[0], `my first crit${enter}`],
      [WHEN[0], `14 mar${enter}`],
    ]);
    await at.sees("Your event is on Sunday 2027-03-14. That leaves 14 weeks of training, from Monday 2026-12-07.");
    await at.sees(`I read "my first crit" as: Criterium`);
    await at.sees("What kind of event is it?");
    at.press(enter);
    await answers(at, [...QUESTIONS.slice(2), REVIEW, KEEP]);
    expect(await at.ends()).toMatchObject({ code: 0 });
    expect((await planIn(cwd)).training_plan.plan_metadata.event).toMatchObject({
      type: "criterium",
      date: "2027-03-14",
    });
  });
});

describe.skipIf(!HAS_TERMINAL)("an answer that cannot be", () => {
  it.each([
    [FTP, "2000", "expected 50 to 600 watts."],
    [WHEN, "3", "expected a whole number from 4 to 24 weeks."],
    [WHEN, "2026-12-20", "The event on 2026-12-20 is too close"],
    [WHEN, "1 dec 2020", "that day is past"],
    [WHEN, "soon", "expected 4 to 24 (weeks), or the day of your event, such as 14 Mar or 2027-02-23"],
    [BODY, "70 186", "expected three answers: weight, highest heart rate, age"],
    [BODY, "36 186 42", "Is one of them in another unit?"],
    [BODY, "70 186 16", "plans are made for riders of 18 and over"],
    [HOURS, "40", "expected 1.5 to 25 hours a week"],
    [LEVEL, "9", "expected a number from 1 to 3."],
    [DAYS, "tue xyz", "xyz is no weekday"],
    [HEALTH, "yes", "expected yes or no four times"],
  ] as const)("at %j: %s", async ([words, good], typed, says) => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, until(words));
    await at.sees(words);
    at.press(typed, enter);
    await at.sees(says);
    // What was typed stays, to be mended.
    at.press(...Array.from(typed, () => KEY.backspace));
    at.press(good);
    const next = QUESTIONS.findIndex(([one]) => one === words) + 1;
    await at.sees(QUESTIONS[next]?.[0] ?? REVIEW[0]);
  });
});

describe.skipIf(!HAS_TERMINAL)("the review", () => {
  it("changes any answer, asks what that opens, and keeps the rest", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [...QUESTIONS, [REVIEW[0], `4${enter}`]]);
    await at.sees(`${WHEN[0]} (12)`);
    at.press(`14 mar${enter}`);
    await at.sees("What kind of event is it?");
    at.press(`2${enter}`);
    await at.sees("When event on 2027-03-14");
    await answers(at, [
      [REVIEW[0], `7${enter}`],
      ["Your weight? (70)", `72${enter}`],
      [REVIEW[0], `13${enter}`],
      ["Which days can you ride? (tue thu sat)", `wed sat sun${enter}`],
      [REVIEW[0], `4${enter}`],
      [`${WHEN[0]} (2027-03-14)`, `16${enter}`],
    ]);
    await at.sees("When 16 weeks, no event");
    await answers(at, [REVIEW, KEEP]);
    expect(await at.ends()).toMatchObject({ code: 0 });
    const { training_plan: plan } = await planIn(cwd);
    expect(plan.plan_metadata).toMatchObject({ total_weeks: 16 });
    expect(plan.plan_metadata.event).toBeUndefined();
    expect(plan.athlete_profile).toMatchObject({
      weight_kg: 72,
      max_hr: 186,
      training_availability: { week_days: ["Wednesday", "Saturday", "Sunday"] },
    });
  });

  it("asks for more detail where the rider wants it; Enter leaves each as it is", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [
      ...QUESTIONS,
      [REVIEW[0], `2${enter}`],
      ["Your longest ride in the last six weeks?", `2h30${enter}`],
      ["The most minutes on a day?", `tue=60 sat=180${enter}`],
      ["Strength workouts a week (0, 1 or 2)?", `1${enter}`],
      ["Days you cannot ride?", `2027-01-04..2027-01-06${enter}`],
      ["The day of your last FTP test?", `2026-11-20${enter}`],
      ["Female or male?", enter],
      ["The most power you may ride", `85${enter}`],
      ["Your heart rate at threshold?", `168${enter}`],
    ]);
    await at.sees("Minutes per day tue=60 sat=180");
    await answers(at, [CHANGED, KEEP]);
    expect(await at.ends()).toMatchObject({ code: 0 });
    const { athlete_profile: profile } = (await planIn(cwd)).training_plan;
    expect(profile).toMatchObject({
      longest_recent_ride_minutes: 150,
      training_availability: { max_minutes_by_day: { Tuesday: 60, Saturday: 180 } },
      strength_per_week: 1,
      unavailable: [{ from: "2027-01-04", to: "2027-01-06" }],
      ftp_test_date: "2026-11-20",
      lthr: 168,
      held_back: [{ by: "limit", max_power_pct: 85, from_week: 1, through_week: 12 }],
    });
    expect(profile.sex).toBeUndefined();
  });

  it("saves the answers as a file that a script plans from, and writes over nothing", async () => {
    const cwd = await aPlace();
    await writeFile(join(cwd, "there.json"), "precious");
    const at = await startWizard({ cwd });
    await answers(at, [
      ...QUESTIONS,
      [REVIEW[0], `14${enter}`],
      ["Name of the file?", `there.json${enter}`],
      ["is there already. Type another name", ""],
      ["Name of the file?", `nowhere/mine.json${enter}`],
      ["cannot be written", ""],
      ["Name of the file?", enter],
      ["To make this plan again, type: cycling-plan generate --profile my-answers.json", ""],
      REVIEW,
      KEEP,
    ]);
    expect(await at.ends()).toMatchObject({ code: 0 });
    expect(await readFile(join(cwd, "there.json"), "utf8")).toBe("precious");
    const again = await runCli(["generate", ...ON_A_DAY, "--profile", "my-answers.json", "--out", "again"], { cwd });
    expect(again).toMatchObject({ code: 0 });
  });

  it("comes back where no plan can be made, with the answers as they were", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    const steep = QUESTIONS.map((one): Reply => (one === RECENT ? [RECENT[0], `2${enter}`] : one));
    await answers(at, [...steep, REVIEW]);
    await at.sees("8 hours a week is more than twice the 2 you ride now.");
    await answers(at, [["What now?", `1${enter}`], REVIEW, ["What now?", `2${enter}`], KEEP]);
    expect(await at.ends()).toMatchObject({ code: 0 });
    expect((await planIn(cwd)).training_plan.athlete_profile).toMatchObject({
      accept_ramp: true,
      recent_weekly_hours: 2,
    });
  });

  it("comes back from a plan that the planner refuses", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [...QUESTIONS, [REVIEW[0], `2${enter}`], ["Your longest ride", enter]]);
    await answers(at, [["The most minutes on a day?", `tue=20 thu=20 sat=20${enter}`]]);
    for (const words of [
      "Strength",
      "Days you cannot",
      "The day of your last",
      "Female",
      "The most power",
      "Your heart rate at",
    ])
      await answers(at, [[words, enter]]);
    await answers(at, [REVIEW]);
    await at.sees("No plan was made: None of your days has 30 minutes");
    await at.sees(REVIEW[0]);
    expect(await sessionsOf(cwd)).toHaveLength(1);
  });
});

/** What a coach would ask about; the rider decides and goes on. */
describe.skipIf(!HAS_TERMINAL)("a coach's eyebrow", () => {
  it.each<readonly [string, readonly Reply[], string]>([
    ["an FTP goal in under 8 weeks", [GOAL, [WHEN[0], `6${enter}`]], "6 weeks is short for a higher FTP"],
    [
      "two days a week",
      until(HEALTH[0]).map((one): Reply => (one === DAYS ? [DAYS[0], `tue sat${enter}`] : one)),
      "Two days a week keeps the fitness you have",
    ],
    [
      "a beginner with 6 W/kg",
      until(DAYS[0]).map((one): Reply =>
        one === FTP ? [FTP[0], `420${enter}`] : one === LEVEL ? [LEVEL[0], `1${enter}`] : one,
      ),
      "6.0 watts per kilogram takes most riders years.",
    ],
    [
      "an event in 5 weeks without a base",
      [
        GOAL,
        [WHEN[0], `2027-01-10${enter}`],
        ["What kind of event is it?", `1${enter}`],
        FTP,
        BODY,
        [HOURS[0], `6${enter}`],
        [RECENT[0], `3${enter}`],
      ],
      "too little time to build a base",
    ],
  ])("%s", async (_, way, says) => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, way);
    await at.sees(says);
    await expect.poll(async () => (await sessionsOf(cwd))[0]?.asked.length).toBe(way.length);
    expect(flat(at.screen()).split(says)).toHaveLength(2);
  });
});
