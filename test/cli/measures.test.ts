import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aPlace, runCli } from "./run-cli.ts";

const REQUEST = {
  goal: "The pass",
  timeline: {
    hasEvent: true,
    eventDate: "2027-02-28",
    eventType: "gran_fondo",
    course: {
      distance_km: 162,
      climb_m: 3410,
      longest_climb_min: 61,
      climbs: [{ at_km: 51, length_km: 14.2, grade_pct: 7.1 }],
    },
  },
  profile: {
    ftp: 265,
    weight: 70,
    age: 42,
    weeklyHours: "8-10",
    experienceLevel: "intermediate",
    trainingDays: ["tuesday", "thursday", "saturday", "sunday"],
  },
};
const GENERATE = "generate --profile request.json --today 2026-12-01 --seed 1 --plan-id pass --no-input --use".split(
  " ",
);
const AMERICAN = { LANG: "en_US.UTF-8" };
const GERMAN = { LANG: "de_DE.UTF-8" };

/** A place with a plan, made by somebody in this locale; what was printed, and every file that it left. */
async function planned(env: Record<string, string>) {
  const cwd = await aPlace();
  await writeFile(join(cwd, "request.json"), JSON.stringify(REQUEST));
  const run = (words: readonly string[]) => runCli(words, { cwd, env });
  const { out } = await run([...GENERATE, "--export", "all"]);
  return { cwd, run, out };
}

const filesOf = async (cwd: string): Promise<[name: string, text: string][]> => {
  const names = await readdir(cwd, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    files
      .filter((path) => !path.includes(`${cwd}/home`))
      .toSorted()
      .map(async (path): Promise<[string, string]> => [
        path.slice(cwd.length),
        (await readFile(path, "latin1")).replaceAll(cwd, "."),
      ]),
  );
};

describe("units and clock", () => {
  it("are those of the rider in views, and never in files", async () => {
    const [american, german] = [await planned(AMERICAN), await planned(GERMAN)];
    expect(german.out).toContain("162 km, 3,410 m up, longest climb 14.2 km at 7.1 %");
    expect(american.out).toContain("100.7 miles, 11,188 ft up, longest climb 8.8 miles at 7.1 %");
    const day = ["today", "--today", "2027-02-28"];
    expect((await german.run(day)).out.replace(/\s+/g, " ")).toContain("km 51: 14.2 km at 7.1 %");
    expect((await american.run(day)).out.replace(/\s+/g, " ")).toContain("mile 31.7: 8.8 miles at 7.1 %");
    expect((await american.run([...day, "--json"])).out).toBe((await german.run([...day, "--json"])).out);
    const files = await filesOf(german.cwd);
    expect(files.length).toBeGreaterThan(100);
    expect(await filesOf(american.cwd)).toEqual(files);
  });

  it("a flag, a variable and a settings file go before the locale", async () => {
    const { cwd, run } = await planned(AMERICAN);
    const show = ["show", "event", "--today", "2027-02-28"];
    expect((await run([...show, "--units", "metric"])).out).toContain("14.2 km");
    await writeFile(join(cwd, "cycling-plan.json"), JSON.stringify({ units: "metric", clock: 24 }));
    expect((await run(show)).out).toContain("14.2 km");
    const env = { ...AMERICAN, CYCLING_PLAN_UNITS: "imperial" };
    expect((await runCli(show, { cwd, env })).out).toContain("8.8 miles");
    expect((await run([...show, "--units", "furlongs"])).err).toContain(
      "--units: furlongs -> expected metric or imperial",
    );
  });

  it("start times are said back on the clock of the rider, and the calendar is the same", async () => {
    const { cwd, run } = await planned(GERMAN);
    const words = ["export", "--format", "ics", "--at", "18:00,sat 9:00,event 7:30", "--force"];
    const long = (await run(words)).out;
    const before = await filesOf(cwd);
    const short = (await run([...words, "--clock", "12"])).out;
    expect(long).toContain("In the calendar: other days at 18:00, Saturday at 09:00 and your event at 07:30.");
    expect(short.replace(/\s+/g, " ")).toContain(
      "other days at 6:00 pm, Saturday at 9:00 am and your event at 7:30 am.",
    );
    expect(await filesOf(cwd)).toEqual(before);
  });
});
