import type { TrainingPlan } from "../../../src/plan/schema.ts";
import { withEffort } from "../../../src/plan/effort-fields.ts";
import { sayMetadata, sayRide } from "../../../src/plan/without-power.ts";
import type { RuleCase } from "./rule-case.ts";
import { ride, week } from "./golden.ts";

/** The valid plan as one by heart rate. */
function byHeartRate(plan: TrainingPlan): void {
  const { athlete_profile: profile } = plan;
  profile.train_by = "heart_rate";
  delete profile.ftp;
  delete plan.plan_metadata.current_ftp;
  delete plan.plan_metadata.target_ftp;
  delete plan.plan_metadata.expected_ftp;
  delete plan.plan_metadata.scores;
  plan.plan_metadata = sayMetadata(plan.plan_metadata, profile);
  for (const one of plan.weekly_plan) {
    one.focus = one.focus.replace("FTP", "threshold");
    one.workouts = one.workouts.map((workout) => sayRide(withEffort(workout, profile, one.week_number), profile));
    for (const workout of one.workouts) if (workout.role === "test") workout.library_workout_id = "test_heart_rate";
  }
}

/** What tells the rider how hard they ride: one failing and one keeping case for each rule. */
export const TRAIN_BY_CASES: readonly RuleCase[] = [
  {
    rule: "without-power",
    breaks: (plan) => {
      byHeartRate(plan);
      week(plan, 2).focus = "Hold 250 W for an hour";
    },
    keeps: byHeartRate,
    says: /^a text speaks of power: "Hold 250 W for an hour"$/,
  },
  {
    rule: "effort-told",
    breaks: (plan) => {
      byHeartRate(plan);
      const [first] = ride(plan, 2, { role: "long" }).segments;
      if (first?.type === "warmup" || first?.type === "steady") first.feel = 9;
    },
    keeps: byHeartRate,
    week: 2,
    says: /has 1 part whose heart rate or feel is not what the levels say$/,
  },
];
