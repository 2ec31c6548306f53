import fc from "fast-check";
import type { PlanRequest } from "../../src/athlete/request.ts";
import { EFFORT_CAP_PCT } from "../../src/athlete/safety-limits.ts";
import { ACCEPTED } from "../../src/athlete/accepted-range.ts";
import { COMEBACK_REASONS, EVENT_TYPES, EXPERIENCE_LEVELS } from "../../src/athlete/schema.ts";
import { WEEKDAYS } from "../../src/base/calendar.ts";
import { isTypical } from "../../scripts/sweep/typical.ts";
import { GOALS, requestOf, type Answers } from "../support/draw-request.ts";

const whole = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });
/** A number by steps of 1 / `parts`: it shrinks towards `min` like a whole number. */
const parts = (min: number, max: number, of: number): fc.Arbitrary<number> =>
  whole(Math.round(min * of), Math.round(max * of)).map((value) => value / of);

const { weeklyHours, weeks, age, dayMinutes } = ACCEPTED;
const LAST_DAY = weeks.high * 7 - 1;

/** Minutes of their own for a few or all weekdays, also for days that the rider did not choose. */
const minutesOf = (minutes: fc.Arbitrary<number>): fc.Arbitrary<NonNullable<Answers["minutes"]>> =>
  fc.dictionary(fc.constantFrom(...WEEKDAYS), minutes, { noNullPrototype: true });

const event: fc.Arbitrary<NonNullable<Answers["event"]>> = fc.record(
  {
    day: whole(0, 6),
    type: fc.constantFrom(...EVENT_TYPES),
    hours: parts(0.3, 14, 10),
    days: whole(1, 6),
  },
  { requiredKeys: ["day"], noNullPrototype: true },
);

const anyAnswers = {
  goal: fc.constantFrom(...GOALS),
  level: fc.constantFrom(...EXPERIENCE_LEVELS),
  weeklyHours: parts(weeklyHours.low, weeklyHours.high, 10),
  weekDays: fc.subarray([...WEEKDAYS], { minLength: 1 }),
  weightKg: whole(45, 110),
  saysWeight: fc.boolean(),
  wattsPerKg: parts(0.8, 6, 100),
  strength: fc.constantFrom(0 as const, 1 as const, 2 as const),
  isInactive: fc.boolean(),
  tests: fc.boolean(),
  weeks: whole(weeks.low, weeks.high),
  hoursFloor: parts(0.5, 1, 100),
  minutes: minutesOf(fc.oneof(whole(30, 240), whole(dayMinutes.low, dayMinutes.high))),
  age: whole(age.low, 80),
  recentShare: parts(0, 2.5, 100),
  longestRideMinutes: whole(0, 480),
  ctl: whole(0, 130),
  atl: whole(0, 150),
  wPrimeKj: whole(6, 40),
  testAge: whole(0, 90),
  targetShare: parts(0.9, 1.6, 100),
  startsIn: whole(0, 90),
  event,
  held: fc.oneof(
    fc.constant({ by: "heart" } as const),
    fc.record({ by: fc.constant("limit" as const), percent: whole(EFFORT_CAP_PCT.low, EFFORT_CAP_PCT.high) }),
    fc.record({
      by: fc.constant("comeback" as const),
      weeksOff: whole(0, 52),
      reason: fc.constantFrom(...COMEBACK_REASONS),
    }),
  ),
  offs: fc.array(fc.record({ from: whole(0, LAST_DAY), days: whole(1, 21) }), { minLength: 1, maxLength: 3 }),
};

/** Answers that every request has; the others are given or not. */
const ALWAYS: readonly (keyof Answers)[] = [
  ...(["goal", "level", "weeklyHours", "weekDays", "weightKg", "saysWeight"] as const),
  ...(["wattsPerKg", "strength", "isInactive", "tests", "weeks"] as const),
];

type AnswerArbitraries = { [K in keyof Answers]-?: fc.Arbitrary<NonNullable<Answers[K]>> };
const answersFrom = (arbitraries: AnswerArbitraries): fc.Arbitrary<Answers> =>
  fc.record<Answers>(arbitraries, { requiredKeys: [...ALWAYS], noNullPrototype: true });

/**
 * Riders from the whole accepted space, each answer free of the others. A failing rider shrinks to the one with the fewest
 * answers, the fewest days and the smallest numbers that still fails.
 */
export const athletes: fc.Arbitrary<PlanRequest> = answersFrom(anyAnswers).map(requestOf);

/** Minutes that make a training day. */
const fairDay = whole(45, 240);

/** Riders as most are, for plans of so many weeks, half of them with an event. What contradicts itself is left out by `isTypical`. */
export function typicalAthletes(weeksOf: { fewest: number; most: number }): fc.Arbitrary<PlanRequest> {
  const usual = {
    ...anyAnswers,
    weeklyHours: parts(4, 12, 10),
    weekDays: fc.subarray([...WEEKDAYS], { minLength: 3, maxLength: 5 }),
    minutes: minutesOf(fairDay),
    weeks: whole(weeksOf.fewest, weeksOf.most),
    isInactive: fc.constant(false),
    recentShare: parts(0.5, 1.5, 100),
    longestRideMinutes: whole(45, 300),
    ctl: whole(15, 80),
    atl: whole(15, 80),
    startsIn: fc.constant(0),
    offs: fc.array(fc.record({ from: whole(0, weeksOf.most * 7 - 1), days: whole(1, 7) }), {
      minLength: 1,
      maxLength: 1,
    }),
  };
  return answersFrom(usual).map(requestOf).filter(isTypical);
}
