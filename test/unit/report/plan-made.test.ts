import { expect, it } from "vitest";
import { HEALTH_NOTE } from "../../../src/plan/health-note.ts";
import { planMade } from "../../../src/report/plan-made.ts";
import { plainPage } from "../../support/a-page.ts";
import { aPlan } from "../../support/a-plan.ts";

const program = "node bin/cycling-plan.js";
const ways = {
  next: [
    ["look at it", `${program} show spring --open`],
    ["to the bike", `${program} export ${"a-long-name-".repeat(4)}`],
  ] as const,
  why: `${program} why spring`,
};

it("a plan that was made is one screen of 24 lines, its headline and the whole health note on it", () => {
  const plan = aPlan();
  const long = "words about what the plan could not do for this rider, on more than a line each ".repeat(2);
  plan.training_plan.plan_metadata.given_up = [1, 2, 3, 4].map((n) => ({ id: `g${n}`, text: `${n} ${long}` }));
  plan.training_plan.plan_metadata.health_note = HEALTH_NOTE;
  plan.training_plan.plan_metadata.warnings = [long, `${long}.`];
  const lines = planMade(plan, plainPage, ways);
  expect(lines.length).toBeLessThanOrEqual(22);
  expect(lines[0]).toContain("is made");
  expect(lines.join(" ").replace(/\s+/g, " ")).toContain(HEALTH_NOTE);
  expect(lines.join("\n")).toMatch(
    /^More {9}4 things given up, 2 notes.*:(\n {2}| )node bin\/cycling-plan.js why spring$/m,
  );
  expect(lines).toContain(`  ${ways.next[1][1]}`);
});

it("says what was given up in full where there is room", () => {
  const plan = aPlan();
  plan.training_plan.plan_metadata.given_up = [{ id: "g", text: "Sunday is not one of your days." }];
  expect(planMade(plan, plainPage, ways).join("\n")).toMatch(/^Given up {5}Sunday is not one of your days\.$/m);
});
