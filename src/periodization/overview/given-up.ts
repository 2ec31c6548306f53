import { riderInWeek } from "../../athlete/rider-in-week.ts";
import type { Rider } from "../../athlete/rider.ts";
import { WEEKDAYS } from "../../base/calendar.ts";
import { hoursOf, mean } from "../../base/numbers.ts";
import { joinWords } from "../../base/text.ts";
import { timeWords } from "../../base/time-words.ts";
import { HOURS_USED_SHARE, MOST_RIDING_DAYS } from "../../rules/limits.ts";
import type { Reason } from "../../workout/schema.ts";
import type { Season } from "../season/season.ts";
import type { PlannedWeek } from "../week/progress.ts";
import { termsGivenUp } from "./terms-given-up.ts";

/** What the rider asked for and does not get, each with the limit that binds and its numbers. */
export function givenUp({
  planned,
  rider,
  season,
}: {
  planned: readonly PlannedWeek[];
  rider: Rider;
  season: Season;
}): Reason[] {
  return [
    ...hoursGivenUp(planned, rider),
    ...daysGivenUp(planned, rider),
    ...strengthGivenUp(planned, rider),
    ...taperGivenUp(season),
    ...termsGivenUp(planned, rider),
  ];
}

/** Load weeks that average the smallest step of a block have what was asked for; a single one may lie this much below. */
const BELOW_STEP = 0.02;

/** What a reason says of its own week alone: its hours, and its step in the block. */
const WEEKS_OWN = /^\d[^:]* h(?: \d+)?(?: of your [^:]*)?: |; load week .*$/g;

function hoursGivenUp(planned: readonly PlannedWeek[], rider: Rider): Reason[] {
  const loads = planned.filter(
    (entry) =>
      entry.week.kind === "load" &&
      entry.bound.id !== "taper" &&
      entry.rides.length > 0 &&
      riderInWeek(rider, entry.week.start).ceilingMinutes === rider.ceilingMinutes,
  );
  if (mean(loads.map((entry) => entry.minutes)) >= rider.ceilingMinutes * HOURS_USED_SHARE) return [];
  const short = loads.filter((entry) => entry.minutes < rider.ceilingMinutes * (HOURS_USED_SHARE - BELOW_STEP));
  if (short.length === 0) return [];
  const most = short.reduce((a, b) => (b.minutes > a.minutes ? b : a));
  const bound =
    most.bound.id === "weekly-ceiling" ? short.find((entry) => entry.bound.id !== "weekly-ceiling")?.bound : most.bound;
  if (bound === undefined) return [];
  const average = hoursOf(mean(loads.map((entry) => entry.minutes)));
  const why = bound.text.replace(WEEKS_OWN, "");
  return [
    {
      ...bound,
      text: `Your load weeks average ${timeWords(Math.round(average * 12) * 5)} of your ${timeWords(rider.ceilingMinutes)}: ${why}.`,
      numbers: { ...bound.numbers, average_hours: average },
    },
  ];
}

function daysGivenUp(planned: readonly PlannedWeek[], rider: Rider): Reason[] {
  const used = new Set(planned.flatMap((entry) => entry.rides.map((ride) => ride.weekday)));
  const isOpen = (weekday: number): boolean => planned.some(({ week }) => week.open[weekday] === true);
  const hasOwn = (weekday: number): boolean => planned.some(({ week }) => week.given.days[weekday]?.rides.length !== 0);
  const chosen = rider.days.flatMap((day, i) => (day.available && isOpen(i) && !hasOwn(i) ? [i] : []));
  const left = chosen.filter((day) => !used.has(day)).map((day) => WEEKDAYS[day] ?? "");
  if (left.length === 0) return [];
  const why =
    used.size >= MOST_RIDING_DAYS
      ? "a week keeps at least two full rest days"
      : "the hours are better spent in fewer, longer rides";
  return [
    {
      id: "rest-days",
      text: `${joinWords(left)} ${left.length === 1 ? "is" : "are"} left free: ${why}.`,
      numbers: { days_given: chosen.length, days_used: used.size },
    },
  ];
}

function strengthGivenUp(planned: readonly PlannedWeek[], rider: Rider): Reason[] {
  if (rider.strengthPerWeek === 0) return [];
  const loads = planned.filter((entry) => entry.week.kind === "load" && entry.bound.id !== "taper");
  const short = loads.filter((entry) => entry.strength.length < rider.strengthPerWeek).length;
  if (short === 0) return [];
  return [
    {
      id: "strength",
      text: `${short} of ${loads.length} load weeks hold fewer than ${rider.strengthPerWeek} strength sessions: no other ${rider.strengthDays === undefined ? "riding day" : "of the days you named"} has the time and an easy day after it.`,
      numbers: { weeks_short: short, wanted: rider.strengthPerWeek },
    },
  ];
}

function taperGivenUp(season: Season): Reason[] {
  if (season.eventDay === undefined) return [];
  const dayBefore = season.eventDay - 1;
  const week = season.weeks.find((w) => dayBefore >= w.firstDay && dayBefore < w.firstDay + 7);
  if (week === undefined || week.open[dayBefore - week.firstDay] === true) return [];
  return [
    {
      id: "openers",
      text: "The day before the event is not one of your days, so it is rest.",
      numbers: { days_before_event: 1 },
    },
  ];
}
