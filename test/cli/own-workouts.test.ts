import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jsonText } from "../../src/base/json.ts";
import { aPlan } from "../support/a-plan.ts";
import { shipped } from "../unit/library/shipped.ts";
import { aPlace, FIVE, FIXED, flat, runCli } from "./run-cli.ts";

const zwo = (steps: string): string => `<workout_file>\n<workout>\n${steps}\n</workout>\n</workout_file>\n`;
const TEMPO = zwo(
  '<Warmup Duration="600" PowerLow="0.45" PowerHigh="0.75"/>\n<IntervalsT Repeat="2" OnDuration="900" OffDuration="300" OnPower="0.82" OffPower="0.5"/>\n<Cooldown Duration="600" PowerLow="0.4" PowerHigh="0.6"/>',
);

/** A place with a folder of two workouts, one of them damaged. */
async function aFolderOfRides(): Promise<string> {
  const cwd = await aPlace();
  await mkdir(join(cwd, "mine", "old"), { recursive: true });
  await writeFile(join(cwd, "mine", "Tempo time.zwo"), TEMPO);
  await writeFile(join(cwd, "mine", "old", "broken.zwo"), zwo("<SteadyState Duration=60/>"));
  await writeFile(join(cwd, "mine", "notes.txt"), "not a workout");
  return cwd;
}

describe("library import", () => {
  it("says what became of each file, checks, and says where the library is", async () => {
    const cwd = await aFolderOfRides();
    const { code, out, err } = await runCli(["library", "import", "mine"], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(flat(out)).toContain("Tempo time.zwo own_tempo_time: tempo, level 2, 60 min, up to 300 with easy riding");
    expect(flat(out)).toContain("line 5: Cooldown rises: its two powers are taken the other way round");
    expect(flat(out)).toContain("old/broken.zwo left out: line 3: this is not well-formed XML");
    expect(out).toContain("2 files: 1 workout imported, 1 left out.");
    expect(out).toContain("Checked like our own: every promise holds.");
    expect((await readdir(join(cwd, "my-library"))).sort()).toEqual(["manifest.json", "tempo.json"]);
  });

  it("tells a command that can be pasted, whatever the folder is called", async () => {
    const cwd = await aFolderOfRides();
    const { out } = await runCli(["library", "import", "mine", "--out", "my rides"], { cwd });
    expect(out).toMatch(/^Next: {2}cycling-plan generate --library '\.\/my rides'$/m);
  });

  it("the library is used by generate, list, show and check", async () => {
    const cwd = await aFolderOfRides();
    await runCli(["library", "import", "mine", "--out", "lib"], { cwd });
    const own = ["--library", "lib"];
    expect((await runCli(["library", "list", ...own], { cwd })).out).toContain("own_tempo_time");
    expect((await runCli(["library", "show", "own_tempo_time", ...own], { cwd })).out).toContain("Tempo time");
    const size = String(shipped.workouts.length + 1);
    expect((await runCli(["library", "check", ...own], { cwd })).out).toContain(`${size} workouts, everything holds.`);
    await writeFile(join(cwd, "mine", "easy.zwo"), zwo('<SteadyState Duration="3600" Power="0.64"/>'));
    await runCli(["library", "import", "mine", "--out", "lib", "--force"], { cwd });
    const made = await runCli(["generate", ...FIVE, ...FIXED, "--plan-id", "p", ...own], { cwd });
    expect(made.code).toBe(0);
    expect(made.out).toMatch(/Yours: {2}1 of your 2 workouts is in this plan/);
    expect(await readFile(join(cwd, "plans", "p_plan.json"), "utf8")).toContain('"own_easy"');
    expect((await runCli(["lint", "p", "--severity", "hard"], { cwd })).code).toBe(0);
  });

  it("writes the same bytes again, and replaces nothing that differs without --force", async () => {
    const cwd = await aFolderOfRides();
    await runCli(["library", "import", "mine"], { cwd });
    expect((await runCli(["library", "import", "mine"], { cwd })).code).toBe(0);
    await writeFile(join(cwd, "mine", "b.zwo"), TEMPO.replace("0.82", "0.84"));
    const stopped = await runCli(["library", "import", "mine"], { cwd });
    expect(stopped.code).toBe(2);
    expect(stopped.err).toMatch(/^error {2}This file is there already/m);
    expect((await runCli(["library", "import", "mine", "--force"], { cwd })).code).toBe(0);
  });

  it("exits 2 and writes nothing where no file can be used", async () => {
    const cwd = await aFolderOfRides();
    const { code, out } = await runCli(["library", "import", "mine/old"], { cwd });
    expect(code).toBe(2);
    expect(out).toContain("Nothing was written.");
    expect(await readdir(cwd)).not.toContain("my-library");
  });

  it.each([
    ["nothing there", ["library", "import", "nowhere"], "There is no file or folder"],
    ["no workout there", ["library", "import", "requests"], "holds no workout file"],
    ["a wrong FTP", ["library", "import", "mine", "--ftp", "12"], "--ftp: 12 -> expected 50 to 600 watts"],
    ["a folder of files, not a library", ["generate", ...FIVE, "--library", "mine"], "there is no manifest.json in it"],
  ])("bad input: %s", async (_, args, message) => {
    const cwd = await aFolderOfRides();
    const { code, err } = await runCli(args, { cwd });
    expect(code).toBe(2);
    expect(flat(err)).toContain(message);
    expect(flat(err)).toContain(" try ");
  });

  it("reads watts with the FTP that is named, and tells all of it as JSON", async () => {
    const cwd = await aPlace();
    const course = ["[COURSE HEADER]", "MINUTES WATTS", "[END COURSE HEADER]", "[COURSE DATA]", "0\t150", "60\t150"];
    await writeFile(join(cwd, "a.erg"), [...course, "[END COURSE DATA]", ""].join("\n"));
    const refused = await runCli(["library", "import", "a.erg"], { cwd });
    expect(refused.out).toContain("does not say of which FTP");
    expect(refused.out).toContain("--ftp WATTS");
    const { out } = await runCli(["library", "import", "a.erg", "--ftp", "250", "--json"], { cwd });
    expect(JSON.parse(out)).toMatchObject({
      imported: 1,
      left_out: 0,
      files: [{ kind: "imported", id: "own_a", place: { family: "endurance" } }],
      findings: [],
    });
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)("passes over what it may not read", async () => {
    const cwd = await aFolderOfRides();
    await chmod(join(cwd, "mine", "old", "broken.zwo"), 0);
    await chmod(join(cwd, "mine", "old"), 0);
    const { code, out } = await runCli(["library", "import", "mine"], { cwd });
    await chmod(join(cwd, "mine", "old"), 0o755);
    expect(code).toBe(0);
    expect(out).toContain("1 file: 1 workout imported");
  });
});

describe("lint on a folder of workout files", () => {
  it("checks a plan's own exports, and lists what such files do not say", async () => {
    const cwd = await aPlace();
    await mkdir(join(cwd, "plans"));
    await writeFile(join(cwd, "plans", "a-plan_plan.json"), jsonText(aPlan()));
    await runCli(["export", "a-plan", "--format", "all"], { cwd });
    const { out } = await runCli(["lint", "workouts/a-plan"], { cwd });
    expect(flat(out)).toContain("4 weeks, 7 Dec 2026 to 3 Jan 2027");
    expect(flat(out)).toContain("what type each workout is meant to be: honest-label");
    expect(flat(out)).toContain("--athlete FILE");
  });

  it("exits 1 for a file that cannot be read, with its line", async () => {
    const cwd = await aFolderOfRides();
    const { code, out } = await runCli(["lint", "mine"], { cwd });
    expect(code).toBe(1);
    expect(flat(out)).toContain("old/broken.zwo, line 3: this is not well-formed XML");
    const json = JSON.parse((await runCli(["lint", "mine", "--json"], { cwd })).out) as { readings: unknown[] };
    expect(json.readings).toHaveLength(1);
  });
});
