import type { CalendarDate } from "../base/calendar.ts";
import { addDays } from "../base/calendar.ts";
import { formOf, nextFitness, type Fitness } from "../load/fitness.ts";
import type { Phase } from "../plan/schema.ts";
import type { PlanView } from "../rules/view.ts";
import type { PageInput } from "./input.ts";
import type { WeekModel } from "./week-model.ts";

export interface SeasonWeek {
  readonly number: number;
  readonly from: CalendarDate;
  readonly phase: Phase;
  readonly isEasy: boolean;
  readonly plannedMinutes: number;
  readonly riddenMinutes: number | undefined;
  /** Of Sunday evening; in the week of an event that a plan leads to, form of its morning. */
  readonly fitness: number;
  readonly fatigue: number;
  readonly form: number;
  readonly event: string | undefined;
}

export interface SeasonModel {
  readonly weeks: readonly SeasonWeek[];
  /** Fitness on the evening of every day. */
  readonly fitness: readonly { readonly date: CalendarDate; readonly value: number }[];
  readonly startFitness: number;
  /** On the morning of this day; undefined outside the plan. */
  readonly now: { readonly fitness: number; readonly form: number } | undefined;
  readonly plannedMinutes: number;
  readonly riddenMinutes: number;
}

interface DayState extends Fitness {
  readonly date: CalendarDate;
  /** Form of this morning. */
  readonly form: number;
}

/** Every day of the plan: past ones as they were ridden, as planned where nobody knows, and from today on as planned. */
function daysOf(view: PlanView, { known, today }: PageInput): DayState[] {
  let state: Fitness = view.start;
  return view.days.map(({ date, tss }, i) => {
    const form = formOf(state) + (view.sportForm[i] ?? 0);
    const ridden = known.loads.get(date);
    state = nextFitness(state, date < today ? (ridden ?? tss) : Math.max(ridden ?? 0, tss));
    return { date, ...state, form };
  });
}

/** Fitness and fatigue of the week: of Sunday evening, or of the evening before the event that it is for. */
function stateIn(week: WeekModel, days: readonly DayState[], aims: readonly CalendarDate[]): Fitness | undefined {
  const aim = aims.find((date) => date >= week.from && date <= week.to);
  const eve = aim === undefined ? undefined : days[days.findIndex(({ date }) => date === aim) - 1];
  return eve ?? days.find(({ date }) => date === week.to);
}

/** Form of the week: of Sunday evening, or of the morning of the event that it is for. */
function formIn(
  week: WeekModel,
  days: readonly DayState[],
  { aims, last }: { aims: readonly CalendarDate[]; last: number },
): number {
  const aim = aims.find((date) => date >= week.from && date <= week.to);
  const at = days.findIndex(({ date }) => date === (aim ?? addDays(week.to, 1)));
  return at < 0 ? last : (days[at]?.form ?? last);
}

/** The season as one row of weeks, with what it does to the rider. */
export function seasonModel(view: PlanView, weeks: readonly WeekModel[], input: PageInput): SeasonModel {
  const days = daysOf(view, input);
  const end = days.at(-1) ?? { ...view.start, form: 0 };
  const aims = view.events.filter(({ priority }) => priority === "A").map(({ event }) => event.date);
  const at = days.findIndex(({ date }) => date === input.today);
  const before = days[at - 1] ?? view.start;
  return {
    weeks: weeks.map((week) => {
      const state = stateIn(week, days, aims) ?? end;
      return {
        number: week.number,
        from: week.from,
        phase: week.phase,
        isEasy: week.isEasy,
        plannedMinutes: week.plannedMinutes,
        riddenMinutes: week.riddenMinutes,
        fitness: state.ctl,
        fatigue: state.atl,
        form: formIn(week, days, { aims, last: formOf(end) }),
        event: week.days.find(({ event }) => event !== undefined)?.event,
      };
    }),
    fitness: days.map(({ date, ctl }) => ({ date, value: ctl })),
    startFitness: view.start.ctl,
    now: at < 0 ? undefined : { fitness: before.ctl, form: days[at]?.form ?? 0 },
    plannedMinutes: weeks.reduce((total, week) => total + week.plannedMinutes, 0),
    riddenMinutes: weeks.reduce((total, week) => total + (week.riddenMinutes ?? 0), 0),
  };
}
