import { z } from "zod";
import { WEEKDAYS } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import { cleanLine, cleanText } from "../../base/text.ts";
import { FEWEST_WEEKS, MOST_WEEKS, overviewSchema, type Overview, type Phase } from "../../plan/schema.ts";
import { WORKOUT_TYPES } from "../../workout/schema.ts";

/** Phase names that other planners use, and ours. Recovery is no phase: it recovers inside the one before. */
const PHASE_NAMES: Readonly<Record<string, Phase | "recovery">> = {
  foundation: "base",
  base: "base",
  build: "build",
  peak: "peak",
  taper: "taper",
  recovery: "recovery",
};

const outsideDaySchema = z.object({
  weekday: z.enum(WEEKDAYS),
  workout_types: z.array(z.enum(WORKOUT_TYPES)).min(1, "expected at least one workout type; rest for a rest day"),
});

/** One week in the argument shape of `create_plan_overview`. Keys that we do not know are kept out, not refused. */
const outsideWeekSchema = z.object({
  week_number: z.number().int().min(1).max(MOST_WEEKS),
  phase: z
    .string()
    .transform((text) => text.trim().toLowerCase())
    .refine((text) => text in PHASE_NAMES, "expected Foundation, Base, Build, Recovery, Peak or Taper")
    .transform((text) => PHASE_NAMES[text] ?? "base"),
  weekly_focus: z.string().optional(),
  training_days: z.array(outsideDaySchema).length(7, "expected all seven weekdays"),
  target_tss: z.number().min(0).max(3000),
  total_hours: z.number().min(0).max(40),
});
export type OutsideWeek = z.infer<typeof outsideWeekSchema>;

export const outsideOverviewSchema = z.object({
  total_weeks: z.number().int().min(FEWEST_WEEKS).max(MOST_WEEKS),
  target_ftp: z.number().positive().max(800).optional(),
  weekly_overview: z.array(outsideWeekSchema),
  coaching_notes: z.string().max(20_000).optional(),
  monitoring_guidance: z.string().max(20_000).optional(),
});
export type OutsideOverview = z.infer<typeof outsideOverviewSchema>;

/** An overview made elsewhere, from values nobody has checked. Throws INPUT_INVALID that lists every field that is off. */
export function parseOutsideOverview(value: unknown): OutsideOverview {
  const own = overviewSchema.safeParse(value);
  const result = outsideOverviewSchema.safeParse(own.success ? asArguments(own.data) : value);
  const problems = result.success
    ? orderProblems(result.data)
    : result.error.issues.map((issue) => `${issue.path.join(".") || "(the whole file)"}: ${issue.message}`);
  if (!result.success || problems.length > 0)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `The overview cannot be read:\n${problems
        .slice(0, 20)
        .map((problem) => `  ${cleanLine(problem, 160)}`)
        .join("\n")}`,
      hint: "It needs total_weeks and, for each week in order, week_number, phase, seven training_days, target_tss and total_hours.",
    });
  const { coaching_notes: notes, monitoring_guidance: guidance, ...rest } = result.data;
  return {
    ...rest,
    coaching_notes: notes === undefined ? undefined : cleanText(notes),
    monitoring_guidance: guidance === undefined ? undefined : cleanText(guidance),
  };
}

/** An overview file of ours in the argument shape: what it says of days, hours and loads. */
const asArguments = (overview: Overview): unknown => ({
  total_weeks: overview.plan_metadata.total_weeks,
  target_ftp: overview.plan_metadata.target_ftp,
  weekly_overview: overview.weekly_overview.map((week) => ({
    week_number: week.week_number,
    phase: week.week_type,
    weekly_focus: week.focus,
    training_days: week.training_days.map((day) => ({
      weekday: day.weekday,
      workout_types: day.role === "event" ? ["rest"] : day.workout_types,
    })),
    target_tss: week.target_tss,
    total_hours: week.target_hours,
  })),
});

function orderProblems({ total_weeks: total, weekly_overview: weeks }: OutsideOverview): string[] {
  const problems = weeks.length === total ? [] : [`weekly_overview: ${weeks.length} weeks for total_weeks ${total}`];
  weeks.forEach((week, i) => {
    if (week.week_number !== i + 1)
      problems.push(`weekly_overview.${i}.week_number: expected ${i + 1}, got ${week.week_number}`);
    WEEKDAYS.forEach((weekday, day) => {
      if (week.training_days[day]?.weekday !== weekday)
        problems.push(`weekly_overview.${i}.training_days.${day}: expected ${weekday}`);
    });
  });
  return problems;
}
