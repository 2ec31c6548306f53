import { daysBetween, type CalendarDate } from "../../../base/calendar.ts";
import { easyDaysAfter, type EasyDays } from "../../../jobs/moments/easy-days.ts";
import type { Done } from "../../../plan/change-schema.ts";
import type { TrainingPlan } from "../../../plan/schema.ts";

/** Days after which nobody asks how it went any more. */
const RECENT = 7;

/** The event that the rider came from lately and said nothing of. */
export function openEvent(plan: TrainingPlan, done: readonly Done[], today: CalendarDate): EasyDays | undefined {
  const easy = easyDaysAfter(plan);
  if (easy === undefined || today <= easy.on || daysBetween(easy.on, today) > RECENT) return undefined;
  return done.some(({ day }) => day >= easy.event.date && day <= easy.on) ? undefined : easy;
}
