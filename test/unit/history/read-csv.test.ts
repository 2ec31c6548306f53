import { describe, expect, it } from "vitest";
import { localClock } from "../../../src/history/local-clock.ts";
import { readCsv } from "../../../src/history/read-csv.ts";
import type { FileReading, Ride } from "../../../src/history/ride.ts";
import { garminCsv, intervalsCsv, oldStravaCsv, stravaCsv, trainingPeaksCsv } from "../../support/exports.ts";

/** The text in pieces, as a disk gives it. */
async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}
/** What a file held, its rides as a list that a test can look into. */
type Read = Omit<FileReading, "rides"> & { readonly rides: readonly Ride[] };
async function read(text: string | Uint8Array, zone = "UTC", size = 7): Promise<Read> {
  const bytes = typeof text === "string" ? new TextEncoder().encode(text) : text;
  const reading = await readCsv(pieces(bytes, size), { clock: localClock(zone), onRows: () => Promise.resolve() });
  return { ...reading, rides: [...reading.rides] };
}
const daysOf = ({ rides }: Read): string[] => rides.map(({ day }) => day);

describe("an export of Strava", () => {
  const evening = { date: "Sep 20, 2026, 11:30:12 PM", moving: 3600, elapsed: 4000, hr: 140, watts: 200 };

  it("has UTC dates: the ride is on the rider's own day", async () => {
    expect(daysOf(await read(stravaCsv([evening]), "UTC"))).toEqual(["2026-09-20"]);
    expect(daysOf(await read(stravaCsv([evening]), "Europe/Berlin"))).toEqual(["2026-09-21"]);
    expect(
      daysOf(await read(stravaCsv([{ ...evening, date: "Sep 20, 2026, 2:00:00 AM" }]), "America/Sao_Paulo")),
    ).toEqual(["2026-09-19"]);
  });

  it("is read by the second column of a title, in any language, with 10 to 103 columns", async () => {
    const german = { ...evening, date: "20.09.2026, 14:12:12", type: "Radfahrt" };
    const seconds = { seconds: 3600, elapsedSeconds: 4000, meanHr: 140, normalizedWatts: 200 };
    expect((await read(stravaCsv([german], { language: "de" }))).rides[0]).toMatchObject(seconds);
    expect((await read(stravaCsv([evening], { more: 55 }))).rides[0]).toMatchObject(seconds);
    expect((await read(oldStravaCsv([{ date: "2018-03-04 10:00:00", elapsed: 1234 }]))).rides[0]).toMatchObject({
      day: "2018-03-04",
      seconds: 1234,
    });
  });

  it("has estimated watts where no meter was there: they are no power", async () => {
    const [ride] = (await read(stravaCsv([{ date: evening.date }]))).rides;
    expect(ride).not.toHaveProperty("meanWatts");
  });

  it.each([
    ["23 jun. 2017 15:52:12", "2017-06-23"],
    ["20 de set. de 2026, 14:12:12", "2026-09-20"],
    ["20 sept. 2026 à 14:12:12", "2026-09-20"],
    ["2026/09/20 14:12:12", "2026-09-20"],
    ["2026年9月20日 14:12:12", "2026-09-20"],
    ["Sep 20, 2026, 12:12:12 AM", "2026-09-20"],
  ])("dates such as %s are read", async (date, day) => {
    expect(daysOf(await read(stravaCsv([{ date }])))).toEqual([day]);
  });

  it("leaves other sports and motors out, by name", async () => {
    const types = ["Run", "E-Bike Ride", "Virtual Ride", "Vélo", "Radfahrt", "Ciclismo", "Fietsrit"];
    const { rides, otherSports } = await read(stravaCsv(types.map((type) => ({ date: evening.date, type }))));
    expect(rides).toHaveLength(5);
    expect([...otherSports]).toEqual([["Run", 1], ["E-Bike Ride", 1]]); // prettier-ignore
  });
});

describe("a broken line", () => {
  const good = (day: number): { date: string } => ({ date: `Sep ${day}, 2026, 2:12:12 PM` });

  it("costs itself and nothing else, and is named", async () => {
    const lines = stravaCsv([good(1), good(2), good(3), good(4)]).split("\n");
    lines[2] = "10000001,Sep 2";
    lines[3] = (lines[3] ?? "").replace("Sep 3, 2026, 2:12:12 PM", "someday");
    const { rides, faults } = await read(lines.join("\n"));
    expect(rides.map(({ day }) => day)).toEqual(["2026-09-01", "2026-09-04"]);
    expect(faults).toEqual([
      { line: 3, why: "it has 2 columns, the first line has 48" },
      { line: 4, why: "the date someday cannot be read" },
    ]);
  });

  it("with a quote that never closes does not swallow the lines behind it", async () => {
    const lines = stravaCsv([good(1), good(2), good(3), good(4)]).split("\n");
    lines[2] = (lines[2] ?? "").replace(",Ride,Ride,", ',"27 inch,Ride,');
    const { rides, faults } = await read(lines.join("\n"));
    expect(rides.map(({ day }) => day)).toContain("2026-09-03");
    expect(rides.map(({ day }) => day)).toContain("2026-09-04");
    expect(rides.length + faults.length).toBe(4);
  });

  it("may have line breaks in quotes, and counts lines as an editor does", async () => {
    const text = stravaCsv([{ ...good(1), name: "long\nname\nhere" }, good(2)]);
    const broken = text.trimEnd().replace(/10000001,/, "10000001,,");
    const { rides, faults } = await read(broken);
    expect(rides).toHaveLength(1);
    expect(faults.map(({ line }) => line)).toEqual([5]);
  });

  it("with a value that cannot be right counts without that value", async () => {
    const { rides, notes } = await read(stravaCsv([{ ...good(1), hr: 900 }]));
    expect(rides[0]).not.toHaveProperty("meanHr");
    expect(notes).toEqual([{ line: 2, why: "heart rate 900 cannot be right: the ride counts without it" }]);
  });
});

describe("the other exports", () => {
  it("Garmin: 0.0 is no load, two parts of a time are told apart by the distance, -- is nothing", async () => {
    const { source, rides, faults } = await read(
      garminCsv([
        { date: "2026-09-20 08:00:00", time: "01:00:08", tss: "55.1" },
        { date: "2026-09-21 08:00:00", time: "38:00", km: "15.2" },
        { date: "2026-09-22 08:00:00", time: "1:06", km: "30.0" },
        { date: "2026-09-23 08:00:00", time: "1:06", km: "0.00" },
        { date: "2026-09-24 08:00:00", time: "1:06", moving: "01:05:08" },
        { date: "2026-09-24 18:00:00", time: "00:30:00", type: "Running" },
      ]),
    );
    expect(source).toBe("garmin");
    expect(rides.map(({ seconds }) => seconds)).toEqual([3608, 2280, 3960, 3908]);
    expect(rides.map(({ givenLoad }) => givenLoad)).toEqual([55.1, undefined, undefined, undefined]);
    expect(faults).toMatchObject([{ line: 5 }]);
  });

  it("TrainingPeaks: days without a time; what was only planned is no ride", async () => {
    const { rides, planned, source } = await read(
      trainingPeaksCsv([
        { day: "2026-09-20", hours: "1.5", tss: "80" },
        { day: "2026-09-21", hours: "" },
      ]),
    );
    expect({ source, planned }).toEqual({ source: "trainingpeaks", planned: 1 });
    expect(rides).toEqual([{ day: "2026-09-20", seconds: 5400, givenLoad: 80, source: "trainingpeaks" }]);
  });

  it("intervals.icu: local time, its own load, fitness and FTP", async () => {
    const { rides } = await read(
      intervalsCsv([{ date: "2026-09-20T23:30:34", seconds: 3600, load: 61 }]),
      "Asia/Tokyo",
    );
    expect(rides[0]).toMatchObject({ day: "2026-09-20", givenLoad: 61, fitness: 50, ftpEstimated: 251.3 });
  });

  it("after Excel: semicolons, a mark of the encoding, UTF-16, CRLF", async () => {
    const text = trainingPeaksCsv([{ day: "2026-09-20", hours: "1.5" }])
      .replaceAll('","', '";"')
      .replaceAll("\n", "\r\n");
    expect((await read(`\ufeff${text}`)).rides).toHaveLength(1);
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
    expect((await read(utf16)).rides).toHaveLength(1);
  });

  it("dates with slashes are read by the whole file, and never guessed", async () => {
    const both = (dates: string[]): string => trainingPeaksCsv(dates.map((day) => ({ day, hours: "1" })));
    expect(daysOf(await read(both(["05/06/2026", "20/06/2026"])))).toEqual(["2026-06-05", "2026-06-20"]);
    expect(daysOf(await read(both(["05/06/2026", "06/20/2026"])))).toEqual(["2026-05-06", "2026-06-20"]);
    const open = await read(both(["05/06/2026", "07/06/2026"]));
    expect(open.rides).toHaveLength(0);
    expect(open.faults).toHaveLength(2);
  });

  it.each([
    ["01h 58m", 7080],
    ["1h58", 7080],
    ["00h 32m", 1920],
    ["41 minutes, 36 seconds", 2496],
    ["6m 48s", 408],
    ["45 min", 2700],
    ["2 hours", 7200],
    ["30:00.0", 1800],
    ["09:48,7", 588],
  ])("a duration of %s is read", async (written, seconds) => {
    const { rides, faults } = await read(`Date;Sport;Duration\n2026-09-20;Cycling;${written}\n`);
    expect(faults).toEqual([]);
    expect(rides).toMatchObject([{ seconds }]);
  });

  it.each(["NA", "nan", "None", "#N/A", "undefined", "--"])("%s is no value", async (nothing) => {
    const lines = ["Date,Sport,Duration (s),Average heart rate", `2026-09-20,Cycling,3600,${nothing}`];
    expect(await read(lines.join("\n"))).toMatchObject({ notes: [], faults: [], rides: [{ seconds: 3600 }] });
  });

  it("dates of other sports, and the order of the rows, tell which number is the month, too", async () => {
    const lines = ["Activity Type,Date,Distance,Duration (min)", "Cycling,01/09/2026,20,40", "Running,17/10/2026,5,30"];
    expect(daysOf(await read(lines.join("\n")))).toEqual(["2026-09-01"]);
    const sorted = (dates: string[]): string => trainingPeaksCsv(dates.map((day) => ({ day, hours: "1" })));
    const days = ["02/11/2026", "09/11/2026", "01/12/2026", "05/12/2026"];
    expect(daysOf(await read(sorted(days)))).toEqual(["2026-11-02", "2026-11-09", "2026-12-01", "2026-12-05"]);
    expect(daysOf(await read(sorted(days.toReversed())))).toHaveLength(4);
    expect(daysOf(await read(sorted([...days.slice(0, 3), "03/01/2026"])))).toEqual([]);
  });

  it("a spreadsheet's own days and clocks, as numbers, are read", async () => {
    const lines = ["Activity Type;Date;Distance;Time", "Cycling;46285,3340278;20;0,0416667", "Cycling;46286;20;0.05"];
    expect(await read(lines.join("\n"))).toMatchObject({
      faults: [],
      rides: [{ day: "2026-09-20", seconds: 3600, clock: 1_789_891_260 }, { day: "2026-09-21", seconds: 4320 }], // prettier-ignore
    });
  });

  it("a date that leaves nothing open says nothing of those with slashes", async () => {
    const days = daysOf(await read(trainingPeaksCsv(["2026-06-20", "05/06/2026"].map((day) => ({ day, hours: "1" })))));
    expect(days).toEqual(["2026-06-20"]);
  });

  it("another file is no export", async () => {
    expect((await read("a,b,c\n1,2,3\n")).source).toBeUndefined();
    expect((await read("")).source).toBeUndefined();
  });
});
