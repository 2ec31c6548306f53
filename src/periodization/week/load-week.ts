import { SHORTEST_RIDE_MINUTES } from "../../athlete/rider.ts";
import { sum } from "../../base/numbers.ts";
import { WEEKDAYS } from "../../base/calendar.ts";
import {
  BEGINNER_FIRST_WEEKS,
  CAREFUL_START,
  FIRST_HARD_DAY,
  hardDayLimit,
  LONGEST_RIDE_DAYS,
  TEST_SPACING,
} from "../../rules/limits.ts";
import type { LadderBook } from "./next-session.ts";
import { withRung } from "./next-session.ts";
import type { Season, SeasonWeek } from "../season/season.ts";
import { shareMinutes, type FilledSlot, type Slot } from "./ride-minutes.ts";
import { enduranceSlot, fixedSlot, sessionSlot } from "./ride-wishes.ts";
import type { Context, State } from "./progress.ts";
import { styleOf } from "../intake/events.ts";
import { strengthDays, type StrengthDay } from "./strength.ts";
import { chooseTemplate, type TemplateWish, type WeekTemplate } from "./week-template.ts";
import { testForm } from "../season/test-weeks.ts";
import { longRideWish, mostOn, returnMinutes, type WeekBounds } from "./week-hours.ts";
import { chooseSessions, weekMenu, type ChosenSession } from "./week-sessions.ts";

/** Rides of a week by its minutes (training science 4.2); beginners ride at most four times unless their days are short. */
export function usualRides(minutes: number, level: "beginner" | "intermediate" | "advanced"): number {
  const rides = minutes < 110 ? 2 : minutes <= 240 ? 3 : minutes <= 420 ? 4 : 5;
  return level === "beginner" ? Math.min(rides, 4) : rides;
}

export interface FilledWeek {
  readonly slots: readonly FilledSlot[];
  readonly strength: readonly StrengthDay[];
  readonly template: WeekTemplate;
  readonly book: LadderBook;
}

function hardDaysWanted(context: Context, week: SeasonWeek, state: State & { weekMinutes: number }): number {
  const { rider } = context;
  if (rider.carefulStart && week.number <= CAREFUL_START.weeks) return 0;
  const limit = Math.min(2, hardDayLimit(rider, state.weekMinutes / 60, week.number));
  const rides = usualRides(state.weekMinutes, rider.level);
  const isEasyAim = rides < 3 || weekMenu(context, week, state).second[0] === "endurance";
  return rider.level === "beginner" && week.number <= BEGINNER_FIRST_WEEKS ? 1 : isEasyAim ? 1 : limit;
}

export function templateWish(
  context: Context,
  week: SeasonWeek,
  at: { state: State; minutes: number; longest: number; hardDays: number; longMinutes: number },
): TemplateWish {
  const { rider, season } = context;
  const { state } = at;
  const spacing = Math.max(state.lastHard + 2, state.lastTest + TEST_SPACING, FIRST_HARD_DAY) - week.firstDay;
  return {
    open: week.open,
    room: rider.days.map((day, weekday) =>
      Math.min(day.maxMinutes, at.longest, mostOn(context, state, week.firstDay + weekday)),
    ),
    weekMinutes: at.minutes,
    longMinutes: at.longMinutes,
    rides: usualRides(at.minutes, rider.level),
    hardDays: at.hardDays,
    firstHard: spacing,
    lastLong: state.lastLong,
    wantsPair:
      season.event !== undefined &&
      usualRides(at.minutes, rider.level) >= 4 &&
      styleOf(season.event).backToBack &&
      week.phase !== "base",
    before: state.template,
    ...(context.longInTime === true ? { longOn: daysForLongest(season, week) } : {}),
  };
}

/** Weekdays of a week on which the longest ride before the event belongs (rule 22). */
const daysForLongest = ({ eventDay = Number.NEGATIVE_INFINITY }: Season, { firstDay }: SeasonWeek): number[] =>
  WEEKDAYS.flatMap((_, weekday) => {
    const left = eventDay - firstDay - weekday;
    return left >= LONGEST_RIDE_DAYS.last && left <= LONGEST_RIDE_DAYS.first ? [weekday] : [];
  });

/** Fills a load week; a second time where strength, or a long break before its first ride, left less time than the bounds said. */
export function fillLoadWeek(
  context: Context,
  week: SeasonWeek,
  input: { state: State; bounds: WeekBounds; hardDays?: number },
): FilledWeek | undefined {
  const filled = fillOnce(context, week, input);
  if (filled === undefined) return undefined;
  const minutes = sum(filled.slots.map((slot) => slot.minutes));
  const first = Math.min(...filled.slots.map((slot) => slot.weekday));
  const most = Math.floor(Math.min(returnMinutes(week.firstDay + first, input.state), minutes));
  if (most >= input.bounds.minutes * NEARLY_ALL) return filled;
  const more =
    most === minutes && input.bounds.full > input.bounds.minutes
      ? fillOnce(context, week, { ...input, bounds: { ...input.bounds, minutes: input.bounds.full } })
      : undefined;
  if (more !== undefined && sum(more.slots.map((slot) => slot.minutes)) > minutes) return more;
  return fillOnce(context, week, { ...input, bounds: { ...input.bounds, minutes: most } });
}

const NEARLY_ALL = 0.97;

/** One pass: days, sessions and minutes; undefined where no day is open. */
function fillOnce(
  context: Context,
  week: SeasonWeek,
  input: { state: State; bounds: WeekBounds; hardDays?: number },
): FilledWeek | undefined {
  const { state, bounds } = input;
  const hardDays = input.hardDays ?? hardDaysWanted(context, week, { ...state, weekMinutes: bounds.minutes });
  const rides = usualRides(bounds.minutes, context.rider.level);
  const longMinutes = longRideWish(context, state, {
    rides,
    weekMinutes: bounds.minutes,
    day: week.firstDay + 6,
    phase: week.phase,
  }).ideal;
  const wish = templateWish(context, week, {
    state,
    minutes: bounds.minutes,
    longest: bounds.longest,
    hardDays,
    longMinutes,
  });
  const template = chooseTemplate(context.rider, wish);
  if (template === undefined) return undefined;
  const testDay = context.tests.get(week.number) === "start" ? startTestDay(template) : undefined;
  const longLeast = longRideWish(context, state, {
    rides: template.riding.length,
    weekMinutes: bounds.minutes,
    day: week.firstDay + template.long,
    phase: week.phase,
  }).least;
  const sessions = chooseSessions(context, state, {
    week,
    template,
    weekMinutes: bounds.minutes,
    room: wish.room,
    testDay,
    longMinutes: longLeast,
  });
  const slots = slotsOf(context, { week, template, sessions, testDay, state, bounds, room: wish.room });
  const strength = strengthDays(context, week, {
    slots,
    weekMinutes: bounds.minutes,
    lastStrength: state.lastStrength,
  });
  const kept = fitted(withStrength(context, slots, strength), bounds.minutes);
  const filled = shareMinutes(kept, bounds.minutes);
  const ridden = sessions.filter((session) =>
    filled.some((slot) => slot.weekday === session.weekday && slot.family === session.family),
  );
  const book = ridden.reduce(
    (all, session) => withRung(all, session, { phase: week.phase, week: week.number }),
    state.book,
  );
  return {
    slots: filled,
    strength: strength.filter((day) => kept.some((slot) => slot.weekday === day.weekday)),
    template,
    book,
  };
}

/** Day 3 to 5 of week 1: a hard day where one falls there, else any ride that is not the long one, else the first hard day. */
function startTestDay(template: WeekTemplate): number | undefined {
  const inTime = (day: number): boolean => day >= 2 && day <= 4;
  return (
    template.hard.find(inTime) ??
    template.riding.find(
      (day) =>
        inTime(day) && day !== template.long && template.hard.every((hard) => Math.abs(hard - day) >= TEST_SPACING),
    ) ??
    template.hard.find((day) => day >= FIRST_HARD_DAY) ??
    template.riding.find((day) => day >= FIRST_HARD_DAY)
  );
}

interface SlotInput {
  readonly week: SeasonWeek;
  readonly template: WeekTemplate;
  readonly sessions: readonly ChosenSession[];
  readonly testDay: number | undefined;
  readonly state: State;
  readonly bounds: WeekBounds;
  readonly room: readonly number[];
}

function slotsOf(context: Context, input: SlotInput): Slot[] {
  const { template, bounds } = input;
  const rides = template.riding.length;
  const long = longRideWish(context, input.state, {
    rides,
    weekMinutes: bounds.minutes,
    day: input.week.firstDay + template.long,
    phase: input.week.phase,
  });
  const rest = rides > 1 ? (bounds.minutes - long.ideal) / (rides - 1) : bounds.minutes;
  const test = input.testDay === undefined ? undefined : testForm(context.shelf, context.rider);
  return template.riding.map((weekday) => {
    const isLong = weekday === template.long;
    const most = Math.max(
      SHORTEST_RIDE_MINUTES,
      Math.min(input.room[weekday] ?? 0, mostOn(context, input.state, input.week.firstDay + weekday)),
    );
    const room = { weekday, most, ideal: isLong ? long.ideal : rest };
    const session = input.sessions.find((chosen) => chosen.weekday === weekday);
    if (weekday === input.testDay && test !== undefined && test.shortestSeconds <= most * 60)
      return fixedSlot(room, test, "test");
    const slot =
      session === undefined
        ? enduranceSlot(room, isLong ? "long" : "easy")
        : sessionSlot(room, session, { role: isLong && rides > 1 ? "long" : "key", dose: "full" });
    const least = isLong ? Math.min(slot.most, Math.max(slot.least, Math.floor(long.least))) : slot.least;
    return { ...slot, least, comfortable: Math.max(long.comfortable * (isLong ? 1 : BESIDE_LONG), least) };
  });
}

/** The other rides of a week stay this much shorter than its long one while they can. */
const BESIDE_LONG = 0.85;

/** The minutes of a strength session come off the most that its day may ride. */
export const withStrength = (
  context: Pick<Context, "rider">,
  slots: readonly Slot[],
  strength: readonly StrengthDay[],
): Slot[] =>
  slots.map((slot) => {
    const session = strength.find((day) => day.weekday === slot.weekday);
    if (session === undefined) return slot;
    const most = Math.min(slot.most, (context.rider.days[slot.weekday]?.maxMinutes ?? 0) - session.minutes);
    return { ...slot, most, ideal: Math.min(slot.ideal, most) };
  });

const DROP_ORDER = ["easy", "key", "long", "test"] as const;
const leastOf = (slots: readonly Slot[]): number => sum(slots.map((slot) => slot.least));

/**
 * Makes a week fit: easy rides are left out first, the shortest wish before the others; then the long ride gives way, never
 * below the shortest ride; then hard sessions are left out.
 */
export function fitted(slots: readonly Slot[], minutes: number): Slot[] {
  let kept = [...slots];
  for (const role of DROP_ORDER) {
    if (role === "key") kept = shorterLong(kept, minutes);
    while (leastOf(kept) > minutes && kept.length > 1) {
      const drop = kept.filter((slot) => slot.role === role).sort((a, b) => a.ideal - b.ideal)[0];
      if (drop === undefined) break;
      kept = kept.filter((slot) => slot !== drop);
    }
  }
  return kept;
}

const shorterLong = (slots: readonly Slot[], minutes: number): Slot[] =>
  slots.map((slot) => {
    if (slot.role !== "long" || slot.level !== undefined) return slot;
    const others = leastOf(slots) - slot.least;
    return {
      ...slot,
      least: Math.max(Math.min(slot.most, SHORTEST_RIDE_MINUTES), Math.min(slot.least, Math.floor(minutes) - others)),
    };
  });
