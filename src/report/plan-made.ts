import { shortDay } from "../base/date-words.ts";
import { sum } from "../base/numbers.ts";
import type { PlanFile, TrainingPlan } from "../plan/schema.ts";
import { limitsOf } from "../plan/without-power.ts";
import { readinessOf } from "../rules/readiness.ts";
import { formAfter, planView, type PlanView } from "../rules/view.ts";
import type { Workout } from "../workout/schema.ts";
import { hanging, left, leadingTo, widthOf, wrap } from "./columns.ts";
import { HEALTH_NOTE } from "../plan/health-note.ts";
import { finish, type Page } from "./page.ts";
import { readinessWord } from "./readiness.ts";
import { ridesOf } from "./sessions.ts";
import { timeWords } from "../base/time-words.ts";
import { counted, plainNumber, signed } from "./units.ts";

/** Columns of the words that begin the facts. */
const LABEL = 13;
/** From here on the legs are rested (training science 3.3). */
const FRESH_FROM = 5;

const fact = (label: string, texts: readonly string[], page: Page): string[] =>
  texts.flatMap((text, index) =>
    hanging(left(index === 0 ? label : "", LABEL), text, page.width).map((line, row) =>
      index === 0 && row === 0 ? page.paint.heading(line.slice(0, LABEL)) + line.slice(LABEL) : line,
    ),
  );

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** `On track: 98 h in 47 rides; longest 4 h 20 for a day of about 6 h.` */
function amounts(view: PlanView): string {
  const { weeks, plan } = view;
  const { event } = plan.plan_metadata;
  const hours = timeWords(Math.round(sum(weeks.map((week) => week.rideSeconds)) / 3600) * 60);
  const longest = timeWords(Math.round(Math.max(...weeks.map((week) => week.longestSeconds)) / 300) * 5);
  const day = event === undefined ? "" : ` for a day of about ${timeWords(event.hours * 60)}`;
  return `${hours} in ${counted(ridesOf(weeks), "ride")}; longest ${longest}${day}.`;
}

function fitness(view: PlanView): string {
  const start = view.plan.plan_metadata.starting_ctl;
  const training = view.curve.slice(0, view.eventIndex ?? -1);
  const highest = plainNumber(Math.max(start, ...training.map((day) => day.ctl)), 0);
  const last = training.at(-1);
  const end = plainNumber(last?.ctl ?? start, 0);
  const head = `Fitness ${plainNumber(start, 0)} now, ${highest} at its highest, ${end}`;
  const morning = view.eventIndex === undefined ? undefined : view.curve[view.eventIndex];
  if (morning === undefined)
    return `${head} at the end with form ${signed(formAfter(view, training.length - 1) ?? 0)}.`;
  return `${head} on the day with form ${signed(morning.form)}${morning.form >= FRESH_FROM ? ": fresh" : ""}.`;
}

/** The verdict first, then what it rests on. */
function verdict(view: PlanView): string {
  const readiness = view.plan.plan_metadata.readiness ?? readinessOf(view);
  const word = readinessWord(readiness);
  const head = word === undefined ? "" : `${capital(word)}: `;
  return `${head}${amounts(view)} ${fitness(view)}`;
}

/** Why the event is not in reach, and what would change it. */
function shortfall({ plan_metadata: { readiness } }: TrainingPlan): string[] {
  if (readiness === undefined || readiness.state === "green") return [];
  const short = readiness.reasons.filter(({ state }) => state !== "green").map(({ text }) => `${capital(text)}.`);
  return [...short, ...readiness.changes.slice(0, 2).map((text) => `It would help: ${text}.`)];
}

const dayOf = ({ date }: Workout): string => shortDay(date);

function firsts(view: PlanView, page: Page): string[] {
  const rides = view.weeks.flatMap((week) => week.planned).map(({ workout }) => workout);
  const [first] = rides;
  const test = rides.find(({ role }) => role === "test");
  return [
    ...(first === undefined
      ? []
      : fact("First ride", [`${dayOf(first)}, ${first.name}, ${timeWords(first.duration_min)}`], page)),
    ...fact("First test", [test === undefined ? "none in this plan" : `${dayOf(test)}, ${test.name}`], page),
  ];
}

/** `Next   look at it    cycling-plan show`; a command that does not fit beside its words stands below them, whole. */
function nextLines([label, what, how]: readonly [string, string, string], page: Page): string[] {
  const head = `${label === "" ? left("", LABEL) : page.paint.heading(left(label, LABEL))}${what}`;
  const beside = LABEL * 2 + 1 + widthOf(how) <= page.width;
  return beside
    ? [`${label === "" ? left("", LABEL) : page.paint.heading(left(label, LABEL))}${left(what, LABEL)} ${how}`]
    : [head, `  ${how}`];
}

const nothing = (texts: readonly string[]): readonly string[] => (texts.length === 0 ? ["nothing"] : texts);

/** Lines of a terminal of 24 that are left beside the command and the next question. */
const MOST_LINES = 22;

/** What stands between the verdict and the health note, from the whole to the least. */
function middles(plan: TrainingPlan, page: Page, why: string): readonly string[][] {
  const { given_up: given = [], warnings = [] } = plan.plan_metadata;
  const said = given.map(({ text }) => text);
  const notes = warnings.filter((one) => !said.includes(one));
  const short = shortfall(plan);
  const guessed = plan.athlete_profile.assumptions.length;
  const guesses = guessed === 0 ? [] : fact("Guessed", [`${counted(guessed, "thing")} you did not say: ${why}`], page);
  const limits = fact("Limits", limitsOf(plan), page).map(page.paint.warn);
  const told = [
    ...(said.length === 0 ? [] : [`${counted(said.length, "thing")} given up`]),
    ...(notes.length === 0 ? [] : [counted(notes.length, "note")]),
    ...(guessed === 0 ? [] : [guessed === 1 ? "1 guess" : `${guessed} guesses`]),
  ];
  const more = told.length === 0 ? [] : leadingTo(`${left("More", LABEL)}${told.join(", ")}:`, why, page.width);
  const rest = more.map((line, row) =>
    row === 0 ? page.paint.heading(line.slice(0, LABEL)) + line.slice(LABEL) : line,
  );
  return [
    [
      ...limits,
      ...fact("Falls short", short, page),
      ...fact("Given up", nothing(said), page),
      ...fact("Look out", notes, page),
      ...guesses,
    ],
    [...limits, ...fact("Falls short", short, page), ...rest],
    [...limits, ...fact("Falls short", short.slice(0, 1), page), ...rest],
    [...limits, ...rest],
  ];
}

/** The ways on from a plan, and the command that says why it is so. */
interface WaysOn {
  readonly next: readonly (readonly [what: string, how: string])[];
  readonly why: string;
}

/** What `generate` says at its end to who sits at a terminal: one screen, its headline on it. The season is one command away. */
export function planMade({ training_plan: plan }: PlanFile, page: Page, { next, why }: WaysOn): string[] {
  const view = planView(plan);
  const { total_weeks: weeks, start_date: start, end_date: end, health_note: note } = plan.plan_metadata;
  const span = `${counted(weeks, "week")}, ${shortDay(start)} ${start.slice(0, 4)} to ${shortDay(end)} ${end.slice(0, 4)}`;
  const made = `${plan.plan_id} is made`;
  const isOne = widthOf(made) + widthOf(span) + 2 <= page.width;
  const lines = middles(plan, page, why).map((middle) => [
    ...(isOne ? [`${page.paint.heading(made)}: ${span}`] : [page.paint.heading(made), ...wrap(span, page.width)]),
    "",
    ...wrap(verdict(view), page.width),
    ...firsts(view, page),
    ...middle,
    "",
    ...hanging("", note ?? HEALTH_NOTE, page.width).map(page.paint.quiet),
    "",
    ...next.flatMap(([what, how], index) => nextLines([index === 0 ? "Next" : "", what, how], page)),
  ]);
  const [whole = []] = lines;
  return finish(lines.find((some) => some.length <= MOST_LINES) ?? lines.at(-1) ?? whole, page);
}
