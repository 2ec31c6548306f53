import type { AnswerKey } from "../athlete/parse-answers.ts";
import type { Reader } from "../athlete/parse-reading.ts";
import { quoted } from "../athlete/parse-reading.ts";
import { readFtp, readLthr, readMaxHr } from "../athlete/parse-values.ts";
import { PlanError } from "../base/errors.ts";
import type { KnownNumbers } from "../history/summary.ts";
import { fullDate } from "../base/date-words.ts";
import type { SavedAthlete } from "./saved-athlete.ts";

/** A number that turns rides into load, and where it comes from. */
export interface KnownWith {
  readonly known: KnownNumbers;
  /** Sentences about numbers that were not typed. */
  readonly notes: readonly string[];
}

interface One {
  readonly value: number | undefined;
  readonly note?: string;
}

function typedOr(
  typed: unknown,
  reader: Reader<number>,
  at: { flag: string; saved: SavedAthlete; key: AnswerKey; name: string },
): One {
  if (typed !== undefined) {
    const reading = reader(typed);
    if (reading.kind === "value") return { value: reading.value };
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `${at.flag}: ${quoted(typed)} -> ${reading.expected}`,
      hint: "Correct it, or leave it out.",
    });
  }
  const change = at.saved.current.get(at.key === "maxHr" ? "maxHR" : at.key);
  const reading = change === undefined ? undefined : reader(change.value);
  if (change === undefined || reading?.kind !== "value") return { value: undefined };
  return { value: reading.value, note: `${at.name} ${reading.value}, saved on ${fullDate(change.date)}` };
}

/** FTP and heart rates from flags, else from the saved athlete. Throws INPUT_INVALID for a flag that cannot be read. */
export function knownNumbers(flags: Readonly<Record<string, unknown>>, saved: SavedAthlete): KnownWith {
  const ftp = typedOr(flags.ftp, readFtp, { flag: "--ftp", saved, key: "ftp", name: "FTP" });
  const lthr = typedOr(flags.lthr, readLthr, { flag: "--lthr", saved, key: "lthr", name: "threshold heart rate" });
  const maxHr = typedOr(flags.maxHr, readMaxHr, { flag: "--max-hr", saved, key: "maxHr", name: "highest heart rate" });
  return {
    known: {
      ...(ftp.value === undefined ? {} : { ftpWatts: ftp.value }),
      ...(lthr.value === undefined ? {} : { lthr: lthr.value }),
      ...(maxHr.value === undefined ? {} : { maxHr: maxHr.value }),
    },
    notes: [ftp, lthr, maxHr].flatMap(({ note }) => (note === undefined ? [] : [note])),
  };
}
