import { ANSWER_KEYS, nameOf, type AnswerKey } from "../athlete/parse-answers.ts";
import type { PlanRequest } from "../athlete/request.ts";
import { inCamel } from "../athlete/parse-object.ts";
import { parseRequest, type ParsedRequest } from "../athlete/parse-request.ts";
import { isRecord } from "../athlete/parse-reading.ts";
import type { CalendarDate } from "../base/calendar.ts";
import { PlanError } from "../base/errors.ts";
import { datesOf } from "../periodization/intake/request-dates.ts";
import type { Timeline } from "../periodization/intake/timeline.ts";
import { requestFileOf, type Draft } from "./draft.ts";
import { comebackOf, healthOf, isUnsaid } from "./health-ticks.ts";
import { usualDays } from "./time-questions.ts";
import { coachWarnings } from "./coach-warnings.ts";

/** What the answers so far amount to, judged by the parser of files and flags. */
export interface DraftCheck {
  /** Answers that cannot stay as they are, with the reason. */
  readonly problems: ReadonlyMap<AnswerKey, string>;
  /** What a coach would ask about; the rider decides. */
  readonly warnings: readonly string[];
  readonly timeline: Timeline | undefined;
  /** More than twice what the rider rides now, which the planner refuses unless the rider means it. */
  readonly steep: { readonly hours: number; readonly recent: number } | undefined;
  /** Advice where no plan may be made at all (symptoms, too young). */
  readonly advice: string | undefined;
}

/** What the goal's words ask is answered by questions that are still to come. */
const wellUntilAsked = (draft: Draft): Draft => ({
  health: inCamel({ heart_disease: false, symptoms: false, ...healthOf(draft) }),
  comeback: returnUntilAsked(draft),
});

/** A return is judged once everything about it was said. */
function returnUntilAsked(draft: Draft): unknown {
  const comeback = comebackOf(draft);
  if (comeback === undefined || isUnsaid(comeback)) return { weeksOff: 0, reason: "break" };
  return comeback.cleared === undefined ? inCamel({ ...comeback, cleared: true }) : draft.comeback;
}

/** Stand-ins for questions that are still to come, chosen so that nothing is said about them. */
export function completed(draft: Draft): Draft {
  const stand = { hours: 6, days: usualDays(draft), experience: "intermediate" };
  const isWithoutPower = draft.trainBy !== undefined && draft.trainBy !== "power";
  const isKnown = draft.ftp !== undefined || draft.weight !== undefined || isWithoutPower;
  const isTimed = draft.weeks !== undefined || draft.eventDate !== undefined;
  const untimed = { weeks: 12, hasEvent: undefined, eventType: undefined, eventHours: undefined, eventDays: undefined };
  return {
    ...stand,
    ...(isKnown ? {} : { ftp: 200 }),
    ...draft,
    ...wellUntilAsked(draft),
    ...(isTimed ? undefined : untimed),
  };
}

function problemsOf({ details, message }: PlanError): Map<AnswerKey, string> {
  const found = new Map<AnswerKey, string>();
  const list: readonly unknown[] = isRecord(details) && Array.isArray(details.problems) ? details.problems : [];
  for (const problem of list) {
    if (!isRecord(problem) || typeof problem.field !== "string") continue;
    const name = problem.field.split(" ")[0]?.split(".").at(-1);
    const key = ANSWER_KEYS.find((one) => nameOf(one).camel === name);
    if (key !== undefined) found.set(key, String(problem.expected));
  }
  // An answer that we cannot name must not pass as a good one.
  if (found.size === 0) found.set("goal", message);
  return found;
}

const failure = (problems: ReadonlyMap<AnswerKey, string>, advice?: string): DraftCheck => ({
  problems,
  warnings: [],
  timeline: undefined,
  steep: undefined,
  advice,
});

const referralOf = ({ details }: PlanError): string | undefined =>
  isRecord(details) && typeof details.referral === "string" ? details.referral : undefined;

function parsed(draft: Draft, today: CalendarDate): ParsedRequest | DraftCheck {
  try {
    return parseRequest({ file: { value: requestFileOf(completed(draft)), source: "your answers" } }, today);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return failure(problemsOf(error), referralOf(error));
  }
}

/** More than this share of the recent hours is refused (training science 7). */
export const MOST_RAMP = 2;

function steepOf({ profile, acceptRamp }: PlanRequest): DraftCheck["steep"] {
  const { weekly_hours_available: hours, recent_weekly_hours: recent } = profile;
  const isComingBack = (profile.comeback?.weeks_off ?? 0) > 0;
  return recent === undefined || acceptRamp || isComingBack || hours <= recent * MOST_RAMP
    ? undefined
    : { hours, recent };
}

/** Verdicts of the last answers, by all that they were made from: one answer is judged by every line that speaks of it. */
const judged = new Map<string, DraftCheck>();
const MOST_JUDGED = 16;

/** A draft as text, in which what is not said and what was taken back are two things. */
const textOf = (draft: Draft): string =>
  JSON.stringify(draft, (_name, value: unknown) => (value === undefined ? "\u0000" : value));

/** Judges the answers so far; what is still open counts as fine. */
export function checkDraft(draft: Draft, today: CalendarDate): DraftCheck {
  const key = `${today} ${textOf(draft)}`;
  const known = judged.get(key);
  if (known !== undefined) return known;
  const check = freshCheck(draft, today);
  if (judged.size >= MOST_JUDGED) judged.clear();
  judged.set(key, check);
  return check;
}

function freshCheck(draft: Draft, today: CalendarDate): DraftCheck {
  const request = parsed(draft, today);
  if ("problems" in request) return request;
  try {
    const { timeline } = datesOf(request.request, today);
    const warnings = [
      ...request.warnings,
      ...timeline.warnings,
      ...coachWarnings(draft, request.request, { timeline, today }),
    ];
    return { problems: new Map(), warnings, timeline, steep: steepOf(request.request), advice: undefined };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return failure(new Map([["eventDate", `${error.message} ${error.hint}`]]));
  }
}
