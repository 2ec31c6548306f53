import { cleanLine } from "../base/text.ts";
import { roundTo } from "../base/numbers.ts";
import { FREE_RIDE_FRACTION, type Step } from "../workout/expand.ts";
import type { Rendered } from "./format.ts";
import { isHeld, isOpen } from "./rounds.ts";
import type { Season, Session } from "./session.ts";
import { cueOf, cueText } from "./step-words.ts";

/** What tells ERG and MRC apart: the unit of the second column, and whether the FTP stands in the header. */
export interface CourseKind {
  readonly extension: "erg" | "mrc";
  readonly unit: "WATTS" | "PERCENT";
  readonly value: (fraction: number, season: Season) => number;
  readonly header: (season: Season) => readonly string[];
  readonly notes: (season: Season) => readonly string[];
}

/** Readers stop at `=`, and take brackets for the beginning of a section. */
const plain = (text: string, most: number): string => cleanLine(cleanLine(text, most).replace(/[=[\]]+/g, " "), most);

const TEXT_SECONDS = 10;
/** Before the words of an all-out step: a trainer that holds the written power would hold the rider back. */
const ERG_OFF = "ERG off. ";

/** Minutes as decimals: two places where they are exact, or else four (0.0001 min is 6 ms). */
function minutesText(seconds: number): string {
  const minutes = seconds / 60;
  return minutes.toFixed(roundTo(minutes, 2) === roundTo(minutes, 8) ? 2 : 4);
}

/** Two points for each step, so that a change of power is two values at one time and a ramp two at two times. */
function dataLines(steps: readonly Step[], kind: CourseKind, season: Season): string[] {
  let at = 0;
  return steps.flatMap((step) => {
    const from = at;
    at += step.seconds;
    return [
      `${minutesText(from)}\t${kind.value(isOpen(step) ? FREE_RIDE_FRACTION : step.start, season)}`,
      `${minutesText(at)}\t${kind.value(isOpen(step) ? FREE_RIDE_FRACTION : step.end, season)}`,
    ];
  });
}

function textLines(session: Session, season: Season): string[] {
  let at = 0;
  return session.steps.map((step) => {
    const from = at;
    at += step.seconds;
    const cue = cueOf(step, session, season);
    const words = step.effort === "max" ? `${ERG_OFF}${cue.words}` : cue.words;
    return `${from}\t${plain(cueText({ ...cue, words }), 200)}\t${Math.min(TEXT_SECONDS, step.seconds)}`;
  });
}

function notesOf(session: Session, kind: CourseKind, season: Season): string[] {
  const { steps } = session;
  return [
    ...kind.notes(season),
    ...(session.rounds.some((rounds) => rounds.times > 1) ? ["Repeats are written out one by one."] : []),
    ...(steps.some((step) => isHeld(step) && step.low !== step.high)
      ? ["A range of power is written as its middle."]
      : []),
    ...(steps.some((step) => step.cadence !== undefined) ? ["Cadence stands in the text only."] : []),
    ...(season.heart === undefined ? [] : ["Heart rate stands in the text only."]),
    ...(session.workout.description === "" ? [] : ["The description of a workout has no place in it."]),
    ...(steps.some((step) => step.role === "free")
      ? ["A free ride has no form here: it is written as a flat 65 % of FTP."]
      : []),
    ...(steps.some(({ effort }) => effort === "max")
      ? [
          "An all-out step has no form here: it is written as a flat 65 % of FTP, so that ERG mode cannot stall you. Switch ERG mode off for it; its target stands in the text.",
        ]
      : []),
  ];
}

/** A ride as a course of minutes against power, as CompuTrainer wrote them and many programs read them. */
export function course(session: Session, season: Season, kind: CourseKind): Rendered {
  const file = `${session.path.split("/").at(-1) ?? session.id}.${kind.extension}`;
  const lines = [
    "[COURSE HEADER]",
    "VERSION = 2",
    "UNITS = ENGLISH",
    `DESCRIPTION = ${plain(`${session.code} ${session.workout.name}`, 120)}`,
    `FILE NAME = ${file}`,
    ...kind.header(season),
    `MINUTES ${kind.unit}`,
    "[END COURSE HEADER]",
    "[COURSE DATA]",
    ...dataLines(session.steps, kind, season),
    "[END COURSE DATA]",
    "[COURSE TEXT]",
    ...textLines(session, season),
    "[END COURSE TEXT]",
    "",
  ];
  return { content: lines.join("\n"), notes: notesOf(session, kind, season) };
}
