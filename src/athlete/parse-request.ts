import { daysBetween, type CalendarDate } from "../base/calendar.ts";
import { PlanError } from "../base/errors.ts";
import type { AnswerKey } from "./parse-answers.ts";
import { answersOfFile, answersOfFlags, answersOfRides } from "./parse-forms.ts";
import { intakeOf, type Intake } from "./parse-intake.ts";
import { checkLongEvent, checkPlausible } from "./parse-plausible.ts";
import { profileOf } from "./parse-profile.ts";
import { problemLine, type Problem } from "./parse-reading.ts";
import { timelineOf } from "./parse-timeline.ts";
import * as values from "./parse-values.ts";
import type { EventRequest, PlanRequest } from "./request.ts";
import { ACCEPTED, type Assumption, type ProfileInput } from "./schema.ts";

/** Where the answers of one request come from; flags override single answers of the file. */
export interface RequestSources {
  readonly file?: { readonly value: unknown; readonly source: string } | undefined;
  /** By answer, as typed. */
  readonly flags?: Readonly<Partial<Record<AnswerKey, unknown>>>;
  /** What recorded rides answer; counts where neither file nor flags say it. */
  readonly recorded?: Readonly<Partial<Record<AnswerKey, unknown>>>;
  /** Weeks that an overview made elsewhere has; counts where the rider says neither weeks nor an event. */
  readonly weeksElsewhere?: unknown;
}

/** A request that can be planned, and what was decided or noticed on the way. */
export interface ParsedRequest {
  readonly request: PlanRequest;
  /** What the parser decided for the rider, such as the upper end of "12+". */
  readonly assumptions: readonly Assumption[];
  /** Possible but unusual values. */
  readonly warnings: readonly string[];
}

const HINT = "Correct what is listed, in the file or with the flag, and run the command again.";
const FOR_THE_YOUNG =
  "Ask a qualified coach, a club with a youth programme, or a doctor: young riders need a plan made with them.";
const FOR_THE_ILL = "Stop training and see a doctor first; come back when you are cleared.";
const YOUNGEST = ACCEPTED.age.low;

/** Age and symptoms are no question of form: such a rider needs a person, not a program. Returns the advice. */
function checkWhoMayPlan(intake: Intake): string | undefined {
  const age = intake.given("age") && values.readAge(intake.given("age")?.value);
  const isYoung = age?.kind === "value" && age.value < YOUNGEST;
  if (isYoung) intake.refuse("age", `plans are made for riders of ${YOUNGEST} and over`);
  const health = intake.given("health") && values.readHealth(intake.given("health")?.value);
  const isIll = health?.kind === "value" && health.value.symptoms === true;
  if (isIll) intake.refuse("health", "no plan is made while you have symptoms: no plan is a safe one then");
  if (isIll) return FOR_THE_ILL;
  return isYoung ? FOR_THE_YOUNG : undefined;
}

function refuse(problems: readonly Problem[], hint: string): never {
  const head = problems.length === 1 ? "The request has a problem:" : `The request has ${problems.length} problems:`;
  const message = [head, ...problems.map((problem) => `  ${problemLine(problem)}`)].join("\n");
  throw new PlanError({ code: "INPUT_INVALID", message, hint, details: { problems } });
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

/** Reads both sources into one request. Throws one error that names every problem; touches nothing outside. */
export function parseRequest(
  { file, flags = {}, recorded = {}, weeksElsewhere }: RequestSources,
  today: CalendarDate,
): ParsedRequest {
  const found = file && answersOfFile(file.value, file.source);
  // A file of another shape would look as if every answer were missing; one clear sentence is better.
  if (found?.answers.size === 0 && found.problems.length > 0) refuse(found.problems, HINT);
  const answers = new Map([...answersOfRides(recorded), ...(found?.answers ?? []), ...answersOfFlags(flags)]);
  if (weeksElsewhere !== undefined && !answers.has("weeks") && !answers.has("eventDate"))
    answers.set("weeks", { field: "total_weeks of the overview", value: weeksElsewhere });
  const intake = intakeOf(answers, found?.form ?? "flags");
  const goals = values.goalsOf(answers.get("goal")?.value ?? answers.get("goals")?.value);
  const acceptRamp = intake.optional("acceptRamp", values.readYesNo) ?? false;
  const timeline = timelineOf(intake, today);
  const profile = profileOf(intake, today, goals);
  if (profile !== undefined) checkPlausible(profile, intake);
  const advice = checkWhoMayPlan(intake);
  const problems = [...(found?.problems ?? []), ...intake.problems];
  if (profile === undefined || problems.length > 0) refuse(problems, advice ?? HINT);
  checkEvent(timeline.event, profile, { today, intake });
  const request = { goal: goals.join("; "), ...timeline, acceptRamp, profile };
  return { request, assumptions: intake.assumptions, warnings: intake.warnings };
}
