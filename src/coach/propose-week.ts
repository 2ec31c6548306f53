import { WEEKDAYS } from "../base/calendar.ts";
import { roundTo, sum } from "../base/numbers.ts";
import { LOW_TOP } from "../load/zones.ts";
import { measureSegments, measureWorkout, rememberMeasure } from "../load/measure.ts";
import type { Finding } from "../rules/finding.ts";
import type { Workout } from "../workout/schema.ts";
import { writeSegment } from "../workout/segment.ts";
import { workOfRide, type AskedRide, type AskedWeek } from "./asked-week.ts";
import { converse, type AskModel, type Effort } from "./converse.ts";
import { mendedSession, segmentsOf } from "./ride-rows.ts";
import { wordsOfRide } from "./ride-words.ts";
import { readWeek, type Row, type Session } from "./week-form.ts";
import { isReducedId } from "../workout/reduced-id.ts";

export interface WeekPorts {
  readonly ask: AskModel;
  /** The tools' verdict on the week with these rides, all other weeks as the library fills them: findings, or none. */
  readonly judge: (rides: readonly Workout[]) => readonly Finding[];
}

/** What came of asking for one week. */
export interface ProposedWeek {
  /** The rides of the model that the tools accept; the library's stand on all other days. */
  readonly rides: readonly Workout[];
  /** Weekdays that were asked for and come from the library. */
  readonly takenOver: readonly number[];
  readonly effort: Effort;
  /** What was wrong with the model's last answer; empty where nothing was. */
  readonly faults: readonly string[];
}

/** How far the work of a key ride may be from its step, as a share of its dose. */
const DOSE_RANGE = 0.2;
const minutesOf = (seconds: number): number => roundTo(seconds / 60, 1);

/** A session as a workout of the plan, in the place of the library's; undefined where its rows do not fit the day. */
function rideOf(session: Session, asked: AskedRide, ftpWatts: number | undefined): Workout | undefined {
  const segments = segmentsOf(session, asked.seconds);
  if (segments === undefined) return undefined;
  const measure = measureSegments(segments);
  const written = segments.map(writeSegment);
  rememberMeasure(written, measure);
  const { own } = asked;
  // Half a dose is no step of its ladder.
  const isStep = !isReducedId(own.library_workout_id);
  const ride = { type: own.type, segments: written, duration_min: measure.seconds / 60 };
  return {
    weekday: own.weekday,
    date: own.date,
    ...wordsOfRide(session, ride, { ftpWatts, facts: asked.facts }),
    ...ride,
    role: own.role,
    tss: measure.tss,
    source: "llm",
    family: isStep ? own.family : undefined,
    level: isStep ? own.level : undefined,
    why: own.why,
  };
}

/** What is wrong with one ride before any tool looks at it, as a model reads it. */
function rideFaults(session: Session, asked: AskedRide, ftpWatts: number | undefined): string[] {
  const at = `rides[${session.at}]`;
  const high = session.rows.findIndex(({ percent, restPercent }) => Math.max(percent, restPercent) > asked.top);
  const faults = high < 0 ? [] : [`${at}.s[${high}]: above ${asked.top} %, the most on this day`];
  const ride = rideOf(session, asked, ftpWatts);
  if (ride === undefined) {
    const minutes = String(minutesOf(asked.seconds));
    return [...faults, `${at}: its parts do not make a ride of ${minutes} minutes; give one easy row 0 seconds`];
  }
  if (asked.work === undefined) return faults;
  const { dose, seconds } = workOfRide(measureWorkout(ride));
  const share = dose / Math.max(1, asked.work.dose);
  if (share < 1 - DOSE_RANGE || share > 1 + DOSE_RANGE)
    faults.push(
      `${at}.s: ${minutesOf(seconds)} min of work is ${Math.round(share * 100)} % of what the step asks for (${minutesOf(asked.work.seconds)} min); 80 to 120 % is right${doseAdvice(session, share)}`,
    );
  return faults;
}

/** Work above easy riding of one row: seconds times intensity squared. */
const doseOf = ({ sets, seconds, percent }: Row): number =>
  percent > EASY_PERCENT ? sets * seconds * (percent / 100) ** 2 : 0;
const EASY_PERCENT = LOW_TOP * 100;
const SECONDS_STEP = 5;

/** Which number to change, and to what, so that a ride holds the dose of its step. */
function doseAdvice({ at, rows }: Session, share: number): string {
  const doses = rows.map(doseOf);
  const [all, most] = [sum(doses), Math.max(0, ...doses)];
  const index = doses.indexOf(most);
  const row = rows[index];
  if (row === undefined || most <= 0 || share <= 0) return "; no row is above easy riding";
  const factor = (most + all / share - all) / most;
  const place = `rides[${at}].s[${index}]`;
  if (factor <= 0) return `; leave ${place} out`;
  const sets = Math.max(1, Math.round(row.sets * factor));
  const isClose = Math.abs((all + most * (sets / row.sets - 1)) * (1 / all) * share - 1) < DOSE_RANGE / 2;
  if (row.sets > 1 && sets !== row.sets && isClose) return `; change the sets of ${place} from ${row.sets} to ${sets}`;
  const seconds = Math.max(SECONDS_STEP, Math.round((row.seconds * factor) / SECONDS_STEP) * SECONDS_STEP);
  return `; change the seconds of ${place} from ${row.seconds} to ${seconds}`;
}

interface Draft {
  readonly sessions: readonly Session[];
  readonly problems: readonly string[];
}

const sessionFor = ({ sessions }: Draft, { weekday }: AskedRide): Session | undefined =>
  sessions.find((session) => session.weekday === weekday);

function frameFaults(draft: Draft, asked: AskedWeek, ftpWatts: number | undefined): string[] {
  const strangers = draft.sessions.filter(({ weekday }) => !asked.rides.some((ride) => ride.weekday === weekday));
  return [
    ...strangers.map(({ at, weekday }) => `rides[${at}].d: no ride is asked for on ${WEEKDAYS[weekday] ?? ""}`),
    ...asked.rides.flatMap((ride) => {
      const session = sessionFor(draft, ride);
      const missing = `rides: no ride on ${ride.own.weekday}, ${minutesOf(ride.seconds)} min of ${ride.own.type} asked for`;
      if (session === undefined) return [missing];
      // What could not be read is said already, and the rest of that ride says nothing.
      const isUnread = draft.problems.some((problem) => problem.startsWith(`rides[${session.at}]`));
      return isUnread ? [] : rideFaults(session, ride, ftpWatts);
    }),
  ];
}

const ridesOf = (draft: Draft, asked: AskedWeek, ftpWatts: number | undefined): Workout[] =>
  asked.rides.flatMap((ride) => {
    const session = sessionFor(draft, ride);
    return (session && rideOf(session, ride, ftpWatts)) ?? [];
  });

const loadFaults = (rides: readonly Workout[], { mostLoad }: AskedWeek): string[] => {
  const load = Math.round(sum(rides.map(({ tss }) => tss)));
  return load > mostLoad ? [`rides: load ${load}, at most ${mostLoad}; ride the easy rows at lower power`] : [];
};

/** A finding as a model reads it: the ride it speaks of, by its place in the answer. */
function wordsOf({ rule, date, message }: Finding, draft: Draft, asked: AskedWeek): string {
  const ride = asked.rides.find(({ own }) => own.date === date);
  const at = ride && sessionFor(draft, ride)?.at;
  return `${at === undefined ? "rides" : `rides[${at}]`}: ${message} (${rule})`;
}

/** The rides of a draft that stand, one after the other, mended where they have to be; the others are the library's. */
function settled(
  draft: Draft,
  asked: AskedWeek,
  { ftpWatts, judge }: { ftpWatts: number | undefined; judge: WeekPorts["judge"] },
): Workout[] {
  const isLawful = (rides: readonly Workout[]): boolean => judge(rides).length === 0;
  const mended = asked.rides.flatMap((ride) => {
    const session = sessionFor(draft, ride);
    if (session === undefined) return [];
    const better = mendedSession(session, ride);
    const made = rideFaults(better, ride, ftpWatts).length === 0 ? rideOf(better, ride, ftpWatts) : undefined;
    return made ?? [];
  });
  // The library's load stands for the rides that are not the model's.
  const loadWith = (rides: readonly Workout[]): number =>
    sum(asked.rides.map(({ own }) => rides.find(({ date }) => date === own.date)?.tss ?? own.tss));
  if (loadWith(mended) <= asked.mostLoad && isLawful(mended)) return mended;
  let kept: Workout[] = [];
  for (const ride of mended) {
    const more = [...kept, ride];
    if (loadWith(more) <= asked.mostLoad && isLawful(more)) kept = more;
  }
  return kept;
}

/** Asks for one week, sends what is wrong with it back at most `repairs` times, then mends what is left without the model. */
export async function proposeWeekByModel(
  asked: AskedWeek,
  {
    brief,
    repairs,
    ftpWatts,
  }: { readonly brief: string; readonly repairs: number; readonly ftpWatts: number | undefined },
  { ask, judge }: WeekPorts,
): Promise<ProposedWeek> {
  const { draft, faults, effort } = await converse({ first: brief, repairs }, ask, (value) => {
    const read: Draft = readWeek(value);
    const found = [...read.problems, ...frameFaults(read, asked, ftpWatts)];
    const rides = ridesOf(read, asked, ftpWatts);
    const heavy = found.length > 0 ? found : loadFaults(rides, asked);
    const all = heavy.length > 0 ? heavy : judge(rides).map((finding) => wordsOf(finding, read, asked));
    return { draft: read.sessions.length > 0 ? read : undefined, faults: all };
  });
  const isGood = draft !== undefined && faults.length === 0;
  const rides =
    draft === undefined ? [] : isGood ? ridesOf(draft, asked, ftpWatts) : settled(draft, asked, { ftpWatts, judge });
  const takenOver = asked.rides.filter(({ own }) => !rides.some(({ date }) => date === own.date));
  return { rides, takenOver: takenOver.map(({ weekday }) => weekday), effort, faults };
}
