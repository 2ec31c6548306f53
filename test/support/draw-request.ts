import {
  COMEBACK_REASONS,
  EVENT_TYPES,
  EXPERIENCE_LEVELS,
  type Comeback,
  type EventType,
  type ExperienceLevel,
} from "../../src/athlete/schema.ts";
import { EFFORT_CAP_PCT } from "../../src/athlete/safety-limits.ts";
import type { EventRequest, PlanRequest } from "../../src/athlete/request.ts";
import { addDays, mondayOnOrAfter, WEEKDAYS, type CalendarDate, type Weekday } from "../../src/base/calendar.ts";
import type { Chance } from "../../src/base/chance.ts";

export const SWEEP_TODAY: CalendarDate = "2026-12-01";

/** Words that riders write as their goal: every kind the planner knows, none, and one it does not know. */
export const GOALS = [
  "",
  "Improve FTP",
  "Lose weight",
  "Get fit",
  "ride further",
  "race",
  "Complete century",
  "something else",
] as const;

/** One of the answers that hold a rider back; days are counted from the plan's first Monday. */
export type Held =
  | { readonly by: "heart" }
  | { readonly by: "limit"; readonly percent: number; readonly days?: number }
  | { readonly by: "comeback"; readonly weeksOff: number; readonly reason: Comeback["reason"] };

/** What a rider answers, each independent of the others: any combination is a request that the program accepts. */
export interface Answers {
  readonly goal: string;
  readonly level: ExperienceLevel;
  readonly weeklyHours: number;
  /** Lower end of a range of hours, as a share of the upper. */
  readonly hoursFloor?: number;
  readonly weekDays: readonly Weekday[];
  readonly minutes?: Partial<Record<Weekday, number>>;
  readonly weightKg: number;
  readonly saysWeight: boolean;
  readonly wattsPerKg: number;
  readonly age?: number;
  readonly strength: 0 | 1 | 2;
  /** Hours ridden now as a share of the hours wanted. */
  readonly recentShare?: number;
  readonly longestRideMinutes?: number;
  readonly ctl?: number;
  readonly atl?: number;
  readonly wPrimeKj?: number;
  readonly isInactive: boolean;
  /** Days since the last FTP test. */
  readonly testAge?: number;
  readonly tests: boolean;
  /** Target FTP as a share of the FTP of now. */
  readonly targetShare?: number;
  readonly weeks: number;
  /** Days from today to the earliest start. */
  readonly startsIn?: number;
  readonly event?: {
    /** 0 is the Monday of the last week. */
    readonly day: number;
    readonly type?: EventType;
    readonly hours?: number;
    readonly days?: number;
  };
  /** What holds the rider back, beside inactivity. */
  readonly held?: Held;
  readonly offs?: readonly { readonly from: number; readonly days: number }[];
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** An object without the entries that are undefined: "not given" is a missing key. */
function given<T extends object>(entries: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const kept: { [K in keyof T]?: Exclude<T[K], undefined> } = {};
  for (const key in entries) if (entries[key] !== undefined) Object.assign(kept, { [key]: entries[key] });
  return kept;
}

/** The request of a rider who gives these answers on `SWEEP_TODAY`. */
export function requestOf(answers: Answers): PlanRequest {
  const { weeklyHours, weeks } = answers;
  const startDate = answers.startsIn === undefined ? undefined : addDays(SWEEP_TODAY, answers.startsIn);
  const monday = mondayOnOrAfter(startDate ?? SWEEP_TODAY);
  const recent = answers.recentShare === undefined ? undefined : Math.min(40, tenth(weeklyHours * answers.recentShare));
  const ftp = Math.max(50, Math.min(600, Math.round(answers.weightKg * answers.wattsPerKg)));
  const time = answers.event === undefined ? { weeks } : { event: eventOf(answers.event, { monday, weeks }) };
  return {
    goal: answers.goal,
    ...time,
    ...given({
      startDate,
      targetFtp: answers.targetShare === undefined ? undefined : Math.round(ftp * answers.targetShare),
    }),
    tests: answers.tests,
    acceptRamp: recent !== undefined && weeklyHours > recent * 2,
    profile: {
      ftp,
      goals: [],
      experience_level: answers.level,
      weekly_hours_available: weeklyHours,
      training_availability: { week_days: [...answers.weekDays], ...given({ max_minutes_by_day: answers.minutes }) },
      strength_per_week: answers.strength,
      ...given({
        weight_kg: answers.saysWeight ? answers.weightKg : undefined,
        age: answers.age,
        weekly_hours_min:
          answers.hoursFloor === undefined ? undefined : Math.max(1.5, tenth(weeklyHours * answers.hoursFloor)),
        unavailable: answers.offs?.map(({ from, days }) => ({
          from: addDays(monday, from),
          to: addDays(monday, from + days - 1),
        })),
        recent_weekly_hours: recent,
        longest_recent_ride_minutes: answers.longestRideMinutes,
        ctl: answers.ctl,
        atl: answers.atl,
        w_prime_kj: answers.wPrimeKj,
        health: healthOf(answers),
        ...heldOf(answers.held, monday),
        ftp_test_date: answers.testAge === undefined ? undefined : addDays(SWEEP_TODAY, -answers.testAge),
      }),
    },
  };
}

function healthOf({ isInactive, held }: Answers): PlanRequest["profile"]["health"] {
  if (!isInactive && held?.by !== "heart") return undefined;
  return { ...(isInactive ? { active: false } : {}), ...(held?.by === "heart" ? { heart_disease: true } : {}) };
}

function heldOf(held: Held | undefined, monday: CalendarDate): Pick<PlanRequest["profile"], "effort_cap" | "comeback"> {
  if (held?.by === "limit")
    return {
      effort_cap: {
        max_power_pct: held.percent,
        ...(held.days === undefined ? {} : { until: addDays(monday, held.days) }),
      },
    };
  return held?.by === "comeback" ? { comeback: { weeks_off: held.weeksOff, reason: held.reason, cleared: true } } : {};
}

const eventOf = (
  { day, ...event }: NonNullable<Answers["event"]>,
  { monday, weeks }: { monday: CalendarDate; weeks: number },
): EventRequest => ({ date: addDays(monday, (weeks - 1) * 7 + day), ...event });

/** A rider anywhere in the accepted space; the same for the same chance. */
export const drawRequest = (chance: Chance): PlanRequest => requestOf(drawAnswers(chance));

function dice(chance: Chance) {
  const real = (key: string, low: number, high: number): number =>
    low + (chance.at(key).below(1_000_000) / 1_000_000) * (high - low);
  return {
    real,
    whole: (key: string, low: number, high: number): number => low + chance.at(key).below(high - low + 1),
    may: (key: string, share: number): boolean => real(key, 0, 1) < share,
    pick: <T>(key: string, items: readonly [T, ...T[]]): T => items[chance.at(key).below(items.length)] ?? items[0],
  };
}
type Dice = ReturnType<typeof dice>;

/** Half of all riders have less than 8 hours, the others any number up to 25. */
function drawHours({ real, may }: Dice): number {
  const isShort = may("short", 0.5);
  const hours = Math.round(real("hours", 1.5, 25) * (isShort ? 5 : 10)) / 10;
  return tenth(Math.max(1.5, Math.min(25, isShort ? hours / 1.6 : hours)));
}

function drawDays(chance: Chance, count: number): Weekday[] {
  const shuffled = WEEKDAYS.map((day) => ({ day, at: chance.at(`day-${day}`).below(1_000_000) })).sort(
    (a, b) => a.at - b.at,
  );
  const chosen = shuffled.slice(0, count).map((entry) => entry.day);
  return WEEKDAYS.filter((day) => chosen.includes(day));
}

/** Half an hour to four hours by fives; now and then a day too short for a ride, a very long one, or an odd number. */
function drawMinutes({ whole, may }: Dice, day: Weekday): number {
  if (may(`tiny-${day}`, 0.02)) return whole(`tiny-minutes-${day}`, 0, 29);
  if (may(`huge-${day}`, 0.03)) return whole(`huge-minutes-${day}`, 241, 720);
  return whole(`minutes-${day}`, 6, 48) * 5 + (may(`odd-${day}`, 0.1) ? whole(`odd-minutes-${day}`, 1, 4) : 0);
}

/** The types that there were when the numbers of riders came into use: a later one is drawn beside them, so that number 285 stays who it was. */
const [FIRST_TYPE, ...OTHER_TYPES] = EVENT_TYPES;
const FIRST_TYPES = [FIRST_TYPE, ...OTHER_TYPES.filter((type) => type !== "cyclocross")] as const;

function drawEvent({ real, whole, may, pick }: Dice): NonNullable<Answers["event"]> {
  return {
    day: whole("event-day", 0, 6),
    ...(may("gives-type", 0.9)
      ? { type: may("cyclocross", 0.08) ? "cyclocross" : pick("event-type", FIRST_TYPES) }
      : {}),
    ...(may("gives-hours", 0.3) ? { hours: tenth(real("event-hours", 0.3, 12)) } : {}),
    ...(may("gives-event-days", 0.05) ? { days: whole("event-days", 1, 6) } : {}),
  };
}

const drawOffs = ({ whole, may }: Dice, weeks: number): NonNullable<Answers["offs"]> =>
  Array.from({ length: whole("offs-count", 1, 3) }, (_, i) => ({
    from: whole(`off-${i}`, 0, weeks * 7 - 1),
    days: whole(`off-length-${i}`, 0, may(`off-long-${i}`, 0.3) ? 16 : 5) + 1,
  }));

/** One rider in ten is held back: keys of their own leave the other draws as they are. */
function drawHeld({ whole, may, pick }: Dice): Held {
  const by = pick<Held["by"]>("held-by", ["heart", "limit", "comeback"]);
  if (by === "heart") return { by };
  if (by === "comeback")
    return { by, weeksOff: whole("weeks-off", 1, 30), reason: pick("off-reason", COMEBACK_REASONS) };
  const percent = whole("cap", EFFORT_CAP_PCT.low, 120);
  return may("cap-ends", 0.5) ? { by, percent, days: whole("cap-days", 0, 120) } : { by, percent };
}

function drawAnswers(chance: Chance): Answers {
  const drawn = dice(chance);
  const { real, whole, may, pick } = drawn;
  const weekDays = drawDays(chance, whole("days", 1, 7));
  const own = pick("own-minutes", ["none", "some", "all"]);
  const timed = weekDays.filter((day) => own === "all" || (own === "some" && may(`own-${day}`, 0.5)));
  const weeks = whole("weeks", 4, 24);
  const ctl = may("gives-ctl", 0.15) ? whole("ctl", 5, 110) : undefined;
  const optional = given({
    hoursFloor: may("range", 0.3) ? real("range-low", 0.6, 1) : undefined,
    minutes: own === "none" ? undefined : Object.fromEntries(timed.map((day) => [day, drawMinutes(drawn, day)])),
    age: may("gives-age", 0.8) ? whole("age", 18, 80) : undefined,
    recentShare: may("gives-recent", 0.5) ? (may("rode-nothing", 0.03) ? 0 : real("recent", 0.2, 1.6)) : undefined,
    longestRideMinutes: may("gives-longest", 0.3) ? whole("longest", 4, 48) * 5 : undefined,
    ctl,
    atl: ctl !== undefined && may("gives-atl", 0.3) ? Math.round(ctl * real("atl", 0.6, 1.3)) : undefined,
    wPrimeKj: may("gives-w-prime", 0.05) ? whole("w-prime", 8, 30) : undefined,
    testAge: may("fresh-test", 0.2) ? whole("test-age", 0, 60) : undefined,
    targetShare: may("gives-target", 0.1) ? real("target", 1, 1.4) : undefined,
    startsIn: may("starts-later", 0.1) ? whole("starts-in", 1, 60) : undefined,
    event: may("has-event", 0.6) ? drawEvent(drawn) : undefined,
    offs: may("offs", 0.3) ? drawOffs(drawn, weeks) : undefined,
    held: may("held-back", 0.1) ? drawHeld(drawn) : undefined,
  });
  return {
    goal: pick("goal", GOALS),
    level: pick("level", EXPERIENCE_LEVELS),
    weeklyHours: drawHours(drawn),
    weekDays,
    weightKg: Math.round(real("weight", 45, 110)),
    saysWeight: may("says-weight", 0.9),
    wattsPerKg: real("wkg", 0.8, 6),
    strength: pick("strength", [0, 0, 1, 2]),
    isInactive: may("careful", 0.05),
    tests: may("tests", 0.85),
    weeks,
    ...optional,
  };
}
