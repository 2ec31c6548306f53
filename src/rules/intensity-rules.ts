import { ROUNDING_ERROR, mean, sum } from "../base/numbers.ts";
import { PHASES } from "../plan/schema.ts";
import {
  BEGINNER_POWER,
  CAREFUL_START,
  FIRST_HARD_DAY,
  HARD_DAY_SPACING,
  hardDayLimit,
  highShareCeiling,
  LOW_SHARE_BUILD,
  lowShareFloor,
  vo2Spacing,
} from "./limits.ts";
import { rule, type Found } from "./rule.ts";
import type { DayView, PlanView, RideView, WeekView } from "./view.ts";
import { daysOffExcuse } from "./week-figures.ts";

const percent = (share: number): number => Math.round(share * 1000) / 10;

const hardDays = rule({
  id: "hard-days",
  number: 14,
  title: "Hard days a week stay within what this rider recovers from",
  severity: "hard",
  class: "safety",
  reads: ["athlete"],
  source: "Seiler 2013, Ronnestad 2015, Laursen 2002: two a week; training science 4.2, 2.5",
  evidence: "measured",
  check: (view) => [
    ...view.weeks.flatMap((week) => {
      const count = week.days.filter((day) => day.isHard).length;
      const limit = hardDayLimit(view.rider, week.rideSeconds / 3600, week.number);
      return count > limit
        ? [
            {
              week: week.number,
              message: `${count} hard days, ${limit} at most`,
              numbers: { hard_days: count, limit },
              ...ownHardAlone(week.days),
            },
          ]
        : [];
    }),
    ...(view.isOutside ? [] : earlyHardDays(view)),
  ],
});

/** Why too many hard days, or two in a row, stand: none of them was planned. */
function ownHardAlone(days: readonly DayView[]): Pick<Found, "excuse"> {
  const hard = days.flatMap((day) => day.rides.filter((ride) => ride.isHard || ride.isTest));
  return hard.some((ride) => !ride.isFixed)
    ? {}
    : {
        excuse: {
          reason: "the hard rides are the rider's own, and none is planned beside them",
          numbers: { own_hard_rides: hard.length },
          isOwnRides: true,
        },
      };
}

const earlyHardDays = (view: PlanView): Found[] =>
  view.days.slice(0, FIRST_HARD_DAY).flatMap((day) =>
    day.isPlannedHard
      ? [
          {
            week: 1,
            date: day.date,
            message: `a hard day in the first ${FIRST_HARD_DAY * 24} hours of the plan`,
            numbers: { day: day.index + 1, first_allowed: FIRST_HARD_DAY + 1 },
          },
        ]
      : [],
  );

const hardSpacing = rule({
  id: "hard-day-spacing",
  number: 15,
  title: "An easy or rest day lies between hard days",
  severity: "hard",
  class: "safety",
  reads: [],
  source: "Stanley 2013; training science 4.3",
  evidence: "measured",
  check: (view) =>
    view.days.flatMap((day, i) => {
      const before = view.days[i - 1];
      return day.isHard && before?.isHard === true
        ? [
            {
              week: day.week,
              date: day.date,
              message: "a hard day right after another",
              numbers: { hours: 24, needed: HARD_DAY_SPACING * 24 },
              ...ownHardAlone([before, day]),
            },
          ]
        : [];
    }),
});

const vo2SpacingRule = rule({
  id: "vo2max-spacing",
  number: 16,
  title: "Efforts above 105 % have 48 hours between them, 72 from 50 years",
  severity: "hard",
  class: "safety",
  reads: ["athlete"],
  source: "Stanley 2013; training science 2.5, 4.3",
  evidence: "measured",
  check: (view) => {
    const days = view.days.filter((day) => day.rides.some((ride) => ride.isVo2 && !ride.isTest));
    const needed = vo2Spacing(view.rider);
    return days.flatMap((day, i) => {
      const gap = day.index - (days[i - 1]?.index ?? Number.NEGATIVE_INFINITY);
      return gap < needed
        ? [
            {
              week: day.week,
              date: day.date,
              message: `${gap * 24} h after the last efforts above 105 %, ${needed * 24} needed`,
              numbers: { hours: gap * 24, needed: needed * 24 },
            },
          ]
        : [];
    });
  },
});

interface Shares {
  readonly low: number;
  readonly high: number;
}

function sharesOf(rides: readonly RideView[]): Shares {
  const total = sum(rides.map((ride) => ride.measure.seconds));
  if (total === 0) return { low: 1, high: 0 };
  return {
    low: sum(rides.map((ride) => ride.measure.zones.low)) / total,
    high: sum(rides.map((ride) => ride.measure.zones.high)) / total,
  };
}

/** Weekly hours of the load weeks among these, which is what the tables of 4.2 go by. */
function loadHours(weeks: readonly WeekView[]): number {
  const loads = weeks.filter((week) => week.isLoad && !week.touchesTaper && week.rideSeconds > 0);
  return mean((loads.length > 0 ? loads : weeks).map((week) => week.rideSeconds / 3600));
}

/** Share of riding time at or below 75 % of FTP, and the least that the table asks for these weeks. */
export function easyShare(
  view: PlanView,
  weeks: readonly WeekView[],
  allowance: number,
): { share: number; floor: number } {
  // A hard ride that happens anyway is planned as what it amounts to: how its time divides, nobody knows.
  const known = weeks.flatMap((week) => week.rides.filter((ride) => !(ride.isFixed && ride.isHard)));
  const { low } = sharesOf(known);
  return { share: low, floor: lowShareFloor(loadHours(weeks), view.rider.level) - allowance };
}

const easyShareRule = rule({
  id: "easy-share",
  number: 18,
  title: "Enough of the riding is easy",
  severity: "hard",
  class: "shape",
  reads: ["athlete", "phases"],
  source: "Cove 2024, Rosenblat 2025, Treff 2019; shares of time by hours, training science 4.2",
  evidence: "convention",
  scoredOutside: true,
  check: (view) => {
    const parts = [
      { name: "the plan", weeks: view.weeks, allowance: LOW_SHARE_BUILD },
      ...PHASES.filter((phase) => phase !== "taper").map((phase) => ({
        name: `the ${phase} phase`,
        weeks: view.weeks.filter((week) => week.week.phase === phase),
        allowance: phase === "base" ? 0 : LOW_SHARE_BUILD,
      })),
    ];
    return parts.flatMap(({ name, weeks, allowance }) => {
      if (weeks.every((week) => week.rideSeconds === 0)) return [];
      const { share, floor } = easyShare(view, weeks, allowance);
      return share < floor - 0.0005
        ? [
            {
              message: `${percent(share)} % of ${name} is at or below 75 % of FTP, ${percent(floor)} asked`,
              numbers: { share: percent(share), floor: percent(floor) },
              ...daysOffExcuse(weeks),
            },
          ]
        : [];
    });
  },
});

const highShare = rule({
  id: "high-share",
  number: 19,
  title: "Little of the riding is above FTP",
  severity: "scored",
  class: "quality",
  reads: [],
  source: "8 % of the time, 12 % up to four hours a week; training science 4.2",
  evidence: "convention",
  check: (view) => {
    const { high } = sharesOf(view.weeks.flatMap((week) => week.rides));
    const limit = highShareCeiling(loadHours(view.weeks));
    return high > limit
      ? [
          {
            message: `${percent(high)} % of the time is above FTP`,
            numbers: { share: percent(high), limit: percent(limit) },
          },
        ]
      : [];
  },
});

/** Days of the first weeks with power above a limit, held longer than `seconds`; tests and the event are left out. */
function tooHardEarly(view: PlanView, limit: { weeks: number; power: number; seconds: number }): Found[] {
  const isTooHard = (ride: RideView): boolean =>
    !ride.isEvent &&
    !ride.isTest &&
    ride.measure.steps.some(
      (step) => step.seconds > limit.seconds && Math.max(step.start, step.end) > limit.power + ROUNDING_ERROR,
    );
  return view.days.flatMap((day: DayView) =>
    day.week <= limit.weeks && day.rides.some(isTooHard)
      ? [
          {
            week: day.week,
            date: day.date,
            message: `power above ${percent(limit.power)} % of FTP in the first ${limit.weeks} weeks`,
            numbers: { limit: percent(limit.power), weeks: limit.weeks },
          },
        ]
      : [],
  );
}

const beginnerPower = rule({
  id: "beginner-power",
  number: 20,
  title: "Beginners stay below 94 % in their first three weeks, strides and tests apart",
  severity: "hard",
  class: "safety",
  reads: ["athlete"],
  source: "Coaching custom for the first three to four weeks; training science 2.5",
  evidence: "convention",
  check: (view) =>
    view.rider.level === "beginner"
      ? tooHardEarly(view, {
          weeks: BEGINNER_POWER.weeks,
          power: BEGINNER_POWER.limit,
          seconds: BEGINNER_POWER.strideSeconds,
        })
      : [],
});

const carefulStart = rule({
  id: "careful-start",
  title: "After inactivity or with a disease, the first four weeks hold nothing above 75 % and no test",
  severity: "hard",
  class: "safety",
  reads: ["athlete"],
  source: "ACSM 2015 (Whitfield 2017); training science 7",
  evidence: "convention",
  check: (view) => {
    if (!view.rider.carefulStart) return [];
    const tests = view.days.filter((day) => day.week <= CAREFUL_START.weeks && day.rides.some((ride) => ride.isTest));
    return [
      ...tooHardEarly(view, { weeks: CAREFUL_START.weeks, power: CAREFUL_START.limit, seconds: 0 }),
      ...tests.map((day) => ({
        week: day.week,
        date: day.date,
        message: "a test in the first four weeks",
        numbers: { weeks: CAREFUL_START.weeks },
      })),
    ];
  },
});

export const INTENSITY_RULES = [
  hardDays,
  hardSpacing,
  vo2SpacingRule,
  easyShareRule,
  highShare,
  beginnerPower,
  carefulStart,
] as const;
