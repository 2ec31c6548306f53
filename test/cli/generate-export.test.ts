import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aPlace, FIVE, FIXED, flat, runCli } from "./run-cli.ts";

const ARGS = ["generate", ...FIVE, ...FIXED, "--plan-id", "mine"];

describe("generate --export", () => {
  it("alone writes zwo and ics beside the plan, the bytes that export writes, and says where they go", async () => {
    const { cwd, code, out } = await runCli([...ARGS, "--export"]);
    expect(code).toBe(0);
    expect(out).toMatch(/\d+ files in \.\/workouts\/mine: \d+ zwo, 1 ics\./);
    expect(flat(out)).toContain("Documents/Zwift/Workouts/<your Zwift number>");
    expect(await readdir(join(cwd, "workouts", "mine"))).toContain("mine.ics");
    const again = await runCli(["export", "mine", "--json"], { cwd });
    const { files, unchanged } = JSON.parse(again.out) as { files: unknown[]; unchanged: number };
    expect(unchanged).toBe(files.length);
    expect(files.length).toBeGreaterThan(40);
  });

  it("takes a list, and tells it as JSON", async () => {
    const { cwd, code, out } = await runCli([...ARGS, "--json", "--export", "csv,md"]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      plan_id: "mine",
      export: { formats: ["csv", "md"], files: [{ path: "mine.csv" }, { path: "mine.md" }] },
    });
    expect((await readdir(join(cwd, "workouts", "mine"))).sort()).toEqual(["mine.csv", "mine.md"]);
  });

  it("without the flag writes no workouts", async () => {
    const { cwd } = await runCli(ARGS);
    expect(await readdir(cwd)).not.toContain("workouts");
  });

  it("writes nothing on a dry run, and counts", async () => {
    const { cwd, out } = await runCli([...ARGS, "--dry-run", "--export", "ics"]);
    expect(out).toContain("1 file would go to ./workouts/mine: 1 ics.");
    expect(await readdir(cwd)).not.toContain("workouts");
  });

  it("refuses a wrong list before anything is planned", async () => {
    const { cwd, code, err } = await runCli([...ARGS, "--export", "zwp"]);
    expect(code).toBe(2);
    expect(flat(err)).toContain("--export: zwp -> did you mean zwo?");
    expect(await readdir(cwd)).not.toContain("plans");
  });

  it("says that the plan is there when a workout file is in the way, and loses neither", async () => {
    const cwd = await aPlace();
    await mkdir(join(cwd, "workouts", "mine"), { recursive: true });
    await writeFile(join(cwd, "workouts", "mine", "mine.ics"), "my own notes");
    const { code, err } = await runCli([...ARGS, "--export"], { cwd });
    expect(code).toBe(2);
    expect(flat(err)).toContain("The plan mine was written, its workouts were not.");
    expect(err).not.toContain("No file was changed");
    expect(await readFile(join(cwd, "workouts", "mine", "mine.ics"), "utf8")).toBe("my own notes");
    expect(await readdir(join(cwd, "plans"))).toContain("mine_plan.json");
  });
});
