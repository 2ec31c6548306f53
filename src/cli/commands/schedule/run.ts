import { dirname } from "node:path";
import type { CalendarDate } from "../../../base/calendar.ts";
import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import { findPlan, readPlan } from "../../../jobs/plans/find-plan.ts";
import { instanceStatus } from "../../../jobs/schedule/instance-status.ts";
import { cancelSchedule, type Scheduled } from "../../../jobs/schedule/schedule.ts";
import { clockText } from "../../clock.ts";
import type { Run } from "../../command.ts";
import { planSearch } from "../../plan-search.ts";
import { sayStart, startOn } from "../../start-plan.ts";
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
  if (asked !== undefined) {
    const done = await startOn({ system, settings, given, asked });
    await sayStart({ system, settings, isJson }, done);
    return 0;
  }
  const { path } = await findPlan(planSearch(system, settings, given));
  const plan = await readPlan(path);
  const done = await cancelSchedule({
    directory: dirname(path),
    plan,
    today: settings.today,
    at: clockText(system, settings),
  });
  const { plan_instance: head } = done.plan;
  if (isJson)
    system.out(
      jsonText({ ...head, status: instanceStatus(head, settings.today), unchanged: done.wasThere, notes: [] }),
    );
  else system.out(`${wrapped(cancelledLines(done).join("\n"), Math.min(system.width, 80))}\n`);
  return 0;
};
