import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate } from "../../../src/base/calendar.ts";
import { estimateFtp } from "../../../src/history/ftp-estimate.ts";
import { mergeRides } from "./merge-rides.ts";
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
  it("counts once where they overlap, and what one lacks comes from the other", () => {
    const garmin = aRide({ source: "garmin", clock: noon(DAY) + 240, seconds: 3700, givenLoad: 60 });
    const found = merged([aRide({ effort: 6 }), garmin]);
    expect(found).toMatchObject([{ givenLoad: 60, effort: 6, source: "garmin" }]);
  });

  it("does not swallow another ride of the day", () => {
    const other = aRide({ source: "garmin", clock: noon(DAY) + 1801 });
    expect(merged([aRide(), other])).toHaveLength(2);
    expect(merged([aRide(), aRide({ source: "garmin", clock: noon(DAY) - 1801 })])).toHaveLength(2);
  });

  it("on two devices counts once, whatever their lengths, and the fuller record is kept", () => {
    const trainer = aRide({ seconds: 6300, givenLoad: 85 });
    const watch = aRide({ clock: noon(DAY) + 7, seconds: 7200, givenLoad: 90, meanHr: 140 });
    for (const both of [
      [trainer, watch],
      [watch, trainer],
    ])
      // prettier-ignore
      expect(merged(both)).toMatchObject([{ seconds: 7200, givenLoad: 90, meanHr: 140 }]);
    // A load belongs to its length: none is carried over to a ride of another.
    expect(merged([aRide({ seconds: 1800 }), aRide({ seconds: 3600, givenLoad: 60 })])).toMatchObject([
      { seconds: 3600 },
    ]);
    const halves = [aRide({ seconds: 3500 }), aRide({ clock: noon(DAY) + 3600, seconds: 3500 })];
    expect(merged([aRide({ seconds: 7200, givenLoad: 90 }), ...halves])).toHaveLength(1);
  });

  it("that was left running swallows no later ride", () => {
    const forgotten = aRide({ seconds: 1800, elapsedSeconds: 40_000 });
    expect(merged([forgotten, aRide({ clock: noon(DAY) + 20_000 })])).toHaveLength(2);
  });

  it("is found quickly in a file of one day", () => {
    const { clock: _clock, ...untimed } = aRide({ source: "trainingpeaks" });
    const many = Array.from({ length: 20_000 }, (_, i) => ({ ...untimed, seconds: 600 + i, source: i % 2 ? "garmin" : "strava" }) as const); // prettier-ignore
    const start = performance.now();
    merged(many);
    expect(performance.now() - start).toBeLessThan(4000);
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

describe("the highest heart rate", () => {
  const threshold = (rates: readonly number[]): number | undefined =>
    summarize(merged(rates.map((maxHr, i) => aRide({ maxHr, meanHr: 130, day: addDays(DAY, -i) }))), DAY, {})
      ?.highestHr;

  it("is one that other rides come near, and no spike", () => {
    expect(threshold([178, 178, 230, 178, 177, 178, 230, 178, 178, 176])).toBe(178);
    expect(threshold([170, 172, 168, 171, 215, 169, 214, 173, 150, 160, 171])).toBe(173);
    expect(threshold([190, 171, 188, 150, 189, 140, 145, 150])).toBe(190);
    expect(threshold([181])).toBe(181);
    expect(threshold([150, 160, 170])).toBe(160);
  });

  it("is that of the last two years where they hold enough", () => {
    const old = Array.from({ length: 20 }, (_, i) => aRide({ maxHr: 195, day: addDays("2019-05-01", i) }));
    const now = Array.from({ length: 20 }, (_, i) => aRide({ maxHr: 184, day: addDays(DAY, -i) }));
    expect(summarize(merged([...old, ...now]), DAY, {})?.highestHr).toBe(184);
    expect(summarize(merged([...old, ...now.slice(0, 5)]), DAY, {})?.highestHr).toBe(195);
  });
});

describe("a stored load", () => {
  const wrong = Array.from({ length: 5 }, (_, i) => aRide({ day: addDays(DAY, -3 * i), seconds: 14_400, normalizedWatts: 190, givenLoad: 565 })); // prettier-ignore
  const short = aRide({ day: addDays(DAY, -1), normalizedWatts: 160, givenLoad: 100 });

  it("that nobody can ride is not taken, and neither are others made with the same FTP", () => {
    const summary = summarize(merged([...wrong, short]), DAY, { ftpWatts: 260 })!;
    expect(summary.rungs).toMatchObject({ given: 0, power: 6 });
    expect(summary.doubted.rides).toBe(6);
    expect(summary.doubted.ftpWatts).toBeCloseTo(160, 0);
    expect(summarize(merged(wrong), DAY, {})?.ftp).toBeUndefined();
  });

  it("of a hard race is taken", () => {
    const race = aRide({ normalizedWatts: 270, givenLoad: 108 });
    expect(summarize(merged([race]), DAY, { ftpWatts: 260 })).toMatchObject({
      rungs: { given: 1 },
      doubted: { rides: 0 },
    });
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

  it("is not taken from a spike of a meter", () => {
    const easy = Array.from({ length: 8 }, (_, i) => best(200 + i, addDays(DAY, -i)));
    expect(estimateFtp([...easy, best(420)], DAY)).toMatchObject({ watts: 197 });
    // 20 minutes at 400 W alone would make the whole ride harder than it was.
    expect(estimateFtp([aRide({ best20Watts: 400, normalizedWatts: 180, seconds: 5400 }), best(210)], DAY)).toMatchObject({ watts: 200 }); // prettier-ignore
    expect(estimateFtp([...easy, best(280)], DAY)).toMatchObject({ watts: 266 });
    const estimates = [250, 251, 400].map((ftpEstimated, i) => aRide({ ftpEstimated, day: addDays(DAY, i - 3) }));
    expect(estimateFtp(estimates, DAY)).toMatchObject({ watts: 251 });
  });

  it("comes from a load and a power that stand beside each other, or from a hard hour", () => {
    expect(estimateFtp([aRide({ givenLoad: 64, normalizedWatts: 200 })], DAY)).toMatchObject({ watts: 250, confidence: "medium" }); // prettier-ignore
    expect(estimateFtp([aRide({ normalizedWatts: 231 })], DAY)).toMatchObject({ watts: 231, confidence: "low" });
    expect(estimateFtp([aRide()], DAY)).toBeUndefined();
  });
});
