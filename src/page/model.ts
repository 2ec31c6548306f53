import { daysBetween, type CalendarDate } from "../base/calendar.ts";
import { cleanLine } from "../base/text.ts";
import { eventsIn, isAim } from "../plan/event-days.ts";
import { eventName } from "../plan/event-name.ts";
import { HEALTH_NOTE } from "../plan/health-note.ts";
import { limitWords } from "../plan/limit-words.ts";
import { readinessWord } from "../report/readiness.ts";
import { livedPlan } from "../rules/lived.ts";
import { readinessOf } from "../rules/readiness.ts";
import { planView, type PlanView } from "../rules/view.ts";
import { behindThePlan, type Behind } from "./behind-model.ts";
import { programOf, type PageInput } from "./input.ts";
import { isPrivateWord } from "./privacy.ts";
import { phasesInZones, type PhaseZones } from "./zones-model.ts";
import { seasonModel, type SeasonModel } from "./season-model.ts";
import { weekModel, type WeekModel } from "./week-model.ts";

export interface EventModel {
  readonly date: CalendarDate;
  readonly name: string;
  readonly hours: number;
}

/** All that a page says, in values. */
export interface PageModel {
  readonly planId: string;
  readonly title: string;
  readonly today: CalendarDate;
  readonly start: CalendarDate;
  readonly end: CalendarDate;
  /** What the plan leads to: days are counted to it, or to the end of the plan. */
  readonly aim: EventModel | undefined;
  readonly events: readonly EventModel[];
  readonly readiness: string | undefined;
  readonly note: string;
  /** The most that this rider may ride in some week, said with the safety line. */
  readonly limit: string | undefined;
  readonly weeks: readonly WeekModel[];
  readonly season: SeasonModel;
  readonly zones: readonly PhaseZones[];
  readonly behind: Behind;
  readonly ftpWatts: number | undefined;
  readonly planFlag: string;
  /** How commands begin: `cycling-plan`, `npx cycling-plan`. */
  readonly program: string;
}

const KIND_TITLES: Readonly<Record<string, string>> = {
  "improve-ftp": "A higher threshold",
  "build-endurance": "More endurance",
  "race-prep": "Race season",
  "weight-loss": "Ride regularly",
  "general-fitness": "General fitness",
  event: "The event",
};

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
const LONGEST_TITLE = 90;

/** The rider's own goal; where it tells of weight or health, what the plan leads to. */
function titleOf({ file, today }: PageInput): string {
  const { goal, event } = file.training_plan.plan_metadata;
  const text = cleanLine(goal?.text ?? "", LONGEST_TITLE);
  if (text !== "" && !isPrivateWord(text, today)) return capital(text);
  if (event !== undefined && !isPrivateWord(eventName(event), today)) return capital(eventName(event));
  return KIND_TITLES[goal?.kind ?? ""] ?? "Training plan";
}

/** What holds the rider this week, in their scale and without its cause. */
function limitOf({ file, season, today }: PageInput): string | undefined {
  const { athlete_profile: profile, plan_metadata: metadata } = file.training_plan;
  const week = Math.min(Math.max(1, Math.floor(daysBetween(metadata.start_date, today) / 7) + 1), metadata.total_weeks);
  const words = limitWords(profile, week, season.ftpWatts);
  return words === undefined ? undefined : `Your limit in week ${week}: ${words}.`;
}

function eventModels({ file, today }: PageInput): EventModel[] {
  return eventsIn(file.training_plan.plan_metadata).map((event) => ({
    date: event.date,
    name: isPrivateWord(eventName(event), today) ? event.type : cleanLine(eventName(event), LONGEST_TITLE),
    hours: event.hours,
  }));
}

function aimOf({ file, today }: PageInput, events: readonly EventModel[]): EventModel | undefined {
  const aims = eventsIn(file.training_plan.plan_metadata).filter(isAim);
  const next = aims.find(({ date }) => date >= today) ?? aims.at(-1);
  return events.find(({ date }) => date === next?.date);
}

/** Everything that a page says of a plan on a day. */
export function pageModel(input: PageInput): PageModel {
  const plan = input.file.training_plan;
  const view: PlanView = planView(plan);
  const lived: PlanView = planView(livedPlan(plan));
  const weeks = view.weeks.map((week) => weekModel(week, input));
  const events = eventModels(input);
  const { start_date: start, end_date: end, readiness, health_note: note } = plan.plan_metadata;
  return {
    planId: plan.plan_id,
    title: titleOf(input),
    today: input.today,
    start,
    end,
    aim: aimOf(input, events),
    events,
    readiness: readinessWord(readiness ?? readinessOf(view)),
    note: note ?? HEALTH_NOTE,
    limit: limitOf(input),
    weeks,
    season: seasonModel(lived, weeks, input),
    zones: phasesInZones(view),
    behind: behindThePlan(input),
    ftpWatts: input.season.ftpWatts,
    planFlag: input.planFlag,
    program: programOf(input),
  };
}
