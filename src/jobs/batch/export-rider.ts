import { join } from "node:path";
import type { CalendarDate } from "../../base/calendar.ts";
import { exportPlan, withPrivacy } from "../../export/export-plan.ts";
import type { PlanFile } from "../../plan/schema.ts";
import { writeExports } from "../../storage/export-files.ts";
import { planPaths } from "../../storage/plan-folder.ts";
import { formatsFor } from "../export/formats-for.ts";
import { exportOptions } from "../export/write-export.ts";
import { exportedCards, exportedPage } from "../page/exported-page.ts";

/** The folder of a rider's workouts, below the rider's own. */
const FOLDER = "workouts";

export interface RiderExport {
  readonly directory: string;
  /** As they were typed. */
  readonly formats: string;
  readonly today: CalendarDate;
}

/** Writes the workouts of a rider's plan; their names below the rider's folder. What cannot hold the plan is left out. */
export async function exportRider(plan: PlanFile, { directory, formats, today }: RiderExport): Promise<string[]> {
  const typed = exportOptions({ format: formats, flag: "--export" });
  const { plan_id: planId, athlete_profile: profile } = plan.training_plan;
  const options = { ...typed, formats: formatsFor(profile, { ...typed, isUnnamed: true }).formats };
  const made = exportPlan(plan, options);
  const planPath = planPaths(directory, planId).plan;
  const page = { planPath, today, planFlag: "", plan, choices: options, beside: made.map(({ path }) => path) };
  const wants = (id: "html" | "card"): boolean => options.formats.includes(id);
  const pages = [
    ...(wants("html") ? [await exportedPage(page)] : []),
    ...(wants("card") ? await exportedCards(page) : []),
  ];
  const files = [...made, ...pages];
  await writeExports(withPrivacy(files), { directory: join(directory, FOLDER), force: true });
  return files.map(({ path }) => `${FOLDER}/${path}`);
}
