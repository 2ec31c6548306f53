import type { OtherSportDay } from "../plan/schema.ts";
import { HARD_DAY_SPACING } from "./limits.ts";
import { isLetGo } from "./lived.ts";
import { rule, type Found, type Rule } from "./rule.ts";
import type { DayView, PlanView, RideView } from "./view.ts";

/*
 * Rides that a rider does anyway, and other sport: the plan holds them as they were said and is planned around them.
 */

const fixedOf = (day: DayView): readonly RideView[] => day.rides.filter((ride) => ride.isFixed);

/** A ride as it was said: so many minutes, of such an effort. */
const named = (minutes: number, effort: string | undefined): string => `${minutes} min, ${effort ?? "no effort named"}`;

function ridesAsSaid(view: PlanView): Found[] {
  // A ride that was moved is still that of its own day.
  const rides = view.days.flatMap(fixedOf).map(({ workout }) => workout);
  const gone = view.plan.plan_metadata.lived?.filter(({ kind }) => isLetGo(kind)).map(({ date }) => date);
  return view.days.flatMap((day) => {
    const at = { week: day.week, date: day.date };
    const there = rides
      .filter(({ original_date: original, date }) => (original ?? date) === day.date)
      .map(({ duration_min: minutes, effort }) => named(minutes, effort));
    const said = day.given.rides.map(({ minutes, effort }) => named(minutes, effort));
    const missing = gone?.includes(day.date) === true ? [] : without(said, there);
    const extra = without(there, said);
    return [
      ...missing.map((ride) => ({ ...at, message: `the rider's own ride is missing (${ride})`, numbers: {} })),
      ...extra.map((ride) => ({
        ...at,
        message: `a ride of the rider's own that they did not name (${ride})`,
        numbers: {},
      })),
    ];
  });
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

export const fixedRides = rule({
  id: "fixed-rides",
  title: "Every ride that happens anyway stands on its day, with its minutes and effort",
  severity: "hard",
  class: "limit",
  reads: ["athlete", "dates"],
  source: "The rider's own answer",
  evidence: "rider",
  asWritten: true,
  check: ridesAsSaid,
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
  asWritten: true,
  check: ({ weeks }) =>
    weeks.flatMap(({ number, days, week: { other_sport: listed = [] } }) => {
      const said = days.flatMap((day) => day.given.sports);
      const found = (sports: readonly OtherSportDay[], others: readonly OtherSportDay[], what: string): Found[] => {
        const left = without(sports.map(sportWords), others.map(sportWords));
        return sports
          .filter((sport) => left.includes(sportWords(sport)))
          .map((sport) => ({
            week: number,
            date: sport.date,
            message: `other sport ${what} (${sportWords(sport)})`,
            numbers: {},
          }));
      };
      return [...found(said, listed, "is missing"), ...found(listed, said, "that was not named")];
    }),
});

const sportWords = ({ date, minutes, sport, effort, load }: OtherSportDay): string =>
  `${date}: ${minutes} min of ${sport}, ${effort}, load ${load}`;

/** Rules of what a rider does anyway. */
export const FIXED_RIDE_RULES = [fixedRides, besideHard, otherSport] as const satisfies readonly Rule[];
