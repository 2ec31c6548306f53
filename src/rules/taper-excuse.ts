import { SHORTEST_RIDE_MINUTES } from "../athlete/rider.ts";
import { mean, sum } from "../base/numbers.ts";
import { ownRidesExcuse } from "./fixed-ride-excuse.ts";
import { EVENT_FORM, TAPER_CUT } from "./limits.ts";
import type { Found } from "./rule.ts";
import { taperStart, type DayView, type PlanView } from "./view.ts";

const round = (value: number): number => Math.round(value * 10) / 10;

/** The days of the taper. */
export const windowDays = (view: PlanView): DayView[] =>
  view.days.filter((day) => day.index >= taperStart(view) && day.index < (view.eventIndex ?? 0));

const daysOffIn = (view: PlanView, days: readonly DayView[]): number =>
  days.filter((day) => day.isOff && view.rider.days[day.weekday]?.available === true).length;

/** Days off, or so few minutes that rides of half an hour are too many or too few. */
export function taperExcuse(
  view: PlanView,
  at: { days: readonly DayView[]; usual: number; tooMuch: boolean },
): Pick<Found, "excuse"> {
  const off = daysOffIn(view, at.days);
  if (off > 0) return { excuse: { reason: "the rider's days off in the taper", numbers: { days_off: off } } };
  const own = ownRidesExcuse([...at.days, ...view.weeks.filter((week) => week.isLoad).flatMap(({ days }) => days)]);
  if (own.excuse !== undefined) return own;
  const open = at.days.filter((day) => view.rider.days[day.weekday]?.available === true).length;
  const halves = (at.usual * (1 - TAPER_CUT.low)) / (SHORTEST_RIDE_MINUTES * 60);
  if (at.tooMuch ? open <= 2 || halves < open : halves < 1)
    return {
      excuse: {
        reason: "rides of at least half an hour on these days",
        numbers: { open_days: open, usual_minutes: Math.round(at.usual / 60) },
      },
    };
  return {};
}

/** What of the calendar, or of the hours, leaves the event's morning another form. */
export function formExcuse(view: PlanView, form: number): Pick<Found, "excuse"> {
  const off = sum(view.weeks.slice(-3).map((week) => week.daysOff));
  if (off > 0) return { excuse: { reason: "the rider's days off before the event", numbers: { days_off: off } } };
  const own = ownRidesExcuse(windowDays(view));
  if (own.excuse !== undefined) return own;
  const sport = view.sportForm[view.eventIndex ?? 0] ?? 0;
  if (form < 0 && form - sport >= EVENT_FORM.low)
    return {
      excuse: { reason: "the rider's other sport in these days", numbers: { form_of_riding: round(form - sport) } },
    };
  const start = view.plan.plan_metadata.starting_ctl;
  const held = mean(view.weeks.filter((week) => week.isLoad).map((week) => week.tss)) / 7;
  return form > 0 && start > held * 1.05
    ? {
        excuse: {
          reason: "the hours hold less fitness than the rider starts with",
          numbers: { starting_fitness: round(start), load_per_day: round(held) },
        },
      }
    : {};
}
