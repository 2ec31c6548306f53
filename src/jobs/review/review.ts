import { addDays, weekdayIndex, type CalendarDate } from "../../base/calendar.ts";
import { sum } from "../../base/numbers.ts";
import type { Done } from "../../plan/change-schema.ts";
import type { TrainingPlan, Week } from "../../plan/schema.ts";
import { hintOf, type KeyHint } from "./key-run.ts";
import { matchRides, type Matched } from "./match.ts";
import type { Ridden } from "./ridden.ts";
import { riddenFitness, type RiddenFitness } from "./ridden-fitness.ts";

export type Scope = { readonly kind: "week"; readonly week?: number | undefined } | { readonly kind: "phase" | "plan" };

/** What of a plan was ridden, over some of its weeks. */
export interface Review {
  readonly plan: TrainingPlan;
  readonly today: CalendarDate;
  readonly scope: Scope["kind"];
  readonly weeks: readonly Week[];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly sessions: readonly Matched[];
  readonly extra: readonly Ridden[];
  /** Rides that are known of the whole plan. */
  readonly rides: number;
  readonly fitness: RiddenFitness | undefined;
  readonly hint: KeyHint | undefined;
  /** Sessions after these weeks, or still ahead in them. */
  readonly ahead: readonly Matched[];
}

export interface ReviewInput {
  readonly rides: readonly Ridden[];
  readonly done: readonly Done[];
  readonly today: CalendarDate;
}

const SUNDAY = 6;
const endOf = ({ start_date: start }: Week): CalendarDate => addDays(start, SUNDAY);

/** The week that is looked back on: the last that is over, on a Sunday the one that ends, in the first week that one. */
export function weekToReview(weeks: readonly Week[], today: CalendarDate): Week | undefined {
  const last = weeks.findLast((week) => endOf(week) < today || endOf(week) === today);
  return last ?? weeks[0];
}

function weeksOf(plan: TrainingPlan, scope: Scope, today: CalendarDate): readonly Week[] {
  const weeks = plan.weekly_plan;
  if (scope.kind === "plan") return weeks;
  if (scope.kind === "week" && scope.week !== undefined)
    return weeks.filter(({ week_number: number }) => number === scope.week);
  const isUnderWay = ({ start_date: start }: Week): boolean => start <= today;
  const week = scope.kind === "week" ? weekToReview(weeks, today) : (weeks.findLast(isUnderWay) ?? weeks[0]);
  if (week === undefined || scope.kind === "week") return week === undefined ? [] : [week];
  // One phase in a row: a phase that comes back later is one of its own.
  const at = weeks.indexOf(week);
  const before = weeks.slice(0, at).findLastIndex(({ phase }) => phase !== week.phase) + 1;
  const after = weeks.findIndex(({ phase }, i) => i > at && phase !== week.phase);
  return weeks.slice(before, after < 0 ? weeks.length : after);
}

/** What is looked ahead to: the rest of the week that runs, the first week before it has begun, the week after those that are over. */
function aheadIn(from: CalendarDate, to: CalendarDate, today: CalendarDate): (one: Matched) => boolean {
  const last = from > today ? addDays(from, -1) : to > today ? today : to;
  const ends = from > today ? addDays(from, 7) : to > today ? addDays(today, 7 - weekdayIndex(today)) : addDays(to, 8);
  return ({ session, status }) => session.date > last && session.date < ends && status !== "moved";
}

/** Looks back on some weeks of a plan; undefined where it has no such week. */
export function reviewOf(plan: TrainingPlan, scope: Scope, input: ReviewInput): Review | undefined {
  const { today } = input;
  const weeks = weeksOf(plan, scope, today);
  const [first, last] = [weeks[0], weeks.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = [first.start_date, endOf(last)];
  const matching = matchRides(plan, input);
  const numbers = new Set(weeks.map(({ week_number: number }) => number));
  const rodeToday = input.rides.some(({ day }) => day === today) || input.done.some(({ day }) => day === today);
  const over = rodeToday ? today : addDays(today, -1);
  const ahead = matching.sessions.filter(aheadIn(from, to, today));
  return {
    plan,
    today,
    scope: scope.kind,
    weeks,
    from,
    to,
    sessions: matching.sessions.filter(({ week }) => numbers.has(week)),
    extra: matching.extra.filter(({ day }) => day >= from && day <= to),
    rides: input.rides.length,
    fitness: riddenFitness(plan, matching, to < over ? to : over),
    hint: hintOf(matching.sessions.filter(({ session }) => session.date <= to)),
    ahead,
  };
}

/** Planned so far and ridden: what lies ahead is in neither. */
export interface ReviewSums {
  readonly plannedMinutes: number;
  readonly plannedLoad: number;
  readonly minutes: number;
  readonly load: number;
}

export function sumsOf(sessions: readonly Matched[], extra: readonly Ridden[]): ReviewSums {
  const past = sessions.filter(({ status }) => status !== "ahead");
  return {
    plannedMinutes: sum(past.map(({ session }) => session.duration_min)),
    plannedLoad: sum(past.map(({ session }) => session.tss)),
    minutes: sum(past.map(({ minutes = 0 }) => minutes)) + sum(extra.map(({ seconds }) => seconds)) / 60,
    load: sum(past.map(({ load = 0 }) => load)) + sum(extra.map(({ load }) => load)),
  };
}
