import { timeWords } from "../base/time-words.ts";
import { WEEKDAYS } from "../base/calendar.ts";
import { ROUNDING_ERROR } from "../base/numbers.ts";
import { SHORTEST_RIDE_MINUTES } from "../athlete/rider.ts";
import { B_EVENT } from "./event-limits.ts";
import { AS_LONG_MINUTES, longestRideAllowed } from "./limits.ts";
import { rule, type Excuse, type Found, type Rule } from "./rule.ts";
import type { DayView, EventView, PlanView, RideView, WeekView } from "./view.ts";

/** What the rider said about single days: the long ride's, those indoors, those of strength. */

const at = (day: DayView): Pick<Found, "week" | "date"> => ({ week: day.week, date: day.date });
const minutesOf = (ride: RideView): number => Math.round(ride.measure.seconds / 60);
/** Rides that the plan made: no event, none that happens anyway. */
const training = (day: DayView): RideView[] => day.rides.filter((ride) => !ride.isEvent && !ride.isFixed);

const longRideDay = rule({
  id: "long-ride-day",
  title: "The long ride is on the weekday that the rider named for it, where that can be ridden",
  severity: "hard",
  class: "limit",
  reads: ["limits", "roles"],
  source: "The rider's own answer",
  evidence: "rider",
  check: ({ rider, weeks, events, isOutside }) => {
    const wanted = rider.longRide?.weekday;
    if (wanted === undefined || isOutside) return [];
    const isFree = (day: number): boolean => !events.some((event) => isEasedBy(event, day));
    return weeks
      .filter(({ days, isLoad }) => {
        const day = days[wanted];
        return isLoad && day !== undefined && mayHoldRide(day) && isFree(day.index);
      })
      .flatMap(({ days }) =>
        days
          .filter((day) => day.weekday !== wanted && training(day).some(({ workout }) => workout.role === "long"))
          .filter(() => !days.some((day) => day.weekday === wanted && training(day).some(isLong)))
          .map((day) => ({
            ...at(day),
            message: `the long ride is on ${WEEKDAYS[day.weekday] ?? ""}, not on ${WEEKDAYS[wanted] ?? ""}`,
            numbers: { weekday: day.weekday + 1, wanted: wanted + 1 },
          })),
      );
  },
});

/** Not off, one of the rider's days then, and with a ride's time beside what they ride anyway. */
const mayHoldRide = ({ isOff, limit, given }: DayView): boolean =>
  !isOff && limit.available && !given.isTaken && limit.maxMinutes - given.minutes >= SHORTEST_RIDE_MINUTES;

/** Days that belong to an event: those of a C are its own ones, an A and a B ease those around them too (3.4, 12.3). */
function isEasedBy({ priority, index, lastIndex }: EventView, day: number): boolean {
  const [before, after] = priority === "C" ? [0, 0] : [B_EVENT.easierDays, B_EVENT.easyAfter];
  return day >= index - before && day <= lastIndex + after;
}

const isLong = ({ workout }: RideView): boolean => workout.role === "long";

const longRideMost = rule({
  id: "long-ride-most",
  title: "No ride is longer than the rider wants their long ride",
  severity: "hard",
  class: "limit",
  reads: ["limits"],
  source: "The rider's own answer",
  evidence: "rider",
  check: ({ rider, days }) => {
    const most = rider.longRide?.maxMinutes ?? Number.POSITIVE_INFINITY;
    return days.flatMap((day) =>
      training(day)
        .filter((ride) => ride.measure.seconds / 60 > most + ROUNDING_ERROR)
        .map((ride) => ({
          ...at(day),
          message: `a ride of ${timeWords(minutesOf(ride))}, ${timeWords(most)} at most`,
          numbers: { minutes: minutesOf(ride), limit: most },
        })),
    );
  },
});

/** Most minutes that a week's long ride could have: growth, its day, and the week's hours beside its other rides. */
function longRoom(view: PlanView, week: WeekView, longestBefore: number): number {
  const wanted = view.rider.longRide?.weekday;
  const room = week.days.map((day) => {
    const isOpen = day.limit.available && !day.isOff && (wanted === undefined || wanted === day.weekday);
    return isOpen ? day.limit.maxMinutes - day.strengthSeconds / 60 : 0;
  });
  const others = week.rides.length - 1;
  return Math.min(
    Math.max(0, ...room),
    view.rider.longestAllowedMinutes,
    week.number === 1 ? longestBefore : longestRideAllowed(longestBefore),
    week.rideSeconds / 60 - others * SHORTEST_RIDE_MINUTES,
  );
}

function leastExcuse({ daysOff }: WeekView, { room, least }: { room: number; least: number }): Excuse | undefined {
  if (daysOff > 0) return { reason: "days off made this week shorter", numbers: { days_off: daysOff } };
  return room < least
    ? { reason: "growth, its day and the week's hours allow no more", numbers: { most_minutes: room } }
    : undefined;
}

const longRideLeast = rule({
  id: "long-ride-least",
  title: "In load weeks the long ride has the minutes that the rider wants of it",
  severity: "hard",
  class: "shape",
  reads: ["athlete", "limits", "phases"],
  source: "The rider's own answer; growth in safe steps comes first, training science 2.5",
  evidence: "rider",
  scoredOutside: true,
  check: (view) => {
    const least = view.rider.longRide?.minMinutes;
    if (least === undefined) return [];
    let longest = view.rider.longestRecentMinutes;
    return view.weeks.flatMap((week) => {
      const room = Math.floor(longRoom(view, week, longest));
      const minutes = Math.round(week.longestSeconds / 60);
      longest = Math.max(longest, minutes);
      if (!week.isLoad || week.touchesTaper || week.rides.length === 0 || minutes >= least - AS_LONG_MINUTES) return [];
      return [
        {
          week: week.number,
          message: `the longest ride has ${timeWords(minutes)}, ${timeWords(least)} wanted`,
          numbers: { minutes, needed: least },
          excuse: leastExcuse(week, { room, least }),
        },
      ];
    });
  },
});

const indoorDays = rule({
  id: "indoor-days",
  title: "Rides of the rider's indoor days say so, and are no longer than they want there",
  severity: "hard",
  class: "limit",
  reads: ["limits"],
  source: "The rider's own answer",
  evidence: "rider",
  check: ({ rider, plan, days }) => {
    const inside = days.filter((day) => rider.indoorDays?.includes(day.weekday) === true);
    const most = plan.athlete_profile.indoor?.max_minutes ?? Number.POSITIVE_INFINITY;
    return inside.flatMap((day) => {
      const rides = training(day);
      const open = rides.some(({ workout }) => workout.indoor !== true);
      const total = rides.reduce((sum, ride) => sum + minutesOf(ride), 0);
      return [
        ...(open
          ? [{ ...at(day), message: "a ride of an indoor day that does not say so", numbers: { rides: rides.length } }]
          : []),
        ...(total > most
          ? [
              {
                ...at(day),
                message: `${timeWords(total)} indoors, ${timeWords(most)} at most`,
                numbers: { minutes: total, limit: most },
              },
            ]
          : []),
      ];
    });
  },
});

const strengthDays = rule({
  id: "strength-days",
  title: "Strength is on the weekdays that the rider named for it",
  severity: "hard",
  class: "limit",
  reads: ["limits"],
  source: "The rider's own answer",
  evidence: "rider",
  check: ({ rider, days }) =>
    days
      .filter((day) => day.strengthSeconds > 0 && rider.strengthDays?.includes(day.weekday) === false)
      .map((day) => ({
        ...at(day),
        message: `strength on ${WEEKDAYS[day.weekday] ?? ""}`,
        numbers: { weekday: day.weekday + 1 },
      })),
});

const twoADay = rule({
  id: "two-a-day",
  title: "On a day of two rides each is within its own minutes, and there is no third",
  severity: "hard",
  class: "limit",
  reads: ["limits"],
  source: "The rider's own answer",
  evidence: "rider",
  check: ({ plan, days, isOutside }) => {
    const pairs = plan.athlete_profile.two_a_day;
    if (pairs === undefined || isOutside) return [];
    return days.flatMap((day) => {
      const pair = pairs[WEEKDAYS[day.weekday] ?? "Monday"];
      if (pair === undefined) return [];
      const most = [Math.max(...pair), Math.min(...pair)];
      const lengths = training(day)
        .map(minutesOf)
        .sort((a, b) => b - a);
      return lengths.flatMap((minutes, place) =>
        minutes > (most[place] ?? 0)
          ? [
              {
                ...at(day),
                message: `a ride of ${timeWords(minutes)} where ${most.map(timeWords).join(" and ")} are the most`,
                numbers: { minutes, limit: most[place] ?? 0 },
              },
            ]
          : [],
      );
    });
  },
});

/** Rules of the terms that speak of single days. */
export const DAY_TERM_RULES = [
  longRideDay,
  longRideMost,
  longRideLeast,
  indoorDays,
  strengthDays,
  twoADay,
] as const satisfies readonly Rule[];
