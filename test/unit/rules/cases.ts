import { addDays, WEEKDAYS, type Weekday } from "../../../src/base/calendar.ts";
import type { HeldBack } from "../../../src/athlete/schema.ts";
import type { TrainingPlan } from "../../../src/plan/schema.ts";
import type { RuleClass } from "../../../src/rules/rule.ts";
import {
  copyWeek,
  daysOff,
  easyRide,
  loadWeeks,
  plant,
  recoveryWeeks,
  refill,
  repeats,
  restDay,
  resum,
  ride,
  session,
  steady,
  stretch,
  swapDays,
  taperWeeks,
  week,
} from "./golden.ts";

import { GIVEN_TERMS } from "./given-term-cases.ts";
import { SEVERAL_EVENTS } from "./several-events-cases.ts";
import { TIME_TERMS } from "./time-term-cases.ts";
import type { Change, RuleCase } from "./rule-case.ts";
import { TRAIN_BY_CASES } from "./train-by-cases.ts";

/** Shape rules for which the code knows no excuse: named, so that a new one cannot hide here. */
export const NEVER_EXCUSED = ["hours-used"];
export const WAIVABLE: RuleClass = "shape";

const { freeze } = Object;
/** Monday of a week. */
const monday = (plan: TrainingPlan, number: number) => week(plan, number).start_date;
/** What is ridden in a week, the event too. */
const rides = (plan: TrainingPlan, number: number) =>
  week(plan, number).workouts.filter(({ segments }) => segments.length > 0);
const first = (numbers: readonly number[]): number => numbers[0] ?? 1;
const last = (numbers: readonly number[]): number => numbers.at(-1) ?? 1;

const LIMITS: readonly RuleCase[] = [
  {
    rule: "available-days",
    breaks: (plan) => {
      swapDays(plan, 2, ["Thursday", "Friday"]);
    },
    keeps: (plan) => {
      swapDays(plan, 2, ["Thursday", "Wednesday"]);
    },
    week: 2,
    says: /did not choose/,
  },
  {
    rule: "unavailable-dates",
    breaks: (plan) => {
      daysOff(plan, addDays(monday(plan, 3), 1));
    },
    keeps: (plan) => {
      daysOff(plan, addDays(monday(plan, 3), 4));
    },
    week: 3,
    says: /days off/,
  },
  {
    rule: "day-minutes",
    breaks: (plan) => {
      easyRide(ride(plan, 2, { weekday: "Tuesday" }), 76);
    },
    keeps: (plan) => {
      easyRide(ride(plan, 2, { weekday: "Tuesday" }), 75);
    },
    week: 2,
    says: /^1 h 16 on a day of 1 h 15$/,
  },
  {
    rule: "shortest-ride",
    breaks: (plan) => {
      easyRide(ride(plan, 5, { weekday: "Tuesday" }), 29);
    },
    keeps: (plan) => {
      easyRide(ride(plan, 5, { weekday: "Tuesday" }), 30);
    },
    week: 5,
    says: /29 min/,
  },
  {
    rule: "weekly-ceiling",
    breaks: (plan) => {
      easyRide(ride(plan, 5, { role: "long" }), 240);
    },
    says: / in a week of at most 8 h$/,
    week: 5,
  },
  {
    rule: "rest-days",
    breaks: (plan) => {
      plant(plan, 2, { weekday: "Friday", segments: [steady(30, 55)] });
    },
    week: 2,
    says: /^1 full rest days, 2 needed$/,
  },
];

/** No ride from a day of week 5 on, until week 7. */
function pause(plan: TrainingPlan, fromDay: number): void {
  for (const workout of rides(plan, 5)) if (WEEKDAYS.indexOf(workout.weekday) >= fromDay) restDay(workout);
  for (const workout of rides(plan, 6)) restDay(workout);
}

const LOAD: readonly RuleCase[] = [
  {
    rule: "hours-used",
    breaks: (plan) => {
      for (const number of loadWeeks(plan).slice(3)) stretch(ride(plan, number, { role: "long" }), 0.5);
    },
    says: /load weeks use [\d.]+ %/,
  },
  {
    rule: "first-week",
    breaks: (plan) => {
      plan.athlete_profile.recent_weekly_hours = 6.95;
    },
    keeps: (plan) => {
      plan.athlete_profile.recent_weekly_hours = 6.99;
    },
    week: 1,
    says: /at most from what is ridden now$/,
  },
  {
    rule: "return-week",
    breaks: (plan) => {
      pause(plan, 3);
    },
    keeps: (plan) => {
      pause(plan, 3);
      for (const workout of rides(plan, 7)) stretch(workout, 0.5);
    },
    week: 7,
    says: /first week back/,
  },
  {
    rule: "fitness-ramp",
    breaks: (plan) => Object.assign(plan.plan_metadata, { starting_ctl: 15, starting_atl: 15 }),
    week: 1,
    says: /fitness rises by [\d.]+ in the week, 5 at most/,
  },
  {
    rule: "block-ramp",
    breaks: (plan) => Object.assign(plan.plan_metadata, { starting_ctl: 20, starting_atl: 20 }),
    week: 4,
    says: /a week over the block/,
  },
  {
    rule: "lowest-form",
    breaks: (plan) => (plan.plan_metadata.starting_atl = plan.plan_metadata.starting_ctl + 36),
    keeps: (plan) => (plan.plan_metadata.starting_atl = plan.plan_metadata.starting_ctl + 34.9),
    week: 1,
    says: /in the morning, -35 at least/,
  },
  {
    rule: "form-after-week",
    breaks: (plan) => (plan.plan_metadata.starting_atl = plan.plan_metadata.starting_ctl + 60),
    week: 1,
    says: /after the week, -25 at least/,
  },
  {
    rule: "load-spike",
    breaks: (plan) => {
      easyRide(ride(plan, 6, { role: "long" }), 400, 70);
    },
    week: 6,
    says: /% of the last load weeks/,
  },
  {
    rule: "monotony",
    breaks: (plan) => {
      for (const weekday of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const)
        plant(plan, 2, { weekday, segments: [steady(60, 65)] });
    },
    week: 2,
    says: /^monotony 10, 1.7 aimed at$/,
  },
];

const RECOVERY: readonly RuleCase[] = [
  {
    rule: "load-weeks-in-a-row",
    breaks: (plan) => {
      week(plan, first(recoveryWeeks(plan))).week_type = "base";
    },
    excuse: (plan) => {
      daysOff(plan, addDays(monday(plan, 4), 1));
    },
    says: /load weeks in a row, 3 at most/,
  },
  {
    rule: "recovery-load",
    breaks: (plan) => {
      const number = first(recoveryWeeks(plan));
      for (const workout of rides(plan, number)) stretch(workout, 0.6);
    },
    excuse: (plan) => {
      daysOff(plan, addDays(monday(plan, first(recoveryWeeks(plan))), 2));
    },
    says: /% of the load weeks before it, 45 to 70 asked/,
  },
  {
    rule: "recovery-work",
    breaks: (plan) => {
      plantThreshold(plan, first(recoveryWeeks(plan)), ["Tuesday"]);
    },
    keeps: (plan) => {
      quiet(plan, first(recoveryWeeks(plan)));
    },
    says: /1 of them before Friday/,
  },
  {
    rule: "recovery-form",
    breaks: (plan) => {
      copyWeek(plan, first(recoveryWeeks(plan)) - 1, first(recoveryWeeks(plan)));
    },
    says: /after the recovery week/,
  },
];

/** A week of easy riding and its long ride, for sessions to be planted in: where the planner puts its own may change. */
function quiet(plan: TrainingPlan, number: number): void {
  for (const workout of rides(plan, number)) if (workout.role !== "long") easyRide(workout, 60);
}

const threshold = session(repeats(2, [8, 96], [4, 55]));
function plantThreshold(plan: TrainingPlan, number: number, weekdays: readonly Weekday[]): void {
  quiet(plan, number);
  for (const weekday of weekdays) plant(plan, number, { weekday, type: "threshold", segments: threshold });
}
function plantSharp(plan: TrainingPlan, number: number, weekdays: readonly Weekday[]): void {
  quiet(plan, number);
  for (const weekday of weekdays) plant(plan, number, { weekday, type: "vo2max", segments: sharp });
}

/** Long enough above 105 % to count, and short enough for everybody. */
const sharp = session(repeats(8, [1, 112], [2, 50]));

const INTENSITY: readonly RuleCase[] = [
  {
    rule: "hard-days",
    breaks: (plan) => {
      plantThreshold(plan, 6, ["Tuesday", "Thursday", "Saturday"]);
    },
    keeps: (plan) => {
      plantThreshold(plan, 6, ["Tuesday", "Thursday"]);
    },
    week: 6,
    says: /^3 hard days, 2 at most$/,
  },
  {
    rule: "hard-day-spacing",
    breaks: (plan) => {
      plantThreshold(plan, 6, ["Tuesday", "Wednesday"]);
    },
    keeps: (plan) => {
      plantThreshold(plan, 6, ["Tuesday", "Thursday"]);
    },
    week: 6,
    says: /right after another/,
  },
  {
    rule: "vo2max-spacing",
    breaks: (plan) => {
      plan.athlete_profile.age = 50;
      plantSharp(plan, 6, ["Tuesday", "Thursday"]);
    },
    keeps: (plan) => {
      plan.athlete_profile.age = 49;
      plantSharp(plan, 6, ["Tuesday", "Thursday"]);
    },
    week: 6,
    says: /^48 h after the last efforts above 105 %, 72 needed$/,
  },
  {
    rule: "easy-share",
    breaks: (plan) => {
      for (const number of loadWeeks(plan).slice(0, 3)) easyRide(ride(plan, number, { role: "long" }), 150, 78);
    },
    keeps: (plan) => {
      for (const number of loadWeeks(plan).slice(0, 3)) easyRide(ride(plan, number, { role: "long" }), 150, 75);
    },
    excuse: (plan) => {
      daysOff(plan, addDays(monday(plan, 2), 1));
    },
    says: /is at or below 75 % of FTP/,
  },
  {
    rule: "high-share",
    breaks: (plan) => {
      for (const number of loadWeeks(plan))
        refill(ride(plan, number, { weekday: "Thursday" }), session(steady(65, 101)));
    },
    says: /above FTP/,
  },
  {
    rule: "beginner-power",
    breaks: (plan) => {
      quietBeginner(plan);
      refill(ride(plan, 3, { weekday: "Tuesday" }), session(repeats(6, [1, 95], [1, 55])));
    },
    keeps: (plan) => {
      quietBeginner(plan);
      refill(
        ride(plan, 3, { weekday: "Tuesday" }),
        session(repeats(6, [0.25, 150], [2, 55]), repeats(2, [5, 94], [5, 55])),
      );
    },
    week: 3,
    says: /power above 94 %/,
  },
  {
    rule: "careful-start",
    breaks: (plan) => {
      calm(plan);
      refill(ride(plan, 4, { weekday: "Tuesday" }), [steady(40, 76)]);
    },
    keeps: (plan) => {
      calm(plan);
    },
    week: 4,
    says: /power above 75 %/,
  },
  {
    rule: "effort-cap",
    breaks: (plan) => {
      holdBack(
        plan,
        { by: "limit", max_power_pct: 80, from_week: 1, through_week: 4, until: addDays(monday(plan, 4), 1) },
        80,
      );
      refill(ride(plan, 4, { weekday: "Tuesday" }), [steady(40, 81)]);
    },
    keeps: (plan) => {
      holdBack(plan, { by: "limit", max_power_pct: 80, from_week: 1, through_week: 4, until: monday(plan, 4) }, 80);
      refill(ride(plan, 4, { weekday: "Tuesday" }), [steady(40, 81)]);
    },
    week: 4,
    says: /81 % of FTP under a limit of 80 %/,
  },
  {
    rule: "health-limit",
    breaks: (plan) => {
      const last = plan.weekly_plan.length;
      holdBack(plan, { by: "careful", max_power_pct: 75, from_week: 1, through_week: last }, 70);
      ride(plan, last, { role: "event" }).segments = [steady(60, 76)];
    },
    keeps: (plan) => {
      holdBack(plan, { by: "careful", max_power_pct: 75, from_week: 1, through_week: plan.weekly_plan.length }, 75);
    },
    says: /76 % of FTP under a limit of 75 %/,
  },
  {
    rule: "comeback-power",
    breaks: (plan) => {
      holdBack(plan, { by: "comeback", max_power_pct: 90, from_week: 3, through_week: 6 }, 65);
      ride(plan, 4, { weekday: "Tuesday" }).role = "test";
    },
    keeps: (plan) => {
      holdBack(plan, { by: "comeback", max_power_pct: 90, from_week: 3, through_week: 6 }, 90);
    },
    week: 4,
    says: /a test under a limit of 90 %/,
  },
  {
    rule: "comeback-first-week",
    breaks: (plan) => {
      comeBack(plan);
      easyRide(ride(plan, 1), 41);
    },
    keeps: (plan) => {
      comeBack(plan);
    },
    week: 1,
    says: /3 rides, the longest of 41 min, in the first week back/,
  },
  {
    rule: "key-sessions",
    breaks: (plan) => {
      withoutWork(plan, loadWeeks(plan).slice(3, 6));
    },
    keeps: (plan) => {
      withoutWork(plan, loadWeeks(plan).slice(3, 4));
    },
    excuse: (plan) => {
      for (const number of loadWeeks(plan).slice(3)) daysOff(plan, addDays(monday(plan, number), 1));
    },
    says: /of \d load weeks of build and peak hold a key session/,
  },
];

/** A limit on power, kept by every ride of its weeks: all of them easy, none a test. */
function holdBack(plan: TrainingPlan, limit: HeldBack, percent: number): void {
  plan.athlete_profile.held_back = [limit];
  for (let number = limit.from_week; number <= limit.through_week; number++)
    for (const workout of rides(plan, number))
      if (workout.role === "event") workout.segments = [steady(Math.round(workout.duration_min), percent)];
      else easyRide(workout, Math.round(workout.duration_min), percent);
}

/** A return whose first week holds three rides of 40 minutes. */
function comeBack(plan: TrainingPlan): void {
  holdBack(plan, { by: "comeback", max_power_pct: 75, from_week: 1, through_week: 2 }, 62);
  rides(plan, 1).forEach((workout, i) => {
    if (i < 3) easyRide(workout, 40);
    else restDay(workout);
  });
}

/** A beginner whose first three weeks hold nothing firm and no test. */
function quietBeginner(plan: TrainingPlan): void {
  plan.athlete_profile.experience_level = "beginner";
  for (const number of [1, 2, 3]) quiet(plan, number);
}

/** Weeks in which every ride is easy, the long one too. */
function withoutWork(plan: TrainingPlan, numbers: readonly number[]): void {
  for (const number of numbers)
    for (const workout of rides(plan, number)) easyRide(workout, Math.round(workout.duration_min), 65);
}

/** A careful start: four weeks of easy riding without a test. */
function calm(plan: TrainingPlan): void {
  plan.athlete_profile.careful_start = true;
  for (const number of [1, 2, 3, 4])
    for (const workout of rides(plan, number)) easyRide(workout, Math.round(workout.duration_min), 65);
}

const LONG_RIDES: readonly RuleCase[] = [
  {
    rule: "long-ride-growth",
    breaks: (plan) => {
      easyRide(ride(plan, 2, { role: "long" }), 181);
    },
    keeps: (plan) => {
      easyRide(ride(plan, 2, { role: "long" }), 180);
    },
    week: 2,
    says: /^the longest ride is 3 h 01, 3 h at most after 2 h 30$/,
  },
  {
    rule: "longest-ride-timing",
    breaks: (plan) => {
      for (const number of loadWeeks(plan).slice(-3)) easyRide(ride(plan, number, { role: "long" }), 100);
    },
    excuse: (plan) => {
      daysOff(plan, addDays(monday(plan, last(loadWeeks(plan))), 1));
    },
    says: /days before the event; 10 to 28 days before it/,
  },
  {
    rule: "long-ride-share",
    breaks: (plan) => {
      easyRide(ride(plan, 5, { role: "long" }), 300);
    },
    week: 5,
    says: /^the longest ride is 5\d % of the week$/,
  },
];

const EVENT: readonly RuleCase[] = [
  {
    rule: "taper-volume",
    breaks: (plan) => {
      for (const number of taperWeeks(plan)) for (const workout of tapering(plan, number)) stretch(workout, 1.3);
    },
    excuse: (plan) => {
      daysOff(plan, addDays(monday(plan, last(taperWeeks(plan))), 1));
    },
    says: /^the taper cuts \d+ % of the riding, 41 to 60 asked$/,
  },
  {
    rule: "event-form",
    breaks: (plan) => {
      for (const number of taperWeeks(plan)) for (const workout of tapering(plan, number)) easyRide(workout, 120, 75);
    },
    excuse: (plan) => {
      daysOff(plan, addDays(monday(plan, last(taperWeeks(plan))), 1));
    },
    says: /on the event's morning, -5 to \+25 asked/,
  },
  {
    rule: "taper-fitness",
    breaks: (plan) => {
      for (const number of taperWeeks(plan)) for (const workout of tapering(plan, number)) stretch(workout, 0.4);
    },
    keeps: (plan) => {
      for (const number of taperWeeks(plan)) for (const workout of tapering(plan, number)) stretch(workout, 1.1);
    },
    says: /from its peak to the event/,
  },
  {
    rule: "last-days",
    breaks: (plan) => {
      const number = last(taperWeeks(plan));
      refill(ride(plan, number, { role: "openers" }), session(repeats(6, [1, 112], [3, 50])));
    },
    keeps: (plan) => {
      const number = last(taperWeeks(plan));
      refill(ride(plan, number, { role: "openers" }), session(repeats(5, [1, 112], [3, 50])));
    },
    says: /^a hard session 1 day before the event$/,
  },
  {
    rule: "test-timing",
    breaks: (plan) => {
      lateTest(plan);
    },
    excuse: (plan) => {
      daysOff(plan, addDays(monday(plan, 2), 2));
    },
    says: /^\d+ days without a test$/,
  },
  {
    rule: "test-spacing",
    breaks: (plan) => {
      plant(plan, 4, { weekday: "Friday", type: "threshold", segments: session(repeats(2, [8, 96], [4, 55])) });
    },
    keeps: (plan) => {
      plant(plan, 4, { weekday: "Thursday", type: "threshold", segments: session(repeats(2, [8, 96], [4, 55])) });
    },
    week: 4,
    says: /^a test the day after a hard day$/,
  },
];

const tapering = (plan: TrainingPlan, number: number) =>
  week(plan, number).workouts.filter(({ segments, role }) => segments.length > 0 && role !== "event");

/** The only test stands at the end of week 10. */
function lateTest(plan: TrainingPlan): void {
  for (const one of plan.weekly_plan)
    for (const workout of one.workouts.filter(({ role }) => role === "test")) easyRide(workout, 60);
  week(plan, 10).week_type = "recovery";
  plant(plan, 10, { weekday: "Saturday", type: "threshold", role: "test", segments: session(steady(20, 100)) });
}

const SESSIONS: readonly RuleCase[] = [
  {
    rule: "feasible-efforts",
    breaks: (plan) => {
      refill(ride(plan, 6, { weekday: "Tuesday" }), session(steady(21, 98)), { type: "threshold" });
    },
    keeps: (plan) => {
      refill(ride(plan, 6, { weekday: "Tuesday" }), session(steady(20, 98)), { type: "threshold" });
    },
    week: 6,
    says: /one effort at 95-100 %: 1260 s, 1200 at most/,
  },
  {
    rule: "w-balance",
    breaks: (plan) => {
      refill(ride(plan, 6, { weekday: "Tuesday" }), session(repeats(4, [4, 118], [1, 55])), { type: "vo2max" });
    },
    keeps: (plan) => {
      refill(ride(plan, 6, { weekday: "Tuesday" }), session(repeats(4, [3, 112], [4, 50])), { type: "vo2max" });
    },
    week: 6,
    says: /% of W' left at the hardest point/,
  },
  {
    rule: "honest-label",
    breaks: (plan) => {
      quiet(plan, 6);
      ride(plan, 6, { weekday: "Wednesday" }).type = "threshold";
    },
    keeps: (plan) => {
      quiet(plan, 6);
    },
    week: 6,
    says: /called threshold/,
  },
  {
    rule: "warm-up",
    breaks: (plan) => {
      refill(ride(plan, 6, { weekday: "Tuesday" }), [steady(7.5, 60), repeats(3, [5, 91], [3, 55]), steady(10, 50)]);
    },
    keeps: (plan) => {
      refill(ride(plan, 6, { weekday: "Tuesday" }), [steady(8, 60), repeats(3, [5, 91], [3, 55]), steady(5, 50)]);
    },
    week: 6,
    says: /7.5 min before the first effort above 90 %/,
  },
  {
    rule: "ladder-steps",
    breaks: (plan) => {
      climb(plan, 2);
    },
    keeps: (plan) => {
      climb(plan, 4);
    },
    excuse: (plan) => {
      daysOff(plan, addDays(monday(plan, 7), 4));
      daysOff(plan, addDays(monday(plan, 7), 1));
    },
    week: 7,
    says: /falls from level 3 to 2 within the phase/,
  },
  {
    rule: "variety",
    breaks: (plan) => {
      copyWeek(plan, 5, 6);
    },
    week: 6,
    says: /again after 7 days/,
  },
  {
    rule: "overload",
    breaks: (plan) => {
      evenPhases(plan);
      refill(ride(plan, 6, { role: "key" }), session(steady(8, 80)));
    },
    keeps: (plan) => {
      evenPhases(plan);
    },
    week: 6,
    says: /min of work after \d+ the week before/,
  },
  {
    rule: "strength",
    breaks: (plan) => {
      strengthOn(plan, "Saturday");
    },
    keeps: (plan) => {
      strengthOn(plan, "Tuesday");
    },
    week: 6,
    says: /^strength the day before a long ride$/,
  },
];

/** A threshold ladder that stands at level 3 in week 5, and at another level in week 7. */
function climb(plan: TrainingPlan, level: number): void {
  const rung = { weekday: "Tuesday", type: "threshold", role: "key", family: "threshold" } as const;
  plant(plan, 5, { ...rung, level: 3, segments: session(repeats(3, [8, 97], [4, 55])) });
  easyRide(ride(plan, 6, { weekday: "Tuesday" }), 70);
  plant(plan, 7, { ...rung, level, segments: session(repeats(4, [6, 96], [3, 55])) });
}

/** Every load week of a phase is its first one. */
function evenPhases(plan: TrainingPlan): void {
  for (const number of loadWeeks(plan)) {
    const twin = loadWeeks(plan).find((other) => week(plan, other).phase === week(plan, number).phase);
    if (twin !== undefined && twin !== number) copyWeek(plan, twin, number);
  }
}

/** The week's strength session on another weekday, after its ride. */
function strengthOn(plan: TrainingPlan, weekday: "Saturday" | "Tuesday"): void {
  quiet(plan, 6);
  for (const number of [5, 6, 7]) {
    const one = week(plan, number);
    const moved = one.workouts.find(({ type }) => type === "strength");
    one.workouts = one.workouts.filter(({ type }) => type !== "strength");
    if (number !== 6 || moved === undefined) continue;
    const at = one.workouts.findIndex((workout) => workout.weekday === weekday);
    one.workouts.splice(at + 1, 0, { ...moved, weekday, date: addDays(one.start_date, weekday === "Tuesday" ? 1 : 5) });
  }
}

const INTEGRITY: readonly RuleCase[] = [
  {
    rule: "dates",
    breaks: (plan) => {
      const one = week(plan, 6);
      one.workouts = one.workouts.filter(({ weekday }) => weekday !== "Friday");
    },
    week: 6,
    says: /^Friday is missing$/,
  },
  {
    rule: "load-figures",
    breaks: (plan) => {
      ride(plan, 6, { role: "long" }).tss += 0.6;
    },
    keeps: (plan) => {
      ride(plan, 6, { role: "long" }).tss += 0.05;
    },
    week: 6,
    says: /says load [\d.]+, its segments give/,
  },
  {
    rule: "whole-numbers",
    breaks: (plan) => {
      refill(ride(plan, 6, { weekday: "Wednesday" }), [steady(60, 62.5)]);
    },
    keeps: (plan) => {
      refill(ride(plan, 6, { weekday: "Wednesday" }), [steady(60.6667, 62)]);
    },
    week: 6,
    says: /no whole second or percent/,
  },
  {
    rule: "target-ftp",
    breaks: (plan) => {
      plan.plan_metadata.target_ftp = 330;
    },
    keeps: (plan) => {
      plan.plan_metadata.target_ftp = 330;
      plan.plan_metadata.warnings = ["A target FTP of 330 W is ambitious."];
    },
    says: /^a target of 330 W with \d+ W expected, and no warning$/,
  },
];

const FIGURES = ["load-figures", "dates"];

/** One failing and one passing case for every rule of a whole plan; hours and loads add up again, unless they are the point. */
export const CASES: readonly RuleCase[] = freeze(
  [
    ...LIMITS,
    ...LOAD,
    ...RECOVERY,
    ...INTENSITY,
    ...LONG_RIDES,
    ...EVENT,
    ...SESSIONS,
    ...INTEGRITY,
    ...TIME_TERMS,
    ...GIVEN_TERMS,
    ...TRAIN_BY_CASES,
    ...SEVERAL_EVENTS,
  ].map((one) => {
    if (FIGURES.includes(one.rule)) return one;
    const summed =
      (change: Change | undefined): Change =>
      (plan) => {
        change?.(plan);
        resum(plan);
      };
    return { ...one, breaks: summed(one.breaks), keeps: summed(one.keeps) };
  }),
);
