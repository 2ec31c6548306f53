import { attemptPlan } from "../../src/jobs/compile/compile.ts";
import { PlanError } from "../../src/base/errors.ts";
import type { PlanRequest } from "../../src/athlete/request.ts";
import type { Library } from "../../src/library/library.ts";
import type { OverviewWeek, TrainingDay, TrainingPlan } from "../../src/plan/schema.ts";
import { planView } from "../../src/rules/view.ts";
import { sweepTask } from "./outcome.ts";

/** `Tu key threshold 3 75+30`: day, what for, ladder and level, minutes of riding and of strength. */
function dayText(day: TrainingDay): string | undefined {
  if (day.role === undefined && day.strength_minutes === undefined) return undefined;
  const ladder = day.family === undefined ? "" : ` ${day.family}${day.level === undefined ? "" : ` ${day.level}`}`;
  const half = day.dose === "reduced" ? " half" : "";
  const strength = day.strength_minutes === undefined ? "" : `+${day.strength_minutes}`;
  return `${day.weekday.slice(0, 2)} ${day.role ?? "-"}${ladder}${half} ${day.target_minutes}${strength}`;
}

const weekText = (week: OverviewWeek, planned: string): string =>
  [
    String(week.week_number).padStart(2),
    week.phase.padEnd(5),
    week.week_type.padEnd(8),
    `${week.target_hours} h`.padStart(7),
    String(week.target_tss).padStart(6),
    planned,
    "|",
    week.training_days.flatMap((day) => dayText(day) ?? []).join(", "),
    `(${week.why?.[0]?.text ?? "no reason"})`,
  ].join(" ");

/** Load, fitness and form after each week of an accepted plan. */
function plannedTexts(plan: TrainingPlan): string[] {
  const view = planView(plan);
  return view.weeks.map((week) => {
    const day = view.curve[week.number * 7 - 1];
    const form = view.curve[week.number * 7]?.form;
    return `load ${week.tss.toFixed(0)} ctl ${day?.ctl.toFixed(1) ?? "?"} form ${form?.toFixed(1) ?? "?"}`;
  });
}

/** One request and its weeks, one line each: of the plan, or of what was proposed before the rules refused it. */
export function weekLines(request: PlanRequest, dice: { library: Library; seed: string }): string[] {
  try {
    const attempt = attemptPlan(sweepTask(request, dice.seed), dice.library);
    const planned = attempt.kind === "done" ? plannedTexts(attempt.plan) : [];
    return [
      ...attempt.overview.weekly_overview.map((week, i) => weekText(week, planned[i] ?? "")),
      ...(attempt.kind === "done"
        ? (attempt.plan.plan_metadata.waivers ?? []).map(
            ({ rule, message, reason }) => `waived ${rule}: ${message} (${reason})`,
          )
        : attempt.findings.map(
            ({ rule, week, date, message }) => `REFUSED ${rule} week ${String(week ?? "-")} ${date ?? ""}: ${message}`,
          )),
    ];
  } catch (error) {
    if (error instanceof PlanError) return [`REFUSED ${error.code}: ${error.message} ${error.hint}`];
    throw error;
  }
}
