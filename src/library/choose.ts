import { daysBetween, type CalendarDate } from "../base/calendar.ts";
import type { Chance } from "../base/chance.ts";
import type { ExperienceLevel } from "../athlete/schema.ts";
import { labelProblem } from "../rules/label.ts";
import { REPEAT_DAYS } from "../rules/limits.ts";
import type { TrainingDay } from "../plan/schema.ts";
import { expand } from "../workout/expand.ts";
import type { LadderForm } from "../workout/ladder.ts";
import { catalogueOf } from "./catalogue.ts";
import { fitWorkout, longestSeconds, shortestSeconds } from "./fit.ts";
import type { Library, LibraryWorkout } from "./library.ts";
import { reduceWorkout } from "./reduce.ts";
import { wholeId } from "../workout/reduced-id.ts";

/** Which workouts were ridden when: the latest date by id, and the level. */
export type Ridden = ReadonlyMap<string, CalendarDate>;

export interface Wish {
  readonly day: TrainingDay;
  readonly seconds: number;
  readonly level: ExperienceLevel;
  /** Highest power this week may hold; beginners and careful starts are kept below it. */
  readonly highestPower: number;
  readonly ridden: Ridden;
  readonly chance: Chance;
}

/** Easy rides may pass this many seconds above 75 %: strides and short lifts. */
const EASY_WORK_SECONDS = 90;
const EASY_FAMILIES = ["endurance", "long_ride", "recovery"];

/** One workout for a planned day: its ladder and level, that fits the day's minutes, not ridden in the last 14 days if another can serve. */
export function chooseWorkout(library: Library, wish: Wish): LibraryWorkout | undefined {
  const fitting = candidates(library, wish).filter(
    (workout) => shortestSeconds(workout) <= wish.seconds && longestSeconds(workout) >= wish.seconds,
  );
  if (fitting.length === 0) return easyRides(library, wish, "endurance")[0];
  const full = fullEnough(library, fitting);
  const fresh = ownFirst(full.filter((workout) => daysSince(wish, workout) >= REPEAT_DAYS));
  if (fresh.length === 0 && full.length < fitting.length) {
    const others = fitting.filter((workout) => daysSince(wish, workout) >= REPEAT_DAYS);
    if (others.length > 0) return pickOne(others, wish);
  }
  return fresh.length > 0 ? pickOne(fresh, wish) : longestAgo(fitting, wish);
}

/** A rider who brought workouts of their own wants to ride them. */
function ownFirst(workouts: LibraryWorkout[]): LibraryWorkout[] {
  const own = workouts.filter((workout) => workout.isOwn === true);
  return own.length > 0 ? own : workouts;
}

/** Forms with at least this share of the most work that fits: a long day is not for the shortest form. */
const FULL_SHARE = 0.75;

function fullEnough(library: Library, workouts: readonly LibraryWorkout[]): LibraryWorkout[] {
  const work = new Map(workouts.map((workout) => [workout, workSecondsOf(library, workout)]));
  const most = Math.max(0, ...work.values());
  return workouts.filter((workout) => (work.get(workout) ?? 0) >= most * FULL_SHARE);
}

const workSecondsOf = (library: Library, workout: LibraryWorkout): number =>
  indexOf(library)
    .get(workout.family)
    ?.find((entry) => entry.workout.id === workout.id)?.form.workSeconds ?? 0;

const daysSince = ({ ridden, day }: Wish, workout: LibraryWorkout): number => {
  const date = ridden.get(wholeId(workout.id));
  return date === undefined ? Number.POSITIVE_INFINITY : daysBetween(date, day.date);
};

/** Never ridden before ridden long ago; chance decides between equals. */
function pickOne(workouts: readonly LibraryWorkout[], wish: Wish): LibraryWorkout | undefined {
  const unridden = workouts.filter((workout) => daysSince(wish, workout) === Number.POSITIVE_INFINITY);
  const from = unridden.length > 0 ? unridden : workouts;
  return from[wish.chance.at(wish.day.date).below(from.length)];
}

const longestAgo = (workouts: readonly LibraryWorkout[], wish: Wish): LibraryWorkout | undefined =>
  workouts.reduce<LibraryWorkout | undefined>(
    (best, workout) => (best === undefined || daysSince(wish, workout) > daysSince(wish, best) ? workout : best),
    undefined,
  );

function candidates(library: Library, wish: Wish): LibraryWorkout[] {
  const { day } = wish;
  if (day.library_workout_id !== undefined) return fixedOne(library, wish);
  const family = day.family ?? familyOfType(day);
  const forms = indexOf(library).get(family) ?? [];
  if (EASY_FAMILIES.includes(family)) return easyRides(library, wish, family);
  const level = day.level ?? 1;
  const atLevel = forms.filter(
    (entry) =>
      entry.form.level === level &&
      entry.form.feasibleFor.includes(wish.level) &&
      entry.form.highestPower <= wish.highestPower &&
      (day.role !== "long" || (!entry.form.isHard && !entry.form.isVo2)) &&
      entry.form.workSeconds <= (day.max_work_minutes ?? Number.POSITIVE_INFINITY) * 60 + 1,
  );
  if (day.dose !== "reduced") return atLevel.map((entry) => entry.workout);
  const half = atLevel.flatMap((entry) => reduceWorkout(entry.workout) ?? []).filter((workout) => isHonest(workout));
  if (half.length > 0) return half;
  return forms
    .filter((entry) => entry.form.level <= level && entry.form.feasibleFor.includes(wish.level))
    .map((entry) => entry.workout);
}

/** Half of a small dose may be too little for its label (rule 35). */
const isHonest = (workout: LibraryWorkout): boolean =>
  labelProblem(workout.type, expand(fitWorkout(workout, { seconds: shortestSeconds(workout) }) ?? [])) === undefined;

/** Easy rides of a family; a long ride that is shorter than its family's shortest is an endurance ride. */
function easyRides(library: Library, wish: Wish, family: string): LibraryWorkout[] {
  const index = indexOf(library);
  const fitting = (name: string): LibraryWorkout[] =>
    (index.get(name) ?? [])
      .filter(
        ({ form }) =>
          isEasyEnough(form, wish) && form.shortestSeconds <= wish.seconds && form.longestSeconds >= wish.seconds,
      )
      .map(({ workout }) => workout);
  const rides = fitting(family);
  return rides.length > 0 ? rides : fitting("endurance");
}

/** The one workout asked for; where the day is too short for it, its nearest relative by length. */
function fixedOne(library: Library, { day, seconds }: Wish): LibraryWorkout[] {
  const wanted = library.workouts.filter(
    (workout) => workout.id === day.library_workout_id && shortestSeconds(workout) <= seconds,
  );
  if (wanted.length === 0 || day.role !== "openers") return wanted;
  return library.workouts.filter((workout) => workout.role === "openers");
}

const isEasyEnough = (form: LadderForm, wish: Wish): boolean =>
  form.workSeconds <= EASY_WORK_SECONDS &&
  (form.highestPower <= wish.highestPower || form.level === 1) &&
  (wish.highestPower > 1 || form.level === 1);

/** Where an overview from outside names a type only. */
function familyOfType(day: TrainingDay): string {
  const type = day.workout_types.find((t) => t !== "strength") ?? "endurance";
  if (type === "vo2max") return "vo2max_short";
  return type === "mixed" ? "anaerobic" : type;
}

interface Entry {
  readonly workout: LibraryWorkout;
  readonly form: LadderForm;
}
const indexes = new WeakMap<Library, ReadonlyMap<string, readonly Entry[]>>();

function indexOf(library: Library): ReadonlyMap<string, readonly Entry[]> {
  const known = indexes.get(library);
  if (known !== undefined) return known;
  const { forms } = catalogueOf(library);
  const index = new Map<string, Entry[]>();
  library.workouts.forEach((workout, i) => {
    const form = forms[i];
    if (form === undefined) return;
    const family = index.get(workout.family);
    if (family === undefined) index.set(workout.family, [{ workout, form }]);
    else family.push({ workout, form });
  });
  indexes.set(library, index);
  return index;
}
