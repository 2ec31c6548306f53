import type { PlanRequest } from "../../athlete/request.ts";
import { riderOf, type Rider } from "../../athlete/rider.ts";
import type { Profile } from "../../athlete/schema.ts";
import type { PlanEvent } from "../../plan/schema.ts";
import type { PlanTask } from "../../plan/task.ts";
import type { LadderCatalogue } from "../../workout/ladder.ts";
import { assumedProfile } from "./assume.ts";
import { resolveEvent } from "./events.ts";
import { heldBackOf, withinLimits } from "./held-back.ts";
import { mapGoal, type MappedGoal } from "./goal.ts";
import { LadderForms } from "./ladder-forms.ts";
import { timelineOf, type Timeline } from "./timeline.ts";

/** All that is known of a plan before its weeks: the request read, and what was assumed where it says nothing. */
export interface PlanStart {
  readonly planId: string;
  readonly request: PlanRequest;
  readonly goal: MappedGoal;
  readonly event: PlanEvent | undefined;
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
  const goal = mapGoal(request.goal, request.event !== undefined);
  const resolved =
    request.event === undefined ? undefined : resolveEvent(request.event, { goal, profile: request.profile });
  const timeline = timelineOf({ ...request, event: resolved?.event }, task.today);
  const limited = resolved && withinLimits(resolved.event, heldBackOf(request, timeline), timeline);
  const event = limited?.event;
  const assumptions = [...task.assumptions, ...(resolved?.assumptions ?? [])];
  const assumed = assumedProfile(request, { event, assumptions, plan: timeline });
  const rider = riderOf(assumed.profile, event);
  return {
    planId: task.planId,
    request,
    goal,
    event,
    timeline,
    profile: assumed.profile,
    rider,
    ladderForms: new LadderForms(catalogue.forms, rider.level),
    catalogue,
    warnings: [
      ...task.warnings,
      ...timeline.warnings,
      ...(limited?.warning === undefined ? [] : [limited.warning]),
      ...assumed.warnings,
    ],
  };
}
