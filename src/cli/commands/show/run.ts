import { daysBetween, type CalendarDate } from "../../../base/calendar.ts";
import { jsonText } from "../../../base/json.ts";
import { standingOf } from "../../../jobs/plans/day-in-plan.ts";
import { findPlan } from "../../../jobs/plans/find-plan.ts";
import { toldPlan } from "../../../jobs/plans/saved-athlete.ts";
import type { PlanFile } from "../../../plan/schema.ts";
import { healthNote } from "../../../report/health-note.ts";
import type { Page } from "../../../report/page.ts";
import type { Run } from "../../command.ts";
import type { FlagsOf } from "../../flags.ts";
import { pageFor } from "../../page.ts";
import { placesOf } from "../../places.ts";
import { datedSearch } from "../../plan-search.ts";
import { resolveSettings } from "../../settings.ts";
import { seasonHead } from "../../season-head.ts";
import { shellWord } from "../../shell-word.ts";
import { planAndWhat, whatOfPlan, type WhatOfPlan } from "../../what-of-plan.ts";
import { openPage } from "./open-page.ts";
import type { showSpec } from "./spec.ts";

interface At {
  readonly page: Page;
  readonly today: CalendarDate;
  readonly flags: FlagsOf<typeof showSpec>;
  /** The plan as a command names it; "" for the current one. */
  readonly named: string;
}

async function seasonLines(plan: PlanFile, { page, today, flags, named }: At): Promise<string[]> {
  if (flags.full === true) return (await import("../../../report/plan-page.ts")).planPage(plan, page);
  const { seasonScreen } = await import("../../../report/season-screen.ts");
  const { planView } = await import("../../../rules/view.ts");
  const { plan_metadata: meta } = plan.training_plan;
  const week = Math.min(meta.total_weeks, Math.max(1, Math.floor(daysBetween(meta.start_date, today) / 7) + 1));
  const head = seasonHead(plan, today);
  const more = `More: cycling-plan show ${named}week ${week} · show ${named}sat · show ${named}--full`;
  return seasonScreen({ view: planView(plan.training_plan), today, head, more }, page);
}

async function dayLines(plan: PlanFile, date: CalendarDate, { page, today, flags }: At): Promise<string[]> {
  if (flags.full === true) return (await import("../../../report/week.ts")).dayPage(plan, date, page) ?? [];
  const { plannedDayLines } = await import("../../day-lines.ts");
  const standing = standingOf(plan, date);
  if (standing.kind !== "during") return [];
  const asked = { plan, today, page, moments: [], news: undefined, hasHealth: flags.health !== true };
  return plannedDayLines(standing.day, standing.next, asked);
}

async function linesOf(plan: PlanFile, what: WhatOfPlan, at: At): Promise<string[]> {
  if (what.kind === "season") return seasonLines(plan, at);
  if (what.kind === "day") return dayLines(plan, what.date, at);
  if (at.flags.full === true)
    return (await import("../../../report/week.ts")).weekPage(plan, what.number, at.page) ?? [];
  return (await import("../../../report/week-screen.ts")).weekScreen(plan, what.number, at) ?? [];
}

function valueOf(file: PlanFile, what: WhatOfPlan): unknown {
  const { training_plan: plan } = file;
  if (what.kind === "season") return file;
  if (what.kind === "week") return plan.weekly_plan.find((one) => one.week_number === what.number);
  const workouts = plan.weekly_plan.flatMap((week) => week.workouts.filter(({ date }) => date === what.date));
  return { date: what.date, workouts };
}

/** `show [PLAN] [WHAT]`: the season as a chart, a week, or a day; `--full` with everything that the plan knows of it. */
export const show: Run<typeof showSpec> = async ({ system, args: [words], flags, isJson }) => {
  const settings = await resolveSettings(system, flags);
  const { today } = settings;
  const { plan: given, what } = planAndWhat(words, today);
  const { path } = await findPlan(datedSearch(system, settings, given));
  const { plan } = await toldPlan(path, { ...placesOf(system), typed: flags.ftp });
  if (flags.open === true) return openPage({ system, given, isJson }, { planPath: path, plan, today });
  const meant = whatOfPlan(plan, { what, flags }, today);
  if (isJson) {
    system.out(jsonText(valueOf(plan, meant)));
    return 0;
  }
  const page = await pageFor(system, settings);
  const named = given === undefined ? "" : `${shellWord(given, system.platform)} `;
  const note = flags.health === true ? healthNote(plan.training_plan.plan_metadata, page) : [];
  system.out(`${[...(await linesOf(plan, meant, { page, today, flags, named })), ...note].join("\n")}\n`);
  return 0;
};
