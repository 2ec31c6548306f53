import { addDays, WEEKDAYS, type Weekday } from "../../src/base/calendar.ts";
import type { TrainingPlan, Week } from "../../src/plan/schema.ts";
import { minutesOf, said, trainingOf } from "./plan-reads.ts";
import type { TermDraw } from "./term-draw.ts";

/** Shortest ride that is planned, in minutes. */
const SHORTEST = 30;

/** True where the rider may ride on a weekday of a week: not off, chosen for that date, with time, and no firm ride of their own. */
function mayRide(profile: TrainingPlan["athlete_profile"], week: Week, day: Weekday): boolean {
  const date = addDays(week.start_date, WEEKDAYS.indexOf(day));
  const isOn = ({
    from = "",
    to = "9",
  }: {
    readonly from?: string | undefined;
    readonly to?: string | undefined;
  }): boolean => from <= date && date <= to;
  const bands = (profile.hours_by_date ?? []).filter(isOn);
  const { week_days: usual, max_minutes_by_day: most = {} } = profile.training_availability;
  const days = bands.findLast((band) => band.days !== undefined)?.days ?? usual;
  const hours = bands.findLast((band) => band.hours !== undefined)?.hours ?? 99;
  const own = (profile.fixed_rides ?? []).filter(
    (ride) => isOn(ride) && (ride.date === undefined ? ride.day === day : ride.date === date),
  );
  const minutes = Math.min(
    bands.findLast((band) => band.max_minutes_by_day?.[day] !== undefined)?.max_minutes_by_day?.[day] ??
      most[day] ??
      999,
    profile.indoor?.days.includes(day) === true ? (profile.indoor.max_minutes ?? 999) : 999,
    Math.max(...(profile.two_a_day?.[day] ?? [999])),
  );
  const left = minutes - own.reduce((total, ride) => total + ride.minutes, 0);
  return (
    !week.workouts.some(({ role, weekday }) => role === "event" && weekday === day) &&
    !(profile.unavailable ?? []).some(isOn) &&
    days.includes(day) &&
    hours * 60 >= SHORTEST &&
    left >= SHORTEST &&
    own.every(({ effort }) => effort === "easy")
  );
}

/** Where the long ride is, and how long. */
export const longRide: TermDraw = {
  term: "long_ride",
  added: (request, chance) => {
    const { week_days: days, max_minutes_by_day: minutes = {} } = request.profile.training_availability;
    const day = days[chance.at("long-day").below(days.length)];
    if (day === undefined) return undefined;
    const room = Math.min(minutes[day] ?? 120, request.profile.weekly_hours_available * 60);
    const most = 90 + chance.at("long-most").below(20) * 15;
    const least = 30 + chance.at("long-least").below(10) * 15;
    const kind = chance.at("long-kind").below(4);
    return {
      ...request,
      profile: {
        ...request.profile,
        long_ride: {
          ...(kind === 1 ? {} : { day }),
          ...(kind > 0 ? { max_minutes: most } : {}),
          ...(kind > 1 && least <= most && least <= room ? { min_minutes: least } : {}),
        },
      },
    };
  },
  broken: ({ weekly_plan: weeks, athlete_profile: profile, plan_metadata: meta }) => {
    const { day, max_minutes: most = 1e9, min_minutes: least = 0 } = profile.long_ride ?? {};
    return weeks.flatMap((week) => {
      const rides = trainingOf(week);
      const isLoad = week.phase !== "taper" && week.week_type !== "recovery";
      const longest = Math.max(0, ...rides.map(minutesOf));
      const onDay = rides.filter((one) => one.role === "long").map(({ weekday }) => weekday);
      const isElsewhere = day !== undefined && onDay.length > 0 && !onDay.includes(day);
      const isNamed = said(meta.given_up).includes("You asked for long rides of");
      const isShort = isLoad && rides.length > 0 && meta.taper_days === undefined && longest < least - 5.01;
      return [
        ...(longest > most + 0.01 ? [`week ${week.week_number}: a ride of ${longest} min, ${most} at most`] : []),
        ...(isLoad && isElsewhere && mayRide(profile, week, day)
          ? [`week ${week.week_number}: the long ride is not on ${day}`]
          : []),
        ...(isLoad && isElsewhere && !said(meta.given_up).includes(`You asked for long rides on ${day}.`)
          ? [`week ${week.week_number}: the long ride is not on ${day}, and not named`]
          : []),
        ...(isShort && !isNamed ? [`week ${week.week_number}: ${longest} min, ${least} wanted, and not named`] : []),
      ];
    });
  },
};
