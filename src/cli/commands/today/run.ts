import type { CalendarDate } from "../../../base/calendar.ts";
import { jsonText } from "../../../base/json.ts";
import { findPlan } from "../../../jobs/plans/find-plan.ts";
import { isRestDay, standingOf, type PlannedDay, type Standing } from "../../../jobs/plans/day-in-plan.ts";
import type { PlanFile } from "../../../plan/schema.ts";
import { hanging, wrap } from "../../../report/columns.ts";
import type { Page } from "../../../report/page.ts";
import { afterLine, beforeLine, nextLine } from "../../../report/today.ts";
import { dayPage, weekPage } from "../../../report/week.ts";
import { lastUnknown } from "../../../jobs/review/last-unknown.ts";
import { knownRides, matchKnown } from "../../../jobs/review/known-rides.ts";
import type { Matching } from "../../../jobs/review/match.ts";
import { momentsOf, type Moment } from "../../../jobs/moments/moments.ts";
import { openTest } from "../../../jobs/moments/open-test.ts";
import type { Done } from "../../../plan/change-schema.ts";
import { momentLines } from "../../../report/moments.ts";
import { askDone, mayAskToday, type Asking } from "./ask-done.ts";
import { askEvent, openEvent } from "./ask-event.ts";
import { askTest } from "./ask-test.ts";
import type { Run } from "../../command.ts";
import { pagesFollow } from "../../pages-follow.ts";
import { pageFor } from "../../page.ts";
import { placesOf } from "../../places.ts";
import { planFlag } from "../../plan-flag.ts";
import { datedSearch } from "../../plan-search.ts";
import { ftpNews, toldPlan } from "../../../jobs/plans/saved-athlete.ts";
import { resolveSettings } from "../../settings.ts";
import type { todaySpec } from "./spec.ts";

type View = "today" | "next" | "week";

const startOf = (plan: PlanFile): CalendarDate => plan.training_plan.plan_metadata.start_date;

/** The week that `--week` means: the one that today is in; before the plan, its first. */
function weekNumber(plan: PlanFile, standing: Standing): number | undefined {
  if (standing.kind === "after") return undefined;
  return standing.kind === "during" ? standing.day.week.week_number : plan.training_plan.weekly_plan[0]?.week_number;
}

const nextLines = (next: PlannedDay | undefined, page: Page): string[] =>
  next === undefined ? [] : ["", ...nextLine(next.date, next.workouts, page)];

const NOTHING_LEFT = "Nothing is left to ride in this plan.";

/** Above the pages of a plan that has not begun, and instead of them where it is over. */
function outside(plan: PlanFile, standing: Standing, page: Page): string[] {
  if (standing.kind === "during") return [];
  const line = standing.kind === "before" ? beforeLine(startOf(plan), standing.daysUntil) : afterLine(standing.endDate);
  return wrap(line, page.width);
}

function linesOf(plan: PlanFile, standing: Standing, at: { view: View; page: Page }): string[] {
  const { view, page } = at;
  const before = outside(plan, standing, page);
  const gap = before.length === 0 ? [] : [""];
  if (standing.kind === "after") return before;
  if (view === "week") {
    const number = weekNumber(plan, standing);
    return [...before, ...gap, ...(number === undefined ? [] : (weekPage(plan, number, page) ?? []))];
  }
  const { next } = standing;
  if (view === "next") {
    if (next === undefined) return [NOTHING_LEFT];
    return [...before, ...gap, ...(dayPage(plan, next.date, page) ?? [])];
  }
  if (standing.kind === "before") return [...before, ...nextLines(next, page)];
  return [...(dayPage(plan, standing.day.date, page) ?? []), ...nextLines(next, page)];
}

const dayJson = (day: PlannedDay | undefined): unknown =>
  day === undefined ? null : { date: day.date, week_number: day.week.week_number, workouts: day.workouts };

function jsonOf(plan: PlanFile, standing: Standing, at: { view: View; today: CalendarDate }): object {
  const number = weekNumber(plan, standing);
  const week = plan.training_plan.weekly_plan.find((one) => one.week_number === number);
  const day = standing.kind === "during" ? standing.day : undefined;
  return {
    plan_id: plan.training_plan.plan_id,
    today: at.today,
    standing: standing.kind,
    is_rest_day: day === undefined ? null : isRestDay(day),
    day: dayJson(day),
    next: standing.kind === "after" ? null : dayJson(standing.next),
    ...(at.view === "week" ? { week: week ?? null } : {}),
  };
}

/** What is known of the plan's rides: what was pulled, and what the rider said. */
interface Known {
  readonly done: readonly Done[];
  readonly matching: Matching;
}

async function knownOf({ training_plan: plan }: PlanFile, path: string, today: CalendarDate): Promise<Known> {
  const known = await knownRides(path);
  return { done: known.done, matching: matchKnown(plan, known, today) };
}

/** Asks a person at a terminal the one thing that matters most today; true where something was asked. */
async function askFirst(asking: Asking, plan: PlanFile, given: string | undefined): Promise<boolean> {
  const { today } = asking.settings;
  const { done, matching } = await knownOf(plan, asking.path, today);
  const event = openEvent(plan.training_plan, done, today);
  const test = openTest(plan.training_plan, { matching, done, today });
  const ride = lastUnknown(matching, today);
  if ((event ?? test ?? ride) === undefined || !(await mayAskToday(asking))) return false;
  if (event !== undefined) await askEvent(asking, event);
  else if (test !== undefined) await askTest(asking, test, given);
  else if (ride !== undefined) await askDone(asking, ride);
  return true;
}

const momentsText = (moments: readonly Moment[], page: Page): string[] =>
  moments.flatMap(({ lines }) => [...momentLines(lines, page), ""]);

/** `today [PLAN]`: what to ride today; `--next`: the next ride; `--week`: the week that today is in. */
export const today: Run<typeof todaySpec> = async ({ system, args: [given], flags, isJson }) => {
  const settings = await resolveSettings(system, { today: flags.today });
  const { path } = await findPlan(datedSearch(system, settings, given));
  let told = await toldPlan(path, placesOf(system));
  const view = flags.next === true ? "next" : flags.week === true ? "week" : "today";
  const asking = { system, settings, path, planFlag: await planFlag(system, given, path) };
  // An answer may have changed the plan.
  if (view === "today" && !isJson && (await askFirst(asking, told.plan, given))) {
    told = await toldPlan(path, placesOf(system));
    await pagesFollow(system, settings, path);
  }
  const { made, plan, saved } = told;
  const standing = standingOf(plan, settings.today);
  const moments =
    view === "today"
      ? momentsOf(plan.training_plan, { today: settings.today, ...(await knownOf(plan, path, settings.today)) })
      : [];
  if (isJson) {
    system.out(jsonText({ ...jsonOf(plan, standing, { view, today: settings.today }), moments }));
    return 0;
  }
  const page = await pageFor(system, settings);
  const news = ftpNews(made, saved);
  const note = news === undefined ? [] : ["", ...hanging("Note: ", news, page.width).map(page.paint.warn)];
  const said = momentsText(moments, page);
  const lines = linesOf(plan, standing, { view, page });
  const isOutside = standing.kind !== "during";
  const all = isOutside && said.length > 0 ? [...lines, "", ...said.slice(0, -1)] : [...said, ...lines];
  system.out(`${[...all, ...note].join("\n")}\n`);
  return 0;
};
