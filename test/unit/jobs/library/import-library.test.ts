import { beforeAll, describe, expect, it } from "vitest";
import { parseRequest } from "../../../../src/athlete/parse-request.ts";
import { seededChance } from "../../../../src/base/chance.ts";
import { exportPlan } from "../../../../src/export/export-plan.ts";
import { compilePlan } from "../../../../src/jobs/compile/compile.ts";
import { importLibrary, type FileReport, type ImportedLibrary } from "../../../../src/jobs/library/import-library.ts";
import { catalogueOf } from "../../../../src/library/catalogue.ts";
import { checkLibrary } from "../../../../src/library/check.ts";
import { chooseWorkout } from "../../../../src/library/choose.ts";
import { withOwn } from "../../../../src/library/own-library.ts";
import { parseLibrary } from "../../../../src/library/parse-library.ts";
import { writeSegment } from "../../../../src/workout/segment.ts";
import { planWith } from "../../export/a-ride.ts";
import { aPlan } from "../../../support/a-plan.ts";
import { aTask } from "../../../support/a-task.ts";
import { damagedFile } from "../../export/damaged-files.ts";
import { files as ourFiles, shipped } from "../../library/shipped.ts";

const ours = { library: shipped, files: ourFiles() };

const WARM_UP = '<Warmup Duration="600" PowerLow="0.45" PowerHigh="0.75"/>';
const COOL_DOWN = '<Cooldown Duration="600" PowerLow="0.60" PowerHigh="0.40"/>';
const sets = (count: number, on: number, off: number, power: number): string =>
  `<IntervalsT Repeat="${count}" OnDuration="${on}" OffDuration="${off}" OnPower="${power}" OffPower="0.5"/>`;

const zwo = (file: string, steps: readonly string[], { name = file, description = "" } = {}) => ({
  name: `${file}.zwo`,
  bytes: new TextEncoder().encode(
    `<workout_file>\n<name>${name}</name>\n<description>${description}</description>\n<workout>\n${steps.join("\n")}\n</workout>\n</workout_file>\n`,
  ),
});

const imported = (...files: Parameters<typeof importLibrary>[0]): Promise<ImportedLibrary> =>
  importLibrary(files, ours);
const reportOf = async (file: Parameters<typeof importLibrary>[0][number]): Promise<FileReport> =>
  (await imported(file)).reports[0]!;

describe("a file becomes a workout of the library", () => {
  it("with a place, a length and room for easy riding", async () => {
    const { reports, files, findings, manifest } = await imported(
      zwo("sst", [WARM_UP, sets(3, 720, 240, 0.9), COOL_DOWN], { description: "Hold on." }),
    );
    expect(reports).toEqual([
      {
        kind: "imported",
        file: "sst.zwo",
        id: "own_sst",
        name: "sst",
        place: { family: "sweetspot", type: "sweetspot", level: 3 },
        seconds: 4080,
        longestSeconds: 4080 + 240 * 60,
        fixes: [],
      },
    ]);
    expect(findings).toEqual([]);
    expect(manifest.files).toEqual(["sweetspot.json"]);
    expect(files[0]?.workouts[0]?.description).toBe("Hold on.");
  });

  it("with every fix that its file needed", async () => {
    const report = await reportOf(
      zwo("wild", [
        '<SteadyState Duration="300"/>',
        sets(4, 480, 180, 1.004),
        '<FreeRide Duration="300"/>',
        '<Cooldown Duration="120" PowerLow="0.4" PowerHigh="0.6"/>',
      ]),
    );
    expect(report).toMatchObject({ kind: "imported", id: "own_wild" });
    expect(report.kind === "imported" && report.fixes).toEqual([
      { line: 5, message: "SteadyState has no power: read as a free ride" },
      { line: 7, message: "free ride: counted at 65 % of FTP" },
      { line: 8, message: "Cooldown rises: its two powers are taken the other way round" },
      { message: "powers are rounded to whole percents of FTP" },
      { message: "its cool-down takes 5 min, not 2 min" },
      { message: "a warm-up of 3 min is added before its first hard part" },
    ]);
  });

  it("or is left out with the reason: damaged, of another sport, twice there, too mixed, too hard for anybody", async () => {
    const tempo = [WARM_UP, sets(2, 1200, 300, 0.8), COOL_DOWN];
    const { reports } = await imported(
      zwo("a", tempo),
      zwo("b", ["<SteadyState Duration=60/>"]),
      { ...zwo("c", tempo), name: "c.tcx" },
      zwo("d", tempo, { name: "another name" }),
      zwo("e", [WARM_UP, '<SteadyState Duration="3600" Power="1.3"/>', COOL_DOWN]),
      { name: "f.zwo", trouble: "it cannot be read (EACCES)" },
    );
    expect(reports.slice(1).map((report) => (report.kind === "left-out" ? [report.line, report.message] : []))).toEqual(
      [
        [5, expect.stringContaining("not well-formed XML")],
        [undefined, "its name ends in none of .zwo, .erg, .mrc, .fit"],
        [undefined, "it is the same ride as a.zwo"],
        [undefined, "it holds 60 min without a break above 120 % of FTP; an advanced rider is given 2 min at most"],
        [undefined, "it cannot be read (EACCES)"],
      ],
    );
  });

  it.each([
    [
      "a whole effort",
      '<SteadyState Duration="3600" Power="0.88"/>',
      "it holds 60 min without a break above 87 % of FTP; an advanced rider is given 45 min at most",
    ],
    [
      "all efforts together",
      sets(5, 1500, 300, 0.9),
      "its work above 87 % of FTP adds up to 125 min; an advanced rider is given 100 min at most",
    ],
    [
      "short efforts together",
      sets(40, 45, 30, 1.2),
      "its short efforts above 110 % of FTP add up to 30 min; an advanced rider is given 25 min at most",
    ],
    [
      "the reserve above FTP",
      sets(4, 240, 60, 1.15),
      "of the reserve above FTP (W', as most riders have it) before it can recover; 90 % at most",
    ],
  ])("or is left out with the limit and the number: %s", async (_, work, message) => {
    const report = await reportOf(zwo("hard", [WARM_UP, work, COOL_DOWN]));
    expect(report).toMatchObject({ kind: "left-out", message: expect.stringContaining(message) as string });
  });

  it("or is left out as a test, ours or another's, and never as too hard", async () => {
    const files = shipped.workouts.flatMap(({ role, name, parts }) => {
      const segments = parts.filter(({ nominal }) => nominal > 0).map(({ segment }) => writeSegment(segment));
      const plan = planWith({ segments, name, role: "test" });
      return role === "test" ? exportPlan(plan, { formats: ["zwo", "fit"], ftpWatts: 265 }) : [];
    });
    const names = files.map(({ path, bytes }, i) => ({ name: `${i}-${path.split("/")[1] ?? ""}`, bytes }));
    const old = zwo("old", [
      WARM_UP,
      '<SteadyState Duration="300" Power="1.1"/>',
      '<SteadyState Duration="600" Power="0.52"/>',
      '<SteadyState Duration="1200" Power="1.05"/>',
      COOL_DOWN,
    ]);
    const zwift = zwo("theirs", [WARM_UP, '<FreeRide Duration="1200" ftptest="1"/>', COOL_DOWN]);
    const { reports } = await importLibrary([...names, old, zwift], ours);
    expect(reports.length).toBeGreaterThan(10);
    const said = reports.map((report) => (report.kind === "left-out" ? report.message : report.id));
    expect(new Set(said.filter((text) => !text.startsWith("it is the same ride as")))).toEqual(
      new Set(["it is a test: every plan brings its own on the days that suit it, so that none is needed here"]),
    );
  });

  it("tells how far it is, and stops where it is told to", async () => {
    const told: string[] = [];
    const files = ["a", "b", "c"].map((name) => zwo(name, [WARM_UP, COOL_DOWN]));
    await importLibrary(files, ours, { between: (done, of) => Promise.resolve(void told.push(`${done}/${of}`)) });
    expect(told).toEqual(["0/3", "1/3", "2/3", "3/3"]);
    await expect(importLibrary(files, ours, { between: () => Promise.reject(new Error("stop")) })).rejects.toThrow(
      "stop",
    );
  });

  it.each([
    ["emoji", "🚴‍♀️🔥"],
    ["right to left", "\u202eאימון\u202c"],
    ["the end of a CDATA", "]]&gt; &amp;amp; &lt;b&gt;"],
    ["slashes and quotes", "../../etc/passwd &quot;x&quot;"],
    ["5,000 characters", "Aé".repeat(2500)],
    ["a name of ours", "Threshold 4 x 5 at 95 %"],
  ])("whatever its name: %s", async (_, name) => {
    const steps = [WARM_UP, sets(3, 720, 240, 0.9), COOL_DOWN];
    const other = [WARM_UP, sets(4, 720, 240, 0.9), COOL_DOWN];
    const result = await imported(zwo("one", steps, { name, description: name }), zwo("two", other, { name }));
    expect(result.reports.map(({ kind }) => kind)).toEqual(["imported", "imported"]);
    expect(result.findings).toEqual([]);
    const ids = result.files.flatMap(({ workouts }) => workouts.map(({ id }) => id));
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^own_[a-z0-9_]+$/);
  });

  it("a text of any length stays inside what a workout's text may be", async () => {
    const report = await reportOf(
      zwo("long", [WARM_UP, sets(3, 720, 240, 0.9), COOL_DOWN], { description: "one two three ".repeat(400) }),
    );
    expect(report.kind === "imported" && report.fixes).toEqual([
      { message: "its description is cut to the length of ours" },
    ]);
  });

  it("trap: no damaged file brings the import down, and what it takes passes the check", async () => {
    const files = Array.from({ length: 400 }, (_, i) => {
      const { name, bytes } = damagedFile(i);
      return { name: `${i}-${name.split("/").at(-1) ?? name}`, bytes };
    });
    const { reports, findings, ...library } = await importLibrary(files, ours, { ftpWatts: 265 });
    expect(reports).toHaveLength(400);
    expect(findings).toEqual([]);
    const both = withOwn(shipped, parseLibrary(library.manifest, library.files));
    expect(checkLibrary(both).findings).toEqual([]);
    for (const report of reports) if (report.kind === "left-out") expect(report.message).not.toBe("");
  });
});

describe("plans of ours and theirs", () => {
  let own: ReturnType<typeof parseLibrary>;

  beforeAll(async () => {
    const result = await imported(
      zwo("tempo", [WARM_UP, sets(2, 1200, 300, 0.8), COOL_DOWN]),
      zwo("sst", [WARM_UP, sets(3, 720, 240, 0.9), COOL_DOWN]),
      zwo("ftp", [WARM_UP, sets(4, 480, 180, 0.98), COOL_DOWN]),
      zwo("vo2", [WARM_UP, sets(5, 180, 180, 1.12), COOL_DOWN]),
      zwo("easy", ['<SteadyState Duration="4200" Power="0.64"/>']),
      ...exportPlan(aPlan(), { formats: ["fit"] }).map(({ path, bytes }) => ({ name: path, bytes })),
    );
    own = parseLibrary(result.manifest, result.files);
  });

  it("pass the one check of the library together", () => {
    const both = withOwn(shipped, own);
    expect(both.workouts).toHaveLength(shipped.workouts.length + own.workouts.length);
    expect(checkLibrary(both).findings).toEqual([]);
    expect(catalogueOf(both).forms.map(({ id }) => id)).toEqual(both.workouts.map(({ id }) => id));
  });

  it("trap: the rider's own comes first where it fits, and not again within 14 days", () => {
    const choose = (seed: number, ridden: [string, "2026-12-01"][]) =>
      chooseWorkout(withOwn(shipped, own), {
        day: {
          weekday: "Tuesday",
          date: "2026-12-08",
          workout_types: ["sweetspot"],
          family: "sweetspot",
          level: 3,
          role: "key",
          target_minutes: 90,
          max_minutes: 90,
        },
        seconds: 90 * 60,
        level: "intermediate",
        isSharp: false,
        highestPower: Number.POSITIVE_INFINITY,
        ridden: new Map(ridden),
        chance: seededChance(String(seed)),
      })?.id;
    for (let seed = 0; seed < 20; seed++) {
      expect(choose(seed, [])).toBe("own_sst");
      expect(choose(seed, [["own_sst", "2026-12-01"]])).not.toMatch(/^own_/);
    }
  });

  it.each([
    ["beginner", "Improve FTP", "6", "tue,thu,sat"],
    ["intermediate", "Complete century", "8", "tue,thu,sat,sun"],
    ["advanced", "criterium racing", "10", "mon,tue,thu,sat,sun"],
  ])("%s, %s: a plan that the tools accept, with the rider's own where they fit", (experience, goal, hours, days) => {
    const flags = { ftp: "265", hours, days, experience, weeks: "12", goal };
    const { request } = parseRequest({ flags }, "2026-12-01");
    const { plan } = compilePlan(aTask({ request, seed: "s" }), withOwn(shipped, own));
    const ids = plan.training_plan.weekly_plan.flatMap((week) =>
      week.workouts.map(({ library_workout_id: id }) => id ?? ""),
    );
    expect(ids.some((id) => id.startsWith("own_"))).toBe(true);
    expect(ids.some((id) => id !== "" && !id.startsWith("own_"))).toBe(true);
    expect(plan.ai_metadata.library_version).toBe(`${shipped.version}+own.${own.workouts.length}`);
  });
});
