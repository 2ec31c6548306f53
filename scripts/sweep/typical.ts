import type { PlanRequest } from "../../src/athlete/request.ts";
import type { Weekday } from "../../src/base/calendar.ts";
import { daysBetween } from "../../src/base/calendar.ts";

/*
 * "Typical" in one place: 3 to 5 days, 4 to 12 hours, held back by nothing, and nothing that speaks against something else. For these riders the
 * program promises a plan.
 */
const DAYS = { low: 3, high: 5 };
const HOURS = { low: 4, high: 12 };
/** A day that is shorter is no training day, whatever the rider calls it. Minutes. */
const SHORTEST_DAY = 45;
/** What a day holds where the rider does not say: the most that is planned for it. Minutes. */
const UNSAID = { weekday: 120, weekend: 300 };
/** The days must hold this share of the hours. */
const HOURS_HELD = 0.9;
/** Hours ridden now against the hours wanted. */
const RECENT = { low: 0.5, high: 1.5 };
/** Fitness (CTL) per weekly hour that nobody doubts: from an easy beginner to an advanced racer. */
const FITNESS_PER_HOUR = { low: 3, high: 9 };
/** Form (fitness minus fatigue) to start with: neither worn out nor long idle. */
const FORM = { low: -25, high: 25 };
/** The longest recent ride: at least so many minutes, at most a share of the recent week. */
const LONGEST = { minutes: 45, share: 1 };
/** A holiday of a week is usual; more is a break in the plan. */
const MOST_DAYS_OFF = 7;

const isWithin = (value: number, { low, high }: { low: number; high: number }): boolean =>
  value >= low && value <= high;

const minutesOf = ({ training_availability: availability }: PlanRequest["profile"], day: Weekday): number =>
  availability.max_minutes_by_day?.[day] ?? (day === "Saturday" || day === "Sunday" ? UNSAID.weekend : UNSAID.weekday);

function daysHoldHours(profile: PlanRequest["profile"]): boolean {
  const minutes = profile.training_availability.week_days.map((day) => minutesOf(profile, day));
  const total = minutes.reduce((sum, value) => sum + value, 0);
  return Math.min(...minutes) >= SHORTEST_DAY && total >= profile.weekly_hours_available * 60 * HOURS_HELD;
}

function pastFits(profile: PlanRequest["profile"]): boolean {
  const { weekly_hours_available: hours, recent_weekly_hours: recent = hours } = profile;
  const { longest_recent_ride_minutes: longest = LONGEST.minutes, ctl = recent * 6, atl = ctl } = profile;
  const fitness = { low: recent * FITNESS_PER_HOUR.low, high: recent * FITNESS_PER_HOUR.high };
  return (
    isWithin(recent, { low: hours * RECENT.low, high: hours * RECENT.high }) &&
    isWithin(longest, { low: LONGEST.minutes, high: recent * 60 * LONGEST.share }) &&
    isWithin(ctl, fitness) &&
    isWithin(ctl - atl, FORM)
  );
}

function daysOff({ profile, event }: PlanRequest): number {
  const ranges = profile.unavailable ?? [];
  const isOnEvent = ranges.some((range) => event !== undefined && range.from <= event.date && event.date <= range.to);
  return isOnEvent
    ? Number.POSITIVE_INFINITY
    : ranges.reduce((sum, range) => sum + daysBetween(range.from, range.to) + 1, 0);
}

/** True for a rider as most are: such a rider must never be refused. */
export function isTypical(request: PlanRequest): boolean {
  const { profile } = request;
  const isHeldBack =
    profile.effort_cap !== undefined || profile.comeback !== undefined || profile.health?.heart_disease === true;
  return (
    !isHeldBack &&
    isWithin(profile.training_availability.week_days.length, DAYS) &&
    isWithin(profile.weekly_hours_available, HOURS) &&
    daysHoldHours(profile) &&
    pastFits(profile) &&
    daysOff(request) <= MOST_DAYS_OFF
  );
}
