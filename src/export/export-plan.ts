import type { PlanFile } from "../plan/schema.ts";
import type { Format, FormatId, FormatPart, Rendered } from "./format.ts";
import { FORMATS } from "./formats.ts";
import { isRest, isRide, seasonOf, type ExportChoices, type Season } from "./session.ts";

export interface ExportOptions extends ExportChoices {
  readonly formats: readonly FormatId[];
}

/** A file of an export: where it lies below the chosen directory, and every byte of it. */
export interface ExportedFile {
  readonly format: FormatId;
  /** With forward slashes: `week-03/2026-12-22-tue-threshold-3x10.zwo`. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What of the plan this file cannot say. */
  readonly notes: readonly string[];
}

const asFile = (format: FormatId, path: string, { content, notes }: Rendered): ExportedFile => ({
  format,
  path,
  bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
  notes,
});

/** Windows opens a device instead of a file of these names. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

function filesOfPart({ id }: Format, part: FormatPart, season: Season): ExportedFile[] {
  const name = season.plan.plan_id.replace(DEVICES, "plan-$&");
  if (part.per === "plan") return [asFile(id, `${name}${part.ending}`, part.render(season))];
  return season.sessions
    .filter(isRide)
    .map((session) => asFile(id, `${session.path}.${part.extension}`, part.render(session, season)));
}

/**
 * A plan as files of the wanted formats: by format in the order of the table, then by date. The same plan and options
 * give the same bytes.
 */
export function exportPlan(plan: PlanFile, options: ExportOptions): ExportedFile[] {
  const season = seasonOf(plan, options);
  return FORMATS.filter(({ id }) => options.formats.includes(id)).flatMap((format) =>
    format.parts.flatMap((part) => filesOfPart(format, part, season)),
  );
}

/** A sentence on what the files of one format leave out, and how many of them it is about. */
export interface ExportNote {
  readonly format: FormatId;
  readonly text: string;
  readonly files: number;
}

/** What the chosen formats cannot say of this plan, each sentence once. */
export function exportNotes(plan: PlanFile, files: readonly ExportedFile[]): ExportNote[] {
  const notes = new Map<string, ExportNote>();
  for (const { format, notes: texts } of files)
    for (const text of texts) {
      const key = `${format} ${text}`;
      notes.set(key, { format, text, files: (notes.get(key)?.files ?? 0) + 1 });
    }
  const left = seasonOf(plan, {}).sessions.filter((session) => !isRide(session) && !isRest(session)).length;
  if (left === 0) return [...notes.values()];
  const rideFormats = FORMATS.filter(({ parts }) => parts.every(({ per }) => per === "ride"));
  const used = rideFormats.filter(({ id }) => files.some((file) => file.format === id));
  const text = "Sessions without power, such as strength, have no file of this format.";
  return [...used.map(({ id }): ExportNote => ({ format: id, text, files: left })), ...notes.values()];
}
