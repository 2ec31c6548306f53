import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate } from "../../../src/base/calendar.ts";
import { estimateFtp } from "../../../src/history/ftp-estimate.ts";
import { mergeRides } from "../../../src/history/merge.ts";
import { rideLoad } from "../../../src/history/ride-load.ts";
import type { Ride } from "../../../src/history/ride.ts";
import { summarize } from "../../../src/history/summary.ts";
import { activitiesCsv, startFromRides } from "../../../src/jobs/activities/start-from-rides.ts";

const DAY = "2026-11-29";
const noon = (day: CalendarDate): number => Date.parse(`${day}T12:00:00Z`) / 1000;
const aRide = (change: Partial<Ride> = {}): Ride => {
  const day = change.day ?? DAY;
  return { day, clock: noon(day), seconds: 3600, source: "strava", ...change };
};

/** Rides of one list, merged. */
const merged = (rides: readonly Ride[]): Ride[] => [...mergeRides([rides])];

describe("the load of a ride", () => {
  const basis = { ftpWatts: 250, lthr: 160 };
  it.each([
    [{ givenLoad: 71, normalizedWatts: 250 }, "given", 71],
    [{ normalizedWatts: 200, meanWatts: 190 }, "power", 64],
    [{ meanWatts: 200, meanHr: 140 }, "average power", 70.56],
    [{ meanHr: 144, effort: 5 }, "heart rate", 81],
    [{ effort: 4 }, "effort", 50],
    [{}, "duration", 50],
  ])("%j is found by the rung %s", (facts, rung, load) => {
    const found = rideLoad(aRide(facts), basis);
    expect(found.rung).toBe(rung);
    expect(found.load).toBeCloseTo(load, 6);
  });

  it("skips a rung whose number is missing or cannot be right", () => {
    expect(rideLoad(aRide({ normalizedWatts: 200, meanHr: 144 }), { lthr: 160 }).rung).toBe("heart rate");
    expect(rideLoad(aRide({ givenLoad: 900, meanHr: 144 }), basis).rung).toBe("heart rate");
  });
});

describe("the same ride from two exports", () => {
  it("counts once: start within 5 minutes, length within 5 %, what one lacks comes from the other", () => {
    const garmin = aRide({ source: "garmin", clock: noon(DAY) + 240, seconds: 3700, givenLoad: 60 });
    const found = merged([aRide({ effort: 6 }), garmin]);
    expect(found).toMatchObject([{ givenLoad: 60, effort: 6, source: "garmin" }]);
  });

  it("does not swallow another ride of the day", () => {
    const other = aRide({ source: "garmin", clock: noon(DAY) + 301 });
    expect(merged([aRide(), other])).toHaveLength(2);
    expect(merged([aRide(), aRide({ source: "garmin", seconds: 3900 })])).toHaveLength(2);
  });

  it("without a time is told by day and length, but not within one export", () => {
    const { clock: _clock, ...untimed } = aRide({ source: "trainingpeaks" });
    expect(merged([aRide(), untimed])).toHaveLength(1);
    expect(merged([untimed, untimed])).toHaveLength(2);
    expect(merged([aRide(), untimed, untimed])).toHaveLength(2);
  });

  it("over midnight is still one", () => {
    const before = aRide({ day: "2026-11-28", clock: noon(DAY) - 43_200 - 60 });
    const after = aRide({ day: DAY, clock: noon(DAY) - 43_200 + 60, source: "garmin" });
    expect(merged([before, after])).toHaveLength(1);
  });
});

/** An hour on Tuesday, Thursday and Sunday, and two on Saturday, each week of so many to the day before. */
const regular = (weeks: number): Ride[] =>
  Array.from({ length: weeks * 7 }, (_, i) => addDays("2026-11-29", -i)).flatMap((day) => {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    return [0, 2, 4, 6].includes(weekday) ? [aRide({ day, seconds: weekday === 6 ? 7200 : 3600 })] : [];
  });

describe("what rides say of a rider", () => {
  const summary = summarize(merged(regular(30)), "2026-11-30", {})!;

  it("hours, days and the longest ride of the last six weeks", () => {
    expect(summary.weeklySeconds / 3600).toBe(5);
    expect(summary.usualDays).toEqual(["Tuesday", "Thursday", "Saturday", "Sunday"]);
    expect(summary.longest?.seconds).toBe(7200);
    expect(summary.weeks).toHaveLength(6);
  });

  it("fitness of the same week over and over is that of a Sunday evening of it", () => {
    // (50 q^5 + 50 q^3 + 100 q + 50) / 42 / (1 - q^7) with q = 41/42, by hand.
    expect(summary.fitness.ctl).toBeCloseTo(36.58, 1);
    expect(summary.rungs.duration).toBe(120);
  });

  it("a day without a ride yet is not over, and a ride later than today does not count", () => {
    expect(summary.to).toBe("2026-11-29");
    expect([...summarize(merged(regular(2)), "2026-11-27", {})!.rides].every(({ day }) => day <= "2026-11-27")).toBe(
      true,
    );
    expect(summarize([aRide()], "2026-11-01", {})).toBeUndefined();
  });

  it("starts a plan, with the reason; old rides and few days start it less", () => {
    expect(startFromRides(summary, ["strava"], "2026-11-30").values.map(({ key }) => key)).toEqual(["recentHours", "longestRide", "ctl", "atl"]); // prettier-ignore
    expect(startFromRides(summary, ["strava"], "2027-01-15")).toMatchObject({ values: [], unused: expect.stringContaining("47 days old") as string }); // prettier-ignore
    const short = summarize(merged(regular(1)), "2026-11-30", {})!;
    expect(startFromRides(short, ["strava"], "2026-11-30").values.map(({ key }) => key)).toEqual(["recentHours", "longestRide"]); // prettier-ignore
  });

  it("lies beside the plan as day, minutes, load and rung alone", () => {
    const [head, first] = activitiesCsv(summary).split("\n");
    expect(head).toBe("date,duration_min,load,rung");
    expect(first).toMatch(/^\d{4}-\d\d-\d\d,(60|120),(50|100),duration$/);
  });
});

describe("an FTP from rides", () => {
  const best = (best20Watts: number, day: CalendarDate = DAY): Ride => aRide({ best20Watts, day });

  it("is 95 % of the best 20 minutes, surer where several come near", () => {
    expect(estimateFtp([best(260)], DAY)).toMatchObject({ watts: 247, confidence: "medium" });
    expect(estimateFtp([best(260), best(255), best(250)], DAY)).toMatchObject({ watts: 247, confidence: "high" });
  });

  it("is not taken from old rides or from numbers that nobody rides", () => {
    expect(estimateFtp([best(260, addDays(DAY, -91))], DAY)).toBeUndefined();
    expect(estimateFtp([best(1400)], DAY)).toBeUndefined();
  });

  it("comes from a load and a power that stand beside each other, or from a hard hour", () => {
    expect(estimateFtp([aRide({ givenLoad: 64, normalizedWatts: 200 })], DAY)).toMatchObject({ watts: 250, confidence: "medium" }); // prettier-ignore
    expect(estimateFtp([aRide({ normalizedWatts: 231 })], DAY)).toMatchObject({ watts: 231, confidence: "low" });
    expect(estimateFtp([aRide()], DAY)).toBeUndefined();
  });
});
