import { timeWords } from "../base/time-words.ts";
import { otherHoursExcuse } from "./week-figures.ts";
import { AS_LONG_MINUTES, LONG_RIDE_SHARE, LONGEST_RIDE_DAYS, longestRideAllowed } from "./limits.ts";
import { rule, type Found } from "./rule.ts";
import { aimViews, type AimView, type DayView, type PlanView } from "./view.ts";
import { ROUNDING_ERROR } from "../base/numbers.ts";

const longestOf = (day: DayView): number =>
  Math.max(0, ...day.rides.filter((ride) => !ride.isEvent).map((ride) => ride.measure.seconds / 60));
const longestPlannedOf = (day: DayView): number =>
  Math.max(0, ...day.rides.filter((ride) => !ride.isEvent && !ride.isFixed).map((ride) => ride.measure.seconds / 60));

const longRideGrowth = rule({
  id: "long-ride-growth",
  number: 21,
  title: "The longest ride grows in safe steps",
  severity: "hard",
  class: "safety",
  reads: ["athlete", "limits"],
  source: "30 to 60 minutes per weekend in published century plans (360velo); training science 2.5",
  evidence: "convention",
  check: (view) => {
    const found: Found[] = [];
    let longest = view.rider.longestRecentMinutes;
    for (const week of view.weeks) {
      const isFirst = week.number === 1;
      const limit = Math.floor(
        Math.min(
          isFirst ? longest : longestRideAllowed(longest),
          view.isOutside ? Number.POSITIVE_INFINITY : view.rider.longestAllowedMinutes,
        ),
      );
      const minutes = Math.max(0, ...week.planned.map((ride) => ride.measure.seconds / 60));
      if (minutes > limit + ROUNDING_ERROR && !(isFirst && view.isOutside))
        found.push({
          week: week.number,
          message: `the longest ride is ${timeWords(minutes)}, ${timeWords(limit)} at most after ${timeWords(longest)}`,
          numbers: { minutes: Math.round(minutes), limit, longest_so_far: Math.round(longest) },
        });
      longest = Math.max(longest, week.longestSeconds / 60);
    }
    return found;
  },
});

const longestBeforeEvent = rule({
  id: "longest-ride-timing",
  number: 22,
  title: `The longest ride lies ${LONGEST_RIDE_DAYS.last} to ${LONGEST_RIDE_DAYS.first} days before the event`,
  severity: "hard",
  class: "shape",
  reads: ["event"],
  source: "360velo, CTS; training science 2.5",
  evidence: "convention",
  scoredOutside: true,
  check: (whole) => aimViews(whole).flatMap((view) => longestOutOfTime(view)),
});

function longestOutOfTime(view: AimView): Found[] {
  const { eventIndex, stretchFrom } = view;
  // Between two events that lie near each other there is no time for a longest ride.
  if (view.isShort) return [];
  const days = view.days.filter(({ index }) => index >= stretchFrom);
  const window = days.filter(
    (day) => eventIndex - day.index >= LONGEST_RIDE_DAYS.last && eventIndex - day.index <= LONGEST_RIDE_DAYS.first,
  );
  const inWindow = Math.max(0, ...window.map(longestOf));
  const overall = Math.max(0, ...days.map(longestPlannedOf));
  const best = days.find((day) => longestPlannedOf(day) === overall);
  if (best === undefined || inWindow >= overall - AS_LONG_MINUTES) return [];
  return [
    {
      week: best.week,
      date: best.date,
      message: `the longest ride (${timeWords(overall)}) lies ${eventIndex - best.index} days before the event; ${LONGEST_RIDE_DAYS.last} to ${LONGEST_RIDE_DAYS.first} days before it the longest has ${timeWords(inWindow)}`,
      numbers: {
        longest: Math.round(overall),
        in_window: Math.round(inWindow),
        days_before: eventIndex - best.index,
      },
      ...windowExcuse(view, window, overall),
    },
  ];
}

/** Up to this many weeks a recovery week may fall where the longest ride belongs (training science 2.4). */
const SHORT_PLAN_WEEKS = 8;

/** The rider's own calendar: days off in those weeks, or no day in them that has the time. */
function windowExcuse(view: PlanView, window: readonly DayView[], overall: number): Pick<Found, "excuse"> {
  const weeks = new Set(window.map((day) => day.week));
  const daysOff = view.weeks
    .filter((week) => weeks.has(week.number) || weeks.has(week.number + 1))
    .reduce((total, week) => total + week.daysOff, 0);
  if (daysOff > 0) return { excuse: { reason: "the rider's days off in those weeks", numbers: { days_off: daysOff } } };
  const taken = view.weeks.filter((week) => weeks.has(week.number) && week.raceTss > 0).length;
  if (taken > 0) return { excuse: { reason: "other events in those weeks", numbers: { weeks: taken } } };
  const hours = otherHoursExcuse(view.weeks);
  if (hours !== undefined) return { excuse: hours };
  const recovering = view.weeks.filter((week) => weeks.has(week.number) && week.isRecovery).length;
  if (view.weeks.length <= SHORT_PLAN_WEEKS && recovering > 0)
    return {
      excuse: { reason: "so short a plan needs its recovery week there", numbers: { weeks: view.weeks.length } },
    };
  const room = Math.max(0, ...window.map((day) => (day.limit.available ? day.limit.maxMinutes : 0)));
  return room < overall
    ? { excuse: { reason: "no day of those weeks has more time", numbers: { most_minutes: room } } }
    : {};
}

const longRideShare = rule({
  id: "long-ride-share",
  number: 23,
  title: "The longest ride is a quarter to a half of its week",
  severity: "scored",
  class: "quality",
  reads: ["phases"],
  source: "Coaching custom: 25 to 40 %, up to half with three rides a week; training science 2.5",
  evidence: "convention",
  check: (view) =>
    view.weeks.flatMap((week) => {
      const share = week.longestSeconds / week.rideSeconds;
      return week.isLoad &&
        week.rides.length > 2 &&
        (share < LONG_RIDE_SHARE.low - 0.005 || share > LONG_RIDE_SHARE.high + 0.005)
        ? [
            {
              week: week.number,
              message: `the longest ride is ${Math.round(share * 100)} % of the week`,
              numbers: {
                share: Math.round(share * 100),
                low: LONG_RIDE_SHARE.low * 100,
                high: LONG_RIDE_SHARE.high * 100,
              },
            },
          ]
        : [];
    }),
});

export const LONG_RIDE_RULES = [longRideGrowth, longestBeforeEvent, longRideShare] as const;
