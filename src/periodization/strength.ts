import { STRENGTH } from "../rules/limits.ts";
import type { Context } from "./state.ts";
import type { SeasonWeek } from "./season.ts";
import type { Slot } from "./slot.ts";

export interface StrengthDay {
  readonly weekday: number;
  readonly minutes: number;
}

/** Minutes of a strength session: the usual one, and the short one for a full day (training science 4.4). */
const STRENGTH_MINUTES = { usual: 40, short: 20 };

/**
 * Days for strength: a riding day, after the ride, never the day before a key session, long ride, test or event, 48 hours
 * apart, none in the last week before an event or at the end (rule 38). `nextKey` says whether next Monday is such a day.
 */
export function strengthDays(
  context: Pick<Context, "rider" | "season">,
  week: SeasonWeek,
  { slots, nextKey, lastStrength }: { slots: readonly Slot[]; nextKey: boolean; lastStrength: number },
): StrengthDay[] {
  const { rider, season } = context;
  const wanted = week.kind === "load" ? rider.strengthPerWeek : Math.min(1, rider.strengthPerWeek);
  const lastDay = Math.min(season.eventDay ?? Number.POSITIVE_INFINITY, season.weeks.length * 7) - STRENGTH.clearAtEnd;
  const guarded = new Set(slots.filter((slot) => slot.role !== "easy").map((slot) => slot.weekday));
  const fits = (slot: Slot): number => {
    const room = (rider.days[slot.weekday]?.maxMinutes ?? 0) - slot.least;
    if (room >= STRENGTH_MINUTES.usual) return STRENGTH_MINUTES.usual;
    return room >= STRENGTH_MINUTES.short ? STRENGTH_MINUTES.short : 0;
  };
  const may = slots.filter(
    (slot) =>
      slot.role !== "event" &&
      slot.role !== "openers" &&
      week.firstDay + slot.weekday < lastDay &&
      week.firstDay + slot.weekday - lastStrength >= STRENGTH.daysApart &&
      !(slot.weekday === 6 ? nextKey : guarded.has(slot.weekday + 1)) &&
      fits(slot) > 0,
  );
  const order = [...may].sort((a, b) => Number(b.isHard) - Number(a.isHard) || a.weekday - b.weekday);
  const chosen: Slot[] = [];
  for (const slot of order) {
    if (chosen.length >= wanted) break;
    if (chosen.every((other) => Math.abs(other.weekday - slot.weekday) >= STRENGTH.daysApart))
      chosen.push(slot);
  }
  return chosen.map((slot) => ({ weekday: slot.weekday, minutes: fits(slot) })).sort((a, b) => a.weekday - b.weekday);
}
