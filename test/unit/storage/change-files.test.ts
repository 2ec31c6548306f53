import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Step } from "../../../src/plan/change-schema.ts";
import { finishPending, writeChange } from "../../../src/storage/change-files.ts";
import { changePaths, readSteps } from "../../../src/storage/lived-files.ts";
import { digestOf } from "../../../src/storage/digest.ts";
import { aFolder, namesIn } from "./a-folder.ts";

const [BEFORE, AFTER] = ["before\n", "after\n"];

const STEP: Step = {
  step: 1,
  day: "2027-01-13",
  at: "2027-01-13T08:00:00",
  words: "keep thu",
  intents: [{ kind: "keep", date: "2027-01-14" }],
  costs: "No later change touches Thu 14 Jan.",
  effect: { days: [], weeks: [], fields: [] },
  before: digestOf(BEFORE),
  after: digestOf(AFTER),
  program: "1",
};

/** A folder with a plan that holds a text; `unfinished` is what a run left of a change when it was killed. */
async function aPlan(text: string, unfinished?: Step): Promise<string> {
  const path = join(await aFolder(), "mine_plan.json");
  await writeFile(path, text);
  const files = [{ name: "mine_plan.json", text: AFTER }];
  if (unfinished !== undefined) await writeFile(changePaths(path).pending, JSON.stringify({ files, step: unfinished }));
  return path;
}

const textOf = (path: string): Promise<string> => readFile(path, "utf8");
const namesBeside = (path: string): Promise<string[]> => namesIn(dirname(path));

describe("a change that a killed run left", () => {
  it.each([BEFORE, AFTER])("is finished by whoever opens the plan next, as it stands at %j", async (text) => {
    const path = await aPlan(text, STEP);
    expect(await finishPending(path)).toBe(true);
    expect(await textOf(path)).toBe(AFTER);
    expect(await readSteps(changePaths(path).changes)).toEqual([STEP]);
    expect(await namesBeside(path)).toEqual(["mine_changes.jsonl", "mine_plan.json"]);
    expect(await finishPending(path)).toBe(false);
    expect(await readSteps(changePaths(path).changes)).toEqual([STEP]);
  });

  it("is left out where the plan is another by now", async () => {
    const path = await aPlan("moved on\n", STEP);
    expect(await finishPending(path)).toBe(false);
    expect(await textOf(path)).toBe("moved on\n");
    expect(await namesBeside(path)).toEqual(["mine_plan.json"]);
  });
});

describe("writing a change", () => {
  const write = (path: string): Promise<void> =>
    writeChange({ planPath: path, files: [{ path, text: AFTER }], step: STEP });

  it.each([BEFORE, AFTER])("is made once where another run may have finished it, from %j", async (text) => {
    const path = await aPlan(text);
    await write(path);
    expect(await textOf(path)).toBe(AFTER);
    expect(await readSteps(changePaths(path).changes)).toEqual([STEP]);
    expect(await namesBeside(path)).toEqual(["mine_changes.jsonl", "mine_plan.json"]);
  });

  it("is refused where the plan is another than the one it was planned on", async () => {
    const path = await aPlan("moved on\n");
    await expect(write(path)).rejects.toThrow("was changed by another run at this moment");
    expect(await textOf(path)).toBe("moved on\n");
    expect(await namesBeside(path)).toEqual(["mine_plan.json"]);
  });

  it("is refused while another run writes one", async () => {
    const path = await aPlan(BEFORE, STEP);
    await expect(write(path)).rejects.toThrow("was changed by another run at this moment");
    expect(await textOf(path)).toBe(BEFORE);
  });
});
