import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, it } from "vitest";
import { addDays } from "../../../src/base/calendar.ts";
import { seededChance } from "../../../src/base/chance.ts";
import { PlanError } from "../../../src/base/errors.ts";
import { exportPlan } from "../../../src/export/export-plan.ts";
import { FORMAT_IDS } from "../../../src/export/format.ts";
import { isRest, seasonOf } from "../../../src/export/session.ts";
import { compilePlan } from "../../../src/jobs/compile/compile.ts";
import { planFileSchema, type PlanFile } from "../../../src/plan/schema.ts";
import { sweepTask } from "../../../scripts/sweep/outcome.ts";
import { draws } from "../../support/draws.ts";
import { drawRequest } from "../../support/draw-request.ts";
import { shipped } from "../library/shipped.ts";
import { readBack, textOf } from "./read-back.ts";
import { xmlComplaints } from "./validate-xml.ts";

const PLANS = draws({ few: 6, many: 200 });
/** Files that each plan gives at the least: every ride in every format. */
const FILES_A_PLAN = 100;

function compiled(seed: number): readonly PlanFile[] {
  const dice = `export-${seed}`;
  try {
    const task = sweepTask(drawRequest(seededChance(dice)), dice);
    return [compilePlan({ ...task, planId: `plan-${seed}`, askedAt: "2026-12-01T10:30:00Z" }, shipped).plan];
  } catch (error) {
    // Some riders ask for what no plan can hold; that is no matter of exports.
    if (error instanceof PlanError) return [];
    throw error;
  }
}

/** The plans of the first riders for whom there is one. */
function generatedPlans(): PlanFile[] {
  const plans: PlanFile[] = [];
  for (let seed = 0; plans.length < PLANS && seed < 2 * PLANS; seed++) plans.push(...compiled(seed));
  return plans;
}

/** What two calendar parsers of others make of the plan, against the plan. */
function calendarDifferences(plan: PlanFile): string[] {
  const { sessions } = seasonOf(plan, {});
  const text = textOf(exportPlan(plan, { formats: ["ics"] })[0]!);
  const events = new ICAL.Component(ICAL.parse(text) as never)
    .getAllSubcomponents("vevent")
    .map((event) => new ICAL.Event(event));
  const planned = sessions
    .filter((session) => !isRest(session))
    .map(({ workout }) => `${workout.date} ${addDays(workout.date, 1)}`);
  const read = events.map(({ startDate, endDate }) => `${startDate.toString()} ${endDate.toString()}`);
  const others = Object.values(nodeIcal.sync.parseICS(text)).filter((entry) => entry?.type === "VEVENT");
  const same = JSON.stringify(planned) === JSON.stringify(read) && others.length === planned.length;
  return same ? [] : [`the calendar holds ${read.length} and ${others.length} entries of ${planned.length}`];
}

async function differencesOf(plans: readonly PlanFile[]): Promise<{ files: number; found: string[] }> {
  const found: string[] = [];
  let files = 0;
  const xml: { path: string; text: string }[] = [];
  for (const plan of plans) {
    const id = plan.training_plan.plan_id;
    const read = readBack(plan);
    files += read.files;
    found.push(...[...read.found, ...calendarDifferences(plan)].map((difference) => `${id}: ${difference}`));
    for (const file of exportPlan(plan, { formats: ["zwo"] }))
      xml.push({ path: `${id}/${file.path}`, text: textOf(file) });
  }
  for (let from = 0; from < xml.length; from += 1000)
    found.push(...(await xmlComplaints(xml.slice(from, from + 1000))));
  return { files, found };
}

const recorded = join(import.meta.dirname, "../../../fixtures/generate");
const goldenPlans = (): PlanFile[] =>
  readdirSync(recorded, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("_plan.json"))
    .map((path) => planFileSchema.parse(JSON.parse(readFileSync(join(recorded, path), "utf8"))));

describe("whole plans, read back by parsers of others and our own", () => {
  it("every recorded plan", async () => {
    const plans = goldenPlans();
    expect(plans.length).toBeGreaterThan(0);
    const { found } = await differencesOf(plans);
    expect(found).toEqual([]);
  }, 60_000);

  it(`${PLANS} generated plans`, async () => {
    const plans = generatedPlans();
    const { files, found } = await differencesOf(plans);
    expect(plans).toHaveLength(PLANS);
    expect(files).toBeGreaterThan(PLANS * FILES_A_PLAN);
    expect(found).toEqual([]);
  }, 600_000);

  it("the same bytes twice, in every format", () => {
    const [plan] = goldenPlans();
    const bytes = () =>
      exportPlan(plan!, { formats: FORMAT_IDS }).map(({ path, bytes: content }) => [
        path,
        Buffer.from(content).toString("base64"),
      ]);
    expect(bytes()).toEqual(bytes());
  });
});
