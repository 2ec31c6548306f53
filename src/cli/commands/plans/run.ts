import { PlanError } from "../../../base/errors.ts";
import type { CalendarDate } from "../../../base/calendar.ts";
import { jsonText } from "../../../base/json.ts";
import { readPlan } from "../../../jobs/plans/find-plan.ts";
import { instancesOf, instanceStatus } from "../../../jobs/schedule/instance-status.ts";
import type { PlanFile } from "../../../plan/schema.ts";
import { plansPage, type ShownPlan } from "../../../report/plans-list.ts";
import { instancesIn, type InstanceFile } from "../../../storage/instance-files.ts";
import { planPaths, plansIn } from "../../../storage/plan-folder.ts";
import type { Run } from "../../command.ts";
import { pageFor } from "../../page.ts";
import { resolveSettings } from "../../settings.ts";
import type { plansSpec } from "./spec.ts";

/** A plan with what could be read of it. */
interface Listed {
  readonly planId: string;
  readonly plan: PlanFile | undefined;
  readonly trouble: string | undefined;
}

async function listed(directory: string, planId: string): Promise<Listed> {
  try {
    return { planId, plan: await readPlan(planPaths(directory, planId).plan), trouble: undefined };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return { planId, plan: undefined, trouble: error.message };
  }
}

/** Finished plans, and those whose file is gone while their dates are still there. */
async function allPlans(directory: string, instances: readonly InstanceFile[]): Promise<Listed[]> {
  const ids = await plansIn(directory);
  const gone = [...new Set(instances.flatMap(({ plan }) => plan?.plan_instance.template_id ?? []))].filter(
    (id) => !ids.includes(id),
  );
  const plans = await Promise.all(ids.map((id) => listed(directory, id)));
  const broken = instances.flatMap(({ path, trouble }) =>
    trouble === undefined ? [] : [{ planId: path, plan: undefined, trouble }],
  );
  return [...plans, ...gone.map((planId) => ({ planId, plan: undefined, trouble: undefined })), ...broken];
}

function asJson({ planId, plan, trouble }: Listed, instances: readonly InstanceFile[], today: CalendarDate): object {
  const meta = plan?.training_plan.plan_metadata;
  return {
    plan_id: planId,
    total_weeks: meta?.total_weeks ?? null,
    start_date: meta?.start_date ?? null,
    end_date: meta?.end_date ?? null,
    event: meta?.event === undefined ? null : { date: meta.event.date, type: meta.event.type },
    trouble: trouble ?? null,
    instances: instancesOf(instances, planId).map(({ plan: { plan_instance: head } }) => ({
      ...head,
      status: instanceStatus(head, today),
    })),
  };
}

function asShown(
  { planId, plan, trouble }: Listed,
  instances: readonly InstanceFile[],
  today: CalendarDate,
): ShownPlan {
  const meta = plan?.training_plan.plan_metadata;
  return {
    planId,
    weeks: meta?.total_weeks,
    event: meta?.event,
    trouble,
    dates: instancesOf(instances, planId).map(({ plan: { plan_instance: head } }) => ({
      id: head.id,
      status: instanceStatus(head, today),
      from: head.start_date,
      to: head.end_date,
    })),
  };
}

/** `plans`: finished plans and their dates, each with where it stands today. */
export const plans: Run<typeof plansSpec> = async ({ system, flags, isJson }) => {
  const settings = await resolveSettings(system, flags);
  const { out, today } = settings;
  const instances = await instancesIn(out);
  const all = await allPlans(out, instances);
  if (isJson) {
    system.out(jsonText({ today, plans: all.map((one) => asJson(one, instances, today)) }));
    return 0;
  }
  const page = await pageFor(system, settings);
  const none = [`There are no finished plans in ${out}. Make one with cycling-plan generate.`];
  const lines = all.length === 0 ? none : plansPage(all.map((one) => asShown(one, instances, today)), page); // prettier-ignore
  system.out(`${lines.join("\n")}\n`);
  return 0;
};
