import type { Profile } from "../athlete/schema.ts";
import { WEEKDAYS } from "../base/calendar.ts";
import { roundTo, sum } from "../base/numbers.ts";
import { measureWorkout } from "../load/measure.ts";
import { weekSums } from "../load/week-sums.ts";
import type { Overview, OverviewWeek, TrainingDay, Week } from "../plan/schema.ts";
import { withEffort } from "../plan/effort-fields.ts";
import { sayRide } from "../plan/without-power.ts";
import { dayMinutes } from "../rules/limit-rules.ts";
import { PROPOSAL, TIME_BUDGET } from "../rules/proposal-rules.ts";
import type { Finding } from "../rules/finding.ts";
import type { Found } from "../rules/rule.ts";
import { isRide, isTraining } from "../workout/rides.ts";
import type { SegmentJson, Workout } from "../workout/schema.ts";
import { secondsOfSegment, readSegment } from "../workout/segment.ts";
import { withFixedRides } from "./fixed-workouts.ts";
import { withIds } from "../plan/session-id.ts";
import type { Outcome } from "./outcome.ts";

/** An endurance ride that is too long loses steps of this many minutes, never under an hour (the seed document). */
const FIX = { step: 15, least: 60 };

export interface WeekProposalInput {
  readonly overview: Overview;
  readonly weekNumber: number;
  readonly workouts: readonly Workout[];
}

/** The second tool: one week of workouts, measured and held to its overview week; endurance rides that are too long are mended. */
export function acceptWeek(input: WeekProposalInput): Outcome<Week> {
  const week = input.overview.weekly_overview.find((entry) => entry.week_number === input.weekNumber);
  if (week === undefined)
    return {
      kind: "rejected",
      findings: [
        hard(
          input.weekNumber,
          { message: `the overview has no week ${input.weekNumber}`, numbers: { week: input.weekNumber } },
          PROPOSAL.weekNumber.id,
        ),
      ],
    };
  const sorted = [...input.workouts].sort((a, b) => WEEKDAYS.indexOf(a.weekday) - WEEKDAYS.indexOf(b.weekday));
  const { athlete_profile: profile } = input.overview;
  const planned = mended(withFixedRides(sorted, week), week).map((workout) =>
    asRidden(workout, profile, input.weekNumber),
  );
  const workouts = withIds(planned, { planId: input.overview.plan_id, week });
  const findings = [
    ...dayFindings(workouts, week),
    ...segmentFindings(workouts, week),
    ...budgetFindings(workouts, week),
  ];
  if (findings.length > 0) return { kind: "rejected", findings };
  return { kind: "accepted", value: asWeek(week, workouts), findings };
}

const hard = (week: number, found: Found, rule: Finding["rule"]): Finding => ({
  rule,
  severity: "hard",
  week,
  ...found,
});

/** The event and the rides that happen anyway are as long as they are. */
const isGiven = ({ role }: Workout): boolean => role === "event" || role === "fixed";

/** A proposed ride as its rider is told it: measured, marked as indoor or not, in heart rate or feel where they go by those. */
export const asRidden = (workout: Workout, profile: Profile, week: number): Workout =>
  sayRide(withEffort(marked(measured(workout), profile.indoor?.days ?? []), profile, week), profile);

/** The load is always our own simulation's, whatever was proposed. */
const measured = (workout: Workout): Workout =>
  isRide(workout) ? { ...workout, tss: measureWorkout(workout).tss } : { ...workout, tss: 0 };

/** Rides of indoor days say so; the event and what happens anyway never are. */
const marked = (workout: Workout, indoors: readonly string[]): Workout =>
  isRide(workout) && !isGiven(workout) && indoors.includes(workout.weekday) ? { ...workout, indoor: true } : workout;

function asWeek(week: OverviewWeek, workouts: readonly Workout[]): Week {
  return {
    week_number: week.week_number,
    start_date: week.start_date,
    phase: week.phase,
    week_type: week.week_type,
    focus: week.focus,
    target_hours: week.target_hours,
    target_tss: week.target_tss,
    why: week.why,
    ...(week.other_sport === undefined ? {} : { other_sport: week.other_sport }),
    ...weekSums(workouts),
    workouts: [...workouts],
  };
}

type DayFault = Found & { readonly rule: Finding["rule"] };

function dayFindings(workouts: readonly Workout[], week: OverviewWeek): Finding[] {
  return week.training_days.flatMap((day, i) => {
    const here = workouts.filter((workout) => workout.weekday === day.weekday);
    return [...presenceFaults(day, { here, index: i }), ...placeFaults(day, { here, index: i })].map(
      ({ rule, ...found }) => hard(week.week_number, { date: day.date, ...found }, rule),
    );
  });
}

interface Here {
  readonly here: readonly Workout[];
  readonly index: number;
}

/** Every weekday is there, with its own date. */
function presenceFaults(day: TrainingDay, { here, index }: Here): DayFault[] {
  const rule = PROPOSAL.weekDays.id;
  const missing = `${day.weekday} is missing; a rest day is a workout of type rest`;
  const wrong = here.find((workout) => workout.date !== day.date);
  return [
    ...(here.length === 0 ? [{ rule, message: missing, numbers: { weekday: index + 1 } }] : []),
    ...(wrong === undefined
      ? []
      : [{ rule, message: `${day.weekday} is ${day.date}, the workout says ${wrong.date}`, numbers: {} }]),
  ];
}

/** Rides only where the overview asks for them, there always, and never longer than the day. */
function placeFaults(day: TrainingDay, { here, index }: Here): DayFault[] {
  const rule = PROPOSAL.designatedDays.id;
  if (day.workout_types.includes("rest"))
    return here.some((workout) => workout.type !== "rest" && workout.role !== "fixed")
      ? [{ rule, message: `${day.weekday} is a rest day in the overview`, numbers: { weekday: index + 1 } }]
      : [];
  const minutes = roundTo(
    sum(here.filter((workout) => workout.role !== "event").map((workout) => workout.duration_min)),
    2,
  );
  const wantsRide = day.target_minutes > 0 && !day.workout_types.every((type) => type === "strength");
  const message = `${day.weekday} has no ride, the overview asks for ${day.workout_types.join(" and ")}`;
  return [
    ...(day.role !== "event" && minutes > day.max_minutes && !here.every(({ role }) => role === "fixed")
      ? [
          {
            rule: dayMinutes.id,
            message: `${minutes} min on a ${day.weekday} of ${day.max_minutes}`,
            numbers: { minutes, limit: day.max_minutes },
          },
        ]
      : []),
    ...(wantsRide && !here.some((workout) => isRide(workout) && workout.role !== "fixed")
      ? [{ rule, message, numbers: { minutes: day.target_minutes } }]
      : []),
  ];
}

function segmentFindings(workouts: readonly Workout[], week: OverviewWeek): Finding[] {
  return workouts.filter(isRide).flatMap((workout) => {
    const { seconds } = measureWorkout(workout);
    const said = workout.duration_min * 60;
    return Math.abs(seconds - said) > 0.5
      ? [
          hard(
            week.week_number,
            {
              date: workout.date,
              message: `"${workout.name}": segments add up to ${roundTo(seconds / 60, 2)} min, not ${workout.duration_min}`,
              numbers: { segments: roundTo(seconds / 60, 2), said: workout.duration_min },
            },
            PROPOSAL.segmentSum.id,
          ),
        ]
      : [];
  });
}

const budgetOf = (week: OverviewWeek): number => week.target_hours * 3600;
const ridden = (workouts: readonly Workout[]): number =>
  sum(workouts.filter(isTraining).map((workout) => measureWorkout(workout).seconds));

function budgetFindings(workouts: readonly Workout[], week: OverviewWeek): Finding[] {
  const budget = budgetOf(week);
  const seconds = ridden(workouts);
  if (Math.abs(seconds - budget) <= budget * TIME_BUDGET + 60) return [];
  return [
    hard(
      week.week_number,
      {
        message: `${roundTo(seconds / 3600, 2)} h planned, ${week.target_hours} asked, ${TIME_BUDGET * 100} % either way allowed`,
        numbers: { planned_hours: roundTo(seconds / 3600, 2), target_hours: week.target_hours },
      },
      PROPOSAL.timeBudget.id,
    ),
  ];
}

/** Too long a week: endurance rides lose warm-up and cool-down, then 15-minute steps, never under 60 minutes (the seed document). */
function mended(workouts: readonly Workout[], week: OverviewWeek): Workout[] {
  const most = budgetOf(week) * (1 + TIME_BUDGET);
  let all = [...workouts];
  for (const shorten of [withoutEdges, oneStepShorter]) {
    for (let changed = true; changed && ridden(all) > most;) {
      changed = false;
      for (const [i, workout] of all.entries()) {
        if (workout.type !== "endurance" || isGiven(workout) || ridden(all) <= most) continue;
        const shorter = shorten(workout);
        if (shorter === undefined) continue;
        all = all.map((other, k) => (k === i ? shorter : other));
        changed = true;
      }
    }
  }
  return all;
}

const lengthOf = (segments: readonly SegmentJson[]): number =>
  sum(segments.map((segment) => secondsOfSegment(readSegment(segment)))) / 60;

function withoutEdges(workout: Workout): Workout | undefined {
  const segments = workout.segments.filter((segment) => segment.type !== "warmup" && segment.type !== "cooldown");
  const minutes = lengthOf(segments);
  return segments.length < workout.segments.length && minutes >= FIX.least
    ? { ...workout, segments, duration_min: roundTo(minutes, 4) }
    : undefined;
}

function oneStepShorter(workout: Workout): Workout | undefined {
  const longest = workout.segments.reduce<SegmentJson | undefined>(
    (best, segment) =>
      segment.type === "steady" && (best?.type !== "steady" || segment.duration_min > best.duration_min)
        ? segment
        : best,
    undefined,
  );
  const left = lengthOf(workout.segments) - FIX.step;
  if (longest?.type !== "steady" || longest.duration_min <= FIX.step || left < FIX.least) return undefined;
  const segments = workout.segments.map((segment) =>
    segment === longest ? { ...longest, duration_min: longest.duration_min - FIX.step } : segment,
  );
  return { ...workout, segments, duration_min: roundTo(lengthOf(segments), 4) };
}
