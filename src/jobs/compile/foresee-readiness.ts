import type { PlanRequest } from "../../athlete/request.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import type { Library } from "../../library/library.ts";
import type { Readiness } from "../../plan/event-schema.ts";
import { attemptPlan } from "./compile.ts";

/** What is made is looked at and thrown away: it needs no name and no dice of its own. */
const FORESEEN = "foreseen";

/** How ready the plan of a request would make for its event; undefined without one, or where no plan can be made. */
export function foreseeReadiness(
  request: PlanRequest,
  { today, library }: { readonly today: CalendarDate; readonly library: Library },
): Readiness | undefined {
  if (request.event === undefined) return undefined;
  try {
    const attempt = attemptPlan(
      {
        planId: FORESEEN,
        askedAt: `${today}T00:00:00Z`,
        // Whether the rider means so steep a rise is asked after the review.
        request: { ...request, acceptRamp: true },
        today,
        seed: FORESEEN,
        assumptions: [],
        warnings: [],
      },
      library,
    );
    return attempt.kind === "done" ? attempt.plan.plan_metadata.readiness : undefined;
  } catch (error) {
    // Why no plan can be made is said where one is asked for.
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}
