import { Encoder, type FileIdMesg, type WorkoutMesg, type WorkoutStepMesg } from "@garmin/fitsdk";
import { describe, expect, it } from "vitest";
import { fitFile, type FitField, type FitMessage } from "../../../src/export/fit-file.ts";
import { secondsOfSegment } from "../../../src/workout/segment.ts";
import { readWorkoutFile } from "../../../src/export/read-workout-file.ts";

interface Step {
  readonly duration: readonly [type: number, value?: number];
  readonly target?: readonly [type: number, value: number, low?: number, high?: number];
  readonly name?: string;
  readonly intensity?: number;
}

const fields = ({ duration, target, name, intensity }: Step): FitField[] => {
  const numbers: [number, "enum" | "uint32", number | undefined][] = [
    [1, "enum", duration[0]],
    [2, "uint32", duration[1]],
    [3, "enum", target?.[0]],
    [4, "uint32", target?.[1]],
    [5, "uint32", target?.[2]],
    [6, "uint32", target?.[3]],
    [7, "enum", intensity],
  ];
  return [
    ...(name === undefined ? [] : [{ number: 0, type: "string", value: name } as const]),
    ...numbers.flatMap(([number, type, value]) => (value === undefined ? [] : [{ number, type, value }])),
  ];
};

const file = (steps: readonly Step[], { type = 5, sport = 2 } = {}): Uint8Array => {
  const messages: FitMessage[] = [
    { message: 0, fields: [{ number: 0, type: "enum", value: type }] },
    {
      message: 26,
      fields: [
        { number: 4, type: "enum", value: sport },
        { number: 8, type: "string", value: "A ride" },
      ],
    },
    ...steps.map((step): FitMessage => ({ message: 27, fields: fields(step) })),
  ];
  return fitFile(messages);
};

const read = (steps: readonly Step[], options = {}, kind = {}) => readWorkoutFile("x.fit", file(steps, kind), options);

const time = (seconds: number) => [0, seconds * 1000] as const;
const percent = (low: number, high: number) => [4, 0, low, high] as const;
const again = (from: number, rounds: number): Step => ({ duration: [6, from], target: [255, rounds] });

/** Two steps as the maker of the format writes them: a header of its own kind, layouts that differ from step to step. */
function byGarmin(given?: WorkoutStepMesg[]): Uint8Array {
  const encoder = new Encoder();
  const id: FileIdMesg = { type: "workout", manufacturer: "garmin", serialNumber: 5, timeCreated: new Date(Date.UTC(2026, 1, 1)) };
  const workout: WorkoutMesg = { wktName: "Föhn über Zürich", sport: "cycling", numValidSteps: 2, wktDescription: "Two steps" };
  const step = { durationType: "time", targetType: "power", targetValue: 0 } as const;
  const steps: WorkoutStepMesg[] = given ?? [
    { ...step, messageIndex: 0, wktStepName: "Easy", durationValue: 600_000, customTargetValueLow: 50, customTargetValueHigh: 60 },
    { ...step, messageIndex: 1, durationValue: 300_000, customTargetValueLow: 98, customTargetValueHigh: 102, notes: "Strong" },
  ];
  encoder.onMesg(0, id);
  encoder.onMesg(26, workout);
  for (const one of steps) encoder.onMesg(27, one);
  return encoder.close();
} // prettier-ignore

describe("a FIT workout", () => {
  it("by Garmin's own encoder is read", () => {
    expect(readWorkoutFile("x.fit", byGarmin())).toEqual({
      kind: "read",
      workout: {
        format: "fit",
        name: "Föhn über Zürich",
        description: "Two steps",
        segments: [
          { kind: "steady", seconds: 600, low: 0.5, high: 0.6, description: "Easy" },
          { kind: "steady", seconds: 300, low: 0.98, high: 1.02, description: "Strong" },
        ],
      },
      fixes: [],
    });
  });

  it("keeps its repeats where they are work and rest", () => {
    const result = read([
      { duration: time(600), target: percent(50, 60), name: "Easy" },
      { duration: time(300), target: percent(98, 102), name: "Work" },
      { duration: time(120), target: percent(45, 55), intensity: 1 },
      again(1, 4),
    ]);
    expect(result).toEqual({
      kind: "read",
      workout: {
        format: "fit",
        name: "A ride",
        description: "",
        segments: [
          { kind: "steady", seconds: 600, low: 0.5, high: 0.6, description: "Easy" },
          {
            kind: "interval",
            sets: 4,
            work: { seconds: 300, low: 0.98, high: 1.02 },
            rest: { seconds: 120, low: 0.45, high: 0.55 },
            description: "Work",
          },
        ],
      },
      fixes: [],
    });
  });

  it("writes out repeats of three steps, and repeats inside repeats", () => {
    const step = (seconds: number): Step => ({ duration: time(seconds), target: percent(50, 50) });
    const secondsOf = (steps: readonly Step[]) => {
      const result = read(steps);
      return result.kind === "read"
        ? result.workout.segments.map((segment) => ("seconds" in segment ? segment.seconds : 0))
        : result;
    };
    expect(secondsOf([step(1), step(2), step(3), again(0, 2)])).toEqual([1, 2, 3, 1, 2, 3]);
    expect(secondsOf([step(9), step(1), step(2), again(1, 2), step(3), again(1, 2)])).toEqual([
      9, 1, 2, 1, 2, 3, 1, 2, 1, 2, 3,
    ]);
  });

  it("in watts needs an FTP, and knows zones and averaged power", () => {
    const watts = [{ duration: time(60), target: [7, 0, 1200, 1220] } as const];
    expect(read(watts, { ftpWatts: 200 })).toMatchObject({ workout: { segments: [{ low: 1, high: 1.1 }] } });
    expect(read(watts)).toEqual({ kind: "refused", message: "step 1 is in watts: say of which FTP" });
    expect(read([{ duration: time(60), target: [4, 3] }])).toMatchObject({
      workout: { segments: [{ low: 0.75, high: 0.9 }] },
    });
  });

  it("rides steps without a power target free, and says so", () => {
    const result = read([
      { duration: time(60), target: [2, 0] },
      { duration: time(60), target: [1, 0, 240, 250], name: "Pulse" },
      { duration: time(0), target: percent(50, 50) },
    ]);
    expect(result).toMatchObject({ workout: { segments: [{ kind: "free" }, { kind: "free" }] } });
    expect(result.kind === "read" && result.fixes.map(({ message }) => message)).toEqual([
      "step 1 has no target: read as a free ride",
      "step 2 (Pulse) has a target that is no power: read as a free ride",
      "step 3 lasts no time and is left out",
    ]);
  });

  it("counts steps that end at the lap button or at a distance in time, and says so", () => {
    const target = percent(60, 60);
    const result = read([
      { duration: [5], target, intensity: 2, name: "Warm up" },
      { duration: [1, 500_000], target, name: "Far" },
      { duration: [1, 20_000], target },
      { duration: [5], target, intensity: 0 },
      again(1, 2),
      { duration: [5], intensity: 3, target: [2, 0] },
    ]);
    expect(result.kind === "read" && result.fixes.map(({ message }) => message)).toEqual([
      "step 1 (Warm up) ends at the lap button: counted as 10 min",
      "step 2 (Far) ends after 5 km: counted as 10 min, at 30 km/h",
      "step 3 ends after 0.2 km: counted as 24 s, at 30 km/h",
      "step 4 ends at the lap button: counted as 5 min",
      "step 6 ends at the lap button: counted as 10 min",
      "step 6 has no target: read as a free ride",
    ]);
    const seconds = result.kind === "read" ? result.workout.segments.map(secondsOfSegment) : [];
    expect(seconds).toEqual([600, 600, 24, 300, 600, 24, 300, 600]);
  });

  it("reads the lap button as Garmin's own encoder writes it", () => {
    const bytes = byGarmin([
      { messageIndex: 0, durationType: "open", targetType: "power", targetValue: 0, customTargetValueLow: 50, customTargetValueHigh: 60 }, // prettier-ignore
      { messageIndex: 1, durationType: "distance", durationValue: 1_000_000, targetType: "open" },
    ]);
    expect(readWorkoutFile("lap.fit", bytes)).toMatchObject({
      kind: "read",
      workout: {
        segments: [
          { kind: "steady", seconds: 300, low: 0.5, high: 0.6 },
          { kind: "free", seconds: 1200 },
        ],
      },
    });
  });

  it.each([
    [
      "that ends at a heart rate",
      [{ duration: [2, 120], name: "Calm" }],
      "step 1 (Calm) ends neither by time, by distance nor at the lap button: its length is not known",
    ],
    ["that is too far", [{ duration: [1, 400_000_000] }], "step 1 is longer than 80 hours"],
    [
      "that goes back to nowhere",
      [{ duration: time(60) }, again(7, 3)],
      "a repeat goes back to step 8, which is no beginning",
    ],
    ["that repeats for ever", [{ duration: time(1) }, again(0, 4_000_000)], "step 2 repeats 4000000 times"],
    ["that repeats repeats", [{ duration: time(1) }, again(0, 400), again(0, 400)], "it has more than 500 steps"],
    ["that lasts too long", [{ duration: time(300_000) }], "step 1 is longer than 80 hours"],
    [
      "that asks too much",
      [{ duration: time(60), target: percent(900, 900) }],
      "step 1 asks for more than eight times FTP",
    ],
    ["of nothing", [], "it holds no step"],
  ] as const)("with a step %s is refused", (_, steps, message) => {
    expect(read(steps as readonly Step[])).toMatchObject({ kind: "refused", message });
  });

  it("of another kind or sport is refused, and so is half a file", () => {
    const steps: Step[] = [{ duration: time(60), target: percent(50, 50) }];
    expect(read(steps, {}, { type: 4 })).toMatchObject({
      kind: "refused",
      message: "it is no workout file: perhaps a ride that was recorded",
    });
    expect(read(steps, {}, { sport: 1 })).toMatchObject({ kind: "refused", message: "it is for another sport" });
    const whole = file(steps);
    for (const [bytes, message] of [
      [whole.slice(0, -1), "this FIT file is cut off"],
      [whole.slice(0, 20), "this FIT file is cut off"],
      [new Uint8Array(), "this is no FIT file"],
      [Uint8Array.from(whole, (byte, i) => (i === 40 ? byte ^ 1 : byte)), "this FIT file is damaged"],
    ] as const)
      expect(readWorkoutFile("x.fit", bytes)).toEqual({ kind: "refused", message });
  });
});
