import { parseRequest } from "../../athlete/parse-request.ts";
import { isRecord } from "../../athlete/parse-reading.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import { foreseePlan } from "../../jobs/compile/foresee.ts";
import type { Outlook } from "../../plan/outlook.ts";
import { readShippedLibrary, shippedIn } from "../../storage/shipped-library.ts";

/** Answers to look ahead from, as they go to another thread. */
export interface Foresight {
  readonly id: number;
  readonly file: unknown;
  readonly today: CalendarDate;
  readonly packageDirectory: string;
}

export const holdsForesight = (value: unknown): value is Foresight =>
  isRecord(value) && typeof value.id === "number" && typeof value.packageDirectory === "string";

/** What a plan of these answers would be. */
export async function foreseeFile({ file, today, packageDirectory }: Omit<Foresight, "id">): Promise<Outlook> {
  try {
    const library = await readShippedLibrary(shippedIn(packageDirectory));
    const { request } = parseRequest({ file: { value: file, source: "your answers" } }, today);
    return foreseePlan(request, { today, library });
  } catch (error) {
    if (error instanceof PlanError) return { kind: "none", why: error.message, hint: error.hint };
    throw error;
  }
}
