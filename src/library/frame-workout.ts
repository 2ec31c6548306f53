import { roundTo, sum } from "../base/numbers.ts";
import { WARM_UP } from "../rules/limits.ts";
import { expand } from "../workout/expand.ts";
import type { Block, Segment } from "../workout/segment.ts";

/** A ride of another program made ready to stand in a plan, and what was changed for it. */
export interface FramedRide {
  readonly segments: readonly Segment[];
  /** Each a sentence without its end, such as `a cool-down of 5 min is added`. */
  readonly changes: readonly string[];
}

/** A last part that is ridden no harder than this is the cool-down. Fraction of FTP. */
const COOL_DOWN_TOP = 0.65;
const ADDED_COOL_DOWN = { low: 0.4, high: 0.55 };
const ADDED_WARM_UP = { low: 0.45, high: 0.65 };
/** Less than this off a whole percent is what rounding leaves where a program counts in watts. */
const DUST = 0.0005;

const whole = (power: number): number => roundTo(power, 2);
const wholeBlock = <T extends Block>(block: T): T => ({ ...block, low: whole(block.low), high: whole(block.high) });

function wholeSegment(segment: Segment): Segment {
  switch (segment.kind) {
    case "free":
      return segment;
    case "ramp":
      return { ...segment, start: whole(segment.start), end: whole(segment.end) };
    case "interval":
      return {
        ...segment,
        work: wholeBlock(segment.work),
        rest: segment.rest && wholeBlock(segment.rest),
      };
    default:
      return wholeBlock(segment);
  }
}

const powersOf = (segments: readonly Segment[]): number[] => expand(segments).flatMap((step) => [step.low, step.high]);

function inWholePercents({ segments, changes }: FramedRide): FramedRide {
  const isOff = powersOf(segments).some((power) => Math.abs(power - whole(power)) > DUST);
  return {
    segments: segments.map(wholeSegment),
    changes: isOff ? [...changes, "powers are rounded to whole percents of FTP"] : changes,
  };
}

const minutes = (seconds: number): string => `${roundTo(seconds / 60, 1)} min`;

/** The last part as a cool-down, where it is easy enough to be one. */
function asCoolDown(last: Segment | undefined): (Segment & { kind: "cooldown" }) | undefined {
  if (last === undefined || last.kind === "interval" || last.kind === "free" || last.kind === "warmup")
    return undefined;
  if (last.kind === "cooldown") return { ...last, kind: "cooldown" };
  const { seconds, description, cadence } = last;
  const [start, end] = last.kind === "ramp" ? [last.start, last.end] : [last.high, last.low];
  if (start > COOL_DOWN_TOP || end > start) return undefined;
  return { kind: "cooldown", seconds, low: end, high: start, description, cadence };
}

/** Steps this short at the end of a ride are the parts of a ramp, as head units write them. Seconds. */
const LONGEST_RAMP_PART = 150;

const middle = ({ low, high }: Block): number => whole((low + high) / 2);

const isRampPart = (segment: Segment): segment is Segment & Block & { kind: "steady" | "recovery" } =>
  (segment.kind === "steady" || segment.kind === "recovery") &&
  segment.seconds <= LONGEST_RAMP_PART &&
  middle(segment) <= COOL_DOWN_TOP;

/** A cool-down that was written as short steps, each easier than the one before, as the one ramp it was. */
function withWholeCoolDown({ segments, changes }: FramedRide): FramedRide {
  const parts: (Segment & Block)[] = [];
  for (const segment of [...segments].reverse()) {
    const next = parts[0];
    if (!isRampPart(segment) || (next !== undefined && middle(segment) < middle(next))) break;
    parts.unshift(segment);
  }
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || parts.length < 2) return { segments, changes };
  const seconds = sum(parts.map((part) => part.seconds));
  const { description } = first;
  const coolDown: Segment = { kind: "cooldown", seconds, low: middle(last), high: middle(first), description };
  return {
    segments: [...segments.slice(0, -parts.length), coolDown],
    changes: [...changes, `its last ${parts.length} steps are taken as one cool-down`],
  };
}

/** Every ride of the library ends easy, for as long as the rules ask. */
function withCoolDown({ segments, changes }: FramedRide): FramedRide {
  const last = asCoolDown(segments.at(-1));
  const least = WARM_UP.coolDownSeconds;
  if (last === undefined) {
    const added: Segment = { kind: "cooldown", seconds: least, ...ADDED_COOL_DOWN, description: "Spin easy" };
    return { segments: [...segments, added], changes: [...changes, `a cool-down of ${minutes(least)} is added`] };
  }
  const before = segments.slice(0, -1);
  if (last.seconds >= least) return { segments: [...before, last], changes };
  const message = `its cool-down takes ${minutes(least)}, not ${minutes(last.seconds)}`;
  return { segments: [...before, { ...last, seconds: least }], changes: [...changes, message] };
}

/** Nothing hard comes before the body is warm. */
function withWarmUp({ segments, changes }: FramedRide): FramedRide {
  const steps = expand(segments);
  const firstHard = steps.findIndex((step) => Math.max(step.start, step.end) > WARM_UP.before);
  const missing = WARM_UP.seconds - sum(steps.slice(0, Math.max(0, firstHard)).map(({ seconds }) => seconds));
  if (firstHard < 0 || missing <= 0) return { segments, changes };
  const [first, ...others] = segments;
  if (first?.kind === "warmup" && first.high <= WARM_UP.before) {
    const message = `its warm-up takes ${minutes(first.seconds + missing)}, not ${minutes(first.seconds)}`;
    return {
      segments: [{ ...first, seconds: first.seconds + missing }, ...others],
      changes: [...changes, message],
    };
  }
  const added: Segment = { kind: "warmup", seconds: missing, ...ADDED_WARM_UP, description: "Build slowly" };
  return {
    segments: [added, ...segments],
    changes: [...changes, `a warm-up of ${minutes(missing)} is added before its first hard part`],
  };
}

/** A ride with whole percents, a warm-up before its first hard part and a cool-down: what `library check` asks of every workout. */
export const framedRide = (segments: readonly Segment[]): FramedRide =>
  withWarmUp(withCoolDown(withWholeCoolDown(inWholePercents({ segments, changes: [] }))));
