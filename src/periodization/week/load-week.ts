import { SHORTEST_RIDE_MINUTES } from "../../athlete/rider.ts";
import { sum } from "../../base/numbers.ts";
import { AS_LONG_MINUTES } from "../../rules/limits.ts";
import type { SeasonWeek } from "../season/season.ts";
import { type RiddenRungs, withRung } from "./next-session.ts";
import type { PlanBasis } from "./plan-basis.ts";
import { longOf, ownLongWeek, wishOf } from "./own-long.ts";
import type { PlannedRide, RideWish } from "./planned-ride.ts";
import type { Progress } from "./progress.ts";
import { beyondShortest, longDayMinutes } from "./long-days.ts";
import { hardDaysWanted, usualRides } from "./ride-days.ts";
import { enduranceRide, fixedRide, sessionRide } from "./ride-kinds.ts";
import { withSecondRides } from "./second-rides.ts";
import { shareMinutes } from "./share-minutes.ts";
import { strengthDays, strengthKept, type StrengthDay } from "./strength.ts";
import { templateWish } from "./template-wish.ts";
import { mayTestBeside, startTestDay, testForm } from "./test-form.ts";
import { besideGiven, isLongestTime, longRideWish } from "./long-ride.ts";
import { mostOn, returnMinutes, type WeekBounds } from "./week-hours.ts";
import { chooseSessions, type ChosenSession } from "./week-sessions.ts";
import type { WorkoutRole } from "../../workout/schema.ts";
import { chooseTemplate, type WeekTemplate } from "./week-template.ts";

export interface FilledWeek {
  readonly rides: readonly PlannedRide[];
  readonly strength: readonly StrengthDay[];
  readonly template: WeekTemplate;
  readonly riddenRungs: RiddenRungs;
}

/** Fills a load week; a second time where strength, or a long break before its first ride, left less time than the bounds said. */
export function fillLoadWeek(basis: PlanBasis, week: SeasonWeek, input: WeekInput): FilledWeek | undefined {
  const filled = fillOnce(basis, week, input);
  if (filled === undefined) return undefined;
  const minutes = sum(filled.rides.map((ride) => ride.minutes));
  const first = Math.min(...filled.rides.map((ride) => ride.weekday));
  const most = Math.floor(Math.min(returnMinutes(week.firstDay + first, input.progress), minutes));
  if (most >= input.bounds.minutes * NEARLY_ALL) return filled;
  const more =
    most === minutes && input.bounds.full > input.bounds.minutes
      ? fillOnce(basis, week, { ...input, bounds: { ...input.bounds, minutes: input.bounds.full } })
      : undefined;
  if (more !== undefined && sum(more.rides.map((ride) => ride.minutes)) > minutes) return more;
  return fillOnce(basis, week, { ...input, bounds: { ...input.bounds, minutes: most } });
}

const NEARLY_ALL = 0.97;

interface WeekInput {
  readonly progress: Progress;
  readonly bounds: WeekBounds;
  readonly hardDays?: number | undefined;
}

/** What each day of a week is for, and how long its long days wish to be. */
interface WeekDays {
  readonly template: WeekTemplate;
  /** Most minutes of each weekday. */
  readonly room: readonly number[];
  readonly long: ReturnType<typeof longRideWish>;
  readonly longDays: ReadonlyMap<number, number>;
  /** The next weeks keep the days of this one; of a week with fewer rides than usual they keep none. */
  readonly isUsual: boolean;
}

function weekDays(basis: PlanBasis, week: SeasonWeek, input: WeekInput): WeekDays | undefined {
  const { progress, bounds } = input;
  if (bounds.minutes < SHORTEST_RIDE_MINUTES && week.given.minutes > 0) return undefined;
  const weekMinutes = bounds.minutes + week.given.minutes;
  const longAt = (rideCount: number, weekday: number): WeekDays["long"] =>
    longRideWish(basis, progress, {
      rideCount,
      weekMinutes,
      day: week.firstDay + weekday,
      phase: week.phase,
    });
  const longMinutes = longAt(usualRides(weekMinutes, basis.rider.level), 6).ideal;
  const usual = templateWish(basis, week, {
    progress,
    minutes: bounds.minutes,
    longest: bounds.longest,
    hardDays: input.hardDays ?? hardDaysWanted(basis, week, { ...progress, weekMinutes, longMinutes }),
    longMinutes,
  });
  const own = week.given.minutes > 0 ? undefined : ownLongWeek(basis, { week, progress, ...usual });
  const wish = wishOf(usual, own);
  const template = chooseTemplate(basis.rider, wish);
  if (template === undefined) return undefined;
  const taken = week.given.days.filter((day) => day.isTaken).length;
  const wanted = longOf(longAt(template.riding.length + taken, template.long), own);
  const long = besideGiven(wanted, { week, template, minutes: bounds.minutes });
  const { room } = wish;
  const isWhole = isLongestTime(basis, week.firstDay + template.long) && basis.season.event?.days === 1;
  const shared = { ...long, least: Math.max(0, long.least - AS_LONG_MINUTES) };
  const at = {
    longDays: wish.longDays,
    weekMinutes: bounds.minutes,
    long: shared,
    room,
    isWhole,
    own: basis.rider.longestRecentMinutes,
  };
  const isOwnLong = template.riding.includes(template.long);
  const longDays: WeekDays["longDays"] = isOwnLong ? longDayMinutes(template, at) : new Map();
  return { template, room, long: longDays.size > 0 ? shared : long, longDays, isUsual: own === undefined };
}

/** One pass: days, sessions and minutes; undefined where no day is open. */
function fillOnce(basis: PlanBasis, week: SeasonWeek, input: WeekInput): FilledWeek | undefined {
  const { progress, bounds } = input;
  const days = weekDays(basis, week, input);
  if (days === undefined) return undefined;
  const { template, room, long, longDays } = days;
  const mayTest = mayTestBeside(basis, week, bounds.minutes + week.given.minutes);
  const testDay = basis.tests.get(week.number) === "start" && mayTest ? startTestDay(template, week.given) : undefined;
  const sessions = chooseSessions(basis, progress, {
    week,
    template,
    weekMinutes: bounds.minutes,
    room,
    testDay,
    longMinutes: Math.max(long.least, beyondShortest(longDays)),
    longDays,
  });
  const rides = rideWishes(basis, { ...days, week, sessions, testDay, progress, bounds });
  const strength = strengthDays(basis, week, {
    rides,
    weekMinutes: bounds.minutes,
    lastStrength: progress.lastStrength,
  });
  const kept = fitted(withStrength(week, rides, strength), bounds.minutes);
  const filled = shareMinutes(kept, bounds.minutes);
  const ridden = sessions.filter((session) =>
    filled.some((ride) => ride.weekday === session.weekday && ride.family === session.family),
  );
  const riddenRungs = ridden.reduce(
    (all, session) => withRung(all, session, { phase: week.phase, week: week.number }),
    progress.riddenRungs,
  );
  return {
    rides: withSecondRides(basis.rider, week, { rides: filled, minutes: bounds.minutes }),
    strength: strengthKept(basis.rider, strength, kept),
    template: days.isUsual ? template : (progress.template ?? template),
    riddenRungs,
  };
}

interface RidesInput extends WeekDays {
  readonly week: SeasonWeek;
  readonly sessions: readonly ChosenSession[];
  readonly testDay: number | undefined;
  readonly progress: Progress;
  readonly bounds: WeekBounds;
}

function rideWishes(basis: PlanBasis, input: RidesInput): RideWish[] {
  const { template, bounds, long, longDays } = input;
  const rideCount = template.riding.length;
  const others = rideCount - (template.riding.includes(template.long) ? Math.max(1, longDays.size) : 0);
  const taken = longDays.size > 0 ? sum([...longDays.values()]) : long.ideal;
  const rest = rideCount > 1 ? Math.max(0, bounds.minutes - taken) / Math.max(1, others) : bounds.minutes;
  const test = input.testDay === undefined ? undefined : testForm(basis.ladderForms, basis.rider);
  return template.riding.map((weekday) => {
    const isLong = weekday === template.long;
    const longDay = longDays.get(weekday);
    const most = Math.max(
      SHORTEST_RIDE_MINUTES,
      Math.min(input.room[weekday] ?? 0, mostOn(basis, input.progress, input.week.firstDay + weekday)),
    );
    const room = { weekday, most, ideal: longDay ?? (isLong ? long.ideal : rest) };
    const session = input.sessions.find((chosen) => chosen.weekday === weekday);
    if (weekday === input.testDay && test !== undefined && test.shortestSeconds <= most * 60)
      return fixedRide(room, test, "test");
    const ride =
      session === undefined
        ? enduranceRide(room, isLong || longDay !== undefined ? "long" : "easy")
        : sessionRide(room, session, { role: roleOf(session, isLong && rideCount > 1), dose: "full" });
    const leastLong = Math.max(isLong ? Math.floor(long.least) : 0, longDay === undefined ? 0 : shortestOf(longDays));
    const least = isLong || longDay !== undefined ? Math.min(ride.most, Math.max(ride.least, leastLong)) : ride.least;
    return {
      ...ride,
      least,
      comfortable: Math.max(long.comfortable * (isLong || longDay !== undefined ? 1 : BESIDE_LONG), least),
    };
  });
}

/** Firm work on an easy day leaves it an easy one. */
const roleOf = (session: ChosenSession, isLong: boolean): WorkoutRole =>
  isLong ? "long" : session.isFirm === true ? "easy" : "key";

const shortestOf = (longDays: ReadonlyMap<number, number>): number => Math.min(...longDays.values());

/** The other rides of a week stay this much shorter than its long one while they can. */
const BESIDE_LONG = 0.85;

/** The minutes of a strength session come off the most that its day may ride. */
export const withStrength = (
  { room }: Pick<SeasonWeek, "room">,
  rides: readonly RideWish[],
  strength: readonly StrengthDay[],
): RideWish[] =>
  rides.map((ride) => {
    const session = strength.find((day) => day.weekday === ride.weekday);
    if (session === undefined) return ride;
    const most = Math.min(ride.most, (room[ride.weekday] ?? 0) - session.minutes);
    return { ...ride, most, ideal: Math.min(ride.ideal, most) };
  });

const DROP_ORDER = ["easy", "key", "long", "test"] as const;
const leastOf = (rides: readonly RideWish[]): number => sum(rides.map((ride) => ride.least));

/**
 * Makes a week fit: easy rides are left out first, the shortest wish before the others; then the long ride gives way, never
 * below the shortest ride; then hard sessions are left out.
 */
export function fitted(rides: readonly RideWish[], minutes: number): RideWish[] {
  let kept = [...rides];
  for (const role of DROP_ORDER) {
    if (role === "key") kept = shorterLong(kept, minutes);
    while (leastOf(kept) > minutes && kept.length > 1) {
      const drop = kept.filter((ride) => ride.role === role).sort((a, b) => a.ideal - b.ideal)[0];
      if (drop === undefined) break;
      kept = kept.filter((ride) => ride !== drop);
    }
  }
  return kept;
}

const shorterLong = (rides: readonly RideWish[], minutes: number): RideWish[] =>
  rides.map((ride) => {
    if (ride.role !== "long" || ride.level !== undefined) return ride;
    const others = leastOf(rides) - ride.least;
    return {
      ...ride,
      least: Math.max(Math.min(ride.most, SHORTEST_RIDE_MINUTES), Math.min(ride.least, Math.floor(minutes) - others)),
    };
  });
