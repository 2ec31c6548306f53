import { roundTo } from "../base/numbers.ts";
import { fullDay } from "../base/date-words.ts";
import { isFlagged } from "./all-out.ts";
import { asciiLine } from "./ascii.ts";
import type { Step } from "../workout/expand.ts";
import type { Rendered } from "./format.ts";
import { isHeld, isOpen, type Rounds } from "./rounds.ts";
import type { Season, Session } from "./session.ts";
import { cadenceOf } from "./step-words.ts";
import { xmlText } from "./xml.ts";
import { element, repeatEvents, stepEvents } from "./zwo-text.ts";

type Attributes = Readonly<Record<string, string | undefined>>;
interface Of {
  readonly session: Session;
  readonly season: Season;
}

/** Fraction of FTP: two decimals, or three where two would round. */
function power(fraction: number): string {
  const rounded = roundTo(fraction, 3);
  return rounded.toFixed(roundTo(rounded, 2) === rounded ? 2 : 3);
}

/** Zwift knows one cadence, not a range. */
function cadence(step: Step): string | undefined {
  const range = cadenceOf(step);
  return range && String(Math.round((range.low + range.high) / 2));
}

/** Some readers cut ramps into steps of 10 s and drop the rest. */
const RAMP_GRID_SECONDS = 10;

/**
 * PowerLow is the START of a ramp and PowerHigh its END, even where the start is the larger number (a cool-down). A
 * cool-down that rises, or a warm-up that falls, is a plain ramp: some readers turn those round.
 */
function rampTag(step: Step, season: Season): string {
  if (season.target === "mywhoosh") return "Ramp";
  if (step.role === "warmup" && step.start <= step.end) return "Warmup";
  return step.role === "cooldown" && step.start >= step.end ? "Cooldown" : "Ramp";
}

/**
 * A ramp whose length is no multiple of 10 s holds the power it has in its odd seconds: a cool-down its first, so that it
 * still ends the ride, any other its last.
 */
function ramp(step: Step, texts: ReturnType<typeof stepEvents>, of: Of): string[] {
  const odd = step.seconds % RAMP_GRID_SECONDS;
  const isHeldFirst = step.role === "cooldown";
  const bend = step.start + ((step.end - step.start) * (isHeldFirst ? odd : step.seconds - odd)) / step.seconds;
  const [start, end] = isHeldFirst ? [bend, step.end] : [step.start, bend];
  const changing: Attributes = {
    Duration: String(step.seconds - odd),
    PowerLow: power(start),
    PowerHigh: power(end),
    Cadence: cadence(step),
  };
  const held: Attributes = {
    Duration: String(odd),
    Power: power((bend + (isHeldFirst ? step.start : step.end)) / 2),
    Cadence: cadence(step),
  };
  if (odd === 0) return element(rampTag(step, of.season), changing, texts);
  if (odd === step.seconds) return element("SteadyState", held, texts);
  if (isHeldFirst) return [...element("SteadyState", held, []), ...element(rampTag(step, of.season), changing, texts)];
  return [...element(rampTag(step, of.season), changing, texts), ...element("SteadyState", held, [])];
}

function single(step: Step, at: { round: number; times: number }, of: Of): string[] {
  const texts = of.season.target === "trainingpeaks" ? [] : stepEvents(step, at, of);
  const duration = { Duration: String(step.seconds) };
  if (isOpen(step)) {
    const ftptest = isFlagged(step, of.session) ? "1" : undefined;
    return element("FreeRide", { ...duration, FlatRoad: "1", ftptest, Cadence: cadence(step) }, texts);
  }
  if (!isHeld(step)) return ramp(step, texts, of);
  return element("SteadyState", { ...duration, Power: power(step.start), Cadence: cadence(step) }, texts);
}

function repeat(rounds: Rounds, [on, off]: readonly [Step, Step], of: Of): string[] {
  const attributes = {
    Repeat: String(rounds.times),
    OnDuration: String(on.seconds),
    OffDuration: String(off.seconds),
    OnPower: power(on.start),
    OffPower: power(off.start),
    Cadence: cadence(on),
  };
  return element("IntervalsT", attributes, of.season.target === "trainingpeaks" ? [] : repeatEvents(rounds, of));
}

/** Repeats of work and rest are one element; one round, work without rest, or work without a power is written out. */
function roundsLines(rounds: Rounds, of: Of): string[] {
  const [on, off] = rounds.steps;
  const isRepeat = rounds.times > 1 && on !== undefined && off !== undefined && !isOpen(on);
  if (isRepeat && of.season.target !== "mywhoosh") return repeat(rounds, [on, off], of);
  const { times } = rounds;
  return Array.from({ length: times }, (_, round) =>
    rounds.steps.flatMap((step) => single(step, { round, times }, of)),
  ).flat();
}

/** What Zwift cannot hold of this ride. */
function notesOf({ session: { steps }, season }: Of): string[] {
  const hasRange = steps.some((step) => isHeld(step) && step.low !== step.high);
  const hasCadence = steps.some((step) => step.cadence !== undefined && step.cadence.low !== step.cadence.high);
  return [
    ...(hasRange ? ["A range of power is written as its middle."] : []),
    ...(hasCadence ? ["A range of cadence is written as its middle, and as it is in the text."] : []),
    ...(season.heart === undefined || season.target === "trainingpeaks" ? [] : ["Heart rate stands in the text only."]),
    ...(season.target === "trainingpeaks"
      ? ["TrainingPeaks is said to refuse texts inside steps: cues, effort and heart rate are left out."]
      : []),
    ...(steps.some(({ effort }) => effort === "max")
      ? ["An all-out step is free riding, with its target in words: no trainer holds you back there."]
      : []),
  ];
}

/** `W03D2 Threshold 3 x 10`: sorts by week, and plain ASCII, without which Zwift does not sync it to other devices. */
const nameOf = ({ code, workout }: Session): string => `${code} ${asciiLine(workout.name, 80) || workout.type}`;

function description({ workout, week, seconds }: Session, season: Season): string {
  const weeks = String(season.plan.plan_metadata.total_weeks);
  const facts = `Week ${week.week_number} of ${weeks}, ${week.week_type}. ${fullDay(workout.date)}.`;
  // The name as the rider wrote it, where `name` could not hold it.
  const written = asciiLine(workout.name, 80) === workout.name ? [] : [workout.name];
  return [
    ...written,
    workout.description,
    `${facts} ${Math.round(seconds / 60)} min, load ${Math.round(workout.tss)}.`,
  ].join("\n\n");
}

/** Zwift workout file of one ride. Same ride, same bytes. */
export function zwo(session: Session, season: Season): Rendered {
  const of = { session, season };
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<workout_file>",
    "  <author>cycling-plan</author>",
    `  <name>${xmlText(nameOf(session))}</name>`,
    `  <description>${xmlText(description(session, season))}</description>`,
    "  <sportType>bike</sportType>",
    `  <category>${xmlText(season.plan.plan_id)}</category>`,
    `  <subcategory>Week ${session.code.slice(1, 3)}</subcategory>`,
    "  <workout>",
    ...session.rounds.flatMap((rounds) => roundsLines(rounds, of)),
    "  </workout>",
    "</workout_file>",
    "",
  ];
  return { content: lines.join("\n"), notes: notesOf(of) };
}
