import { describe, expect, it } from "vitest";
import { readMaxPower } from "../../../src/athlete/parse-effort-cap.ts";
import { eventsReader, readCourse } from "../../../src/athlete/parse-events.ts";
import { inCamel } from "../../../src/athlete/parse-object.ts";
import * as terms from "../../../src/athlete/parse-terms.ts";
import type { Reader } from "../../../src/athlete/parse-reading.ts";

const readEvents = eventsReader("2026-12-01");

interface Row {
  readonly reader: Reader<unknown>;
  readonly given: unknown;
  readonly read: unknown;
}

const READ: readonly Row[] = [
  { reader: terms.readFixedRides, given: "wed:90:hard", read: [{ day: "Wednesday", minutes: 90, effort: "hard" }] },
  {
    reader: terms.readFixedRides,
    given: ["wed:1h30:hard:Club ride: A group", { date: "2027-02-14", minutes: "4h", effort: "Moderate" }],
    read: [
      { day: "Wednesday", minutes: 90, effort: "hard", name: "Club ride:A group" },
      { date: "2027-02-14", minutes: 240, effort: "moderate" },
    ],
  },
  {
    reader: terms.readOtherSport,
    given: "fri:45:run:moderate",
    read: [{ day: "Friday", minutes: 45, sport: "run", effort: "moderate" }],
  },
  {
    reader: terms.readHoursByDate,
    given: "2027-02-01..2027-02-07=3",
    read: [{ from: "2027-02-01", to: "2027-02-07", hours: 3 }],
  },
  {
    reader: terms.readHoursByDate,
    given: [{ from: "2027-02-01", to: "2027-02-07", maxMinutesByDay: { tue: "1h" } }],
    read: [{ from: "2027-02-01", to: "2027-02-07", max_minutes_by_day: { Tuesday: 60 } }],
  },
  {
    reader: terms.readHoursByDate,
    given: "1-7 Feb 2027=3",
    read: [{ from: "2027-02-01", to: "2027-02-07", hours: 3 }],
  },
  {
    reader: terms.readFixedRides,
    given: "14 Feb 2027:4h:moderate",
    read: [{ date: "2027-02-14", minutes: 240, effort: "moderate" }],
  },
  { reader: terms.readLongRide, given: "Samstag", read: { day: "Saturday" } },
  { reader: terms.readLongRide, given: "do", read: undefined },
  {
    reader: terms.readIndoor,
    given: "weekdays=90",
    read: { days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"], max_minutes: 90 },
  },
  {
    reader: terms.readTwoADay,
    given: { tue: ["1h", 30], monday: [75, 30] },
    read: { Monday: [75, 30], Tuesday: [60, 30] },
  },
  { reader: terms.readIndoor, given: "tue,thu=90", read: { days: ["Tuesday", "Thursday"], max_minutes: 90 } },
  { reader: terms.readIndoor, given: "thu", read: { days: ["Thursday"] } },
  { reader: terms.readLongRide, given: "sat", read: { day: "Saturday" } },
  { reader: terms.readLongRide, given: "sat:2h-4h", read: { day: "Saturday", min_minutes: 120, max_minutes: 240 } },
  { reader: terms.readRhythm, given: "2:1", read: "2:1" },
  { reader: terms.readWorkKinds, given: "sprints, low cadence", read: undefined },
  { reader: terms.readWorkKinds, given: "sprints,low_cadence", read: ["low_cadence", "sprints"] },
  { reader: terms.readWorkKinds, given: ["VO2max", "over-unders"], read: ["over_unders", "vo2max"] },
  { reader: readMaxPower, given: "80:2027-03-01", read: { max_power_pct: 80, until: "2027-03-01" } },
  {
    reader: readMaxPower,
    given: { maxHeartRate: "130 bpm", maxIntervalMinutes: 5 },
    read: { max_heart_rate: 130, max_interval_minutes: 5 },
  },
  {
    reader: readEvents,
    given: "2027-04-18:road race:b:2h30",
    read: [{ date: "2027-04-18", type: "road_race", priority: "B", hours: 2.5 }],
  },
  {
    reader: readCourse,
    given: { distanceKm: "100mi", climbM: "8000 ft" },
    read: { distance_km: 160.9, climb_m: 2438 },
  },
];

describe("readers of terms", () => {
  it.each(READ.filter((row) => row.read !== undefined))("$given is read", ({ reader, given, read }) => {
    expect(reader(given)).toMatchObject({ kind: "value", value: read });
  });

  it.each(READ.filter((row) => row.read !== undefined))("$given, as a file holds it, is read again", (row) => {
    const reading = row.reader(row.given);
    if (reading.kind !== "value") throw new Error("not read");
    expect(row.reader(inCamel(reading.value))).toMatchObject({ value: reading.value });
  });

  it.each([
    [terms.readFixedRides, "wed", "wed:90:hard:Club ride"],
    [terms.readFixedRides, "wed:90:brutal", "effort is brutal"],
    [terms.readFixedRides, { day: "wed", date: "2027-01-01", minutes: 60, effort: "easy" }, "not both"],
    [terms.readFixedRides, { day: "wed", minuts: 60, effort: "easy" }, "minuts is none of day, date"],
    [terms.readFixedRides, "wed:1e9:easy", "minutes"],
    [terms.readFixedRides, Array.from({ length: 200 }, () => "wed:60:easy"), "at most 100"],
    [terms.readHoursByDate, "2027-02-07..2027-02-01=3", "on or after"],
    [terms.readHoursByDate, [{ from: "2027-02-01", to: "2027-02-07" }], "expected hours, days or most minutes"],
    [terms.readTwoADay, { monday: 75 }, "two rides"],
    [terms.readLongRide, { minMinutes: 240, maxMinutes: 120 }, "no less"],
    [terms.readWorkKinds, "intervals", "a kind of work"],
    [readMaxPower, { until: "2027-03-01" }, "most power"],
    [readMaxPower, 40, "55 to 150"],
    [readEvents, "2026-11-01:road_race", "that day is past"],
    [readEvents, "2027-02-30:road_race", "a day that exists"],
    [readCourse, { climbM: -5 }, "climbM"],
  ] as const)("refuses what cannot be meant, with what would do: %#", (reader, given, expected) => {
    const reading = reader(given);
    expect(reading.kind === "unreadable" ? reading.expected : "read").toContain(expected);
  });

  it.each([null, undefined, 7, true, "", [], [[]], {}, "💥", "a".repeat(5000), { __proto__: null }])(
    "never crashes on %j",
    (value) => {
      for (const { reader } of READ) expect(["value", "unreadable"]).toContain(reader(value).kind);
    },
  );
});
