import { sum } from "../base/numbers.ts";
import { joinWords } from "../base/text.ts";
import { LOW_TOP } from "../load/zones.ts";
import type { Rounds } from "../export/rounds.ts";
import { wattsOf } from "../export/step-words.ts";
import type { Season, Session } from "../export/session.ts";
import { feelShort, heartShort } from "../plan/scale.ts";
import type { Step } from "../workout/expand.ts";
import { length, stepLength, typeset } from "./length.ts";

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
const isWork = (step: Step): boolean => step.role !== "free" && step.role !== "warmup" && top(step) > LOW_TOP + 1e-9;

/** Rounds of a ride, and how often the same ones come again after a rest. */
interface Sets {
  readonly sets: number;
  readonly rounds: Rounds;
  /** What is ridden hard in each round; over-unders have two of it. */
  readonly work: readonly Step[];
  readonly workSeconds: number;
}

const keyOf = ({ times, steps }: Rounds): string =>
  [times, ...steps.flatMap(({ seconds, start, end }) => [seconds, start, end])].join();

function setsOf({ rounds }: Session): Sets[] {
  const known = new Map<string, Sets>();
  for (const one of rounds) {
    const key = keyOf(one);
    const before = known.get(key);
    const work = one.steps.filter(isWork);
    const seconds = one.times * sum(work.map((step) => step.seconds));
    known.set(key, {
      sets: (before?.sets ?? 0) + 1,
      rounds: one,
      work,
      workSeconds: (before?.workSeconds ?? 0) + seconds,
    });
  }
  return [...known.values()];
}

/** How much a part of a ride weighs in what the ride is for: harder counts more than longer. */
const weight = ({ work, workSeconds }: Sets): number => workSeconds * Math.max(0, ...work.map(top)) ** 2;

const most = (all: readonly Sets[], value: (one: Sets) => number): Sets | undefined =>
  all.reduce<Sets | undefined>((best, one) => (best === undefined || value(one) > value(best) ? one : best), undefined);

/** What a ride is about: its work, or where that is little its longest stretch. */
function mainSets(session: Session): Sets | undefined {
  const all = setsOf(session);
  const work = most(all, weight);
  if (work !== undefined && work.workSeconds >= LEAST_WORK) return work;
  const longest = most(all, ({ sets, rounds }) => sets * rounds.seconds);
  return longest && { ...longest, work: longest.rounds.steps.slice(0, 1) };
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

const restText = (rest: Step | undefined): string =>
  rest === undefined ? "" : `${stepLength(rest.seconds)} easy after each`;

/** `2 × 22 min`, `3 × 8 × 30 s`, of over-unders `5 × 6 min`. */
function repsOf({ sets, rounds, work }: Sets): string {
  const [step] = work;
  const isOver = work.length > 1;
  const each = isOver ? rounds.seconds : (step?.seconds ?? 0);
  const counts = [sets, isOver ? 1 : rounds.times].filter((count) => count > 1);
  return [...counts.map(String), stepLength(each)].join("\u00a0×\u00a0");
}

/** `17, 14 and 11 min`: efforts of one target that are ridden once each, where the main one is not all of the work. */
function stairsOf(main: Sets, session: Session, season: Season): string | undefined {
  const goal = (one: Sets): string => one.work.map((step) => targetWords(step, session, season)).join();
  const alike = setsOf(session).filter(
    (one) => one.work.length === 1 && one.sets * one.rounds.times === 1 && goal(one) === goal(main),
  );
  if (alike.length < 2 || !alike.some(({ rounds }) => rounds === main.rounds)) return undefined;
  const seconds = alike.flatMap(({ work }) => work.map((step) => step.seconds));
  if (seconds.some((each) => each % 60 !== 0)) return joinWords(seconds.map(stepLength));
  return `${joinWords(seconds.map((each) => String(each / 60)))}\u00a0min`;
}

/** Undefined for strength and a ride of the rider's own: these have no target that leads. */
export function figureOf(session: Session, season: Season): Figure | undefined {
  const { workout } = session;
  if (session.steps.length === 0 || workout.role === "fixed") return undefined;
  const [only] = session.steps;
  if (workout.role === "event")
    return (
      only && { ...targetOf(only, session, season), reps: `about ${length(session.seconds / 60)}`, rest: "on average" }
    );
  const main = mainSets(session);
  const [first, second] = main?.work ?? [];
  if (main === undefined || first === undefined) return undefined;
  const target = targetOf(first, session, season);
  const over = second === undefined ? target : targetOf(second, session, season);
  const isSame = over.unit !== target.unit || over.value === target.value;
  const rest = main.rounds.steps.find((step) => !main.work.includes(step));
  const parts = main.work.map(({ seconds }) => stepLength(seconds)).join(" and ");
  return {
    value: isSame ? target.value : `${target.value}/${over.value}`,
    unit: target.unit,
    reps: stairsOf(main, session, season) ?? repsOf(main),
    rest: main.work.length > 1 ? `${parts} in turn` : main.rounds.times === 1 ? "" : restText(rest),
  };
}
