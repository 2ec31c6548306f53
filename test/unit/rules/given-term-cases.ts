import type { FixedRide } from "../../../src/athlete/terms.ts";
import { addDays, weekdayOf } from "../../../src/base/calendar.ts";
import type { TrainingPlan } from "../../../src/plan/schema.ts";
import type { RuleCase } from "./rule-case.ts";
import { plant, ride, steady, week } from "./golden.ts";

/** A ride that the rider does anyway, said and planted on its date. */
function rides(plan: TrainingPlan, number: number, said: Omit<FixedRide, "date"> & { date: FixedRide["date"] }): void {
  plan.athlete_profile.fixed_rides = [said];
  plant(plan, number, {
    weekday: weekdayOf(said.date ?? "2027-01-01"),
    segments: [steady(said.minutes, 65)],
    role: "fixed",
    effort: said.effort,
  });
}

/** The day after the test of the first week. */
const afterTest = (plan: TrainingPlan): FixedRide["date"] => addDays(ride(plan, 1, { role: "test" }).date, 1);

/** What the rider does anyway: one failing and one keeping case for each rule. */
export const GIVEN_TERMS: readonly RuleCase[] = [
  {
    rule: "fixed-rides",
    breaks: (plan) => {
      rides(plan, 3, { date: week(plan, 3).start_date, minutes: 60, effort: "easy" });
      plan.athlete_profile.fixed_rides = [{ date: week(plan, 3).start_date, minutes: 61, effort: "easy" }];
    },
    keeps: (plan) => {
      rides(plan, 3, { date: week(plan, 3).start_date, minutes: 60, effort: "easy" });
    },
    week: 3,
    says: /^the rider's own ride is missing \(61 min, easy\)$/,
  },
  {
    rule: "beside-own-hard",
    breaks: (plan) => {
      rides(plan, 1, { date: afterTest(plan), minutes: 60, effort: "hard" });
    },
    keeps: (plan) => {
      rides(plan, 1, { date: afterTest(plan), minutes: 60, effort: "moderate" });
    },
    week: 1,
    says: /^a hard day is planned the day beside something hard that the rider does anyway \(2026-12-\d\d\)$/,
  },
  {
    rule: "other-sport",
    breaks: (plan) => {
      const date = week(plan, 4).start_date;
      plan.athlete_profile.other_sport = [{ date, minutes: 45, sport: "run", effort: "easy" }];
      week(plan, 4).other_sport = [{ date, minutes: 45, sport: "run", effort: "easy", load: 31 }];
    },
    keeps: (plan) => {
      const date = week(plan, 4).start_date;
      plan.athlete_profile.other_sport = [{ date, minutes: 45, sport: "run", effort: "easy" }];
      week(plan, 4).other_sport = [{ date, minutes: 45, sport: "run", effort: "easy", load: 30 }];
    },
    week: 4,
    says: /^other sport is missing \(2026-12-28: 45 min of run, easy, load 30\)$/,
  },
];
