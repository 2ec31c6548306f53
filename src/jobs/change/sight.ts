import { addDays, type CalendarDate } from "../../base/calendar.ts";
import { dayMonth } from "../../base/date-words.ts";
import { roundTo, sum } from "../../base/numbers.ts";
import { joinWords } from "../../base/text.ts";
import type { ChangedDay } from "../../plan/change-schema.ts";
import type { Week } from "../../plan/schema.ts";
import type { ChangeFigure, ChangeRow, ChangeSight, ChangeWeek } from "../../report/change.ts";
import { dayWords, intentWords } from "../../report/change-words.ts";
import { readinessWord } from "../../report/readiness.ts";
import { timeWords } from "../../base/time-words.ts";
import { signed } from "../../report/units.ts";
import { livedView } from "../../rules/lived.ts";
import type { PlanView } from "../../rules/view.ts";
import { isTraining } from "../../workout/rides.ts";
import type { Reason } from "../../workout/schema.ts";
import { viewOf } from "./check.ts";
import { closestLimit } from "./closest-limit.ts";
import { dayState, type LivingPlan } from "./living.ts";
import type { Proposal } from "./propose.ts";

/** Weeks that are shown by day; the others are counted. */
const WEEKS_SHOWN = 2;
const REASONS_SHOWN = 2;

const livedOf = (plan: LivingPlan): PlanView => livedView(viewOf(plan));

function rowOf(
  date: CalendarDate,
  { before, after }: { before: ChangedDay["before"]; after: ChangedDay["before"] },
): ChangeRow | undefined {
  const [was, is] = [dayWords(before.workouts), dayWords(after.workouts)];
  if (was === is) return is === "rest" ? undefined : { mark: "=", date, text: is };
  if (is === "rest") {
    const why = after.workouts[0]?.why?.[0]?.text;
    return { mark: "-", date, text: why === undefined ? was : `${was}: ${why}` };
  }
  return was === "rest" ? { mark: "+", date, text: is } : { mark: "~", date, text: is, was };
}

interface Both {
  readonly proposal: Proposal;
  /** Days that were not ridden, as the change notes them. */
  readonly notRidden: ReadonlyMap<string, string>;
}

function weekRows(week: Week, { proposal, notRidden }: Both): ChangeRow[] {
  return Array.from({ length: 7 }, (_, day) => addDays(week.start_date, day)).flatMap((date): ChangeRow[] => {
    const before = dayState(proposal.before, date);
    const after = dayState(proposal.after, date);
    const lost = notRidden.get(date);
    if (before === undefined || after === undefined) return [];
    if (lost !== undefined) return [{ mark: "-", date, text: `${dayWords(before.workouts)}: ${lost}` }];
    return [rowOf(date, { before, after }) ?? []].flat();
  });
}

const NOT_RIDDEN: Readonly<Record<string, string>> = { missed: "not ridden", ill: "ill" };

function notRiddenBy({ before, after }: Proposal): Map<string, string> {
  const known = new Set(
    (before.file.training_plan.plan_metadata.lived ?? []).map(({ date, kind }) => `${date}${kind}`),
  );
  const now = after.file.training_plan.plan_metadata.lived ?? [];
  return new Map(
    now.flatMap(({ date, kind }) => {
      const text = NOT_RIDDEN[kind];
      return text === undefined || known.has(`${date}${kind}`) ? [] : [[date, text] as const];
    }),
  );
}

/** Hours and load of the weeks that are shown, a value a week. */
function weekFigures([before, after]: readonly [PlanView, PlanView], numbers: readonly number[]): ChangeFigure[] {
  if (numbers.length === 0) return [];
  const weeks = `week${numbers.length === 1 ? "" : "s"} ${joinWords(numbers.map(String))}`;
  const of = (view: PlanView, words: (week: PlanView["weeks"][number]) => string): string =>
    view.weeks
      .filter(({ number }) => numbers.includes(number))
      .map(words)
      .join(", ");
  const row = (label: string, words: (week: PlanView["weeks"][number]) => string): ChangeFigure => ({
    label: `${label} in ${weeks}`,
    now: of(before, words),
    then: of(after, words),
  });
  return [
    row("Hours", ({ rideSeconds }) => timeWords(rideSeconds / 60)),
    row("Load", ({ tss }) => String(Math.round(tss))),
  ];
}

/** Fitness and form on the event's morning, or at the plan's end. */
function endFigures([before, after]: readonly [PlanView, PlanView], proposal: Proposal): ChangeFigure[] {
  const at = (view: PlanView): { ctl: number; form: number } | undefined => {
    const day = view.curve[view.eventIndex ?? view.days.length];
    const eve = view.curve[(view.eventIndex ?? view.days.length) - 1];
    return day === undefined ? undefined : { ctl: eve?.ctl ?? day.ctl, form: day.form };
  };
  const [was, is] = [at(before), at(after)];
  const { event, end_date: end } = after.plan.plan_metadata;
  const on = dayMonth(event?.date ?? end);
  const ready = (plan: LivingPlan): string => readinessWord(plan.file.training_plan.plan_metadata.readiness) ?? "";
  return [
    ...(was === undefined || is === undefined
      ? []
      : [
          {
            label: `Fitness and form, ${on}`,
            now: `${Math.round(was.ctl)}, ${signed(was.form)}`,
            then: `${Math.round(is.ctl)}, ${signed(is.form)}`,
          },
        ]),
    ...(event === undefined || ready(proposal.before) === ""
      ? []
      : [
          {
            label: `For about ${timeWords(event.hours * 60)}`,
            now: ready(proposal.before),
            then: ready(proposal.after),
          },
        ]),
  ];
}

const touches = (week: Week, dates: ReadonlySet<string>): boolean =>
  Array.from({ length: 7 }, (_, day) => addDays(week.start_date, day)).some((date) => dates.has(date));

/** The way back after an illness is told by what it costs, day by day it would be told again. */
const isSaidByCosts = ({ id }: Reason): boolean => id === "illness";

/** Rides behind the last day that changes, and the first of them. */
function unchangedAhead({ file }: LivingPlan, changed: ReadonlySet<string>): ChangeSight["unchanged"] {
  const last = [...changed].sort().at(-1) ?? "";
  const rides = file.training_plan.weekly_plan
    .flatMap(({ workouts }) => workouts)
    .filter((workout) => workout.date > last && isTraining(workout));
  const [first] = rides;
  return first === undefined ? undefined : { from: first.date, rides: rides.length };
}

/** What a rider sees of a change before it is made; `isWhole` shows every week that changes. */
export function sightOf(proposal: Proposal, isWhole = false): ChangeSight {
  const { before, after, effect } = proposal;
  const notRidden = notRiddenBy(proposal);
  const changed = new Set<string>([...effect.days.map(({ date }) => date), ...notRidden.keys()]);
  const weeks = after.file.training_plan.weekly_plan.filter((week) => touches(week, changed));
  const shown = isWhole ? weeks : weeks.slice(0, WEEKS_SHOWN);
  const views = [livedOf(before), livedOf(after)] as const;
  const reasons = effect.days.flatMap(({ date, after: { workouts } }) => {
    const why = workouts.find(({ type }) => type !== "rest")?.why?.[0];
    return why === undefined || isSaidByCosts(why) ? [] : [{ date, text: why.text }];
  });
  return {
    planId: after.file.training_plan.plan_id,
    read: `I read: ${joinWords(proposal.intents.map(intentWords))}`,
    costs: proposal.costs,
    weeks: shown.map((week): ChangeWeek => ({
      number: week.week_number,
      from: week.start_date,
      to: addDays(week.start_date, 6),
      rows: weekRows(week, { proposal, notRidden }),
    })),
    further: sum(
      weeks.slice(shown.length).map((week) => effect.days.filter(({ date }) => touches(week, new Set([date]))).length),
    ),
    figures: [
      ...weekFigures(
        views,
        shown.slice(0, WEEKS_SHOWN).map((week) => week.week_number),
      ).slice(proposal.intents.every(({ kind }) => kind === "sick") ? -1 : 0),
      ...endFigures(views, proposal),
    ],
    unchanged: unchangedAhead(after, changed),
    limit: closestLimit(views[1], after.file.training_plan.plan_metadata.changed_on ?? weeks[0]?.start_date),
    why: [...new Map(reasons.map((reason) => [reason.text, reason])).values()].slice(0, REASONS_SHOWN),
    others: proposal.others,
  };
}

/** Load of a plan's weeks as it was lived, whole. */
export const weekLoads = (plan: LivingPlan): number[] => livedOf(plan).weeks.map((week) => roundTo(week.tss, 0));
