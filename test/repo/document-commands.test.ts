import { cp, mkdir, mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { DOCUMENTS, readDocument } from "../../scripts/documents.mjs";
import { runCli, type Ran } from "../cli/run-cli.ts";

/** Commands that a test cannot run as they stand: why, and the test that runs what they do. */
const NOT_RUN: readonly (readonly [start: string, why: string])[] = [
  ["generate", "asks in a terminal: test/cli/wizard"],
  ["push", "asks a service: test/cli/push.test.ts"],
  ["pull --from intervals.icu", "asks a service: test/cli/pull-intervals.test.ts"],
  ["doctor --providers", "asks services: test/providers"],
];
/** The day on which a rider would type it, where that is not Wednesday of the plan's sixth week. */
const DAYS: readonly (readonly [start: string, day: string])[] = [
  ["change start", "2026-12-03"],
  ["generate --after", "2027-03-02"],
];
const WEDNESDAY = "2027-01-13";

interface Command {
  readonly line: string;
  readonly env: Record<string, string>;
  readonly words: readonly string[];
}

/** The words of a command line, as a shell reads them. */
const wordsOf = (line: string): string[] =>
  Array.from(line.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g), ([word]) => word.replace(/["']/g, ""));

function commandOf(line: string): Command | undefined {
  const words = wordsOf(line);
  const start = words.findIndex((word) => !/^[A-Z_]+=/.test(word));
  const env = Object.fromEntries(words.slice(0, start).map((word) => word.split("=", 2) as [string, string]));
  const [first, second, ...rest] = words.slice(start);
  if (first === "cycling-plan") return { line, env, words: second === undefined ? [] : [second, ...rest] };
  return first === "node" && second === "bin/cycling-plan.js" ? { line, env, words: rest } : undefined;
}

/** Lines of the sh and bash blocks, comments aside, and the spans that begin with the program's name. */
function linesOf(text: string): string[] {
  const blocks = Array.from(text.matchAll(/^```(?:sh|bash)\n([\s\S]*?)^```$/gm), ([, block = ""]) => block);
  const lines = blocks.flatMap((block) => block.replace(/\\\n\s*/g, " ").split("\n"));
  const prose = text.replace(/^```[\s\S]*?^```$/gm, "");
  const spans = Array.from(prose.matchAll(/`(cycling-plan [^`]+)`/g), ([, span = ""]) => span.replace(/\s+/g, " "));
  return [...lines, ...spans.filter((span) => !/ (?:PLAN|NAME|SHELL|FOLDER|COMMAND|ID|DIR)\b/.test(span))]
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter((line) => line !== "");
}

/** What is added so that nothing is asked for, sent, or done without a yes. */
function safely({ words }: Command): readonly string[] {
  if (words.includes("--provider")) return [...words, "--estimate"];
  if (words[0] === "change" || words[0] === "undo") return [...words, "--dry-run"];
  return words;
}

const notRun = ({ words }: Command): string | undefined => {
  const said = words.join(" ");
  return NOT_RUN.find(([start]) => said === start || (start !== "generate" && said.startsWith(start)))?.[1];
};

const dayOf = ({ words }: Command): string =>
  DAYS.find(([start]) => words.join(" ").startsWith(start))?.[1] ?? WEDNESDAY;

/** A folder as a clone's reader has it in January: both plans, workouts to read, a change to take back. */
let prepared = "";

async function must(args: readonly string[], day: string): Promise<Ran> {
  const ran = await runCli(args, { cwd: prepared, env: { CYCLING_PLAN_TODAY: day, CYCLING_PLAN_SEED: "s" } });
  expect(ran, args.join(" ")).toMatchObject({ code: 0 });
  return ran;
}

beforeAll(async () => {
  prepared = await realpath(await mkdtemp(join(tmpdir(), "cycling-plan-documents-")));
  await cp("fixtures/requests", join(prepared, "fixtures", "requests"), { recursive: true });
  await cp("docs/request-example.json", join(prepared, "docs", "request-example.json"));
  const made = ["generate", "--profile", "fixtures/requests/century-12-weeks.json", "--quiet", "--use", "--plan-id"];
  await must([...made, "first-plan"], "2026-12-01");
  await must(["export", "first-plan"], "2026-12-01");
  await must(["export", "first-plan", "--format", "zwo", "--out", "my-workouts"], "2026-12-01");
  await must([...made, "century"], "2026-12-01");
  await must([...made.slice(0, 2), "fixtures/requests/minimal.json", ...made.slice(3), "winter"], "2026-12-01");
  await must(["plans", "use", "century"], "2026-12-01");
  await mkdir(join(prepared, "my-rides"));
  await must(["change", "shorten", "sat", "to", "60", "--plan", "century", "--yes"], WEDNESDAY);
}, 60_000);

afterAll(() => rm(prepared, { recursive: true, force: true }));

describe.each([...DOCUMENTS, "CONTRIBUTING.md"])("%s", (path) => {
  it("holds commands that do what they say", { timeout: 60_000 }, async () => {
    const lines = linesOf(readDocument(path));
    const place = await realpath(await mkdtemp(join(tmpdir(), "cycling-plan-document-")));
    await cp(prepared, place, { recursive: true });
    const failed: string[] = [];
    for (const line of lines) {
      const command = commandOf(line);
      const script = /^npm (?:run )?([\w:-]+)/.exec(line)?.[1];
      if (script !== undefined && (script in manifest.scripts || ["cit", "link"].includes(script))) continue;
      if (command === undefined) failed.push(`${line}: neither ours nor a script of package.json`);
      else if (notRun(command) === undefined) {
        const env = { CYCLING_PLAN_SEED: "s", ...command.env, CYCLING_PLAN_TODAY: dayOf(command) };
        const { code, err } = await runCli(safely(command), { cwd: place, env });
        if (code !== 0) failed.push(`${line}: exit ${code ?? "none"}\n${err}`);
      }
    }
    await rm(place, { recursive: true, force: true });
    expect(failed.join("\n")).toBe("");
  });
});

it("reads commands at all, and lists none that no document has", () => {
  const commands = DOCUMENTS.flatMap((path) => linesOf(readDocument(path)).flatMap((line) => commandOf(line) ?? []));
  expect(commands.length).toBeGreaterThan(70);
  const said = commands.map(({ words }) => words.join(" "));
  const starts = [...NOT_RUN, ...DAYS].map(([start]) => start);
  expect(starts.filter((start) => !said.some((words) => words.startsWith(start)))).toEqual([]);
});
