import type { Overview } from "../../plan/schema.ts";
import { sayOverview } from "../../plan/without-power.ts";
import type { PlanTask } from "../../plan/task.ts";
import type { LadderCatalogue } from "../../workout/ladder.ts";
import { refuseWithoutRoom } from "../intake/assume.ts";
import { ftpOutlook, plannedGain } from "../intake/ftp-outlook.ts";
import { planStart, type PlanStart } from "../intake/plan-start.ts";
import { withGivenRides } from "./given-rides.ts";
import { givenUp } from "./given-up.ts";
import { overviewHead } from "./head.ts";
import { monitoringGuidance } from "./monitoring.ts";
import { coachingNotes } from "./notes.ts";
import { overviewWeeks } from "./weeks.ts";
import type { Tuning } from "../retune/tuning.ts";
import { seasonOf } from "../season/season.ts";
import { taperLengths } from "../season/taper-length.ts";
import { testWeeks } from "../season/test-weeks.ts";
import { seasonWithTaper, type PlannedSeason } from "../week/choose-taper.ts";
import type { PlanBasis } from "../week/plan-basis.ts";
import { planLegs, type PlannedEvents } from "../week/plan-legs.ts";
import { planWeeks } from "../week/plan-weeks.ts";

/** The built-in overview source: a task to a proposed overview, offline. Throws PlanError NOT_FEASIBLE with the limit that binds. */
export function proposeOverview(task: PlanTask, catalogue: LadderCatalogue, tuning: Tuning): Overview {
  const start = planStart(task, catalogue);
  const { request, goal, event, timeline, profile, rider } = start;
  refuseWithoutRoom(profile, event);
  const { season, planned, taperDays } = plannedSeason(start, tuning);
  const { events } = start;
  const weeks = withGivenRides(overviewWeeks(planned, { season, rider, events }), { rider, events });
  const given = givenUp({ planned, rider, season });
  const outlook = ftpOutlook(profile, plannedGain(timeline.start, weeks), request.targetFtp);
  const facts = { planned, weeks, rider, season, events: start.events, goal: goal.kind, given, outlook };
  const head = overviewHead(start, {
    taperDays: season.taperDays,
    laterTapers: taperDays,
    outlook,
    source: "planner",
    notes: { coaching: coachingNotes(facts), monitoring: monitoringGuidance(facts) },
    warnings: [],
    given,
  });
  return sayOverview({ ...head, weekly_overview: weeks });
}

/** The season and its weeks, with the taper that was asked for or the shortest that serves. */
function plannedSeason(start: PlanStart, tuning: Tuning): PlannedSeason & Partial<PlannedEvents> {
  const { event, timeline, profile, rider } = start;
  if (start.events.length > 1) return planLegs(start, tuning);
  const basisOf = (taperDays: number): PlanBasis => {
    const season = seasonOf({ rider, timeline, event, taperDays });
    const tests = testWeeks(season, rider, profile.ftp_test_date);
    return { ...start, goal: start.goal.kind, season, tests, tuning };
  };
  if (event === undefined) {
    const basis = basisOf(0);
    return { season: basis.season, planned: planWeeks(basis) };
  }
  const at = { startingCtl: rider.startingCtl, weeks: timeline.weeks - timeline.eventWeeks };
  return seasonWithTaper(tuning.taperDays === undefined ? taperLengths(event, at) : [tuning.taperDays], basisOf);
}
