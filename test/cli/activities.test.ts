import { mkdir, readFile, writeFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fitRide } from "../support/fit-ride.ts";
import { garminCsv, stravaCsv } from "../support/exports.ts";
import { aPlace, FIVE, FIXED, flat, runCli } from "./run-cli.ts";

const DAYS = Array.from({ length: 40 }, (_, i) =>
  new Date(Date.UTC(2026, 10, 30) - i * 2 * 86_400_000).toISOString().slice(0, 10),
);
const STRAVA = stravaCsv(
  DAYS.map((day) => ({ date: `${day} 17:00:00`, name: "Secret lane", moving: 5400, hr: 140, watts: 200 })),
);

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
  const watts = Array.from({ length: 1800 }, () => 240);
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
    expect(flat(out)).toContain("not read: 1 recordings of rides that activities.csv lists");
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
      "recent weekly hours: 5.3 (from your rides: mean of the 6 weeks to 2026-11-30 (Strava))",
    );
    const table = await readFile(join(cwd, "plans", "p_activities.csv"), "utf8");
    expect(table.split("\n")[0]).toBe("date,duration_min,load,rung");
    expect(table.split("\n")).toHaveLength(42);
    const profile = JSON.parse(await readFile(join(cwd, "plans", "p_profile.json"), "utf8")) as Record<string, unknown>;
    expect(profile).toMatchObject({ longest_recent_ride_minutes: 90 });
    expect(profile.atl).toBeGreaterThan(0);
    expect(JSON.stringify(profile) + table).not.toContain("Secret");
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
