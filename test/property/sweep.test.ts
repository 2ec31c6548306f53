import { expect, it } from "vitest";
import { disagreements, figuresOf } from "../../scripts/sweep/figures.ts";
import { athleteLines } from "../../scripts/sweep/one.ts";
import { athleteOf, sweepTask, outcomeOf, type Outcome, type Written } from "../../scripts/sweep/outcome.ts";
import { overLimits } from "../../scripts/sweep/over-limits.ts";
import { isBroken, summaryLines, summaryOf } from "../../scripts/sweep/summary.ts";
import { isTypical } from "../../scripts/sweep/typical.ts";
import { readBack, writeAndRead } from "../../scripts/sweep/written.ts";
import type { PlanRequest } from "../../src/athlete/request.ts";
import { compilePlan } from "../../src/jobs/compile/compile.ts";
import type { TrainingPlan } from "../../src/plan/schema.ts";
import type { Workout } from "../../src/workout/schema.ts";
import { files, manifest, shipped } from "../unit/library/shipped.ts";

/** What the sweep promises to see, it sees: each test breaks one thing in a sound plan. */
const rider: PlanRequest = {
  goal: "",
  event: { date: "2027-01-31", type: "road_race" },
  tests: true,
  acceptRamp: false,
  profile: {
    ftp: 250,
    age: 35,
    goals: [],
    experience_level: "intermediate",
    weekly_hours_available: 7,
    training_availability: {
      week_days: ["Tuesday", "Thursday", "Saturday", "Sunday"],
      max_minutes_by_day: { Tuesday: 75 },
    },
    unavailable: [{ from: "2026-12-24", to: "2026-12-26" }],
  },
};
const compiled = compilePlan(sweepTask(rider, "sweep"), shipped);
const sound = compiled.plan.training_plan;

/** The plan with one of its rides changed. */
const withRide = (is: (workout: Workout) => boolean, change: (workout: Workout) => Workout): TrainingPlan => {
  const target = sound.weekly_plan
    .flatMap((week) => week.workouts)
    .find((workout) => workout.segments.length > 0 && is(workout));
  return {
    ...sound,
    weekly_plan: sound.weekly_plan.map((week) => ({
      ...week,
      workouts: week.workouts.map((workout) => (workout === target ? change(workout) : workout)),
    })),
  };
};
const longer = (workout: Workout, minutes: number): Workout => ({
  ...workout,
  segments: [
    ...workout.segments,
    { type: "steady", duration_min: minutes, power_low_pct: 60, power_high_pct: 60, description: "" },
  ],
});
const limitsOver = (plan: TrainingPlan): string[] => overLimits(rider, plan).map(({ limit }) => limit);

it("finds nothing in a sound plan", () => {
  const { plan, view, verdict, problems } = writeAndRead(compiled);
  expect({ hard: verdict.hard, problems, over: overLimits(rider, plan) }).toEqual({ hard: [], problems: [], over: [] });
  expect(disagreements(figuresOf(plan, view))).toEqual([]);
});

it("counts minutes over a day, a date and a week", () => {
  expect(
    limitsOver(
      withRide(
        (ride) => ride.weekday === "Tuesday",
        (ride) => longer(ride, 76),
      ),
    ),
  ).toContain("minutes");
  expect(
    limitsOver(
      withRide(
        (ride) => ride.weekday === "Saturday",
        (ride) => longer(ride, 300),
      ),
    ),
  ).toContain("hours");
  const onFreeDay = withRide(
    (ride) => ride.weekday === "Tuesday",
    (ride) => ({ ...ride, weekday: "Wednesday" }),
  );
  expect(limitsOver(onFreeDay)).toContain("day");
  const onDayOff = withRide(
    (ride) => ride.weekday === "Thursday",
    (ride) => ({ ...ride, date: "2026-12-24" }),
  );
  expect(limitsOver(onDayOff)).toContain("date");
});

it("sees a load, a sum and a score that the segments do not give", () => {
  const wrong = (plan: TrainingPlan): string[] =>
    disagreements(figuresOf(plan, readBack(plan).view)).map(({ what }) => what.replace(/ of .*| on .*|^week \d+ /, ""));
  expect(
    wrong(
      withRide(
        () => true,
        (ride) => ({ ...ride, tss: ride.tss + 0.2 }),
      ),
    ),
  ).toContain("load");
  expect(
    wrong(
      withRide(
        () => true,
        (ride) => ({ ...ride, duration_min: ride.duration_min + 1 }),
      ),
    ),
  ).toContain("minutes");
  const [first, ...others] = sound.weekly_plan;
  const sum = { ...sound, weekly_plan: [{ ...first!, planned_hours: first!.planned_hours + 0.02 }, ...others] };
  expect(wrong(sum)).toContain("hours");
  const scores = sound.plan_metadata.scores?.map((score) => ({ ...score, value: 12.3 }));
  expect(wrong({ ...sound, plan_metadata: { ...sound.plan_metadata, scores } })).toEqual(["easy share", "form"]);
});

it("sees rules broken in the file, and waivers and weeks that are not those of the plan", () => {
  const broken = readBack(
    withRide(
      (ride) => ride.weekday === "Tuesday",
      (ride) => longer(ride, 76),
    ),
  );
  expect(broken.verdict.hard.map(({ rule }) => rule)).toContain("day-minutes");
  const waivers = [{ rule: "easy-share", message: "", reason: "", numbers: {} }];
  const waived = { ...sound, plan_metadata: { ...sound.plan_metadata, waivers } };
  expect(readBack(waived).problems).toEqual(["the waivers in the file are not those of a new check"]);
  const { problems } = writeAndRead({ ...compiled, weeks: compiled.weeks.slice(1) });
  expect(problems).toEqual(["the week files are not the weeks of the plan"]);
});

it("knows a typical rider from one who contradicts themselves", () => {
  const other = (profile: Partial<PlanRequest["profile"]>): boolean =>
    isTypical({ ...rider, profile: { ...rider.profile, ...profile } });
  expect(other({})).toBe(true);
  expect(other({ weekly_hours_available: 12.1 })).toBe(false);
  expect(other({ training_availability: { week_days: ["Tuesday", "Sunday"] } })).toBe(false);
  expect(
    other({
      training_availability: { week_days: ["Monday", "Tuesday", "Friday"], max_minutes_by_day: { Monday: 44 } },
    }),
  ).toBe(false);
  expect(
    other({ weekly_hours_available: 11.5, training_availability: { week_days: ["Monday", "Tuesday", "Friday"] } }),
  ).toBe(false);
  expect(other({ recent_weekly_hours: 3 })).toBe(false);
  expect(other({ ctl: 90 })).toBe(false);
  expect(other({ ctl: 40, atl: 66 })).toBe(false);
  expect(other({ unavailable: [{ from: "2026-12-20", to: "2026-12-27" }] })).toBe(false);
  expect(other({ unavailable: [{ from: "2027-01-31", to: "2027-01-31" }] })).toBe(false);
});

const input = { seed: "s", library: shipped, figuresEvery: 1, relations: false, terms: false };
const count = { rule: "day-minutes", count: 1, worst: "week 1: too long", excess: 0.1 };

it("sums up outcomes in any order, and calls a sweep broken for each promise that is", () => {
  const outcomes = [0, 1, 2].map((index) => outcomeOf(index, input));
  const fine = outcomes.find((outcome): outcome is Written => outcome.kind === "written")!;
  const summary = summaryOf(outcomes);
  expect(summaryOf([...outcomes].reverse())).toEqual(summary);
  expect(isBroken(summary)).toBe(false);
  const breaks: Outcome[] = [
    { ...fine, hard: [count] },
    { ...fine, over: [{ limit: "hours", date: "2026-12-07", minutes: 0.5 }] },
    { ...fine, problems: ["week 1 load: 3 said, 4 found"] },
    { kind: "crashed", index: 9, isTypical: false, request: rider, terms: [], stack: "TypeError: x\n  at y" },
  ];
  for (const outcome of breaks) expect(isBroken(summaryOf([...outcomes, { ...outcome, index: 9 }]))).toBe(true);
  const refused: Outcome = {
    kind: "refused",
    index: 7,
    isTypical: true,
    terms: [],
    request: rider,
    reason: "hours-used",
    message: "86 %",
    changes: 0,
  };
  const lines = summaryLines(summaryOf([...outcomes, refused, { ...breaks[3]!, index: 9 }])).join("\n");
  expect(lines).toContain("typical riders:");
  expect(lines).toContain("1 refused: 7");
  expect(lines).toContain("TypeError: x");
  expect(lines).toContain("refused without a change that works: 7");
});

it("shows one athlete with every week", () => {
  const lines = athleteLines(0, { ...input, terms: false, manifest, files: files() });
  expect(JSON.parse(lines[0]!)).toEqual(athleteOf("s", 0));
  expect(lines.some((line) => /^ 1 \w+ .* h .* load \d+ ctl/.test(line))).toBe(true);
});
