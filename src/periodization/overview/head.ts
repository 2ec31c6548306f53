import { heldBackSentences } from "../../athlete/held-back-words.ts";
import { roundTo } from "../../base/numbers.ts";
import type { Overview } from "../../plan/schema.ts";
import type { Reason } from "../../workout/schema.ts";
import type { FtpOutlook } from "../intake/ftp-outlook.ts";
import type { PlanStart } from "../intake/plan-start.ts";
import { scaleNotes } from "../../plan/scale.ts";
import { HEALTH_NOTE } from "../../plan/health-note.ts";

/** What an overview says of itself, beyond what it started from. */
interface HeadFacts {
  readonly taperDays: number;
  readonly outlook: FtpOutlook;
  readonly source: "planner" | "outside";
  readonly notes: { readonly coaching: string; readonly monitoring: string };
  /** Beside those of the start. */
  readonly warnings: readonly string[];
  readonly given: readonly Reason[];
}

/** The head of an overview, whoever proposed its weeks. */
export function overviewHead(start: PlanStart, facts: HeadFacts): Omit<Overview, "weekly_overview"> {
  const { request, profile, rider, timeline, goal, event } = start;
  const { outlook } = facts;
  const held = heldBackSentences(profile, timeline.weeks);
  return {
    schema_version: "1",
    plan_id: start.planId,
    athlete_profile: { ...profile, goals: request.goal === "" ? profile.goals : [request.goal] },
    plan_metadata: {
      total_weeks: timeline.weeks,
      current_ftp: profile.ftp,
      target_ftp: outlook.targetFtp,
      expected_ftp: outlook.expected,
      no_ftp_aim: outlook.noAim?.text,
      start_date: timeline.start,
      end_date: timeline.end,
      goal: { text: request.goal, kind: goal.kind, because: goal.because },
      event,
      taper_days: event === undefined ? undefined : facts.taperDays,
      starting_ctl: roundTo(rider.startingCtl, 1),
      starting_atl: roundTo(rider.startingAtl, 1),
      overview_source: facts.source,
      coaching_notes: [
        ...(held.length === 0 ? [] : [held.join(" ")]),
        ...scaleNotes(profile),
        facts.notes.coaching,
      ].join("\n\n"),
      monitoring_guidance: facts.notes.monitoring,
      health_note: HEALTH_NOTE,
      warnings: [...start.warnings, ...facts.warnings, ...(outlook.warning === undefined ? [] : [outlook.warning])],
      given_up: [...facts.given],
    },
  };
}
