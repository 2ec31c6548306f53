import { SHORTEST_RIDE_MINUTES } from "../../athlete/rider.ts";
import { sum } from "../../base/numbers.ts";
import {
  AS_LONG_MINUTES,
  HARD_DAY_SPACING,
  BEGINNER_FIRST_WEEKS,
  FIRST_HARD_DAY,
  hardDayLimit,
  isEasyOnly,
  TEST_SPACING,
} from "../../rules/limits.ts";
import { styleOf } from "../intake/events.ts";
import type { SeasonWeek } from "../season/season.ts";
import { type RiddenRungs, withRung } from "./next-session.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { PlannedRide, RideWish } from "./planned-ride.ts";
import type { Progress } from "./progress.ts";
import { beyondShortest, hardDaysBeside, longDayMinutes, longDaysWanted, ridesBeside } from "./long-days.ts";
import { enduranceRide, fixedRide, sessionRide } from "./ride-kinds.ts";
import { shareMinutes } from "./share-minutes.ts";
import { strengthDays, type StrengthDay } from "./strength.ts";
import { testForm } from "./test-form.ts";
import { besideGiven, isLongestTime, longRideWish } from "./long-ride.ts";
import { daysForLong, longGiven } from "./long-ride-days.ts";
import { riddenAnyway } from "./ridden-anyway.ts";
import { mayTestBeside, startTestDay } from "./start-test.ts";
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
  const beside = hardDaysBeside({
    longDays: longDaysWanted(basis.season, week),
    weekMinutes: progress.weekMinutes,
    phase: week.phase,
  });
  if (beside < limit) return beside;
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
  const longDays = longDaysWanted(season, week);
  const { given } = week;
  const all = at.minutes + given.minutes;
  const rides = ridesBeside({ longDays, weekMinutes: all, phase: week.phase }, usualRides(all, rider.level));
  return {
    open: week.open,
    room: week.room.map((minutes, weekday) =>
      Math.min(minutes, at.longest, mostOn(basis, progress, week.firstDay + weekday)),
    ),
    weekMinutes: at.minutes,
    longMinutes: at.longMinutes,
    rideCount: Math.max(1, rides - given.days.filter((day) => day.isTaken).length),
    // A hard ride that happens anyway takes the place of a key session.
    hardDays: Math.max(0, at.hardDays - given.hardRides),
    firstHard: spacing,
    lastLong: progress.lastLong,
    wantsPair:
      season.event !== undefined &&
      usualRides(all, rider.level) >= 4 &&
      styleOf(season.event).backToBack &&
      week.phase !== "base",
    longDays,
    before: progress.template,
    longOn: daysForLong(basis, week),
    anyway: riddenAnyway(rider, week, all),
    longAnyway: longGiven(week, at.longMinutes),
    given,
  };
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
  const wish = templateWish(basis, week, {
    progress,
    minutes: bounds.minutes,
    longest: bounds.longest,
    hardDays: input.hardDays ?? hardDaysWanted(basis, week, { ...progress, weekMinutes }),
    longMinutes: longAt(usualRides(weekMinutes, basis.rider.level), 6).ideal,
  });
  const template = chooseTemplate(basis.rider, wish);
  if (template === undefined) return undefined;
  const taken = week.given.days.filter((day) => day.isTaken).length;
  const long = besideGiven(longAt(template.riding.length + taken, template.long), {
    week,
    template,
    minutes: bounds.minutes,
  });
  const { room } = wish;
  const isWhole = isLongestTime(basis, week.firstDay + template.long) && basis.season.event?.days === 1;
  const shared = { ...long, least: Math.max(0, long.least - AS_LONG_MINUTES) };
  const at = { longDays: wish.longDays, weekMinutes: bounds.minutes, long: shared, room, isWhole };
  const isOwnLong = template.riding.includes(template.long);
  const longDays: WeekDays["longDays"] = isOwnLong ? longDayMinutes(template, at) : new Map();
  return { template, room, long: longDays.size > 0 ? shared : long, longDays };
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
    rides: filled,
    strength: strength.filter((day) => kept.some((ride) => ride.weekday === day.weekday)),
    template,
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
