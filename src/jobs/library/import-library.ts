import type { Fix, ReadOptions } from "../../export/read-outcome.ts";
import { readWorkoutFile } from "../../export/read-workout-file.ts";
import { checkWorkout, type LibraryFinding } from "../../library/check-workout.ts";
import { checkLibrary } from "../../library/check.ts";
import { longestSeconds, nominalSeconds } from "../../library/stretch.ts";
import { framedRide } from "../../library/frame-workout.ts";
import type { Library } from "../../library/library.ts";
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
import { parseLibrary } from "../../library/parse-library.ts";
import type { LibraryFileJson, LibraryWorkoutJson, ManifestJson } from "../../library/schema.ts";
import type { WorkoutFile } from "../../storage/workout-files.ts";
import type { Segment } from "../../workout/segment.ts";

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

interface Kept {
  readonly family: string;
  readonly workout: LibraryWorkoutJson;
}

const asLibrary = (kept: readonly Kept[], ours: OurLibrary): Library => {
  const { manifest, files } = ownLibraryFiles(kept, ours.files);
  return parseLibrary(manifest, files);
};

const leftOut = (file: string, message: string, line?: number): FileReport => ({
  kind: "left-out",
  file,
  message,
  line,
});

const numbersOf = ({ numbers }: LibraryFinding): string => {
  const shown = Object.entries(numbers).map(([name, value]) => `${name} ${value}`);
  return shown.length === 0 ? "" : ` (${shown.join(", ")})`;
};

/** Why the check refuses a ride, in words for somebody who never saw our library. */
function reasonOf(finding: LibraryFinding): string {
  if (finding.check === "feasible") return "it asks for more than any rider can hold, even an advanced one";
  return `it does not pass the check of the library: ${finding.check}: ${finding.message}${numbersOf(finding)}`;
}

/** Reads files one after another; what an earlier one took is not free for a later one. */
function importer(ours: OurLibrary, options: ReadOptions) {
  const taken = takenBy(ours.library);
  const seen = new Map<string, string>();
  const kept: Kept[] = [];

  function keep(file: string, ride: OwnRide, fixes: readonly Fix[]): FileReport {
    const lender = lenderOf(ride.place, ours.files);
    const workout = ownWorkout(ride, lender, taken);
    const one: Kept = { family: ride.place.family, workout };
    const [parsed] = asLibrary([one], ours).workouts;
    const [finding] = parsed === undefined ? [] : checkWorkout(parsed);
    if (parsed === undefined || finding !== undefined) {
      taken.ids.delete(workout.id);
      taken.names.delete(workout.name);
      return leftOut(file, finding === undefined ? "it holds no ride" : reasonOf(finding));
    }
    kept.push(one);
    const cut = isCut(ride, lender) ? [{ message: "its description is cut to the length of ours" }] : [];
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
    const shape = JSON.stringify(read.segments.map((segment) => ({ ...segment, description: "" })));
    const twin = seen.get(shape);
    if (twin !== undefined) return leftOut(file, `it is the same ride as ${twin}`);
    seen.set(shape, file);
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

/** A rider's own workout files as a library that joins ours. Never throws for what a file holds. */
export function importLibrary(files: readonly WorkoutFile[], ours: OurLibrary, options: ReadOptions): ImportedLibrary {
  const { add, kept } = importer(ours, options);
  const reports = files.map(add);
  const findings = kept.length === 0 ? [] : checkLibrary(withOwn(ours.library, asLibrary(kept, ours))).findings;
  return { reports, findings, ...ownLibraryFiles(kept, ours.files) };
}
