import { describe, expect, it } from "vitest";
import { COMMANDS } from "../../../src/cli/command-table.ts";
import { HELP_GROUPS } from "../../../src/cli/help-groups.ts";
import { run } from "../../../src/cli/run.ts";
import { aSystem } from "./a-system.ts";

const helped = async (argv: readonly string[], width = 80): Promise<string> => {
  const system = aSystem({ argv, width });
  expect(await run(system, COMMANDS)).toBe(0);
  return system.printed().out;
};

describe("the help of the program", () => {
  it("names every command once, in groups, on one screen, without a flag", async () => {
    const text = await helped(["help"]);
    expect(text.trimEnd().split("\n").length).toBeLessThanOrEqual(24);
    expect(text).not.toMatch(/ --(?!minutes|all)/);
    const grouped = HELP_GROUPS.flatMap(([, told]) => told.map(([name]) => name));
    const known: string[] = COMMANDS.map(({ spec }) => spec.name);
    for (const name of known) expect(text).toMatch(new RegExp(`\\b${name}\\b`));
    for (const name of grouped) expect(known).toContain(name);
    for (const name of known.filter((one) => !grouped.includes(one)))
      expect(text.split(new RegExp(`(?<=\\s)${name}(?=\\s|$)`)).length, name).toBeLessThanOrEqual(2);
  });

  it("is the same with --help and without a word, and keeps to narrow terminals", async () => {
    expect(await helped(["--help"])).toBe(await helped(["help"]));
    expect(await helped([])).toBe(await helped(["help"]));
    for (const width of [40, 60]) {
      const widths = (await helped(["help"], width)).split("\n").map((line) => line.length);
      expect(Math.max(...widths)).toBeLessThanOrEqual(width);
    }
  });

  it("tells every flag of every command with --all, and keeps to narrow terminals", async () => {
    const all = await helped(["help", "--all"]);
    expect(await helped(["help", "all"])).toBe(all);
    const specs = COMMANDS.flatMap((entry) => ("commands" in entry ? entry.commands : [entry]).map(({ spec }) => spec));
    for (const { name, options = [] } of specs) {
      expect(all).toContain(name);
      for (const { flags } of options) expect(all).toContain(`  ${flags}`);
    }
    for (const width of [40, 80]) {
      const widths = (await helped(["help", "--all"], width)).split("\n").map((line) => line.length);
      expect(Math.max(...widths)).toBeLessThanOrEqual(width);
    }
  });

  it("tells all flags of a command where that is asked for", async () => {
    expect(await helped(["help", "generate", "--all"])).toBe(await helped(["generate", "--help", "all"]));
  });
});
