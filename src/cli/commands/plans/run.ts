import { dirname } from "node:path";
import { PlanError } from "../../../base/errors.ts";
import type { CalendarDate } from "../../../base/calendar.ts";
import { cleanLine } from "../../../base/text.ts";
import { jsonText } from "../../../base/json.ts";
import { findPlan, readPlan } from "../../../jobs/plans/find-plan.ts";
import { goalWords, planStanding, type PlanStanding } from "../../../jobs/plans/plan-standing.ts";
import { currentInstance, instancesOf, instanceStatus } from "../../../jobs/schedule/instance-status.ts";
import type { PlanFile } from "../../../plan/schema.ts";
import { wrap } from "../../../report/columns.ts";
import { readinessWord } from "../../../report/readiness.ts";
import { plansPage, type ShownPlan } from "../../../report/plans-list.ts";
import { instancesIn, type InstanceFile } from "../../../storage/instance-files.ts";
import { currentPlan } from "../../../storage/current-plan.ts";
import { namedPlanFile, planPaths, plansIn } from "../../../storage/plan-folder.ts";
import type { Run } from "../../command.ts";
import { placesOf } from "../../places.ts";
import type { System } from "../../system.ts";
import { pageFor } from "../../page.ts";
import { planSearch } from "../../plan-search.ts";
import { makeCurrent } from "../../remember-plan.ts";
import { resolveSettings, type Settings } from "../../settings.ts";
import { shellWord } from "../../shell-word.ts";
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
    stands: standsOf({ planId, plan, trouble }, instances, today).words,
    instances: instancesOf(instances, planId).map(({ plan: { plan_instance: head } }) => ({
      ...head,
      status: instanceStatus(head, today),
    })),
  };
}

/** Where a plan stands on a day; one that was scheduled on the dates that count. */
function standsOf({ planId, plan }: Listed, instances: readonly InstanceFile[], today: CalendarDate): PlanStanding {
  if (plan === undefined) return { rank: 3, words: "the plan itself is gone" };
  const dated = currentInstance(instances, planId, today)?.plan ?? plan;
  return planStanding(dated, today);
}

const readyWords = (plan: PlanFile | undefined): string =>
  readinessWord(plan?.training_plan.plan_metadata.readiness) ?? "";

function asShown(
  one: Listed,
  instances: readonly InstanceFile[],
  { today, current }: { readonly today: CalendarDate; readonly current: string | undefined },
): ShownPlan {
  const { planId, plan, trouble } = one;
  const dated = plan === undefined ? undefined : (currentInstance(instances, planId, today)?.plan ?? plan);
  return {
    planId,
    stands: standsOf(one, instances, today).words,
    goal: dated === undefined ? "" : goalWords(dated),
    ready: readyWords(plan),
    isCurrent: current === planId,
    trouble,
    dates: instancesOf(instances, planId).map(({ plan: { plan_instance: head } }) => ({
      id: head.id,
      status: instanceStatus(head, today),
      from: head.start_date,
      to: head.end_date,
    })),
  };
}

/** The current plan, where it lies in this directory. */
async function currentIn(system: System, directory: string): Promise<string | undefined> {
  const path = await currentPlan(placesOf(system).state);
  return path !== undefined && dirname(path) === directory ? namedPlanFile(path)?.planId : undefined;
}

/** `plans use ID`: makes a plan the current one, whoever asks. */
async function choose(system: System, settings: Settings, { given, isJson }: Chosen): Promise<void> {
  const { path } = await findPlan(planSearch(system, settings, given));
  const plan = await readPlan(path);
  await makeCurrent(system, path);
  const { plan_id: id } = plan.training_plan;
  if (isJson) system.out(jsonText({ current: id, plan_file: path }));
  else {
    const parts = [`${id} is the current plan now`, planStanding(plan, settings.today).words, goalWords(plan)];
    system.out(
      `${wrap(parts.filter((part) => part !== "").join(" · "), (await pageFor(system, settings)).width).join("\n")}\n`,
    );
  }
}

interface Chosen {
  readonly given: string;
  readonly isJson: boolean;
}

/** The plan that is to be chosen; undefined for the list. Throws USAGE_INVALID for other words. */
function chosenIn(words: readonly string[]): string | undefined {
  const [verb, given, ...more] = words;
  if (verb === undefined) return undefined;
  if (verb === "use" && given !== undefined && more.length === 0) return given;
  throw new PlanError({
    code: "USAGE_INVALID",
    message: `plans does not know "${cleanLine(words.join(" "), 60)}".`,
    hint: "cycling-plan plans lists them, and cycling-plan plans use ID makes one the current plan.",
  });
}

/** `plans`: finished plans and their dates, each with where it stands today; `plans use ID` chooses one. */
export const plans: Run<typeof plansSpec> = async (call) => {
  const { system, args, flags, isJson } = call;
  const [words] = args;
  const settings = await resolveSettings(system, { today: flags.today, out: flags.out });
  if (flags.riders !== undefined) return (await import("./riders.ts")).plansOfRiders(call, settings, flags.riders);
  const { out, today } = settings;
  const given = chosenIn(words);
  if (given !== undefined) {
    await choose(system, settings, { given, isJson });
    return 0;
  }
  const instances = await instancesIn(out);
  const all = await allPlans(out, instances);
  if (isJson) {
    system.out(jsonText({ today, plans: all.map((one) => asJson(one, instances, today)) }));
    return 0;
  }
  const page = await pageFor(system, settings);
  const none = [`There are no finished plans in ${out}. Make one with cycling-plan generate.`];
  const current = await currentIn(system, out);
  // The current one first, then those under way, to come and over.
  const rankOf = (one: Listed): number => (one.planId === current ? -1 : standsOf(one, instances, today).rank);
  const sorted = [...all].sort((a, b) => rankOf(a) - rankOf(b));
  const shown = sorted.map((one) => asShown(one, instances, { today, current }));
  const other = shown.find(({ isCurrent, trouble }) => !isCurrent && trouble === undefined);
  const choice =
    other === undefined ? [] : ["", `Choose one: cycling-plan plans use ${shellWord(other.planId, system.platform)}`];
  const lines = all.length === 0 ? none : [...plansPage(shown, page), ...choice];
  system.out(`${lines.join("\n")}\n`);
  return 0;
};
