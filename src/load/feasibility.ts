import type { ExperienceLevel } from "../athlete/schema.ts";
import type { Step } from "../workout/expand.ts";
import { lowestWBalance } from "./w-balance.ts";
import { LOW_TOP, secondsAbove } from "./zones.ts";
import { ROUNDING_ERROR } from "../base/numbers.ts";

/** The three rider levels, from the most careful limits to the widest. */
export const RIDER_LEVELS = ["beginner", "intermediate", "advanced"] as const satisfies readonly ExperienceLevel[];

type ByLevel = Readonly<Record<ExperienceLevel, number>>;

export interface EffortLimit {
  readonly name: string;
  /** Powers above this fraction of FTP count, however high: harder work uses up the easier limits too. */
  readonly floor: number;
  /** Longest single effort, and all of them together in one session. Seconds. */
  readonly single: ByLevel;
  readonly total: ByLevel;
}

const minutes = (beginner: number, intermediate: number, advanced: number): ByLevel => ({
  beginner: Math.round(beginner * 60),
  intermediate: Math.round(intermediate * 60),
  advanced: Math.round(advanced * 60),
});

/** What a rider of each level can finish in one session (training science 5.2; W' of 70 s and Sitko 2022). */
export const EFFORT_LIMITS: readonly EffortLimit[] = [
  { name: "76-87 %", floor: LOW_TOP, single: minutes(40, 60, 90), total: minutes(60, 100, 150) },
  { name: "88-94 %", floor: 0.87, single: minutes(20, 30, 45), total: minutes(40, 70, 100) },
  { name: "95-100 %", floor: 0.94, single: minutes(10, 20, 30), total: minutes(24, 45, 60) },
  { name: "101-105 %", floor: 1, single: minutes(6, 10, 16), total: minutes(16, 32, 40) },
  { name: "106-110 %", floor: 1.05, single: minutes(4, 6, 8), total: minutes(12, 25, 32) },
  { name: "111-120 %", floor: 1.1, single: minutes(2, 4, 5), total: minutes(8, 18, 25) },
  { name: "121-150 %", floor: 1.2, single: minutes(0.5, 1, 2), total: minutes(2, 8, 12) },
  { name: "over 150 %", floor: 1.5, single: minutes(1 / 6, 0.25, 0.5), total: minutes(1, 2, 4) },
];

/**
 * Short intervals with rests between them: efforts of a minute or less at 111 to 120 % (to 125 % for advanced riders) may add up to
 * 20 minutes of "on" time, whatever the longer limits say (training science 5.2 and 8b). Powers are fractions of FTP.
 */
export const SHORT_EFFORTS = {
  seconds: 60,
  floor: 1.1,
  top: { beginner: 1.2, intermediate: 1.2, advanced: 1.25 } satisfies ByLevel,
  total: minutes(20, 20, 25),
} as const;

/** The share of W' that a ladder must leave, and any other ride (rule 34). Tests are exempt: they are meant to empty it. */
export const W_BALANCE_FLOOR = { ladder: 0.1, any: 0 } as const;

/** One limit that a workout breaks. Seconds. */
export interface EffortExcess {
  readonly limit: string;
  readonly kind: "single" | "total";
  readonly seconds: number;
  readonly allowed: number;
}

/** Longest time without a break above `floor`. */
function longestAbove(steps: readonly Step[], floor: number): number {
  let run = 0;
  let longest = 0;
  for (const step of steps) {
    const above = secondsAbove(step, floor);
    const isWhole = above >= step.seconds - ROUNDING_ERROR;
    if (isWhole) run += above;
    else if (above > 0 && step.end > step.start) run = above;
    else {
      longest = Math.max(longest, run + above);
      run = 0;
    }
    longest = Math.max(longest, run);
  }
  return longest;
}

/** Steps of a minute or less at the powers of short intervals, between two easier ones. */
function shortEfforts(steps: readonly Step[], level: ExperienceLevel): Set<Step> {
  const isAbove = (step: Step | undefined): boolean =>
    step !== undefined && Math.max(step.start, step.end) > SHORT_EFFORTS.floor + ROUNDING_ERROR;
  return new Set(
    steps.filter(
      (step, i) =>
        step.seconds <= SHORT_EFFORTS.seconds &&
        isAbove(step) &&
        step.start === step.end &&
        step.start <= SHORT_EFFORTS.top[level] + ROUNDING_ERROR &&
        !isAbove(steps[i - 1]) &&
        !isAbove(steps[i + 1]),
    ),
  );
}

const totalAbove = (steps: readonly Step[], floor: number): number => {
  let seconds = 0;
  for (const step of steps) seconds += secondsAbove(step, floor);
  return seconds;
};

/** Every limit of 5.2 that these steps break for a rider of this level; empty where they are feasible. */
export function effortExcesses(steps: readonly Step[], level: ExperienceLevel): EffortExcess[] {
  const excesses: EffortExcess[] = [];
  const note = (excess: EffortExcess): void => {
    if (excess.seconds > excess.allowed + ROUNDING_ERROR) excesses.push(excess);
  };
  const highest = steps.reduce((most, { start, end }) => Math.max(most, start, end), 0);
  const short = highest > SHORT_EFFORTS.floor ? shortEfforts(steps, level) : NONE;
  const longer = short.size === 0 ? steps : steps.filter((step) => !short.has(step));
  for (const { name, floor, single, total: most } of EFFORT_LIMITS) {
    if (floor >= highest) break;
    note({ limit: name, kind: "single", seconds: longestAbove(steps, floor), allowed: single[level] });
    note({ limit: name, kind: "total", seconds: totalAbove(longer, floor), allowed: most[level] });
  }
  if (short.size > 0)
    note({
      limit: "short efforts at 111-120 %",
      kind: "total",
      seconds: totalAbove([...short], SHORT_EFFORTS.floor) + totalAbove(longer, SHORT_EFFORTS.floor),
      allowed: SHORT_EFFORTS.total[level],
    });
  return excesses;
}

const NONE: ReadonlySet<Step> = new Set();

/** Rider levels who can finish these steps: inside every limit of 5.2 and with W' to spare. */
export function feasibleFor(steps: readonly Step[], wBalanceFloor: number = W_BALANCE_FLOOR.ladder): ExperienceLevel[] {
  if (lowestWBalance(steps) < wBalanceFloor - ROUNDING_ERROR) return [];
  return RIDER_LEVELS.filter((level) => effortExcesses(steps, level).length === 0);
}
