import { chmod, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aPlace, flat, runCli } from "./run-cli.ts";

const isWindows = process.platform === "win32";

describe("what doctor says is kept", () => {
  it.skipIf(isWindows)("names each place with who can read it, how to delete it, and what is sent", async () => {
    const cwd = await aPlace();
    await mkdir(join(cwd, "plans"));
    await chmod(join(cwd, "plans"), 0o700);
    await mkdir(join(cwd, "workouts"));
    await chmod(join(cwd, "workouts"), 0o755);
    const before = await readdir(cwd);
    const { code, out } = await runCli(["doctor"], { cwd });
    expect(code).toBe(0);
    expect(out).toContain(`hours, days and goal: you alone\n    ${join(cwd, "plans")}\n`);
    expect(flat(out)).toContain(
      `everyone who uses this computer, unless a folder above is closed to them ${cwd}/workouts`,
    );
    expect(out).toMatch(/file: nothing there\n {4}\S+\/keys\.json\n/);
    expect(out).toMatch(/nothing there\n {4}\S+\/\.cache\/cycling-plan\n/);
    expect(flat(out)).toContain("To delete it, delete what lies there");
    expect(flat(out)).toContain("Nothing is sent anywhere, unless you name a language model");
    expect(await readdir(cwd)).toEqual(before);
  });
});
