import { describe, expect, it } from "vitest";
import type { Profile } from "../../../src/athlete/schema.ts";
import { withEffort } from "../../../src/plan/effort-fields.ts";
import type { PlanMetadata, TrainingPlan } from "../../../src/plan/schema.ts";
import { SEASON_TERM_RULES } from "../../../src/rules/season-terms-rules.ts";
import { TRAIN_BY_RULES } from "../../../src/rules/train-by-rules.ts";
import type { Workout } from "../../../src/workout/schema.ts";
import { aPlan, aWeek, aWorkout, MONDAY, steady } from "../../support/a-plan.ts";
import { aRide, aRider, aView, foundBy, type ViewChange } from "./a-view.ts";

const FEEL: Partial<Profile> = { train_by: "feel", ftp: undefined };
const NO_FTP: Partial<PlanMetadata> = { current_ftp: undefined, target_ftp: undefined };
/** A plan by feel in whose texts nothing speaks of power. */
const plan = (profile: Partial<Profile> = {}, metadata: Partial<PlanMetadata> = {}): TrainingPlan =>
  aPlan({ profile: { ...FEEL, ...profile }, metadata: { ...NO_FTP, ...metadata } }).training_plan;

describe("a plan without power", () => {
  const said = (change: ViewChange) => foundBy(TRAIN_BY_RULES, "without-power", aView(change));
  it.each<readonly [string, TrainingPlan, number | undefined]>([
    ["none", plan(), undefined],
    ["the rider's", plan({ ftp: 250 }), 1],
    ["the plan's", plan({}, { current_ftp: 250 }), 1],
    ["a target", plan({}, { target_ftp: 250 }), 1],
    ["all three", plan({ ftp: 250 }, { current_ftp: 250, target_ftp: 260 }), 3],
  ])("holds no FTP: %s", (_name, made, fields) => {
    expect(said({ plan: made })).toEqual(
      fields === undefined ? [] : [{ message: "the plan goes without power and holds an FTP", numbers: { fields } }],
    );
  });

  const test = (id: string | undefined, flags = { isTest: true }): ViewChange => ({
    plan: plan(),
    days: { 8: { rides: [aRide(60, { ...flags, workout: { name: "Test", library_workout_id: id } })] } },
  });
  it.each<readonly [string, ViewChange, boolean]>([
    ["of FTP", test("test_ramp"), true],
    ["of heart rate", test("test_heart_rate"), false],
    ["of talking", test("test_talk"), false],
    ["that nobody named", test(undefined), false],
    ["that is called one and is none", test("test_ramp", { isTest: false }), false],
    ["of another name", test("my_test_ramp"), false],
  ])("holds no test of FTP: %s", (_name, change, isFound) => {
    expect(said(change)).toEqual(
      isFound ? [{ week: 2, date: "2026-12-15", message: '"Test" is a test of FTP', numbers: {} }] : [],
    );
  });

  it("says nothing of watts", () => {
    const long = "Hold 250 W for an hour, and then ride on as long as it feels good to you";
    expect(said({ plan: plan({}, { coaching_notes: long }) })).toEqual([
      { message: `a text speaks of power: "${long.slice(0, 60)}"`, numbers: { texts: 1 } },
    ]);
    expect(
      said({ plan: plan({}, { coaching_notes: "Hold 250 W", monitoring_guidance: "Above 200 W" }) })[0]?.numbers,
    ).toEqual({
      texts: 2,
    });
  });

  it("is asked of riders without power alone", () => {
    expect(said({ plan: aPlan({ metadata: { coaching_notes: "Hold 250 W" } }).training_plan })).toEqual([]);
  });
});

describe("what tells riders how hard they ride (12.4)", () => {
  const ridden = aWorkout({
    date: MONDAY,
    name: "Session",
    segments: [steady(10, 60), steady(20, 65), steady(10, 60)],
  });
  const told = (change: (workout: Workout) => void, profile = plan().athlete_profile): ViewChange => {
    const workout = structuredClone(withEffort(ridden, plan().athlete_profile, 2));
    change(workout);
    return {
      plan: { ...plan(), athlete_profile: profile },
      days: { 8: { rides: [{ ...aRide(40), workout }] } },
    };
  };
  const forget = (workout: Workout, ...parts: readonly number[]): void => {
    for (const part of parts) {
      const segment = workout.segments[part];
      if (segment?.type === "steady") delete segment.feel;
    }
  };
  const said = (change: ViewChange) => foundBy(TRAIN_BY_RULES, "effort-told", aView(change));

  it("is what the levels say, in each part", () => {
    expect(said(told(() => undefined))).toEqual([]);
    expect(
      said(
        told((workout) => {
          forget(workout, 1);
        }),
      ),
    ).toEqual([
      {
        week: 2,
        date: "2026-12-15",
        message: '"Session" has 1 part whose heart rate or feel is not what the levels say',
        numbers: { parts: 1 },
      },
    ]);
    expect(
      said(
        told((workout) => {
          forget(workout, 0, 2);
        }),
      ),
    ).toMatchObject([
      { message: '"Session" has 2 parts whose heart rate or feel is not what the levels say', numbers: { parts: 2 } },
    ]);
  });

  it("is nothing for riders with power, and then nothing may be said", () => {
    const powered = aPlan().training_plan;
    expect(said({ plan: powered, days: { 8: { rides: [{ ...aRide(40), workout: ridden }] } } })).toEqual([]);
  });
});

describe("where the season starts", () => {
  const said = (change: ViewChange) => foundBy(SEASON_TERM_RULES, "start-phase", aView(change));
  const build = (number: number) => ({ [number]: { week: aWeek(number, { phase: "build" }) } });
  const done = (change: ViewChange = {}): ViewChange => ({
    rider: aRider({ startsInBuild: true, startingCtl: 50 }),
    ...change,
  });
  it.each<readonly [string, ViewChange, readonly number[]]>([
    ["in base", {}, []],
    ["in build, with base weeks", done(), [1, 2, 3, 4]],
    ["in build", done({ weeks: { ...build(1), ...build(2), ...build(3), ...build(4) } }), []],
    ["in build, with a base week later", done({ weeks: { ...build(1), ...build(2), ...build(4) } }), [3]],
    ["in build, made elsewhere", done({ isOutside: true }), []],
    // A beginner's first three weeks are base whatever they say.
    [
      "in build, as a beginner",
      done({ rider: aRider({ startsInBuild: true, startingCtl: 50, level: "beginner" }) }),
      [4],
    ],
    ["in build, with little fitness", done({ rider: aRider({ startsInBuild: true, startingCtl: 20 }) }), []],
  ])("%s", (_name, change, weeks) => {
    expect(said(change).map(({ week }) => week)).toEqual(weeks);
  });

  it("is told with its week", () => {
    const [first] = said(done());
    expect(first).toEqual({
      week: 1,
      message: "week 1 is a base week, and the base is done after week 0",
      numbers: { week: 1, limit: 0 },
    });
  });
});
