import type { Rider } from "../../athlete/rider.ts";
import { formOf, nextFitness, type Fitness } from "../../load/fitness.ts";
import { EVENT_FITNESS_LOSS, EVENT_FORM } from "../../rules/limits.ts";
import { styleOf } from "../intake/events.ts";
import { eventLoadOn } from "../season/event-weeks.ts";
import type { Season } from "../season/season.ts";
import type { PlanBasis } from "./plan-basis.ts";
import { weeksBeforeTaper, weeksToEnd, type WeeksSoFar } from "./plan-weeks.ts";
import { rideLoadOn, startWithSport, type PlannedWeek } from "./progress.ts";

/** A season with its weeks planned. */
export interface PlannedSeason {
  readonly season: Season;
  readonly planned: readonly PlannedWeek[];
}

/** The same with what its weeks leave to those behind them. */
interface PlannedLeg extends WeeksSoFar {
  readonly season: Season;
}

/** Shares of riding that a taper may cut, the least first: each costs fitness (training science 3.4). */
const CUTS = [0.43, 0.5, 0.57];
/** Form wanted on the morning is that of the event's style, but no more than this share of fitness: who has little has little to shed. */
const FORM_OF_FITNESS = 0.12;
const LEAST_FORM = 2;
/** Where a taper would leave more form than this, or cost more than this part of fitness, a shorter one is tried (3.4). */
const TOO_LONG = { form: EVENT_FORM.high - 3, fitnessLoss: EVENT_FITNESS_LOSS.usual };

/**
 * The season with the first of these tapers, and in it the least cut, that leaves the form that the event wants at no more than
 * its price: every day and every cut more costs fitness. Where none does, the one with the best form.
 */
export function seasonWithTaper(
  lengths: readonly number[],
  basisOf: (taperDays: number) => PlanBasis,
  from?: WeeksSoFar,
): PlannedLeg {
  let best: { plan: PlannedLeg; form: number } | undefined;
  let before: { weeks: WeeksSoFar; season: Season } | undefined;
  for (const [i, days] of lengths.entries()) {
    const hasShorter = lengths.slice(i + 1).some((later) => later < days);
    const basis = basisOf(days);
    const { season, rider, tuning } = basis;
    const weeks =
      before !== undefined && startsAlike(before.season, season) ? before.weeks : weeksBeforeTaper(basis, from);
    before = { weeks, season };
    for (const taperCut of tuning.taperCut === undefined ? CUTS : [tuning.taperCut]) {
      const plan = { season, ...weeksToEnd({ ...basis, tuning: { ...tuning, taperCut } }, weeks) };
      const morning = eventMorning(plan, rider);
      const form = formOf(morning);
      if (hasShorter && costsTooMuch(plan, rider, morning)) break;
      if (form >= formWanted(basis, morning)) return plan;
      if (best === undefined || form > best.form) best = { plan, form };
    }
  }
  if (best === undefined) throw new Error("no taper was tried");
  return best.plan;
}

function costsTooMuch(plan: PlannedSeason, rider: Rider, morning: Fitness): boolean {
  const { ctl } = fitnessOn(plan, rider, plan.season.taperFrom);
  return formOf(morning) > TOO_LONG.form || morning.ctl < ctl * (1 - TOO_LONG.fitnessLoss);
}

function formWanted({ season }: PlanBasis, { ctl }: Fitness): number {
  const wanted = season.event === undefined ? 0 : styleOf(season.event).leastForm;
  return Math.min(wanted, Math.max(LEAST_FORM, ctl * FORM_OF_FITNESS));
}

/** Two seasons whose weeks before the taper are the same: a taper one day longer often begins in the same week. */
const startsAlike = (a: Season, b: Season): boolean =>
  Math.floor(a.taperFrom / 7) === Math.floor(b.taperFrom / 7) &&
  a.weeks.every((week, i) => week.kind === b.weeks[i]?.kind && week.phase === b.weeks[i].phase);

/** Fitness and fatigue on the morning of the event, as planned, other sport among them. */
export const eventMorning = (plan: PlannedSeason, rider: Rider): Fitness =>
  fitnessOn(plan, rider, plan.season.eventDay ?? plan.season.weeks.length * 7);

/** Fitness and fatigue on the morning of a day of the plan, other sport among them. */
function fitnessOn({ season, planned }: PlannedSeason, rider: Rider, morning: number): Fitness {
  let fitness = startWithSport(rider);
  for (let day = 0; day < morning; day++) {
    const entry = planned[Math.floor(day / 7)];
    const week = season.weeks[Math.floor(day / 7)];
    const load = entry === undefined ? 0 : rideLoadOn(entry, day % 7);
    const beside = week === undefined ? 0 : eventLoadOn(week, day % 7) + (week.given.days[day % 7]?.sportLoad ?? 0);
    fitness = nextFitness(fitness, load + beside);
  }
  return fitness;
}
