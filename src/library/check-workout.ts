import { sum } from "../base/numbers.ts";
import { feasibleFor } from "../load/feasibility.ts";
import { isHardWork, measureSegments, type Measure } from "../load/measure.ts";
import { labelProblem } from "../rules/label.ts";
import { LAST_DAYS, WARM_UP } from "../rules/limits.ts";
import { percentOf, secondsOfSegment, type Segment } from "../workout/segment.ts";
import { stretchWorkout, longestSeconds, measureShortest, nominalSeconds, shortestSeconds } from "./stretch.ts";
import type { LibraryWorkout } from "./library.ts";

/** One thing that is wrong with a library. */
export interface LibraryFinding {
  readonly check: string;
  /** Id of the workout, or name of the family or cell. */
  readonly where: string;
  readonly message: string;
  readonly numbers: Readonly<Record<string, number>>;
}

export const TEXT_WORDS = { least: 40, most: 90 } as const;
const words = (text: string): number => text.split(/\s+/).filter((word) => /[a-z0-9]/i.test(word)).length;

const finding = (
  workout: LibraryWorkout,
  check: string,
  [message, numbers = {}]: readonly [string, Record<string, number>?],
): LibraryFinding => ({ check, where: workout.id, message, numbers });

const powersOf = (segment: Segment): number[] => {
  if (segment.kind === "free") return [];
  if (segment.kind === "ramp") return [segment.start, segment.end];
  const blocks =
    segment.kind === "interval" ? [segment.work, ...(segment.rest === undefined ? [] : [segment.rest])] : [segment];
  return blocks.flatMap((block) => [block.low, block.high]);
};

/** A ride at one length, and what the simulation says of it. */
interface AtLength {
  readonly seconds: number;
  readonly segments: readonly Segment[] | undefined;
  readonly measure: Measure;
}

function atLength(workout: LibraryWorkout, seconds: number): AtLength {
  const segments = stretchWorkout(workout, { seconds });
  return { seconds, segments, measure: measureSegments(segments ?? []) };
}

/** The ride at one length: the right number of whole seconds, whole percents, nothing empty. */
function checkLength(workout: LibraryWorkout, { seconds, segments, measure }: AtLength): LibraryFinding[] {
  if (segments === undefined) return [finding(workout, "length", ["cannot be ridden at its own length", { seconds }])];
  const out: LibraryFinding[] = [];
  const lengths = segments.map(secondsOfSegment);
  const total = sum(lengths);
  if (total !== seconds) out.push(finding(workout, "length", ["segments do not add up", { seconds, total }]));
  if (lengths.some((length) => length <= 0 || !Number.isInteger(length)))
    out.push(finding(workout, "length", ["a segment is empty or not whole seconds", { seconds }]));
  if (segments.some((segment) => powersOf(segment).some((power) => !Number.isInteger(percentOf(power)))))
    out.push(finding(workout, "length", ["a power is not a whole percent", { seconds }]));
  const { steps } = measure;
  const problem =
    workout.parts.length === 0 || workout.role === "test" ? undefined : labelProblem(workout.type, steps, measure);
  if (problem !== undefined)
    out.push(finding(workout, "label", [problem.asks, { seconds, found: problem.found, limit: problem.limit }]));
  return out;
}

function checkFraming(workout: LibraryWorkout, measure: Measure): LibraryFinding[] {
  const out: LibraryFinding[] = [];
  const { steps } = measure;
  const firstHard = steps.findIndex((step) => Math.max(step.start, step.end) > WARM_UP.before);
  const warmUp = sum(steps.slice(0, Math.max(0, firstHard)).map((step) => step.seconds));
  if (firstHard >= 0 && warmUp < WARM_UP.seconds)
    out.push(finding(workout, "warm-up", ["too short before the first hard part", { seconds: warmUp }]));
  const last = steps.at(-1);
  if (last?.role !== "cooldown" || last.seconds < WARM_UP.coolDownSeconds)
    out.push(finding(workout, "cool-down", ["too short", { seconds: last?.role === "cooldown" ? last.seconds : 0 }]));
  return out;
}

function checkEffort(workout: LibraryWorkout, measure: Measure): LibraryFinding[] {
  if (workout.role === "test") return [];
  const out: LibraryFinding[] = [];
  if (feasibleFor(measure.steps).length === 0)
    out.push(finding(workout, "feasible", ["nobody can finish it inside the limits of 5.2 and W'"]));
  if (workout.role === "openers" && (isHardWork(measure) || measure.secondsAbove105 > LAST_DAYS.openersSecondsAbove105))
    out.push(
      finding(workout, "openers", ["openers are never a hard day", { secondsAbove105: measure.secondsAbove105 }]),
    );
  return out;
}

/** Everything that can be said of one workout alone: lengths, label, warm-up, effort, text. */
export function checkWorkout(workout: LibraryWorkout): LibraryFinding[] {
  const count = words(workout.text);
  const out: LibraryFinding[] =
    count < TEXT_WORDS.least || count > TEXT_WORDS.most
      ? [finding(workout, "text", [`asks for ${TEXT_WORDS.least} to ${TEXT_WORDS.most} words`, { words: count }])]
      : [];
  if (workout.parts.length === 0)
    return workout.fixedSeconds > 0 ? out : [...out, finding(workout, "length", ["has neither segments nor minutes"])];
  if (workout.parts.some((part) => part.shortest > part.nominal || part.nominal > part.longest))
    out.push(finding(workout, "stretch", ["a part's own length lies outside its stretch"]));
  const seconds = shortestSeconds(workout);
  const measure = measureShortest(workout);
  const shortest: AtLength = { seconds, segments: stretchWorkout(workout, { seconds }), measure };
  out.push(...checkLength(workout, shortest));
  // Most rides of a rider's own have one length, or two.
  const others = new Set([nominalSeconds(workout), longestSeconds(workout)]);
  others.delete(shortest.seconds);
  for (const other of others) out.push(...checkLength(workout, atLength(workout, other)));
  return [...out, ...checkFraming(workout, measure), ...checkEffort(workout, measure)];
}
