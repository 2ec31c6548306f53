import { expect, it } from "vitest";
import { aLivingPlan, BY_POWER, runOn } from "./living-plan.ts";

it("the season's last fitness is that of the event's morning, as the plan says it", async () => {
  const cwd = await aLivingPlan(BY_POWER);
  const [chart, full] = await Promise.all([
    runOn(cwd, "2027-01-13", "show", "mine"),
    runOn(cwd, "2027-01-13", "show", "mine", "--full"),
  ]);
  const said = /(\d+) on the\s+morning\s+of the\s+event/.exec(full.out)?.[1];
  const rows = chart.out.split("\n");
  const figures = rows[rows.findIndex((row) => row.startsWith("form")) - 1] ?? "";
  expect(said).toBeDefined();
  expect(figures.trim().split(/\s+/).at(-1)).toBe(said);
});
