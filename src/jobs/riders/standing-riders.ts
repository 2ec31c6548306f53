import { addDays, daysBetween, type CalendarDate } from "../../base/calendar.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import { timeWords } from "../../base/time-words.ts";
import { eventsIn, isAim, lastEventDay } from "../../plan/event-days.ts";
import { eventName } from "../../plan/event-name.ts";
import { readinessWord } from "../../report/readiness.ts";
import type { StandingRow } from "../../report/riders.ts";
import { counted } from "../../report/units.ts";
import { riderFolders } from "../../storage/rider-folders.ts";
import { planStanding } from "../plans/plan-standing.ts";
import { readRiderPlan, type Rider, type RiderPlan } from "./rider-plan.ts";

/** Where the plan of a rider stands, for programs and for a line. */
export interface StandingRider {
  readonly json: object;
  readonly row: StandingRow;
}

/** The next event that a plan leads to; one that lasts is the next until its last day. */
const nextAim = ({ plan }: RiderPlan, today: CalendarDate): PlanEvent | undefined =>
  eventsIn(plan.training_plan.plan_metadata).find((event) => isAim(event) && lastEventDay(event) >= today);

const untilWords = (days: number): string => (days > 0 ? `in ${counted(days, "day")}` : "today");

function planJson(found: RiderPlan, today: CalendarDate): object {
  const { plan_metadata: meta, weekly_plan: weeks } = found.plan.training_plan;
  const week = weeks.find(({ start_date: start }) => start <= today && today < addDays(start, 7));
  const event = nextAim(found, today);
  return {
    plan_id: found.planId,
    plan_file: found.file,
    stands: planStanding(found.plan, today).words,
    week: week?.week_number ?? null,
    total_weeks: meta.total_weeks,
    start_date: meta.start_date,
    end_date: meta.end_date,
    event:
      event === undefined
        ? null
        : { date: event.date, name: eventName(event), days_until: Math.max(0, daysBetween(today, event.date)) },
    readiness: found.readiness?.state ?? null,
    hours_this_week: week?.planned_hours ?? null,
  };
}

const NO_PLAN = {
  plan_id: null,
  plan_file: null,
  stands: null,
  week: null,
  total_weeks: null,
  start_date: null,
  end_date: null,
  event: null,
  readiness: null,
  hours_this_week: null,
};

function rowOf({ name, found, troubles }: Rider, today: CalendarDate): StandingRow {
  const trouble = troubles.join("; ");
  if (found === undefined) return { rider: name, stands: "", event: "", until: "", ready: "", hours: "", trouble };
  const event = nextAim(found, today);
  const weeks = found.plan.training_plan.weekly_plan;
  const week = weeks.find(({ start_date: start }) => start <= today && today < addDays(start, 7));
  return {
    rider: name,
    stands: planStanding(found.plan, today).words,
    event: event === undefined ? "" : eventName(event),
    until: event === undefined ? "" : untilWords(daysBetween(today, event.date)),
    ready: readinessWord(found.readiness) ?? "",
    hours: week === undefined ? "" : timeWords(week.planned_hours * 60),
    trouble,
  };
}

/** Where the plans of all riders in a folder stand, by rider: each is read by itself, and only its row is kept. */
export async function standingRiders(root: string, today: CalendarDate): Promise<StandingRider[]> {
  const riders: StandingRider[] = [];
  for await (const folder of riderFolders(root)) {
    const rider = await readRiderPlan(folder, today);
    const { name, found, troubles } = rider;
    const json = {
      rider: name,
      folder: folder.below,
      ...(found === undefined ? NO_PLAN : planJson(found, today)),
      troubles,
    };
    riders.push({ json, row: rowOf(rider, today) });
  }
  const collator = new Intl.Collator("en", { numeric: true });
  return riders.sort((a, b) => collator.compare(a.row.rider, b.row.rider));
}
