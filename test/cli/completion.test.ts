import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { describe, expect, it } from "vitest";
import { manPage } from "../../scripts/man/man-page.ts";
import manifest from "../../package.json" with { type: "json" };
import { readFile } from "node:fs/promises";
import { COMMANDS } from "../../src/cli/command-table.ts";
import { SHELLS } from "../../src/cli/commands/completion/spec.ts";
import { aPlace, BIN, FIVE, FIXED, runCli } from "./run-cli.ts";

const next = async (line: readonly string[], cwd?: string): Promise<string[]> => {
  const args = ["completion", "bash", "--", ...line];
  const { out, code } = await runCli(args, cwd === undefined ? {} : { cwd, env: { CYCLING_PLAN_TODAY: "2026-12-01" } });
  expect(code).toBe(0);
  return out.split("\n").flatMap((row) => (row === "" ? [] : [row.split("\t")[0] ?? ""]));
};

describe("completion", () => {
  it("knows every command, the commands of a group and every flag", async () => {
    expect(await next([""])).toEqual([...COMMANDS.map(({ spec }) => spec.name), "help"]);
    expect(await next(["sh"])).toEqual(["show"]);
    expect(await next(["athlete", ""])).toEqual(["show", "set", "log"]);
    expect(await next(["generate", "--ev"])).toEqual([
      "--event-date",
      "--event-type",
      "--event-hours",
      "--event-days",
      "--event",
    ]);
    expect(await next(["generate", "--train-by", ""])).toEqual(["power", "heart_rate", "feel"]);
  });

  it("knows plan ids and dates", async () => {
    const cwd = await aPlace();
    expect(await runCli(["generate", ...FIVE, ...FIXED, "--plan-id", "mine"], { cwd })).toMatchObject({ code: 0 });
    expect(await next(["export", ""], cwd)).toEqual(["mine"]);
    expect(await next(["plans", "use", "m"], cwd)).toEqual(["mine"]);
    expect(await next(["show", ""], cwd)).toEqual(expect.arrayContaining(["tomorrow", "sat", "week", "event", "mine"]));
    expect(await next(["generate", "--event-date", "2026-12-0"], cwd)).toContain("2026-12-05");
  });

  it("refuses a shell that it does not know", async () => {
    expect(await runCli(["completion", "tcsh"])).toMatchObject({ code: 2 });
  });

  it("prints a script for each shell that asks the program", async () => {
    for (const shell of SHELLS) {
      const { out, code } = await runCli(["completion", shell]);
      expect(code).toBe(0);
      expect(out).toContain(`completion ${shell} --`);
    }
  });

  it.skipIf(process.platform === "win32")("works in bash, with a plan of this folder", async () => {
    const cwd = await aPlace();
    await mkdir(join(cwd, "plans"), { recursive: true });
    expect(await runCli(["generate", ...FIVE, ...FIXED, "--plan-id", "mine"], { cwd })).toMatchObject({ code: 0 });
    const { out } = await runCli(["completion", "bash"]);
    const script = [
      `cycling-plan() { "${process.execPath}" "${BIN}" "$@"; }`,
      out,
      'COMP_WORDS=(cycling-plan export mi); COMP_CWORD=2; _cycling_plan; echo "${COMPREPLY[@]}"',
      'COMP_WORDS=(cycling-plan tod); COMP_CWORD=1; _cycling_plan; echo "${COMPREPLY[@]}"',
    ].join("\n");
    await writeFile(join(cwd, "try.sh"), script);
    const ran = await execa("bash", ["try.sh"], { cwd, env: { HOME: join(cwd, "home") } });
    expect(ran.stdout.split("\n")).toEqual(["mine", "today"]);
  });
});

describe("the manual", () => {
  it("says what the specs say: npm run man writes it anew", async () => {
    const written = await readFile(join(BIN, "..", "..", "man", "cycling-plan.1"), "utf8");
    expect(written).toBe(manPage(COMMANDS, manifest.version));
  });
});
