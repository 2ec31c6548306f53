import { weekSums } from "../load/week-sums.ts";
import type { LivedDay, TrainingPlan, Week } from "../plan/schema.ts";
import { restOn } from "../workout/rest.ts";
import type { Excuse, Found } from "./rule.ts";
import { planView, type PlanView } from "./view.ts";

/** Kinds of days whose own rides the rider let go: they fell to an illness, or were left out or cut short. */
export const isLetGo = (kind: LivedDay["kind"]): boolean => kind === "ill" || kind === "dropped";

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

/** Weeks in which rides that were not ridden still show: the rest of a block of three and its recovery week, and one that is pushed back. */
const WEEKS_SHOWN = 5;

/** True where a week, or the recovery week that closes its block, is the other one. */
const isInBlock = ({ weeks }: PlanView, from: number, to: number): boolean =>
  from <= to && weeks.every(({ number, isRecovery }) => number < from || number >= to || !isRecovery);

/** True where a day that went otherwise can be why a rule about a week does not hold; what holds more than planned excuses nothing, days off are the rider's calendar. */
function canCause(view: PlanView, { date, kind }: LivedDay, week: number | undefined): boolean {
  if (kind === "more" || kind === "off") return false;
  const number = view.days.find((day) => day.date === date)?.week;
  if (week === undefined || number === undefined) return week === undefined;
  return kind === "changed" ? isInBlock(view, number, week) : number <= week && week <= number + WEEKS_SHOWN;
}

/** What of a finding rests on days that went otherwise than planned; undefined where it has another cause. */
export function lifeExcuse(view: PlanView, { week }: Found): Excuse | undefined {
  const near = (view.plan.plan_metadata.lived ?? []).filter((day) => canCause(view, day, week));
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
