import { parseDate, type CalendarDate } from "../../base/calendar.ts";
import type { PlanFile } from "../../plan/schema.ts";
import type { AthleteChange } from "../../storage/athlete-schema.ts";

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
  const made = profile.ftp_date ?? parseDate(plan.ai_metadata.generated_at.slice(0, 10));
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

/** A plan without power told in watts of this FTP: who gets a power meter later goes on with the same plan. Every other plan is told in its own. */
export function withFtp(plan: PlanFile, watts: number | undefined): PlanFile {
  const { training_plan: training } = plan;
  if (watts === undefined || training.plan_metadata.current_ftp !== undefined) return plan;
  const metadata = { ...training.plan_metadata, current_ftp: watts };
  return { ...plan, training_plan: { ...training, plan_metadata: metadata } };
}

/** For a plan without power: the FTP that was saved since it was made. */
export function laterFtp(plan: PlanFile, saved: AthleteChange | undefined): number | undefined {
  const planned = plan.training_plan.plan_metadata.current_ftp;
  return planned === undefined ? planFtp(plan, saved).newer?.watts : undefined;
}
