import type { ExportedFile } from "../../export/export-plan.ts";
import { planFileName } from "../../export/export-plan.ts";
import { knownRides } from "../review/known-rides.ts";
import { planPageHtml, type PageTask } from "./plan-page.ts";

/** The page of a plan as a file among those of its export. */
export async function exportedPage({
  planPath,
  ...task
}: Omit<PageTask, "known"> & { readonly planPath: string }): Promise<ExportedFile> {
  const html = planPageHtml({ ...task, known: await knownRides(planPath) });
  const path = planFileName(task.plan.training_plan, ".html");
  return { format: "html", path, bytes: new TextEncoder().encode(html), notes: [], isDated: true };
}
