import { LOW_TOP } from "../load/zones.ts";
import type { Rounds } from "../export/rounds.ts";
import { wattsOf } from "../export/step-words.ts";
import type { Season, Session } from "../export/session.ts";
import { feelShort, heartShort } from "../plan/scale.ts";
import type { Step } from "../workout/expand.ts";
import { stepLength, typeset } from "./length.ts";

/** What a session asks for, in the largest type: `241`, `W`, `2 × 22 min`, `4 min easy after each`. */
export interface Figure {
  readonly value: string;
  readonly unit: string;
  readonly reps: string;
  readonly rest: string;
}

/** Shorter work than this is a spice in an easy ride, not what it is ridden for. Seconds. */
const LEAST_WORK = 4 * 60;
/** From here on a step of a test is ridden as hard as it goes. */
const TEST_WORK = 0.9;

const top = (step: Step): number => Math.max(step.start, step.end);
const hardest = ({ steps }: Rounds): Step | undefined =>
  steps.reduce<Step | undefined>(
    (most, step) => (most === undefined || top(step) > top(most) ? step : most),
    undefined,
  );

/** How much of the ride's work lies in these rounds: 0 for easy ones. */
function workIn(rounds: Rounds): number {
  const step = hardest(rounds);
  if (step === undefined || step.role === "free" || top(step) <= LOW_TOP) return 0;
  return rounds.times * step.seconds * top(step) ** 2;
}

/** The rounds that a ride is about: its work, or where that is little its longest stretch. */
function mainRounds({ rounds }: Session): Rounds | undefined {
  const most = (value: (one: Rounds) => number): Rounds | undefined =>
    rounds.reduce<Rounds | undefined>(
      (best, one) => (best === undefined || value(one) > value(best) ? one : best),
      undefined,
    );
  const work = most(workIn);
  const step = work && hardest(work);
  const isWork = work !== undefined && step !== undefined && workIn(work) > 0;
  return isWork && work.times * step.seconds >= LEAST_WORK ? work : most(({ seconds }) => seconds);
}

const isAllOut = (step: Step, { isTest }: Session): boolean => isTest && top(step) > TEST_WORK;

function wattsText(step: Step, season: Season): string {
  const watts = (fraction: number): string => String(wattsOf(fraction, season));
  const [from, to] = step.start === step.end ? [step.low, step.high] : [step.start, step.end];
  return watts(from) === watts(to) ? watts(from) : `${watts(from)}–${watts(to)}`;
}

/** How hard, in the rider's own scale. */
export function targetOf(step: Step, session: Session, season: Season): Pick<Figure, "value" | "unit"> {
  const { saying, isTest } = session;
  if (step.role === "free") return { value: "free", unit: "" };
  if (isAllOut(step, session)) return { value: "all out", unit: "" };
  if (saying.ftpWatts !== undefined && saying.beside === undefined)
    return { value: wattsText(step, season), unit: "W" };
  const heart = saying.scale.by === "heart_rate" ? heartShort(step, saying.scale, isTest) : undefined;
  if (heart !== undefined)
    return saying.scale.heart === undefined
      ? { value: typeset(heart.replace(" %", "")), unit: "% of threshold heart rate" }
      : { value: typeset(heart), unit: "bpm" };
  const [value = "", ...words] = (feelShort(step, isTest) ?? "").split(" ");
  return { value: typeset(value), unit: `of 10, ${words.join(" ")}` };
}

/** `241 W`, `141–158 bpm`, `4–5 of 10, hard` */
export function targetWords(step: Step, session: Session, season: Season): string {
  const { value, unit } = targetOf(step, session, season);
  return [value, unit].filter((part) => part !== "").join("\u00a0");
}

function restText(rest: Step | undefined, session: Session, season: Season): string {
  if (rest === undefined) return "";
  if (top(rest) > LOW_TOP) return `then ${stepLength(rest.seconds)} at ${targetWords(rest, session, season)}`;
  return `${stepLength(rest.seconds)} easy after each`;
}

/** Undefined for strength, a ride of the rider's own, and the event: these have no target that leads. */
export function figureOf(session: Session, season: Season): Figure | undefined {
  const { workout } = session;
  if (session.steps.length === 0 || workout.role === "event" || workout.role === "fixed") return undefined;
  const rounds = mainRounds(session);
  const step = rounds && hardest(rounds);
  if (rounds === undefined || step === undefined) return undefined;
  const others = rounds.steps.filter((one) => one !== step);
  const { times } = rounds;
  return {
    ...targetOf(step, session, season),
    reps: times === 1 ? stepLength(step.seconds) : `${times}\u00a0×\u00a0${stepLength(step.seconds)}`,
    rest: times === 1 ? "" : restText(others[0], session, season),
  };
}
