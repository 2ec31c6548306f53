import type { PlanRequest } from "../../src/athlete/request.ts";
import type { FixedRide, OtherSportHabit } from "../../src/athlete/terms.ts";
import { addDays, WEEKDAYS, weekdayOf, type CalendarDate } from "../../src/base/calendar.ts";
import type { Chance } from "../../src/base/chance.ts";
import { measureWorkout } from "../../src/load/measure.ts";
import type { TrainingPlan } from "../../src/plan/schema.ts";
import type { Workout } from "../../src/workout/schema.ts";
import type { TermDraw } from "./term-draw.ts";
import { SWEEP_TODAY } from "./draw-request.ts";

type Given = Pick<FixedRide, "day" | "date" | "from" | "to">;

/** Days after today on which something of one date falls. */
const DAYS_AHEAD = 60;

/** A weekday for all weeks, from some date on, or until one; or a single date. */
function drawWhen(chance: Chance): Given {
  const some = addDays(SWEEP_TODAY, 5 + chance.at("date").below(DAYS_AHEAD));
  const day = WEEKDAYS[chance.at("day").below(7)] ?? "Monday";
  const kind = chance.at("kind").below(6);
  if (kind === 0) return { date: some };
  if (kind === 1) return { day, from: some };
  return kind === 2 ? { day, to: some } : { day };
}

const pick = <T>(list: readonly [T, ...T[]], chance: Chance): T => list[chance.below(list.length)] ?? list[0];

const drawRide = (chance: Chance): FixedRide => ({
  ...drawWhen(chance),
  minutes: pick([20, 25, 45, 60, 90, 120, 240], chance.at("minutes")),
  effort: pick(["easy", "easy", "moderate", "hard", "hard", "race"], chance.at("effort")),
  ...(chance.at("named").below(2) === 0 ? {} : { name: "Club ride" }),
});

const drawSport = (chance: Chance): OtherSportHabit => ({
  ...drawWhen(chance),
  minutes: pick([30, 45, 60, 90], chance.at("minutes")),
  sport: pick(["run", "swim", "gym", "hike", "team"], chance.at("sport")),
  effort: pick(["easy", "moderate", "hard"], chance.at("effort")),
});

const several = <T>(most: number, chance: Chance, draw: (chance: Chance) => T): T[] =>
  Array.from({ length: 1 + chance.at("count").below(most) }, (_, i) => draw(chance.at(`one-${i}`)));

/** A day of a plan, counted out from its first Monday. */
interface PlanDay {
  readonly date: CalendarDate;
  readonly week: TrainingPlan["weekly_plan"][number];
  readonly workouts: readonly Workout[];
  readonly isOff: boolean;
}

const daysOf = ({ weekly_plan: weeks, athlete_profile: profile }: TrainingPlan): PlanDay[] =>
  weeks.flatMap((week) =>
    WEEKDAYS.map((_, i) => {
      const date = addDays(week.start_date, i);
      const workouts = week.workouts.filter((workout) => workout.date === date);
      const isAway = (profile.unavailable ?? []).some(({ from, to }) => from <= date && date <= to);
      const band = (profile.hours_by_date ?? []).findLast(
        ({ from, to, hours }) => hours !== undefined && from <= date && date <= to,
      );
      const hasNone = band?.hours !== undefined && band.hours * 60 < 30;
      return { date, week, workouts, isOff: isAway || hasNone || workouts.some(({ role }) => role === "event") };
    }),
  );

const falls = ({ day, date: one, from, to }: Given, date: CalendarDate): boolean =>
  one === undefined
    ? day === weekdayOf(date) && (from === undefined || date >= from) && (to === undefined || date <= to)
    : one === date;

const isFixed = ({ role }: Workout): boolean => role === "fixed";
const isPlanned = ({ role, type }: Workout): boolean => role !== "fixed" && role !== "event" && type !== "rest";

/** Eight minutes from 90 % of FTP or four above 105 %, or a test (training science 4.3). */
function isHard(workout: Workout): boolean {
  if (!isPlanned(workout) || workout.role === "openers") return false;
  const { secondsFrom90, secondsAbove105 } = measureWorkout(workout);
  return workout.role === "test" || secondsFrom90 >= 480 || secondsAbove105 >= 240;
}

const hardOnDates = (days: readonly PlanDay[], given: readonly (Given & { effort: string })[]): boolean[] =>
  days.map(
    ({ date, isOff }) =>
      !isOff && given.some((one) => falls(one, date) && (one.effort === "hard" || one.effort === "race")),
  );

function besideHard(days: readonly PlanDay[], given: readonly (Given & { effort: string })[]): string[] {
  const hard = hardOnDates(days, given);
  return days.flatMap(({ date, workouts }, i) =>
    workouts.some(isHard) && [i - 1, i, i + 1].some((near) => hard[near] === true)
      ? [`${date} is a hard day beside a hard one of the rider's own`]
      : [],
  );
}

const sortedText = (list: readonly string[]): string => [...list].sort().join("; ");

/** Most minutes of a week: the mean of what its days are given, those of no hours apart. */
function ceilingOf({ athlete_profile: profile }: TrainingPlan, monday: CalendarDate): number {
  const hours = WEEKDAYS.map((_, i) => {
    const date = addDays(monday, i);
    const band = (profile.hours_by_date ?? []).findLast(
      (one) => one.hours !== undefined && one.from <= date && date <= one.to,
    );
    return band?.hours ?? profile.weekly_hours_available;
  }).filter((given) => given >= 0.5);
  const total = hours.reduce((sum, one) => sum + one, 0);
  return hours.length === 0 ? profile.weekly_hours_available * 60 : (total / hours.length) * 60;
}

function weekFaults(plan: TrainingPlan): string[] {
  return plan.weekly_plan.flatMap(({ week_number: number, start_date: monday, workouts }) => {
    const ceiling = ceilingOf(plan, monday);
    const planned = workouts.filter(isPlanned);
    const rides = workouts.filter(({ role, segments }) => segments.length > 0 && role !== "event");
    const minutes = rides.reduce((total, ride) => total + ride.duration_min, 0);
    const days = new Set(planned.map(({ date }) => date)).size;
    return [
      ...(days > 5 ? [`week ${number} trains on ${days} days`] : []),
      ...(planned.length > 0 && minutes > ceiling + 0.5 ? [`week ${number} holds ${minutes} min of ${ceiling}`] : []),
    ];
  });
}

const fixedRides: TermDraw = {
  term: "fixed_rides",
  added: (request, chance) => ({
    ...request,
    profile: { ...request.profile, fixed_rides: several(3, chance, drawRide) },
  }),
  broken: (plan, request) => {
    const given = request.profile.fixed_rides ?? [];
    const days = daysOf(plan);
    const wrong = days.flatMap(({ date, workouts, isOff }) => {
      const said = isOff ? [] : given.filter((ride) => falls(ride, date));
      const asked = sortedText(said.map(({ minutes, effort }) => `${minutes} ${effort}`));
      const held = sortedText(workouts.filter(isFixed).map((one) => `${one.duration_min} ${one.effort ?? ""}`));
      return asked === held ? [] : [`${date}: said ${asked}, holds ${held}`];
    });
    return [...wrong, ...besideHard(days, given), ...weekFaults(plan)];
  },
};

const otherSport: TermDraw = {
  term: "other_sport",
  added: (request: PlanRequest, chance) => ({
    ...request,
    profile: { ...request.profile, other_sport: several(2, chance, drawSport) },
  }),
  broken: (plan, request) => {
    const given = request.profile.other_sport ?? [];
    const days = daysOf(plan);
    const wrong = days.flatMap(({ date, week, isOff }) => {
      const said = isOff ? [] : given.filter((one) => falls(one, date));
      const asked = sortedText(said.map(({ minutes, sport, effort }) => `${minutes} ${sport} ${effort}`));
      const listed = (week.other_sport ?? []).filter((one) => one.date === date && one.load > 0);
      const held = sortedText(listed.map(({ minutes, sport, effort }) => `${minutes} ${sport} ${effort}`));
      return asked === held ? [] : [`${date}: said ${asked}, lists ${held}`];
    });
    return [...wrong, ...besideHard(days, given)];
  },
};

/** The terms about what a rider does anyway. */
export const GIVEN_TERM_DRAWS: readonly TermDraw[] = [fixedRides, otherSport];
