import type { CalendarDate } from "../../base/calendar.ts";
import type { InstanceHead } from "../../plan/schema.ts";
import type { InstanceFile } from "../../storage/instance-files.ts";

/** Where a scheduled plan stands on a day. */
export type InstanceStatus = "scheduled" | "active" | "completed" | "cancelled";

/** By date alone: its Sunday is the last active day. */
export function instanceStatus(head: InstanceHead, today: CalendarDate): InstanceStatus {
  if (head.cancelled_at !== null) return "cancelled";
  if (today < head.start_date) return "scheduled";
  return today > head.end_date ? "completed" : "active";
}

type Dated = InstanceFile & { readonly plan: NonNullable<InstanceFile["plan"]> };

/** The instances of one plan that can be read. */
export const instancesOf = (files: readonly InstanceFile[], templateId: string): Dated[] =>
  files.filter((file): file is Dated => file.plan?.plan_instance.template_id === templateId);

/** The dates of a plan that count on a day: those it is in, else the next, else the last; undefined where it has none. */
export function currentInstance(
  files: readonly InstanceFile[],
  templateId: string,
  today: CalendarDate,
): Dated | undefined {
  const all = instancesOf(files, templateId)
    .filter(({ plan }) => plan.plan_instance.cancelled_at === null)
    .sort((a, b) => (a.plan.plan_instance.start_date < b.plan.plan_instance.start_date ? -1 : 1));
  return all.find(({ plan }) => plan.plan_instance.end_date >= today) ?? all.at(-1);
}
