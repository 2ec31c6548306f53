import { expect, it } from "vitest";
import { rideJson, rideOf } from "../../../src/library/ride.ts";
import { longestSeconds, nominalSeconds, shortestSeconds, stretchWorkout } from "../../../src/library/stretch.ts";
import { measureSegments, measureWorkout } from "../../../src/load/measure.ts";
import { writeSegment } from "../../../src/workout/segment.ts";
import { IS_LONG } from "../../support/draws.ts";
import { shipped, workout } from "./shipped.ts";

const EVERY = IS_LONG ? 1 : 8;

it("measures workouts, at every kind of length and power, as a walk from its first second does", () => {
  for (const one of shipped.workouts.filter((_, i) => i % EVERY === 0)) {
    const [short, own, long] = [shortestSeconds(one), nominalSeconds(one), longestSeconds(one)];
    for (const seconds of new Set([short, short + 7, own, own + 20, own + 61, Math.floor((own + long) / 2), long]))
      for (const easyPower of [0.64, 0.58, 0.75]) {
        const segments = stretchWorkout(one, { seconds, easyPower });
        const ride = rideOf(one, { seconds, easyPower });
        expect(ride?.segments, one.id).toEqual(segments);
        if (segments === undefined || ride === undefined) continue;
        expect(ride.measure, `${one.id} of ${seconds} s`).toEqual(measureSegments(segments));
        expect(rideJson(one, ride)).toEqual(segments.map(writeSegment));
      }
  }
});

it("hands its measure on with what is written", () => {
  const ride = rideOf(workout("threshold_4x5_95"), { seconds: 3600 });
  if (ride === undefined) throw new Error("it does not fit");
  expect(measureWorkout({ segments: rideJson(workout("threshold_4x5_95"), ride) })).toBe(ride.measure);
});
