import { timeWords } from "../base/time-words.ts";
import { COMEBACK } from "../athlete/safety-limits.ts";
import type { HeldBack } from "../athlete/schema.ts";
import { rule, type Found, type Rule } from "./rule.ts";
import type { DayView, PlanView, RideView } from "./view.ts";

/*
 * What holds a rider back by their health, by a return after weeks off, or by a limit that they or their doctor named. Each
 * limit speaks of every step of every ride, the event's too, and of tests: a test is all out, whatever power is planned.
 */

const DUST = 1e-6;

const holds = ({ from_week: from, through_week: through, until }: HeldBack, day: DayView): boolean =>
  from <= day.week && day.week <= through && (until === undefined || day.date <= until);

const peakOf = ({ measure: { steps } }: RideView): number =>
  Math.max(0, ...steps.map((step) => Math.max(step.start, step.end)));

const round = (value: number): number => Math.round(value * 10) / 10;

function overOn(day: DayView, limits: readonly HeldBack[]): Found[] {
  const holding = limits.filter((limit) => holds(limit, day));
  if (holding.length === 0) return [];
  const limit = Math.min(...holding.map(({ max_power_pct }) => max_power_pct));
  const peak = round(Math.max(0, ...day.rides.map(peakOf)) * 100);
  const at = { week: day.week, date: day.date };
  return [
    ...(peak > limit + DUST
      ? [{ ...at, message: `${peak} % of FTP under a limit of ${limit} %`, numbers: { percent: peak, limit } }]
      : []),
    ...(day.rides.some((ride) => ride.isTest)
      ? [{ ...at, message: `a test under a limit of ${limit} % of FTP`, numbers: { limit } }]
      : []),
  ];
}

const overLimits =
  (by: HeldBack["by"]) =>
  ({ rider, days }: PlanView): Found[] => {
    const limits = rider.heldBack.filter((limit) => limit.by === by);
    return limits.length === 0 ? [] : days.flatMap((day) => overOn(day, limits));
  };

const effortCap = rule({
  id: "effort-cap",
  title: "Nothing is above the power that the rider or their doctor named, and no test comes, to its last day",
  severity: "hard",
  class: "limit",
  reads: ["athlete"],
  source: "The rider's own answer",
  evidence: "rider",
  check: overLimits("limit"),
});

const healthLimit = rule({
  id: "health-limit",
  title: "With a known heart disease nothing is above 75 % and no test comes, through the last day",
  severity: "hard",
  class: "safety",
  reads: ["athlete"],
  source: "Pelliccia 2021 (ESC); training science 12.1",
  evidence: "convention",
  check: overLimits("careful"),
});

const comebackPower = rule({
  id: "comeback-power",
  title: "After weeks off nothing is above 75 % for two weeks and 90 % for four more, and no test comes",
  severity: "hard",
  class: "safety",
  reads: ["athlete"],
  source: "A careful return after weeks off; training science 12.1",
  evidence: "convention",
  check: overLimits("comeback"),
});

const easyStart = rule({
  id: "easy-start",
  title: "Who rides nothing now begins easily: nothing is above 75 % for two weeks and 90 % for four more",
  severity: "hard",
  class: "safety",
  reads: ["athlete"],
  source: "The doses of a return, for riders who start from nothing; from 60 nothing above FTP; training science 12.1",
  evidence: "convention",
  check: overLimits("start"),
});

const comebackFirstWeek = rule({
  id: "comeback-first-week",
  title: `The first week after weeks off holds at most ${COMEBACK.firstWeek.rides} rides of ${COMEBACK.firstWeek.minutes} minutes`,
  severity: "hard",
  class: "safety",
  reads: ["athlete"],
  source: "A careful return after weeks off; training science 12.1",
  evidence: "convention",
  check: ({ rider, weeks }) => {
    const first = rider.isComingBack ? weeks.find((week) => week.rides.length > 0) : undefined;
    if (first === undefined) return [];
    const longest = Math.max(0, ...first.planned.map((ride) => ride.measure.seconds));
    const minutes = Math.round(longest / 60);
    const { firstWeek: most } = COMEBACK;
    return first.planned.length > most.rides || longest > most.minutes * 60
      ? [
          {
            week: first.number,
            message: `${first.planned.length} rides, the longest of ${timeWords(minutes)}, in the first week back`,
            numbers: { rides: first.planned.length, minutes },
          },
        ]
      : [];
  },
});

/** Rules of riders who are held back. */
export const HELD_BACK_RULES = [
  effortCap,
  healthLimit,
  comebackPower,
  easyStart,
  comebackFirstWeek,
] as const satisfies readonly Rule[];
