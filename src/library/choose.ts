import { daysBetween, type CalendarDate } from "../base/calendar.ts";
import type { Chance } from "../base/chance.ts";
import type { ExperienceLevel } from "../athlete/schema.ts";
import { labelProblem } from "../rules/label.ts";
import { keepsLimits, REPEAT_DAYS, type WorkLimits } from "../rules/limits.ts";
import type { TrainingDay } from "../plan/schema.ts";
import { expand } from "../workout/expand.ts";
import type { LadderForm } from "../workout/ladder.ts";
import { catalogueOf } from "./catalogue.ts";
import { stretchWorkout, longestSeconds, shortestSeconds } from "./stretch.ts";
import type { Library, LibraryWorkout } from "./library.ts";
import { reduceWorkout } from "./reduce.ts";
import { wholeId } from "../workout/reduced-id.ts";

/** Which workouts were ridden when: the latest date by id, and by key work. */
export type Ridden = ReadonlyMap<string, CalendarDate>;

export interface Wish {
  readonly day: TrainingDay;
  readonly seconds: number;
  readonly level: ExperienceLevel;
  /** The rider trains for a short, sharp event: long rides may hold strides. */
  readonly isSharp: boolean;
  /** Highest power this week may hold; beginners and careful starts are kept below it. */
  readonly highestPower: number;
  /** What the rider wants of single efforts. */
  readonly efforts?: WorkLimits;
  readonly ridden: Ridden;
  readonly chance: Chance;
}

/** Notes the day of a ride: for its workout, and for every other with the same key work. */
export function noteRide(library: Library, dates: Map<string, CalendarDate>, ride: Ride): void {
  const id = wholeId(ride.workout.id);
  dates.set(id, ride.date);
  const keyWork = indexOf(library).byId.get(id)?.form.keyWork ?? "";
  if (keyWork !== "") dates.set(keyWork, ride.date);
}

interface Ride {
  readonly workout: LibraryWorkout;
  readonly date: CalendarDate;
}

const isWanted = (form: LadderForm, { efforts }: { readonly efforts?: WorkLimits | undefined }): boolean =>
  efforts === undefined || keepsLimits(form, efforts);

/** Easy rides may pass this many seconds above 75 %: strides and short lifts. */
const EASY_WORK_SECONDS = 90;
const EASY_FAMILIES = ["endurance", "long_ride", "recovery"];

/** One workout for a planned day: its ladder and level, that fits the day's minutes, not ridden in the last 14 days if another can serve. */
export function chooseWorkout(library: Library, wish: Wish): LibraryWorkout | undefined {
  const fitting = candidates(library, wish).filter(({ form }) => fits(form, wish.seconds));
  if (fitting.length === 0) return easyRides(library, wish, "endurance")[0]?.workout;
  const full = fullEnough(fitting);
  const isFresh = (entry: Entry): boolean => daysSince(wish, entry) >= REPEAT_DAYS;
  const fresh = ownFirst(full.filter(isFresh));
  if (fresh.length === 0 && full.length < fitting.length) {
    const others = fitting.filter(isFresh);
    if (others.length > 0) return pickOne(others, wish);
  }
  return fresh.length > 0 ? pickOne(fresh, wish) : longestAgo(fitting, wish);
}

const fits = ({ shortestSeconds: shortest, longestSeconds: longest }: Entry["form"], seconds: number): boolean =>
  shortest <= seconds && longest >= seconds;

/** A rider who brought workouts of their own wants to ride them. */
function ownFirst(entries: Entry[]): Entry[] {
  const own = entries.filter(({ workout }) => workout.isOwn === true);
  return own.length > 0 ? own : entries;
}

/** Forms with at least this share of the most work that fits: a long day is not for the shortest form. */
export const FULL_SHARE = 0.75;

function fullEnough(entries: readonly Entry[]): Entry[] {
  const most = Math.max(0, ...entries.map(({ form }) => form.workSeconds));
  return entries.filter(({ form }) => form.workSeconds >= most * FULL_SHARE);
}

const daysSince = ({ ridden, day }: Wish, { riddenAs, form }: Entry): number => {
  const date = ridden.get(form.keyWork) ?? ridden.get(riddenAs);
  return date === undefined ? Number.POSITIVE_INFINITY : daysBetween(date, day.date);
};

/** Never ridden before ridden long ago; chance decides between those that nobody rode yet. */
function pickOne(entries: readonly Entry[], wish: Wish): LibraryWorkout | undefined {
  const unridden = entries.filter((entry) => daysSince(wish, entry) === Number.POSITIVE_INFINITY);
  if (unridden.length === 0) return longestAgo(entries, wish);
  return unridden[wish.chance.at(wish.day.date).below(unridden.length)]?.workout;
}

const longestAgo = (entries: readonly Entry[], wish: Wish): LibraryWorkout | undefined =>
  entries.reduce<Entry | undefined>(
    (best, entry) => (best === undefined || daysSince(wish, entry) > daysSince(wish, best) ? entry : best),
    undefined,
  )?.workout;

function candidates(library: Library, wish: Wish): readonly Entry[] {
  const { day } = wish;
  if (day.library_workout_id !== undefined) return fixedOne(library, wish);
  const family = day.family ?? familyOfType(day);
  const forms = indexOf(library).families.get(family) ?? [];
  if (EASY_FAMILIES.includes(family)) return easyRides(library, wish, family);
  const level = day.level ?? 1;
  const atLevel = forms.filter(
    (entry) =>
      entry.form.level === level &&
      entry.form.feasibleFor.includes(wish.level) &&
      entry.form.highestPower <= wish.highestPower &&
      isWanted(entry.form, wish) &&
      (day.role !== "long" || (!entry.form.isHard && !entry.form.isVo2)) &&
      entry.form.workSeconds <= (day.max_work_minutes ?? Number.POSITIVE_INFINITY) * 60 + 1,
  );
  if (day.dose !== "reduced") return atLevel;
  const half = atLevel.flatMap((entry) => reducedEntry(entry) ?? []);
  if (half.length > 0) return half;
  return forms.filter(
    (entry) => entry.form.level <= level && entry.form.feasibleFor.includes(wish.level) && isWanted(entry.form, wish),
  );
}

const reduced = new WeakMap<Entry, Entry | "none">();

/** The half dose of a workout, made once; undefined where there is none, or half of a small dose is too little for its label (rule 35). */
function reducedEntry(entry: Entry): Entry | undefined {
  let known = reduced.get(entry);
  if (known === undefined) {
    const workout = reduceWorkout(entry.workout);
    known = workout !== undefined && isHonest(workout) ? entryOfReduced(workout, entry) : "none";
    reduced.set(entry, known);
  }
  return known === "none" ? undefined : known;
}

/** Half doses are all alike to the choice: none is fuller than another. */
const entryOfReduced = (workout: LibraryWorkout, { form, riddenAs }: Entry): Entry => ({
  workout,
  riddenAs,
  form: {
    ...form,
    shortestSeconds: shortestSeconds(workout),
    longestSeconds: longestSeconds(workout),
    workSeconds: 0,
  },
});

const isHonest = (workout: LibraryWorkout): boolean =>
  labelProblem(workout.type, expand(stretchWorkout(workout, { seconds: shortestSeconds(workout) }) ?? [])) ===
  undefined;

/** Easy rides of a family; a long ride that is shorter than its family's shortest is an endurance ride. */
function easyRides(library: Library, wish: Wish, family: string): Entry[] {
  const { families } = indexOf(library);
  const fitting = (name: string): Entry[] =>
    (families.get(name) ?? []).filter(({ form }) => isEasyEnough(form, wish) && fits(form, wish.seconds));
  const rides = fitting(family);
  return withoutStrides(rides.length > 0 ? rides : fitting("endurance"), wish);
}

/** Long rides are for lasting legs: quick strides in them are for short, sharp events, and what a rider brought stays. */
function withoutStrides(rides: Entry[], { day, isSharp }: Wish): Entry[] {
  if (day.role !== "long" || isSharp) return rides;
  const even = rides.filter(({ form, workout }) => form.workSeconds === 0 || workout.isOwn === true);
  return even.length > 0 ? even : rides;
}

/** The one workout asked for; where the day is too short for it, its nearest relative by length. */
function fixedOne(library: Library, { day, seconds, efforts }: Wish): Entry[] {
  const { all } = indexOf(library);
  const wanted = all.filter(
    ({ workout, form }) => workout.id === day.library_workout_id && form.shortestSeconds <= seconds,
  );
  if (wanted.length === 0 || day.role !== "openers") return wanted;
  return all.filter(({ workout, form }) => workout.role === "openers" && isWanted(form, { efforts }));
}

const isEasyEnough = (form: LadderForm, wish: Wish): boolean =>
  form.workSeconds <= EASY_WORK_SECONDS &&
  isWanted(form, wish) &&
  (form.highestPower <= wish.highestPower || form.level === 1) &&
  (wish.highestPower > 1 || form.level === 1);

/** Where an overview from outside names a type only. */
function familyOfType(day: TrainingDay): string {
  const type = day.workout_types.find((t) => t !== "strength") ?? "endurance";
  if (type === "vo2max") return "vo2max_short";
  return type === "mixed" ? "anaerobic" : type;
}

/** A workout with what was measured of it, and the id under which its rides are remembered. */
interface Entry {
  readonly workout: LibraryWorkout;
  readonly form: LadderForm;
  readonly riddenAs: string;
}
interface Index {
  readonly all: readonly Entry[];
  readonly byId: ReadonlyMap<string, Entry>;
  readonly families: ReadonlyMap<string, readonly Entry[]>;
}
const indexes = new WeakMap<Library, Index>();

function indexOf(library: Library): Index {
  const known = indexes.get(library);
  if (known !== undefined) return known;
  const { forms } = catalogueOf(library);
  const all = library.workouts.flatMap((workout, i): Entry[] => {
    const form = forms[i];
    return form === undefined ? [] : [{ workout, form, riddenAs: wholeId(workout.id) }];
  });
  const families = new Map<string, Entry[]>();
  for (const entry of all) {
    const family = families.get(entry.workout.family);
    if (family === undefined) families.set(entry.workout.family, [entry]);
    else family.push(entry);
  }
  const index = { all, families, byId: new Map(all.map((entry) => [entry.riddenAs, entry])) };
  indexes.set(library, index);
  return index;
}
