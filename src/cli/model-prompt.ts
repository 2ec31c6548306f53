import { riderOf } from "../athlete/rider.ts";
import { jsonText } from "../base/json.ts";
import type { Outline } from "../jobs/model/compile-with-model.ts";
import { generatePlan, type GenerateInput } from "../jobs/generate/generate.ts";
import type { FirstRequest } from "../jobs/model/ask-overview.ts";
import type { Call } from "./command-spec.ts";
import { estimateOf } from "./model-run.ts";
import { libraryFor } from "./own-library.ts";
import type { Settings } from "./settings.ts";

/** `--show-prompt` and `--estimate`: what a run with a model would send, or what that takes. Nothing is sent or written. */
export async function printPrompt(call: Call, settings: Settings, input: GenerateInput): Promise<number> {
  const { system, isJson } = call;
  const { outlineOf } = await import("../jobs/model/compile-with-model.ts");
  const { strategyOf } = await import("./model-choice.ts");
  let outline: Outline | undefined;
  const { plan } = await generatePlan(
    { ...input, isDryRun: true },
    {
      compile: (given) => (outline = outlineOf(given)).own,
      library: () => libraryFor(call),
      now: () => system.now().toISOString(),
      isCancelled: system.isCancelled,
    },
  );
  if (outline === undefined) throw new Error("nothing was compiled");
  const { overview } = outline;
  const rides = strategyOf(call, settings) === "llm" ? outline.rides : undefined;
  if (call.flags.estimate === true) {
    const textOf = (request: FirstRequest): string => `${request.system}${request.brief}`;
    const { plan_metadata: meta, athlete_profile: profile } = plan.training_plan;
    const weekdays = riderOf(profile, meta.event).days.flatMap(({ available }, day) => (available ? [day] : []));
    const first = {
      text: textOf(overview),
      weeks: meta.total_weeks,
      weekdays,
      ...(rides === undefined ? {} : { rides: { ...rides, text: textOf(rides) } }),
    };
    const estimate = await estimateOf(call, settings, first);
    system.out(isJson ? jsonText({ estimate }) : `${estimate}\n`);
  } else if (isJson)
    system.out(
      jsonText({
        system: overview.system,
        message: overview.brief,
        ...(rides === undefined ? {} : { week: { system: rides.system, message: rides.brief } }),
      }),
    );
  else
    system.out(
      [overview, ...(rides === undefined ? [] : [rides])]
        .map((request) => `${request.system}\n\n${request.brief}\n`)
        .join("\n--- then one request for each week, such as this ---\n\n"),
    );
  return 0;
}
