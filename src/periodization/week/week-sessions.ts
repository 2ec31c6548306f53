import { SHORTEST_RIDE_MINUTES } from "../../athlete/rider.ts";
import { sum } from "../../base/numbers.ts";
import {
  FIRST_HARD_DAY,
  highestPowerIn,
  workLimitsIn,
  isFromFifty,
  LOW_SHARE_BUILD,
  lowShareFloor,
  vo2Spacing,
} from "../../rules/limits.ts";
import { aimOf, type SeasonWeek } from "../season/season.ts";
import { laddersFor, type LadderChoice } from "./ladders-by-phase.ts";
import { nextSession, withRung, type Session, type SessionLimits } from "./next-session.ts";
import { withPreferred } from "./preferred.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { Progress } from "./progress.ts";
import { LEAST_STEP, stepShare } from "./week-hours.ts";
import type { WeekTemplate } from "./week-template.ts";

/** A margin on the work that a week may hold: the warm-ups of tests and the fills of a plan take some of it. */
const WORK_MARGIN = 0.97;
/** How much longer the weeks of a phase may still become: with the smallest step of a block, what the whole phase is held to. */
const GROWING_HOURS = 1.05;
/** The first hard day may take this share of a week's work where there are two. */
const FIRST_SHARE = 0.62;
/** A session below this part of the highest step that the rider stands on trains nothing: beside a long ride with work in it the day stays easy. */
const WEAK_STEP = 0.5;
/** A key session may be at most this part of a week with more than one ride. */
const SESSION_PART = 0.55;

/** Seconds above 75 % of FTP that a load week may hold, alike for every step of a block so that ladders need not step back. */
function workBudget({ rider, tuning }: PlanBasis, week: SeasonWeek, weekMinutes: number): number {
  const { given } = week;
  const all = ((weekMinutes + given.minutes) / stepShare(week)) * LEAST_STEP;
  const hours = Math.min(rider.ceilingMinutes, all * GROWING_HOURS) / 60;
  // Of a hard ride that happens anyway nobody knows how its time divides: it gives no room for work, and takes none.
  const minutes = ((weekMinutes + given.easyMinutes) / stepShare(week)) * LEAST_STEP;
  const floor = lowShareFloor(hours, rider.level) - (week.phase === "base" ? 0 : LOW_SHARE_BUILD * 0.8);
  return minutes * 60 * (1 - floor) * WORK_MARGIN * tuning.workShare;
}

export const weekLadders = (basis: PlanBasis, week: SeasonWeek, progress: Progress): LadderChoice =>
  withPreferred(
    laddersFor(
      { kind: basis.goal, event: aimOf(basis.season), level: basis.rider.level },
      week.phase,
      progress.turns[week.phase],
    ),
    basis.rider,
    { phase: week.phase, turn: progress.turns[week.phase] },
  );

interface SessionInput {
  readonly week: SeasonWeek;
  readonly template: WeekTemplate;
  readonly weekMinutes: number;
  /** Most riding minutes of each weekday this week. */
  readonly room: readonly number[];
  /** Fewest minutes that the long ride needs this week. */
  readonly longMinutes: number;
  /** Minutes of the long days of a week that holds several, by weekday; else empty. */
  readonly longDays: ReadonlyMap<number, number>;
  /** Weekday of a test, which counts as one of the hard days. */
  readonly testDay: number | undefined;
}

export interface ChosenSession extends Session {
  /** Firm work that makes no hard day. */
  readonly isFirm?: true;
  readonly weekday: number;
}

/** The sessions of a load week's hard days, and of its long ride where the phase asks for work in it. */
export function chooseSessions(basis: PlanBasis, progress: Progress, input: SessionInput): ChosenSession[] {
  const hardDays = input.template.hard.filter((day) => day !== input.testDay);
  const chosen = sessionsOn(basis, progress, { ...input, hardDays });
  const last = chosen.find(({ weekday }) => weekday === hardDays.at(-1));
  const hasWorkInLong = chosen.some(({ weekday }) => weekday === input.template.long);
  const sessions =
    hardDays.length > 1 && hasWorkInLong && last !== undefined && isWeak(last, progress)
      ? sessionsOn(basis, progress, { ...input, hardDays: hardDays.slice(0, -1) })
      : chosen;
  const steady = steadySession(basis, progress, { ...input, sessions });
  return steady === undefined ? sessions : [...sessions, steady];
}

/**
 * Firm work that makes no hard day, on an easy day between hard ones: load an hour comes first from work that the rules allow (12.2).
 * Weeks of fewer minutes have no day for it; riders of 50 and more and beginners keep the day easy.
 */
const STEADY = { weekMinutes: 390, families: ["steady"], leastWorkSeconds: 15 * 60, weekPart: 0.3, workPart: 0.9 };

function steadySession(
  basis: PlanBasis,
  progress: Progress,
  input: SessionInput & { readonly sessions: readonly ChosenSession[] },
): ChosenSession | undefined {
  const { week, template, sessions, weekMinutes } = input;
  const { rider } = basis;
  const isForIt = rider.level !== "beginner" && !isFromFifty(rider) && weekMinutes >= STEADY.weekMinutes;
  if (!isForIt || week.phase === "taper" || input.testDay !== undefined || sessions.length === 0) return undefined;
  const hard = [
    ...template.hard,
    ...week.given.hard,
    ...sessions.filter(({ form }) => form.isHard || form.isVo2).map((one) => one.weekday),
  ];
  const free = template.riding.filter(
    (day) =>
      day !== template.long &&
      day !== (template.long + 1) % 7 &&
      !isKeptEasy(week, day) &&
      !input.longDays.has(day) &&
      hard.every((other) => Math.abs(other - day) >= 2) &&
      week.firstDay + day >= Math.max(FIRST_HARD_DAY, progress.lastHard + 2),
  );
  const room = (day: number): number => input.room[day] ?? 0;
  const weekday = free.sort((a, b) => room(b) - room(a))[0];
  const left =
    workBudget(basis, week, weekMinutes) * STEADY.workPart - sum(sessions.map(({ form }) => form.workSeconds));
  if (weekday === undefined || left < STEADY.leastWorkSeconds) return undefined;
  const session = nextSession(
    { ladderForms: basis.ladderForms.easy(), riddenRungs: progress.riddenRungs, rider },
    STEADY.families,
    {
      seconds: 60 * Math.min(room(weekday), weekMinutes * STEADY.weekPart),
      workSeconds: left,
      highestPower: highestPowerIn(rider, week.number),
      efforts: workLimitsIn(rider, week.number),
      mayBeVo2: false,
      phase: week.phase,
      advance: true,
      startsLow: true,
      week: week.number,
    },
  );
  return session === undefined ? undefined : { ...session, weekday, isFirm: true };
}

/** A day near an event. */
const isKeptEasy = ({ around }: SeasonWeek, day: number): boolean => around?.easy.includes(day) === true;

/** Where long days, or a long ride that is itself a hard day, leave room for one hard day only, the two ladders of the week take turns. */
const isSecondsTurn = (
  { rider }: PlanBasis,
  { turns }: Progress,
  at: Pick<SessionInput, "week" | "longDays"> & { hardDays: readonly number[]; hasWorkInLong: boolean },
): boolean =>
  at.hardDays.length === 1 &&
  (at.longDays.size > 0 || (rider.ageBand === "60plus" && at.hasWorkInLong)) &&
  turns[at.week.phase] % 2 === 1;

const isWeak = ({ level, form }: Session, { riddenRungs }: Progress): boolean =>
  !form.isVo2 && level < Math.max(0, ...[...riddenRungs.rungs.values()].map((rung) => rung.level)) * WEAK_STEP;

function sessionsOn(
  basis: PlanBasis,
  progress: Progress,
  input: SessionInput & { hardDays: readonly number[] },
): ChosenSession[] {
  const { week, hardDays } = input;
  const ladders = weekLadders(basis, week, progress);
  const chosen: ChosenSession[] = [];
  let work = workBudget(basis, week, input.weekMinutes) * (input.testDay === undefined ? 1 : 0.6);
  const longSession = longRideSession(basis, progress, { ...input, family: ladders.long, work: work * 0.5 });
  if (longSession !== undefined) {
    work -= longSession.form.workSeconds;
    chosen.push(longSession);
  }
  const isSeconds = isSecondsTurn(basis, progress, { ...input, hasWorkInLong: longSession !== undefined });
  const turn: readonly (readonly string[])[] =
    input.testDay === undefined && !isSeconds ? [ladders.first, ladders.second] : [ladders.second, ladders.first];
  let riddenRungs = progress.riddenRungs;
  let missed: readonly string[] | undefined;
  hardDays.forEach((weekday, i) => {
    const wanted = missed ?? turn[i] ?? ladders.first;
    const families = [
      ...wanted.filter((family) => !isChosen(chosen, family)),
      ...wanted.filter((family) => isChosen(chosen, family)),
    ];
    const limits: SessionLimits = {
      seconds: 60 * sessionMinutes(input, weekday),
      workSeconds: i === 0 && hardDays.length > 1 ? work * FIRST_SHARE : work,
      highestPower: highestPowerIn(basis.rider, week.number),
      efforts: workLimitsIn(basis.rider, week.number),
      // A base does not start with the sharpest work, whoever rides it.
      mayBeVo2:
        (week.number > 1 || week.phase !== "base") &&
        vo2Allowed(basis, progress, { day: week.firstDay + weekday, chosen, firstDay: week.firstDay }),
      climbSeconds: climbSeconds(basis),
    };
    const session = nextSession({ ladderForms: basis.ladderForms, riddenRungs, rider: basis.rider }, families, {
      ...limits,
      phase: week.phase,
      // The days before an event are no time for the hardest session of all.
      // Under a limit both hard days of a week may ride one ladder, which then rises once.
      advance: week.phase !== "taper" && (basis.rider.heldBack.length === 0 || chosen.length === 0),
      week: week.number,
    });
    if (session === undefined) return;
    // Where the hours between sharp days leave this one out, the next hard day of the week rides what was meant here.
    missed = !limits.mayBeVo2 && session.family !== wanted[0] ? wanted : undefined;
    work -= session.form.workSeconds;
    chosen.push({ ...session, weekday });
    riddenRungs = withRung(riddenRungs, session, { phase: week.phase, week: week.number });
  });
  return chosen;
}

/** Steady efforts grow toward the longest climb of the course, and never below what the ladder begins with. Minutes. */
const SHORTEST_CLIMB = 22;
function climbSeconds({ season }: PlanBasis): number | undefined {
  const minutes = aimOf(season)?.course?.longest_climb_min;
  return minutes === undefined ? undefined : Math.max(SHORTEST_CLIMB, minutes) * 60;
}

/** Two hard days of a week ride two ladders where there is a choice. */
const isChosen = (chosen: readonly ChosenSession[], family: string): boolean =>
  chosen.some((session) => session.family === family);

function sessionMinutes(input: SessionInput, weekday: number): number {
  const others = input.template.riding.length - 1;
  const easy = Math.max(0, others - input.template.hard.length);
  const left =
    others === 0
      ? input.weekMinutes
      : (input.weekMinutes - Math.max(input.longMinutes, SHORTEST_RIDE_MINUTES) - easy * SHORTEST_RIDE_MINUTES) /
        Math.max(1, input.template.hard.length);
  const part = others === 0 ? input.weekMinutes : Math.max(input.weekMinutes * SESSION_PART, SHORTEST_RIDE_MINUTES);
  return Math.min(input.room[weekday] ?? 0, Math.max(left, SHORTEST_RIDE_MINUTES), part);
}

function vo2Allowed(
  { rider }: PlanBasis,
  progress: Progress,
  at: { day: number; firstDay: number; chosen: readonly ChosenSession[] },
): boolean {
  const spacing = vo2Spacing(rider);
  const others = at.chosen.filter((session) => session.form.isVo2).map((session) => at.firstDay + session.weekday);
  return [progress.lastVo2, ...others].every((day) => Math.abs(at.day - day) >= spacing);
}

/** Work belongs late in rides of 2.5 hours and more, for riders of few hours from two hours on (12.3). Seconds. */
const SHORTEST_LONG_RIDE_WITH_WORK = 2 * 3600;

function longRideSession(
  basis: PlanBasis,
  progress: Progress,
  input: SessionInput & { family: string; work: number },
): ChosenSession | undefined {
  const { week, template, room } = input;
  if (input.family === "long_ride" || template.riding.length < 2 || template.long === input.testDay) return undefined;
  if (isKeptEasy(week, template.long)) return undefined;
  const seconds = 60 * Math.min(room[template.long] ?? 0, input.weekMinutes * SESSION_PART);
  if (seconds < SHORTEST_LONG_RIDE_WITH_WORK) return undefined;
  const isForHardDay = basis.rider.ageBand === "60plus" && template.hard.length < 2;
  const session = nextSession(
    { ladderForms: basis.ladderForms.easy(), riddenRungs: progress.riddenRungs, rider: basis.rider },
    [input.family],
    {
      seconds,
      workSeconds: input.work,
      highestPower: highestPowerIn(basis.rider, week.number),
      efforts: workLimitsIn(basis.rider, week.number),
      mayBeVo2: false,
      phase: week.phase,
      // In build every second time holds the step, so that the work rises into the peak.
      // From 60 on it stands for a hard day of the week, so it starts as high as other work.
      advance: isForHardDay || week.phase === "peak" || progress.turns[week.phase] % 2 === 0,
      startsLow: !isForHardDay,
    },
  );
  return session === undefined ? undefined : { ...session, weekday: template.long };
}
