import { cleanLine, cleanText, slug, withoutTail } from "../base/text.ts";
import type { Segment } from "../workout/segment.ts";
import { writeSegment } from "../workout/segment.ts";
import { catalogueOf, seedCatalogue } from "./catalogue.ts";
import { TEXT_WORDS } from "./check-workout.ts";
import type { Library } from "./library.ts";
import type { Place } from "./place-workout.ts";
import type { LibraryFileJson, LibrarySegmentJson, LibraryWorkoutJson, ManifestJson } from "./schema.ts";

/** Begins the id of every workout of a rider's own. */
export const OWN_PREFIX = "own_";
const VERSION = "1.0.0";
const MOST_NAME = 60;
/** Easy riding that may be added before the cool-down, and its powers, as in our own workouts. Minutes, percent of FTP. */
const FILL = { most: 240, low: 60, high: 64, lowest: 56, highest: 70 };

/** A ride of a rider's own, ready to be written: framed, and put on a ladder. */
export interface OwnRide {
  readonly name: string;
  readonly description: string;
  readonly segments: readonly Segment[];
  readonly place: Place;
}

/** What a family of ours lends to a rider's own workouts: what such work is good for, and how to ride it. */
type Lender = Pick<LibraryFileJson, "family" | "type" | "title" | "purpose" | "how"> &
  Pick<LibraryFileJson, "workouts">;

const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");
const isCounted = (word: string): boolean => /[a-z0-9]/i.test(word);

const rooms = new WeakMap<Lender, number>();

/** Words that a family's own text leaves to a workout's; counted once. */
function roomOf(lender: Lender): number {
  const known = rooms.get(lender);
  if (known !== undefined) return known;
  const room = TEXT_WORDS.most - wordsOf(`${lender.purpose} ${lender.how}`).filter(isCounted).length;
  rooms.set(lender, room);
  return room;
}

/** As much of the rider's own words as leaves the whole text inside what `library check` asks. */
function ownWords({ name, description }: OwnRide, lender: Lender): string {
  const room = roomOf(lender);
  const words = wordsOf(cleanLine(description, 1200));
  let count = 0;
  const kept = words.filter((word) => !isCounted(word) || ++count <= room);
  if (count === 0) return `Your own workout, ${/[a-z0-9]/i.test(name) ? `"${name}"` : "as your file has it"}.`;
  return count <= room ? kept.join(" ") : `${withoutTail(kept.join(" "), ".,;:!?")}…`;
}

/** Easy riding of any length before the cool-down makes the ride fit a day; a recovery ride stays as short as it is. */
function segmentsJson({ segments, place }: OwnRide): LibrarySegmentJson[] {
  const written = segments.map(writeSegment);
  if (place.type === "recovery") return written;
  const fill: LibrarySegmentJson = {
    type: "steady",
    duration_min: 0,
    power_low_pct: FILL.low,
    power_high_pct: FILL.high,
    description: "Easy endurance riding",
    stretch: { shortest_min: 0, longest_min: FILL.most },
    easy: { lowest_pct: FILL.lowest, highest_pct: FILL.highest },
  };
  return [...written.slice(0, -1), fill, ...written.slice(-1)];
}

/** A name or id that is not taken yet; the second of two gets a number. */
function free(wanted: string, taken: Set<string>, numbered: (n: number) => string): string {
  let found = wanted;
  for (let n = 2; taken.has(found); n++) found = numbered(n);
  taken.add(found);
  return found;
}

/** Ids and names that a new workout must not have. */
export interface Taken {
  readonly ids: Set<string>;
  readonly names: Set<string>;
}

/** Names of a library that exists. */
export const takenBy = ({ workouts }: Library): Taken => ({
  ids: new Set(workouts.map(({ id }) => id)),
  names: new Set(workouts.map(({ name }) => name)),
});

/** True where the rider's words were longer than a workout's text may be. */
export const isCut = ({ description }: LibraryWorkoutJson): boolean => description.endsWith("…");

/** A rider's own ride as a library file holds it; takes its id and name from what is free. */
export function ownWorkout(ride: OwnRide, lender: Lender, taken: Taken): LibraryWorkoutJson {
  const { level, type } = ride.place;
  const stem = `${OWN_PREFIX}${slug(ride.name, 48).replaceAll("-", "_") || ride.place.family}`;
  const id = free(stem, taken.ids, (n) => `${stem}_${n}`);
  const line = cleanLine(ride.name, MOST_NAME - 4) || `Own ${lender.title.toLowerCase()}`;
  const phases = lender.workouts.find((workout) => workout.level === level)?.phases ?? ["base", "build", "peak"];
  return {
    id,
    name: free(line, taken.names, (n) => `${line} ${n}`),
    level,
    form: id.slice(0, 40),
    phases,
    ...(type === lender.type ? {} : { type: type === "rest" ? lender.type : type }),
    description: ownWords(ride, lender),
    segments: segmentsJson(ride),
  };
}

/** The family of ours that a workout joins. Throws where there is none: its place was taken from the same library. */
export function lenderOf({ family }: Place, ours: readonly LibraryFileJson[]): LibraryFileJson {
  const found = ours.find((file) => file.family === family);
  if (found === undefined) throw new Error(`no family ${family}`);
  return found;
}

/** Manifest and files of a library of a rider's own, by name: one file for each family it has workouts in. */
export function ownLibraryFiles(
  workouts: readonly { readonly family: string; readonly workout: LibraryWorkoutJson }[],
  ours: readonly LibraryFileJson[],
): { readonly manifest: ManifestJson; readonly files: readonly LibraryFileJson[] } {
  const files = ours.flatMap(({ family, type, title, purpose, how }): LibraryFileJson[] => {
    const its = workouts.filter((one) => one.family === family).map(({ workout }) => workout);
    return its.length === 0 ? [] : [{ family, type, title, purpose, how, workouts: its }];
  });
  return { manifest: { library_version: VERSION, files: files.map(({ family }) => `${family}.json`) }, files };
}

/** Our workouts and a rider's own as one library, in which the own ones come first where they fit. */
export function withOwn(ours: Library, own: Library): Library {
  // A library may come from somebody else: what a terminal obeys has no place in a name.
  const theirs = own.workouts.map((workout) => ({
    ...workout,
    name: cleanLine(workout.name),
    text: cleanText(workout.text),
    isOwn: true,
  }));
  const library: Library = {
    version: `${ours.version}+own.${theirs.length}`,
    workouts: [...ours.workouts, ...theirs],
  };
  const forms = [...catalogueOf(ours).forms, ...catalogueOf({ version: own.version, workouts: theirs }).forms];
  seedCatalogue(library, { libraryVersion: library.version, forms });
  return library;
}
