import { weekdayIndex, type CalendarDate, type Weekday } from "../base/calendar.ts";
import { slug } from "../base/text.ts";
import type { PlanFile, TrainingPlan, Week } from "../plan/schema.ts";
import { otherSportText } from "../plan/other-sport-words.ts";
import { codeOf, idsOf } from "../plan/session-id.ts";
import { sayingOf, type Saying } from "../plan/scale.ts";
import { stepsOf, type Step } from "../workout/expand.ts";
import type { Workout } from "../workout/schema.ts";
import { heartAnchorOf, type HeartAnchor } from "../plan/effort-bands.ts";
import { withAllOut } from "./all-out.ts";
import { roundsOf, type Rounds } from "./rounds.ts";

/** Which program reads the ZWO files; the others know less than Zwift. */
export const ZWO_TARGETS = ["zwift", "trainingpeaks", "mywhoosh"] as const;
/** One of these programs. */
export type ZwoTarget = (typeof ZWO_TARGETS)[number];

/** When sessions begin, in minutes after midnight where the rider is. What has no time is an entry of the whole day. */
export interface StartTimes {
  /** On days that have no time of their own. */
  readonly daily?: number | undefined;
  readonly byWeekday?: Readonly<Partial<Record<Weekday, number>>> | undefined;
  /** The event begins when its organiser says, never at the training's hour. */
  readonly event?: number | undefined;
}

/** What may be chosen beside the formats. */
export interface ExportChoices {
  readonly target?: ZwoTarget | undefined;
  /** Another FTP than the plan's, for everything that is written in watts. */
  readonly ftpWatts?: number | undefined;
  /** Everything that can be is written in watts, even at the plan's own FTP. */
  readonly isInWatts?: boolean | undefined;
  /** When sessions begin; entries of the whole day where it is left out. */
  readonly starts?: StartTimes | undefined;
  /** What happened to the plan since it was made: how often it was changed, and sessions that it no longer holds. */
  readonly life?: PlanLife | undefined;
}

/** A session that was in a calendar of ours and is in the plan no more. */
export interface GoneSession {
  readonly id: string;
  readonly date: CalendarDate;
  readonly name: string;
}

export interface PlanLife {
  readonly revision: number;
  readonly gone: readonly GoneSession[];
  /** How often its calendar was written with other times or watts than the time before. */
  readonly edition?: number | undefined;
}

/** One entry of a plan's calendar as every format reads it. */
export interface Session {
  readonly week: Week;
  readonly workout: Workout;
  /** `century-k3f9-w03d2`: stays the same when the whole plan moves to other dates, so that a new export moves its entries. */
  readonly id: string;
  /** `W03D2`: week, and day of the week from Monday. */
  readonly code: string;
  /** `week-03/2026-12-22-tue-threshold-3x10`: plain ASCII, unique in the plan, in the order of the days. */
  readonly path: string;
  readonly seconds: number;
  readonly steps: readonly Step[];
  readonly rounds: readonly Rounds[];
  readonly isTest: boolean;
  /** How the ride is told: in power, by heart rate or by feel. */
  readonly saying: Saying;
}

/** Other sport of a day as an entry of a calendar. */
export interface SportEntry {
  readonly id: string;
  readonly date: CalendarDate;
  readonly text: string;
}

/** A plan made ready for the formats: every session once, and the numbers that watts and heart rate come from. */
export interface Season {
  readonly plan: TrainingPlan;
  /** Every entry of every day, rest days included. */
  readonly sessions: readonly Session[];
  /** Other sport, which only calendars and paper show. */
  readonly sports: readonly SportEntry[];
  /** Undefined in a plan without power: nothing is then said in watts or in percent of FTP. */
  readonly ftpWatts: number | undefined;
  /** True where the watts are for another FTP than the plan's. */
  readonly isReanchored: boolean;
  readonly heart: HeartAnchor | undefined;
  /** True where what may be watts or percent is written in watts. */
  readonly isInWatts: boolean;
  readonly target: ZwoTarget;
  readonly starts: StartTimes;
  /** When the plan was made or last scheduled, in seconds since 1970: the only clock a file of ours shows. */
  readonly madeAt: number;
  readonly life: PlanLife;
}

const two = (value: number): string => String(value).padStart(2, "0");

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
const LONGEST_STEM = 48;

/** `threshold-3x10`; where a name has no letter of ASCII, the type stands for it. */
const stemOf = ({ name, type }: Pick<Workout, "name" | "type">): string =>
  slug(name.slice(0, 500).replace(/(\d)\s*[x×]\s*(?=\d)/gi, "$1x"), LONGEST_STEM) || type;

/** The same stem twice on a day gets a number. */
function uniquePath(path: string, taken: Set<string>): string {
  let unique = path;
  for (let n = 2; taken.has(unique); n++) unique = `${path}-${n}`;
  taken.add(unique);
  return unique;
}

interface Place {
  readonly workout: Workout;
  readonly id: string;
  readonly taken: Set<string>;
  readonly saying: Saying;
}

function sessionOf(week: Week, { workout, id, taken, saying }: Place): Session {
  const { date } = workout;
  const isTest = workout.role === "test";
  const steps = withAllOut(stepsOf(workout), isTest);
  const day = weekdayIndex(date);
  const path = `week-${two(week.week_number)}/${date}-${DAYS[day] ?? ""}-${stemOf(workout)}`;
  return {
    week,
    workout,
    id,
    code: codeOf(week.week_number, workout),
    path: uniquePath(path, taken),
    seconds:
      steps.length === 0 ? Math.round(workout.duration_min * 60) : steps.reduce((sum, step) => sum + step.seconds, 0),
    steps,
    rounds: roundsOf(steps),
    isTest,
    saying,
  };
}

/** Entries keep their names when a plan moves; a second time through it has others beside the first. */
function entryId(id: string, { training_plan: plan, plan_instance: instance }: PlanFile): string {
  const series = instance?.series ?? 1;
  const name = plan.plan_id;
  return series === 1 || !id.startsWith(name) ? id : `${name}-${series}${id.slice(name.length)}`;
}

function sessionsOf(file: PlanFile, ftpWatts: number | undefined): Session[] {
  const { plan_id: planId, weekly_plan: weeks, athlete_profile: profile } = file.training_plan;
  const taken = new Set<string>();
  return weeks.flatMap((week) => {
    const ids = idsOf(week.workouts, { planId, week });
    return week.workouts.map((workout, i) => {
      const saying = sayingOf({ ...workout, week: week.week_number }, profile, ftpWatts);
      return sessionOf(week, { workout, id: entryId(ids[i] ?? planId, file), taken, saying });
    });
  });
}

/** Other sport by day, each with a name of its own that stays. */
const sportsOf = (file: PlanFile): SportEntry[] =>
  file.training_plan.weekly_plan.flatMap((week) =>
    (week.other_sport ?? []).map((one, i) => ({
      id: entryId(`${file.training_plan.plan_id}-w${two(week.week_number)}-sport-${i + 1}`, file),
      date: one.date,
      text: otherSportText(one),
    })),
  );

/** Seconds since 1970 of the plan's own clock field, or of its first day where that holds no time. */
function madeAtOf({ training_plan: plan, ai_metadata: made, plan_instance: instance }: PlanFile): number {
  const parsed = Date.parse(made.generated_at);
  const time = Number.isNaN(parsed) ? Date.parse(`${plan.plan_metadata.start_date}T00:00:00Z`) : parsed;
  const seconds = Math.floor(time / 1000);
  if (instance === undefined) return seconds;
  const scheduled = Date.parse(instance.scheduled_at);
  // Later than the plan and than every scheduling before, even within one second.
  return Math.max(seconds, Number.isNaN(scheduled) ? 0 : Math.floor(scheduled / 1000)) + instance.revision;
}

/** Everything the formats need of a plan, worked out once. */
export function seasonOf(file: PlanFile, { target, ftpWatts, isInWatts, starts, life }: ExportChoices): Season {
  const plan = file.training_plan;
  const planned = plan.plan_metadata.current_ftp;
  const isReanchored = ftpWatts !== undefined && ftpWatts !== planned;
  return {
    plan,
    sessions: sessionsOf(file, ftpWatts ?? planned),
    sports: sportsOf(file),
    ftpWatts: ftpWatts ?? planned,
    isReanchored,
    isInWatts: isReanchored || isInWatts === true,
    heart: heartAnchorOf(plan.athlete_profile),
    target: target ?? "zwift",
    starts: starts ?? {},
    madeAt: madeAtOf(file),
    life: life ?? { revision: 0, gone: [] },
  };
}

/** True where there is something to pedal to a target: no rest day, no strength session. */
export const isRide = (session: Session): boolean => session.steps.length > 0;
/** True for what a trainer or a head unit may lead: not a ride that the rider does anyway. */
export const isLed = (session: Session): boolean => isRide(session) && session.workout.role !== "fixed";
/** True for a day without any session. */
export const isRest = (session: Session): boolean => session.workout.type === "rest";
