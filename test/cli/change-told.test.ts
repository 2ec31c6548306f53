import { expect, it } from "vitest";
import { aLivingPlan, BY_POWER, changeOn, runOn } from "./living-plan.ts";

const DAY = "2027-01-13";

/** The words of the command that stands behind a mark. */
const told = (out: string, mark: string): string[] => {
  const [, words = ""] = new RegExp(`${mark} cycling-plan (.*)$`, "m").exec(out) ?? [];
  return words.split(" ");
};

it("what a change tells to do next can be done as it stands, where no plan is the current one", async () => {
  const cwd = await aLivingPlan(BY_POWER);
  const kept = await changeOn(cwd, DAY, "shorten thu to 45", "--out", "wish.json");
  const made = await runOn(cwd, DAY, ...told(kept.out, "Do it:"), "--yes");
  expect({ code: made.code, err: made.err }).toMatchObject({ code: 0 });
  const back = await runOn(cwd, DAY, ...told(made.out, "Take it back:"), "--yes");
  expect({ code: back.code, err: back.err }).toMatchObject({ code: 0 });
});
