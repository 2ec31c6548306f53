import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aPlace, flat, runCli } from "../run-cli.ts";
import { HAS_TERMINAL, KEY } from "./a-terminal.ts";
import {
  AGE,
  answers,
  DAYS,
  FTP,
  GOAL,
  HOURS,
  KIND,
  LENGTH,
  LEVEL,
  MORE,
  NEXT,
  ON_A_DAY,
  planIn,
  QUESTIONS,
  RECENT,
  REVIEW,
  sessionsOf,
  startWizard,
  TO_THE_END,
  until,
  WHEN,
  type Reply,
} from "./a-rider.ts";

const { enter } = KEY;
const BACK = `<${enter}`;
describe.skipIf(!HAS_TERMINAL)("going back", () => {
  it("leads to the question before, with its answer under Enter, from every question, and loses nothing", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, until(MORE[0]));
    const shown: Readonly<Record<string, string>> = {
      [DAYS[0]]: "Enter takes tue thu sat",
      [LEVEL[0]]: "Enter chooses 2",
      [RECENT[0]]: "Enter takes 6 h a week",
      [HOURS[0]]: "Enter takes 8 h a week",
      [FTP[0]]: "Enter takes 265 W",
      [AGE[0]]: "Enter takes 42",
      [WHEN[0]]: "Enter takes 12 weeks, no event",
    };
    for (const [words] of [...QUESTIONS].reverse().slice(0, -1)) {
      await at.sees(words);
      if (shown[words] !== undefined) await at.sees(shown[words]);
      at.press(BACK);
    }
    // Back at the first, Enter goes on to what is open, and the other answers stay.
    await answers(at, [GOAL]);
    await at.sees(MORE[0]);
    at.press(enter);
    await answers(at, [[REVIEW[0], `6${enter}`], ["Enter takes 265 W", `250${enter}`], ...TO_THE_END]);
    expect(await at.ends()).toMatchObject({ code: 0 });
    expect((await planIn(cwd)).training_plan.athlete_profile).toMatchObject({
      ftp: 250,
      age: 42,
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
    await at.sees("Enter takes 6 h a week");
  });
});

describe.skipIf(!HAS_TERMINAL)("the rider's own words", () => {
  it("are shown as they were read, and can be read otherwise", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [[GOAL[0], `finish a century${enter}`], WHEN]);
    await at.sees(`I read "finish a century" as: Ride longer without tiring (you wrote "century").`);
    await at.sees("What should the plan train?");
    at.press(`3${enter}`);
    await answers(at, [...QUESTIONS.slice(2), ...TO_THE_END]);
    expect(await at.ends()).toMatchObject({ code: 0 });
    expect((await planIn(cwd)).training_plan.plan_metadata.goal).toMatchObject({ kind: "race-prep" });
  });

  it("name the kind of event, which is proposed and can be another", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [
      [GOAL[0], `my first crit${enter}`],
      [WHEN[0], "14 mar"],
    ]);
    await at.sees("Your event is on Sun 14 Mar 2027: 14 weeks from Mon 7 Dec.");
    at.press(enter);
    await at.sees(`I read "my first crit" as: Criterium`);
    await at.sees(KIND);
    at.press(enter);
    await answers(at, [LENGTH, ...QUESTIONS.slice(2), ...TO_THE_END]);
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
    [WHEN, "2026-12-20", "The event on 20 Dec 2026 is too close"],
    [WHEN, "1 dec 2020", "that day is past"],
    [WHEN, "soon", "expected 4 to 24 (weeks), or the day of your event, such as 14 Mar or 2027-02-23"],
    [AGE, "16", "plans are made for riders of 18 and over"],
    [AGE, "old", "expected a whole number from 0 to 100 years"],
    [HOURS, "40", "expected 1.5 to 25 hours a week"],
    [LEVEL, "9", "expected a number from 1 to 3."],
    [DAYS, "tue xyz", "xyz is no weekday"],
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
  it("changes any answer in its place, asks what that opens, and keeps the rest", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [
      ...QUESTIONS,
      [REVIEW[0], `2${enter}`],
      ["Enter takes 12 weeks", `14 mar${enter}`],
      [KIND, `2${enter}`],
      LENGTH,
    ]);
    await at.sees("2 When Sun 14 Mar 2027: 14 weeks from Mon 7 Dec");
    at.press(`12${enter}`);
    await answers(at, [
      ["Enter takes tue thu sat", `wed sat sun${enter}`],
      [REVIEW[0], `13${enter}`],
      [MORE[0], `8${enter}`],
      ["Your weight?", `72${enter}`],
      [MORE[0], enter],
    ]);
    await at.sees("13 Also 72 kg");
    await answers(at, [
      [REVIEW[0], `2${enter}`],
      [WHEN[0], `16${enter}`],
    ]);
    await at.sees("2 When 16 weeks, no event");
    await answers(at, TO_THE_END);
    expect(await at.ends()).toMatchObject({ code: 0 });
    const { training_plan: plan } = await planIn(cwd);
    expect(plan.plan_metadata).toMatchObject({ total_weeks: 16 });
    expect(plan.plan_metadata.event).toBeUndefined();
    expect(plan.athlete_profile).toMatchObject({
      weight_kg: 72,
      training_availability: { week_days: ["Wednesday", "Saturday", "Sunday"] },
    });
  });

  it("follows a list of everything else; Enter leaves each as it is", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [
      ...until(MORE[0]),
      [MORE[0], `10${enter}`],
      ["Your longest ride in the last six weeks?", `2h30${enter}`],
      ["The day of your last FTP test?", `2026-11-20${enter}`],
      ["Your heart rate at threshold?", `168${enter}`],
      ["Female or male?", enter],
      [MORE[0], `7${enter}`],
      ["How many strength sessions a week", `1${enter}`],
      ["On which days?", enter],
      [MORE[0], `4${enter}`],
      ["Days you cannot ride?", `2027-01-04..2027-01-06${enter}`],
      ["Weeks with other hours?", enter],
      ["The most minutes on a day?", `tue=60 sat=180${enter}`],
      ["Which days do you ride indoors?", enter],
      ["Which day is your long ride?", `sat${enter}`],
      [MORE[0], `5${enter}`],
      ["What is the limit?", `85${enter}`],
      [MORE[0], `Thu club ride 2 h hard${enter}`],
    ]);
    await at.sees("rides you do anyway Thu Club ride 2 h hard");
    await answers(at, [MORE, ...TO_THE_END]);
    expect(await at.ends()).toMatchObject({ code: 0 });
    const { athlete_profile: profile } = (await planIn(cwd)).training_plan;
    expect(profile).toMatchObject({
      longest_recent_ride_minutes: 150,
      training_availability: { max_minutes_by_day: { Tuesday: 60, Saturday: 180 } },
      strength_per_week: 1,
      unavailable: [{ from: "2027-01-04", to: "2027-01-06" }],
      ftp_test_date: "2026-11-20",
      lthr: 168,
      long_ride: { day: "Saturday" },
      fixed_rides: [{ day: "Thursday", minutes: 120, effort: "hard", name: "Club ride" }],
      held_back: [{ by: "limit", max_power_pct: 85, from_week: 1, through_week: 12 }],
    });
    expect(profile.sex).toBeUndefined();
  });

  it("comes back from a plan that the planner refuses, and says why before that", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [...until(DAYS[0]), [DAYS[0], `tue=20 thu=20 sat=20${enter}`], MORE]);
    await at.sees("No plan can be made of this yet: None of your days has 30 minutes");
    at.press(enter);
    await at.sees("No plan was made: None of your days has 30 minutes");
    await at.sees(REVIEW[0]);
    expect(await sessionsOf(cwd)).toHaveLength(1);
  });
});

describe.skipIf(!HAS_TERMINAL)("the ways on", () => {
  it("save the answers as a file that a script plans from, and write over nothing", async () => {
    const cwd = await aPlace();
    await writeFile(join(cwd, "there.json"), "precious");
    const at = await startWizard({ cwd });
    await answers(at, [
      ...QUESTIONS,
      ...TO_THE_END.slice(0, 2),
      [NEXT[0], `3${enter}`],
      ["Name of the file?", `there.json${enter}`],
      ["is there already. Type another name", `nowhere/mine.json${enter}`],
      ["cannot be written", enter],
      ["To make this plan again, type: cycling-plan generate --profile my-answers.json", enter],
    ]);
    expect(await at.ends()).toMatchObject({ code: 0 });
    expect(await readFile(join(cwd, "there.json"), "utf8")).toBe("precious");
    const again = await runCli(["generate", ...ON_A_DAY, "--profile", "my-answers.json", "--out", "again"], { cwd });
    expect(again).toMatchObject({ code: 0 });
  });

  it("bring the rides to the bike, into Zwift where it is found", async () => {
    const cwd = await aPlace();
    await mkdir(join(cwd, "home", "Documents", "Zwift", "Workouts", "12345"), { recursive: true });
    const at = await startWizard({ cwd });
    await answers(at, [...QUESTIONS, ...TO_THE_END.slice(0, 2)]);
    await at.sees("into Zwift, which is found here");
    await answers(at, [[NEXT[0], `2${enter}`]]);
    await at.sees("nothing more");
    await answers(at, [[NEXT[0], enter]]);
    expect(await at.ends()).toMatchObject({ code: 0 });
    expect(await readdir(join(cwd, "home", "Documents", "Zwift", "Workouts", "12345"))).not.toEqual([]);
  });
});

/** What a coach would ask about; the rider decides and goes on. */
describe.skipIf(!HAS_TERMINAL)("a coach's eyebrow", () => {
  it.each<readonly [string, readonly Reply[], string]>([
    ["an FTP goal in under 8 weeks", [GOAL, [WHEN[0], `6${enter}`]], "6 weeks is short for a higher FTP"],
    [
      "two days a week",
      until(MORE[0]).map((one): Reply => (one === DAYS ? [DAYS[0], `tue sat${enter}`] : one)),
      "Two days a week keeps the fitness you have",
    ],
    [
      "a beginner with 6 W/kg",
      [
        ...until(MORE[0]).map((one): Reply =>
          one === LEVEL ? [LEVEL[0], `1${enter}`] : one === FTP ? [FTP[0], `420${enter}`] : one,
        ),
        [MORE[0], `70 kg${enter}`],
      ],
      "6.0 watts per kilogram takes most riders years.",
    ],
    [
      "an event in 5 weeks without a base",
      [
        GOAL,
        [WHEN[0], `2027-01-10${enter}`],
        [KIND, `1${enter}`],
        LENGTH,
        ...QUESTIONS.slice(2, 6),
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
    await expect.poll(async () => (await sessionsOf(cwd))[0]?.asked.length).toBeGreaterThan(1);
    await expect.poll(() => flat(at.screen()).split(says).length - 1).toBe(1);
  });
});
