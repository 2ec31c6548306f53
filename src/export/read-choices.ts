import { numberReader } from "../athlete/parse-number.ts";
import { quoted, type Problem, type Reading } from "../athlete/parse-reading.ts";
import { nearest } from "../athlete/parse-suggest.ts";
import { ACCEPTED } from "../athlete/accepted-range.ts";
import { BUNDLE_IDS, BUNDLES, type BundleId } from "./bundles.ts";
import type { ExportOptions } from "./export-plan.ts";
import { FORMAT_IDS, type FormatId } from "./format.ts";
import { readStartTimes } from "./read-start-times.ts";
import { ZWO_TARGETS, type ZwoTarget } from "./session.ts";

/** What a rider gets who names no format: the trainer and the calendar. */
const DEFAULT_FORMATS: readonly FormatId[] = ["zwo", "ics"];

/** The answers as typed; what was left out is undefined. */
export interface TypedChoices {
  readonly format?: string | undefined;
  /** The flag that names the formats, for messages; `--format` where it is left out. */
  readonly flag?: string | undefined;
  readonly target?: string | undefined;
  readonly bundle?: string | undefined;
  readonly ftp?: string | undefined;
  readonly watts?: boolean | undefined;
  readonly at?: string | undefined;
}

/** What to export, or every answer that cannot be used. */
export type ReadChoices =
  | { readonly kind: "choices"; readonly options: ExportOptions }
  | { readonly kind: "problems"; readonly problems: readonly Problem[] };

const isFormat = (word: string): word is FormatId => FORMAT_IDS.some((id) => id === word);
const isBundle = (word: string): word is BundleId => BUNDLE_IDS.some((id) => id === word);
const isTarget = (word: string): word is ZwoTarget => ZWO_TARGETS.some((target) => target === word);

const meantBy = (word: string, known: readonly string[]): string => {
  const meant = nearest(word, known);
  return meant === undefined ? `expected ${known.join(", ")}` : `did you mean ${meant}?`;
};

/** `zwo,ics` or `all`; each once, in the order of the table. */
function formatsOf(text: string, field: string, problems: Problem[]): FormatId[] {
  const words = text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== "");
  if (words.includes("all")) return [...FORMAT_IDS];
  const known = [...FORMAT_IDS, "all"];
  for (const word of words)
    if (!isFormat(word)) problems.push({ field, value: quoted(word), expected: meantBy(word, known) });
  if (words.length === 0) problems.push({ field, value: quoted(text), expected: meantBy("", known) });
  return FORMAT_IDS.filter((id) => words.includes(id));
}

const ftpReader = numberReader({ ...ACCEPTED.ftpWatts, unit: "watts", units: { w: 1, watt: 1, watts: 1 } });

/** The program whose files are wanted; it says which formats, and nothing else does then. */
function bundleOf({ bundle, format, target }: TypedChoices, problems: Problem[]): BundleId | undefined {
  const word = bundle?.trim().toLowerCase();
  if (word === undefined) return undefined;
  if (!isBundle(word)) {
    problems.push({ field: "--bundle", value: quoted(bundle), expected: meantBy(word, BUNDLE_IDS) });
    return undefined;
  }
  if (format !== undefined)
    problems.push({ field: "--format", value: quoted(format), expected: "left out: --bundle says which files" });
  const own = BUNDLES[word].target ?? "zwift";
  if (target !== undefined && target.trim().toLowerCase() !== own)
    problems.push({ field: "--target", value: quoted(target), expected: "left out: --bundle says for whom" });
  return word;
}

/** Every answer read, or every problem of them at once. */
export function readChoices(typed: TypedChoices): ReadChoices {
  const { format, flag = "--format", target, ftp, watts: isWatts, at } = typed;
  const problems: Problem[] = [];
  const bundle = bundleOf(typed, problems);
  const unnamed = bundle === undefined ? DEFAULT_FORMATS : BUNDLES[bundle].formats;
  const formats = format === undefined ? [...unnamed] : formatsOf(format, flag, problems);
  const program = target?.trim().toLowerCase();
  if (program !== undefined && !isTarget(program))
    problems.push({ field: "--target", value: quoted(target), expected: meantBy(program, ZWO_TARGETS) });
  const watts: Reading<number> | undefined = ftp === undefined ? undefined : ftpReader(ftp);
  if (watts?.kind === "unreadable") problems.push({ field: "--ftp", value: quoted(ftp), expected: watts.expected });
  const start = at === undefined ? undefined : readStartTimes(at);
  if (start?.kind === "unreadable") problems.push({ field: "--at", value: quoted(at), expected: start.expected });
  if (problems.length > 0) return { kind: "problems", problems };
  return {
    kind: "choices",
    options: {
      formats,
      isUnnamed: bundle === undefined && (format === undefined || /\ball\b/i.test(format)) ? true : undefined,
      target: program !== undefined && isTarget(program) ? program : bundle && BUNDLES[bundle].target,
      bundle,
      ftpWatts: watts?.kind === "value" ? watts.value : undefined,
      // Who names the FTP wants its watts, even where it is the plan's own.
      isInWatts: watts !== undefined || isWatts === true ? true : undefined,
      starts: start?.kind === "value" ? start.value : undefined,
    },
  };
}
