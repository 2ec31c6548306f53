import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { ANSWER_KEYS, nameOf } from "../../../src/athlete/parse-answers.ts";
import { jsonSchema, SCHEMA_NAMES } from "../../../src/jobs/schemas/json-schema.ts";
import { generateSpec } from "../../../src/cli/commands/generate/spec.ts";
import { COMMANDS } from "../../../src/cli/command-table.ts";
import type { CommandEntry, GroupEntry } from "../../../src/cli/command.ts";
import type { CommandSpec } from "../../../src/cli/command-spec.ts";
import { run } from "../../../src/cli/run.ts";
import { wrapped } from "../../../src/report/wrap.ts";
import { aSystem, type TestSystem } from "./a-system.ts";

async function runWith(
  argv: readonly string[],
  change: Parameters<typeof aSystem>[0] = {},
): Promise<{ code: number; out: string; err: string }> {
  const system: TestSystem = aSystem({ argv, ...change });
  const code = await run(system, COMMANDS);
  return { code, ...system.printed() };
}

const leaves = (entries: readonly (CommandEntry | GroupEntry)[], before = ""): { path: string; spec: CommandSpec }[] =>
  entries.flatMap((entry) =>
    "commands" in entry
      ? leaves(entry.commands, `${before}${entry.spec.name} `)
      : [{ path: before + entry.spec.name, spec: entry.spec }],
  );

const TREE = [
  "generate", "show", "today", "why", "done", "pull", "review", "change", "undo", "changes", "diff", "lint", "export", "push", "plans", "schedule", "status", "activities",
  "athlete show", "athlete set", "athlete log",
  "library list", "library show", "library check", "library import",
  "tool overview", "tool week", "tool finalize",
  "batch",
  "mcp",
  "schema", "doctor",
  "completion",
]; // prettier-ignore

describe("the help of generate", () => {
  it("fits two screens of 24 lines, and names a flag of every kind", async () => {
    const { code, out } = await runWith(["generate", "--help"], { width: 80 });
    expect(code).toBe(0);
    expect(out.trimEnd().split("\n").length).toBeLessThanOrEqual(48);
    expect(out).toContain("--help all");
    expect(out).toContain("--long-ride");
  });

  it("tells every flag with `--help all`", async () => {
    const { out } = await runWith(["generate", "--help", "all"], { width: 80 });
    for (const { flags } of generateSpec.options)
      expect(out).toMatch(new RegExp(`^  ${flags.split(" ")[0] ?? ""}\\b`, "m"));
    expect(out).not.toContain("More flags");
  });
});

describe("the command tree", () => {
  it("is whole", () => {
    expect(leaves(COMMANDS).map(({ path }) => path)).toEqual(TREE);
  });

  it.each(TREE)("%s has help with examples and --json, in 80 columns", async (path) => {
    const { code, out, err } = await runWith([...path.split(" "), "--help"]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(`Usage: cycling-plan ${path}`);
    expect(out).toContain("\nExamples:\n  $ cycling-plan ");
    expect(out).toContain("--json");
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("shows its examples with flags that exist", () => {
    for (const { path, spec } of leaves(COMMANDS)) {
      const known = new Set([
        ...(spec.options ?? []).flatMap(({ flags }) => flags.match(/--[a-z-]+/g) ?? []),
        "--json",
      ]);
      for (const flag of spec.examples.join(" ").match(/--[a-z-]+/g) ?? [])
        expect(known, `${path} ${flag}`).toContain(flag);
    }
  });

  it("has a flag for every answer that names one", () => {
    const flags = generateSpec.options.map((option) => option.flags.split(" ")[0]);
    for (const key of ANSWER_KEYS) if (nameOf(key).flag !== undefined) expect(flags).toContain(nameOf(key).flag);
  });
});

describe("wrong command lines", () => {
  it.each([
    [["genrate"], "unknown command 'genrate'", "Did you mean generate?"],
    [["generate", "--fpt", "265"], "unknown option '--fpt'", "Did you mean --ftp?"],
    [["athlete", "shwo"], "unknown command 'shwo'", "Did you mean show?"],
    [["generate", "265"], "too many arguments", ""],
    [["generate", "--ftp", "--hours", "8"], "argument '--hours' is invalid", ""],
    [["schedule"], "missing required argument", ""],
    [["show", "--week", "1", "--day", "2027-01-01"], "cannot be used with", ""],
  ])("%j", async (argv, says, suggests) => {
    const { code, out, err } = await runWith(argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("error  ");
    expect(err).toContain(says);
    expect(err).toContain(suggests);
    const json = JSON.parse((await runWith([...argv, "--json"])).err) as { error: { message: string } };
    expect(json).toMatchObject({ error: { code: "USAGE_INVALID" } });
  });

  it("a group without its command shows the group's help on stderr", async () => {
    const { code, out, err } = await runWith(["athlete"]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain("Usage: cycling-plan athlete");
  });

  it("no words at all show the help", async () => {
    const { code, out } = await runWith([]);
    expect(code).toBe(0);
    expect(out).toContain("One command: cycling-plan help change");
  });
});

describe("errors", () => {
  it("of ours end with 70 and keep their stack", async () => {
    const broken = {
      out: () => {
        throw new TypeError("planted");
      },
    };
    const { code, err } = await runWith(["schema", "plan"], broken);
    expect(code).toBe(70);
    expect(err).toMatch(/internal error, please report it:\nTypeError: planted\n +at /);
    const json = await runWith(["schema", "plan", "--json"], broken);
    expect(JSON.parse(json.err)).toMatchObject({ error: { code: "INTERNAL" } });
  });

  it("fit in 80 columns", async () => {
    const { err } = await runWith(["generate"]);
    expect(err).toContain("error  The request has 5 problems:");
    expect(err.endsWith("No file was changed.\n")).toBe(true);
    expect(err.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("let nothing through that a terminal would obey", async () => {
    const { err } = await runWith(["generate", "--profile", "\u001b[2Jx.json"]);
    expect(err).toContain("x.json cannot be read");
    expect(err).not.toContain("\u001b");
    const words = "\u001b[1mbold\u001b[0m \u001b[2J\u0007\u001b]0;x\rover\n";
    const says = COMMANDS.filter(({ spec }) => spec.name === "plans").map((entry) => ({
      ...entry,
      perform: ({ out }: TestSystem) => {
        out(words);
        return Promise.resolve(0);
      },
    }));
    const system = aSystem({ argv: ["plans"] });
    await run(system, says as typeof COMMANDS);
    expect(system.printed().out).toBe("\u001b[1mbold\u001b[0m [2J]0;xover\n");
  });

  it("only a --json before -- asks for JSON", async () => {
    expect((await runWith(["show", "--", "--json"])).err).toMatch(/^error {2}There is no /);
  });
});

describe("schema", () => {
  it.each(SCHEMA_NAMES)("%s is JSON Schema", async (name) => {
    const { code, out } = await runWith(["schema", name]);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: expect.any(String) as unknown,
    });
  });

  it("writes days as dates and refuses unknown keys", () => {
    const text = JSON.stringify(jsonSchema("plan"));
    expect(text).toContain('"start_date":{"type":"string","format":"date"}');
    expect(text).toContain('"additionalProperties":false');
  });

  it.each(["plna", "", "__proto__", "constructor"])("%j is no schema", async (name) => {
    const { code, err } = await runWith(["schema", name]);
    expect(code).toBe(2);
    expect(err.replace(/\s+/g, " ")).toContain("there are request, plan, overview");
  });
});

describe("wrapped", () => {
  it.each([
    ["short", 80, "short"],
    ["aaa bbb ccc", 7, "aaa bbb\n  ccc"],
    ["  aaa bbb ccc", 9, "  aaa bbb\n    ccc"],
    ["aaaaaaaaaaaa b", 5, "aaaaaaaaaaaa\n  b"],
    ["one\ntwo", 80, "one\ntwo"],
    ["", 80, ""],
  ])("%j in %i", (text, width, expected) => {
    expect(wrapped(text, width)).toBe(expected);
  });
});

describe.skipIf(process.platform === "win32")("a signal in the last moment of the work", () => {
  it("is heard", async () => {
    let isCancelled = false;
    process.once("SIGUSR2", () => (isCancelled = true));
    const commands = COMMANDS.filter(({ spec }) => spec.name === "plans").map((entry) => ({
      ...entry,
      perform: async () => {
        await readFile(import.meta.filename);
        process.kill(process.pid, "SIGUSR2");
        return 0;
      },
    }));
    const system = aSystem({ argv: ["plans"], isCancelled: () => isCancelled });
    expect(await run(system, commands as typeof COMMANDS)).toBe(130);
  });
});
