import { SHORTEST_RIDE_MINUTES } from "../../athlete/rider.ts";
import { clamp, mean, sum } from "../../base/numbers.ts";
import {
  FIRST_HARD_DAY,
  highestPowerIn,
  loadWeeksInARow,
  RECOVERY_WORK_SHARE,
  TEST_SPACING,
  TESTS,
} from "../../rules/limits.ts";
import { nextSession } from "./next-session.ts";
import { fitted, templateWish, usualRides, withStrength, type FilledWeek } from "./load-week.ts";
import type { SeasonWeek } from "../season/season.ts";
import { shareMinutes, wholeWeek, type FilledSlot, type Slot } from "./ride-minutes.ts";
import { enduranceSlot, fixedSlot, recoverySlot, sessionSlot } from "./ride-wishes.ts";
import type { Context, State } from "./progress.ts";
import { strengthDays } from "./strength.ts";
import { chooseTemplate, type WeekTemplate } from "./week-template.ts";
import { testForm } from "../season/test-weeks.ts";
import { longestOf, longestWanted, returnMinutes } from "./week-hours.ts";
import { weekMenu } from "./week-sessions.ts";

/** Hours of a recovery week against the block before it, 3:1 and 2:1 (training science 2.4), and the load to stay between. */
const HOURS_SHARE = { young: 0.62, older: 0.58 };
const LOAD_SHARE = { low: 0.5, high: 0.63 };
/** The longest a recovery week becomes against a load week. */
const MOST_HOURS_SHARE = 0.8;
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
/** A test or a short quality session belongs on Friday or later. */
const FIRST_LATE_DAY = 4;

/** Fills a recovery week: fewer minutes, easy rides, at most one test or half session late in the week. */
export function fillRecoveryWeek(context: Context, week: SeasonWeek, state: State): FilledWeek | undefined {
  const block = state.block.length > 0 ? state.block : state.lastLoads;
  const usualMinutes = block.length > 0 ? mean(block.map((past) => past.minutes)) : context.rider.recentMinutes;
  const usualLoad = block.length > 0 ? mean(block.map((past) => past.load)) : undefined;
  const share = isOlder(context.rider) ? HOURS_SHARE.older : HOURS_SHARE.young;
  const most = Math.min(
    usualMinutes * MOST_HOURS_SHARE,
    returnMinutes(week.firstDay + week.open.lastIndexOf(true), state),
  );
  const ratioOf = (filled: FilledWeek): number => loadOfSlots(filled.slots) / (usualLoad ?? 1);
  let best: { filled: FilledWeek; miss: number } | undefined;
  for (const { special, spins, isUsual } of TRIED_KINDS) {
    const fill = (minutes: number): FilledWeek | undefined =>
      fillAt(context, week, {
        state,
        minutes: Math.max(SHORTEST_RIDE_MINUTES, wholeWeek(Math.min(minutes, most))),
        special,
        spins,
      });
    const usual = fill(usualMinutes * share);
    if (usual === undefined || usualLoad === undefined || usualLoad <= 0) return usual;
    const factor = loadFactor(ratioOf(usual));
    // Shorter than what is ridden, longer than what was asked: rides may not hold all of that.
    const from = factor < 1 ? minutesOf(usual) : usualMinutes * share;
    const filled = isUsual ? usual : (fill(from * factor) ?? usual);
    const miss = missOf(ratioOf(filled));
    if (miss <= 0) return filled;
    if (best === undefined || miss < best.miss) best = { filled, miss };
  }
  return best?.filled;
}

const minutesOf = ({ slots }: FilledWeek): number => sum(slots.map((slot) => slot.minutes));

/** How much shorter or longer a week becomes whose load lies beside what recovers. */
const loadFactor = (ratio: number): number => clamp(1, LOAD_SHARE.low / ratio, LOAD_SHARE.high / ratio);
/** How far a load ratio lies outside of that; a rounded minute is nothing. */
const missOf = (ratio: number): number => Math.max(LOAD_SHARE.low - ratio, ratio - LOAD_SHARE.high) - ROUNDED;
const ROUNDED = 0.01;

/** From 50 on every third week recovers, and rests one day more (training science 2.4, 2.5). */
const isOlder = (rider: Context["rider"]): boolean => loadWeeksInARow(rider) === 2;
const FEWEST_RIDES = 2;

export const loadOfSlots = (slots: readonly FilledSlot[]): number =>
  sum(slots.map((slot) => slot.loadAt(slot.minutes)));

function fillAt(
  context: Context,
  week: SeasonWeek,
  input: { state: State; minutes: number; special: boolean; spins: Spins },
): FilledWeek | undefined {
  const { state, minutes } = input;
  const riding = state.template?.riding.length ?? usualRides(minutes / 0.6, context.rider.level);
  const usual = riding - (isOlder(context.rider) && riding > FEWEST_RIDES ? 1 : 0);
  const fewest = state.lastLongMinutes > 0 ? Math.ceil(minutes / state.lastLongMinutes) : 1;
  const rides = Math.max(1, fewest, Math.min(usual, Math.floor(minutes / SHORTEST_RIDE_MINUTES)));
  const longest = Math.max(
    SHORTEST_RIDE_MINUTES,
    Math.min(longestOf(context, state), longestWanted(context, week.phase), Math.ceil(minutes / rides)),
    Math.min(
      longestOf(context, state),
      longestWanted(context, week.phase),
      Math.floor((state.lastLongMinutes > 0 ? state.lastLongMinutes : state.longestMinutes) * LONG_SHARE),
    ),
  );
  const wish = {
    ...templateWish(context, week, {
      state,
      minutes,
      longest: longestOf(context, state),
      hardDays: 0,
      longMinutes: longest,
    }),
    rides,
  };
  const template = chooseTemplate(context.rider, wish);
  if (template === undefined) return undefined;
  const single =
    state.lastLongMinutes > 0 ? Math.min(state.lastLongMinutes, Math.ceil(minutes / template.riding.length)) : 0;
  const slots = slotsOf(context, {
    week,
    template,
    state,
    minutes,
    longest: Math.max(longest, single),
    special: input.special,
    spins: input.spins,
  });
  const strength = strengthDays(context, week, { slots, weekMinutes: minutes, lastStrength: state.lastStrength });
  const kept = fitted(easier(withStrength(context, slots, strength), minutes), minutes);
  return {
    slots: shareMinutes(kept, minutes),
    strength: strength.filter((day) => kept.some((slot) => slot.weekday === day.weekday)),
    template,
    book: state.book,
  };
}

/** A half session that leaves no time for the other rides becomes an easy one. */
function easier(slots: readonly Slot[], minutes: number): Slot[] {
  const isTooLong = sum(slots.map((slot) => slot.least)) > minutes;
  return slots.map((slot) => (isTooLong && slot.role === "key" ? enduranceSlot(slot, "easy") : slot));
}

interface RecoveryInput {
  readonly week: SeasonWeek;
  readonly template: WeekTemplate;
  readonly state: State;
  readonly minutes: number;
  readonly longest: number;
  /** Whether a test or a half session may be in it. */
  readonly special: boolean;
  /** Which rides are recovery rides. */
  readonly spins: Spins;
}

function slotsOf(context: Context, input: RecoveryInput): Slot[] {
  const { template, week, state } = input;
  const isTest = context.tests.has(week.number);
  const late = lateDay(template, week, { ...state, testSpacing: isTest ? TESTS.daysApart : TEST_SPACING });
  const ideal = input.minutes / template.riding.length;
  return template.riding.map((weekday) => {
    const most = Math.min(context.rider.days[weekday]?.maxMinutes ?? 0, input.longest);
    const room = { weekday, most: Math.max(SHORTEST_RIDE_MINUTES, most), ideal };
    const dayRoom = {
      ...room,
      most: Math.max(room.most, Math.min(context.rider.days[weekday]?.maxMinutes ?? 0, state.lastLongMinutes)),
    };
    if (weekday === late && input.special) {
      const special = testSlot(context, input, dayRoom) ?? halfSession(context, input, dayRoom);
      if (special !== undefined) return special;
    }
    if (input.spins === "all") return recoverySlot(room);
    if (weekday === template.long) return enduranceSlot({ ...room, ideal: ideal * 1.4 }, "long");
    const isEarly = input.spins === "first" && template.riding.indexOf(weekday) === 0 && template.riding.length > 1;
    return isEarly ? recoverySlot({ ...room, ideal: Math.min(ideal, 45) }) : enduranceSlot(room, "easy");
  });
}

/** The last riding day from Friday on that is not the long one; the long one where there is no other; else the week's last ride. */
function lateDay(
  template: WeekTemplate,
  week: SeasonWeek,
  state: Pick<State, "lastHard" | "lastTest"> & { readonly testSpacing: number },
): number | undefined {
  const free = template.riding.filter(
    (day) =>
      week.firstDay + day >=
      Math.max(state.lastHard + TEST_SPACING, state.lastTest + state.testSpacing, FIRST_HARD_DAY),
  );
  const late = free.filter((day) => day >= FIRST_LATE_DAY);
  return late.filter((day) => day !== template.long).at(-1) ?? late.at(-1) ?? free.at(-1);
}

function testSlot(
  context: Context,
  { week, state }: RecoveryInput,
  room: { weekday: number; most: number; ideal: number },
): Slot | undefined {
  if (!context.tests.has(week.number)) return undefined;
  const form = testForm(context.shelf, context.rider);
  const usual = mean(state.block.map((past) => past.load));
  const isTooMuch = form !== undefined && usual > 0 && form.shortestLoad > usual * LOAD_SHARE.high;
  return form !== undefined && !isTooMuch && form.shortestSeconds <= room.most * 60
    ? fixedSlot(room, form, "test")
    : undefined;
}

function halfSession(
  context: Context,
  { week, state }: RecoveryInput,
  room: { weekday: number; most: number; ideal: number },
): Slot | undefined {
  if (context.tests.has(week.number) || room.weekday < FIRST_LATE_DAY || state.lastLoads.length === 0) return undefined;
  const menu = weekMenu(context, week, state);
  const session = nextSession({ shelf: context.shelf, book: state.book, rider: context.rider }, menu.first, {
    seconds: room.most * 60,
    workSeconds: 45 * 60,
    highestPower: highestPowerIn(context.rider, week.number),
    mayBeVo2: false,
    phase: week.phase,
    advance: false,
  });
  if (session?.from === undefined) return undefined;
  const slot = sessionSlot(room, session, { role: "key", dose: "reduced" });
  const usualWork = mean(state.block.map((past) => sum(past.slots.map((other) => other.workSeconds))));
  return slot.workSeconds <= usualWork * RECOVERY_WORK_SHARE ? slot : undefined;
}
