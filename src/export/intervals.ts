import { cleanLine, cleanText } from "../base/text.ts";
import type { Step } from "../workout/expand.ts";
import { percentOf } from "../workout/segment.ts";
import { scaleOf } from "../plan/scale.ts";
import { bandText, effortOf, heartPercentOf } from "../plan/effort-bands.ts";
import type { Rendered } from "./format.ts";
import { isReadAsTarget, plainCue } from "./intervals-cue.ts";
import { isHeld, isOpen, type Rounds } from "./rounds.ts";
import type { Season, Session } from "./session.ts";
import { cadenceOf, labelOf } from "./step-words.ts";

const MOST_CUE = 80;
const LOWEST_HEART_PERCENT = 50;

const ownCue = (step: Step): string => (step.role === "rest" ? "" : cleanLine(step.description, MOST_CUE));

/** The word "ramp" or "free ride" in a cue would make one of the step. */
const plainLabel = (step: Step): string => {
  if (step.role === "ramp") return "Change";
  return step.role === "free" ? "Free" : labelOf(step);
};

function cue(step: Step, session: Session): string {
  const own = ownCue(step);
  const effort = effortOf(step, session.isTest);
  // Text before the first duration is the cue; figures and some words in it would be read as a target.
  const words = (isReadAsTarget(own) ? plainCue(own) : own) || plainLabel(step);
  return `${words}${effort === undefined ? "" : ` RPE ${bandText(effort)}`}`;
}

/** `1h2m30s`: m is minutes here. */
function duration(seconds: number): string {
  const parts = [
    [Math.floor(seconds / 3600), "h"],
    [Math.floor(seconds / 60) % 60, "m"],
    [seconds % 60, "s"],
  ] as const;
  return parts.map(([value, unit]) => (value === 0 ? "" : `${value}${unit}`)).join("");
}

/** Whole percents; a power between two of them is the range of both. */
function percent(step: Step): string {
  if (step.effort === "max") return "maxeffort";
  if (step.role === "free") return "freeride";
  if (!isHeld(step)) return `ramp ${Math.round(percentOf(step.start))}%-${Math.round(percentOf(step.end))}%`;
  const [low, high] = [Math.floor(percentOf(step.low)), Math.ceil(percentOf(step.high))];
  return low === high ? `${low}%` : `${low}-${high}%`;
}

/** Percent of threshold heart rate; a range that begins at nothing begins at half of it, for the syntax wants both ends. */
function heartPercent(step: Step, { saying, isTest }: Session): string {
  const percent = saying.scale.by === "heart_rate" && effortOf(step, isTest) ? heartPercentOf(step) : undefined;
  return percent === undefined ? "" : `${percent.low ?? LOWEST_HEART_PERCENT}-${percent.high}% LTHR`;
}

/** What the step aims at; nothing where a rider without power goes by feel. */
function target(step: Step, session: Session): string {
  if (isOpen(step) || session.saying.ftpWatts !== undefined) return percent(step);
  return heartPercent(step, session);
}

function stepLine(step: Step, session: Session): string {
  const cadence = cadenceOf(step);
  const rpm = cadence === undefined ? "" : `${bandText(cadence)}rpm`;
  const parts = [cue(step, session), duration(step.seconds), target(step, session), rpm];
  return `- ${parts.filter((part) => part !== "").join(" ")}`;
}

/** Steps that follow each other, or a block of repeats with a blank line before and after; repeats are never nested. */
function block({ times, steps }: Rounds, session: Session): string {
  const lines = steps.map((step) => stepLine(step, session));
  return times > 1 ? `\n${times}x\n${lines.join("\n")}\n` : lines.join("\n");
}

/** The steps of a ride in the text that intervals.icu reads. */
export const workoutText = (session: Session): string =>
  session.rounds
    .map((rounds) => block(rounds, session))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();

/** Text that stands above the steps: nothing in it may begin a step or a repeat. */
export const prose = (text: string): string =>
  cleanText(text)
    .trim()
    .split("\n")
    .map((line) => line.replace(/(\d)\s*x\b/gi, "$1 times").replace(/^\s*-\s*/, "• "))
    .join("\n");

/** What the text of a ride cannot say. */
export function textNotes({ steps }: Session, season: Season): string[] {
  const hasPower = season.ftpWatts !== undefined;
  const between = (fraction: number): boolean => hasPower && !Number.isInteger(percentOf(fraction));
  return [
    ...(steps.some((step) => isReadAsTarget(ownCue(step)))
      ? ["A cue keeps its words without the figures: intervals.icu would read them as a target."]
      : []),
    ...(hasPower
      ? []
      : [
          scaleOf(season.plan.athlete_profile).by === "feel"
            ? "Steps have no target: how they should feel stands in their cues."
            : "Steps under five minutes go by feel and have no target.",
        ]),
    ...(season.heart === undefined || !hasPower
      ? []
      : ["A step holds one target, power: heart-rate ranges are left out."]),
    ...(steps.some(({ effort }) => effort === "max")
      ? ["An all-out step is written as maxeffort, which has no power: what it may come to is left out."]
      : []),
    ...(steps.some((step) => !isOpen(step) && (between(step.start) || between(step.end)))
      ? ["Powers are whole percents: one between two is written as the range of both."]
      : []),
  ];
}

/** The text of one ride, to be pasted into the workout builder of intervals.icu. */
export const intervalsText = (session: Session, season: Season): Rendered => ({
  content: `${workoutText(session)}\n`,
  notes: textNotes(session, season),
});
