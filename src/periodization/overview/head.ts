import { heldBackSentences } from "../../athlete/held-back-words.ts";
import { roundTo } from "../../base/numbers.ts";
import { isAim } from "../../plan/event-days.ts";
import type { ListedEvent, PlanEvent } from "../../plan/event-schema.ts";
import type { Overview } from "../../plan/schema.ts";
import type { Reason } from "../../workout/schema.ts";
import type { FtpOutlook } from "../intake/ftp-outlook.ts";
import type { PlanStart } from "../intake/plan-start.ts";
import { scaleNotes } from "../../plan/scale.ts";
import { HEALTH_NOTE } from "../../plan/health-note.ts";

/** What an overview says of itself, beyond what it started from. */
interface HeadFacts {
  readonly taperDays: number;
  /** Days of taper by event, where there are several. */
  readonly laterTapers?: ReadonlyMap<PlanEvent, number> | undefined;
  readonly outlook: FtpOutlook;
  readonly source: "planner" | "outside" | "model";
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
      events: eventList(start, facts),
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
      given_up: [...start.leftOut, ...facts.given],
    },
  };
}

/** The events as a plan lists them, each A with its taper; one alone needs no list. */
function eventList({ events, event }: PlanStart, { taperDays, laterTapers }: HeadFacts): ListedEvent[] | undefined {
  if (events.length <= 1) return undefined;
  return events.map((one) => {
    const days = laterTapers?.get(one) ?? (one.date === event?.date ? taperDays : 0);
    const listed = { ...one, priority: one.priority ?? "A" };
    return isAim(one) ? { ...listed, taper_days: days } : listed;
  });
}
