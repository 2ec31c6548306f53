import type { PlanRequest } from "../../athlete/request.ts";
import type { Rider } from "../../athlete/rider.ts";
import type { Profile } from "../../athlete/schema.ts";
import { roundTo } from "../../base/numbers.ts";
import type { Overview, PlanEvent } from "../../plan/schema.ts";
import type { Reason } from "../../workout/schema.ts";
import type { FtpOutlook } from "../intake/ftp-outlook.ts";
import type { MappedGoal } from "../intake/goal.ts";
import type { Timeline } from "../intake/timeline.ts";
import { HEALTH_NOTE } from "./health-note.ts";

/** What an overview says of itself before its weeks. */
export interface HeadFacts {
  readonly planId: string;
  readonly request: PlanRequest;
  readonly profile: Profile;
  readonly rider: Rider;
  readonly timeline: Timeline;
  readonly goal: MappedGoal;
  readonly event: PlanEvent | undefined;
  readonly taperDays: number;
  readonly outlook: FtpOutlook;
  readonly source: "planner" | "outside";
  readonly notes: { readonly coaching: string; readonly monitoring: string };
  readonly warnings: readonly string[];
  readonly given: readonly Reason[];
}

/** The head of an overview, whoever proposed its weeks. */
export function overviewHead(facts: HeadFacts): Omit<Overview, "weekly_overview"> {
  const { request, profile, rider, timeline, goal, event, outlook } = facts;
  return {
    schema_version: "1",
    plan_id: facts.planId,
    athlete_profile: { ...profile, goals: request.goal === "" ? profile.goals : [request.goal] },
    plan_metadata: {
      total_weeks: timeline.weeks,
      current_ftp: profile.ftp,
      target_ftp: outlook.targetFtp,
      expected_ftp: outlook.expected,
      start_date: timeline.start,
      end_date: timeline.end,
      goal: { text: request.goal, kind: goal.kind, because: goal.because },
      ...(event === undefined ? {} : { event, taper_days: facts.taperDays }),
      starting_ctl: roundTo(rider.startingCtl, 1),
      starting_atl: roundTo(rider.startingAtl, 1),
      overview_source: facts.source,
      coaching_notes: facts.notes.coaching,
      monitoring_guidance: facts.notes.monitoring,
      health_note: HEALTH_NOTE,
      warnings: [...facts.warnings, ...(outlook.warning === undefined ? [] : [outlook.warning])],
      given_up: [...facts.given],
    },
  };
}
