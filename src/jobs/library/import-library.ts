import type { Fix, ReadOptions } from "../../export/read-outcome.ts";
import { readWorkoutFile } from "../../export/read-workout-file.ts";
import { checkWorkout, type LibraryFinding } from "../../library/check-workout.ts";
import { checkLibrary } from "../../library/check.ts";
import { longestSeconds, nominalSeconds } from "../../library/stretch.ts";
import { framedRide } from "../../library/frame-workout.ts";
import { readLibrary, type Library, type LibraryWorkout } from "../../library/library.ts";
import {
  isCut,
  lenderOf,
  ownLibraryFiles,
  ownWorkout,
  takenBy,
  withOwn,
  type OwnRide,
} from "../../library/own-library.ts";
import { placeRide, type Place } from "../../library/place-workout.ts";
import type { LibraryFileJson, LibraryWorkoutJson, ManifestJson } from "../../library/schema.ts";
import type { WorkoutFile } from "../../storage/workout-files.ts";
import type { Segment } from "../../workout/segment.ts";
import { reasonOf, testsOf, testText } from "./why-left-out.ts";

/** What became of one file. */
export type FileReport =
  | {
      readonly kind: "imported";
      readonly file: string;
      readonly id: string;
      readonly name: string;
      readonly place: Place;
      /** Seconds as written, and with the most easy riding that a plan may add. */
      readonly seconds: number;
      readonly longestSeconds: number;
      /** What the file left open or had the wrong way round, and what was changed for the plan. */
      readonly fixes: readonly Fix[];
    }
  | { readonly kind: "left-out"; readonly file: string; readonly line: number | undefined; readonly message: string };

/** The workouts of a folder as a library, and what became of each file. */
export interface ImportedLibrary {
  readonly reports: readonly FileReport[];
  readonly manifest: ManifestJson;
  readonly files: readonly LibraryFileJson[];
  /** What the check of ours and theirs together finds; empty where every promise holds. */
  readonly findings: readonly LibraryFinding[];
}

/** The library that the rider's own joins. */
export interface OurLibrary {
  readonly library: Library;
  readonly files: readonly LibraryFileJson[];
}

/** What our own exports put before a name: `W03D2`. */
const PLAN_CODE = /^W\d{2}D\d\s+/;

const NO_MANIFEST: ManifestJson = { library_version: "0.0.0", files: [] };

interface Kept {
  readonly family: string;
  /** As a file holds it, and as a plan reads it. */
  readonly workout: LibraryWorkoutJson;
  readonly read: LibraryWorkout;
}

/** In the order of the files, as they are read again. */
const asLibrary = (kept: readonly Kept[], files: readonly LibraryFileJson[]): Library => ({
  version: NO_MANIFEST.library_version,
  workouts: files.flatMap(({ family }) => kept.filter((one) => one.family === family).map(({ read }) => read)),
});

const leftOut = (file: string, message: string, line?: number): FileReport => ({
  kind: "left-out",
  file,
  message,
  line,
});

/** One workout as a library has it: everything in it was made here, so that no schema need look at it. */
const asRead = (workout: LibraryWorkoutJson, lender: LibraryFileJson): LibraryWorkout | undefined =>
  readLibrary(NO_MANIFEST, [{ ...lender, frames: undefined, workouts: [workout] }]).workouts[0];

/** What two files of the same ride share, whatever their words. */
const shapeOf = (segments: readonly Segment[]): string =>
  JSON.stringify(segments, (key, value: unknown) => (key === "description" ? undefined : value));

/** Reads files one after another; what an earlier one took is not free for a later one. */
function importer(ours: OurLibrary, options: ReadOptions) {
  const taken = takenBy(ours.library);
  const tests = testsOf(ours.library);
  const seen = new Map<string, string>();
  const kept: Kept[] = [];

  function keep(file: string, ride: OwnRide, fixes: readonly Fix[]): FileReport {
    const lender = lenderOf(ride.place, ours.files);
    const workout = ownWorkout(ride, lender, taken);
    const parsed = asRead(workout, lender);
    const [finding] = parsed === undefined ? [] : checkWorkout(parsed);
    if (parsed === undefined || finding !== undefined) {
      taken.ids.delete(workout.id);
      taken.names.delete(workout.name);
      return leftOut(
        file,
        parsed === undefined || finding === undefined ? "it holds no ride" : reasonOf(finding, parsed),
      );
    }
    kept.push({ family: ride.place.family, workout, read: parsed });
    const cut = isCut(workout) ? [{ message: "its description is cut to the length of ours" }] : [];
    return {
      kind: "imported",
      file,
      id: workout.id,
      name: workout.name,
      place: ride.place,
      seconds: nominalSeconds(parsed),
      longestSeconds: longestSeconds(parsed),
      fixes: [...fixes, ...cut],
    };
  }

  function place(file: string, read: { name: string; description: string; segments: readonly Segment[] }) {
    const shape = shapeOf(read.segments);
    const twin = seen.get(shape);
    if (twin !== undefined) return leftOut(file, `it is the same ride as ${twin}`);
    seen.set(shape, file);
    const test = testText(read, tests);
    if (test !== undefined) return leftOut(file, test);
    const framed = framedRide(read.segments);
    const found = placeRide(framed.segments, ours.library);
    if (found === undefined) return leftOut(file, "its work is too mixed for any of the ladders that a plan climbs");
    return { ride: { ...read, segments: framed.segments, place: found }, changes: framed.changes };
  }

  function add({ name: file, bytes, trouble }: WorkoutFile): FileReport {
    if (bytes === undefined) return leftOut(file, trouble ?? "it cannot be read");
    const read = readWorkoutFile(file, bytes, options);
    if (read.kind === "refused") return leftOut(file, read.message, read.line);
    const { name, ...workout } = read.workout;
    const placed = place(file, { ...workout, name: name.replace(PLAN_CODE, "") });
    if ("kind" in placed) return placed;
    return keep(file, placed.ride, [...read.fixes, ...placed.changes.map((message) => ({ message }))]);
  }

  return { add, kept };
}

/** Told between two files: how many are done, of how many. What it throws ends the import. */
export type Between = (done: number, of: number) => Promise<void>;

/** Each was held to every rule of one workout when it was read, and ours are when they are made. */
const wasChecked = (): boolean => true;

/** A rider's own workout files as a library that joins ours. Never throws for what a file holds. */
export async function importLibrary(
  files: readonly WorkoutFile[],
  ours: OurLibrary,
  { between, ...options }: ReadOptions & { readonly between?: Between } = {},
): Promise<ImportedLibrary> {
  const { add, kept } = importer(ours, options);
  const reports: FileReport[] = [];
  for (const file of files) {
    await between?.(reports.length, files.length);
    reports.push(add(file));
  }
  await between?.(files.length, files.length);
  const own = ownLibraryFiles(kept, ours.files);
  const both = withOwn(ours.library, asLibrary(kept, own.files));
  const findings = kept.length === 0 ? [] : checkLibrary(both, wasChecked).findings;
  return { reports, findings, ...own };
}
