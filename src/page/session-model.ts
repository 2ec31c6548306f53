import type { CalendarDate } from "../base/calendar.ts";
import { addDays, daysBetween, weekdayOf } from "../base/calendar.ts";
import { cleanLine } from "../base/text.ts";
import type { Session } from "../export/session.ts";
import { bandText } from "../plan/effort-bands.ts";
import { eventDayOf, type CardLine } from "../plan/event-card.ts";
import type { Step } from "../workout/expand.ts";
import { familyWords } from "../workout/family-words.ts";
import { cueOf, labelOf } from "../export/step-words.ts";
import { figureOf, targetWords, type Figure } from "./figure.ts";
import { programOf, type PageInput, type RideState } from "./input.ts";
import { length, stepLength, typeset } from "./length.ts";
import { isPrivate, publicPart } from "./privacy.ts";
import { profileOf, type Profile } from "./profile.ts";

/** One line of a session's steps; `times` opens a block of repeats. */
export interface StepRow {
  readonly times?: number;
  readonly isRepeated: boolean;
  readonly length: string;
  readonly target: string;
  readonly words: string;
}

/** Something that a rider may want to do, and the command that does it. */
export interface Offer {
  readonly words: string;
  readonly command: string;
}

export interface SessionModel {
  readonly id: string;
  readonly kind: "ride" | "own" | "strength" | "event";
  readonly date: CalendarDate;
  /** `Sweet spot 2 × 22`, and in large type `Sweet spot`. */
  readonly name: string;
  readonly shortName: string;
  readonly minutes: number;
  readonly isHard: boolean;
  readonly figure: Figure | undefined;
  readonly profile: Profile | undefined;
  readonly why: readonly string[];
  readonly feel: string;
  readonly fuel: string;
  readonly steps: readonly StepRow[];
  readonly card: { readonly line: string; readonly lines: readonly CardLine[] } | undefined;
  /** Exported files beside the page: what a file is, and where. */
  readonly files: readonly { readonly label: string; readonly path: string }[];
  readonly offers: readonly Offer[];
  readonly state: RideState;
  /** The weekday that it was planned for first, where it stands on another. */
  readonly movedFrom: string | undefined;
}

const LONGEST_NAME = 80;

/** What a rider calls it in a list: without the percent, which stands in the steps. */
const nameOf = (name: string): string =>
  typeset(
    cleanLine(
      name.replace(/(?: at \d|, feel \d).*$/, "").replace(/^Event: (.)/, (_, first: string) => first.toUpperCase()),
      LONGEST_NAME,
    ),
  );
const shortNameOf = (name: string): string => {
  const short = nameOf(name).replace(/\s\d+\u00a0×\u00a0.*$/, "");
  return short === "" ? nameOf(name) : short;
};

const FUEL = /(?:^|\s)Fuel: (.*)$/s;
const sentence = (text: string): string => {
  const whole = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.!?]$/.test(whole) ? whole : `${whole}.`;
};

const LADDER = /^level (\d+) of the (.+?) ladder, up from (\d+) in week (\d+)$/;
const FIRST_LEVEL = /^level (\d+) of the (.+?) ladder, where you start$/;

/** A reason in a sentence; the ladder as a rider sees it: a step up from some week. */
export function reasonSentence(text: string): string {
  const [, level, ladder, , week] = LADDER.exec(text) ?? [];
  if (level !== undefined) return `A step up from week ${week ?? ""}: level ${level} of ${ladder ?? ""}.`;
  const [, first, begun] = FIRST_LEVEL.exec(text) ?? [];
  if (first !== undefined) return `Where you start in ${familyWords(begun ?? "")}: level ${first}.`;
  return sentence(text);
}

function stepWords(step: Step, session: Session, season: PageInput["season"]): string {
  const { words } = cueOf(step, session, season);
  const label = labelOf(step).toLowerCase();
  const cadence =
    step.role !== "rest" && step.cadence !== undefined ? `${bandText(step.cadence).replace("-", "–")} rpm` : "";
  const said = words.toLowerCase().startsWith(label) || label === "work" || label === "ride" ? "" : label;
  const own = words.replace(/,? \d[\d.]*(?:-[\d.]+)? %$/, "");
  const text = own.toLowerCase() === label ? "" : own.charAt(0).toLowerCase() + own.slice(1);
  return [said, text, cadence].filter((part) => part !== "").join(", ");
}

function stepRows(session: Session, { season }: PageInput): StepRow[] {
  if (session.workout.role === "fixed" || session.workout.role === "event") return [];
  return session.rounds.flatMap(({ times, steps }) =>
    steps.map((step, i): StepRow => ({
      ...(times > 1 && i === 0 ? { times } : {}),
      isRepeated: times > 1,
      length: stepLength(step.seconds),
      target: step.role === "free" ? "no target" : arrow(targetWords(step, session, season), step),
      words: stepWords(step, session, season),
    })),
  );
}

/** Power that changes goes somewhere. */
const arrow = (text: string, { start, end }: Step): string => (start === end ? text : text.replace("–", " → "));

/** What each ending is, as riders name it. */
const FILE_LABELS: readonly (readonly [ending: string, label: string])[] = [
  ["fit", "FIT"],
  ["zwo", "Zwift"],
  ["erg", "ERG"],
  ["mrc", "MRC"],
  ["txt", "intervals.icu"],
];

function filesOf({ path }: Session, { files }: PageInput): SessionModel["files"] {
  const endings = files.get(path) ?? [];
  return FILE_LABELS.filter(([ending]) => endings.includes(ending)).map(([ending, label]) => ({
    label,
    path: `${path}.${ending}`,
  }));
}

/** The nearest day of its week without a session, a later one first: where a ride could move to. */
function freeDay({ week, workout }: Session, today: CalendarDate): CalendarDate | undefined {
  const free = week.workouts
    .filter(
      ({ type, date }) =>
        type === "rest" && date >= today && !week.workouts.some((one) => one.date === date && one.type !== "rest"),
    )
    .map(({ date }) => date);
  const after = free.filter((date) => date > workout.date);
  return after[0] ?? free.at(-1);
}

/** Half of a ride, in fives. */
const half = (minutes: number): number => Math.max(20, Math.round(minutes / 10) * 5);

/** What can be done about a session, each as a command; what is past can only be told. */
function offersOf(session: Session, input: PageInput, isRide: boolean): Offer[] {
  const { workout } = session;
  const { date } = workout;
  const { today, planFlag } = input;
  const say = (words: string, command: string): Offer => ({
    words,
    command: `${programOf(input)} ${command}${planFlag}`,
  });
  if (workout.role === "event") return [];
  if (date < today) return isRide ? [say("It was not ridden", `change missed ${date}`)] : [];
  const other = freeDay(session, today);
  const move = other === undefined ? [] : [say(`Move it to ${weekdayOf(other)}`, `change move ${date} ${other}`)];
  if (!isRide) return move;
  const short = workout.duration_min < 45 ? [] : [say(`Ride ${length(half(workout.duration_min)).replaceAll("\u00a0", " ")} of it`, `change shorten ${date} to ${half(workout.duration_min)}`)]; // prettier-ignore
  return [...move, ...short];
}

const KINDS = { event: "event", fixed: "own", strength: "strength" } as const;

/** What the rider should think of and feel, without the words on food, which have a place of their own. */
function textsOf(description: string): { feel: string; fuel: string } {
  const text = cleanLine(description, 3000);
  const fuel = FUEL.exec(text)?.[1] ?? "";
  return {
    feel: typeset(publicPart(text.replace(FUEL, ""))),
    fuel: typeset(sentence(fuel)).replace(/^\.$/, ""),
  };
}

/** One session of a day as the page tells it. */
export function sessionModel(session: Session, input: PageInput, isHard: boolean): SessionModel {
  const { workout } = session;
  const { today, season, known, file } = input;
  const kind =
    workout.type === "strength"
      ? "strength"
      : workout.role === "event" || workout.role === "fixed"
        ? KINDS[workout.role]
        : "ride";
  const day = kind === "event" ? eventDayOf(workout, file.training_plan, season) : undefined;
  const texts = textsOf(workout.description);
  const { original_date: first } = workout;
  return {
    id: session.id,
    kind,
    date: workout.date,
    name: isPrivate(workout.name) ? "Session" : nameOf(workout.name),
    shortName: isPrivate(workout.name) ? "Session" : shortNameOf(workout.name),
    minutes: session.seconds / 60,
    isHard: isHard && kind !== "strength",
    figure: figureOf(session, season),
    profile: profileOf(session.steps, isHard),
    why: (workout.why ?? []).map(({ text }) => typeset(reasonSentence(text))).filter((text) => !isPrivate(text)),
    feel: day === undefined ? texts.feel : day.words,
    fuel: day === undefined ? texts.fuel : "",
    steps: stepRows(session, input),
    card: day && { line: day.line, lines: day.card },
    files: filesOf(session, input),
    offers: offersOf(session, input, session.steps.length > 0),
    state: known.states.get(workout) ?? { status: workout.date < today ? "not_known" : "ahead" },
    movedFrom:
      first === undefined || first === workout.date || Math.abs(daysBetween(first, addDays(workout.date, 0))) > 60
        ? undefined
        : weekdayOf(first).slice(0, 3),
  };
}
