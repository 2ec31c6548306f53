import type { CalendarDate } from "../../base/calendar.ts";
import { plainNumber, signed } from "../../report/units.ts";
import { weekForms, weekRises, type Margin } from "../../rules/load-margins.ts";
import type { PlanView } from "../../rules/view.ts";

interface Near {
  /** What is left to the limit, as a share of it. */
  readonly room: number;
  readonly text: string;
}

const near = (margins: readonly Margin[], text: (one: Margin) => string): Near[] =>
  margins.map((one) => ({ room: Math.abs((one.limit - one.value) / one.limit), text: text(one) }));

/** The limit of the rider's body that a plan comes nearest to from a day on; undefined where no load week is ahead. */
export function closestLimit(view: PlanView, today: CalendarDate | undefined): string | undefined {
  const isAhead = ({ week }: Margin): boolean => today === undefined || (week.days.at(-1)?.date ?? today) >= today;
  const all = [
    ...near(
      weekForms(view).filter(isAhead),
      ({ week, value, limit }) => `form ${signed(value)} after week ${week.number}; your lowest is ${signed(limit)}`,
    ),
    ...near(
      weekRises(view).filter(isAhead),
      ({ week, value, limit }) =>
        `fitness rises by ${plainNumber(value, 1)} in week ${week.number}; ${plainNumber(limit, 1)} a week is your most`,
    ),
  ];
  return all.sort((a, b) => a.room - b.room)[0]?.text;
}
