import type { CalendarDate } from "../base/calendar.ts";
import { weekSums } from "../load/week-sums.ts";
import type { LivedDay, TrainingPlan, Week } from "../plan/schema.ts";
import { restOn } from "../workout/rest.ts";
import type { Excuse, Found } from "./rule.ts";
import { planView, type PlanView } from "./view.ts";

const isGone = ({ kind }: LivedDay): boolean => kind === "missed" || kind === "ill";

function livedWeek(week: Week, gone: ReadonlySet<string>): Week {
  if (!week.workouts.some(({ date }) => gone.has(date))) return week;
  const seen = new Set<string>();
  const workouts = week.workouts.flatMap((workout) => {
    if (!gone.has(workout.date)) return [workout];
    if (seen.has(workout.date)) return [];
    seen.add(workout.date);
    return [restOn(workout.date, undefined)];
  });
  return { ...week, ...weekSums(workouts), workouts };
}

/** The plan with what was really ridden: rides that were missed, or fell to an illness, are rest. */
export function livedPlan(plan: TrainingPlan): TrainingPlan {
  const gone = new Set<string>((plan.plan_metadata.lived ?? []).filter(isGone).map(({ date }) => date));
  if (gone.size === 0) return plan;
  return { ...plan, weekly_plan: plan.weekly_plan.map((week) => livedWeek(week, gone)) };
}

const views = new WeakMap<PlanView, PlanView>();

/** The same plan as it was lived; the view itself where nothing came between. */
export function livedView(view: PlanView): PlanView {
  const plan = livedPlan(view.plan);
  if (plan === view.plan) return view;
  const known = views.get(view) ?? planView(plan);
  views.set(view, known);
  return known;
}

/** Weeks after a day that went otherwise in which a plan may still show it: a block, and its recovery week. */
const WEEKS_SHOWN = 5;

const weekNumberOf = (view: PlanView, date: CalendarDate): number | undefined =>
  view.days.find((day) => day.date === date)?.week;

/** What of a finding rests on days that went otherwise than planned; undefined where it has another cause. */
export function lifeExcuse(view: PlanView, { week }: Found): Excuse | undefined {
  const lived = view.plan.plan_metadata.lived ?? [];
  const near = lived.filter(({ date }) => {
    const number = weekNumberOf(view, date);
    return week === undefined || (number !== undefined && number <= week + 1 && week <= number + WEEKS_SHOWN);
  });
  if (near.length === 0) return undefined;
  return {
    reason: "days that went otherwise than planned",
    numbers: { days: near.length },
  };
}

/** True where a finding speaks of days before the last change: nothing can be planned there any more. */
export function isHistory(view: PlanView, { week, date }: Found): boolean {
  const { changed_on: changedOn } = view.plan.plan_metadata;
  if (changedOn === undefined) return false;
  if (date !== undefined) return date < changedOn;
  if (week === undefined) return false;
  const last = view.days.findLast((day) => day.week === week)?.date;
  return last !== undefined && last < changedOn;
}
