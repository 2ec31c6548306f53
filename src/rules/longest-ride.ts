import { timeWords } from "../base/time-words.ts";
import type { PlanEvent, Readiness } from "../plan/event-schema.ts";
import { AS_LONG_MINUTES, LONG_RIDE_SHARE } from "./limits.ts";
import {
  countsTwoDays,
  longestBefore,
  longestRideBefore,
  roomFor,
  TWO_DAYS_OF_WEEK,
  weeksToGrow,
} from "./readiness.ts";
import type { PlanView } from "./view.ts";

/** Which of the rider's limits keeps the longest ride, or the longest two days in a row, below so many minutes. */
function limitOf(view: PlanView, needed: number, isTwo = false): string {
  const { rider, event } = view;
  if (event !== undefined && event.hours * 60 <= needed) return `${whole(view)} asks for no longer one`;
  const room = roomFor(view, isTwo);
  const share = isTwo ? TWO_DAYS_OF_WEEK : LONG_RIDE_SHARE.high;
  const week = needed / share;
  // Of the two the lower one binds.
  if (week > rider.ceilingMinutes && rider.ceilingMinutes * share < room)
    return `weeks of ${timeWords(rider.ceilingMinutes)} hold no more beside their other rides`;
  if (room < needed && !isTwo && room === rider.longRide?.maxMinutes)
    return `you want no ride longer than ${timeWords(room)}`;
  if (room < needed)
    return !isTwo && room === rider.longestAllowedMinutes
      ? `a ride of your level and event is no longer than ${timeWords(room)}`
      : `${isTwo ? "two days in a row of yours hold" : "your longest day holds"} ${timeWords(room)}`;
  if (weeksToGrow(view, { week, longest: needed / (isTwo ? 2 : 1) }) > 0)
    return `from the ${timeWords(rider.longestRecentMinutes)} you ride now it grows no further in this time`;
  return event === undefined ? "this aim asks for no longer one" : "the rest of your hours goes into the other rides";
}

const whole = ({ event }: PlanView): string =>
  event !== undefined && event.days > 1 ? "the longest day of the event" : "the event";

/** The rider's own longest ride where they named one and the plan holds none as long; else undefined. */
function ownAbove({ plan }: PlanView, longest: number): number | undefined {
  const own = plan.athlete_profile.longest_recent_ride_minutes;
  return own !== undefined && longest < own - AS_LONG_MINUTES ? own : undefined;
}

/**
 * One sentence where the longest ride stays below what the rider rides today or what the event asks for: how long it is, which
 * limit binds, and what to do on the day. Undefined where it is long enough.
 */
export function longestRideSentence(view: PlanView, readiness: Readiness | undefined): string | undefined {
  const longest = Math.round(longestRideBefore(view));
  const own = ownAbove(view, longest);
  const reason = readiness?.reasons.find(({ id }) => id === "longest-ride");
  const { event } = view;
  const isShort = event !== undefined && reason !== undefined && reason.state !== "green";
  const most = event === undefined ? longest : Math.round(longestBefore(view, event));
  const two = most > longest ? `, the longest two days in a row ${timeWords(most)}` : "";
  const below = own === undefined ? "" : `, less than the ${timeWords(own)} you ride now`;
  if (!isShort) {
    if (own === undefined) return undefined;
    return `Your longest ride takes ${timeWords(longest)}${below}${two}: ${limitOf(view, own)}.`;
  }
  const { on_track_from: percent = 0, event_minutes: minutes = 0 } = reason.numbers ?? {};
  const asked = (Number(minutes) * Number(percent)) / 100;
  const limit = own !== undefined && own > asked ? limitOf(view, own) : limitOf(view, asked, countsTwoDays(event));
  const and = own === undefined ? "," : ", and";
  return `Your longest ride takes ${timeWords(longest)}${below}${two}${and} ${whole(view)} ${timeWords(event.hours * 60)} (${limit}): start easily, eat and drink from the first hour, and plan stops.${stagesHelp(view, event, longest)}`;
}

/** What helps on days that are longer than any ride before them, one after the other. */
function stagesHelp({ rider }: PlanView, { days, hours }: PlanEvent, longest: number): string {
  if (days === 1 || hours * 60 <= longest) return "";
  const doctor = rider.heldBack.some(({ by }) => by === "careful" || by === "limit")
    ? " Ask your doctor about the long climbs before you book."
    : "";
  return ` A day of it is longer than any ride here: shorter stages, a rest day between them or an e-bike bring it within reach.${doctor}`;
}
