import { addDays, daysBetween, type CalendarDate } from "../base/calendar.ts";
import type { Step } from "./change-schema.ts";
import type { Week } from "./schema.ts";
import { standing } from "./standing-steps.ts";

/**
 * The way back after an illness (12.1; Eichner 1993, the doubling is convention): a full day without symptoms, half of the usual
 * load for as many days as ill and at least three, three quarters for as many again. A cold above the neck returns faster.
 */
export const BACK = { leastDays: 3, half: 0.5, most: 0.75, wellDays: 1, maxPowerPct: 75 };

interface Illness {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly above_neck: boolean;
}

/** Days well first, and days of each of the two steps behind them. */
export function wayBack({ from, to, above_neck: isMild }: Illness): { readonly well: number; readonly step: number } {
  const days = daysBetween(from, to) + 1;
  return { well: BACK.wellDays, step: isMild ? Math.max(1, Math.ceil(days / 2)) : Math.max(BACK.leastDays, days) };
}

/** What a day is to a rider who is ill, or coming back. */
export interface IllDay {
  readonly kind: "ill" | "well" | "back";
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The last day of half the load, and of three quarters. */
  readonly half: CalendarDate;
  readonly until: CalendarDate;
}

/** Undefined where the rider told of no illness, or took it back, or the way back is over. */
export function illDayOn(steps: readonly Step[], day: CalendarDate): IllDay | undefined {
  const told = standing(steps).flatMap(({ intents }) => intents.flatMap((one) => (one.kind === "sick" ? [one] : [])));
  const last = told.findLast(({ from }) => from <= day);
  if (last === undefined) return undefined;
  const { from, to } = last;
  const { well, step } = wayBack(last);
  const half = addDays(to, well + step);
  const until = addDays(half, step);
  if (day > until) return undefined;
  return { kind: day <= to ? "ill" : day <= addDays(to, well) ? "well" : "back", from, to, half, until };
}

/** What a week is for: of one that an illness rewrote, what it has become. */
export function focusOf({ workouts, focus }: Pick<Week, "workouts" | "focus">): string {
  const touched = workouts.filter(({ why = [] }) => why.some(({ id }) => id === "illness"));
  if (touched.length === 0) return focus;
  return touched.some(({ type }) => type !== "rest")
    ? "The way back after your illness: shorter and easy, then as planned"
    : "Your illness and the days after it: no riding until you are well";
}
