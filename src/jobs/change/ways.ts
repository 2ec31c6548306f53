import type { CalendarDate } from "../../base/calendar.ts";
import { shortDay } from "../../base/date-words.ts";
import { clamp } from "../../base/numbers.ts";
import type { Intent } from "../../plan/change-schema.ts";
import { sessionWords } from "../../report/change-words.ts";
import { timeWords } from "../../base/time-words.ts";
import { counted } from "../../report/units.ts";
import type { Reason } from "../../workout/schema.ts";
import {
  datesIn,
  isEventDay,
  isFixed,
  isSession,
  lessOn,
  profileOf,
  restDay,
  rideMinutes,
  rideOf,
  stateOn,
  swapped,
  withAsked,
  withDay,
  withLived,
  withProfile,
  type Edit,
} from "./edit.ts";
import { hoursWays } from "./hours.ts";
import { missedWays } from "./missed.ts";
import { needOpen, needRide } from "./need-day.ts";
import { ftpWays, pinWays } from "./number-ways.ts";
import { termWays } from "./replan.ts";
import { sickWays } from "./sick.ts";
import { eased, shortened, stepped } from "./shorter.ts";
import { chosen, outsidePlan, refuse, way, type Way } from "./way.ts";

function offWays(edit: Edit, from: CalendarDate, to: CalendarDate): Way[] {
  const dates = datesIn(edit, from < edit.start.today ? edit.start.today : from, to).filter(
    (date) => !edit.start.done.has(date),
  );
  const [first] = dates;
  if (first === undefined)
    throw refuse("None of those days is ahead in this plan.", "For days that are past say change missed.");
  if (dates.some((date) => isEventDay(stateOn(edit, date))))
    throw refuse("Your event is among those days.", "Name the days before it or after it.");
  const why: Reason = { id: "unavailable-dates", text: "one of your days off" };
  const lost = dates.filter((date) => stateOn(edit, date)?.workouts.some(isSession) === true);
  for (const date of lost) needOpen(edit, date);
  let next = edit;
  for (const date of lost) next = withDay(next, date, restDay(next, date, why));
  const { unavailable = [] } = profileOf(edit);
  next = withProfile(next, { unavailable: [...unavailable, { from: first, to: dates.at(-1) ?? first }] });
  const keys = lost.filter((date) => rideOf(stateOn(edit, date))?.role === "key").length;
  const costs =
    lost.length === 0
      ? "Costs nothing: no ride was planned there."
      : `Costs ${counted(lost.length, "ride")}${keys > 0 ? `, ${keys} of them hard` : ""}. Nothing is made up.`;
  return [
    way(
      withLived(
        next,
        lost.map((date) => chosen(date, "off")),
      ),
      costs,
    ),
  ];
}

/** Rides in the minutes that their days have. */
function fittedDays(edit: Edit, dates: readonly CalendarDate[]): Edit {
  let next = edit;
  for (const date of dates) {
    const state = stateOn(next, date);
    const limit = rideMinutes(state) ?? 0;
    const ride = rideOf(state);
    if (ride === undefined || limit <= 0 || ride.duration_min <= limit) continue;
    const why: Reason = { id: "day-minutes", text: `${timeWords(limit)}: what this day has` };
    next = shortened(next, date, { minutes: limit, why });
  }
  return next;
}

function moveWays(edit: Edit, from: CalendarDate, to: CalendarDate): Way[] {
  const ride = needRide(edit, from);
  needOpen(edit, from);
  if (stateOn(edit, to) === undefined) throw outsidePlan(edit, to);
  needOpen(edit, to);
  if (from === to) throw refuse("That is the same day twice.", "Name two days.");
  if (isEventDay(stateOn(edit, to))) throw refuse(`${shortDay(to)} is your event.`, "Name another day.");
  const next = swapped(edit, from, to);
  if (next === undefined) throw outsidePlan(edit, to);
  const there = rideOf(stateOn(edit, to));
  const costs =
    there === undefined
      ? `Costs nothing: ${ride.name} moves to ${shortDay(to)}, and ${shortDay(from)} is free.`
      : `Costs nothing: ${ride.name} and ${there.name} change places.`;
  const noted = withAsked(withLived(next, [chosen(from), chosen(to)]), [from, to]);
  const fitting = fittedDays(noted, [from, to]);
  const ways = [way(noted, costs)];
  return fitting === noted
    ? ways
    : [
        ...ways,
        way(fitting, `${costs} What is too long for its new day becomes shorter.`, "in the minutes that the day has"),
      ];
}

function shortenWays(edit: Edit, date: CalendarDate, minutes: number): Way[] {
  const ride = needRide(edit, date);
  needOpen(edit, date);
  if (minutes >= ride.duration_min)
    throw refuse(`${shortDay(date)} has ${timeWords(ride.duration_min)} already.`, "Name fewer minutes.");
  const why: Reason = { id: "shorten", text: `shorter, as you asked on ${shortDay(edit.start.today)}` };
  const next = shortened(edit, date, { minutes, why });
  const now = rideOf(stateOn(next, date));
  const costs =
    now === undefined
      ? `Costs the ride: ${timeWords(minutes)} are too few for one.`
      : `Costs ${timeWords(ride.duration_min - now.duration_min)} of ${shortDay(date)}. Nothing is made up.`;
  return [way(withAsked(withLived(next, [lessOn(edit, date)]), [date]), costs)];
}

function stepWays(edit: Edit, { from, to }: { from: CalendarDate; to: CalendarDate }, steps: -1 | 1): Way[] {
  const why: Reason = {
    id: steps < 0 ? "easier" : "harder",
    text: `a step ${steps < 0 ? "down" : "up"}, as you asked on ${shortDay(edit.start.today)}`,
  };
  let next = edit;
  let changed: CalendarDate[] = [];
  for (const date of datesIn(edit, from, to)) {
    const ride = isFixed(edit, date) ? undefined : rideOf(stateOn(edit, date));
    if (ride?.role !== "key") continue;
    const found =
      stepped(next, date, { steps, why }) ??
      (steps < 0 ? eased(next, date, { minutes: ride.duration_min, why }) : undefined);
    if (found === undefined) continue;
    next = found;
    changed = [...changed, date];
  }
  const costs =
    changed.length === 0
      ? "Changes nothing: no key session in those days has such a step."
      : `Changes ${counted(changed.length, "key session")} by one step ${steps < 0 ? "down" : "up"}; no minute changes.`;
  return [
    way(
      withLived(
        next,
        changed.map((date) => chosen(date, steps > 0 ? "more" : "changed")),
      ),
      costs,
    ),
  ];
}

function dropWays(edit: Edit, date: CalendarDate): Way[] {
  const ride = needRide(edit, date);
  needOpen(edit, date);
  const next = withDay(edit, date, restDay(edit, date, { id: "drop", text: "left out, as you asked" }));
  return [way(withLived(next, [lessOn(edit, date)]), `Costs ${sessionWords(ride)}. Nothing is made up.`)];
}

/** The ways to do one thing, the one to prefer first. Throws INPUT_INVALID where it cannot be meant. */
export function waysFor(edit: Edit, intent: Intent): Way[] {
  switch (intent.kind) {
    case "missed":
      return missedWays(edit, intent.dates);
    case "sick":
      return sickWays(edit, intent);
    case "off":
      return offWays(edit, intent.from, intent.to);
    case "move":
    case "swap":
      return moveWays(edit, intent.from, intent.to);
    case "shorten":
      return shortenWays(edit, intent.date, clamp(intent.minutes, 0, 1440));
    case "easier":
      return stepWays(edit, intent, -1);
    case "harder":
      return stepWays(edit, intent, 1);
    case "hours":
      return hoursWays(edit, intent);
    case "ftp":
      return ftpWays(edit, intent.watts);
    case "drop":
      return dropWays(edit, intent.date);
    case "keep":
    case "free":
      return pinWays(edit, intent.date, intent.kind === "keep");
    case "term":
      return termWays(edit, intent);
    case "undo":
    case "edited":
      throw new Error(`${intent.kind} is no change of its own`);
  }
}
