import { sum } from "../base/numbers.ts";
import { secondsAbove } from "../load/zones.ts";
import type { Phase } from "../plan/schema.ts";
import { phaseSpans } from "../report/season.ts";
import type { PlanView } from "../rules/view.ts";
import { EASY_TOP, FIRM_TOP } from "./profile.ts";

/** How hard a phase is: shares of its riding in percent that add up to 100; the event is not counted. */
export interface PhaseZones {
  readonly phase: Phase;
  readonly easy: number;
  readonly firm: number;
  readonly hard: number;
}

/** Shares as whole percents that still add up to 100: what rounding leaves over goes where most was cut off. */
function wholePercents(values: readonly number[]): number[] {
  const total = sum(values);
  if (total === 0) return values.map(() => 0);
  const exact = values.map((value) => (100 * value) / total);
  const whole = exact.map(Math.floor);
  const order = exact
    .map((_, i) => i)
    .sort((a, b) => (exact[b] ?? 0) - (whole[b] ?? 0) - ((exact[a] ?? 0) - (whole[a] ?? 0)));
  const left = 100 - sum(whole);
  return whole.map((value, i) => value + (order.indexOf(i) < left ? 1 : 0));
}

/** The phases of a plan with the time that is ridden easy, firm and hard. */
export const phasesInZones = (view: PlanView): PhaseZones[] =>
  phaseSpans(view.weeks).flatMap(({ phase, weeks }) => {
    const steps = weeks.flatMap((week) => week.rides.flatMap(({ measure }) => measure.steps));
    const all = sum(steps.map(({ seconds }) => seconds));
    const aboveEasy = sum(steps.map((step) => secondsAbove(step, EASY_TOP)));
    const aboveFirm = sum(steps.map((step) => secondsAbove(step, FIRM_TOP)));
    const [easy = 0, firm = 0, hard = 0] = wholePercents([all - aboveEasy, aboveEasy - aboveFirm, aboveFirm]);
    return all === 0 ? [] : [{ phase, easy, firm, hard }];
  });
