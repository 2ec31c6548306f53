import { isWithoutPower } from "../athlete/train-by.ts";
import { effortsIn, withEffort } from "../plan/effort-fields.ts";
import { mentionsPower, textsOf } from "../plan/without-power.ts";
import { rule, type Found, type Rule } from "./rule.ts";
import type { PlanView } from "./view.ts";

/** What tells the rider how hard they ride: without power nothing in the plan may need any. */

const FTP_TESTS = /^test_(?!heart_rate|talk)/;

/** Characters of a text that a finding quotes. */
const MOST_QUOTED = 60;

function ftpFound({ plan }: PlanView): Found[] {
  const { plan_metadata: metadata, athlete_profile: profile } = plan;
  const held = [profile.ftp, metadata.current_ftp, metadata.target_ftp].filter((one) => one !== undefined);
  if (held.length === 0) return [];
  return [{ message: "the plan goes without power and holds an FTP", numbers: { fields: held.length } }];
}

const testsFound = ({ days }: PlanView): Found[] =>
  days.flatMap((day) =>
    day.rides.flatMap(({ workout, isTest }) =>
      isTest && FTP_TESTS.test(workout.library_workout_id ?? "")
        ? [{ week: day.week, date: day.date, message: `"${workout.name}" is a test of FTP`, numbers: {} }]
        : [],
    ),
  );

function textsFound({ plan }: PlanView): Found[] {
  const said = textsOf(plan.plan_metadata, plan.weekly_plan).filter(mentionsPower);
  const [first] = said;
  if (first === undefined) return [];
  return [{ message: `a text speaks of power: "${first.slice(0, MOST_QUOTED)}"`, numbers: { texts: said.length } }];
}

const withoutPower = rule({
  id: "without-power",
  title: "A plan by heart rate or feel holds no FTP, no watt and no test of FTP",
  severity: "hard",
  class: "limit",
  reads: ["athlete"],
  source: "The rider's own answer (train_by); training science 12.4",
  evidence: "rider",
  check: (view) =>
    isWithoutPower(view.plan.athlete_profile) ? [...ftpFound(view), ...testsFound(view), ...textsFound(view)] : [],
});

const effortTold = rule({
  id: "effort-told",
  title: "What is ridden without power says how it should feel, and from five minutes on at which heart rate",
  severity: "hard",
  class: "limit",
  reads: ["athlete"],
  source:
    "The rider's own answers (train_by, train_outdoors_by); levels of heart rate and feel: training science 1.5, 12.4",
  evidence: "rider",
  check: ({ plan, days }) =>
    days.flatMap((day) =>
      day.rides.flatMap(({ workout }) => {
        const asked = effortsIn(withEffort(workout, plan.athlete_profile, day.week).segments);
        const said = effortsIn(workout.segments);
        const missing = asked.filter((one, i) => one !== said[i]).length;
        return missing === 0
          ? []
          : [
              {
                week: day.week,
                date: day.date,
                message: `"${workout.name}" has ${missing} part${missing === 1 ? "" : "s"} whose heart rate or feel is not what the levels say`,
                numbers: { parts: missing },
              },
            ];
      }),
    ),
});

export const TRAIN_BY_RULES = [withoutPower, effortTold] as const satisfies readonly Rule[];
