import type { CalendarDate } from "../../base/calendar.ts";
import { formOf, nextFitness } from "../../load/fitness.ts";
import { planView } from "../../rules/view.ts";
import type { TrainingPlan } from "../../plan/schema.ts";
import type { Matching } from "./match.ts";

/** Fitness on the evening of a day: as it was planned, and as it was ridden. */
export interface RiddenFitness {
  readonly on: CalendarDate;
  readonly planned: number;
  /** What is not known counts as nothing at the low end, and as planned at the high end. */
  readonly low: number;
  readonly high: number;
  /** Form of the next morning at either end. */
  readonly formLow: number;
  readonly formHigh: number;
  readonly unknown: number;
}

/** Load of each day that was ridden. */
export function riddenLoads({ sessions, extra }: Matching): ReadonlyMap<CalendarDate, number> {
  const loads = new Map<CalendarDate, number>();
  const add = (day: CalendarDate, load: number): void => void loads.set(day, (loads.get(day) ?? 0) + load);
  for (const { rides, session, load } of sessions) {
    for (const ride of rides) add(ride.day, ride.load);
    if (rides.length === 0 && load !== undefined) add(session.date, load);
  }
  for (const ride of extra) add(ride.day, ride.load);
  return loads;
}

/** Planned and ridden fitness up to the evening of a day; undefined before the plan. */
export function riddenFitness(plan: TrainingPlan, matching: Matching, until: CalendarDate): RiddenFitness | undefined {
  const { starting_ctl: ctl, starting_atl: atl, start_date: start } = plan.plan_metadata;
  if (until < start) return undefined;
  const loads = riddenLoads(matching);
  const open = matching.sessions.filter(({ status }) => status === "not_known" || status === "ahead");
  const unknown = new Set(open.map(({ session }) => session.date));
  let end = { planned: { ctl, atl }, low: { ctl, atl }, high: { ctl, atl } };
  let count = 0;
  let on = start;
  for (const { date, tss } of planView(plan).days) {
    if (date > until) break;
    const ridden = loads.get(date) ?? 0;
    const isOpen = unknown.has(date);
    if (isOpen) count += 1;
    end = {
      planned: nextFitness(end.planned, tss),
      low: nextFitness(end.low, ridden),
      high: nextFitness(end.high, isOpen ? Math.max(ridden, tss) : ridden),
    };
    on = date;
  }
  const forms = [formOf(end.low), formOf(end.high)];
  return {
    on,
    planned: end.planned.ctl,
    low: end.low.ctl,
    high: end.high.ctl,
    formLow: Math.min(...forms),
    formHigh: Math.max(...forms),
    unknown: count,
  };
}
