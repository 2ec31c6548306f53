import type { PlanRequest } from "../../athlete/request.ts";
import { riderOf } from "../../athlete/rider.ts";
import { weekdayIndex, type CalendarDate } from "../../base/calendar.ts";
import { TAPER_DAYS } from "../../rules/limits.ts";
import type { Overview, PlanEvent } from "../../plan/schema.ts";
import type { LadderCatalogue } from "../../workout/ladder.ts";
import { assumedProfile, refuseWithoutRoom } from "../intake/assume.ts";
import { resolveEvent, styleOf } from "../intake/events.ts";
import { ftpOutlook } from "../intake/ftp-outlook.ts";
import { mapGoal } from "../intake/goal.ts";
import { timelineOf } from "../intake/timeline.ts";
import { givenUp } from "./given-up.ts";
import { overviewHead } from "./head.ts";
import { coachingNotes, monitoringGuidance } from "./notes.ts";
import { overviewWeeks } from "./weeks.ts";
import { seasonOf } from "../season/season.ts";
import { testWeeks } from "../season/test-weeks.ts";
import { LadderForms } from "../week/ladder-forms.ts";
import { planWeeks } from "../week/plan-weeks.ts";
import type { PlannedWeek } from "../week/progress.ts";

export interface ProposalInput {
  readonly request: PlanRequest;
  readonly today: CalendarDate;
  readonly planId: string;
  readonly catalogue: LadderCatalogue;
  /** Warnings that came with the request. */
  readonly warnings?: readonly string[];
  /** Factors on the minutes of weeks that a tool found too hard. */
  readonly easing?: ReadonlyMap<number, number>;
  /** Days of taper instead of the event's usual ones, after a tool found the form on the day out of bounds. */
  readonly taperDays?: number;
  readonly taperCut?: number;
  /** Factor on the work above 75 % that weeks may hold, after a phase held too much of it (rule 18). */
  readonly workShare?: number;
  /** The long ride is on a day of those where the longest belongs, after it was longer elsewhere (rule 22). */
  readonly longInTime?: boolean;
  /** Most minutes of a ride before the weeks where the longest belongs, where even that did not serve. */
  readonly longCap?: number;
}

/** The built-in overview source: a request to a proposed overview, offline. Throws PlanError NOT_FEASIBLE with the limit that binds. */
export function proposeOverview(input: ProposalInput): Overview {
  const { request } = input;
  const mapped = mapGoal(request.goal, request.event !== undefined);
  const resolved =
    request.event === undefined
      ? undefined
      : resolveEvent(request.event, { mapped: mapped.eventType, level: request.profile.experience_level });
  const event = resolved?.event;
  const timeline = timelineOf(request, input.today);
  const { profile, warnings } = assumedProfile(request, event, resolved?.assumptions ?? []);
  refuseWithoutRoom(profile, event);
  const rider = riderOf(profile, event);
  const taperDays =
    event === undefined
      ? 0
      : (input.taperDays ??
        wholeTaper(event, taperDaysOf(event, { startingCtl: rider.startingCtl, weeks: timeline.weeks })));
  const season = seasonOf({ rider, timeline, event, taperDays });
  const tests = testWeeks(season, rider, profile.ftp_test_date);
  const planned = planWeeks({
    rider,
    season,
    goal: mapped.kind,
    ladderForms: new LadderForms(input.catalogue.forms, rider.level),
    catalogue: input.catalogue,
    tests,
    easing: input.easing ?? new Map<number, number>(),
    ...(input.workShare === undefined ? {} : { workShare: input.workShare }),
    ...(input.longInTime === undefined ? {} : { longInTime: input.longInTime }),
    ...(input.longCap === undefined ? {} : { longCap: input.longCap }),
    ...(input.taperCut === undefined ? {} : { taperCut: input.taperCut }),
  });
  const weeks = overviewWeeks(planned, { season, rider });
  const outlook = ftpOutlook(profile, timeline.weeks, request.targetFtp);
  const given = givenUp({ planned, rider, season });
  const facts = { planned, weeks, rider, season, goal: mapped.kind, given };
  const head = overviewHead({
    planId: input.planId,
    request,
    profile,
    rider,
    timeline,
    goal: mapped,
    event,
    taperDays,
    outlook,
    source: "planner",
    notes: { coaching: coachingNotes(facts), monitoring: monitoringGuidance(facts) },
    warnings: [
      ...(input.warnings ?? []),
      ...timeline.warnings,
      ...warnings,
      ...eventWarnings(event, { weeks: timeline.weeks, longest: longestPlanned(planned) }),
    ],
    given,
  });
  return { ...head, weekly_overview: weeks };
}

/** Little fitness and a short event need no long taper; a short plan has no room for one (training science 3.1, 3.4). */
function taperDaysOf(event: PlanEvent, { startingCtl, weeks }: { startingCtl: number; weeks: number }): number {
  const usual = styleOf(event).taperDays;
  return weeks <= 8 || (startingCtl < 45 && event.hours <= 3)
    ? Math.max(TAPER_DAYS.fewest, Math.min(usual, weeks <= 6 ? TAPER_DAYS.fewest : 8))
    : usual;
}

/** Two days of taper at the end of a week are neither a load week nor a taper week: one day more makes it a taper week. */
const wholeTaper = (event: PlanEvent, days: number): number =>
  days - weekdayIndex(event.date) === 2 ? days + 1 : days;

const longestPlanned = (planned: readonly PlannedWeek[]): number =>
  Math.max(0, ...planned.flatMap((week) => week.rides.map((ride) => ride.minutes)));

function eventWarnings(event: PlanEvent | undefined, { weeks, longest }: { weeks: number; longest: number }): string[] {
  if (event === undefined || event.hours <= 4) return [];
  if (weeks < 8 && longest < event.hours * 20)
    return [
      `${event.hours} hours is a long day after ${weeks} weeks: your longest ride will be ${longest} minutes. Ride the event easily and eat early, or choose a shorter one.`,
    ];
  return [];
}
