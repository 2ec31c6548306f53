import type { CalendarDate } from "../../../base/calendar.ts";
import { jsonText } from "../../../base/json.ts";
import { findPlan } from "../../../jobs/plans/find-plan.ts";
import { isRestDay, standingOf, type PlannedDay, type Standing } from "../../../jobs/plans/day-in-plan.ts";
import type { PlanFile } from "../../../plan/schema.ts";
import { labelled } from "../../../report/day-screen.ts";
import { healthNote } from "../../../report/health-note.ts";
import { nextText } from "../../../report/today.ts";
import { lastUnknown } from "../../../jobs/review/last-unknown.ts";
import { knownRides } from "../../../jobs/review/known-rides.ts";
import { matchKnown } from "../../../jobs/review/match-known.ts";
import type { Matching } from "../../../jobs/review/match.ts";
import { momentsOf } from "../../../jobs/moments/moments.ts";
import { openTest } from "../../../jobs/moments/open-test.ts";
import type { Done, Step } from "../../../plan/change-schema.ts";
import type { Asking } from "./ask-done.ts";
import { openEvent } from "./open-event.ts";
import type { Run } from "../../command.ts";
import { pagesFollow } from "../../pages-follow.ts";
import { plannedDayLines, todayLines, type DayAsked } from "../../day-lines.ts";
import { pageFor } from "../../page.ts";
import { placesOf } from "../../places.ts";
import { changePaths, readSteps } from "../../../storage/lived-files.ts";
import { planFlag } from "../../plan-flag.ts";
import { datedSearch } from "../../plan-search.ts";
import { ftpNews, toldPlan } from "../../../jobs/plans/saved-athlete.ts";
import { resolveSettings } from "../../settings.ts";
import type { todaySpec } from "./spec.ts";

type View = "today" | "next" | "week";

/** The week that `--week` means: the one that today is in; before the plan, its first. */
function weekNumber(plan: PlanFile, standing: Standing): number | undefined {
  if (standing.kind === "after") return undefined;
  return standing.kind === "during" ? standing.day.week.week_number : plan.training_plan.weekly_plan[0]?.week_number;
}

/** What is printed, and how much of it. */
interface Asked extends DayAsked {
  readonly view: View;
  readonly isFull: boolean;
}

const NOTHING_LEFT = "Nothing is left to ride in this plan.";

async function weekLines(standing: Standing, { plan, page, isFull, today }: Asked): Promise<string[]> {
  const number = weekNumber(plan, standing);
  if (number === undefined) return [];
  if (isFull) return (await import("../../../report/week.ts")).weekPage(plan, number, page) ?? [];
  return (await import("../../../report/week-screen.ts")).weekScreen(plan, number, { page, today }) ?? [];
}

/** A day with everything that the plan knows of it. */
async function fullDay(standing: Standing, asked: Asked): Promise<string[]> {
  const { plan, page, today, news } = asked;
  if (standing.kind !== "during") return todayLines(standing, asked);
  const { dayPage } = await import("../../../report/week.ts");
  const next = standing.next === undefined ? [] : ["", ...labelled("Next", nextText(plan, standing.next, today), page)];
  const note = news === undefined ? [] : labelled("Note", news, page);
  return [...(dayPage(plan, standing.day.date, page) ?? []), ...next, ...note];
}

async function linesOf(standing: Standing, asked: Asked): Promise<string[]> {
  const { view, plan, page, isFull } = asked;
  const gapped = (lines: readonly string[]): string[] => (lines.length === 0 ? [] : ["", ...lines]);
  if (view === "today") return isFull ? fullDay(standing, asked) : todayLines(standing, asked);
  const outside = standing.kind === "during" ? [] : todayLines(standing, { ...asked, moments: [] });
  if (standing.kind === "after") return outside;
  const before = outside.slice(0, 1);
  if (view === "week") {
    const week = await weekLines(standing, asked);
    return before.length === 0 ? week : [...before, ...gapped(week)];
  }
  if (standing.next === undefined) return [NOTHING_LEFT];
  const after = standingOf(plan, standing.next.date);
  const next = after.kind === "during" ? after.next : undefined;
  const day = isFull
    ? ((await import("../../../report/week.ts")).dayPage(plan, standing.next.date, page) ?? [])
    : plannedDayLines(standing.next, next, { ...asked, moments: [], news: undefined });
  return before.length === 0 ? day : [...before, ...gapped(day)];
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
  readonly steps: readonly Step[];
}

async function knownOf(
  { system, settings: { today }, path }: Asking,
  { training_plan: plan }: PlanFile,
): Promise<Known> {
  const [known, steps] = await Promise.all([
    knownRides(path, placesOf(system).state),
    readSteps(changePaths(path).changes),
  ]);
  return { done: known.done, matching: matchKnown(plan, known, today), steps };
}

/** Asks a person at a terminal the one thing that matters most today; true where something was asked. */
async function askFirst(asking: Asking, plan: PlanFile, given: string | undefined): Promise<boolean> {
  const { today } = asking.settings;
  // Questions bring what changes a plan along; a pipe is asked none.
  if (!asking.system.isTerminal.input) return false;
  const { done, matching } = await knownOf(asking, plan);
  const event = openEvent(plan.training_plan, done, today);
  const test = openTest(plan.training_plan, { matching, done, today });
  const ride = lastUnknown(matching, today);
  if ((event ?? test ?? ride) === undefined) return false;
  const { askDone, mayAskToday } = await import("./ask-done.ts");
  if (!(await mayAskToday(asking))) return false;
  if (event !== undefined) await (await import("./ask-event.ts")).askEvent(asking, event);
  else if (test !== undefined) await (await import("./ask-test.ts")).askTest(asking, test, given);
  else if (ride !== undefined) await askDone(asking, ride);
  return true;
}

/** `today [PLAN]`: what to ride today; `--next`: the next ride; `--week`: the week that today is in. */
export const today: Run<typeof todaySpec> = async ({ system, args: [given], flags, isJson }) => {
  const settings = await resolveSettings(system, flags);
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
      ? momentsOf(plan.training_plan, {
          today: settings.today,
          planFlag: asking.planFlag,
          ...(await knownOf(asking, plan)),
        })
      : [];
  if (isJson) {
    system.out(jsonText({ ...jsonOf(plan, standing, { view, today: settings.today }), moments }));
    return 0;
  }
  const page = await pageFor(system, settings);
  const isWhole = flags.health === true;
  const asked: Asked = {
    plan,
    page,
    view,
    today: settings.today,
    isFull: flags.full === true,
    moments,
    news: ftpNews(made, saved),
    hasHealth: !isWhole,
  };
  const note = isWhole ? healthNote(plan.training_plan.plan_metadata, page) : [];
  system.out(`${[...(await linesOf(standing, asked)), ...note].join("\n")}\n`);
  return 0;
};
