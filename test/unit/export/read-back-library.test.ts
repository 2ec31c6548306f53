import { describe, expect, it } from "vitest";
import { stretchWorkout, longestSeconds, nominalSeconds, shortestSeconds } from "../../../src/library/stretch.ts";
import type { LibraryWorkout } from "../../../src/library/library.ts";
import { writeSegment } from "../../../src/workout/segment.ts";
import { shipped } from "../library/shipped.ts";
import { IS_LONG } from "../../support/draws.ts";
import { planWith } from "./a-ride.ts";
import { readBack } from "./read-back.ts";

const rides = shipped.workouts.filter((workout) => workout.parts.length > 0);
const EVERY = IS_LONG ? 1 : 6;
/** All of them at their own length; at other lengths each sixth, another sixth each time. */
const some = (which: number): readonly LibraryWorkout[] => rides.filter((_, i) => i % EVERY === which % EVERY);

/** A length between the shortest and the longest that is no whole minute, so that ramps are cut anywhere. */
const oddSeconds = (workout: LibraryWorkout): number =>
  Math.min(longestSeconds(workout), shortestSeconds(workout) + 37);

describe("every workout of the library, read back", () => {
  it.each([
    ["at its own length", rides, nominalSeconds],
    ["as short as it may be", some(0), shortestSeconds],
    ["as long as it may be", some(1), longestSeconds],
    ["at an odd length", some(2), oddSeconds],
  ])("%s", (_, chosen, secondsOf) => {
    const found = chosen.flatMap((workout) => {
      const segments = stretchWorkout(workout, { seconds: secondsOf(workout) })?.map(writeSegment) ?? [];
      return readBack(planWith({ segments, name: workout.name })).found;
    });
    expect(chosen.length).toBeGreaterThan(300 / EVERY);
    expect(found).toEqual([]);
  });

  it("in watts of another FTP", () => {
    const found = some(3).flatMap((workout) => {
      const segments = stretchWorkout(workout, { seconds: nominalSeconds(workout) })?.map(writeSegment) ?? [];
      return readBack(planWith({ segments, name: workout.name }), { ftpWatts: 301 }).found;
    });
    expect(found).toEqual([]);
  });
});
