import type { EventType } from "../athlete/schema.ts";
import { clamp } from "../base/numbers.ts";
import type { Phase } from "../plan/schema.ts";
import type { WorkoutType } from "../workout/schema.ts";
import { fractionOf, readSegment, secondsOf, secondsOfSegment, type Segment } from "../workout/segment.ts";
import type { LibraryFileJson, LibrarySegmentJson, LibraryWorkoutJson, ManifestJson } from "./schema.ts";
import { LOW_TOP } from "../load/zones.ts";

/** One part of a library workout at its nominal length, and how far it may stretch. Seconds, fractions of FTP. */
export interface Part {
  readonly segment: Segment;
  readonly shortest: number;
  readonly nominal: number;
  readonly longest: number;
  /** Powers (middle of the range) that whoever fits the ride may choose; none where the power is fixed. */
  readonly easy?: { readonly lowest: number; readonly highest: number } | undefined;
  /** The workout's own part, not what it shares with its family (warm-up, easy riding, cool-down). */
  readonly isMain: boolean;
}

export interface LibraryWorkout {
  readonly id: string;
  readonly name: string;
  /** The ladder it belongs to, such as `threshold`; levels count inside a family. */
  readonly family: string;
  readonly type: WorkoutType;
  readonly level: number;
  /** The family's own step at this level; the others are variants of it. */
  readonly isRung: boolean;
  readonly form: string;
  readonly phases: readonly Phase[];
  readonly role?: "test" | "openers" | "strength" | undefined;
  /** Event types that a race simulation prepares for; empty for all other workouts. */
  readonly fits: readonly EventType[];
  /** What it trains, what to do, how to ride it. Names no length that stretching changes. */
  readonly text: string;
  /** Sessions without power (strength) have no parts and one length. */
  readonly parts: readonly Part[];
  readonly fixedSeconds: number;
  /** A rider's own workout: it comes before ours where it fits. */
  readonly isOwn?: boolean;
}

export interface Library {
  readonly version: string;
  readonly workouts: readonly LibraryWorkout[];
}

/** A cool-down never gives more than this away to the rest of the last interval (training science 8b). Seconds. */
const SHORTEST_COOL_DOWN = 5 * 60;

const readPart = (json: LibrarySegmentJson, isMain: boolean): Part => {
  const segment = readSegment(json);
  const nominal = secondsOfSegment(segment);
  const stretch = "stretch" in json ? json.stretch : undefined;
  const easy = "easy" in json ? json.easy : undefined;
  return {
    segment,
    isMain,
    nominal,
    shortest: stretch === undefined ? nominal : secondsOf(stretch.shortest_min),
    longest: stretch === undefined ? nominal : secondsOf(stretch.longest_min),
    easy: easy && { lowest: fractionOf(easy.lowest_pct), highest: fractionOf(easy.highest_pct) },
  };
};

/** Seconds of rest after the very last repeat of the main part. */
function lastRest(parts: readonly Part[]): number {
  const last = parts.at(-1)?.segment;
  if (last?.kind === "interval") return last.rest !== undefined && last.rest.high <= LOW_TOP ? last.rest.seconds : 0;
  return last?.kind === "recovery" ? last.seconds : 0;
}

/** The rest after the last repeat stands for as much of the cool-down, which keeps 5 minutes (training science 8b). */
const coolDownAfter = (part: Part, rest: number): Part => {
  if (part.segment.kind !== "cooldown") return part;
  const nominal = clamp(part.nominal - rest, Math.min(SHORTEST_COOL_DOWN, part.nominal), part.nominal);
  return {
    ...part,
    nominal,
    longest: Math.max(nominal, part.longest - rest),
    segment: { ...part.segment, seconds: nominal },
  };
};

function readParts(file: LibraryFileJson, json: LibraryWorkoutJson): Part[] {
  const frame = json.frame === undefined ? undefined : file.frames?.[json.frame];
  const main = json.segments.map((segment) => readPart(segment, true));
  const rest = lastRest(main);
  return [
    ...(frame?.before.map((segment) => readPart(segment, false)) ?? []),
    ...main,
    ...(frame?.after.map((segment) => coolDownAfter(readPart(segment, false), rest)) ?? []),
  ];
}

/** Parts are read when somebody asks for them: a plan uses a few dozen workouts of some hundreds. */
function readWorkout(file: LibraryFileJson, json: LibraryWorkoutJson): LibraryWorkout {
  let parts: Part[] | undefined;
  return {
    id: json.id,
    name: json.name,
    family: file.family,
    type: json.type ?? file.type,
    level: json.level,
    isRung: json.rung === true,
    form: json.form,
    phases: json.phases,
    role: json.role,
    fits: file.fits ?? [],
    text: `${file.purpose} ${json.description} ${file.how}`,
    get parts() {
      return (parts ??= readParts(file, json));
    },
    fixedSeconds: (json.minutes ?? 0) * 60,
  };
}

/** The library from values that are known to be valid, such as the files shipped with the program. */
export const readLibrary = (manifest: ManifestJson, files: readonly LibraryFileJson[]): Library => ({
  version: manifest.library_version,
  workouts: files.flatMap((file) => file.workouts.map((workout) => readWorkout(file, workout))),
});
