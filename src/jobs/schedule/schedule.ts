import { addDays, daysBetween, mondayOnOrAfter, parseDate, type CalendarDate } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import type { InstanceHead, PlanFile } from "../../plan/schema.ts";
import { checkPlan } from "../../rules/check-plan.ts";
import { planView } from "../../rules/view.ts";
import {
  addInstance,
  instanceId,
  instancesIn,
  replaceInstance,
  sweepInstances,
  type InstanceFile,
  type ScheduledPlan,
} from "../../storage/instance-files.ts";
import { instancesOf, instanceStatus } from "./instance-status.ts";
import { movePlan } from "./move-plan.ts";

/** What is to be scheduled, and when. */
export interface ScheduleInput {
  readonly plan: PlanFile;
  readonly directory: string;
  /** The day the rider named; weeks begin on the Monday on or after it. */
  readonly asked: CalendarDate;
  readonly today: CalendarDate;
  /** The clock, to the second. */
  readonly at: string;
  /** Only says what would be, and writes nothing. */
  readonly isDryRun?: boolean;
}

export interface Scheduled {
  readonly plan: ScheduledPlan;
  /** True where the same plan stood on the same dates before. */
  readonly wasThere: boolean;
}

const dated = (from: CalendarDate, to: CalendarDate): string => `${from} to ${to}`;

/** An event is on its day, whatever a plan would like. */
function keepEvent({ plan_metadata: meta, plan_id: id }: PlanFile["training_plan"], start: CalendarDate): void {
  const { event, start_date: planned } = meta;
  if (event === undefined || start === planned) return;
  const wrong = addDays(event.date, daysBetween(planned, start));
  throw new PlanError({
    code: "NOT_FEASIBLE",
    message: `The event is on ${event.date} and stays there; starting on ${start} would put it on ${wrong}. This plan can start on ${planned} only.`,
    hint: `Say cycling-plan schedule ${id} --start ${planned}, or make a plan for other dates: cycling-plan generate --start ${start} --event-date ${event.date}.`,
    details: { event_date: event.date, start_date: planned },
  });
}

/** What the rider's days off, or anything else that has a date, say about the new dates. */
function keepRules(moved: PlanFile): void {
  const [first] = checkPlan(planView(moved.training_plan)).hard;
  if (first === undefined) return;
  const where = first.date ?? (first.week === undefined ? "" : `week ${first.week}`);
  throw new PlanError({
    code: "NOT_FEASIBLE",
    message: `On those dates the plan breaks a rule: ${first.rule}${where === "" ? "" : `, ${where}`}: ${first.message}.`,
    hint: "Choose another start, or make a plan for those dates with cycling-plan generate --start.",
    details: { rule: first.rule },
  });
}

function startOf({ asked, plan, today }: ScheduleInput): CalendarDate {
  const start = mondayOnOrAfter(asked);
  const end = addDays(start, plan.training_plan.plan_metadata.total_weeks * 7 - 1);
  const hint = `Choose a start from ${mondayOnOrAfter(today)} on.`;
  if (parseDate(end) === undefined)
    throw new PlanError({ code: "INPUT_INVALID", message: `--start: ${asked} is too far away.`, hint });
  if (end < today)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `Starting on ${start} the plan would have ended on ${end}, and today is ${today}.`,
      hint,
    });
  return start;
}

/** The scheduled plan that has some of these days; one that cannot be read could, and stops everything. */
function inTheWay(files: readonly InstanceFile[], from: CalendarDate, to: CalendarDate): InstanceHead | undefined {
  for (const { plan, trouble } of files) {
    if (plan === undefined)
      throw new PlanError({
        code: "INPUT_INVALID",
        message: `It cannot be said which dates are free. ${trouble ?? ""}`,
        hint: "Correct that file, or move it away.",
      });
    const head = plan.plan_instance;
    if (head.cancelled_at === null && head.start_date <= to && head.end_date >= from) return head;
  }
  return undefined;
}

const overlap = (other: InstanceHead, from: CalendarDate, to: CalendarDate): PlanError =>
  new PlanError({
    code: "INPUT_INVALID",
    message: `${dated(from, to)} is not free: ${other.template_id} is scheduled from ${dated(other.start_date, other.end_date)} (${other.id}).`,
    hint: `Start on ${addDays(other.end_date, 1)} or later, or cancel it: cycling-plan schedule ${other.id} --cancel.`,
    details: { overlaps: other },
  });

/** Far more than two who schedule at the same moment need. */
const MOST_TRIES = 50;

/**
 * Gives a finished plan dates. Throws NOT_FEASIBLE where its event or a rule stands against them, INPUT_INVALID where
 * another scheduled plan has some of the days. Of two at once only one gets them.
 */
export async function schedulePlan(input: ScheduleInput): Promise<Scheduled> {
  const { plan, directory, at } = input;
  const start = startOf(input);
  const { plan_id: templateId } = plan.training_plan;
  keepEvent(plan.training_plan, start);
  const moved = movePlan(plan, start);
  keepRules(moved);
  const end = moved.training_plan.plan_metadata.end_date;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const files = await instancesIn(directory);
    const other = inTheWay(files, start, end);
    const same = files.find((file) => file.plan?.plan_instance.id === other?.id)?.plan;
    if (other !== undefined && same !== undefined && other.template_id === templateId && other.start_date === start) {
      await sweepInstances(directory);
      return { plan: same, wasThere: true };
    }
    if (other !== undefined) throw overlap(other, start, end);
    const before = instancesOf(files, templateId).map((file) => file.plan.plan_instance);
    const head: InstanceHead = {
      id: instanceId((files.at(-1)?.number ?? 0) + 1),
      template_id: templateId,
      start_date: start,
      end_date: end,
      scheduled_at: at,
      cancelled_at: null,
      revision: before.length + 1,
      series: before.filter(({ cancelled_at: cancelled }) => cancelled === null).length + 1,
    };
    const scheduled = { plan_instance: head, ...moved };
    if (input.isDryRun === true) return { plan: scheduled, wasThere: false };
    if (await addInstance(directory, scheduled)) {
      await sweepInstances(directory);
      return { plan: scheduled, wasThere: false };
    }
  }
  throw new PlanError({
    code: "FILE_UNWRITABLE",
    message: `Other runs keep scheduling plans in ${directory}.`,
    hint: "Run the command again once they are done.",
  });
}

/** Which dates are to be cancelled. */
export interface CancelInput {
  readonly directory: string;
  /** The plan, or one of its instances. */
  readonly plan: PlanFile;
  readonly today: CalendarDate;
  readonly at: string;
}

/** The instance that is meant: the one that was named, or the only one of the plan that is not over. */
async function meantInstance({ directory, plan, today }: CancelInput): Promise<InstanceFile> {
  const files = await instancesIn(directory);
  const named = plan.plan_instance?.id;
  const id = plan.training_plan.plan_id;
  const open = instancesOf(files, id).filter(({ plan: one }) =>
    named === undefined
      ? ["scheduled", "active"].includes(instanceStatus(one.plan_instance, today))
      : one.plan_instance.id === named,
  );
  // Said again, as after a power cut: the dates that were cancelled last, if they are still to come.
  const last = instancesOf(files, id).findLast(({ plan: one }) => one.plan_instance.end_date >= today);
  const [only = last, ...others] = open;
  if (only === undefined)
    throw new PlanError({
      code: "NOT_FOUND",
      message: `The plan ${id} has no dates that could be cancelled.`,
      hint: "Run cycling-plan plans to see what is scheduled.",
    });
  if (others.length === 0) return only;
  const list = open.map(
    ({ plan: { plan_instance: head } }) => `  ${head.id}: ${dated(head.start_date, head.end_date)}`,
  );
  throw new PlanError({
    code: "INPUT_INVALID",
    message: [`The plan ${id} is scheduled ${open.length} times:`, ...list].join("\n"),
    hint: `Name one: cycling-plan schedule ${only.plan.plan_instance.id} --cancel.`,
  });
}

/** Cancels dates and keeps their history. Cancelling twice changes nothing. */
export async function cancelSchedule(input: CancelInput): Promise<Scheduled> {
  const { path, plan } = await meantInstance(input);
  if (plan === undefined) throw new Error("an instance without a plan was meant");
  const wasThere = plan.plan_instance.cancelled_at !== null;
  const cancelled = { ...plan, plan_instance: { ...plan.plan_instance, cancelled_at: input.at } };
  if (!wasThere) await replaceInstance(path, cancelled);
  await sweepInstances(input.directory);
  return { plan: wasThere ? plan : cancelled, wasThere };
}
