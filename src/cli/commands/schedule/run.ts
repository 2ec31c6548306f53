import { isWithoutPower } from "../../../athlete/train-by.ts";
import { dirname } from "node:path";
import { weekdayOf, type CalendarDate } from "../../../base/calendar.ts";
import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import { findPlan, readPlan } from "../../../jobs/plans/find-plan.ts";
import { instanceStatus } from "../../../jobs/schedule/instance-status.ts";
import { cancelSchedule, schedulePlan, type Scheduled } from "../../../jobs/schedule/schedule.ts";
import type { PlanFile } from "../../../plan/schema.ts";
import { clockText } from "../../clock.ts";
import type { Run } from "../../command.ts";
import { rememberForPerson } from "../../remember-plan.ts";
import { planSearch } from "../../plan-search.ts";
import { resolveSettings } from "../../settings.ts";
import { wrapped } from "../../../report/wrap.ts";
import { typedDay } from "../../typed-day.ts";
import type { scheduleSpec } from "./spec.ts";

const askedStart = (given: string, today: CalendarDate): CalendarDate =>
  typedDay(given, {
    field: "--start",
    hint: "Name the first day, such as --start 2027-01-04.",
    asked: { today, looks: "ahead" },
  }).date;

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

function cancelledLines({ plan, wasThere }: Scheduled): string[] {
  const { id, template_id: name, start_date: start, end_date: end } = plan.plan_instance;
  return [
    `${name} from ${start} to ${end} (${id}) ${wasThere ? "was cancelled before" : "is cancelled"}; cycling-plan plans still lists it.`,
    "Entries that you imported in a calendar stay there until you remove them or import the plan's next dates.",
  ];
}

const needsDay = (): PlanError =>
  new PlanError({
    code: "USAGE_INVALID",
    message: "schedule needs a first day, or --cancel.",
    hint: "Say --start 2027-01-04, or --cancel.",
  });

/** `schedule PLAN --start DATE`: a finished plan on dates of its own; `--cancel`: not on them after all. */
export const schedule: Run<typeof scheduleSpec> = async ({ system, args: [given], flags, isJson }) => {
  const { start } = flags;
  if (start === undefined && flags.cancel !== true) throw needsDay();
  const settings = await resolveSettings(system, { today: flags.today });
  const asked = flags.cancel === true || start === undefined ? undefined : askedStart(start, settings.today);
  const { path } = await findPlan(planSearch(system, settings, given));
  const plan = await readPlan(path);
  const at = { directory: dirname(path), plan, today: settings.today, at: clockText(system, settings) };
  if (asked !== undefined && plan.plan_instance !== undefined)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `${path} is a plan that has dates already.`,
      hint: `Name the plan itself: cycling-plan schedule ${plan.plan_instance.template_id} --start ${asked}.`,
    });
  const done = asked === undefined ? await cancelSchedule(at) : await schedulePlan({ ...at, asked });
  if (asked !== undefined) await rememberForPerson(system, settings.quiet, path);
  const { plan_instance: head } = done.plan;
  const lines = asked === undefined ? cancelledLines(done) : scheduledLines(done, plan, asked);
  if (isJson)
    system.out(jsonText({ ...head, status: instanceStatus(head, settings.today), unchanged: done.wasThere, notes: asked === undefined ? [] : midweek(asked, head.start_date) })); // prettier-ignore
  else system.out(`${wrapped(lines.join("\n"), Math.min(system.width, 80))}\n`);
  return 0;
};
