import { timeWords } from "../../base/time-words.ts";
import type { PlanRequest } from "../../athlete/request.ts";
import { ACCEPTED } from "../../athlete/accepted-range.ts";
import { addDays, WEEKDAYS, type Weekday } from "../../base/calendar.ts";
import { roundTo } from "../../base/numbers.ts";
import { hoursServing, resolveEvent } from "../../periodization/intake/events.ts";
import { mapGoal } from "../../periodization/intake/goal.ts";

/** Another request that may work, in words and as the flags that make it. */
export interface Alternative {
  readonly text: string;
  readonly flags: string;
  readonly request: PlanRequest;
}

/** The flag by which a rider takes more than twice what they ride now. */
export const RAMP_FLAG = "--accept-ramp";

/** How much of each answer is tried, smallest first. */
const HOURS = [0.5, 1, 2, 3, 4.5];
const EVENT_WEEKS = [1, 2, 4];
const DAY_MINUTES = [15, 30, 45];
const SHORTER_WEEKS = [1, 2];

/** Requests worth trying when no plan keeps every rule: the smallest of each kind first. Nothing is tried here. */
export function possibleAlternatives(request: PlanRequest): Alternative[] {
  return [
    ...rested(request),
    ...estimatedFitness(request),
    ...acceptedRamp(request),
    ...longerDays(request),
    ...moreDays(request),
    ...otherHours(request),
    ...laterEvent(request),
    ...lessStrength(request),
    ...withoutDaysOff(request),
    ...otherWeeks(request),
  ];
}

const short = (day: Weekday): string => day.slice(0, 3).toLowerCase();
const withProfile = (request: PlanRequest, profile: Partial<PlanRequest["profile"]>): PlanRequest => ({
  ...request,
  profile: { ...request.profile, ...profile },
});

const acceptedRamp = (request: PlanRequest): Alternative[] =>
  request.acceptRamp || request.profile.recent_weekly_hours === undefined
    ? []
    : [
        {
          text: "accept more than twice the hours you ride now",
          flags: RAMP_FLAG,
          request: { ...request, acceptRamp: true },
        },
      ];

function rested(request: PlanRequest): Alternative[] {
  const { atl, ...profile } = request.profile;
  return atl === undefined
    ? []
    : [
        {
          text: "rest first, until fatigue is no higher than fitness",
          flags: "atl left out of the request",
          request: { ...request, profile },
        },
      ];
}

/** A fitness figure that does not fit the hours ridden now: those estimate it, too. */
function estimatedFitness(request: PlanRequest): Alternative[] {
  const { ctl, atl: _atl, ...profile } = request.profile;
  return ctl === undefined
    ? []
    : [
        {
          text: "a starting fitness estimated from the hours you ride now",
          flags: "--ctl left out",
          request: { ...request, profile },
        },
      ];
}

function longerDays(request: PlanRequest): Alternative[] {
  const availability = request.profile.training_availability;
  const given = availability.max_minutes_by_day ?? {};
  return DAY_MINUTES.flatMap((more) =>
    WEEKDAYS.flatMap((day): Alternative[] => {
      const now = given[day];
      if (now === undefined || now >= 240 || !availability.week_days.includes(day)) return [];
      const minutes = Math.min(Math.max(now, 15) + more, ACCEPTED.dayMinutes.high);
      const limits = { ...given, [day]: minutes };
      return [
        {
          text: `${day} up to ${timeWords(minutes)}`,
          flags: `--minutes ${Object.entries(limits)
            .map(([name, value]) => `${name.slice(0, 3).toLowerCase()}=${value}`)
            .join(",")}`,
          request: withProfile(request, { training_availability: { ...availability, max_minutes_by_day: limits } }),
        },
      ];
    }),
  );
}

function moreDays(request: PlanRequest): Alternative[] {
  const availability = request.profile.training_availability;
  return [...WEEKDAYS].reverse().flatMap((day): Alternative[] => {
    if (availability.week_days.includes(day)) return [];
    const days = WEEKDAYS.filter((other) => other === day || availability.week_days.includes(other));
    return [
      {
        text: `one more day: ${day}`,
        flags: `--days ${days.map(short).join(",")}`,
        request: withProfile(request, { training_availability: { ...availability, week_days: days } }),
      },
    ];
  });
}

/** Fewest hours a week that still serve the rider's event; 0 without one. */
function hoursNeeded({ event, goal, profile }: PlanRequest): number {
  if (event === undefined) return 0;
  return hoursServing(resolveEvent(event, { goal: mapGoal(goal, true), profile }).event);
}

function otherHours(request: PlanRequest): Alternative[] {
  const now = request.profile.weekly_hours_available;
  return [...HOURS, ...HOURS.map((hours) => -hours)].flatMap((step): Alternative[] => {
    const hours = roundTo(now + step, 1);
    if (hours < ACCEPTED.weeklyHours.low || hours > ACCEPTED.weeklyHours.high) return [];
    if (hours < now && hours < hoursNeeded(request)) return [];
    const { weekly_hours_min: floor, ...profile } = request.profile;
    const changed = {
      ...profile,
      weekly_hours_min: floor !== undefined && floor <= hours ? floor : undefined,
      weekly_hours_available: hours,
    };
    return [
      {
        text: `${timeWords(hours * 60)} a week instead of ${timeWords(now * 60)}`,
        flags: `--hours ${hours}`,
        request: { ...request, profile: changed },
      },
    ];
  });
}

const laterEvent = ({ event, ...request }: PlanRequest): Alternative[] =>
  event === undefined
    ? []
    : EVENT_WEEKS.map((weeks) => {
        const date = addDays(event.date, weeks * 7);
        return {
          text: `an event ${weeks} week${weeks === 1 ? "" : "s"} later, on ${date}`,
          flags: `--event-date ${date}`,
          request: { ...request, event: { ...event, date } },
        };
      });

function lessStrength(request: PlanRequest): Alternative[] {
  const now = request.profile.strength_per_week ?? 0;
  return now === 0
    ? []
    : [
        {
          text: "no strength sessions",
          flags: "--strength 0",
          request: withProfile(request, { strength_per_week: 0 }),
        },
      ];
}

function withoutDaysOff(request: PlanRequest): Alternative[] {
  const { unavailable = [], ...profile } = request.profile;
  return unavailable.map((range, i) => {
    const rest = unavailable.filter((_, k) => k !== i);
    return {
      text: `riding on ${range.from} to ${range.to} after all`,
      flags: rest.length === 0 ? "without --off" : rest.map((other) => `--off ${other.from}..${other.to}`).join(" "),
      request: { ...request, profile: { ...profile, unavailable: rest.length === 0 ? undefined : rest } },
    };
  });
}

const otherWeeks = (request: PlanRequest): Alternative[] =>
  request.event !== undefined || request.weeks === undefined
    ? []
    : SHORTER_WEEKS.flatMap((step) => [(request.weeks ?? 0) + step, (request.weeks ?? 0) - step]).flatMap(
        (weeks): Alternative[] =>
          weeks < ACCEPTED.weeks.low || weeks > ACCEPTED.weeks.high
            ? []
            : [{ text: `${weeks} weeks`, flags: `--weeks ${weeks}`, request: { ...request, weeks } }],
      );
