import { EVENT_TYPES, EXPERIENCE_LEVELS } from "../../src/athlete/schema.ts";
import type { PlanRequest } from "../../src/athlete/request.ts";
import { addDays, mondayOnOrAfter, WEEKDAYS, type CalendarDate, type Weekday } from "../../src/base/calendar.ts";
import type { Chance } from "../../src/base/chance.ts";

export const SWEEP_TODAY: CalendarDate = "2026-12-01";

/** A rider anywhere in the accepted space; the same for the same chance. */
export function drawRequest(chance: Chance): PlanRequest {
  const real = (key: string, low: number, high: number): number => low + (chance.at(key).below(1_000_000) / 1_000_000) * (high - low);
  const whole = (key: string, low: number, high: number): number => low + chance.at(key).below(high - low + 1);
  const may = (key: string, share: number): boolean => real(key, 0, 1) < share;
  const pick = <T>(key: string, items: readonly T[]): T => items[chance.at(key).below(items.length)] as T;
  const hours = Math.round(real("hours", 1.5, 25) * (may("short", 0.5) ? 5 : 10)) / 10;
  const weekly = Math.max(1.5, Math.min(25, may("short", 0.5) ? hours / 1.6 : hours));
  const weeklyHours = Math.round(Math.max(1.5, weekly) * 10) / 10;
  const level = pick("level", EXPERIENCE_LEVELS);
  const count = whole("days", 1, 7);
  const days = WEEKDAYS.map((day) => ({ day, at: chance.at(`day-${day}`).below(1_000_000) }))
    .sort((a, b) => a.at - b.at)
    .slice(0, count)
    .map((entry) => entry.day);
  const weekDays = WEEKDAYS.filter((day) => days.includes(day));
  const minutes: Partial<Record<Weekday, number>> = {};
  const own = pick("own-minutes", ["none", "some", "all"]);
  if (own !== "none")
    for (const day of weekDays) if (own === "all" || may(`own-${day}`, 0.5)) minutes[day] = whole(`minutes-${day}`, 6, 48) * 5;
  const weight = Math.round(real("weight", 45, 110));
  const ftp = Math.max(60, Math.min(500, Math.round(weight * real("wkg", 0.8, 6))));
  const recentShare = real("recent", 0.2, 1.6);
  const recent = may("gives-recent", 0.5) ? Math.round(weeklyHours * recentShare * 10) / 10 : undefined;
  const weeks = whole("weeks", 4, 24);
  const start = mondayOnOrAfter(SWEEP_TODAY);
  const hasEvent = may("has-event", 0.6);
  const eventDate = addDays(start, (weeks - 1) * 7 + whole("event-day", 0, 6));
  const offs = may("offs", 0.3)
    ? Array.from({ length: whole("offs-count", 1, 3) }, (_, i) => {
        const from = addDays(start, whole(`off-${String(i)}`, 0, weeks * 7 - 1));
        return { from, to: addDays(from, whole(`off-length-${String(i)}`, 0, may(`off-long-${String(i)}`, 0.3) ? 16 : 5)) };
      })
    : undefined;
  const eventType = pick("event-type", EVENT_TYPES);
  const age = may("gives-age", 0.8) ? whole("age", 18, 80) : undefined;
  const strength = pick("strength", [0, 0, 1, 2] as const);
  return {
    goal: pick("goal", ["", "Improve FTP", "Lose weight", "Get fit", "ride further", "race", "Complete century", "something else"]),
    ...(hasEvent
      ? { event: { date: eventDate, ...(may("gives-type", 0.9) ? { type: eventType } : {}), ...(may("gives-hours", 0.3) ? { hours: Math.round(real("event-hours", 0.3, 12) * 10) / 10 } : {}) } }
      : { weeks }),
    tests: may("tests", 0.85),
    acceptRamp: recent !== undefined && weeklyHours > recent * 2,
    profile: {
      ftp,
      weight_kg: weight,
      ...(age === undefined ? {} : { age }),
      goals: [],
      experience_level: level,
      weekly_hours_available: weeklyHours,
      ...(may("range", 0.3) ? { weekly_hours_min: Math.max(1.5, Math.round(weeklyHours * real("range-low", 0.6, 1) * 10) / 10) } : {}),
      training_availability: { week_days: weekDays, ...(own === "none" ? {} : { max_minutes_by_day: minutes }) },
      ...(offs === undefined ? {} : { unavailable: offs }),
      ...(recent === undefined ? {} : { recent_weekly_hours: recent }),
      ...(may("gives-longest", 0.3) ? { longest_recent_ride_minutes: whole("longest", 4, 48) * 5 } : {}),
      ...(may("gives-ctl", 0.15) ? { ctl: whole("ctl", 5, 110) } : {}),
      strength_per_week: strength,
      ...(may("careful", 0.05) ? { health: { active: false } } : {}),
      ...(may("fresh-test", 0.2) ? { ftp_test_date: addDays(SWEEP_TODAY, -whole("test-age", 0, 60)) } : {}),
    },
  };
}
