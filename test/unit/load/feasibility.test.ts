import { describe, expect, it } from "vitest";
import { effortExcesses, feasibleFor } from "../../../src/load/feasibility.ts";
import { expand } from "../../../src/workout/expand.ts";
import type { Segment } from "../../../src/workout/segment.ts";

const block = (minutes: number, power: number) => ({ seconds: Math.round(minutes * 60), low: power, high: power });
const repeats = (sets: number, work: readonly [number, number], rest: readonly [number, number] = [5, 0.5]) =>
  expand([{ kind: "interval", sets, work: block(...work), rest: block(...rest), description: "" } satisfies Segment]);
const hold = (...parts: (readonly [minutes: number, power: number])[]) =>
  expand(parts.map(([minutes, power]): Segment => ({ kind: "steady", ...block(minutes, power), description: "" })));

describe("what a rider can finish in one session (5.2)", () => {
  it.each([
    ["easy riding", hold([360, 0.7]), "b i a"],
    ["40 minutes at 87 %", hold([40, 0.87]), "b i a"],
    ["41 minutes at 87 %", hold([41, 0.87]), "i a"],
    ["20 minutes at 88 %", hold([20, 0.88]), "b i a"],
    ["21 minutes at 88 %", hold([21, 0.88]), "i a"],
    ["3 x 8 at 97 %", repeats(3, [8, 0.97]), "b i a"],
    ["4 x 8 at 97 %", repeats(4, [8, 0.97]), "i a"],
    ["1 x 30 at 97 %", hold([30, 0.97]), "a"],
    ["1 x 31 at 97 %", hold([31, 0.97]), ""],
    ["3 x 2 at 115 %", repeats(3, [2, 1.15]), "b i a"],
    ["3 x 2:15 at 115 %", repeats(3, [2.25, 1.15]), "i a"],
    ["4 x 8 at 105 %", repeats(4, [8, 1.05], [3, 0.5]), "i a"],
    ["5 x 5 at 110 %", repeats(5, [5, 1.1]), "i a"],
    ["5 x 30 s at 150 %", repeats(5, [0.5, 1.5], [4, 0.5]), "i a"],
    ["4 x 10 s at 200 %", repeats(4, [1 / 6, 2], [4, 0.6]), "b i a"],
    ["4 x 12 s at 200 %", repeats(4, [0.2, 2], [4, 0.6]), "i a"],
  ])("%s", (_, steps, riders) => {
    expect(
      feasibleFor(steps)
        .map((level) => level.charAt(0))
        .join(" "),
    ).toBe(riders);
  });

  it("joins work that follows without a break, whatever its power", () => {
    expect(effortExcesses(hold([8, 0.97], [3, 0.99]), "beginner")).toEqual([
      { limit: "95-100 %", kind: "single", seconds: 660, allowed: 600 },
    ]);
  });

  it("counts harder work against the easier limits as well", () => {
    const steps = [...repeats(3, [7, 0.97]), ...repeats(2, [2, 1.1])];
    expect(effortExcesses(steps, "beginner").map(({ limit, kind }) => `${limit} ${kind}`)).toEqual(["95-100 % total"]);
  });

  it("lets short intervals add up to 20 minutes of on time, for beginners too", () => {
    expect(effortExcesses(repeats(40, [0.5, 1.15], [0.5, 0.5]), "beginner")).toEqual([]);
    expect(effortExcesses(repeats(41, [0.5, 1.15], [0.5, 0.5]), "beginner")).toEqual([
      { limit: "short efforts at 111-120 %", kind: "total", seconds: 1230, allowed: 1200 },
    ]);
    expect(effortExcesses(repeats(5, [2, 1.15]), "beginner").length).toBeGreaterThan(0);
  });

  it("does not take two minutes without a break for two short efforts", () => {
    const pair = [
      [1, 1.12],
      [1, 1.15],
      [4, 0.5],
    ] as const;
    expect(
      effortExcesses(hold(...pair, ...pair, ...pair, ...pair, ...pair), "beginner").map(({ limit }) => limit),
    ).toEqual(["111-120 %"]);
  });

  it("lets only advanced riders take short intervals to 125 %", () => {
    const steps = repeats(39, [0.5, 1.23], [0.25, 0.6]);
    expect(effortExcesses(steps, "advanced")).toEqual([]);
    expect(effortExcesses(steps, "intermediate").map(({ limit }) => limit)).toContain("121-150 %");
    expect(effortExcesses(repeats(39, [0.5, 1.26], [0.25, 0.6]), "advanced").length).toBeGreaterThan(0);
  });

  it("cuts a ramp where it crosses the limit: it begins a stretch or ends one, and joins none across the dip", () => {
    const ramp = (start: number, end: number) =>
      expand([{ kind: "ramp", seconds: 100, start, end, description: "" } satisfies Segment]);
    const [up, down] = [ramp(0.84, 1.04), ramp(1.04, 0.84)];
    const at97 = (minutes: number) => hold([minutes, 0.97]);
    const seconds = expect.closeTo(650, 6) as number;
    const tooLong = [{ limit: "95-100 %", kind: "single", seconds, allowed: 600 }];
    expect(effortExcesses([...up, ...at97(10)], "beginner")).toEqual(tooLong);
    expect(effortExcesses([...at97(10), ...down], "beginner")).toEqual(tooLong);
    expect(effortExcesses([...at97(7), ...down, ...at97(7)], "beginner")).toEqual([]);
    expect(effortExcesses([...at97(7), ...up, ...at97(7)], "beginner")).toEqual([]);
  });

  it.each([
    ["nine minutes one by one", repeats(9, [1, 1.15]), []],
    ["efforts of more than a minute", repeats(8, [61 / 60, 1.15]), ["111-120 % total"]],
    ["half minutes at 120 %, the top", repeats(17, [0.5, 1.2]), []],
    ["minutes at 110 %, under the short ones", repeats(13, [1, 1.1]), ["106-110 % total"]],
    [
      "ramps",
      Array.from({ length: 9 }, () => [
        ...expand([{ kind: "ramp", seconds: 60, start: 1.11, end: 1.19, description: "" }]),
        ...hold([5, 0.5]),
      ]).flat(),
      ["111-120 % total"],
    ],
    [
      "minutes that a ramp leads into",
      Array.from({ length: 9 }, () => [
        ...expand([{ kind: "ramp", seconds: 50, start: 0.5, end: 1.15, description: "" }]),
        ...hold([1, 1.15], [5, 0.5]),
      ]).flat(),
      ["111-120 % total"],
    ],
  ] as const)("takes for short efforts: %s", (_name, steps, found) => {
    expect(effortExcesses(steps, "beginner").map(({ limit, kind }) => `${limit} ${kind}`)).toEqual(found);
  });

  it("counts longer efforts among the 20 minutes of short ones, where there are any", () => {
    const mixed = [...repeats(38, [0.5, 1.15], [0.5, 0.5]), ...hold([2, 1.15])];
    expect(effortExcesses(mixed, "beginner")).toEqual([
      { limit: "short efforts at 111-120 %", kind: "total", seconds: 1260, allowed: 1200 },
    ]);
    expect(effortExcesses(repeats(11, [2, 1.15]), "intermediate").map(({ limit }) => limit)).toEqual(["111-120 %"]);
  });

  it("lets W' fall to its floor and no further", () => {
    // 100 seconds 35 % above FTP are 35 of 70.
    const half = hold([100 / 60, 1.35]);
    expect(feasibleFor(half, 0.5)).toEqual(["advanced"]);
    expect(feasibleFor(half, 0.501)).toEqual([]);
  });

  it("wants a tenth of W' left", () => {
    const emptying = hold([2, 1.25], [0.5, 0.5], [2, 1.25], [0.5, 0.5], [2, 1.2]);
    expect(effortExcesses(emptying, "advanced")).toEqual([]);
    expect(feasibleFor(emptying, 0.1)).toEqual([]);
    expect(feasibleFor(emptying, -1)).toContain("advanced");
  });
});
