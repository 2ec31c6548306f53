import { HEART_RATES, nameOf, type AnswerKey } from "../../athlete/parse-answers.ts";
import { readAnswerAt } from "../../athlete/parse-one.ts";
import { isRecord } from "../../athlete/parse-reading.ts";
import { addDays, daysBetween, mondayOnOrAfter, type CalendarDate } from "../../base/calendar.ts";
import { roundTo, sum } from "../../base/numbers.ts";
import { nextFitness, type Fitness } from "../../load/fitness.ts";
import type { TrainingPlan } from "../../plan/schema.ts";
import { livedView } from "../../rules/lived.ts";
import { planView } from "../../rules/view.ts";
import { easyDaysAfter } from "../moments/easy-days.ts";
import type { Matched, Matching } from "../review/match.ts";
import { riddenLoads } from "../review/ridden-fitness.ts";

/** What a rider is, has and wants that no single plan answers; when and what for is asked again, and so is health. */
const CARRIED: readonly AnswerKey[] = [
  "ftp", "ftpDate", "weight", "maxHr", "lthr", "restingHr", "age", "sex", "hours", "days", "minutes", "experience",
  "strength", "wPrime", "maxPower", "fixedRide", "otherSport", "twoADay", "indoor", "longRide", "strengthDays", "rhythm",
  "avoid", "prefer", "trainBy", "trainOutdoorsBy", "off", "hoursIn",
]; // prettier-ignore

/** Answers as the command line or a request file give them. */
export type CarriedAnswers = Readonly<Partial<Record<AnswerKey, unknown>>>;

/** What carries over from one plan to the next. */
export interface AfterPlan {
  readonly answers: CarriedAnswers;
  /** Where a limit of health held the rider back that nothing on disk says whole: it has to be said again. */
  readonly mustSay: "health" | "limit" | undefined;
  readonly fitness: Fitness;
  /** The first day of the next plan, or the day from which on one may begin. */
  readonly from: CalendarDate;
}

export interface AfterInput {
  readonly today: CalendarDate;
  readonly matching: Matching;
  /** The rider as the request beside the plan has them; it knows a limit that the plan holds by weeks only. */
  readonly asked: Readonly<Record<string, unknown>> | undefined;
}

/** Load of an hour of easy riding, at 65 % of FTP (training science 1.1). */
const EASY_LOAD_PER_HOUR = 42;
/** Weeks that say what somebody rides now. */
const RECENT_DAYS = 42;

/** Fitness on the morning of a day: as ridden where that is known, as planned elsewhere, then easy days, then nothing. */
function fitnessOn(plan: TrainingPlan, matching: Matching, day: CalendarDate): Fitness {
  const { starting_ctl: ctl, starting_atl: atl, end_date: end } = plan.plan_metadata;
  const view = livedView(planView(plan));
  const loads = riddenLoads(matching);
  const open = new Set(
    matching.sessions.flatMap(({ status, session }) =>
      status === "not_known" || status === "ahead" ? [session.date] : [],
    ),
  );
  let state: Fitness = { ctl, atl };
  for (const { date, tss } of view.days) {
    if (date >= day) return state;
    const ridden = loads.get(date) ?? 0;
    state = nextFitness(state, open.has(date) ? Math.max(ridden, tss) : ridden);
  }
  const easy = easyDaysAfter(plan);
  for (let date = addDays(end, 1); date < day; date = addDays(date, 1)) {
    const isEasy = easy !== undefined && date <= easy.until;
    state = nextFitness(state, isEasy ? (((easy.low + easy.high) / 2) * EASY_LOAD_PER_HOUR) / 7 : 0);
  }
  return state;
}

const isKnownRide = ({ status, session }: Matched): boolean => status !== "missed" && session.role !== "event";
const minutesOf = ({ minutes, session }: Matched): number => minutes ?? session.duration_min;

/** Hours a week and the longest ride of the last weeks of the plan: ridden where known, else planned. */
function recentOf(
  { plan_metadata: { end_date: end } }: TrainingPlan,
  { sessions }: Matching,
  today: CalendarDate,
): CarriedAnswers {
  const last = end < today ? end : addDays(today, -1);
  const lately = sessions.filter(
    (one) => isKnownRide(one) && one.session.date <= last && daysBetween(one.session.date, last) < RECENT_DAYS,
  );
  if (lately.length === 0) return {};
  const minutes = lately.map(minutesOf);
  const days = Math.min(RECENT_DAYS, daysBetween(lately[0]?.session.date ?? last, last) + 1);
  return {
    recentHours: roundTo(sum(minutes) / 60 / (days / 7), 1),
    longestRide: Math.round(Math.max(...minutes)),
  };
}

/** Dates that are over are no wish any more. */
function stillAhead(value: unknown, today: CalendarDate): unknown {
  if (!Array.isArray(value)) return value;
  const left = value.filter((one: unknown) => !(isRecord(one) && typeof one.to === "string" && one.to < today));
  return left.length === 0 ? undefined : left;
}

/** A limit whose last day is over holds no more. */
const holds = (value: unknown, today: CalendarDate): boolean =>
  !(isRecord(value) && typeof value.until === "string" && value.until < today);

function rawOf(key: AnswerKey, plan: TrainingPlan, { asked, today }: AfterInput): unknown {
  const profile = plan.athlete_profile;
  const { training_availability: availability } = profile;
  if (key === "hours") {
    const { weekly_hours_available: most, weekly_hours_min: least } = profile;
    return least === undefined || least === most ? most : `${least}-${most}`;
  }
  if (key === "days") return availability.week_days;
  if (key === "minutes") return availability.max_minutes_by_day;
  if (key === "ftp") return plan.plan_metadata.current_ftp ?? profile.ftp;
  const name = nameOf(key).snake ?? "";
  if (key === "maxPower") return holds(asked?.[name], today) ? asked?.[name] : undefined;
  // Of a heart that a drug slows: without that answer, which is kept nowhere, they would be heart rates like any other.
  if (HEART_RATES.includes(key) && profile.no_heart_rate === true) return undefined;
  const value: unknown = Reflect.get(profile, name);
  return key === "off" || key === "hoursIn" ? stillAhead(value, today) : value;
}

function mustSayOf({ athlete_profile: profile }: TrainingPlan, { asked, today }: AfterInput): AfterPlan["mustSay"] {
  const held = profile.held_back ?? [];
  if (profile.careful_start === true || profile.no_heart_rate === true || held.some(({ by }) => by === "careful"))
    return "health";
  const isLimited = held.some(({ by, until }) => by === "limit" && (until === undefined || until >= today));
  return isLimited && asked?.effort_cap === undefined ? "limit" : undefined;
}

/** What carries over from a plan to the one after it: numbers, days, hours, wishes, fitness; not what for and not when. */
export function answersAfter(plan: TrainingPlan, input: AfterInput): AfterPlan {
  const { today, matching } = input;
  const easy = easyDaysAfter(plan);
  const rested = easy === undefined ? today : addDays(easy.until, 1);
  const from = mondayOnOrAfter(rested > today ? rested : today);
  const kept = CARRIED.flatMap((key): [AnswerKey, unknown][] => {
    const raw = rawOf(key, plan, input);
    if (raw === undefined || raw === null) return [];
    const reading = readAnswerAt(key, raw, { today, weight: plan.athlete_profile.weight_kg });
    return reading.kind === "unreadable" ? [] : [[key, raw]];
  });
  const fitness = fitnessOn(plan, matching, from);
  const ofPlan: CarriedAnswers = {
    ...recentOf(plan, matching, today),
    ctl: roundTo(fitness.ctl, 1),
    atl: roundTo(fitness.atl, 1),
    ...(rested > today ? { start: from } : {}),
  };
  return { answers: { ...Object.fromEntries(kept), ...ofPlan }, mustSay: mustSayOf(plan, input), fitness, from };
}
