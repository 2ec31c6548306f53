import { Decoder, Stream } from "@garmin/fitsdk";
import type { FormatId } from "../../../src/export/format.ts";
import { exportPlan, type ExportedFile } from "../../../src/export/export-plan.ts";
import { isRide, seasonOf, type ExportChoices, type Session } from "../../../src/export/session.ts";
import { readWorkoutFile } from "../../../src/export/read-workout-file.ts";
import type { PlanFile } from "../../../src/plan/schema.ts";
import type { GarminStep } from "./garmin-step.ts";
import { stepsOfSecondParser } from "./second-fit.ts";
import { asMeant, differences, linesOfSegments, repeatsOf, type Line } from "./a-ride.ts";

const decoder = new TextDecoder();
export const textOf = (file: { readonly bytes: Uint8Array }): string => decoder.decode(file.bytes);

/** What rounding of the format may change, as a fraction of FTP. */
const tolerance = (format: FormatId, ftpWatts: number): number =>
  format === "zwo" ? 0.0005 : format === "erg" ? 0.5 / ftpWatts + 0.00005 : 0.00005;

/** Zwift's ramps are cut to tens of seconds: the seconds left over hold the power that the ramp has in their middle. */
const bend = (lines: readonly Line[]): number =>
  Math.max(
    0,
    ...lines.map(({ from, to, start = 0, end = 0 }) => (Math.abs(end - start) * ((to - from) % 10)) / 2 / (to - from)),
  );

export interface GarminWorkout {
  readonly fileId: Record<string, unknown>;
  readonly workout: {
    readonly wktName: string;
    readonly numValidSteps: number;
    readonly sport: string;
    readonly wktDescription?: string;
  };
  readonly steps: readonly GarminStep[];
}

/** A FIT file as Garmin's own decoder reads it; throws what it complains about. */
export function garmin(bytes: Uint8Array): GarminWorkout {
  const read = new Decoder(Stream.fromByteArray(Array.from(bytes)));
  if (!read.isFIT() || !read.checkIntegrity()) throw new Error("Garmin's decoder finds no whole FIT file");
  const { messages, errors } = read.read({
    mergeHeartRates: false,
    expandSubFields: false,
    applyScaleAndOffset: false,
    convertTypesToStrings: true,
  });
  if (errors.length > 0) throw new Error(errors.map(String).join());
  const { fileIdMesgs, workoutMesgs, workoutStepMesgs }: Readonly<Record<string, unknown>> = { ...messages };
  return {
    fileId: (fileIdMesgs as Record<string, unknown>[])[0]!,
    workout: (workoutMesgs as GarminWorkout["workout"][])[0]!,
    steps: workoutStepMesgs as GarminStep[],
  };
}

interface Piece {
  readonly seconds: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Garmin's steps with repeats written out, as a device rides them: power as fractions of FTP. */
export function ridden(steps: readonly GarminStep[], ftpWatts: number): Piece[] {
  const scale = (value: number | undefined): number | undefined => {
    if (value === undefined) return undefined;
    return value > 1000 ? (value - 1000) / ftpWatts : value / 100;
  };
  const blocks: { index: number; pieces: Piece[] }[] = [];
  for (const step of steps) {
    if (step.durationType === "repeatUntilStepsCmplt") {
      const from = blocks.findIndex(({ index }) => index === step.durationValue);
      const inside = blocks.splice(from).flatMap(({ pieces }) => pieces);
      blocks.push({
        index: step.durationValue!,
        pieces: Array.from({ length: step.targetValue! }, () => inside).flat(),
      });
    } else {
      const isPower = step.targetType === "power";
      const piece: Piece = {
        seconds: step.durationValue! / 1000,
        low: isPower ? scale(step.customTargetValueLow) : undefined,
        high: isPower ? scale(step.customTargetValueHigh) : undefined,
      };
      blocks.push({ index: step.messageIndex, pieces: [piece] });
    }
  }
  return blocks.flatMap(({ pieces }) => pieces);
}

/** Where the steps on a device part from the plan: length, order, middle of the range, and the range itself. */
function fitDifferences(pieces: readonly Piece[], expected: readonly Line[]): string[] {
  const found: string[] = [];
  let from = 0;
  for (const { seconds, low, high } of pieces) {
    const to = from + seconds;
    const line = expected.find((one) => one.from <= from && one.to >= to);
    if (line === undefined) return [...found, `a step from ${from} to ${to} s is no part of one of the plan`];
    const centre = (from + to) / 2;
    const want =
      line.start === undefined || line.end === undefined
        ? undefined
        : line.start + ((line.end - line.start) * (centre - line.from)) / (line.to - line.from);
    const have = low === undefined || high === undefined ? undefined : (low + high) / 2;
    if (want === undefined ? have !== undefined : have === undefined || Math.abs(have - want) > 0.005 + 1e-9)
      found.push(`at ${from} s: ${String(have)} instead of ${String(want)}`);
    from = to;
  }
  if (from !== (expected.at(-1)?.to ?? 0)) found.push(`lasts ${from} s`);
  return found;
}

/** Rides that the decoders of others have seen, Garmin's the slowest of all readers: files of the same ride differ in name and number only. */
const decoded = new Set<string>();

function rideDifferences(file: ExportedFile, session: Session, ftpWatts: number): string[] {
  const meant = asMeant(session.workout);
  const expected = linesOfSegments(meant);
  const read = readWorkoutFile(file.path, file.bytes, { ftpWatts });
  if (read.kind === "refused") return [`${file.path} is refused: ${read.message}`];
  const actual = linesOfSegments(read.workout.segments);
  const found: string[] = [];
  if (file.format === "fit") {
    const ride = `${ftpWatts} ${JSON.stringify(session.workout.segments)}`;
    if (!decoded.has(ride)) {
      const { steps, workout } = garmin(file.bytes);
      found.push(...fitDifferences(ridden(steps, ftpWatts), expected));
      found.push(...fitDifferences(ridden(stepsOfSecondParser(file.bytes), ftpWatts), expected));
      if (workout.numValidSteps !== steps.length) found.push("the number of steps is wrong");
      decoded.add(ride);
    }
    const ours = actual.map(({ from, to, start, end }) => ({ seconds: to - from, low: start, high: end }));
    found.push(...fitDifferences(ours, expected));
  } else {
    const asWritten =
      file.format === "zwo"
        ? expected
        : expected.map((line) => ({ ...line, start: line.start ?? 0.65, end: line.end ?? 0.65 }));
    found.push(
      ...differences(
        asWritten,
        actual,
        tolerance(file.format, ftpWatts) + (file.format === "zwo" ? bend(expected) : 0),
      ),
    );
  }
  if (file.format === "zwo" || file.format === "fit") {
    const planned = repeatsOf(meant, file.format).join();
    const kept = repeatsOf(read.workout.segments, file.format).join();
    if (planned !== kept) found.push(`repeats ${kept} instead of ${planned}`);
  }
  return found.map((difference) => `${file.path}: ${difference}`);
}

/** Every difference between a plan and what our readers and Garmin's make of its files. */
export function readBack(plan: PlanFile, choices: ExportChoices = {}): { files: number; found: string[] } {
  const season = seasonOf(plan, choices);
  const rides = new Map(season.sessions.filter(isRide).map((session) => [session.path, session]));
  const files = exportPlan(plan, { ...choices, formats: ["zwo", "erg", "mrc", "fit"] });
  const found = files.flatMap((file) => {
    const session = rides.get(file.path.replace(/\.[a-z]+$/, ""));
    return session === undefined
      ? [`${file.path} belongs to no ride`]
      : rideDifferences(file, session, season.ftpWatts!);
  });
  if (files.length !== rides.size * 4) found.push(`${files.length} files for ${rides.size} rides`);
  return { files: files.length, found };
}
