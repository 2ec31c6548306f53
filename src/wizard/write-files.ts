import { join } from "node:path";
import type { CalendarDate } from "../base/calendar.ts";
import { PlanError } from "../base/errors.ts";
import { jsonText } from "../base/json.ts";
import type { Library } from "../library/library.ts";
import { ensureDirectory, writeWhole } from "../storage/atomic-write.ts";
import { rampTestFiles } from "./ramp-test.ts";
import type { WrittenRequest } from "./state.ts";

/** Writes the library's ramp test for the rider's trainer into a directory and says where. */
export async function writeRampTest(library: Library, directory: string, today: CalendarDate): Promise<string[]> {
  const files = rampTestFiles(library, today).map(({ name, text }) => ({ path: join(directory, name), text }));
  await ensureDirectory(directory);
  await writeWhole(files, "replace");
  return files.map(({ path }) => path);
}

/** Writes the answers as a request file; one that is there stays as it is. */
export async function writeRequest(path: string, file: Record<string, unknown>): Promise<WrittenRequest> {
  try {
    await writeWhole([{ path, text: jsonText(file) }], "exclusive");
    return { kind: "written", path };
  } catch (error) {
    if (error instanceof PlanError) return { kind: "refused", why: `${error.message} ${error.hint}` };
    return { kind: "refused", why: `${path} is there already.` };
  }
}
