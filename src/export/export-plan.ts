import type { PlanFile } from "../plan/schema.ts";
import type { BundleId } from "./bundles.ts";
import type { Format, FormatId, FormatPart, Rendered } from "./format.ts";
import { FORMATS } from "./formats.ts";
import { isLed, isRest, isRide, seasonOf, type ExportChoices, type Season } from "./session.ts";

/** Which formats, and what may be chosen beside them. */
export interface ExportOptions extends ExportChoices {
  readonly formats: readonly FormatId[];
  /** Nobody named the formats one by one: what cannot hold the plan is left out. */
  readonly isUnnamed?: boolean | undefined;
  /** For one program: what it reads, and nothing else, in one folder. */
  readonly bundle?: BundleId | undefined;
}

/** A file of an export: where it lies below the chosen directory, and every byte of it. */
export interface ExportedFile {
  readonly format: FormatId;
  /** With forward slashes: `week-03/2026-12-22-tue-threshold-3x10.zwo`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What of the plan this file cannot say. */
  readonly notes: readonly string[];
  /** It shows the day on which it was written. */
  readonly isDated?: boolean;
}

/** Windows opens a device instead of a file of these names. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** The name of a file that holds a whole plan. */
export const planFileName = ({ plan_id: id }: Season["plan"], ending: string): string =>
  `${id.replace(DEVICES, "plan-$&")}${ending}`;

const asFile = (format: FormatId, path: string, { content, notes }: Rendered): ExportedFile => ({
  format,
  path,
  bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
  notes,
});

function filesOfPart({ id }: Format, part: FormatPart, season: Season): ExportedFile[] {
  if (part.per === "plan") return [asFile(id, planFileName(season.plan, part.ending), part.render(season))];
  return season.sessions
    .filter(isLed)
    .map((session) => asFile(id, `${session.path}.${part.extension}`, part.render(session, season)));
}

/** Those of the formats that can hold a plan with or without power. */
export const formatsHolding = (hasPower: boolean, formats: readonly FormatId[]): FormatId[] =>
  FORMATS.filter(({ id, needsPower }) => formats.includes(id) && (hasPower || needsPower !== true)).map(({ id }) => id);

/**
 * A plan as files of the wanted formats: by format in the order of the table, then by date. The same plan and options
 * give the same bytes.
 */
export function exportPlan(plan: PlanFile, options: ExportOptions): ExportedFile[] {
  const season = seasonOf(plan, options);
  const wanted = formatsHolding(season.ftpWatts !== undefined, options.formats);
  const files = FORMATS.filter(({ id }) => wanted.includes(id)).flatMap((format) =>
    format.parts.flatMap((part) => filesOfPart(format, part, season)),
  );
  // Devices look into the folder itself, and into none in it. Names begin with the date, so that they differ.
  return options.bundle === undefined
    ? files
    : files.map((file) => ({ ...file, path: file.path.replace(/^.*\//, "") }));
}

/** The same files, and of each whether it is for the rider alone. */
export const withPrivacy = (files: readonly ExportedFile[]): (ExportedFile & { readonly isPrivate: boolean })[] =>
  files.map((file) => ({
    ...file,
    isPrivate: FORMATS.some(({ id, isPrivate }) => id === file.format && isPrivate === true),
  }));

/** A sentence on what files cannot hold of a plan, and in which formats. */
export interface ExportNote {
  readonly text: string;
  readonly formats: readonly FormatId[];
}

const NO_POWER = "Sessions without power, such as strength, have no file of their own.";

/** Formats among those of an export that make a file for each ride and nothing for the rest of the plan. */
const rideFormats = (files: readonly ExportedFile[]): FormatId[] =>
  FORMATS.filter(
    ({ id, parts }) => parts.every(({ per }) => per === "ride") && files.some(({ format }) => format === id),
  ).map(({ id }) => id);

/** What the chosen formats cannot say of this plan, each sentence once. */
export function exportNotes(plan: PlanFile, files: readonly ExportedFile[]): ExportNote[] {
  const notes = new Map<string, Set<FormatId>>();
  const hasOthers = seasonOf(plan, {}).sessions.some((session) => !isRide(session) && !isRest(session));
  const without = rideFormats(files);
  if (hasOthers && without.length > 0) notes.set(NO_POWER, new Set(without));
  for (const { format, notes: texts } of files)
    for (const text of texts) notes.set(text, (notes.get(text) ?? new Set()).add(format));
  return Array.from(notes, ([text, formats]) => ({ text, formats: [...formats] }));
}
