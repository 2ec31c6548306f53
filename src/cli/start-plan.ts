import { dirname } from "node:path";
import { isWithoutPower } from "../athlete/train-by.ts";
import { weekdayOf, type CalendarDate } from "../base/calendar.ts";
import { PlanError } from "../base/errors.ts";
import { jsonText } from "../base/json.ts";
import { findPlan, readPlan } from "../jobs/plans/find-plan.ts";
import { instanceStatus } from "../jobs/schedule/instance-status.ts";
import { schedulePlan, type Scheduled } from "../jobs/schedule/schedule.ts";
import type { PlanFile } from "../plan/schema.ts";
import { wrapped } from "../report/wrap.ts";
import { clockText } from "./clock.ts";
import { pagesFollow } from "./pages-follow.ts";
import { planSearch } from "./plan-search.ts";
import { pushDue } from "./push-due.ts";
import { rememberForPerson } from "./remember-plan.ts";
import type { Settings } from "./settings.ts";
import type { System } from "./system.ts";

/** Which plan is to start, and when. */
interface StartAsked {
  readonly system: System;
  readonly settings: Settings;
  readonly given: string | undefined;
  readonly asked: CalendarDate;
  /** Nothing is written. */
  readonly isDryRun?: boolean;
}

/** A plan with the dates that it was given. */
export interface Started {
  readonly done: Scheduled;
  readonly template: PlanFile;
  readonly asked: CalendarDate;
}

/** Gives a plan its dates; `schedule --start` and `change start` are two names of this. */
export async function startOn({ system, settings, given, asked, isDryRun = false }: StartAsked): Promise<Started> {
  const { path } = await findPlan(planSearch(system, settings, given));
  const template = await readPlan(path);
  if (template.plan_instance !== undefined)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `${path} is a plan that has dates already.`,
      hint: `Name the plan itself: cycling-plan schedule ${template.plan_instance.template_id} --start ${asked}.`,
    });
  const at = { directory: dirname(path), today: settings.today, at: clockText(system, settings) };
  const done = await schedulePlan({ ...at, plan: template, asked, isDryRun });
  if (!isDryRun) {
    await rememberForPerson(system, { isQuiet: settings.quiet }, path);
    await pagesFollow(
      system,
      settings,
      (await findPlan({ ...planSearch(system, settings, given), today: asked })).path,
    );
  }
  return { done, template, asked };
}

/** Why the first day is another than the one that was named. */
function midweek(asked: CalendarDate, start: CalendarDate): string[] {
  if (asked === start) return [];
  return [
    `${asked} is a ${weekdayOf(asked)}. Weeks run Monday to Sunday, so the plan starts on the next Monday, ${start}. Until then ride as you like, and easily.`,
  ];
}

function scheduledLines({ plan, wasThere }: Scheduled, template: PlanFile, asked: CalendarDate): string[] {
  const { id, template_id: name, start_date: start, end_date: end } = plan.plan_instance;
  const { event, start_date: planned } = template.training_plan.plan_metadata;
  const known = isWithoutPower(template.training_plan.athlete_profile) ? "answers" : "FTP";
  const stale = `It still builds on your ${known} and fitness of ${template.ai_metadata.generated_at.slice(0, 10)}.`;
  return [
    `${name} ${wasThere ? "was scheduled already" : "is scheduled"}: ${start} to ${end} (${id}).`,
    ...midweek(asked, start),
    ...(event === undefined ? [] : [`Your event keeps its day: ${event.date}.`]),
    ...(start === planned ? [] : [stale]),
    `Next: cycling-plan export ${name}, and cycling-plan today ${name}`,
  ];
}

/** Says the dates that a plan was given. */
export async function sayStart(
  { system, settings, isJson }: { readonly system: System; readonly settings: Settings; readonly isJson: boolean },
  { done, template, asked }: Started,
): Promise<void> {
  const { plan_instance: head } = done.plan;
  const status = instanceStatus(head, settings.today);
  if (isJson)
    system.out(jsonText({ ...head, status, unchanged: done.wasThere, notes: midweek(asked, head.start_date) }));
  else {
    const due = await pushDue(system, done.plan.training_plan.plan_id);
    const lines = [...scheduledLines(done, template, asked), ...(due === undefined ? [] : [due])];
    system.out(`${wrapped(lines.join("\n"), Math.min(system.width, 80))}\n`);
  }
}
