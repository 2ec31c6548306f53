import { quantityOf } from "../../../athlete/parse-number.ts";
import { quoted } from "../../../athlete/parse-reading.ts";
import type { CalendarDate } from "../../../base/calendar.ts";
import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import { toldPlan } from "../../../jobs/plans/saved-athlete.ts";
import { placesOf } from "../../places.ts";
import { findPlan } from "../../../jobs/plans/find-plan.ts";
import type { PlanFile } from "../../../plan/schema.ts";
import type { Page } from "../../../report/page.ts";
import type { PageOf } from "../../../jobs/page/write-page.ts";
import type { Call, Run } from "../../command.ts";
import { planFlag } from "../../plan-flag.ts";
import { pageFor } from "../../page.ts";
import { datedSearch } from "../../plan-search.ts";
import { resolveSettings } from "../../settings.ts";
import { typedDayOfPlan } from "../../typed-day.ts";
import type { showSpec } from "./spec.ts";

/** What of the plan is wanted: as JSON, and as lines. */
interface View {
  readonly value: unknown;
  readonly lines: (page: Page) => Promise<string[]>;
}

const DAY_HINT = "Name one of the plan's days.";
const refuse = (message: string, hint: string): PlanError => new PlanError({ code: "INPUT_INVALID", message, hint });

function weekView(plan: PlanFile, given: string): View {
  const number = quantityOf(given)?.amount;
  const week = plan.training_plan.weekly_plan.find((one) => one.week_number === number);
  const last = plan.training_plan.plan_metadata.total_weeks;
  if (number === undefined || week === undefined)
    throw refuse(
      `--week: ${quoted(given)} -> expected 1 to ${last}, the weeks of this plan.`,
      "Name one of its weeks.",
    );
  return {
    value: week,
    lines: async (page) => (await import("../../../report/week.ts")).weekPage(plan, number, page) ?? [],
  };
}

function dayView(plan: PlanFile, given: string, today: CalendarDate): View {
  const date = typedDayOfPlan(given, plan, { field: "--day", hint: DAY_HINT, today });
  const { start_date: from, end_date: to } = plan.training_plan.plan_metadata;
  const workouts = plan.training_plan.weekly_plan.flatMap((week) =>
    week.workouts.filter((workout) => workout.date === date),
  );
  if (workouts.length === 0)
    throw refuse(`--day: ${quoted(given)} -> expected a day from ${from} to ${to} with a ride.`, DAY_HINT);
  return {
    value: { date, workouts },
    lines: async (page) => (await import("../../../report/week.ts")).dayPage(plan, date, page) ?? [],
  };
}

const wholeView = (plan: PlanFile): View => ({
  value: plan,
  lines: async (page) => (await import("../../../report/plan-page.ts")).planPage(plan, page),
});

/** Writes the page of a plan and opens it. */
async function openPage(
  { system, args: [given], isJson }: Call<typeof showSpec>,
  page: Omit<PageOf, "planFlag" | "state">,
): Promise<number> {
  // The page and its charts are loaded only here.
  const { writeOwnPage } = await import("../../../jobs/page/write-page.ts");
  const path = await writeOwnPage({
    ...page,
    planFlag: await planFlag(system, given, page.planPath),
    state: placesOf(system).state,
  });
  const isOpen = await system.open(path);
  if (isJson) system.out(jsonText({ page: path, opened: isOpen }));
  else system.out(`${isOpen ? "Opened" : "Open this file in your browser:"} ${path}\n`);
  return 0;
}

/** `show [PLAN]`: the season with its notes; `--week`: one week; `--day`: one day with its workout drawn. */
export const show: Run<typeof showSpec> = async (call) => {
  const { system, args, flags, isJson } = call;
  const [given] = args;
  const settings = await resolveSettings(system, { today: flags.today });
  const { path } = await findPlan(datedSearch(system, settings, given));
  const { plan } = await toldPlan(path, { ...placesOf(system), typed: flags.ftp });
  const { week, day } = flags;
  if (flags.open === true) return openPage(call, { planPath: path, plan, today: settings.today });
  const view =
    week !== undefined
      ? weekView(plan, week)
      : day !== undefined
        ? dayView(plan, day, settings.today)
        : wholeView(plan);
  if (isJson) system.out(jsonText(view.value));
  else system.out(`${(await view.lines(await pageFor(system, settings))).join("\n")}\n`);
  return 0;
};
