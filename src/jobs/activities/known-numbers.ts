import type { AnswerKey } from "../../athlete/parse-answers.ts";
import type { Reader } from "../../athlete/parse-reading.ts";
import { quoted } from "../../athlete/parse-reading.ts";
import { readFtp, readLthr, readMaxHr } from "../../athlete/parse-values.ts";
import { PlanError } from "../../base/errors.ts";
import type { KnownNumbers } from "../../history/summary.ts";
import { fullDate } from "../../base/date-words.ts";
import type { SavedAthlete } from "../plans/saved-athlete.ts";

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
  typed: string | undefined,
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

/** Numbers as they were typed. */
export interface TypedNumbers {
  readonly ftp?: string | undefined;
  readonly lthr?: string | undefined;
  readonly maxHr?: string | undefined;
}

/** FTP and heart rates from flags, else from the saved athlete. Throws INPUT_INVALID for a flag that cannot be read. */
export function knownNumbers(typed: TypedNumbers, saved: SavedAthlete): KnownWith {
  const ftp = typedOr(typed.ftp, readFtp, { flag: "--ftp", saved, key: "ftp", name: "FTP" });
  const lthr = typedOr(typed.lthr, readLthr, { flag: "--lthr", saved, key: "lthr", name: "threshold heart rate" });
  const maxHr = typedOr(typed.maxHr, readMaxHr, { flag: "--max-hr", saved, key: "maxHr", name: "highest heart rate" });
  return {
    known: {
      ftpWatts: ftp.value,
      lthr: lthr.value,
      maxHr: maxHr.value,
    },
    notes: [ftp, lthr, maxHr].flatMap(({ note }) => (note === undefined ? [] : [note])),
  };
}
