import { riderOf } from "../athlete/rider.ts";
import { jsonText } from "../base/json.ts";
import type { RequestWords } from "../jobs/model/ask-overview.ts";
import type { PlanTask } from "../plan/task.ts";
import type { Call } from "./command-spec.ts";
import { estimateOf } from "./model-run.ts";
import { libraryFor } from "./own-library.ts";
import type { Settings } from "./settings.ts";

/** `--show-prompt` and `--estimate`: what a run with a model would send, or what that takes. Nothing is sent or written. */
export async function printPrompt(call: Call, settings: Settings, task: PlanTask): Promise<number> {
  const { system, isJson } = call;
  const { outlineOf } = await import("../jobs/model/outline.ts");
  const { strategyOf } = await import("./model-choice.ts");
  const outline = outlineOf(task, await libraryFor(call));
  const { overview } = outline;
  const rides = strategyOf(call, settings) === "llm" ? outline.rides : undefined;
  if (call.flags.estimate === true) {
    const textOf = (request: RequestWords): string => `${request.system}${request.brief}`;
    const { plan_metadata: meta, athlete_profile: profile } = outline.own.overview;
    const weekdays = riderOf(profile, meta.event).days.flatMap(({ available }, day) => (available ? [day] : []));
    const estimate = await estimateOf(call, settings, {
      text: textOf(overview),
      weeks: meta.total_weeks,
      weekdays,
      rides: rides && { ...rides, text: textOf(rides) },
    });
    system.out(isJson ? jsonText({ estimate }) : `${estimate}\n`);
  } else if (isJson)
    system.out(
      jsonText({
        system: overview.system,
        message: overview.brief,
        week: rides && { system: rides.system, message: rides.brief },
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
