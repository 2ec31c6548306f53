import { timeWords } from "../base/time-words.ts";
import { termSentences } from "../athlete/term-words.ts";
import { sum } from "../base/numbers.ts";
import { isWithoutPower } from "../athlete/train-by.ts";
import { scaleOf } from "../plan/scale.ts";
import type { PlanFile, PlanMetadata, TrainingPlan } from "../plan/schema.ts";
import { limitsOf } from "../plan/without-power.ts";
import { TAPER_PRICE } from "../rules/fitness-cost.ts";
import { readinessOf } from "../rules/readiness.ts";
import { formAfter, planView, taperStart, type PlanView } from "../rules/view.ts";
import { hanging, left } from "./columns.ts";
import { healthNote } from "./health-note.ts";
import { finish, type Page } from "./page.ts";
import { courseTexts, eventTexts, laterReadiness } from "./event-facts.ts";
import { readinessText } from "./readiness.ts";
import { seasonChart } from "./season.ts";
import { fullDate } from "../base/date-words.ts";
import { ridesOf, strengthOf } from "./sessions.ts";
import { allHours, counted, plainNumber, signed, span } from "./units.ts";

/** Columns of the words that begin the facts. */
const LABEL = 9;

const fact = (label: string, text: string, page: Page): string[] =>
  hanging(left(label, LABEL), text, page.width).map((line, index) =>
    index === 0 ? page.paint.heading(line.slice(0, LABEL)) + line.slice(LABEL) : line,
  );

/** Field names that riders do not say. */
const WORDS: Readonly<Record<string, string>> = {
  "improve-ftp": "improve FTP",
  ftp: "FTP",
  ctl: "fitness at the start",
  atl: "fatigue at the start",
  max_hr: "maximum heart rate",
  resting_hr: "resting heart rate",
  lthr: "heart rate at threshold",
  event_hours: "length of your event",
  recent_weekly_hours: "hours you ride now",
  longest_recent_ride_minutes: "longest ride lately",
  max_minutes_by_day: "longest ride by day",
  w_prime_kj: "work above FTP in kJ",
};

/** `Tuesday 90, Saturday 300` with minutes as a rider says them. */
const withTimes = (days: string): string => days.replace(/\b\d+\b/g, (minutes) => timeWords(Number(minutes)));

const spoken = (word: string): string => WORDS[word] ?? word.replaceAll("_", " ").replaceAll("-", " ");

function goalText({ plan_metadata: { goal, event }, athlete_profile: profile }: TrainingPlan): string {
  const inPower = !isWithoutPower(profile);
  if (goal === undefined) return event === undefined ? "none named" : spoken(event.type);
  const words = goal.text === "" ? "none named" : `"${goal.text}"`;
  const kind =
    goal.kind === "improve-ftp" && !inPower
      ? "a higher threshold"
      : goal.kind === "event" && event !== undefined
        ? `the event (${spoken(event.type)})`
        : spoken(goal.kind);
  return `${words}, planned as ${kind}, because ${goal.because}`;
}

/** What tells the rider how hard to ride, where that is not power. */
function scaleText(profile: TrainingPlan["athlete_profile"]): string {
  const { by, heart } = scaleOf(profile);
  if (by === "feel") return "feel, from 1 to 10; no power meter is needed";
  if (heart === undefined) return "heart rate, in percent of yours at threshold; no power meter is needed";
  const beats = Math.round(heart.thresholdBpm);
  return heart.from === "threshold"
    ? `heart rate, from yours at threshold: ${beats} beats a minute`
    : `heart rate, from ${beats} beats a minute at threshold: 90 % of your maximum`;
}

function ftpText({ plan_metadata, athlete_profile }: TrainingPlan): string | undefined {
  const { current_ftp: now, target_ftp: target, expected_ftp: expected, no_ftp_aim: noAim } = plan_metadata;
  const { ftp_date: day } = athlete_profile;
  if (now === undefined || target === undefined) return undefined;
  const range =
    expected === undefined || noAim !== undefined
      ? ""
      : ` (riders like you reach ${plainNumber(expected.low, 0)} to ${plainNumber(expected.high, 0)} W in this time)`;
  const since = day === undefined ? "now" : `as of ${fullDate(day)}`;
  const aim =
    target > now || noAim === undefined ? `aim ${plainNumber(target, 0)} W${range}` : `no higher aim: ${noAim}`;
  return `${plainNumber(now, 0)} W ${since}, ${aim}; every workout uses the current one`;
}

/** Points of fitness that the taper gives away, where it is a point or more and no warning tells them. */
function taperPrice(view: PlanView, eve: number): string {
  if (view.plan.plan_metadata.warnings?.some((warning) => warning.includes(TAPER_PRICE)) === true) return "";
  const before = taperStart(view) - 1;
  const price = (view.curve[before]?.ctl ?? eve) - eve;
  if (Math.round(price) < 1) return "";
  return `. The taper takes ${counted(Math.round(price), "point")} of fitness and gives fresh legs for them`;
}

/** Fitness at both ends and at its highest before the event, and form where it matters: on its morning, or after the last week. */
function fitnessText(view: PlanView): string {
  const start = view.plan.plan_metadata.starting_ctl;
  const training = view.curve.slice(0, view.eventIndex ?? -1);
  const highest = Math.max(start, ...training.map((day) => day.ctl));
  const ends = `${plainNumber(start, 0)} at the start, highest ${plainNumber(highest, 0)}`;
  const morning = view.eventIndex === undefined ? undefined : view.curve[view.eventIndex];
  const last = training.at(-1);
  const end = plainNumber(last?.ctl ?? start, 0);
  if (morning !== undefined)
    return `${ends}, ${end} on the morning of the event with form ${signed(morning.form)}${taperPrice(view, last?.ctl ?? start)}`;
  const form =
    last === undefined ? "" : `, form ${signed(formAfter(view, training.length - 1) ?? 0)} after the last week`;
  return `${ends}, ${end} at the end${form}`;
}

/** `47 rides, 98 h, + 20 strength sessions`: weekly hours are riding, and the text says so. */
function sessionsText({ weeks }: PlanView): string {
  const riding = `${counted(ridesOf(weeks), "ride")}, ${allHours(sum(weeks.map((week) => week.rideSeconds)))}`;
  const { sessions, seconds } = strengthOf(weeks);
  if (sessions === 0) return riding;
  return `${riding}, + ${counted(sessions, "strength session")}, ${allHours(seconds)} beside the hours of riding`;
}

/** What holds the rider back stands before all other facts. */
const heldBackLines = ({ plan }: PlanView, page: Page): string[] =>
  limitsOf(plan).flatMap((sentence, index) =>
    fact(index === 0 ? "Limits" : "", sentence, page).map((line) => page.paint.warn(line)),
  );

/** What the rider asked for in their own terms. */
const termLines = ({ plan }: PlanView, page: Page): string[] =>
  termSentences(plan.athlete_profile).flatMap((sentence, index) => fact(index === 0 ? "Terms" : "", sentence, page));

/** Title and the facts of a plan. What is not yet ready is said first. */
export function planHead(view: PlanView, page: Page): string[] {
  const metadata = view.plan.plan_metadata;
  const ftp = ftpText(view.plan);
  const readiness = metadata.readiness ?? readinessOf(view);
  const ready =
    readiness === undefined
      ? []
      : [readinessText(readiness), ...laterReadiness(metadata)].flatMap((text, index) =>
          fact(index === 0 ? "Ready" : "", text, page),
        );
  const isFirst = readiness?.state === "red";
  return [
    page.paint.heading(`Plan ${view.plan.plan_id}`),
    `${counted(metadata.total_weeks, "week")}, ${span(metadata.start_date, metadata.end_date, true)}`,
    "",
    ...heldBackLines(view, page),
    ...termLines(view, page),
    ...(isFirst ? ready : []),
    ...fact("Goal", goalText(view.plan), page),
    ...eventTexts(view.plan).flatMap((text, index) => fact(index === 0 ? "Event" : "", text, page)),
    ...courseTexts(metadata, page).flatMap((text, index) => fact(index === 0 ? "Course" : "", text, page)),
    ...(ftp === undefined ? fact("Ride by", scaleText(view.plan.athlete_profile), page) : fact("FTP", ftp, page)),
    ...fact("Sessions", sessionsText(view), page),
    ...fact("Fitness", fitnessText(view), page),
    ...(isFirst ? [] : ready),
  ];
}

const listed = (heading: string, lines: readonly string[], page: Page): string[] =>
  lines.length === 0 ? [] : ["", page.paint.heading(heading), ...lines];

/** A value in the unit that its name ends with. */
const valueText = (value: string | number | boolean | null, field: string): string => {
  if (value === null) return "left out";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value !== "number") return field === "max_minutes_by_day" ? withTimes(value) : value;
  if (field.endsWith("_hours")) return timeWords(value * 60);
  return field.endsWith("_minutes") ? timeWords(value) : plainNumber(value, value >= 20 ? 0 : 2);
};

/** What nobody said and the plan had to take for granted. */
function assumedLines(view: PlanView, page: Page): string[] {
  const lines = view.plan.athlete_profile.assumptions.flatMap(({ field, value, reason }) =>
    hanging("  • ", `${spoken(field)}: ${valueText(value, field)} (${reason})`, page.width),
  );
  return listed("Assumed", lines, page);
}

/** What was asked for and is not in the plan, rules that could not hold, and what to be careful about. */
function reservationLines({ given_up, waivers, warnings }: PlanMetadata, page: Page): string[] {
  const waived = (waivers ?? []).flatMap(({ message, reason }) =>
    hanging("  • ", `${message} Why it stands: ${reason}`, page.width),
  );
  const warned = (warnings ?? []).flatMap((warning) => hanging("  ! ", warning, page.width).map(page.paint.warn));
  return [
    ...listed(
      "Given up",
      (given_up ?? []).flatMap(({ text }) => hanging("  • ", text, page.width)),
      page,
    ),
    ...listed("Rules that cannot hold here", waived, page),
    ...listed("Warnings", warned, page),
  ];
}

/** What a rider must know of the plan beside its weeks. */
export const planReservations = (view: PlanView, page: Page): string[] => [
  ...assumedLines(view, page),
  ...reservationLines(view.plan.plan_metadata, page),
];

/** What `generate` says at its end: goal, phases, hours and load per week, what was assumed and what was given up. */
export function planSummary(plan: PlanFile, page: Page): string[] {
  const view = planView(plan.training_plan);
  return finish(
    [
      ...planHead(view, page),
      "",
      ...seasonChart(view, page),
      ...planReservations(view, page),
      ...healthNote(view.plan.plan_metadata, page),
    ],
    page,
  );
}
