import type { SaidChange } from "../../athlete/parse-change.ts";
import { shortDay } from "../../base/date-words.ts";
import { timeWords } from "../../base/time-words.ts";
import type { Intent } from "../../plan/change-schema.ts";
import { rideOf } from "./edit.ts";
import { dayState, type LivingPlan } from "./living.ts";
import { refuse } from "./way.ts";

/** A start moves every day of a plan: it is made by itself. */
export type SaidOfDays = Exclude<SaidChange, { kind: "start" }>;

/** What the words say, as the plan keeps it; an illness also knows where it sits, and "30 minutes less" what it leaves. */
export function intentOf(plan: LivingPlan, said: SaidOfDays, isAboveNeck: boolean): Intent {
  switch (said.kind) {
    case "sick":
      return { kind: "sick", from: said.from, to: said.to, above_neck: isAboveNeck };
    case "off":
    case "easier":
    case "harder":
      return { kind: said.kind, from: said.from, to: said.to };
    case "hours":
      return { kind: "hours", hours: said.hours, from: said.from, ...(said.to === undefined ? {} : { to: said.to }) };
    case "drop":
    case "keep":
    case "free":
      return { kind: said.kind, date: said.date };
    case "shorten":
      return { kind: "shorten", date: said.date, minutes: said.minutes };
    case "shorten_by": {
      const { date, minutes: less } = said;
      const ride = rideOf(dayState(plan, date));
      // Without a ride the change itself says what the day holds.
      const minutes = (ride?.duration_min ?? less + 1) - less;
      if (minutes > 0) return { kind: "shorten", date, minutes };
      throw refuse(
        `${shortDay(date)} has ${timeWords(ride?.duration_min ?? 0)}: ${timeWords(less)} less leaves no ride.`,
        `To leave it out say cycling-plan change drop ${date}.`,
      );
    }
    default:
      return said;
  }
}
