import { riderOf } from "../athlete/rider.ts";
import { jsonText } from "../base/json.ts";
import { sum } from "../base/numbers.ts";
import { compilePlan } from "../jobs/compile.ts";
import { generatePlan, type GenerateInput } from "../jobs/generate.ts";
import type { PlanFile } from "../plan/schema.ts";
import type { Call } from "./command-spec.ts";
import { estimateOf } from "./model-run.ts";
import { libraryFor } from "./own-library.ts";
import type { Settings } from "./settings.ts";

/** What a model that writes the rides is asked for, were the overview the built-in planner's. */
function ridesOf({ training_plan: plan }: PlanFile, text: string): { text: string; weeks: number; count: number } {
  const weeks = plan.weekly_plan.map(
    ({ workouts }) => workouts.filter(({ role }) => role !== undefined && MODEL_ROLES.includes(role)).length,
  );
  return { text, weeks: weeks.filter((count) => count > 0).length, count: sum(weeks) };
}

/** Tests, openers and the event stay ours. */
const MODEL_ROLES = ["easy", "long", "key"];

/** `--show-prompt` and `--estimate`: what a run with a model would send, or what that takes. Nothing is sent or written. */
export async function printPrompt(call: Call, settings: Settings, input: GenerateInput): Promise<number> {
  const { system, isJson } = call;
  const { firstRequest, firstWeekRequest } = await import("../jobs/compile-with-model.ts");
  const { strategyOf } = await import("./model-choice.ts");
  const isLlm = strategyOf(call, settings) === "llm";
  let shown: ReturnType<typeof firstRequest> | undefined;
  let week: ReturnType<typeof firstWeekRequest>;
  const { plan } = await generatePlan(
    { ...input, isDryRun: true },
    {
      compile: (given) => {
        shown = firstRequest(given);
        week = isLlm ? firstWeekRequest(given) : undefined;
        return compilePlan(given);
      },
      library: () => libraryFor(call),
      now: () => system.now().toISOString(),
      isCancelled: system.isCancelled,
    },
  );
  if (call.flags.estimate === true) {
    const text = `${shown?.system ?? ""}${shown?.brief ?? ""}`;
    const { plan_metadata: meta, athlete_profile: profile } = plan.training_plan;
    const weekdays = riderOf(profile, meta.event).days.flatMap(({ available }, day) => (available ? [day] : []));
    const rides = week && ridesOf(plan, `${week.system}${week.brief}`);
    const first = { text, weeks: meta.total_weeks, weekdays, ...(rides === undefined ? {} : { rides }) };
    const estimate = await estimateOf(call, settings, first);
    system.out(isJson ? jsonText({ estimate }) : `${estimate}\n`);
  } else if (isJson)
    system.out(
      jsonText({
        system: shown?.system,
        message: shown?.brief,
        ...(week === undefined ? {} : { week: { system: week.system, message: week.brief } }),
      }),
    );
  else
    system.out(
      [shown, week]
        .flatMap((request) => (request === undefined ? [] : [`${request.system}\n\n${request.brief}\n`]))
        .join("\n--- then one request for each week, such as this ---\n\n"),
    );
  return 0;
}
