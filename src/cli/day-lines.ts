import type { CalendarDate } from "../base/calendar.ts";
import { isRestDay, type PlannedDay, type Standing } from "../jobs/plans/day-in-plan.ts";
import type { Moment } from "../jobs/moments/moments.ts";
import type { PlanFile } from "../plan/schema.ts";
import { dayScreen } from "../report/day-screen.ts";
import { momentLines } from "../report/moments.ts";
import type { Page } from "../report/page.ts";
import { afterScreen, beforeScreen, eventScreen, nextText, restScreen, type Around } from "../report/today.ts";

/** What a day's screen is made from. */
export interface DayAsked {
  readonly plan: PlanFile;
  /** The day of the run. */
  readonly today: CalendarDate;
  readonly moments: readonly Moment[];
  /** A sentence on a newer FTP. */
  readonly news: string | undefined;
  /** False where the whole health note stands below. */
  readonly hasHealth: boolean;
  readonly page: Page;
}

const pairs = (moments: readonly Moment[], kind: Moment["kind"]): (readonly [string, string])[] =>
  moments
    .filter((one) => one.kind === kind)
    .flatMap(({ lines }) => lines.map(({ label, text }) => [label, text] as const));

/** Moments that stand above a session; the others stand below it. */
function aboveOf({ moments, page }: DayAsked): string[][] {
  const above = moments.filter(({ kind }) => kind !== "race_eve" && kind !== "ended" && kind !== "before");
  return above.map(({ lines }) => momentLines(lines, page));
}

/** A day inside the plan: rest, the event, or what is ridden. */
export function plannedDayLines(day: PlannedDay, next: PlannedDay | undefined, asked: DayAsked): string[] {
  const { plan, today, moments, news, hasHealth, page } = asked;
  const eve = pairs(moments, "race_eve");
  const following: Around["after"] =
    eve.length > 0 ? eve : next === undefined ? [] : [["Next", nextText(plan, next, today)]];
  const after = [...following, ...(news === undefined ? [] : [["Note", news] as const])];
  const around = { page, moments: aboveOf(asked), after };
  if (isRestDay(day))
    return restScreen(plan, day, {
      ...around,
      isIll: moments.some(({ kind, lines }) => kind === "ill" && lines[0]?.label === "Ill"),
    });
  const event = eventScreen(plan, day, { ...around, hasHealth });
  if (event !== undefined) return event;
  return dayScreen({ plan, ...day, ...around, hasHealth, isEve: eve.length > 0 }, page);
}

/** Today in 5 to 20 lines: before the plan, on a day of it, and after it. */
export function todayLines(standing: Standing, asked: DayAsked): string[] {
  const { plan, today, moments, page } = asked;
  if (standing.kind === "during") return plannedDayLines(standing.day, standing.next, asked);
  if (standing.kind === "before")
    return beforeScreen(plan, { today, first: standing.next }, { page, after: pairs(moments, "before") });
  return afterScreen(plan, today, { page, moments: aboveOf(asked), after: pairs(moments, "ended") });
}
