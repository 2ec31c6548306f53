import { WEEKDAYS } from "../../src/base/calendar.ts";
import { measureWorkout } from "../../src/load/measure.ts";
import { lowestWBalance } from "../../src/load/w-balance.ts";
import type { TrainingPlan, Week } from "../../src/plan/schema.ts";
import type { PlanView } from "../../src/rules/view.ts";
import type { Workout } from "../../src/workout/schema.ts";
import { everySecondOf, fitnessByDays, loadBySeconds, lowestWBySeconds } from "../../test/support/simulate.ts";

/** A figure of a written plan beside the same figure from its segments, second by second. */
export interface Figure {
  readonly what: string;
  readonly said: number;
  readonly found: number;
  /** How far they may be apart: what rounding in the file takes away. */
  readonly tolerance: number;
}

interface Ride {
  readonly workout: Workout;
  readonly seconds: number;
  readonly load: number;
  readonly easySeconds: number;
}

const DUST = 1e-6;
/** Half of the last decimal of a load, of hours, of a duration in minutes, of a share in percent. */
const HALF = { load: 0.05 + DUST, hours: 0.005 + DUST, minutes: 0.00005 + DUST, percent: 0.05 + DUST };

const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

function rideOf(workout: Workout): Ride {
  const power = everySecondOf(workout);
  return {
    workout,
    seconds: power.length,
    load: loadBySeconds(power),
    easySeconds: power.filter((fraction) => fraction <= 0.75 + DUST).length,
  };
}

const ridesOf = (week: Week): Ride[] => week.workouts.filter((workout) => workout.segments.length > 0).map(rideOf);
const isTraining = (ride: Ride): boolean => ride.workout.role !== "event";

/** Seconds of a ramp are whole here, and cut where it crosses a power in the program: so far they may be apart. */
const RAMP_SECONDS = 2;
const secondsOver = (power: readonly number[], floor: number): number =>
  power.filter((fraction) => fraction > floor).length;

/** What the rules read of a ride beside its load: time at or above 90 % and above 105 %, and the least that is left of W'. */
function ofEfforts(workout: Workout): Figure[] {
  const power = everySecondOf(workout);
  const { secondsFrom90, secondsAbove105, steps } = measureWorkout(workout);
  const name = `${workout.name} on ${workout.date}`;
  return [
    {
      what: `seconds from 90 % in ${name}`,
      said: secondsFrom90,
      found: secondsOver(power, 0.9 - DUST),
      tolerance: RAMP_SECONDS,
    },
    {
      what: `seconds above 105 % in ${name}`,
      said: secondsAbove105,
      found: secondsOver(power, 1.05 + DUST),
      tolerance: RAMP_SECONDS,
    },
    { what: `W' left in ${name}`, said: lowestWBalance(steps), found: lowestWBySeconds(power), tolerance: DUST },
  ];
}

function ofWeek(week: Week, rides: readonly Ride[]): Figure[] {
  const training = rides.filter(isTraining);
  const name = `week ${week.week_number}`;
  return [
    ...rides.flatMap(({ workout }) => ofEfforts(workout)),
    ...rides.flatMap(({ workout, seconds, load }) => [
      { what: `load of ${workout.name} on ${workout.date}`, said: workout.tss, found: load, tolerance: HALF.load },
      {
        what: `minutes of ${workout.name} on ${workout.date}`,
        said: workout.duration_min,
        found: seconds / 60,
        tolerance: HALF.minutes,
      },
    ]),
    {
      what: `${name} hours`,
      said: week.planned_hours,
      found: add(training.map((ride) => ride.seconds)) / 3600,
      tolerance: HALF.hours,
    },
    // A sum of rounded loads: as many halves as there are rides.
    {
      what: `${name} load`,
      said: week.planned_tss,
      found: add(training.map((ride) => ride.load)),
      tolerance: HALF.load * Math.max(1, training.length),
    },
    {
      what: `${name} load as the sum of its rides`,
      said: week.planned_tss,
      found: add(training.map((ride) => ride.workout.tss)),
      tolerance: DUST,
    },
  ];
}

/** Load of an hour of another sport (training science 12.2). */
const SPORT_LOADS = { easy: 40, moderate: 55, hard: 72, race: 90 };

/** What other sport adds to form: both sums begin with what is done every week, and go on with what stands in the plan. */
function formOfSport({ plan, days }: PlanView): number[] {
  const habits = (plan.athlete_profile.other_sport ?? []).filter(
    ({ day, from }) => day !== undefined && from === undefined,
  );
  const usual = add(habits.map(({ minutes, effort }) => (minutes / 60) * SPORT_LOADS[effort])) / 7;
  const listed = plan.weekly_plan.flatMap((week) => week.other_sport ?? []);
  const loads = days.map(({ date }) => add(listed.filter((one) => one.date === date).map(({ load }) => load)));
  return fitnessByDays(loads, { ctl: usual, atl: usual }).map(({ form }) => form);
}

/** Fitness, fatigue and form of every day as the rules read them, beside those of the loads found here. */
function ofCurve(view: PlanView, weeks: readonly (readonly Ride[])[]): Figure[] {
  const { starting_ctl: ctl, starting_atl: atl } = view.plan.plan_metadata;
  const loads = weeks.flatMap((rides) =>
    WEEKDAYS.map((day) => add(rides.filter((ride) => ride.workout.weekday === day).map((ride) => ride.load))),
  );
  const sport = formOfSport(view);
  return fitnessByDays(loads, { ctl, atl }).flatMap((day, i) => {
    const date = view.days[i]?.date ?? "";
    const said = view.curve[i];
    return [
      { what: `fitness on ${date}`, said: said?.ctl ?? Number.NaN, found: day.ctl, tolerance: HALF.load },
      { what: `fatigue on ${date}`, said: said?.atl ?? Number.NaN, found: day.atl, tolerance: HALF.load * 2 },
      {
        what: `form on ${date}`,
        said: said?.form ?? Number.NaN,
        found: day.form + (sport[i] ?? 0),
        tolerance: HALF.load * 2,
      },
    ];
  });
}

/** The two scores that are plain figures of the segments. */
function ofScores(plan: TrainingPlan, { rides, form }: { rides: readonly Ride[]; form: number | undefined }): Figure[] {
  const said = (id: string): number | null | undefined =>
    plan.plan_metadata.scores?.find((score) => score.id === id)?.value;
  const seconds = add(rides.map((ride) => ride.seconds));
  const easy = seconds === 0 ? 0 : (add(rides.map((ride) => ride.easySeconds)) / seconds) * 100;
  return [
    // Seconds of a ramp are whole here, and cut where it crosses 75 % in the program.
    { what: "easy share", said: said("easy-share") ?? Number.NaN, found: easy, tolerance: HALF.percent * 2 },
    ...(form === undefined
      ? []
      : [
          {
            what: "form on the event's morning",
            said: said("event-form") ?? Number.NaN,
            found: form,
            tolerance: HALF.load * 3,
          },
        ]),
  ];
}

/** Every load, duration, sum, fitness and form of a written plan beside what its segments give one second at a time. */
export function figuresOf(plan: TrainingPlan, view: PlanView): Figure[] {
  const weeks = plan.weekly_plan.map(ridesOf);
  const curve = ofCurve(view, weeks);
  const event = plan.plan_metadata.event;
  return [
    ...plan.weekly_plan.flatMap((week, i) => ofWeek(week, weeks[i] ?? [])),
    ...curve,
    ...ofScores(plan, {
      rides: weeks.flat().filter(isTraining),
      form: event === undefined ? undefined : curve.find((figure) => figure.what === `form on ${event.date}`)?.found,
    }),
  ];
}

/** Figures that are further apart than rounding explains; a figure that is missing is no number, and counts. */
export const disagreements = (figures: readonly Figure[]): Figure[] =>
  figures.filter(({ said, found, tolerance }) => !(Math.abs(said - found) <= tolerance));
