import { describe, expect, it } from "vitest";
import { stretchWorkout, longestSeconds, nominalSeconds, shortestSeconds } from "../../../src/library/stretch.ts";
import type { LibraryWorkout } from "../../../src/library/library.ts";
import { writeSegment } from "../../../src/workout/segment.ts";
import { shipped } from "../library/shipped.ts";
import { planWith } from "./a-ride.ts";
import { readBack } from "./read-back.ts";

const rides = shipped.workouts.filter((workout) => workout.parts.length > 0);

/** A length between the shortest and the longest that is no whole minute, so that ramps are cut anywhere. */
const oddSeconds = (workout: LibraryWorkout): number =>
  Math.min(longestSeconds(workout), shortestSeconds(workout) + 37);

describe("every workout of the library, read back", () => {
  it.each([
    ["at its own length", nominalSeconds],
    ["as short as it may be", shortestSeconds],
    ["as long as it may be", longestSeconds],
    ["at an odd length", oddSeconds],
  ])("%s", (_, secondsOf) => {
    const found = rides.flatMap((workout) => {
      const segments = stretchWorkout(workout, { seconds: secondsOf(workout) })?.map(writeSegment) ?? [];
      return readBack(planWith({ segments, name: workout.name })).found;
    });
    expect(rides.length).toBeGreaterThan(300);
    expect(found).toEqual([]);
  });

  it("in watts of another FTP", () => {
    const found = rides.flatMap((workout) => {
      const segments = stretchWorkout(workout, { seconds: nominalSeconds(workout) })?.map(writeSegment) ?? [];
      return readBack(planWith({ segments, name: workout.name }), { ftpWatts: 301 }).found;
    });
    expect(found).toEqual([]);
  });
});
