import { daysBetween, type CalendarDate } from "../base/calendar.ts";
import { PlanError } from "../base/errors.ts";
import { ANSWER_KEYS, nameOf, type AnswerKey } from "./parse-answers.ts";
import { answersOfFile, answersOfFlags, answersOfRides } from "./parse-forms.ts";
import { checkConflicts } from "./parse-conflicts.ts";
import { intakeOf, type Intake } from "./parse-intake.ts";
import { checkLongEvent, checkPlausible } from "./parse-plausible.ts";
import { profileOf } from "./parse-profile.ts";
import { firstProblems, problemLines, type Problem } from "./parse-reading.ts";
import { timelineOf } from "./parse-timeline.ts";
import * as values from "./parse-values.ts";
import type { EventRequest, PlanRequest } from "./request.ts";
import type { Assumption, ProfileInput } from "./schema.ts";
import { judgeWhoMayPlan, type Judgement } from "./who-may-plan.ts";

/** Where the answers of one request come from; flags override single answers of the file. */
export interface RequestSources {
  readonly file?: { readonly value: unknown; readonly source: string } | undefined;
  /** By answer, as typed. */
  readonly flags?: Readonly<Partial<Record<AnswerKey, unknown>>>;
  /** What recorded rides answer; counts where neither file nor flags say it. */
  readonly recorded?: Readonly<Partial<Record<AnswerKey, unknown>>>;
  /** What recorded rides show where the rider has to say it: named in place of "missing". */
  readonly shown?: Readonly<Partial<Record<AnswerKey, Shown>>>;
  /** Weeks that an overview made elsewhere has; counts where the rider says neither weeks nor an event. */
  readonly weeksElsewhere?: unknown;
  /** Wishes in the rider's own words: only what they say of health counts here, and they are kept nowhere. */
  readonly wishes?: string | undefined;
}

/** What stands in place of a missing answer, and how to say it. */
export interface Shown {
  readonly value: string;
  readonly expected: string;
}

/** A request that can be planned, and what was decided or noticed on the way. */
export interface ParsedRequest {
  readonly request: PlanRequest;
  /** What the parser decided for the rider, such as the upper end of "12+". */
  readonly assumptions: readonly Assumption[];
  /** Possible but unusual values. */
  readonly warnings: readonly string[];
}

/** Answers that are missing, with what recorded rides show of them. */
function withShown(problems: readonly Problem[], shown: NonNullable<RequestSources["shown"]>): Problem[] {
  return problems.map((problem) => {
    if (problem.value !== undefined) return problem;
    const key = ANSWER_KEYS.find((one) => {
      const { flag } = nameOf(one);
      return shown[one] !== undefined && flag !== undefined && problem.field.split(/[ ()]/).includes(flag);
    });
    return key === undefined ? problem : { ...problem, ...shown[key] };
  });
}

const HINT = "Correct what is listed, in the file or with the flag, and run the command again.";

/** `referral` stands in the details where no plan may be made: what is to do then is no matter of form. */
function refuse(problems: readonly Problem[], hint: string, referral?: string): never {
  const head = problems.length === 1 ? "The request has a problem:" : `The request has ${problems.length} problems:`;
  const message = [head, ...problemLines(problems)].join("\n");
  throw new PlanError({
    code: "INPUT_INVALID",
    message,
    hint,
    details: { problems: firstProblems(problems), referral },
  });
}

function checkEvent(
  event: EventRequest | undefined,
  profile: ProfileInput,
  at: { today: CalendarDate; intake: Intake },
): void {
  const longestMinutes = profile.longest_recent_ride_minutes;
  if (event?.hours === undefined || longestMinutes === undefined) return;
  const weeksAway = Math.floor(daysBetween(at.today, event.date) / 7);
  checkLongEvent({ hours: event.hours, weeksAway, longestMinutes }, at.intake);
}

/** The return that the rider's words tell of holds them back like one that they answered, and says so. */
function withComeback(profile: ProfileInput, { comeback }: Judgement, intake: Intake): ProfileInput {
  if (comeback === undefined) return profile;
  intake.assumptions.push({
    field: "comeback",
    value: `${comeback.weeks_off}:${comeback.reason}`,
    reason: "read from your goal; say --comeback for yours, 0 weeks where you rode on",
  });
  return { ...profile, comeback };
}

/** A drug that slows the heart counts wherever it is named, and says so. */
function withBlockers(profile: ProfileInput, { takesBetaBlockers }: Judgement, intake: Intake): ProfileInput {
  if (!takesBetaBlockers) return profile;
  intake.assumptions.push({
    field: "health",
    value: "beta-blockers",
    reason: "read from your words; say --health no-beta-blockers where you take none",
  });
  return { ...profile, health: { ...profile.health, beta_blockers: true } };
}

/** Reads both sources into one request. Throws one error that names every problem; touches nothing outside. */
export function parseRequest(
  { file, flags = {}, recorded = {}, shown = {}, weeksElsewhere, wishes = "" }: RequestSources,
  today: CalendarDate,
): ParsedRequest {
  const found = file && answersOfFile(file.value, file.source);
  // A file of another shape would look as if every answer were missing; one clear sentence is better.
  if (found?.answers.size === 0 && found.problems.length > 0) refuse(found.problems, HINT);
  const answers = new Map([...answersOfRides(recorded), ...(found?.answers ?? []), ...answersOfFlags(flags)]);
  if (weeksElsewhere !== undefined && !answers.has("weeks") && !answers.has("eventDate"))
    answers.set("weeks", { field: "total_weeks of the overview", value: weeksElsewhere });
  const intake = intakeOf(answers, found?.form ?? "flags", today);
  const goals = values.goalsOf(answers.get("goal")?.value ?? answers.get("goals")?.value);
  const acceptRamp = intake.optional("acceptRamp", values.readYesNo) ?? false;
  const timeline = timelineOf(intake, today);
  const profile = profileOf(intake, today, goals);
  if (profile !== undefined) {
    checkPlausible(profile, intake);
    checkConflicts(profile, intake);
  }
  const judged = judgeWhoMayPlan(intake, { goals, wishes }, today);
  const problems = withShown([...(found?.problems ?? []), ...intake.problems], shown);
  if (profile === undefined || problems.length > 0)
    refuse(problems, judged.referral ?? judged.hint ?? HINT, judged.referral);
  checkEvent(timeline.event, profile, { today, intake });
  const request = {
    goal: goals.join("; "),
    ...timeline,
    acceptRamp,
    profile: withBlockers(withComeback(profile, judged, intake), judged, intake),
  };
  return { request, assumptions: intake.assumptions, warnings: intake.warnings };
}
