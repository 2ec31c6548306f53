import { SHORTEST_RIDE_MINUTES } from "../../athlete/rider.ts";
import { clamp, mean, sum } from "../../base/numbers.ts";
import {
  RECOVERY_HARD_FROM,
  FIRST_HARD_DAY,
  highestPowerIn,
  workLimitsIn,
  isFromFifty,
  RECOVERY_WORK_SHARE,
  TEST_SPACING,
  TESTS,
} from "../../rules/limits.ts";
import { isBesideHard } from "../season/given-week.ts";
import type { SeasonWeek } from "../season/season.ts";
import { fitted, withStrength, type FilledWeek } from "./load-week.ts";
import { nextSession } from "./next-session.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { PlannedRide, RideWish } from "./planned-ride.ts";
import type { Progress } from "./progress.ts";
import { usualRides } from "./ride-days.ts";
import { enduranceRide, fixedRide, recoveryRide, sessionRide } from "./ride-kinds.ts";
import { shareMinutes, wholeWeek } from "./share-minutes.ts";
import { strengthDays, strengthKept } from "./strength.ts";
import { templateWish } from "./template-wish.ts";
import { mayTestBeside, testForm } from "./test-form.ts";
import { longestWanted } from "./long-ride.ts";
import { easedMost, longestOf, returnMinutes } from "./week-hours.ts";
import { weekLadders } from "./week-sessions.ts";
import { chooseTemplate, type WeekTemplate } from "./week-template.ts";

/** Hours of a recovery week against the block before it, up to 50 years and from there on, when it rests one day more (training science 2.4, 2.5), and the load to stay between. */
const HOURS_SHARE = { young: 0.68, older: 0.63 };
const LOAD_SHARE = { low: 0.55, high: 0.65 };
/** A week of easy riding behind an A event, against the weeks before its taper (3.2). */
const AFTER_A_SHARE = { hours: 0.55, load: { low: 0.49, high: 0.54 } };
/** The longest a recovery week becomes against a load week; one of recovery rides alone is nearly as long. */
const MOST_HOURS_SHARE = { usual: 0.8, spins: 0.95 };
/**
 * With a test or half session and a recovery ride, where they fit; else with less. The usual length comes before another one,
 * so that a rider's hours alone decide it wherever the load allows.
 */
const TRIED_KINDS = [
  { special: true, spins: "first", isUsual: true },
  { special: true, spins: "none", isUsual: true },
  { special: true, spins: "none", isUsual: false },
  { special: true, spins: "first", isUsual: false },
  { special: false, spins: "first", isUsual: true },
  { special: false, spins: "none", isUsual: true },
  { special: false, spins: "none", isUsual: false },
  { special: false, spins: "first", isUsual: false },
  { special: false, spins: "all", isUsual: false },
] as const;
type Spins = (typeof TRIED_KINDS)[number]["spins"];
/** The long ride against the one before it, or in the first week against the longest of late. */
const LONG_SHARE = 0.62;

/** Fills a recovery week: fewer minutes, easy rides, at most one test or half session late in the week. */
export function fillRecoveryWeek(basis: PlanBasis, week: SeasonWeek, progress: Progress): FilledWeek | undefined {
  const block = progress.block.length > 0 ? progress.block : progress.lastLoads;
  const usualMinutes = block.length > 0 ? mean(block.map((past) => past.minutes)) : basis.rider.recentMinutes;
  const usualLoad = block.length > 0 ? mean(block.map((past) => past.load)) : undefined;
  const share =
    week.isTransition === true ? AFTER_A_SHARE.hours : isFromFifty(basis.rider) ? HOURS_SHARE.older : HOURS_SHARE.young;
  const loads = week.isTransition === true ? AFTER_A_SHARE.load : LOAD_SHARE;
  const returning = returnMinutes(week.firstDay + week.open.lastIndexOf(true), progress);
  const most = Math.min(returning, basis.rider.ceilingMinutes);
  const heavier = basis.tuning.recovery.get(week.number) ?? 1;
  const { given } = week;
  const ratioOf = (filled: FilledWeek): number => (loadOfRides(filled.rides) * heavier + given.load) / (usualLoad ?? 1);
  let best: { filled: FilledWeek; miss: number } | undefined;
  const kinds = week.around === undefined ? TRIED_KINDS : TRIED_KINDS.filter((kind) => !kind.special);
  for (const { special, spins, isUsual } of kinds) {
    const fill = (all: number): FilledWeek | undefined => {
      const share = MOST_HOURS_SHARE[spins === "all" ? "spins" : "usual"];
      const minutes = wholeWeek(Math.max(0, Math.min(all, usualMinutes * share, most) - given.minutes));
      if (minutes < SHORTEST_RIDE_MINUTES && given.minutes > 0) return undefined;
      return fillAt(basis, week, { progress, minutes: Math.max(SHORTEST_RIDE_MINUTES, minutes), special, spins });
    };
    const usual = fill(usualMinutes * share);
    if (usual === undefined || usualLoad === undefined || usualLoad <= 0) return usual;
    const factor = loadFactor(ratioOf(usual), loads);
    // Shorter than what is ridden, longer than what was asked: rides may not hold all of that.
    const from = factor < 1 ? minutesOf(usual) + given.minutes : usualMinutes * share;
    const once = isUsual ? usual : (fill(from * factor) ?? usual);
    const isDone = isUsual || !hasLateTest(once) || missOf(ratioOf(once), loads) <= 0;
    const again = isDone ? undefined : fill(minutesOf(once) * loadFactor(ratioOf(once), loads) + given.minutes);
    const own = again ?? once;
    const filled = isUsual || given.load === 0 ? own : closer(own, { ratioOf, fill, given, loads });
    const miss = missOf(ratioOf(filled), loads);
    if (miss <= 0) return filled;
    if (best === undefined || miss < best.miss) best = { filled, miss };
  }
  return best?.filled;
}

/** Beside rides that happen anyway a shorter week is not as much lighter: its planned minutes are shared out once or twice more. */
function closer(
  filled: FilledWeek,
  week: Pick<SeasonWeek, "given"> & {
    readonly ratioOf: (filled: FilledWeek) => number;
    readonly fill: (all: number) => FilledWeek | undefined;
    readonly loads: { readonly low: number; readonly high: number };
  },
): FilledWeek {
  let best = filled;
  for (let i = 0; i < CLOSER_TRIES && missOf(week.ratioOf(best), week.loads) > 0; i++) {
    const factor = loadFactor(week.ratioOf(best), week.loads) ** 2;
    const next = week.fill(minutesOf(best) * factor + week.given.minutes);
    if (next === undefined || missOf(week.ratioOf(next), week.loads) >= missOf(week.ratioOf(best), week.loads))
      return best;
    best = next;
  }
  return best;
}
const CLOSER_TRIES = 3;

/** A test is as long as it is: what the other rides give for it may take a second step. */
const hasLateTest = ({ rides }: FilledWeek): boolean =>
  rides.some((ride) => ride.role === "test" && ride.weekday >= RECOVERY_HARD_FROM);

const minutesOf = ({ rides }: FilledWeek): number => sum(rides.map((ride) => ride.minutes));

/** How much shorter or longer a week becomes whose load lies beside what recovers. */
const loadFactor = (ratio: number, { low, high }: typeof LOAD_SHARE): number => clamp(1, low / ratio, high / ratio);
/** How far a load ratio lies outside of that; a rounded minute is nothing. */
const missOf = (ratio: number, { low, high }: typeof LOAD_SHARE): number =>
  Math.max(low - ratio, ratio - high) - ROUNDED;
const ROUNDED = 0.01;

const FEWEST_RIDES = 2;

export const loadOfRides = (rides: readonly PlannedRide[]): number =>
  sum(rides.map((ride) => ride.loadAt(ride.minutes)));

function fillAt(
  basis: PlanBasis,
  week: SeasonWeek,
  input: { progress: Progress; minutes: number; special: boolean; spins: Spins },
): FilledWeek | undefined {
  const { progress, minutes } = input;
  const riding = progress.template?.riding.length ?? usualRides(minutes / 0.6, basis.rider.level);
  const usual = riding - (isFromFifty(basis.rider) && riding > FEWEST_RIDES ? 1 : 0);
  const fewest = progress.lastLongMinutes > 0 ? Math.ceil(minutes / progress.lastLongMinutes) : 1;
  const rideCount = Math.max(1, fewest, Math.min(usual, Math.floor(minutes / SHORTEST_RIDE_MINUTES)));
  const longest = Math.max(
    SHORTEST_RIDE_MINUTES,
    Math.min(longestOf(basis, progress), longestWanted(basis, week.phase), Math.ceil(minutes / rideCount)),
    Math.min(
      longestOf(basis, progress),
      longestWanted(basis, week.phase),
      Math.floor((progress.lastLongMinutes > 0 ? progress.lastLongMinutes : progress.longestMinutes) * LONG_SHARE),
    ),
  );
  const wish = {
    ...templateWish(basis, week, {
      progress,
      minutes,
      longest: longestOf(basis, progress),
      hardDays: 0,
      longMinutes: longest,
    }),
    rideCount,
  };
  const template = chooseTemplate(basis.rider, wish);
  if (template === undefined) return undefined;
  const single =
    progress.lastLongMinutes > 0 ? Math.min(progress.lastLongMinutes, Math.ceil(minutes / template.riding.length)) : 0;
  const rides = rideWishes(basis, {
    week,
    template,
    progress,
    minutes,
    longest: Math.max(longest, single),
    special: input.special,
    spins: input.spins,
  });
  const strength = strengthDays(basis, week, { rides, weekMinutes: minutes, lastStrength: progress.lastStrength });
  const kept = fitted(easier(withStrength(week, rides, strength), minutes), minutes);
  return {
    rides: shareMinutes(kept, minutes),
    strength: strengthKept(basis.rider, strength, kept),
    template,
    riddenRungs: progress.riddenRungs,
  };
}

/** A half session that leaves no time for the other rides becomes an easy one. */
function easier(rides: readonly RideWish[], minutes: number): RideWish[] {
  const isTooLong = sum(rides.map((ride) => ride.least)) > minutes;
  return rides.map((ride) => (isTooLong && ride.role === "key" ? enduranceRide(ride, "easy") : ride));
}

interface RecoveryInput {
  readonly week: SeasonWeek;
  readonly template: WeekTemplate;
  readonly progress: Progress;
  readonly minutes: number;
  readonly longest: number;
  /** Whether a test or a half session may be in it. */
  readonly special: boolean;
  /** Which rides are recovery rides. */
  readonly spins: Spins;
}

function rideWishes(basis: PlanBasis, input: RecoveryInput): RideWish[] {
  const { template, week, progress } = input;
  const isTest = basis.tests.has(week.number);
  const late = lateDay(template, week, { ...progress, testSpacing: isTest ? TESTS.daysApart : TEST_SPACING });
  const ideal = input.minutes / template.riding.length;
  return template.riding.map((weekday) => {
    const most = Math.min(week.room[weekday] ?? 0, input.longest, easedMost(week, weekday));
    const room = { weekday, most: Math.max(SHORTEST_RIDE_MINUTES, most), ideal };
    const dayRoom = {
      ...room,
      most: Math.max(room.most, Math.min(week.room[weekday] ?? 0, progress.lastLongMinutes)),
    };
    if (weekday === late && input.special) {
      const special = testRide(basis, input, dayRoom) ?? halfSession(basis, input, dayRoom);
      // It may need more of its day than the long ride has; its easy filling does not.
      if (special !== undefined)
        return { ...special, most: Math.max(special.least, wholeWeek(room.most, input.minutes)) };
    }
    if (input.spins === "all") return recoveryRide(room);
    if (weekday === template.long) return enduranceRide({ ...room, ideal: ideal * 1.4 }, "long");
    const isEarly = input.spins === "first" && template.riding.indexOf(weekday) === 0 && template.riding.length > 1;
    return isEarly ? recoveryRide({ ...room, ideal: Math.min(ideal, 45) }) : enduranceRide(room, "easy");
  });
}

/** The last riding day from Friday on that is not the long one; the long one where there is no other; else the week's last ride. */
function lateDay(
  template: WeekTemplate,
  week: SeasonWeek,
  progress: Pick<Progress, "lastHard" | "lastTest"> & { readonly testSpacing: number },
): number | undefined {
  const free = template.riding.filter(
    (day) =>
      week.firstDay + day >=
        Math.max(progress.lastHard + TEST_SPACING, progress.lastTest + progress.testSpacing, FIRST_HARD_DAY) &&
      !isBesideHard(week.given, day, TEST_SPACING),
  );
  const late = free.filter((day) => day >= RECOVERY_HARD_FROM);
  return late.filter((day) => day !== template.long).at(-1) ?? late.at(-1) ?? free.at(-1);
}

function testRide(
  basis: PlanBasis,
  { week, progress, minutes }: RecoveryInput,
  room: { weekday: number; most: number; ideal: number },
): RideWish | undefined {
  if (!basis.tests.has(week.number) || !mayTestBeside(basis, week, minutes + week.given.minutes)) return undefined;
  const form = testForm(basis.ladderForms, basis.rider);
  const usual = mean(progress.block.map((past) => past.load));
  const isTooMuch = form !== undefined && usual > 0 && form.shortestLoad + week.given.load > usual * LOAD_SHARE.high;
  return form !== undefined && !isTooMuch && form.shortestSeconds <= room.most * 60
    ? fixedRide(room, form, "test")
    : undefined;
}

function halfSession(
  basis: PlanBasis,
  { week, progress }: RecoveryInput,
  room: { weekday: number; most: number; ideal: number },
): RideWish | undefined {
  if (basis.tests.has(week.number) || room.weekday < RECOVERY_HARD_FROM || progress.lastLoads.length === 0)
    return undefined;
  if (week.given.hardRides > 0) return undefined;
  const ladders = weekLadders(basis, week, progress);
  const session = nextSession(
    { ladderForms: basis.ladderForms, riddenRungs: progress.riddenRungs, rider: basis.rider },
    ladders.first,
    {
      seconds: room.most * 60,
      workSeconds: 45 * 60,
      highestPower: highestPowerIn(basis.rider, week.number),
      efforts: workLimitsIn(basis.rider, week.number),
      mayBeVo2: false,
      phase: week.phase,
      advance: false,
    },
  );
  if (session?.from === undefined) return undefined;
  const ride = sessionRide(room, session, { role: "key", dose: "reduced" });
  const usualWork = mean(progress.block.map((past) => sum(past.rides.map((other) => other.workSeconds))));
  return ride.workSeconds <= usualWork * RECOVERY_WORK_SHARE ? ride : undefined;
}
