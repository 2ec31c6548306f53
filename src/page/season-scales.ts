import { scaleBand, scaleLinear, type ScaleBand, type ScaleLinear } from "d3-scale";
import type { Phase } from "../plan/schema.ts";
import type { SeasonModel } from "./season-model.ts";

/** The name of each phase's pattern and colour. */
export const LETTERS: Readonly<Record<Phase, string>> = { base: "b", build: "u", peak: "k", taper: "t" };

/** Heights in pixels, top down: flags and "now", bars, numbers, bands with labels, fitness, form, months. */
export const BARS = { top: 34, height: 140 };
export const NUMBERS = BARS.top + BARS.height + 18;
export const BAND = { top: NUMBERS + 8, height: 10, label: NUMBERS + 34 };
const CURVES = { top: BAND.label + 34, gap: 30, most: 130 };
/** Pixels of a point of fitness or form: one scale for both, never more than this. */
const MOST_PER_POINT = 2.6;
/** Room below the form for its figures and the months. */
const FOOT = 40;

/** Where everything of a season stands. */
export interface Scales {
  readonly x: ScaleBand<number>;
  readonly hours: ScaleLinear<number, number>;
  readonly perPoint: number;
  /** Where form is 0, and the top of the fitness panel with the fitness that it stands for. */
  readonly zero: number;
  readonly fitnessTop: number;
  readonly highest: number;
  readonly height: number;
}

export const percent = (value: number): string => `${Math.round(value * 100) / 100}%`;
export const px = (value: number): number => Math.round(value * 10) / 10;

/** One scale of weeks, one of hours, and one for points of fitness and form. */
export function scalesOf({ weeks, fitness, startFitness }: SeasonModel): Scales {
  const most = Math.max(
    1,
    ...weeks.map(({ plannedMinutes, riddenMinutes = 0 }) => Math.max(plannedMinutes, riddenMinutes)),
  );
  const values = [startFitness, ...fitness.map(({ value }) => value)];
  const [highest, lowest] = [Math.max(...values), Math.min(...values)];
  const forms = weeks.map(({ form }) => form);
  const [best, worst] = [Math.max(4, ...forms), Math.min(-4, ...forms)];
  const perPoint = Math.min(MOST_PER_POINT, CURVES.most / (highest - lowest + best - worst));
  const fitnessTop = CURVES.top;
  const zero = fitnessTop + (highest - lowest) * perPoint + CURVES.gap + best * perPoint;
  return {
    x: scaleBand(
      weeks.map(({ number }) => number),
      [0, 100],
    )
      .paddingInner(0.22)
      .paddingOuter(0.08),
    hours: scaleLinear([0, most / 60], [BARS.height, 0]),
    perPoint,
    zero,
    fitnessTop,
    highest,
    height: Math.round(zero - worst * perPoint + FOOT),
  };
}

/** The middle of a week, in percent of the width. */
export const middle = ({ x }: Scales, number: number): number => (x(number) ?? 0) + x.bandwidth() / 2;
