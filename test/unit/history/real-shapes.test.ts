import { createReadStream } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { localClock } from "../../../src/history/local-clock.ts";
import { mergeRides } from "./merge-rides.ts";
import { readCsv } from "../../../src/history/read-csv.ts";
import type { FileReading } from "../../../src/history/ride.ts";
import { summarize, type HistorySummary, type KnownNumbers } from "../../../src/history/summary.ts";

const FOLDER = join(import.meta.dirname, "cases");
const setup = { clock: localClock("UTC"), onRows: () => Promise.resolve() };

interface Found {
  readonly reading: FileReading;
  readonly summary: HistorySummary;
  readonly hours: number;
}

/** What a case of a real export's shape says of its rider; every value in it is invented. */
async function found(name: string, known: KnownNumbers = {}): Promise<Found> {
  const reading = await readCsv(createReadStream(join(FOLDER, `${name}.csv`)), setup);
  const rides = mergeRides([reading.rides]);
  const summary = summarize(rides, "2026-11-29", { ...known, otherHeartRates: reading.heartRates })!;
  let seconds = 0;
  for (const ride of rides) seconds += ride.seconds;
  return { reading, summary, hours: seconds / 3600 };
}

describe("a file of a real export's shape", () => {
  it.each([
    ["intervals-virtualride", "intervals", 12, 12],
    ["strava-trimmed", "strava", 4, 4],
    ["strava-saved-by-pandas", "strava", 4, 4],
    ["garmin-rows-wrapped-by-excel", "garmin", 4, 6],
    ["garmin-two-devices", "garmin", 12, 24],
    ["garmin-hours-minutes-indoor-da", "garmin", 4, 4.28],
    ["garmin-hours-minutes-es", "garmin", 4, 4.28],
  ])("%s has its rides and its hours", async (name, source, rides, expected) => {
    const { reading, summary, hours } = await found(name);
    expect(reading).toMatchObject({ source, faults: [] });
    expect(summary.rides.length).toBe(rides);
    expect(hours).toBeCloseTo(expected, 1);
  });

  it("two spikes of a strap are no heart rate", async () => {
    expect((await found("garmin-two-heart-rate-spikes")).summary.basis.lthr).toBeCloseTo(160.2, 1);
  });

  it("the highest heart rate of runs is the rider's, too", async () => {
    const { summary, reading } = await found("strava-max-heart-rate-in-runs");
    expect(summary.basis.lthr).toBeCloseTo(171, 1);
    expect([...reading.otherSports]).toEqual([["Run", 10]]);
  });

  it("the best 20 minutes are found under any title", async () => {
    for (const name of ["garmin-best20-en", "garmin-best20-pt"])
      expect((await found(name)).summary.ftp).toMatchObject({ watts: 206, confidence: "high" });
  });

  it("average power is found under a Danish title", async () => {
    expect((await found("garmin-avgpower-da", { ftpWatts: 250 })).summary.rungs["average power"]).toBe(8);
  });

  it("a tour that was kept as one ride is its days, and said", async () => {
    const { reading, summary } = await found("strava-tour-as-one-ride");
    expect(summary.longest?.seconds).toBe(12 * 3600);
    expect(reading.notes).toMatchObject([{ line: 22, why: expect.stringContaining("a tour of days") as string }]);
  });

  it("a load of a wrong FTP is doubted, and power counts where the FTP is known", async () => {
    const { summary } = await found("garmin-load-of-a-wrong-ftp", { ftpWatts: 250 });
    expect(summary.doubted).toMatchObject({ rides: 14 });
    expect(summary.rungs.power).toBe(14);
    expect(summary.fitness.ctl).toBeLessThan(90);
  });

  it("what is no riding is counted by name", async () => {
    const reading = await readCsv(createReadStream(join(FOLDER, "garmin-no-rides.csv")), setup);
    expect([...reading.otherSports]).toEqual([["Unknown Pedal Sport", 3]]);
  });
});
