import { HARD_DAY_SPACING } from "./limits.ts";
import { rule, type Found, type Rule } from "./rule.ts";
import type { DayView, PlanView, RideView } from "./view.ts";

/*
 * Rides that a rider does anyway, and other sport: the plan holds them as they were said and is planned around them.
 */

const fixedOf = (day: DayView): readonly RideView[] => day.rides.filter((ride) => ride.isFixed);

/** A ride as it was said: so many minutes, of such an effort. */
const named = (minutes: number, effort: string | undefined): string => `${minutes} min, ${effort ?? "no effort named"}`;

function ridesAsSaid(day: DayView): Found[] {
  const at = { week: day.week, date: day.date };
  const there = fixedOf(day).map(({ workout }) => named(workout.duration_min, workout.effort));
  const said = day.given.rides.map(({ minutes, effort }) => named(minutes, effort));
  const missing = without(said, there);
  const extra = without(there, said);
  return [
    ...missing.map((ride) => ({ ...at, message: `the rider's own ride is missing (${ride})`, numbers: {} })),
    ...extra.map((ride) => ({
      ...at,
      message: `a ride of the rider's own that they did not name (${ride})`,
      numbers: {},
    })),
  ];
}

/** What of a list is not in another, each of equals counted. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = [...other];
  return list.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Days that went otherwise by the rider's own word, such as an illness or a day off: that word is later than the habit. */
const isOtherwise = ({ plan }: PlanView, { date }: DayView): boolean =>
  plan.plan_metadata.lived?.some((day) => day.date === date) === true;

export const fixedRides = rule({
  id: "fixed-rides",
  title: "Every ride that happens anyway stands on its day, with its minutes and effort",
  severity: "hard",
  class: "limit",
  reads: ["athlete", "dates"],
  source: "The rider's own answer",
  evidence: "rider",
  check: (view) => view.days.filter((day) => !isOtherwise(view, day)).flatMap(ridesAsSaid),
});

const besideHard = rule({
  id: "beside-own-hard",
  number: 15,
  title: "No hard day is planned beside something hard that the rider does anyway",
  severity: "hard",
  class: "limit",
  reads: ["athlete", "dates"],
  source: "Stanley 2013; training science 4.3, 12.2",
  evidence: "measured",
  check: ({ days }) =>
    days
      .filter((day) => day.isPlannedHard)
      .flatMap((day) => {
        const near = days
          .slice(Math.max(0, day.index - HARD_DAY_SPACING + 1), day.index + HARD_DAY_SPACING)
          .find((other) => other.given.isHard);
        return near === undefined
          ? []
          : [
              {
                week: day.week,
                date: day.date,
                message: `a hard day is planned ${near === day ? "on the day of" : "the day beside"} something hard that the rider does anyway (${near.date})`,
                numbers: { hours: Math.abs(near.index - day.index) * 24, needed: HARD_DAY_SPACING * 24 },
              },
            ];
      }),
});

const otherSport = rule({
  id: "other-sport",
  title: "Other sport stands in its week as the rider said it",
  severity: "hard",
  class: "limit",
  reads: ["athlete", "dates"],
  source: "The rider's own answer",
  evidence: "rider",
  check: ({ weeks }: PlanView) =>
    weeks.flatMap((week) => {
      const said = week.days.flatMap((day) => day.given.sports);
      const listed = week.week.other_sport ?? [];
      const words = ({ date, minutes, sport, effort, load }: (typeof listed)[number]): string =>
        `${date}: ${minutes} min of ${sport}, ${effort}, load ${load}`;
      const missing = without(said.map(words), listed.map(words));
      const extra = without(listed.map(words), said.map(words));
      return [
        ...missing.map((one) => ({ week: week.number, message: `other sport is missing (${one})`, numbers: {} })),
        ...extra.map((one) => ({ week: week.number, message: `other sport that was not named (${one})`, numbers: {} })),
      ];
    }),
});

/** Rules of what a rider does anyway. */
export const FIXED_RIDE_RULES = [fixedRides, besideHard, otherSport] as const satisfies readonly Rule[];
