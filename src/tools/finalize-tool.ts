import type { Overview, PlanMetadata, TrainingPlan, Week } from "../plan/schema.ts";
import { sayMetadata } from "../plan/without-power.ts";
import { checkPlan } from "../rules/check-plan.ts";
import type { Finding } from "../rules/finding.ts";
import { PROPOSAL } from "../rules/proposal-rules.ts";
import { fitnessLossSentence } from "../rules/fitness-cost.ts";
import { longestRideSentence } from "../rules/longest-ride.ts";
import { ownRideReasons } from "../rules/own-ride-reasons.ts";
import type { Reason } from "../workout/schema.ts";
import { readinessOf } from "../rules/readiness.ts";
import { scoresOf } from "../rules/scores.ts";
import { aimViews, planView, type AimView } from "../rules/view.ts";
import type { Outcome } from "./outcome.ts";

/** The third tool: every week present and consistent, and the whole plan inside every hard rule. Scores and waivers are stored with it. */
export function finalizePlan(overview: Overview, weeks: readonly Week[]): Outcome<TrainingPlan> {
  const missing = overview.weekly_overview.filter(
    (entry) => !weeks.some((week) => week.week_number === entry.week_number),
  );
  const extra = weeks.filter(
    (week) => !overview.weekly_overview.some((entry) => entry.week_number === week.week_number),
  );
  if (missing.length > 0 || extra.length > 0)
    return {
      kind: "rejected",
      findings: [
        ...missing.map((entry) =>
          presence(entry.week_number, `week ${entry.week_number} of the overview has no week file`),
        ),
        ...extra.map((week) => presence(week.week_number, `week ${week.week_number} is not in the overview`)),
      ],
    };
  const plan: TrainingPlan = {
    schema_version: "1",
    plan_id: overview.plan_id,
    athlete_profile: overview.athlete_profile,
    plan_metadata: overview.plan_metadata,
    weekly_plan: [...weeks].sort((a, b) => a.week_number - b.week_number),
  };
  const view = planView(plan);
  const verdict = checkPlan(view);
  if (verdict.hard.length > 0) return { kind: "rejected", findings: verdict.hard };
  const aims = aimViews(view);
  const readiness = aims[0] && readinessOf(aims[0]);
  const own = ownRideReasons(view, verdict.waivers);
  const checked: TrainingPlan = {
    ...plan,
    plan_metadata: sayMetadata(
      {
        ...plan.plan_metadata,
        ...withReadiness(plan.plan_metadata, aims),
        warnings: withSentences(plan.plan_metadata.warnings ?? [], [
          longestRideSentence(aims[0] ?? view, readiness),
          fitnessLossSentence(view),
          ...own.map(({ text }) => text),
        ]),
        ...(own.length === 0 ? {} : { given_up: withReasons(plan.plan_metadata.given_up ?? [], own) }),
        waivers: [...verdict.waivers],
        readiness,
        scores: scoresOf(view, verdict.scored),
      },
      plan.athlete_profile,
    ),
  };
  return { kind: "accepted", value: checked, findings: verdict.scored };
}

/** Of several events each A with how ready the plan makes for it. */
function withReadiness({ events }: PlanMetadata, aims: readonly AimView[]): Pick<PlanMetadata, "events"> {
  if (events === undefined) return {};
  return {
    events: events.map((event) => {
      const aim = aims.find((one) => one.event.date === event.date);
      const readiness = aim && readinessOf(aim);
      return readiness === undefined ? event : { ...event, readiness };
    }),
  };
}

/** What the whole plan shows beside what was known before its weeks; nothing twice. */
const withSentences = (warnings: readonly string[], more: readonly (string | undefined)[]): string[] => [
  ...new Set([...warnings, ...more.filter((text) => text !== undefined)]),
];

/** The same for what was given up: a plan that is finished again says it once. */
const withReasons = (given: readonly Reason[], more: readonly Reason[]): Reason[] => [
  ...given.filter(({ text }) => more.every((one) => one.text !== text)),
  ...more,
];

const presence = (week: number, message: string): Finding => ({
  rule: PROPOSAL.weekFiles.id,
  severity: "hard",
  week,
  message,
  numbers: { week },
});
