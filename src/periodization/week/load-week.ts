import { SHORTEST_RIDE_MINUTES } from "../../athlete/rider.ts";
import { sum } from "../../base/numbers.ts";
import { WEEKDAYS } from "../../base/calendar.ts";
import {
  HARD_DAY_SPACING,
  BEGINNER_FIRST_WEEKS,
  FIRST_HARD_DAY,
  hardDayLimit,
  isEasyOnly,
  LONGEST_RIDE_DAYS,
  TEST_SPACING,
} from "../../rules/limits.ts";
import { styleOf } from "../intake/events.ts";
import type { Season, SeasonWeek } from "../season/season.ts";
import { type RiddenRungs, withRung } from "./next-session.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { PlannedRide, RideWish } from "./planned-ride.ts";
import type { Progress } from "./progress.ts";
import { enduranceRide, fixedRide, sessionRide } from "./ride-kinds.ts";
import { shareMinutes } from "./share-minutes.ts";
import { strengthDays, type StrengthDay } from "./strength.ts";
import { testForm } from "./test-form.ts";
import { longRideWish, ownLongRide } from "./long-ride.ts";
import { mayTestBeside, startTestDay } from "./start-test.ts";
import { riddenAnyway } from "./ridden-anyway.ts";
import { mostOn, returnMinutes, type WeekBounds } from "./week-hours.ts";
import { chooseSessions, weekLadders, type ChosenSession } from "./week-sessions.ts";
import type { WorkoutRole } from "../../workout/schema.ts";
import { chooseTemplate, type TemplateWish, type WeekTemplate } from "./week-template.ts";

/** Rides of a week by its minutes (training science 4.2); beginners ride at most four times unless their days are short. */
export function usualRides(minutes: number, level: "beginner" | "intermediate" | "advanced"): number {
  const rideCount = minutes < 110 ? 2 : minutes <= 240 ? 3 : minutes <= 420 ? 4 : 5;
  return level === "beginner" ? Math.min(rideCount, 4) : rideCount;
}

export interface FilledWeek {
  readonly rides: readonly PlannedRide[];
  readonly strength: readonly StrengthDay[];
  readonly template: WeekTemplate;
  readonly riddenRungs: RiddenRungs;
}

function hardDaysWanted(basis: PlanBasis, week: SeasonWeek, progress: Progress & { weekMinutes: number }): number {
  const { rider } = basis;
  if (isEasyOnly(rider, week.number)) return 0;
  const limit = Math.min(2, hardDayLimit(rider, progress.weekMinutes / 60, week.number));
  const rideCount = usualRides(progress.weekMinutes, rider.level);
  const isEasyAim = rideCount < 3 || weekLadders(basis, week, progress).second[0] === "endurance";
  return rider.level === "beginner" && week.number <= BEGINNER_FIRST_WEEKS ? 1 : isEasyAim ? 1 : limit;
}

export function templateWish(
  basis: PlanBasis,
  week: SeasonWeek,
  at: { progress: Progress; minutes: number; longest: number; hardDays: number; longMinutes: number },
): TemplateWish {
  const { rider, season } = basis;
  const { progress } = at;
  const spacing =
    Math.max(progress.lastHard + HARD_DAY_SPACING, progress.lastTest + TEST_SPACING, FIRST_HARD_DAY) - week.firstDay;
  const { given } = week;
  const all = at.minutes + given.minutes;
  return {
    open: week.open,
    room: week.room.map((minutes, weekday) =>
      Math.min(minutes, at.longest, mostOn(basis, progress, week.firstDay + weekday)),
    ),
    weekMinutes: at.minutes,
    longMinutes: at.longMinutes,
    rideCount: Math.max(1, usualRides(all, rider.level) - given.days.filter((day) => day.isTaken).length),
    // A hard ride that happens anyway takes the place of a key session.
    hardDays: Math.max(0, at.hardDays - given.hardRides),
    firstHard: spacing,
    lastLong: progress.lastLong,
    wantsPair:
      season.event !== undefined &&
      usualRides(all, rider.level) >= 4 &&
      styleOf(season.event).backToBack &&
      week.phase !== "base",
    before: progress.template,
    anyway: riddenAnyway(rider, week, all),
    longAnyway: longGiven(week, at.longMinutes),
    given,
    longOn: [...daysBeforeTaper(basis, week), ...(basis.tuning.isLongInTime ? daysForLongest(season, week) : [])],
  };
}

/** A ride that happens anyway and is about as long as the week's long ride would be takes its place. */
const ABOUT_AS_LONG = 0.8;
const longGiven = ({ given: { longest } }: SeasonWeek, longMinutes: number): number | undefined =>
  longest !== undefined && longest.minutes >= longMinutes * ABOUT_AS_LONG ? longest.weekday : undefined;

/** In the week in which the taper begins, the weekdays before it that have about the time of its longest: there the long ride is still a whole one. */
function daysBeforeTaper({ season: { taperFrom } }: PlanBasis, { firstDay, open, ...week }: SeasonWeek): number[] {
  if (taperFrom <= firstDay || taperFrom >= firstDay + 7) return [];
  const room = week.room.map((minutes, weekday) => (open[weekday] === true ? minutes : 0));
  const enough = Math.max(...room) * LONG_ENOUGH;
  return WEEKDAYS.flatMap((_, weekday) =>
    firstDay + weekday < taperFrom && (room[weekday] ?? 0) >= enough ? [weekday] : [],
  );
}
const LONG_ENOUGH = 0.75;

/** Weekdays of a week on which the longest ride before the event belongs (rule 22). */
const daysForLongest = ({ eventDay = Number.NEGATIVE_INFINITY }: Season, { firstDay }: SeasonWeek): number[] =>
  WEEKDAYS.flatMap((_, weekday) => {
    const left = eventDay - firstDay - weekday;
    return left >= LONGEST_RIDE_DAYS.last && left <= LONGEST_RIDE_DAYS.first ? [weekday] : [];
  });

/** Fills a load week; a second time where strength, or a long break before its first ride, left less time than the bounds said. */
export function fillLoadWeek(
  basis: PlanBasis,
  week: SeasonWeek,
  input: { progress: Progress; bounds: WeekBounds; hardDays?: number | undefined },
): FilledWeek | undefined {
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

/** One pass: days, sessions and minutes; undefined where no day is open. */
function fillOnce(
  basis: PlanBasis,
  week: SeasonWeek,
  input: { progress: Progress; bounds: WeekBounds; hardDays?: number | undefined },
): FilledWeek | undefined {
  const { progress, bounds } = input;
  if (bounds.minutes < SHORTEST_RIDE_MINUTES && week.given.minutes > 0) return undefined;
  const weekMinutes = bounds.minutes + week.given.minutes;
  const hardDays = input.hardDays ?? hardDaysWanted(basis, week, { ...progress, weekMinutes });
  const rideCount = usualRides(weekMinutes, basis.rider.level);
  const longMinutes = longRideWish(basis, progress, {
    rideCount,
    weekMinutes,
    day: week.firstDay + 6,
    phase: week.phase,
  }).ideal;
  const wish = templateWish(basis, week, {
    progress,
    minutes: bounds.minutes,
    longest: bounds.longest,
    hardDays,
    longMinutes,
  });
  const template = chooseTemplate(basis.rider, wish);
  if (template === undefined) return undefined;
  const testDay =
    basis.tests.get(week.number) === "start" && mayTestBeside(basis, week, weekMinutes)
      ? startTestDay(template, week.given)
      : undefined;
  const longLeast = ownLongRide(basis, progress, { week, template, minutes: bounds.minutes }).least;
  const sessions = chooseSessions(basis, progress, {
    week,
    template,
    weekMinutes: bounds.minutes,
    room: wish.room,
    testDay,
    longMinutes: longLeast,
  });
  const rides = rideWishes(basis, { week, template, sessions, testDay, progress, bounds, room: wish.room });
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
    rides: filled,
    strength: strength.filter((day) => kept.some((ride) => ride.weekday === day.weekday)),
    template,
    riddenRungs,
  };
}

interface RidesInput {
  readonly week: SeasonWeek;
  readonly template: WeekTemplate;
  readonly sessions: readonly ChosenSession[];
  readonly testDay: number | undefined;
  readonly progress: Progress;
  readonly bounds: WeekBounds;
  readonly room: readonly number[];
}

function rideWishes(basis: PlanBasis, input: RidesInput): RideWish[] {
  const { template, bounds } = input;
  const rideCount = template.riding.length;
  const long = ownLongRide(basis, input.progress, { ...input, minutes: bounds.minutes });
  const others = template.riding.filter((weekday) => weekday !== template.long).length;
  const rest = others > 0 ? (bounds.minutes - long.ideal) / others : bounds.minutes;
  const test = input.testDay === undefined ? undefined : testForm(basis.ladderForms, basis.rider);
  return template.riding.map((weekday) => {
    const isLong = weekday === template.long;
    const most = Math.max(
      SHORTEST_RIDE_MINUTES,
      Math.min(input.room[weekday] ?? 0, mostOn(basis, input.progress, input.week.firstDay + weekday)),
    );
    const room = { weekday, most, ideal: isLong ? long.ideal : rest };
    const session = input.sessions.find((chosen) => chosen.weekday === weekday);
    if (weekday === input.testDay && test !== undefined && test.shortestSeconds <= most * 60)
      return fixedRide(room, test, "test");
    const ride =
      session === undefined
        ? enduranceRide(room, isLong ? "long" : "easy")
        : sessionRide(room, session, { role: roleOf(session, isLong && rideCount > 1), dose: "full" });
    const least = isLong ? Math.min(ride.most, Math.max(ride.least, Math.floor(long.least))) : ride.least;
    return { ...ride, least, comfortable: Math.max(long.comfortable * (isLong ? 1 : BESIDE_LONG), least) };
  });
}

/** Firm work on an easy day leaves it an easy one. */
const roleOf = (session: ChosenSession, isLong: boolean): WorkoutRole =>
  isLong ? "long" : session.isFirm === true ? "easy" : "key";

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
