import { measureWorkout } from "../load/measure.ts";
import type { Saying } from "../plan/scale.ts";
import type { Reason, Workout } from "../workout/schema.ts";
import { fit, hanging, wrap } from "./columns.ts";
import { finish, type Page } from "./page.ts";
import { powerProfile } from "./power-profile.ts";
import { stepList } from "./step-list.ts";
import { timeWords } from "../base/time-words.ts";
import { plainNumber } from "./units.ts";
import { titleOf } from "../workout/title.ts";

/** Why something is in the plan, each with the id that `lint --rules` and the glossary know. */
export const reasonLines = (reasons: readonly Reason[] | undefined, page: Page): string[] =>
  (reasons ?? []).flatMap((reason) => hanging("  • ", `${reason.text} [${reason.id}]`, page.width));

/** `1:15, load 82.4, 81 % of FTP on average effort`; a session without power says its minutes only. */
function figures(workout: Workout, { ftpWatts }: Saying): string {
  if (workout.segments.length === 0) return workout.duration_min === 0 ? "" : timeWords(workout.duration_min);
  const { seconds, tss, intensity } = measureWorkout(workout);
  if (ftpWatts === undefined) return `${timeWords(seconds / 60)}, load ${plainNumber(tss, 0)}`;
  return `${timeWords(seconds / 60)}, load ${plainNumber(tss, 0)}, intensity ${plainNumber(intensity * 100, 0)} %`;
}

/** Name, type and figures; nothing of it is said twice. */
function title(workout: Workout, saying: Saying, page: Page): string[] {
  const kind = workout.role === undefined || workout.role === workout.type ? "" : `, ${workout.role}`;
  const numbers = figures(workout, saying);
  return [
    page.paint.heading(fit(titleOf(workout), page.width)),
    fit(`${workout.type}${kind}${numbers === "" ? "" : ` · ${numbers}`}`, page.width),
  ];
}

const section = (heading: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ["", ...(heading === "" ? [] : [heading]), ...lines];

/** One workout: what it is, its power over time, each step in percent and watts or as its rider tells it, how to ride it and why it is there. */
export function workoutCard(workout: Workout, saying: Saying, page: Page): string[] {
  const { steps } = measureWorkout(workout);
  const isTest = workout.role === "test";
  const list = steps.length === 0 ? [] : stepList(steps, { saying, isTest }, page);
  const isInPower = saying.ftpWatts !== undefined;
  return finish(
    [
      ...title(workout, saying, page),
      ...section("", powerProfile(steps, page, isInPower ? "percent" : "zones")),
      ...section("", list),
      ...section("", wrap(workout.description, page.width)),
      ...section(page.paint.heading("Why"), reasonLines(workout.why, page)),
    ],
    page,
  );
}
