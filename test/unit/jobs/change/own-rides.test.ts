import { describe, expect, it } from "vitest";
import type { OtherSportHabit } from "../../../../src/athlete/terms.ts";
import type { CalendarDate } from "../../../../src/base/calendar.ts";
import { verdictOf } from "../../../../src/jobs/change/check.ts";
import type { LivingPlan } from "../../../../src/jobs/change/living.ts";
import { proposeChange } from "../../../../src/jobs/change/propose.ts";
import { compilePlan } from "../../../../src/jobs/compile/compile.ts";
import type { Intent } from "../../../../src/plan/change-schema.ts";
import { shipped } from "../../library/shipped.ts";
import { taskOf } from "./a-living-plan.ts";

const TODAY = "2027-01-13";

const task = taskOf({
  strength_per_week: 0,
  training_availability: { week_days: ["Tuesday", "Thursday", "Saturday", "Sunday"] },
  fixed_rides: [{ day: "Wednesday", minutes: 60, effort: "hard", name: "Club ride" }],
  other_sport: [{ day: "Friday", minutes: 45, sport: "run", effort: "easy" }],
});
const { plan: file, overview } = compilePlan(task, shipped);

function after(...changes: readonly (readonly Intent[])[]): LivingPlan {
  let plan: LivingPlan = { file, overview };
  for (const intents of changes)
    plan = proposeChange({ plan, library: shipped, today: TODAY, done: new Set(), task }, intents).after;
  return plan;
}

const kindsOf = ({ file: { training_plan: plan } }: LivingPlan, date: CalendarDate): string[] =>
  (plan.plan_metadata.lived ?? []).filter((day) => day.date === date).map(({ kind }) => kind);
const sportsOf = ({ file: { training_plan: plan } }: LivingPlan): string[] =>
  plan.weekly_plan.flatMap(({ other_sport: sports = [] }) => sports.map(({ date }) => date));

describe("a ride of the rider's own in a change", () => {
  it("is left out where they say so, and stays left out whatever is said of its day later", () => {
    const dropped = after([{ kind: "drop", date: "2027-01-20" }]);
    expect(kindsOf(dropped, "2027-01-20")).toEqual(["dropped"]);
    expect(verdictOf(dropped).hard).toEqual([]);
    const moved = after(
      [{ kind: "drop", date: "2027-01-20" }],
      [{ kind: "move", from: "2027-01-21", to: "2027-01-20" }],
    );
    expect(kindsOf(moved, "2027-01-20")).toEqual(["dropped"]);
    expect(verdictOf(moved).hard).toEqual([]);
  });

  it("is cut short where they say so", () => {
    const plan = after([{ kind: "shorten", date: "2027-01-20", minutes: 45 }]);
    expect(kindsOf(plan, "2027-01-20")).toEqual(["dropped"]);
    expect(verdictOf(plan).hard).toEqual([]);
  });

  it("keeps its place when it is moved", () => {
    const plan = after([{ kind: "move", from: "2027-01-20", to: "2027-01-22" }]);
    expect(verdictOf(plan).hard).toEqual([]);
  });

  it("gives no way to a session that was missed", () => {
    const plan = after([{ kind: "missed", dates: ["2027-01-12"] }]);
    const wednesday = plan.file.training_plan.weekly_plan
      .flatMap(({ workouts }) => workouts)
      .filter(({ date }) => date === TODAY);
    expect(wednesday.map(({ role }) => role)).toEqual(["fixed"]);
  });
});

describe("other sport in a change", () => {
  it("is gone on days off, and stands on all others", () => {
    const before = sportsOf({ file, overview });
    const plan = after([{ kind: "off", from: "2027-01-18", to: "2027-01-24" }]);
    expect(sportsOf(plan)).toEqual(before.filter((date) => date !== "2027-01-22"));
    expect(
      plan.overview?.weekly_overview.flatMap(({ other_sport: sports = [] }) => sports.map(({ date }) => date)),
    ).toEqual(sportsOf(plan));
    expect(verdictOf(plan).hard).toEqual([]);
  });

  it("stands from today on where it is said today, and in no week before", () => {
    const change = {
      term: "set",
      fields: { other_sport: [{ day: "Monday", minutes: 30, sport: "run", effort: "easy" }] },
    } as const;
    const plan = after([
      { kind: "term", words: "", change: { ...change, fields: { other_sport: [...change.fields.other_sport] } } },
    ]);
    const dates = sportsOf(plan);
    expect(dates.filter((date) => date < TODAY)).toEqual(sportsOf({ file, overview }).filter((date) => date < TODAY));
    expect(dates.find((date) => date >= TODAY)).toBe("2027-01-18");
    expect(verdictOf(plan).hard).toEqual([]);
  });

  it.each<readonly [string, readonly OtherSportHabit[], readonly CalendarDate[]]>([
    [
      "stands on the day itself on which it is said",
      [{ day: "Wednesday", minutes: 30, sport: "run", effort: "easy" }],
      [TODAY, "2027-01-20"],
    ],
    ["is gone from today on where it is given up, and stays where it was", [], []],
  ])("%s", (_name, sports, ahead) => {
    const before = sportsOf({ file, overview }).filter((date) => date < TODAY);
    expect(before.length).toBeGreaterThan(0);
    const fields = { other_sport: [...sports] };
    const dates = sportsOf(after([{ kind: "term", words: "", change: { term: "set", fields } }]));
    expect(dates.filter((date) => date < TODAY)).toEqual(before);
    expect(dates.filter((date) => date >= TODAY).slice(0, 2)).toEqual(ahead);
  });
});
