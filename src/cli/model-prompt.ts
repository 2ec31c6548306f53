import { riderOf } from "../athlete/rider.ts";
import { jsonText } from "../base/json.ts";
import { compilePlan } from "../jobs/compile.ts";
import { generatePlan, type GenerateInput } from "../jobs/generate.ts";
import type { Call } from "./command-spec.ts";
import { estimateOf } from "./model-run.ts";
import { libraryFor } from "./own-library.ts";
import type { Settings } from "./settings.ts";

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
    const estimate = await estimateOf(call, settings, { text, weeks: meta.total_weeks, weekdays });
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
