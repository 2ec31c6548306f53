import { cleanLine } from "../base/text.ts";
import { textOf } from "./read-bytes.ts";
import { readCourse } from "./read-course.ts";
import { readFit } from "./read-fit.ts";
import { LIMITS, Refusal, type FileWorkout, type Fix, type ReadOptions, type ReadWorkout } from "./read-outcome.ts";
import { readZwo } from "./read-zwo.ts";

/** Endings of the files that `readWorkoutFile` knows, in lower case. */
export const WORKOUT_FILE_ENDINGS = ["zwo", "erg", "mrc", "fit"] as const;
type Ending = (typeof WORKOUT_FILE_ENDINGS)[number];

const endingOf = (name: string): Ending | undefined => {
  const found = /\.([a-z]+)$/.exec(name.toLowerCase())?.[1];
  return WORKOUT_FILE_ENDINGS.find((ending) => ending === found);
};

function read(
  ending: Ending,
  of: { name: string; bytes: Uint8Array; options: ReadOptions },
): { workout: FileWorkout; fixes: Fix[] } {
  const { name, bytes, options } = of;
  if (bytes.length > LIMITS.bytes) throw new Refusal("it is larger than 2 MB", 1);
  const fileName = cleanLine(name.replace(/^.*[/\\]/, "").replace(/\.[a-z]+$/i, ""));
  if (ending === "fit") return readFit(bytes, fileName, options);
  const { text, fixes } = textOf(bytes);
  if (text.trim() === "") throw new Refusal("it is empty", 1);
  const found = ending === "zwo" ? readZwo(text, fileName) : readCourse(text, { format: ending, fileName, options });
  return { workout: found.workout, fixes: [...fixes, ...found.fixes] };
}

/**
 * A workout from a file of another program, by the ending of its name. What real files leave open is settled and listed
 * under `fixes`; a file that cannot be read without guessing is refused with its line. Never throws for what a file holds.
 */
export function readWorkoutFile(name: string, bytes: Uint8Array, options: ReadOptions = {}): ReadWorkout {
  const ending = endingOf(name);
  if (ending === undefined)
    return {
      kind: "refused",
      message: `its name ends in none of ${WORKOUT_FILE_ENDINGS.map((one) => `.${one}`).join(", ")}`,
    };
  try {
    return { kind: "read", ...read(ending, { name, bytes, options }) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const line = error.line ?? (ending === "fit" ? undefined : 1);
    return { kind: "refused", line, message: error.message };
  }
}
