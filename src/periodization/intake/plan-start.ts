import type { PlanRequest } from "../../athlete/request.ts";
import { riderOf, type Rider } from "../../athlete/rider.ts";
import type { Profile } from "../../athlete/schema.ts";
import { isAim, longestAim } from "../../plan/event-days.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import type { PlanTask } from "../../plan/task.ts";
import type { Reason } from "../../workout/schema.ts";
import type { LadderCatalogue } from "../../workout/ladder.ts";
import { assumedProfile } from "./assume.ts";
import { heldBackOf, withinLimits } from "./held-back.ts";
import type { MappedGoal } from "./goal.ts";
import { LadderForms } from "./ladder-forms.ts";
import { eventsWithin } from "./plan-events.ts";
import { datesOf } from "./request-dates.ts";
import type { Timeline } from "./timeline.ts";

/** All that is known of a plan before its weeks: the request read, and what was assumed where it says nothing. */
export interface PlanStart {
  readonly planId: string;
  readonly request: PlanRequest;
  readonly goal: MappedGoal;
  /** The first A. */
  readonly event: PlanEvent | undefined;
  /** Every event that the plan holds, in order of time. */
  readonly events: readonly PlanEvent[];
  /** Events that it cannot hold. */
  readonly leftOut: readonly Reason[];
  readonly timeline: Timeline;
  readonly profile: Profile;
  readonly rider: Rider;
  /** What the library has for this rider. */
  readonly ladderForms: LadderForms;
  readonly catalogue: LadderCatalogue;
  readonly warnings: readonly string[];
}

/** Sets a plan up, for the planner's overview and for one made elsewhere. Throws NOT_FEASIBLE where no plan can start so. */
export function planStart(task: PlanTask, catalogue: LadderCatalogue): PlanStart {
  const { request } = task;
  const { goal, resolved, timeline } = datesOf(request, task.today);
  const within = eventsWithin(timeline, resolved);
  const held = heldBackOf(request, timeline);
  const limited = within.events.map((one) => withinLimits(one, held, timeline));
  const events = limited.map((one) => one.event);
  const event = events.find(isAim);
  const assumptions = [...task.assumptions, ...resolved.assumptions];
  const hardest = longestAim(events);
  const assumed = assumedProfile(request, { event: hardest, assumptions, plan: timeline });
  const rider = riderOf(assumed.profile, hardest);
  return {
    planId: task.planId,
    request,
    goal,
    event,
    events: events.length > 1 ? events.map((one) => ({ ...one, priority: one.priority ?? "A" })) : events,
    leftOut: within.leftOut,
    timeline,
    profile: assumed.profile,
    rider,
    ladderForms: new LadderForms(catalogue.forms, rider.level),
    catalogue,
    warnings: [
      ...task.warnings,
      ...timeline.warnings,
      ...new Set(limited.flatMap(({ warning }) => warning ?? [])),
      ...assumed.warnings,
    ],
  };
}
