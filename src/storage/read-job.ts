import { PlanError } from "../base/errors.ts";
import type { JobRecord } from "../plan/schema.ts";
import { schemaOf } from "./accepted.ts";
import { systemCode } from "./file-errors.ts";
import { textAt } from "./read-json.ts";

/** A job record, or undefined where there is none that can be read. */
export async function readJob(path: string): Promise<JobRecord | undefined> {
  try {
    const text = await textAt(path);
    return text === undefined ? undefined : (await schemaOf("job")).safeParse(JSON.parse(text)).data;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof PlanError || systemCode(error) !== undefined) return undefined;
    throw error;
  }
}
