import { fullDate } from "../../base/date-words.ts";
import { sum } from "../../base/numbers.ts";
import type { Beside } from "../../report/beside.ts";
import { readinessWord } from "../../report/readiness.ts";
import { timeWords } from "../../base/time-words.ts";
import { signed } from "../../report/units.ts";
import { livedView } from "../../rules/lived.ts";
import { planView, type PlanView } from "../../rules/view.ts";
import { weekLoads } from "./sight.ts";
import type { LivingPlan } from "./living.ts";

/** A plan, or a state of one, under the name that it was asked for by. */
export interface NamedState {
  readonly name: string;
  readonly plan: LivingPlan;
}

type Figure = readonly [label: string, of: (view: PlanView) => string];

const loadWeeks = (view: PlanView): number[] =>
  view.weeks.filter((week) => week.isLoad && !week.touchesTaper).map((week) => week.rideSeconds / 60);

/** `8 h 40 to 10 h`, to ten minutes. */
function rangeOf(minutes: readonly number[]): string {
  const [low, high] = [Math.min(...minutes), Math.max(...minutes)].map((one) => timeWords(Math.round(one / 10) * 10));
  return low === high ? `${high}` : `${low} to ${high}`;
}

function hoursAsked({ plan: { athlete_profile: profile }, rider }: PlanView): string {
  const least = profile.weekly_hours_min;
  const most = timeWords(rider.ceilingMinutes);
  if (least === undefined || least * 60 >= rider.ceilingMinutes) return most;
  // `8 to 10 h`, as riders say it, where both are whole.
  const isWhole = Number.isInteger(least) && rider.ceilingMinutes % 60 === 0;
  return `${isWhole ? least : timeWords(least * 60)} to ${most}`;
}

const FIGURES: readonly Figure[] = [
  ["Weeks", (view) => String(view.weeks.length)],
  ["Ends on", (view) => fullDate(view.plan.plan_metadata.event?.date ?? view.plan.plan_metadata.end_date)],
  ["Hours asked", hoursAsked],
  ["Hours in all", (view) => `${Math.round(sum(view.weeks.map((week) => week.rideSeconds)) / 3600)} h`],
  ["A load week", (view) => (loadWeeks(view).length === 0 ? "none" : rangeOf(loadWeeks(view)))],
  ["Longest ride", (view) => timeWords(Math.max(0, ...view.weeks.map((week) => week.longestSeconds)) / 60)],
  ["Readiness", (view) => readinessWord(view.plan.plan_metadata.readiness) ?? "no event"],
  ["Fitness at its end", (view) => String(Math.round(view.curve[(view.eventIndex ?? view.days.length) - 1]?.ctl ?? 0))],
  ["Form at its end", (view) => signed(view.curve[view.eventIndex ?? view.days.length]?.form ?? 0)],
  [
    "Key sessions",
    (view) => String(view.weeks.flatMap((week) => week.rides).filter(({ workout }) => workout.role === "key").length),
  ],
  [
    "FTP",
    ({
      plan: {
        plan_metadata: { current_ftp: ftp },
      },
    }) => (ftp === undefined ? "no power" : `${ftp} W`),
  ],
];

/** Where the loads of plans that begin alike part for the first time. */
function partsAt(states: readonly NamedState[], loads: readonly (readonly number[])[]): string {
  const [first, ...others] = states;
  const [own] = loads;
  if (first === undefined || own === undefined) return "";
  const starts = states.map(({ plan }) => Math.round(plan.file.training_plan.plan_metadata.starting_ctl));
  if (new Set(starts).size > 1)
    return `They part at the start: fitness ${starts.join(" and ")}. Make both with the same --recent-hours to compare them fairly.`;
  const week = own.findIndex((load, i) => others.some((_, other) => loads[other + 1]?.[i] !== load));
  return week < 0
    ? "Week by week they hold the same load."
    : `They are alike up to week ${week}, and part in week ${week + 1}.`;
}

/** Plans side by side. */
export function besideEachOther(states: readonly NamedState[]): Beside {
  const views = states.map(({ plan }) => livedView(planView(plan.file.training_plan)));
  const loads = states.map(({ plan }) => weekLoads(plan));
  return {
    plans: states.map(({ name }) => name),
    rows: FIGURES.map(([label, of]) => ({ label, values: views.map(of) })),
    loads,
    parts: partsAt(states, loads),
  };
}
