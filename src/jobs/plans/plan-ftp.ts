import { quoted } from "../../athlete/parse-reading.ts";
import { readFtp } from "../../athlete/parse-values.ts";
import { PlanError } from "../../base/errors.ts";
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

/** A plan without power told in watts of this FTP: who gets a power meter later goes on with the same plan. Every other plan is told in its own. */
export function withFtp(plan: PlanFile, watts: number | undefined): PlanFile {
  const { training_plan: training } = plan;
  if (watts === undefined || training.plan_metadata.current_ftp !== undefined) return plan;
  const metadata = { ...training.plan_metadata, current_ftp: watts };
  return { ...plan, training_plan: { ...training, plan_metadata: metadata } };
}

/** What is typed as an FTP for a plan without power, or else what was saved since it was made. Throws INPUT_INVALID. */
export function laterFtp(
  plan: PlanFile,
  { typed, saved }: { readonly typed?: string | undefined; readonly saved: AthleteChange | undefined },
): number | undefined {
  const planned = plan.training_plan.plan_metadata.current_ftp;
  if (typed === undefined) return planned === undefined ? planFtp(plan, saved).newer?.watts : undefined;
  const reading = readFtp(typed);
  if (reading.kind === "unreadable")
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `--ftp: ${quoted(typed)} -> ${reading.expected}`,
      hint: "Correct it, or leave it out.",
    });
  if (planned === undefined) return reading.value;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `--ftp: this plan is made for your FTP of ${planned} W, and is shown in its watts.`,
    hint: "cycling-plan export --ftp writes files for another FTP; cycling-plan generate makes a plan for it.",
  });
}
