import { describe, expect, it } from "vitest";
import { isFlagged, withAllOut } from "../../../src/export/all-out.ts";
import { exportPlan } from "../../../src/export/export-plan.ts";
import { readWorkoutFile } from "../../../src/export/read-workout-file.ts";
import { underLimit } from "../../../src/library/under-limit.ts";
import { measureSegments } from "../../../src/load/measure.ts";
import { expand, stepsOf } from "../../../src/workout/expand.ts";
import { segmentSchema, type SegmentJson, type Workout } from "../../../src/workout/schema.ts";
import { readSegment, writeSegment } from "../../../src/workout/segment.ts";
import { intervals, steady } from "../../support/a-plan.ts";
import { shipped } from "../library/shipped.ts";
import { planWith } from "./a-ride.ts";
import { garmin, textOf } from "./read-back.ts";

const hard = (minutes: number, percent: number): SegmentJson => ({ ...steady(minutes, percent), effort: "max", description: "As hard as you can" }) as SegmentJson; // prettier-ignore
const sprints: SegmentJson = {
  type: "interval",
  sets: 2,
  work: { duration_min: 0.1667, power_low_pct: 180, power_high_pct: 220, effort: "max" },
  recovery: { duration_min: 2, power_low_pct: 55, power_high_pct: 55 },
  description: "Full sprint",
};
const written = (ending: string, segments: SegmentJson[], change: Partial<Workout> = {}) => {
  const files = exportPlan(planWith({ segments, ...change }), { formats: ["zwo", "erg", "mrc", "fit", "ics", "md"] });
  return files.find(({ path }) => path.endsWith(`.${ending}`))!;
};
const test20 = [steady(10, 60), hard(20, 105), steady(10, 50)];

describe("what is ridden all out", () => {
  it("stands in a plan's file and comes back", () => {
    for (const segment of [hard(20, 105), sprints]) {
      expect(segmentSchema.parse(segment)).toEqual(segment);
      expect(writeSegment(readSegment(segment))).toMatchObject(segment);
    }
    expect(segmentSchema.safeParse({ ...steady(5, 90), effort: "hard" }).success).toBe(false);
    expect(segmentSchema.safeParse({ ...intervals, recovery: { ...sprints.work, effort: "max" } }).success).toBe(false);
  });

  it("is what the library means so: its tests but the ramp, and its sprints", () => {
    const all = shipped.workouts.filter(({ parts }) => expand(parts.map(({ segment }) => segment)).some(({ effort }) => effort === "max")); // prettier-ignore
    expect(new Set(all.map(({ family }) => family))).toEqual(new Set(["openers", "sprints", "tests", "tests_effort"]));
    expect(all.filter(({ role }) => role === "test").map(({ id }) => id)).toEqual(["test_20_minutes", "test_20_minutes_short", "test_2x8", "test_2x8_short", "test_heart_rate"]); // prettier-ignore
    const said = /all.?out|as hard as you can|full sprint/i;
    const steps = shipped.workouts.flatMap(({ parts }) => expand(parts.map(({ segment }) => segment)));
    expect(steps.filter(({ role, description, effort }) => role !== "rest" && effort !== "max" && said.test(description)).filter(({ description }) => !/not all-out|All-out feel, held/.test(description))).toEqual([]); // prettier-ignore
  });

  it("is never left where a rider's limit cuts its power", () => {
    const segments = [steady(10, 60), sprints].map(readSegment);
    const cut = underLimit({ segments, measure: measureSegments(segments) }, 0.8);
    expect(expand(cut.segments).map(({ effort }) => effort)).not.toContain("max");
    expect(underLimit({ segments, measure: measureSegments(segments) }, 2.5).segments).toBe(segments);
  });

  it("is free riding in Zwift, with its target in words, and flagged where Zwift works out the FTP from it", () => {
    const text = textOf(written("zwo", test20, { role: "test" }));
    expect(text).toContain('<FreeRide Duration="1200" FlatRoad="1" ftptest="1">');
    expect(text).toContain('message="As hard as you can. About 105 %, 278 W"');
    const read = readWorkoutFile("x.zwo", written("zwo", test20, { role: "test" }).bytes);
    expect(read).toMatchObject({ workout: { segments: [{}, { kind: "steady", low: 1, effort: "max" }, {}] } });
    const twice = textOf(written("zwo", [hard(20, 105), steady(10, 50), hard(20, 105)], { role: "test" }));
    expect(twice).not.toContain("ftptest");
    expect(textOf(written("zwo", [steady(5, 60), hard(8, 111)], { role: "test" }))).not.toContain("ftptest");
    expect(textOf(written("zwo", test20))).not.toContain("ftptest");
  });

  it("is written out where Zwift's repeats would hold it to a power", () => {
    const text = textOf(written("zwo", [steady(10, 60), sprints]));
    expect(text).not.toContain("IntervalsT");
    expect(text.match(/<FreeRide Duration="10" FlatRoad="1">/g)).toHaveLength(2);
    expect(text).toContain('message="2 of 2: Full sprint. About 180-220 %, 477-583 W, RPE 10"');
  });

  it("is open in FIT, as work, with repeats kept", () => {
    const { steps } = garmin(written("fit", [steady(10, 60), sprints]).bytes);
    expect(steps[1]).toMatchObject({ wktStepName: "All out", targetType: "open", intensity: "active", notes: "Full sprint. About 180-220 %, 477-583 W, RPE 10" }); // prettier-ignore
    expect(steps[1]).not.toHaveProperty("customTargetValueLow");
    expect(steps[3]).toMatchObject({ durationType: "repeatUntilStepsCmplt", targetValue: 2 });
  });

  it("never stalls a trainer in ERG mode", () => {
    const { bytes, notes } = written("mrc", test20, { role: "test" });
    const text = textOf({ bytes });
    expect(text).toContain("10.00\t65\n30.00\t65\n");
    expect(text).toContain("600\tERG off. As hard as you can. About 105 %, 278 W\t10");
    expect(notes.join()).toContain("Switch ERG mode off for it");
    expect(textOf(written("erg", test20, { role: "test" }))).toContain("10.00\t172\n30.00\t172\n");
  });

  it("is told so on paper and in the calendar", () => {
    expect(textOf(written("md", test20))).toContain("20 min all out, as hard as you can, about 105 %, 278 W: As hard");
    expect(textOf(written("ics", test20)).replaceAll("\r\n ", "")).toContain(
      "20 min all out\\, as hard as you can\\, about 105 %",
    );
  });
});

describe("a test of a plan that does not say what is all out", () => {
  const marked = (segments: SegmentJson[], isTest = true) =>
    withAllOut(stepsOf({ segments }), isTest).map(({ effort }) => effort === "max");

  it("means its lone steps at FTP and above", () => {
    const old = [steady(20, 60), steady(5, 110), steady(10, 52), steady(20, 105), steady(5, 50)];
    expect(marked(old)).toEqual([false, true, false, true, false]);
    expect(marked(old, false)).not.toContain(true);
    expect(marked([steady(10, 60), steady(20, 99), steady(5, 50)])).not.toContain(true);
  });

  it("holds the stairs of a ramp test to their power", () => {
    expect(marked([steady(5, 50), steady(1, 94), steady(1, 100), steady(1, 106), steady(5, 50)])).not.toContain(true);
  });

  it("takes the plan at its word where it says so", () => {
    expect(marked([steady(5, 110), steady(10, 52), hard(20, 105)])).toEqual([false, false, true]);
    const steps = withAllOut(stepsOf({ segments: [steady(5, 110), steady(10, 52), steady(20, 105)] }), true);
    expect(steps.map((step) => isFlagged(step, { steps, isTest: true }))).toEqual([false, false, true]);
  });
});
