import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { addDays } from "../../src/base/calendar.ts";
import { exportPlan } from "../../src/export/export-plan.ts";
import { isRest, isRide, seasonOf, type Session } from "../../src/export/session.ts";
import { planFileSchema } from "../../src/plan/schema.ts";
import { asMeant, linesOfSegments, type Line } from "../unit/export/a-ride.ts";
import { auuki, ergXert, icalendar, zerg, type RideRead } from "./readers.ts";

const RECORDED = join(import.meta.dirname, "../../fixtures/generate");
const PLANS = [
  "century-12-weeks/recorded/plans/first-plan",
  "gran-fondo-20-weeks/recorded/plans/gran-fondo",
  "improve-ftp/recorded/plans/improve-ftp",
];

interface Written {
  readonly sessions: readonly Session[];
  readonly rides: readonly Session[];
  readonly ftpWatts: number;
  readonly pathsOf: (ending: string) => string[];
  readonly calendar: string;
}

/** A recorded plan and its files, on the disk as its rider has them. */
function written(name: string): Written {
  const plan = planFileSchema.parse(JSON.parse(readFileSync(join(RECORDED, `${name}_plan.json`), "utf8")));
  const season = seasonOf(plan, {});
  const folder = mkdtempSync(join(tmpdir(), "foreign-"));
  const files = exportPlan(plan, { formats: ["zwo", "erg", "mrc", "ics"] });
  for (const { path, bytes } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  const rides = season.sessions.filter(isRide);
  return {
    sessions: season.sessions,
    rides,
    ftpWatts: season.ftpWatts!,
    pathsOf: (ending) => rides.map(({ path }) => join(folder, `${path}.${ending}`)),
    calendar: join(folder, files.find(({ format }) => format === "ics")!.path),
  };
}

const seconds = (ride: RideRead): number => ride.reduce((sum, stretch) => sum + stretch.seconds, 0);
/** Percent of FTP times seconds; what has no power is left out on both sides. */
const work = (ride: RideRead): number =>
  ride.reduce((sum, { seconds: length, start, end }) => sum + (((start ?? 0) + (end ?? 0)) / 2) * length, 0);

const meant = ({ workout }: Session): RideRead =>
  linesOfSegments(asMeant(workout)).map(({ from, to, start, end }: Line) => ({
    seconds: to - from,
    start: start === undefined ? undefined : start * 100,
    end: end === undefined ? undefined : end * 100,
  }));
/** ERG and MRC have no free riding: their files hold 65 % there. */
const held = (ride: RideRead): RideRead =>
  ride.map((stretch) => ({ ...stretch, start: stretch.start ?? 65, end: stretch.end ?? 65 }));
const inPercent = (ride: RideRead, ftpWatts: number): RideRead =>
  ride.map(({ seconds: length, start, end }) => ({
    seconds: length,
    start: (start! * 100) / ftpWatts,
    end: (end! * 100) / ftpWatts,
  }));

/** Rides whose length or whose mean power is read otherwise than it was planned; power to `tolerance` percent of FTP. */
function readOtherwise(expected: readonly RideRead[], read: readonly RideRead[], tolerance: number): string[] {
  expect(read).toHaveLength(expected.length);
  return expected.flatMap((ride, i) => {
    const other = read[i]!;
    const mean = (one: RideRead): number => work(one) / seconds(ride);
    if (Math.abs(seconds(other) - seconds(ride)) > 0.5) return [`ride ${i}: ${seconds(other)} s of ${seconds(ride)}`];
    return Math.abs(mean(other) - mean(ride)) > tolerance ? [`ride ${i}: ${mean(other)} % of ${mean(ride)}`] : [];
  });
}

describe.each(PLANS)("%s, read by programs of others", (name) => {
  const { sessions, rides, ftpWatts, pathsOf, calendar } = written(name);
  const expected = rides.map(meant);
  const count = `${rides.length} rides`;

  it(`zwo by Auuki: ${count}`, async () => {
    expect(readOtherwise(expected, await auuki(pathsOf("zwo")), 0.1)).toEqual([]);
  });

  it(`mrc and erg by Zerg: ${count} each`, () => {
    expect(readOtherwise(expected.map(held), zerg(pathsOf("mrc")), 0.1)).toEqual([]);
    const watts = zerg(pathsOf("erg")).map((ride) => inPercent(ride, ftpWatts));
    expect(readOtherwise(expected.map(held), watts, 50 / ftpWatts)).toEqual([]);
  });

  it(`mrc and erg by ErgXert, their ramps aside: ${count} each`, () => {
    const steady = expected.map((ride) => held(ride).filter(({ start, end }) => start === end));
    for (const ending of ["mrc", "erg"]) expect(readOtherwise(steady, ergXert(pathsOf(ending)), 1)).toEqual([]);
  });

  it(`ics by the icalendar of Python: ${sessions.filter((session) => !isRest(session)).length} entries`, () => {
    const planned = sessions.filter((session) => !isRest(session)).map(({ workout: { date } }) => [date, addDays(date, 1)]); // prettier-ignore
    expect(icalendar(calendar)).toEqual(planned);
  });
});
