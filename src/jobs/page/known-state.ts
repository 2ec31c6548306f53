import type { CalendarDate } from "../../base/calendar.ts";
import { mondayOnOrBefore } from "../../base/calendar.ts";
import type { KnownState, RideState } from "../../page/input.ts";
import type { TrainingPlan } from "../../plan/schema.ts";
import type { Workout } from "../../workout/schema.ts";
import { matchKnown, type KnownRides } from "../review/match-known.ts";
import type { Matching } from "../review/match.ts";
import { riddenLoads } from "../review/ridden-fitness.ts";

const LOST = new Set(["missed", "ill"]);

function minutesByWeek({ sessions, extra }: Matching): Map<CalendarDate, number> {
  const weeks = new Map<CalendarDate, number>();
  const add = (day: CalendarDate, minutes: number): void => {
    const monday = mondayOnOrBefore(day);
    weeks.set(monday, (weeks.get(monday) ?? 0) + minutes);
  };
  for (const { status, session, rides, minutes } of sessions) {
    if (status === "not_known" || status === "ahead") continue;
    if (rides.length === 0) add(session.date, minutes ?? 0);
    for (const ride of rides) add(ride.day, ride.seconds / 60);
  }
  for (const { day, seconds } of extra) add(day, seconds / 60);
  return weeks;
}

/** What is known of the rides of a plan, as its page shows it. */
export function knownState(plan: TrainingPlan, known: KnownRides, today: CalendarDate): KnownState {
  const matching = matchKnown(plan, known, today);
  const states = new Map<Workout, RideState>(
    matching.sessions.map(({ session, status, minutes, on }) => [session, { status, minutes, on }]),
  );
  const loads = new Map(riddenLoads(matching));
  for (const { session, status } of matching.sessions)
    if (status === "missed" && !loads.has(session.date)) loads.set(session.date, 0);
  // A day of strength that fell to an illness is lost as the ride beside it is.
  const lost = new Set((plan.plan_metadata.lived ?? []).flatMap(({ date, kind }) => (LOST.has(kind) ? [date] : [])));
  for (const { workouts } of plan.weekly_plan)
    for (const workout of workouts)
      if (workout.type === "strength" && lost.has(workout.date)) states.set(workout, { status: "missed" });
  return { states, loads, ridden: minutesByWeek(matching) };
}
