import { weekdayIndex } from "../../base/calendar.ts";
import { sum } from "../../base/numbers.ts";
import { formOf, nextFitness, type Fitness } from "../../load/fitness.ts";
import type { PlanEvent } from "../../plan/schema.ts";
import { TAPER_DAYS } from "../../rules/limits.ts";
import { styleOf } from "../intake/events.ts";
import type { Season } from "../season/season.ts";
import type { PlanBasis } from "./plan-basis.ts";
import { planWeeks, weeksBeforeTaper, type WeeksSoFar } from "./plan-weeks.ts";
import type { PlannedWeek } from "./progress.ts";

/** A season with its weeks planned. */
export interface PlannedSeason {
  readonly basis: PlanBasis;
  readonly planned: readonly PlannedWeek[];
}

/** Shares of riding that a taper may cut, the least first: each costs fitness (training science 3.4). */
const CUTS = [0.43, 0.5, 0.57];
/** Form wanted on the morning is that of the event's style, but no more than this share of fitness: who has little has little to shed. */
const FORM_OF_FITNESS = 0.12;
const LEAST_FORM = 2;

/** Little fitness and a short event need no long taper; a short plan has no room for one (training science 3.1, 3.4). Days. */
function longestTaper(event: PlanEvent, { startingCtl, weeks }: { startingCtl: number; weeks: number }): number {
  const usual = styleOf(event).taperDays;
  if (weeks > 8 && (startingCtl >= 45 || event.hours > 3)) return usual;
  return Math.max(TAPER_DAYS.fewest, Math.min(usual, weeks <= 6 ? TAPER_DAYS.fewest : 8));
}

/** Two days of taper at the end of a week are neither a load week nor a taper week: one day more makes it a taper week. */
const wholeTaper = (event: PlanEvent, days: number): number =>
  days - weekdayIndex(event.date) === 2 ? days + 1 : days;

/** Lengths of taper to try for an event, the shortest first. Days. */
export function taperLengths(event: PlanEvent, rider: { startingCtl: number; weeks: number }): number[] {
  const longest = wholeTaper(event, longestTaper(event, rider));
  const all = Array.from({ length: longest - TAPER_DAYS.fewest + 1 }, (_, i) =>
    wholeTaper(event, TAPER_DAYS.fewest + i),
  );
  return [...new Set(all)];
}

/**
 * The season with the shortest taper, and in it the least cut, that leaves the form that the event wants: every day and every
 * cut more costs fitness. Where none does, the one with the best form.
 */
export function withShortestTaper(
  lengths: readonly number[],
  basisOf: (taperDays: number) => PlanBasis,
): PlannedSeason {
  let best: { season: PlannedSeason; form: number } | undefined;
  let before: { weeks: WeeksSoFar; season: Season } | undefined;
  for (const days of lengths) {
    const basis = basisOf(days);
    const weeks =
      before !== undefined && startsAlike(before.season, basis.season) ? before.weeks : weeksBeforeTaper(basis);
    before = { weeks, season: basis.season };
    for (const taperCut of basis.taperCut === undefined ? CUTS : [basis.taperCut]) {
      const season = { basis: { ...basis, taperCut }, planned: planWeeks({ ...basis, taperCut }, weeks) };
      const morning = eventMorning(season);
      if (formOf(morning) >= formWanted(basis, morning)) return season;
      if (best === undefined || formOf(morning) > best.form) best = { season, form: formOf(morning) };
    }
  }
  if (best === undefined) throw new Error("no taper was tried");
  return best.season;
}

function formWanted({ season }: PlanBasis, { ctl }: Fitness): number {
  const wanted = season.event === undefined ? 0 : styleOf(season.event).form.low;
  return Math.min(wanted, Math.max(LEAST_FORM, ctl * FORM_OF_FITNESS));
}

/** Two seasons whose weeks before the taper are the same: a taper one day longer often begins in the same week. */
const startsAlike = (a: Season, b: Season): boolean =>
  Math.floor(a.taperFrom / 7) === Math.floor(b.taperFrom / 7) &&
  a.weeks.every((week, i) => week.kind === b.weeks[i]?.kind && week.phase === b.weeks[i].phase);

/** Fitness and fatigue on the morning of the event, as planned. */
export function eventMorning({ basis: { rider, season }, planned }: PlannedSeason): Fitness {
  let fitness: Fitness = { ctl: rider.startingCtl, atl: rider.startingAtl };
  for (let day = 0; day < (season.eventDay ?? season.weeks.length * 7); day++) {
    const rides = planned[Math.floor(day / 7)]?.rides ?? [];
    const load = sum(rides.filter((ride) => ride.weekday === day % 7).map((ride) => ride.loadAt(ride.minutes)));
    fitness = nextFitness(fitness, load);
  }
  return fitness;
}
