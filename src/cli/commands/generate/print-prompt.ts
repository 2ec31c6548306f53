import { riderOf } from "../../../athlete/rider.ts";
import { jsonText } from "../../../base/json.ts";
import type { RequestWords } from "../../../jobs/model/model-run.ts";
import type { Library } from "../../../library/library.ts";
import type { PlanTask } from "../../../plan/task.ts";
import type { Surroundings } from "../../model/choice.ts";
import type { ModelWish } from "../../model/wish.ts";
import { estimateOf } from "./generator.ts";
import { eventsIn, longestAim } from "../../../plan/event-days.ts";

/** How what would be sent is wanted. */
interface PromptView extends Surroundings {
  readonly isJson: boolean;
  /** Its tokens and price, not its text. */
  readonly isEstimate: boolean;
  readonly library: () => Promise<Library>;
}

/** `--show-prompt` and `--estimate`: what a run with a model would send, or what that takes. Nothing is sent or written. */
export async function printPrompt(task: PlanTask, wish: ModelWish, view: PromptView): Promise<number> {
  const { system, isQuiet, isJson, isEstimate, library } = view;
  const { outlineOf } = await import("../../../jobs/model/outline.ts");
  const { overviewByOf, providerNamed, strategyOf } = await import("../../model/choice.ts");
  const { wireSchema } = await import("../../../providers/wire-schema.ts");
  const overviewBy = overviewByOf(wish) ?? "planner";
  const outline = outlineOf(task, await library(), overviewBy);
  const formOf = ({ form }: RequestWords): unknown => wireSchema(form.schema, providerNamed(wish) ?? "openai");
  const { overview } = outline;
  const rides = strategyOf(wish) === "llm" ? outline.rides : undefined;
  if (isEstimate) {
    const textOf = (request: RequestWords): string => `${request.system}${request.brief}`;
    const { plan_metadata: meta, athlete_profile: profile } = outline.own.overview;
    const weekdays = riderOf(profile, longestAim(eventsIn(meta))).days.flatMap(({ available }, day) =>
      available ? [day] : [],
    );
    const first = {
      text: textOf(overview),
      weeks: meta.total_weeks,
      overviewBy,
      weekdays,
      rides: rides && { ...rides, text: textOf(rides) },
    };
    const estimate = await estimateOf(wish, { system, isQuiet }, first);
    system.out(isJson ? jsonText({ estimate }) : `${estimate}\n`);
  } else if (isJson)
    system.out(
      jsonText({
        system: overview.system,
        message: overview.brief,
        schema: formOf(overview),
        week: rides && { system: rides.system, message: rides.brief, schema: formOf(rides) },
      }),
    );
  else
    system.out(
      [overview, ...(rides === undefined ? [] : [rides])]
        .map(
          (request) =>
            `${request.system}\n\n${request.brief}\n\n--- the form of the answer ---\n\n${JSON.stringify(formOf(request))}\n`,
        )
        .join("\n--- then one request for each week, such as this ---\n\n"),
    );
  return 0;
}
