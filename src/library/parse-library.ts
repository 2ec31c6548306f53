import type { z } from "zod";
import { PlanError } from "../base/errors.ts";
import { readLibrary, type Library } from "./library.ts";
import { libraryFileSchema, manifestSchema } from "./schema.ts";

function read<T>(schema: z.ZodType<T>, value: unknown, source: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const where = result.error.issues.map((issue) => `  ${issue.path.join(".") || "(root)"}: ${issue.message}`);
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `${source} is not a valid library file:\n${where.join("\n")}`,
    hint: "Correct the fields listed above.",
  });
}

/**
 * A library from JSON values that nobody has checked yet. Throws PlanError INPUT_INVALID with file and fields.
 * `files` stand in the order of the manifest's list.
 */
export function parseLibrary(manifest: unknown, files: readonly unknown[]): Library {
  const head = read(manifestSchema, manifest, "manifest.json");
  if (files.length !== head.files.length)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `manifest.json lists ${head.files.length} files, ${files.length} were given.`,
      hint: "List every library file in manifest.json, and nothing else.",
    });
  const parsed = files.map((file, i) => read(libraryFileSchema, file, head.files[i] ?? "library file"));
  for (const [i, file] of parsed.entries())
    for (const workout of file.workouts)
      if (workout.frame !== undefined && file.frames?.[workout.frame] === undefined)
        throw new PlanError({
          code: "INPUT_INVALID",
          message: `${head.files[i] ?? "library file"}: ${workout.id} names a frame "${workout.frame}" that the file does not hold.`,
          hint: "Add the frame under `frames`, or write the whole ride under `segments`.",
        });
  return readLibrary(head, parsed);
}
