import type { PlanRequest } from "../../athlete/request.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import { mapGoal, type MappedGoal } from "./goal.ts";
import { resolveEvents, type ResolvedEvents } from "./plan-events.ts";
import { timelineOf, type Timeline } from "./timeline.ts";

/** What a request is for, and when: an event of several days runs into weeks of its own, said or usual. */
export interface RequestDates {
  readonly goal: MappedGoal;
  readonly resolved: ResolvedEvents;
  readonly timeline: Timeline;
}

/** What the rider's words mean; an event that is named otherwise than they say is planned because it is named. */
function goalOfRequest({ goal: text, event }: PlanRequest): MappedGoal {
  const goal = mapGoal(text, event !== undefined);
  const isOther = event?.type !== undefined && goal.eventType !== undefined && event.type !== goal.eventType;
  return isOther ? { ...goal, because: "you named an event" } : goal;
}

/** The dates of a plan from a request. Throws NOT_FEASIBLE for an event that is too close. */
export function datesOf(request: PlanRequest, today: CalendarDate): RequestDates {
  const goal = goalOfRequest(request);
  const resolved = resolveEvents(request, goal);
  const timeline = timelineOf({ ...request, event: resolved.event, events: resolved.others }, today);
  return { goal, resolved, timeline };
}
