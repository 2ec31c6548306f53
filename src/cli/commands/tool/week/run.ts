import { z } from "zod";
import { PlanError } from "../../../../base/errors.ts";
import { overviewSchema, type Overview, type WeekFile } from "../../../../plan/schema.ts";
import { checked } from "../../../../storage/check-schema.ts";
import { checkPlanId } from "../../../../storage/plan-id.ts";
import { planPaths } from "../../../../storage/plan-folder.ts";
import { readJsonFile } from "../../../../storage/read-json.ts";
import { acceptWeek } from "../../../../tools/week-tool.ts";
import { workoutSchema } from "../../../../workout/schema.ts";
import type { Call, Run } from "../../../command.ts";
import { pathFrom } from "../../../input.ts";
import { resolveSettings } from "../../../settings.ts";
import { answer, readProposal, seeSchema } from "../answer.ts";
import type { toolWeekSpec } from "./spec.ts";

/** `plan_id`, `week_number` and `workouts`, as the document's second tool takes them; dates follow from the weekdays. */
const weekProposalSchema = z.strictObject({
  plan_id: z.string(),
  week_number: z.number().int(),
  workouts: z.array(workoutSchema.partial({ date: true })).max(40),
});

async function overviewOf(
  { system, flags }: Pick<Call<typeof toolWeekSpec>, "system" | "flags">,
  planId: string,
): Promise<Overview> {
  const { overview: given } = flags;
  const settings = await resolveSettings(system, flags);
  const path = given === undefined ? planPaths(settings.out, checkPlanId(planId)).overview : pathFrom(system, given);
  const overview = checked(overviewSchema, await readJsonFile(path), {
    source: path,
    what: "overview",
    hint: seeSchema("overview"),
  });
  if (overview.plan_id === planId) return overview;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `plan_id: ${planId} -> expected ${overview.plan_id}, the plan of the overview ${path}.`,
    hint: "Name the overview of that plan with --overview.",
  });
}

/** `tool week FILE`. */
export const weekTool: Run<typeof toolWeekSpec> = async (call) => {
  const { value, source } = await readProposal(call.system, call.args[0]);
  const proposal = checked(weekProposalSchema, value, {
    source,
    what: "week proposal",
    hint: `Give plan_id, week_number and workouts. ${seeSchema("week")}`,
  });
  const { plan_id: planId, week_number: weekNumber } = proposal;
  const overview = await overviewOf(call, planId);
  const week = overview.weekly_overview.find((entry) => entry.week_number === weekNumber);
  const workouts = proposal.workouts.map((workout) => {
    const day = week?.training_days.find((one) => one.weekday === workout.weekday);
    // Read once more, so that the keys stand in the order of every other week file.
    return workoutSchema.parse({ ...workout, date: workout.date ?? day?.date ?? overview.plan_metadata.start_date });
  });
  const outcome = acceptWeek({ overview, weekNumber, workouts });
  const judged = { outcome, planId, fileName: (directory: string) => planPaths(directory, planId).week(weekNumber) };
  return answer(call, judged, (accepted): WeekFile => ({ schema_version: "1", plan_id: planId, ...accepted }));
};
