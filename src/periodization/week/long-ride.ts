import { SHORTEST_RIDE_MINUTES } from "../../athlete/rider.ts";
import type { Phase } from "../../plan/schema.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import { LONGEST_RIDE_DAYS } from "../../rules/limits.ts";
import { NO_EVENT_LONG, styleOf } from "../intake/events.ts";
import { aimOf } from "../season/season.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { SeasonWeek } from "../season/season.ts";
import type { Progress } from "./progress.ts";
import type { WeekTemplate } from "./week-template.ts";

/** The longest rides of an event belong to the peak: earlier ones reach this share of them. */
const PHASE_SHARE: Readonly<Record<Phase, number>> = { base: 0.8, build: 0.9, peak: 1, taper: 1 };
/** Largest part of a load week in its long ride; more on the days where the longest belongs, most in a week of few rides (rule 23; 12.3). */
const MOST_OF_WEEK = { usual: 0.48, longest: 0.53, longestOfFew: 0.64, fewRides: 3 };
/** On those days a rider may go this much beyond the longest ride of today, whatever part of the week that is: one step of growth (2.5). */
const ONE_STEP = 1.15;
/** The long ride becomes this much longer than its wish before the other rides have all they can take. */
const COMFORTABLE = 1.1;
/** Above so many hours this part of an event is ridden on a day; up to them the long ride of a long style is no more than its share (3.3, 12.3). */
export const LONG_EVENT = { hours: 8, share: 0.5 };
/** A short event is prepared with rides up to its style's own length; a longer one with this part of its time (3.3). */
const MOST_SHARE = 0.75;
/** A style's shortest useful ride is no more than this times the event itself. */
const USEFUL_SHARE = 1.25;

/** The ride in minutes that prepares an event of this kind and length (3.3, 12.3). */
export function longestForEvent({ type, hours }: Pick<PlanEvent, "type" | "hours">): number {
  const { longShare, longMinutes } = styleOf({ type, hours });
  const minutes = hours * 60;
  if (hours > LONG_EVENT.hours) return Math.max(minutes * LONG_EVENT.share, LONG_EVENT.hours * 60 * longShare);
  const useful = Math.min(longMinutes.low, minutes * USEFUL_SHARE);
  return Math.min(Math.max(useful, minutes * longShare), Math.max(longMinutes.high, minutes * MOST_SHARE));
}

/** Longest ride that the event, or the aim without one, asks for in a phase; after the base not less than the rider rides today. Minutes. */
export function longestWanted({ rider, season, goal }: PlanBasis, phase: Phase): number {
  const aim = aimOf(season);
  return Math.max(
    aim === undefined ? NO_EVENT_LONG[goal].high : longestForEvent(aim) * PHASE_SHARE[phase],
    phase === "base" ? 0 : rider.longestRecentMinutes,
  );
}

/** True on the days where the longest ride before the event belongs (rule 22). */
export const isLongestTime = ({ season: { eventDay } }: PlanBasis, day: number): boolean =>
  eventDay !== undefined && eventDay - day <= LONGEST_RIDE_DAYS.first && eventDay - day >= LONGEST_RIDE_DAYS.last;

/** How long the long ride of a load week wants to be: part of the week by number of rides, and the event's own length. */
export function longRideWish(
  basis: PlanBasis,
  progress: Progress,
  at: { readonly rideCount: number; readonly weekMinutes: number; readonly day: number; readonly phase: Phase },
): { ideal: number; least: number; comfortable: number } {
  const { rider, season, goal } = basis;
  const aim = aimOf(season);
  const style = aim === undefined ? undefined : styleOf(aim);
  const high = longestWanted(basis, at.phase);
  const isTime = isLongestTime(basis, at.day);
  const usual = Math.min(
    at.weekMinutes * longShare(style?.weekShare ?? NO_EVENT_LONG[goal].weekShare, at.rideCount),
    high,
  );
  const useful = style === undefined || at.phase === "base" ? 0 : Math.min(high, mostOfWeek(basis, { ...at, isTime }));
  const asked = Math.max(0, Math.min(rider.longRide?.minMinutes ?? 0, besideOthers(at)));
  const ideal = Math.max(useful, usual, asked);
  const comfortable = Math.max(useful, Math.min(usual * COMFORTABLE, high), asked);
  if (!isTime) return { ideal, least: asked, comfortable };
  const least = Math.max(asked, Math.min(progress.longestPlanned, besideOthers(at)));
  return { ideal: Math.max(ideal, least), least, comfortable: Math.max(comfortable, least) };
}

/** Minutes that a week's other rides leave when each is as short as a ride may be. */
const besideOthers = ({ rideCount, weekMinutes }: { rideCount: number; weekMinutes: number }): number =>
  weekMinutes - (rideCount - 1) * SHORTEST_RIDE_MINUTES;

function mostOfWeek(
  { rider }: PlanBasis,
  at: { readonly rideCount: number; readonly weekMinutes: number; readonly isTime: boolean },
): number {
  if (!at.isTime) return at.weekMinutes * MOST_OF_WEEK.usual;
  const share = at.rideCount <= MOST_OF_WEEK.fewRides ? MOST_OF_WEEK.longestOfFew : MOST_OF_WEEK.longest;
  return Math.max(at.weekMinutes * share, Math.min(rider.longestRecentMinutes * ONE_STEP, besideOthers(at)));
}

/** What fewer or more rides than four add to the long ride's part of a week; a single ride is all of it. */
const SHARE_BY_RIDES: Readonly<Record<number, number>> = { 2: 0.15, 3: 0.06, 4: 0, 5: -0.04 };
const longShare = (share: number, rideCount: number): number =>
  rideCount <= 1 ? 1 : share + (SHARE_BY_RIDES[rideCount] ?? 0);

type LongRideWish = ReturnType<typeof longRideWish>;

/** Of the long ride that is wanted in the weeks of the longest, this part comes before the length of the sessions beside it. */
const NEARLY_WHOLE = 0.92;

/** What the planned long ride wants to be beside rides that happen anyway; nothing where one of those is the week's long ride. */
export function besideGiven(
  long: LongRideWish,
  { week, template, minutes }: { readonly week: SeasonWeek; readonly template: WeekTemplate; readonly minutes: number },
): LongRideWish {
  if (week.given.minutes === 0) return long;
  if (!template.riding.includes(template.long)) return { ...long, ideal: 0, least: 0 };
  const ideal = Math.min(long.ideal, minutes);
  const beside = Math.max(0, minutes - (template.riding.length - 1) * SHORTEST_RIDE_MINUTES);
  return { ...long, ideal, least: long.least > 0 ? Math.min(ideal * NEARLY_WHOLE, beside) : 0 };
}
