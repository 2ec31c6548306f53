import { PlanError } from "../../../base/errors.ts";

/** One thing that doctor looked at. */
export interface Check {
  readonly name: string;
  readonly isFine: boolean;
  readonly found: string;
  /** What to do where it is not fine. */
  readonly remedy?: string;
}

/** A check that reads something: what stops it is what it found. */
export async function checkOf(name: string, find: () => Promise<string>): Promise<Check> {
  try {
    return { name, isFine: true, found: await find() };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return { name, isFine: false, found: error.message, remedy: error.hint };
  }
}
