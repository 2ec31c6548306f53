import { STRENGTH } from "../../rules/limits.ts";
import type { Context } from "./progress.ts";
import type { SeasonWeek } from "../season/season.ts";
import type { Slot } from "./ride-minutes.ts";

export interface StrengthDay {
  readonly weekday: number;
  readonly minutes: number;
}

/** Minutes of a strength session: the usual one, and the short one for a full day (training science 4.4). */
const STRENGTH_MINUTES = { usual: 40, short: 20 };
/** Strength may take this share of a week's riding where the days are full, and no more. */
const RIDING_KEPT = { all: 0.98, most: 0.94 };

interface StrengthInput {
  readonly slots: readonly Slot[];
  readonly weekMinutes: number;
  /** Day of the plan of the last session. */
  readonly lastStrength: number;
}

/**
 * Days for strength: a riding day, after the ride, never the day before a key session, long ride, test or event, 48 hours
 * apart, none in the last week before an event or at the end (rule 38). Sessions get shorter, then fewer, before riding does.
 */
export function strengthDays(
  context: Pick<Context, "rider" | "season">,
  week: SeasonWeek,
  input: StrengthInput,
): StrengthDay[] {
  const wanted = week.kind === "load" ? context.rider.strengthPerWeek : Math.min(1, context.rider.strengthPerWeek);
  if (wanted === 0) return [];
  const options: StrengthDay[][] = [];
  for (let count = wanted; count > 0; count--)
    for (const minutes of [STRENGTH_MINUTES.usual, STRENGTH_MINUTES.short])
      options.push(placed(context, week, { ...input, minutes }).slice(0, count));
  const keeps = (share: number): StrengthDay[] | undefined =>
    options.find((days) => days.length > 0 && ridingRoom(context, input.slots, days) >= ridingNeed(input) * share);
  return [...(keeps(RIDING_KEPT.all) ?? keeps(RIDING_KEPT.most) ?? [])].sort((a, b) => a.weekday - b.weekday);
}

const ridingNeed = ({ slots, weekMinutes }: StrengthInput): number =>
  Math.min(
    weekMinutes,
    slots.reduce((total, slot) => total + slot.most, 0),
  );

function ridingRoom({ rider }: Pick<Context, "rider">, slots: readonly Slot[], days: readonly StrengthDay[]): number {
  return slots.reduce((total, slot) => {
    const taken = days.find((day) => day.weekday === slot.weekday)?.minutes ?? 0;
    return total + Math.min(slot.most, (rider.days[slot.weekday]?.maxMinutes ?? 0) - taken);
  }, 0);
}

/** Every day that may hold a session of so many minutes, hard days first, kept apart. */
function placed(
  { rider, season }: Pick<Context, "rider" | "season">,
  week: SeasonWeek,
  { slots, lastStrength, minutes }: StrengthInput & { minutes: number },
): StrengthDay[] {
  const lastDay = Math.min(season.eventDay ?? Number.POSITIVE_INFINITY, season.weeks.length * 7) - STRENGTH.clearAtEnd;
  const guarded = new Set(slots.filter((slot) => slot.role !== "easy").map((slot) => slot.weekday));
  const mondayRides = rider.days[0]?.available === true;
  const may = slots.filter((slot) => {
    const day = week.firstDay + slot.weekday;
    if (slot.role === "event" || slot.role === "openers" || day >= lastDay || day - lastStrength < STRENGTH.daysApart)
      return false;
    if (slot.weekday === 6 ? mondayRides : guarded.has(slot.weekday + 1)) return false;
    return (rider.days[slot.weekday]?.maxMinutes ?? 0) - slot.least >= minutes;
  });
  const chosen: Slot[] = [];
  for (const slot of may.sort((a, b) => Number(b.isHard) - Number(a.isHard) || a.weekday - b.weekday))
    if (chosen.every((other) => Math.abs(other.weekday - slot.weekday) >= STRENGTH.daysApart)) chosen.push(slot);
  return chosen.map((slot) => ({ weekday: slot.weekday, minutes }));
}
