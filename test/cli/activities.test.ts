import { mkdir, readFile, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { draws } from "../support/draws.ts";
import { zipOf } from "../support/zip-of.ts";
import { fitRide } from "../support/fit-ride.ts";
import { garminCsv, stravaCsv } from "../support/exports.ts";
import { aPlace, FIVE, FIXED, flat, runCli, runProcess } from "./run-cli.ts";

const DAYS = Array.from({ length: 40 }, (_, i) =>
  new Date(Date.UTC(2026, 10, 30) - i * 2 * 86_400_000).toISOString().slice(0, 10),
);
const RIDES = DAYS.map((day) => ({
  date: `${day} 17:00:00`,
  name: "Secret lane",
  moving: 5400,
  hr: 140,
  watts: 200,
}));
const LISTED = { recording: "activities/1.fit.gz" };
const STRAVA = stravaCsv(RIDES.map((ride, index) => (index === 0 ? { ...ride, ...LISTED } : ride)));
/** More than the heap of that run could hold. */
const RIDES_OF_A_LIFE = draws({ few: 120_000, many: 250_000 });
const HALF_AN_HOUR = Array.from({ length: 1800 }, () => 240);

async function aFolderOfExports(): Promise<string> {
  const cwd = await aPlace();
  await mkdir(join(cwd, "mine", "activities"), { recursive: true });
  await writeFile(join(cwd, "mine", "activities.csv"), STRAVA);
  await writeFile(join(cwd, "mine", "activities", "1.fit.gz"), "not looked at");
  await writeFile(
    join(cwd, "garmin.csv"),
    garminCsv(DAYS.slice(0, 3).map((day) => ({ date: `${day} 17:01:00`, time: "01:30:00", tss: "77.0" }))),
  );
  await mkdir(join(cwd, "fit"));
  const watts = HALF_AN_HOUR;
  await writeFile(join(cwd, "fit", "a.fit"), fitRide({ start: "2026-11-29T10:00:00Z", watts }));
  await writeFile(join(cwd, "fit", "b.fit.gz"), gzipSync(fitRide({ start: "2026-11-27T10:00:00Z", watts })));
  await writeFile(join(cwd, "fit", "broken.fit"), "abc");
  return cwd;
}
const UTC = ["--timezone", "UTC", "--today", "2026-12-01"];

describe("activities", () => {
  it("reads a folder, and a second export of the same rides counts them once", async () => {
    const cwd = await aFolderOfExports();
    const { code, out, err } = await runCli(["activities", "mine", "garmin.csv", "--ftp", "250", ...UTC], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("40 rides, 13 Sep to 30 Nov 2026");
    expect(flat(out)).toContain("3 rides found twice, counted once");
    expect(flat(out)).toContain("3 rides as the export gives it 37 rides from normalised power");
    expect(flat(out)).toContain("not read: 1 recording of a ride that activities.csv lists");
    expect(out).not.toContain("Secret");
  });

  it("reads FIT files, packed or not, and names the broken one", async () => {
    const cwd = await aFolderOfExports();
    const { out } = await runCli(["activities", "fit", "--json", ...UTC], { cwd });
    const json = JSON.parse(out) as {
      rides: number;
      ftp_estimate: unknown;
      files: { file: string; faults: unknown[] }[];
    };
    expect(json).toMatchObject({ rides: 2, ftp_estimate: { watts: 228 } });
    expect(json.files.find(({ file }) => file === "broken.fit")?.faults).toHaveLength(1);
  });

  it("reads Strava's zip: its table, and beside it what the table does not list", async () => {
    const cwd = await aPlace();
    const fit = (start: string): Uint8Array => gzipSync(fitRide({ start, watts: HALF_AN_HOUR }));
    const table = stravaCsv([
      { ...RIDES[0]!, recording: "activities/1.fit.gz" },
      { ...RIDES[1]!, date: "some day", recording: "activities/2.fit.gz" },
      { ...RIDES[2]!, recording: "activities/3.gpx.gz" },
    ]);
    await writeFile(join(cwd, "export.zip"), zipOf({
      "export_1/activities.csv": table, "export_1/profile.csv": "a,b\n1,2\n", "export_1/media/x.jpg": "no ride",
      "export_1/activities/1.fit.gz": "not looked at", "export_1/activities/2.fit.gz": fit(`${DAYS[1]!}T17:00:00Z`),
      "export_1/activities/3.gpx.gz": "not looked at", "export_1/activities/4.fit.gz": fit("2026-11-03T08:00:00Z"),
      "export_1/activities/5.fit.gz": fit(`${DAYS[2]!}T19:01:00Z`),
    })); // prettier-ignore
    const { out, err } = await runCli(["activities", "export.zip", "--json", ...UTC], { cwd });
    expect(err).toBe("");
    const json = JSON.parse(out) as { files: unknown[]; activities: { date: string }[] };
    expect(json.activities.map(({ date }) => date)).toEqual(["2026-11-03", DAYS[2], DAYS[2], DAYS[1], DAYS[0]]);
    expect(json).toMatchObject({ not_read: { listed: 2, no_rides: 1 }, found_twice: 0 });
    expect(json.files).toMatchObject([
      { file: "export_1/activities.csv", source: "strava", rides: 2, faults: [{ line: 3 }] },
      { file: "export_1/activities/2.fit.gz", source: "fit", rides: 1 },
      { file: "export_1/activities/4.fit.gz", rides: 1 },
      { file: "export_1/activities/5.fit.gz", rides: 1 },
    ]);
  });

  it("counts every line that it cannot read, and calls a file that it cannot open by no program's name", async () => {
    const cwd = await aFolderOfExports();
    const broken = Array.from({ length: 6000 }, () => "100000,x\n").join("");
    await writeFile(join(cwd, "long.csv"), STRAVA + broken);
    await writeFile(join(cwd, "torn.csv.gz"), gzipSync(STRAVA).subarray(0, 300));
    const { out } = await runCli(["activities", "long.csv", "torn.csv.gz", ...UTC], { cwd });
    expect(flat(out)).toContain("long.csv: 6,000 lines not read");
    expect(flat(out)).toContain("and 5,980 more: --json lists the first 5,000");
    expect(flat(out)).toContain("torn.csv.gz: not read it is damaged");
    const json = await runCli(["activities", "long.csv", "torn.csv.gz", "--json", ...UTC], { cwd });
    expect(JSON.parse(json.out)).toMatchObject({
      files: [
        { source: "strava", more_faults: 1000 },
        { source: null, faults: [{ why: "it is damaged" }] },
      ],
    });
  });

  it("needs little memory however long the table is", async () => {
    const cwd = await aPlace();
    const start = Date.UTC(2026, 10, 30);
    const rides = Array.from({ length: RIDES_OF_A_LIFE }, (_, i) => ({
      date: new Date(start - i * 900_000).toISOString().slice(0, 19).replace("T", " "),
      time: "00:14:00",
      tss: "12.3",
    }));
    await writeFile(join(cwd, "long.csv"), garminCsv(rides));
    const env = { NODE_OPTIONS: "--max-old-space-size=32" };
    const { code, out } = await runProcess(["activities", "long.csv", ...UTC], { cwd, env });
    expect(code).toBe(0);
    expect(out).toContain(`${RIDES_OF_A_LIFE} rides`);
  }, 60_000);

  it("says what to do with what is no export, not there, or a wrong zone", async () => {
    const cwd = await aFolderOfExports();
    await writeFile(join(cwd, "x.csv"), "a,b\n1,2\n");
    await writeFile(join(cwd, "x.zip"), "PK no zip");
    for (const [args, text] of [
      [["x.csv"], "x.csv is no list of activities that we know"],
      [["nowhere"], "There is no file or folder"],
      [["x.zip"], "is no whole zip file"],
      [["garmin.csv", "--timezone", "Mars"], "expected a time zone such as"],
      [["garmin.csv", "--today", "2020-01-01"], "There is no bicycle ride up to 2020-01-01"],
    ] as const) {
      const { code, out, err } = await runCli(["activities", ...args], { cwd });
      expect({ code, out }).toEqual({ code: 2, out: "" });
      expect(flat(err)).toContain(text);
    }
  });
});

describe("generate --activities", () => {
  it("starts from the rides, says so, and keeps no name beside the plan", async () => {
    const cwd = await aFolderOfExports();
    const rides = ["--activities", "mine", "--timezone", "UTC"];
    const made = await runCli(["generate", ...FIVE, ...FIXED, "--plan-id", "p", ...rides], { cwd });
    expect(made.code).toBe(0);
    expect(flat(made.out)).toContain(
      "hours you ride now: 5 h 18 (from your rides: mean of the 6 weeks to 2026-11-30 (Strava))",
    );
    const table = await readFile(join(cwd, "plans", "p_activities.csv"), "utf8");
    expect(table.split("\n")[0]).toBe("date,duration_min,load,rung");
    expect(table.split("\n")).toHaveLength(42);
    const profile = JSON.parse(await readFile(join(cwd, "plans", "p_profile.json"), "utf8")) as Record<string, unknown>;
    expect(profile).toMatchObject({ longest_recent_ride_minutes: 90 });
    expect(profile.atl).toBeGreaterThan(0);
    expect(JSON.stringify(profile) + table).not.toContain("Secret");
  });

  it("says what the rides show where an answer is missing", async () => {
    const cwd = await aFolderOfExports();
    const flags = ["--hours", "6", "--experience", "beginner", "--weeks", "8", "--no-input"];
    const rides = ["--activities", "fit", "--timezone", "UTC", "--today", "2026-12-01"];
    const { code, out, err } = await runCli(["generate", ...flags, ...rides], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(flat(err)).toContain("--ftp: about 228 W from your rides -> say --ftp 228 to plan with it");
    expect(flat(err)).toContain("--days: you rode on fri,sun -> say --days fri,sun");
    expect(flat(err)).not.toContain("--ftp: missing");
  });

  it("a flag wins", async () => {
    const cwd = await aFolderOfExports();
    const rides = ["--activities", "garmin.csv", "mine", "--timezone", "UTC", "--recent-hours", "6", "--ctl", "33"];
    const made = await runCli(["generate", ...FIVE, ...FIXED, "--plan-id", "p", ...rides], { cwd });
    expect(made.code).toBe(0);
    const profile = JSON.parse(await readFile(join(cwd, "plans", "p_profile.json"), "utf8")) as Record<string, unknown>;
    expect(profile).toMatchObject({ recent_weekly_hours: 6, ctl: 33 });
    expect(profile).not.toHaveProperty("atl");
  });
});
