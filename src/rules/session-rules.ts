import { otherHoursExcuse } from "./week-figures.ts";
import { effortExcesses, W_BALANCE_FLOOR } from "../load/feasibility.ts";
import { lowestWBalance } from "../load/w-balance.ts";
import { LOW_TOP, secondsAbove } from "../load/zones.ts";
import type { Step } from "../workout/expand.ts";
import { labelProblem } from "./label.ts";
import { LADDER, REPEAT_DAYS, WARM_UP } from "./limits.ts";
import { rule, type Found } from "./rule.ts";
import { isInTaper, taperStart, type DayView, type PlanView, type RideView, type WeekView } from "./view.ts";
import { isReducedId } from "../workout/reduced-id.ts";
import { ROUNDING_ERROR } from "../base/numbers.ts";

/** Findings for planned rides: the event, and rides that happen anyway, are left out. */
function ridesWhere(view: PlanView, find: (ride: RideView) => Pick<Found, "message" | "numbers"> | undefined): Found[] {
  const all: Found[] = [];
  for (const day of view.days)
    for (const ride of day.rides) {
      const found = ride.isEvent || ride.isFixed ? undefined : find(ride);
      if (found === undefined) continue;
      all.push({ week: day.week, date: day.date, ...found, message: `"${ride.workout.name}": ${found.message}` });
    }
  return all;
}

const feasibility = rule({
  id: "feasible-efforts",
  number: 33,
  title: "Every effort can be ridden at this rider's level",
  severity: "hard",
  class: "safety",
  reads: ["athlete"],
  source: "Sitko 2022 (time to exhaustion at FTP), W' of 70 s at FTP; training science 5.2",
  evidence: "measured",
  check: (view) =>
    ridesWhere(view, (ride) => {
      if (ride.isTest) return undefined;
      const excess = effortExcesses(ride.measure.steps, view.rider.level)[0];
      return excess === undefined
        ? undefined
        : {
            message: `${excess.kind === "single" ? "one effort" : "all efforts"} at ${excess.limit}: ${Math.round(excess.seconds)} s, ${excess.allowed} at most`,
            numbers: { seconds: Math.round(excess.seconds), limit: excess.allowed },
          };
    }),
});

const wBalance = rule({
  id: "w-balance",
  number: 34,
  title: "No session empties the rider's reserve above FTP",
  severity: "hard",
  class: "safety",
  reads: [],
  source: "Skiba 2012, Clarke and Skiba 2015 (differential model); CP = FTP, W' = 70 s at FTP unless given",
  evidence: "measured",
  check: (view) =>
    ridesWhere(view, (ride) => {
      if (ride.isTest) return undefined;
      const floor = ride.workout.level === undefined ? W_BALANCE_FLOOR.any : W_BALANCE_FLOOR.ladder;
      const left = lowestWBalance(ride.measure.steps);
      return left < floor - ROUNDING_ERROR
        ? {
            message: `${Math.round(left * 100)} % of W' left at the hardest point, ${floor * 100} at least`,
            numbers: { left: Math.round(left * 100), limit: floor * 100 },
          }
        : undefined;
    }),
});

const honestLabel = rule({
  id: "honest-label",
  number: 35,
  title: "A workout is what its type says",
  severity: "hard",
  class: "integrity",
  reads: [],
  source: "What a ride must hold to be called so; training science 8, rule 35",
  evidence: "definition",
  check: (view) =>
    ridesWhere(view, (ride) => {
      if (ride.isTest || ride.workout.role === "openers") return undefined;
      const problem = labelProblem(ride.workout.type, ride.measure.steps, ride.measure);
      return problem === undefined
        ? undefined
        : {
            message: `called ${ride.workout.type}, but ${problem.asks}: ${Math.round(problem.found * 100) / 100}, ${problem.limit} asked`,
            numbers: { found: Math.round(problem.found * 1000) / 1000, limit: problem.limit },
          };
    }),
});

/** Seconds before the first step above a power, and after the last. */
function around(steps: readonly Step[], power: number): { before: number; after: number } | undefined {
  let clock = 0;
  let first: number | undefined;
  let last = 0;
  for (const step of steps) {
    const above = secondsAbove(step, power);
    if (above > 0) {
      first ??= clock + (step.end > step.start ? step.seconds - above : 0);
      last = clock + (step.end < step.start ? above : step.seconds);
    }
    clock += step.seconds;
  }
  return first === undefined ? undefined : { before: first, after: clock - last };
}

const warmUp = rule({
  id: "warm-up",
  number: 41,
  title: "Hard efforts have a warm-up of 8 minutes and a cool-down of 5",
  severity: "hard",
  class: "safety",
  reads: [],
  source: "Coaching custom: warm-ups of 10 to 20 minutes, 8 where a day is short; training science 5.1",
  evidence: "convention",
  check: (view) =>
    ridesWhere(view, (ride) => {
      const edges = around(ride.measure.steps, WARM_UP.before);
      if (edges === undefined || (edges.before >= WARM_UP.seconds - 1 && edges.after >= WARM_UP.coolDownSeconds - 1))
        return undefined;
      return {
        message: `${Math.round(edges.before / 6) / 10} min before the first effort above 90 %, ${Math.round(edges.after / 6) / 10} after the last`,
        numbers: { before_seconds: Math.round(edges.before), after_seconds: Math.round(edges.after) },
      };
    }),
});

/** A ride of a hard type that stands on a ladder: tests, openers and the event are none. */
export const isQuality = (ride: RideView): boolean =>
  !ride.isEvent &&
  !ride.isTest &&
  !ride.isFixed &&
  ride.workout.role !== "openers" &&
  ["tempo", "sweetspot", "threshold", "vo2max", "mixed"].includes(ride.workout.type);

/** Days of a taper; where a plan has one event, all behind its start. */
const isTapering = (view: PlanView, day: number): boolean =>
  view.events.length > 1 ? isInTaper(view, day) : day >= taperStart(view);

const ladder = rule({
  id: "ladder-steps",
  number: 30,
  title: "Ladders rise step by step and do not fall back within a phase",
  severity: "hard",
  class: "shape",
  reads: ["levels", "phases"],
  source: "Progressive overload, one step for each session that went well; training science 5.1",
  evidence: "convention",
  check: (view) => {
    const last = new Map<
      string,
      { level: number; phase: string; day: DayView; history: { level: number; day: number }[] }
    >();
    const found: Found[] = [];
    for (const week of view.weeks) {
      if (week.isRecovery || week.isTaper) continue;
      for (const day of week.days.filter(({ index }) => !isTapering(view, index)))
        for (const { workout } of day.rides.filter(isQuality)) {
          const { family, level } = workout;
          if (family === undefined || level === undefined || isReducedId(workout.library_workout_id)) continue;
          const before = last.get(family);
          const recent = (before?.history ?? []).filter((entry) => day.index - entry.day <= LADDER.days);
          const lowest = Math.min(level, ...recent.map((entry) => entry.level));
          const inPhase = before?.phase === week.week.phase ? before.level : undefined;
          const fell = inPhase !== undefined && level < inPhase;
          if (fell || level - lowest > LADDER.levels)
            found.push({
              week: week.number,
              date: day.date,
              message: fell
                ? `${family} falls from level ${inPhase} to ${level} within the phase`
                : `${family} rises by ${level - lowest} levels in 14 days`,
              numbers: { level, from_level: fell ? inPhase : lowest },
              excuse:
                week.daysOff > 0
                  ? { reason: "days off made this week shorter", numbers: { days_off: week.daysOff } }
                  : otherHoursExcuse([week]),
            });
          last.set(family, { level, phase: week.week.phase, day, history: [...recent, { level, day: day.index }] });
        }
    }
    return found;
  },
});

const stepKey = (ride: RideView): string =>
  ride.measure.steps.map((step) => `${step.seconds}@${step.start}-${step.end}`).join();
/** The hard part alone: easy riding that fills a session up does not make it another. */
const workKey = (ride: RideView): string =>
  ride.measure.steps
    .filter((step) => Math.max(step.start, step.end) > LOW_TOP)
    .map((step) => `${step.seconds}@${step.start}`)
    .join();

const variety = rule({
  id: "variety",
  number: 32,
  title: `No hard workout comes again within ${REPEAT_DAYS} days`,
  severity: "scored",
  class: "quality",
  reads: [],
  source: "The same work again asks for nothing new; training science 8, rule 32",
  evidence: "convention",
  check: (view) => {
    const last = new Map<string, number>();
    return view.days.flatMap((day) =>
      day.rides.filter(isQuality).flatMap((ride) => {
        const key = workKey(ride) || stepKey(ride);
        const before = last.get(key);
        last.set(key, day.index);
        return before !== undefined && day.index - before < REPEAT_DAYS
          ? [
              {
                week: day.week,
                date: day.date,
                message: `"${ride.workout.name}" again after ${day.index - before} days`,
                numbers: { days: day.index - before, limit: REPEAT_DAYS },
              },
            ]
          : [];
      }),
    );
  },
});

/** Seconds above 75 % of FTP by ladder, or by type where no ladder is named. */
function workByLadder(week: WeekView | undefined): Map<string, number> {
  const work = new Map<string, number>();
  for (const ride of (week?.rides ?? []).filter(isQuality)) {
    const key = ride.workout.family ?? ride.workout.type;
    work.set(key, (work.get(key) ?? 0) + ride.measure.zones.mid + ride.measure.zones.high);
  }
  return work;
}

const overload = rule({
  id: "overload",
  number: 31,
  title: "The hard work of a ladder does not shrink from load week to load week",
  severity: "scored",
  class: "quality",
  reads: [],
  source: "Progressive overload; training science 8, rule 31",
  evidence: "convention",
  check: (view) =>
    view.weeks.flatMap((week, i) => {
      const before = view.weeks[i - 1];
      if (!week.isLoad || before?.isLoad !== true || before.week.phase !== week.week.phase || week.touchesTaper)
        return [];
      const now = workByLadder(week);
      return [...workByLadder(before)].flatMap(([ladder, seconds]) => {
        const held = now.get(ladder);
        return held !== undefined && held < seconds * 0.95
          ? [
              {
                week: week.number,
                message: `${ladder.replaceAll("_", " ")}: ${Math.round(held / 60)} min of work after ${Math.round(seconds / 60)} the week before`,
                numbers: { minutes: Math.round(held / 60), before: Math.round(seconds / 60) },
              },
            ]
          : [];
      });
    }),
});

export const SESSION_RULES = [feasibility, wBalance, honestLabel, warmUp, ladder, overload, variety] as const;
