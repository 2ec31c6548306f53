import { describe, expect, it } from "vitest";
import { localClock } from "../../../src/history/local-clock.ts";
import { bestMean, normalizedWatts, wattsBySecond } from "../../../src/history/power-trace.ts";
import { readFitRide } from "../../../src/history/read-fit-ride.ts";
import { fitRide } from "../../support/fit-ride.ts";

const utc = localClock("UTC");
const hour = Array.from({ length: 3600 }, (_, i) => (i < 1200 ? 260 : 180));

describe("a recorded ride", () => {
  it("has its seconds, its best 20 minutes and its normalised power", () => {
    const [ride] = readFitRide(fitRide({ start: "2026-09-20T10:00:00Z", watts: hour }), utc).rides;
    expect(ride).toMatchObject({ day: "2026-09-20", seconds: 3600, best20Watts: 260, source: "fit" });
    expect(ride?.normalizedWatts).toBeCloseTo(217.1, 0);
  });

  it("is on the day that the head unit showed, whatever zone the computer stands in", () => {
    const bytes = fitRide({ start: "2026-09-20T23:30:00Z", watts: hour, offsetSeconds: 7200 });
    expect([...readFitRide(bytes, localClock("America/New_York")).rides][0]?.day).toBe("2026-09-21");
  });

  it("of another sport is counted as such", () => {
    const { rides, otherSports } = readFitRide(fitRide({ start: "2026-09-20T10:00:00Z", watts: hour, sport: 1 }), utc);
    expect(rides).toEqual([]);
    expect([...otherSports]).toEqual([["FIT sport 1", 1]]);
  });

  it("that is cut off, or is no FIT file, is a fault and no error", () => {
    const bytes = fitRide({ start: "2026-09-20T10:00:00Z", watts: hour });
    for (const broken of [bytes.subarray(0, 900), new Uint8Array(3), new Uint8Array(900)])
      expect(readFitRide(broken, utc).faults).toHaveLength(1);
  });
});

describe("power by second", () => {
  it("holds the last value over short gaps and leaves stops out", () => {
    expect(wattsBySecond([[1, 100], [4, 200], [60, 300]])).toEqual([100, 100, 100, 200, 300]); // prettier-ignore
    expect(wattsBySecond([[1, undefined], [2, undefined]])).toEqual([]); // prettier-ignore
  });

  it("even power is its own mean and normalised power", () => {
    const even = Array.from({ length: 100 }, () => 150);
    expect(normalizedWatts(even)).toBeCloseTo(150, 9);
    expect(bestMean(even, 60)).toBe(150);
    expect(bestMean(even, 101)).toBeUndefined();
  });
});
