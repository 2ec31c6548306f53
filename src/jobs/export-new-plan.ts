import { join } from "node:path";
import { PlanError } from "../base/errors.ts";
import type { ExportOptions } from "../export/export-plan.ts";
import type { PlanFile } from "../plan/schema.ts";
import { pathFrom } from "../cli/input.ts";
import type { System } from "../cli/system.ts";

/** `generate --export [LIST]`: what the rider wants beside the plan; undefined without the flag. Throws INPUT_INVALID for a wrong list. */
export async function wishedExport(typed: string | true | undefined): Promise<ExportOptions | undefined> {
  if (typed === undefined) return undefined;
  const { exportOptions } = await import("./write-export.ts");
  return exportOptions({ format: typed === true ? undefined : typed, flag: "--export" });
}

/** Where `export` puts the files of a plan that names no directory. */
export const exportDirectory = (system: System, planId: string): string => pathFrom(system, join("workouts", planId));

/** The folder of a plan's workouts; a scheduled plan has one of its own, because its files are named by date. */
export const exportName = ({ training_plan: plan, plan_instance: instance }: PlanFile): string =>
  instance === undefined ? plan.plan_id : `${plan.plan_id}-${instance.start_date}`;

/** Says of an export that failed that the plan itself is there. */
function besidePlan(error: PlanError, planId: string): PlanError {
  return new PlanError({
    code: "FILE_UNWRITABLE",
    message: `The plan ${planId} was written, its workouts were not. ${error.message}`,
    hint: `Run cycling-plan export ${planId} with another --out, or with --force to replace the files.`,
    details: error.details,
    cause: error,
  });
}

/** An export in both ways of telling it. */
interface Told {
  readonly text: string;
  readonly json: unknown;
}

/**
 * Writes the workouts of a plan that was just made, or only counts them on a dry run. Throws FILE_UNWRITABLE, which says
 * that the plan is there.
 */
export async function exportNewPlan(
  system: System,
  plan: PlanFile,
  task: { readonly options: ExportOptions; readonly force: boolean; readonly isDryRun: boolean },
): Promise<Told> {
  // Loaded only when it is asked for: the formats are half of the program.
  const [{ runExport }, { exportedJson, exportedText }] = await Promise.all([
    import("./write-export.ts"),
    import("./export-told.ts"),
  ]);
  const planId = plan.training_plan.plan_id;
  try {
    const done = await runExport(system, plan, {
      ...task,
      directory: exportDirectory(system, planId),
      install: false,
    });
    return {
      text: exportedText(done, system),
      json: exportedJson(done),
    };
  } catch (error) {
    throw error instanceof PlanError ? besidePlan(error, planId) : error;
  }
}
