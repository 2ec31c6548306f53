import type { ExportedFile } from "../../export/export-plan.ts";
import { planFileName } from "../../export/export-plan.ts";
import { knownRides } from "../review/known-rides.ts";
import { planCards, planPageHtml, type PageTask } from "./plan-page.ts";

/** The page of a plan as a file among those of its export. */
export async function exportedPage({
  planPath,
  ...task
}: Omit<PageTask, "known"> & { readonly planPath: string }): Promise<ExportedFile> {
  const html = planPageHtml({ ...task, known: await knownRides(planPath) });
  const path = planFileName(task.plan.training_plan, ".html");
  return { format: "html", path, bytes: new TextEncoder().encode(html), notes: [], isDated: true };
}

/** The cards of a plan as files of its export. */
export async function exportedCards({
  planPath,
  ...task
}: Omit<PageTask, "known"> & { readonly planPath: string }): Promise<ExportedFile[]> {
  return planCards({ ...task, known: await knownRides(planPath) }).map(({ ending, text }) => ({
    format: "card",
    path: planFileName(task.plan.training_plan, ending),
    bytes: new TextEncoder().encode(text),
    notes: [],
    isDated: true,
  }));
}
