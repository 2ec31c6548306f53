import { describe, expect, expectTypeOf, it } from "vitest";
import { COMMANDS } from "../../../src/cli/command-table.ts";
import type { CommandSpec } from "../../../src/cli/command-spec.ts";
import { command } from "../../../src/cli/command.ts";
import type { generateSpec } from "../../../src/cli/commands/generate/spec.ts";
import { holdsArguments, holdsFlags, type ArgumentsOf, type FlagsOf } from "../../../src/cli/flags.ts";
import { aSystem } from "./a-system.ts";

const SPEC = {
  name: "ride",
  summary: "",
  args: [
    { name: "<place>", about: "" },
    { name: "[bike]", about: "" },
    { name: "<friends...>", about: "" },
  ],
  options: [
    { flags: "--fast", about: "" },
    { flags: "--no-lights", about: "" },
    { flags: "--max-hr <bpm>", about: "" },
    { flags: "--days <days...>", about: "" },
    { flags: "--export [list]", about: "" },
  ],
  examples: [],
} as const satisfies CommandSpec;

describe("the flags of a command", () => {
  it("have the types that their spec says", () => {
    expectTypeOf<FlagsOf<typeof SPEC>>().toEqualTypeOf<{
      readonly fast?: true | undefined;
      readonly lights?: false | undefined;
      readonly maxHr?: string | undefined;
      readonly days?: readonly string[] | undefined;
      readonly export?: string | true | undefined;
    }>();
    expectTypeOf<ArgumentsOf<typeof SPEC>>().toEqualTypeOf<readonly [string, string | undefined, readonly string[]]>();
    expectTypeOf<FlagsOf<typeof generateSpec>["eventDate"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<FlagsOf<typeof generateSpec>>().not.toHaveProperty("eventDat");
  });

  it.each([
    [{}, true],
    [{ fast: true, lights: false, maxHr: "190", days: ["tue", "thu"], export: "zwo" }, true],
    [{ export: true }, true],
    [{ fast: "yes" }, false],
    [{ lights: true }, false],
    [{ maxHr: 190 }, false],
    [{ maxHr: ["190"] }, false],
    [{ days: "tue" }, false],
    [{ days: [2] }, false],
    [{ export: false }, false],
  ])("%j holds what the spec says: %j", (flags, expected) => {
    expect(holdsFlags(SPEC, flags)).toBe(expected);
  });

  it.each([
    [["here", undefined, ["ann"]], true],
    [["here", "old", ["ann", "ben"]], true],
    [[undefined, undefined, []], false],
    [["here", 5, []], false],
    [["here", undefined, "ann"], false],
  ])("arguments %j: %j", (args, expected) => {
    expect(holdsArguments(SPEC, args)).toBe(expected);
  });

  it("that do not fit are a mistake of the program, found before the command runs", async () => {
    const { perform } = command(SPEC, () => Promise.reject(new Error("it ran")));
    const line = { args: ["here", undefined, []], isJson: false };
    await expect(perform(aSystem(), { ...line, flags: { maxHr: 5 } })).rejects.toThrow("another spec");
    await expect(perform(aSystem(), { ...line, flags: {} })).rejects.toThrow("it ran");
  });

  it("are written so that the types can read them", () => {
    const specs = COMMANDS.flatMap((entry) => ("commands" in entry ? entry.commands : [entry])).map(({ spec }) => spec);
    for (const { options = [], args = [] } of specs) {
      for (const { flags } of options) expect(flags).toMatch(/^--[a-z][a-z-]*( <[^<>]+>| \[[^[\]]+\])?$/);
      for (const { name } of args) expect(name).toMatch(/^(<[a-z]+(\.\.\.)?>|\[[a-z]+(\.\.\.)?\])$/);
    }
  });
});
