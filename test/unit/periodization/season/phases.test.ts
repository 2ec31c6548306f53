import { describe, expect, it } from "vitest";
import { phasesOf } from "../../../../src/periodization/season/phases.ts";

type Input = Parameters<typeof phasesOf>[0];
const PHASES = ["base", "build", "peak", "taper"] as const;

/** How many weeks of each phase, in this order, and that they follow each other so. */
function counted(change: Partial<Input>): number[] {
  const phases = phasesOf({
    weeks: 12,
    taperWeeks: 2,
    eventWeeks: 0,
    hasEvent: true,
    level: "intermediate",
    startingCtl: 50,
    blockEnds: [],
    ...change,
  });
  expect([...phases].sort((a, b) => PHASES.indexOf(a) - PHASES.indexOf(b))).toEqual(phases);
  return PHASES.map((phase) => phases.filter((one) => one === phase).length);
}

/** The table of 3.1: weeks, then base, build, peak and taper. */
const TABLE = [
  [4, 0, 3, 0, 1],
  [5, 1, 3, 0, 1],
  [6, 2, 3, 0, 1],
  [7, 3, 3, 0, 1],
  [8, 3, 3, 1, 1],
  [9, 4, 3, 1, 1],
  [10, 4, 4, 1, 1],
  [11, 4, 4, 1, 2],
  [12, 4, 4, 2, 2],
  [13, 5, 4, 2, 2],
  [14, 6, 4, 2, 2],
  [15, 6, 5, 2, 2],
  [16, 6, 5, 3, 2],
  [17, 7, 5, 3, 2],
  [18, 8, 5, 3, 2],
  [19, 8, 6, 3, 2],
  [20, 8, 7, 3, 2],
  [21, 9, 7, 3, 2],
  [22, 10, 7, 3, 2],
  [23, 10, 7, 4, 2],
  [24, 10, 8, 4, 2],
] as const;

describe("phases before an event", () => {
  it.each(TABLE)("of %i weeks: %i base, %i build, %i peak, %i taper", (weeks, base, build, peak, taper) => {
    expect(counted({ weeks, taperWeeks: taper })).toEqual([base, build, peak, taper]);
  });

  it("have one more build week where the taper is a week shorter than usual, and one less where it is longer", () => {
    expect(counted({ taperWeeks: 1 })).toEqual([4, 5, 2, 1]);
    expect(counted({ weeks: 10, taperWeeks: 2 })).toEqual([4, 3, 1, 2]);
    // A beginner's base gets 40 % of those five weeks.
    expect(counted({ taperWeeks: 1, level: "beginner" })).toEqual([6, 3, 2, 1]);
  });

  it("are those before the event where its days run into another week, which is taper", () => {
    expect(counted({ weeks: 13, taperWeeks: 3, eventWeeks: 1 })).toEqual([4, 4, 2, 3]);
  });

  it("have up to 40 % of a beginner's build in the base, and all of it in four weeks", () => {
    expect(counted({ level: "beginner" })).toEqual([5, 3, 2, 2]);
    expect(counted({ level: "beginner", weeks: 20 })).toEqual([10, 5, 3, 2]);
    expect(counted({ level: "beginner", weeks: 4, taperWeeks: 1 })).toEqual([3, 0, 0, 1]);
  });

  it("begin with four weeks of base below a fitness of 25", () => {
    expect(counted({ weeks: 8, taperWeeks: 1, startingCtl: 24 })).toEqual([4, 2, 1, 1]);
    expect(counted({ weeks: 8, taperWeeks: 1, startingCtl: 25 })).toEqual([3, 3, 1, 1]);
    expect(counted({ weeks: 5, taperWeeks: 1, startingCtl: 10 })).toEqual([4, 0, 0, 1]);
  });

  it("end where a block ends, when that is no more than a week away", () => {
    expect(counted({ weeks: 13, blockEnds: [4, 8] })).toEqual([4, 4, 3, 2]);
    expect(counted({ weeks: 13, blockEnds: [3, 7] })).toEqual([5, 4, 2, 2]);
  });
});

describe("phases without an event", () => {
  it.each([
    [12, 5, 7],
    [20, 9, 11],
    [6, 2, 4],
    [5, 2, 3],
    [4, 1, 3],
  ])("of %i weeks: %i base, %i build, no peak and no taper", (weeks, base, build) => {
    expect(counted({ weeks, taperWeeks: 0, hasEvent: false })).toEqual([base, build, 0, 0]);
  });
});
