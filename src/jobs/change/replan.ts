import type { PlanRequest } from "../../athlete/request.ts";
import type { Profile } from "../../athlete/schema.ts";
import type { FixedRide } from "../../athlete/terms.ts";
import { addDays, weekdayOf, type CalendarDate } from "../../base/calendar.ts";
import { shortDay } from "../../base/date-words.ts";
import { PlanError } from "../../base/errors.ts";
import type { DayState, Intent } from "../../plan/change-schema.ts";
import type { PlanMetadata } from "../../plan/schema.ts";
import type { PlanTask } from "../../plan/task.ts";
import { counted } from "../../report/units.ts";
import { compilePlan, type CompiledPlan } from "../compile/compile.ts";
import { changedDates, isFixed, withDay, withLived, withMetadata, withProfile, type Edit } from "./edit.ts";
import { dayState, isSame, type LivingPlan } from "./living.ts";
import { standing } from "../../plan/standing-steps.ts";
import { requestNow, withTerm } from "./request-terms.ts";
import { way, type Way } from "./way.ts";

const asLiving = ({ plan, overview }: CompiledPlan): LivingPlan => ({ file: plan, overview });

/** Fields of the metadata that a term may change; sums, scores and readiness follow from the days. */
const METADATA = ["event", "events", "taper_days", "given_up"] as const;

/** Without the task of its making a plan cannot be planned again. */
function needTask({ start: { task } }: Edit): PlanTask {
  if (task !== undefined) return task;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: "What this plan was made from does not lie beside it, so its terms cannot change.",
    hint: "Missed days, moved days, hours and FTP can change all the same; for other terms make a new plan with cycling-plan generate.",
  });
}

function sameWeeks(before: LivingPlan, after: LivingPlan): void {
  const [a, b] = [before.file.training_plan.plan_metadata, after.file.training_plan.plan_metadata];
  if (a.start_date === b.start_date && a.total_weeks === b.total_weeks) return;
  throw new PlanError({
    code: "NOT_FEASIBLE",
    message: "That would give the plan other weeks than it has.",
    hint: "Make a new plan for it: cycling-plan generate --after, or with --force --discard-changes.",
  });
}

/** Fields that the two plans hold otherwise. */
function changedFields<T extends object>(before: T, after: T, names: readonly (keyof T)[]): Partial<T> {
  const changed: Partial<T> = {};
  for (const name of names) if (!isSame(before[name], after[name])) changed[name] = after[name];
  return changed;
}

const TERMS_APART: readonly (keyof Profile)[] = ["assumptions", "ftp", "ftp_date"];

type Term = Extract<Intent, { kind: "term" }>;

/** A ride of the rider's own that is added on its weekday, beginning with the next; undefined where today is no such day. */
function fromNext(
  { start: { today } }: Edit,
  { change, ...term }: Term,
): { intent: Term; on: CalendarDate } | undefined {
  if (change.term !== "add_ride") return undefined;
  const isToday = ({ day, from }: FixedRide): boolean =>
    day === weekdayOf(today) && (from === undefined || from <= today);
  if (!change.rides.some(isToday)) return undefined;
  const on = addDays(today, 7);
  const rides = change.rides.map((ride) => (isToday(ride) ? { ...ride, from: on } : ride));
  return { intent: { ...term, change: { ...change, rides } }, on };
}

/**
 * A change of what was asked for: planned with and without it from the plan's own task, and the days ahead in which those two
 * differ are taken; all others keep their bytes. A ride that is added on its own weekday begins today, or else with the next.
 */
export function termWays(edit: Edit, term: Term): Way[] {
  const next = fromNext(edit, term);
  const asked = termWay(edit, term);
  if (next === undefined) return [asked];
  const later = termWay(edit, next.intent);
  const begins = `it begins on ${shortDay(next.on)}`;
  return [asked, { ...later, costs: `${later.costs} I${begins.slice(1)}.`, name: begins, intent: next.intent }];
}

/** What takes days of its own kind and leaves none otherwise than planned. */
const NO_DAYS: readonly Intent["kind"][] = ["term", "undo", "edited", "ftp", "keep", "free"];

/** Days that the rider changed since: what was said of them goes on, and is not planned anew. */
function changedSince({ start: { steps = [] } }: Edit): ReadonlySet<CalendarDate> {
  const said = standing(steps).filter(({ intents }) => intents.some(({ kind }) => !NO_DAYS.includes(kind)));
  return new Set(said.flatMap(({ effect }) => effect.days.map(({ date }) => date)));
}

/** What of a day is the rider's own, and whether it is a day for training at all. */
const given = (state: DayState | undefined): unknown => [
  state?.workouts.every(({ type }) => type === "rest"),
  (state?.workouts ?? []).filter(({ role }) => role === "fixed" || role === "event"),
];

function termWay(edit: Edit, { change, words }: Term): Way {
  const task = needTask(edit);
  const { library, steps = [] } = edit.start;
  const now = requestNow(task.request, steps);
  const next = withTerm(now, change);
  const planned = (request: PlanRequest): LivingPlan => asLiving(compilePlan({ ...task, request }, library));
  const [before, after] = [planned(now), planned(next)];
  sameWeeks(before, after);
  const dates = after.file.training_plan.weekly_plan.flatMap(({ workouts }) => workouts.map(({ date }) => date));
  const since = changedSince(edit);
  let result = edit;
  for (const date of new Set(dates)) {
    const [was, is] = [dayState(before, date), dayState(after, date)];
    if (is === undefined || isFixed(edit, date) || isSame(was?.workouts, is.workouts)) continue;
    if (since.has(date) && isSame(given(was), given(is))) continue;
    result = withLived(withDay(result, date, is), [{ date, kind: "changed" }]);
  }
  result = withTermFields(result, before, after);
  const changed = changedDates(edit, result).length;
  return way(result, changed === 0 ? `Changes no day ahead: ${words}.` : `Changes ${counted(changed, "day")} ahead.`);
}

/** Fields of profile and metadata that a term changes. */
function withTermFields(edit: Edit, before: LivingPlan, after: LivingPlan): Edit {
  const { athlete_profile: profileBefore, plan_metadata: metaBefore } = before.file.training_plan;
  const { athlete_profile: profileAfter, plan_metadata: metaAfter } = after.file.training_plan;
  const names = [...new Set([...Object.keys(profileBefore), ...Object.keys(profileAfter)])].filter(
    (name): name is keyof Profile => !TERMS_APART.some((apart) => apart === name),
  );
  const told = withProfile(edit, changedFields(profileBefore, profileAfter, names));
  return withMetadata(told, changedFields<PlanMetadata>(metaBefore, metaAfter, METADATA));
}
