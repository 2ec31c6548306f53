import type { PlanRequest } from "../../athlete/request.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import { sum } from "../../base/numbers.ts";
import type { Library } from "../../library/library.ts";
import type { Outlook } from "../../plan/outlook.ts";
import type { TrainingPlan } from "../../plan/schema.ts";
import { planView } from "../../rules/view.ts";
import { attemptPlan } from "./compile.ts";

/** What is made is looked at and thrown away: it needs no name and no dice of its own. */
const FORESEEN = "foreseen";

const MINUTES_STEP = 5;
const inSteps = (seconds: number): number => Math.round(seconds / 60 / MINUTES_STEP) * MINUTES_STEP;

function outlookOf(plan: TrainingPlan): Outlook {
  const { weeks } = planView(plan);
  const { event, expected_ftp: ftp, no_ftp_aim: noAim, readiness } = plan.plan_metadata;
  const load = weeks.filter(({ isLoad }) => isLoad).map(({ rideSeconds }) => inSteps(rideSeconds));
  return {
    kind: "plan",
    seconds: sum(weeks.map((week) => week.rideSeconds)),
    rides: sum(weeks.map((week) => week.rides.filter(({ isEvent }) => !isEvent).length)),
    longestMinutes: inSteps(Math.max(...weeks.map((week) => week.longestSeconds))),
    load: { low: Math.min(...load), high: Math.max(...load) },
    eventHours: event?.hours,
    ftp: noAim === undefined ? ftp : undefined,
    readiness,
  };
}

/** What a plan of a request would be; nothing is written. */
export function foreseePlan(
  request: PlanRequest,
  { today, library }: { readonly today: CalendarDate; readonly library: Library },
): Outlook {
  try {
    const attempt = attemptPlan(
      {
        planId: FORESEEN,
        askedAt: `${today}T00:00:00Z`,
        // Whether the rider means so steep a rise is asked by itself.
        request: { ...request, acceptRamp: true },
        today,
        seed: FORESEEN,
        assumptions: [],
        warnings: [],
      },
      library,
    );
    if (attempt.kind === "done") return outlookOf(attempt.plan);
    return { kind: "none", why: attempt.findings[0]?.message ?? "no plan keeps every rule", hint: "" };
  } catch (error) {
    if (error instanceof PlanError) return { kind: "none", why: error.message, hint: error.hint };
    throw error;
  }
}
