import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FIVE, FIXED, runCli } from "./run-cli.ts";

interface Edited {
  readonly training_plan: {
    readonly weekly_plan: { readonly workouts: { weekday: string; date: string }[] }[];
  };
}

const made = ["generate", ...FIXED, ...FIVE, "--plan-id", "mine", "--quiet"];
const PLAN = "plans/mine_plan.json";

/** A plan whose Tuesday and Sunday of week 6 have changed places. */
async function anEditedPlan(): Promise<string> {
  const { cwd } = await runCli(made);
  const plan = JSON.parse(await readFile(join(cwd, PLAN), "utf8")) as Edited;
  const workouts = plan.training_plan.weekly_plan[5]?.workouts ?? [];
  const [first, last] = [workouts[0], workouts.at(-1)];
  if (first === undefined || last === undefined) throw new Error("week 6 holds no ride");
  [first.weekday, last.weekday] = [last.weekday, first.weekday];
  [first.date, last.date] = [last.date, first.date];
  [workouts[0], workouts[workouts.length - 1]] = [last, first];
  await writeFile(join(cwd, "edited.json"), JSON.stringify(plan));
  return cwd;
}

describe("lint on a screen", () => {
  it("says of a clean plan that it is, three measures and where the others are", async () => {
    const { cwd } = await runCli([
      "generate",
      ...FIXED,
      "--profile",
      "requests/century-12-weeks.json",
      "--plan-id",
      "mine",
      "--quiet",
    ]);
    const { code, out } = await runCli(["lint", PLAN], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(
      /^mine · clean: all \d+ rules hold\n\nEasy riding {5}\d\d % of time {3}human-written plans 63 to 93\n/,
    );
    expect(out).toMatch(/^Form that day {3}[+-]\d+ {5,}15 coach plans \+1 to \+23$/m);
    expect(out).toMatch(/\nAll measures {2}cycling-plan lint plans\/mine_plan\.json --full\n$/);
    expect(out.split("\n").length).toBeLessThan(10);
    const full = await runCli(["lint", PLAN, "--full"], { cwd });
    expect(full.out).toContain("Monotony of load weeks");
    expect(full.out).not.toContain("All measures");
  });

  it("puts the verdict first, then what is broken, and no measure while an error stands", async () => {
    const cwd = await anEditedPlan();
    const { code, out } = await runCli(["lint", "edited.json"], { cwd });
    expect(code).toBe(1);
    expect(out).toMatch(/^edited\.json · \d+ errors?, \d+ notes?/);
    expect(out).toMatch(/^error {2}week 6, Mon 11 Jan: .*\n(?: {7}.*\n)+/m);
    expect(out).toMatch(/\nWhy {11}cycling-plan lint --rules [\w-]+\n/);
    expect(out).not.toContain("Easy riding");
  });

  it("is a handbook with --rules: a chapter a class, each rule a sentence with its source and name", async () => {
    const { code, out } = await runCli(["lint", "--rules"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^The \d+ rules that every plan keeps\n\nWhat the rider said: /);
    for (const chapter of ["What a body takes.", "How a season is built.", "What makes a plan good."])
      expect(out).toContain(`\n${chapter}`);
    expect(out).toContain(
      "  Training falls on the days the rider chose.\n    The rider's own answer [available-days]\n",
    );
  });
});
