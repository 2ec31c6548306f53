import { asciiLine } from "./ascii.ts";
import { cleanLine } from "../base/text.ts";
import { roundTo } from "../base/numbers.ts";
import type { Step } from "../workout/expand.ts";
import { cueOf, cueText, isWorkingRest, labelOf } from "./step-words.ts";
import { fitFile, type FitField, type FitMessage } from "./fit-file.ts";
import { bandText, effortOf, heartBandOf } from "../plan/effort-bands.ts";
import { scaleOf } from "../plan/scale.ts";
import { BPM_OFFSET, fitHeart } from "./fit-heart.ts";
import { fitSteps, wholeFitSteps, type FitPiece } from "./fit-steps.ts";
import { fitPower, type PowerTarget } from "./fit-power.ts";
import type { Rendered } from "./format.ts";
import { isHeld, isOpen } from "./rounds.ts";
import type { Season, Session } from "./session.ts";

/** Field and value numbers of the FIT profile. */
const FILE_ID = 0;
const WORKOUT = 26;
const WORKOUT_STEP = 27;
const FILE_TYPE_WORKOUT = 5;
/** "development": files of programs that have no number of their own. */
const MANUFACTURER_DEVELOPMENT = 255;
const SPORT_CYCLING = 2;
const DURATION_TIME = 0;
const DURATION_REPEAT = 6;
const TARGET_HEART_RATE = 1;
const TARGET_OPEN = 2;
const TARGET_CADENCE = 3;
const TARGET_POWER = 4;
const INTENSITY = { active: 0, rest: 1, warmup: 2, cooldown: 3 } as const;
/** Seconds from 1970 to the first second of FIT time, 1989-12-31. */
const FIT_EPOCH = 631_065_600;
/** Small screens show about this much of a step's name. */
const MOST_NAME = 15;
const MOST_NOTE = 200;
const MOST_DESCRIPTION = 250;
/** Many devices take no more steps. */
const MOST_STEPS = 50;

/** A number that differs for each file: devices take the second of two equal ones for the first. FNV-1a, never 0. */
function serialOf(id: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash === 0 || hash === 0xffffffff ? 1 : hash;
}

function head(session: Session, season: Season, steps: number): FitMessage[] {
  const { workout, code } = session;
  return [
    {
      message: FILE_ID,
      fields: [
        { number: 0, type: "enum", value: FILE_TYPE_WORKOUT },
        { number: 1, type: "uint16", value: MANUFACTURER_DEVELOPMENT },
        { number: 2, type: "uint16", value: 0 },
        { number: 3, type: "uint32z", value: serialOf(session.id) },
        { number: 4, type: "uint32", value: Math.max(0, season.madeAt - FIT_EPOCH) },
      ],
    },
    {
      message: WORKOUT,
      fields: [
        { number: 4, type: "enum", value: SPORT_CYCLING },
        { number: 6, type: "uint16", value: steps },
        { number: 8, type: "string", value: `${code} ${cleanLine(workout.name, 60) || workout.type}` },
        { number: 17, type: "string", value: cleanLine(workout.description, MOST_DESCRIPTION) },
      ],
    },
  ];
}

const intensityOf = (step: Step): number => {
  const { role } = step;
  if (role === "warmup" || role === "cooldown") return INTENSITY[role];
  return (role === "rest" || role === "recovery") && !isWorkingRest(step) ? INTENSITY.rest : INTENSITY.active;
};

/** `Work 82%`, or `Work 4-5/10` without power: what and how hard, short enough for a small screen. */
function stepName({ step }: FitPiece, target: PowerTarget | undefined, session: Session): string {
  const label = asciiLine(labelOf(step));
  if (target !== undefined) return `${label} ${Math.round(target.middle)}${target.unit}`.slice(0, MOST_NAME);
  const effort = session.saying.ftpWatts === undefined ? effortOf(step, session.isTest) : undefined;
  return `${label}${effort === undefined ? "" : ` ${bandText(effort)}/10`}`.slice(0, MOST_NAME);
}

/** Fields 3 to 6: what a step aims at. */
const targetFields = (type: number, range?: { readonly low: number; readonly high: number }): FitField[] => [
  { number: 3, type: "enum", value: type },
  { number: 4, type: "uint32", value: 0 },
  ...(range === undefined
    ? []
    : [
        { number: 5, type: "uint32", value: range.low } as const,
        { number: 6, type: "uint32", value: range.high } as const,
      ]),
];

/** The one target of a step: power, or heart rate in a plan that goes by it; open where the step has neither. */
function mainTarget({ step }: FitPiece, session: Session, power: PowerTarget | undefined): FitField[] {
  if (power !== undefined) return targetFields(TARGET_POWER, power);
  const heart = fitHeart(step, session);
  return heart === undefined ? targetFields(TARGET_OPEN) : targetFields(TARGET_HEART_RATE, heart);
}

/** Heart rate where the step has one, or else cadence: a step holds one target beside power. */
function secondTarget(step: Step, session: Session, season: Season): FitField[] {
  const heart = session.saying.ftpWatts === undefined ? undefined : heartBandOf(step, season.heart);
  const cadence = step.role === "rest" ? undefined : step.cadence;
  if (heart === undefined && cadence === undefined) return [];
  const [type, low, high] =
    heart !== undefined
      ? [TARGET_HEART_RATE, (heart.low ?? 0) + BPM_OFFSET, heart.high + BPM_OFFSET]
      : [TARGET_CADENCE, cadence?.low ?? 0, cadence?.high ?? 0];
  return [
    { number: 19, type: "enum", value: type },
    { number: 20, type: "uint32", value: 0 },
    { number: 21, type: "uint32", value: low },
    { number: 22, type: "uint32", value: high },
  ];
}

function stepFields(piece: FitPiece, session: Session, season: Season): FitField[] {
  const { step } = piece;
  const target = fitPower(piece, season);
  const note = piece.isFirst ? cueText(cueOf(step, session, season)) : "";
  return [
    { number: 0, type: "string", value: stepName(piece, target, session) },
    { number: 1, type: "enum", value: DURATION_TIME },
    { number: 2, type: "uint32", value: piece.seconds * 1000 },
    ...mainTarget(piece, session, target),
    { number: 7, type: "enum", value: intensityOf(step) },
    ...(note === "" ? [] : [{ number: 8, type: "string", value: cleanLine(note, MOST_NOTE) } as const]),
    ...secondTarget(step, session, season),
  ];
}

/** The block before it again: from which step on, and how many rounds in all. */
const repeatFields = (first: number, rounds: number): FitField[] => [
  { number: 1, type: "enum", value: DURATION_REPEAT },
  { number: 2, type: "uint32", value: first },
  { number: 4, type: "uint32", value: rounds },
];

/** In what the targets are written. */
function targetNote({ ftpWatts, isInWatts, plan, heart }: Season): string {
  if (ftpWatts === undefined) {
    if (scaleOf(plan.athlete_profile).by === "feel")
      return "Steps have no target: how they should feel stands in their names and notes.";
    return heart === undefined
      ? "Heart rate is written in percent of your maximum, which the device knows; steps under five minutes go by feel."
      : "Heart rate is written in beats a minute; steps under five minutes go by feel and have no target.";
  }
  return isInWatts
    ? `Power is written in watts of an FTP of ${roundTo(ftpWatts, 1)} W.`
    : "Power is written in percent: the device's own FTP setting turns it into watts.";
}

function notesOf(session: Session, season: Season, count: number): string[] {
  const { steps } = session;
  return [
    targetNote(season),
    ...(season.ftpWatts !== undefined && steps.some((step) => !isHeld(step) && !isOpen(step))
      ? ["FIT knows no ramp: it is written as even steps of a minute or more."]
      : []),
    ...(season.ftpWatts !== undefined && steps.some((step) => isHeld(step) && step.low === step.high)
      ? [
          "A single power is written as a range of 3 % of FTP to either side: devices beep at every watt beside a single one.",
        ]
      : []),
    ...(season.ftpWatts !== undefined &&
    steps.some((step) => step.cadence !== undefined && heartBandOf(step, season.heart) !== undefined)
      ? ["A step holds one target beside power: where that is heart rate, cadence stands in the text only."]
      : []),
    ...(steps.some(({ effort }) => effort === "max")
      ? ["An all-out step has no target: what it may come to stands in its note."]
      : []),
    ...(cleanLine(session.workout.description, MOST_DESCRIPTION).endsWith("…")
      ? [`Descriptions are cut to ${MOST_DESCRIPTION} characters.`]
      : []),
    ...(count > MOST_STEPS ? [`More than ${MOST_STEPS} steps: some devices show only the first of them.`] : []),
  ];
}

/** Garmin workout file of one ride, repeats kept. Same ride, same bytes. */
export function fit(session: Session, season: Season): Rendered {
  const items = season.ftpWatts === undefined ? wholeFitSteps(session.rounds) : fitSteps(session.rounds, MOST_STEPS);
  const messages = items.map((item, index): FitMessage => {
    const fields = item.kind === "repeat" ? repeatFields(item.first, item.rounds) : stepFields(item, session, season);
    return { message: WORKOUT_STEP, fields: [{ number: 254, type: "uint16", value: index }, ...fields] };
  });
  return {
    content: fitFile([...head(session, season, items.length), ...messages]),
    notes: notesOf(session, season, items.length),
  };
}
