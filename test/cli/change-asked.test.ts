import { describe, expect, it } from "vitest";
import { aLivingPlan, BY_POWER, planFiles } from "./living-plan.ts";
import { flat } from "./run-cli.ts";
import { runTyped, type Typed } from "./typed-run.ts";
import type { Reply } from "./wizard/a-rider.ts";

const ON = { CYCLING_PLAN_TODAY: "2027-01-13", CYCLING_PLAN_SEED: "s" };
const typed = (cwd: string, words: readonly string[], replies: readonly Reply[]): Promise<Typed> =>
  runTyped(["change", ...words, "--plan", "mine"], { cwd, env: ON, replies });
const LEAVE: Reply = ["y do it", "n\n"];
const WELL: Reply = ["above the neck only", "1\n"];

describe("change without words", () => {
  it("says where the rider stands, and offers what fits the day", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    const { err, left } = await typed(cwd, [], [["What happened?", "1\n"], LEAVE]);
    expect(left).toBe(0);
    expect(flat(err)).toContain("mine · Wed 13 Jan, a rest day in week 6 of 12");
    expect(flat(err)).toContain("You see what it would do before anything is done.");
  });

  it.each([
    ["2", [["On which days?", "\n"], WELL], "ill on Wed 13 Jan"],
    ["2", [["On which days?", "tue-thu\n"], WELL], "ill from Tue 12 Jan to Thu 14 Jan"],
    ["3", [["Days away", "thu-sat\n"]], "away from Thu 14 Jan to Sat 16 Jan"],
    ["3", [["Days away", "sat to 60\n"]], "Sat 16 Jan in 1 h"],
    ["4", [["Which, and where to?", "thu to fri\n"]], "Thu 14 Jan moves to Fri 15 Jan"],
    ["4", [["Which, and where to?", "swap sat sun\n"]], "Sat 16 Jan and Sun 17 Jan change places"],
    ["5", [], "easier from Wed 13 Jan"],
    ["7", [["Say ftp 274", "hours 6\n"]], "6 h a week from Wed 13 Jan on"],
    [
      "8",
      [
        ["In your words", "dance\n"],
        ["no change that is known", "keep thu\n"],
      ],
      "Thu 14 Jan stays as it is",
    ],
  ] satisfies [string, Reply[], string][])("asks on after %s and reads what was meant", async (choice, then, read) => {
    const cwd = await aLivingPlan(BY_POWER);
    const before = await planFiles(cwd);
    const { code, out, left } = await typed(cwd, [], [["What happened?", `${choice}\n`], ...then, LEAVE]);
    expect({ code, left }).toEqual({ code: 0, left: 0 });
    expect(flat(out)).toContain(`I read: ${read}`);
    expect(await planFiles(cwd)).toEqual(before);
  });
});

describe("an illness in a rider's words", () => {
  it("is one choice, one line and one y, the days understood first", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    const words = "I was ill from Tuesday to Friday".split(" ");
    const { code, out, err, left } = await typed(cwd, words, [
      ["I read: ill from Tue 12 Jan to Fri 15 Jan, 4 days", "1\n"],
      ["y do it", "y\n"],
    ]);
    expect({ code, left }).toEqual({ code: 0, left: 0 });
    expect(flat(err)).toContain("With chest pain or pressure, fainting or a racing heart, see a doctor");
    expect(flat(out)).toContain("Done, as step 1.");
    expect(flat(out)).toContain("Look at it: cycling-plan show mine --open");
  });
});

describe("the sight of a change", () => {
  it("names the limit that the plan comes nearest to, and what stays as planned", async () => {
    const cwd = await aLivingPlan(BY_POWER);
    const { out } = await typed(cwd, ["off", "sat-tue"], [LEAVE]);
    expect(flat(out)).toMatch(/Closest limit: (?:form -\d+ after week \d+; your lowest is -25|fitness)/);
    expect(flat(out)).toMatch(/Weeks 6 and 7, 11 to 24 Jan/);
    expect(flat(out)).toMatch(/= from Thu 21 Jan all \d+ rides as planned/);
    expect(flat(out)).toContain(": one of your days off");
  });
});
