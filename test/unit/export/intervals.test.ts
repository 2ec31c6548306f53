import { describe, expect, it } from "vitest";
import { intervalsEvents } from "../../../src/export/intervals-events.ts";
import { intervalsText, prose, workoutText } from "../../../src/export/intervals.ts";
import { isReadAsTarget, plainCue } from "../../../src/export/intervals-cue.ts";
import { isRide, seasonOf } from "../../../src/export/session.ts";
import { stretchWorkout, nominalSeconds } from "../../../src/library/stretch.ts";
import type { SegmentJson } from "../../../src/workout/schema.ts";
import { writeSegment } from "../../../src/workout/segment.ts";
import { aPlan, intervals, steady } from "../../support/a-plan.ts";
import { shipped } from "../library/shipped.ts";
import { planWith, rideOf, rideWith } from "./a-ride.ts";

const write = (segments: SegmentJson[]): string => workoutText(rideWith(segments).session);

/** Seconds as the published rules of the syntax have them: repeats count for the lines up to the next blank one. */
function secondsOf(text: string): number {
  let total = 0;
  for (const block of text.split(/\n\n+/)) {
    const lines = block.split("\n");
    const times = Number(/(\d+)x\b/.exec(lines[0] ?? "")?.[1] ?? 1);
    for (const line of lines.filter((one) => one.startsWith("- "))) {
      const match = /(?<= )(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?(?= (?:\d|ramp|freeride|maxeffort))/g;
      const found = Array.from(line.matchAll(match)).find(([whole]) => whole !== "");
      const [, hours, minutes, seconds] = found ?? [];
      total += times * (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0));
    }
  }
  return total;
}

describe("text for intervals.icu", () => {
  it("writes a whole ride: repeats stand alone between blank lines", () => {
    expect(workoutText(rideOf(planWith({})).session)).toMatchInlineSnapshot(`
      "- Start easy RPE 1-3 10m ramp 45%-75%

      3x
      - Hold it even RPE 4 15m 88-92% 85-95rpm
      - Easy RPE 1 5m 55%

      - Spin out RPE 1-3 10m ramp 60%-40%"
    `);
  });

  it("keeps the length of every ride of the library", () => {
    const rides = shipped.workouts.filter((workout) => workout.parts.length > 0);
    const found = rides.flatMap((workout) => {
      const seconds = nominalSeconds(workout);
      const segments = stretchWorkout(workout, { seconds })?.map(writeSegment) ?? [];
      const read = secondsOf(write(segments));
      return read === seconds ? [] : [`${workout.id}: ${read} instead of ${seconds}`];
    });
    expect(found).toEqual([]);
  });

  it("never lets a cue be read as a target, a ramp or a lap", () => {
    for (const [words, said] of [
      ["55 %", "Ride"],
      ["90rpm", "Ride"],
      ["Z2", "Ride"],
      ["Ramp up", "Build up"],
      ["10m hard", "Hard"],
      ["Press lap", "Go on"],
      ["Free\u00a0ride", "Free riding"],
      ["a HR of yours", "A heart rate of yours"],
      ["5' easy", "Easy"],
      ["All-out feel, held at 150 %", "All-out feel, held"],
      ["Stay under 75 % of FTP, and drink", "Stay, and drink"],
      ["One short lift to 110 %; then 3 min easy.", "One short lift; then easy."],
      ["From 85 to 95 rpm", "Ride"],
      ["Sit/stand every 2 minutes (it's hard)", "Sit or stand every (its hard)"],
      ["½ gas", "Gas"],
      ["Under at 92 %, over at 103 %", "Under, over"],
      ["100%intensity", "Ride"],
      ["Look ahead", "Look ahead"],
    ] as const)
      expect(write([{ ...steady(10, 60), description: words }])).toBe(`- ${said} RPE 2-3 10m 60%`);
  });

  it("keeps every cue of the library free of what is read as a target", () => {
    const cues = [...new Set(shipped.workouts.flatMap(({ parts }) => parts.map(({ segment }) => segment.description)))];
    const left = cues.map(plainCue).filter(isReadAsTarget);
    expect(left).toEqual([]);
    expect(cues.filter((cue) => isReadAsTarget(cue) && /[a-z]{4}/i.test(cue) && plainCue(cue) === "")).toEqual([]);
  });

  it("writes what is ridden all out as maxeffort, in repeats, too", () => {
    const sprints = { ...(intervals as SegmentJson & { type: "interval" }), cadence_low_rpm: undefined, cadence_high_rpm: undefined }; // prettier-ignore
    const { session, season } = rideWith([{ ...sprints, work: { ...sprints.work, effort: "max" } }]);
    expect(workoutText(session)).toBe("3x\n- Hold it even RPE 4 15m maxeffort\n- Easy RPE 1 5m 55%");
    expect(intervalsText(session, season).notes).toContain(
      "An all-out step is written as maxeffort, which has no power: what it may come to is left out.",
    );
  });

  it("says what it leaves out", () => {
    const { session, season } = rideWith([{ ...steady(10, 57.5), description: "57 %" }]);
    expect(intervalsText(session, season).notes).toHaveLength(2);
    expect(intervalsText(session, season).content).toBe("- Ride RPE 2-3 10m 57-58%\n");
  });

  it("writes free rides, ramps and cadence in its own words", () => {
    const ramp: SegmentJson = {
      type: "ramp",
      duration_min: 1.5,
      power_start_pct: 0,
      power_end_pct: 80,
      description: "",
    };
    const free: SegmentJson = { type: "free", duration_min: 90, description: "" };
    const spin = { ...steady(0.75, 60), cadence_low_rpm: 100, cadence_high_rpm: 110 };
    expect(write([ramp, free, spin]).split("\n")).toEqual([
      "- Change RPE 1-4 1m30s ramp 0%-80%",
      "- Free 1h30m freeride",
      "- Even and easy RPE 2-3 45s 60% 100-110rpm",
    ]);
  });

  it("keeps prose from beginning a step or a repeat", () => {
    expect(prose("Ride 3 x 10 minutes.\n- easy\n 4x hard")).toBe("Ride 3 times 10 minutes.\n• easy\n 4 times hard");
  });
});

describe("bulk upload for intervals.icu", () => {
  const entriesOf = (plan = aPlan(), choices = {}) =>
    JSON.parse(String(intervalsEvents(seasonOf(plan, choices)).content)) as Record<string, string | number>[];

  it("has a note for each week and an entry for each session, each with an id of its own", () => {
    const plan = aPlan();
    const entries = entriesOf(plan);
    const rides = seasonOf(plan, {}).sessions.filter(isRide);
    expect(entries.filter(({ category }) => category === "NOTE")).toHaveLength(4);
    expect(entries.filter(({ category }) => category === "WORKOUT")).toHaveLength(rides.length);
    expect(new Set(entries.map(({ external_id }) => external_id)).size).toBe(entries.length);
  });

  it("has the same ids when the plan is made again", () => {
    const ids = (name: string) => entriesOf(planWith({ name })).map(({ external_id }) => external_id);
    expect(ids("one")).toEqual(ids("two"));
  });

  it("tells rides, strength and the event apart, and begins when the rider does", () => {
    const [, ride] = entriesOf(planWith({}), { starts: { daily: 1080 } });
    expect(ride).toMatchObject({
      type: "Ride",
      start_date_local: "2026-12-08T18:00:00",
      target: "POWER",
      moving_time: 4800,
    });
    expect(ride!.description).toContain("3x\n- Hold it even RPE 4 15m 88-92% 85-95rpm");
    const [, event] = entriesOf(planWith({ role: "event", segments: [steady(300, 70)] }));
    expect(event).toMatchObject({ category: "RACE_A" });
    const [, strength] = entriesOf(planWith({ type: "strength", segments: [], duration_min: 40 }));
    expect(strength).toMatchObject({ type: "WeightTraining", moving_time: 2400 });
    expect(strength).not.toHaveProperty("target");
    expect(entriesOf(planWith({ segments: [intervals] }))).toHaveLength(2);
  });
});
