import { dateNamed } from "../../athlete/parse-days.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import type { PlanFile } from "../../plan/schema.ts";
import type { AthleteChange } from "../../storage/athlete-store.ts";

/** The FTP that a plan was made for, and the one that the rider saved since. */
export interface PlanFtp {
  /** Undefined in a plan without power. */
  readonly watts: number | undefined;
  /** The day on which the rider gave it, where the plan knows. */
  readonly givenOn: CalendarDate | undefined;
  readonly newer: { readonly watts: number; readonly date: CalendarDate } | undefined;
}

/** Compares a plan's FTP with the saved one; `saved` is what holds now. */
export function planFtp(plan: PlanFile, saved: AthleteChange | undefined): PlanFtp {
  const { athlete_profile: profile, plan_metadata: metadata } = plan.training_plan;
  const made = profile.ftp_date ?? dateNamed(plan.ai_metadata.generated_at.slice(0, 10));
  const value = saved?.value;
  const isNewer =
    saved !== undefined &&
    typeof value === "number" &&
    value !== metadata.current_ftp &&
    (made === undefined || saved.date >= made);
  return {
    watts: metadata.current_ftp,
    givenOn: profile.ftp_date,
    newer: isNewer ? { watts: value, date: saved.date } : undefined,
  };
}
