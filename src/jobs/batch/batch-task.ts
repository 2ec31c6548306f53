import { z } from "zod";
import { calendarDateSchema } from "../../base/date-schema.ts";
import { canonicalJson } from "../../base/json.ts";
import { digestOf } from "../../storage/digest.ts";

/** What holds for every rider of a batch. Plain data: it goes to every process that works on one. */
export const batchTaskSchema = z.object({
  /** The folder of the batch, as an absolute path. */
  directory: z.string(),
  today: calendarDateSchema,
  seed: z.string(),
  /** Version of the program. */
  program: z.string(),
  /** `plan`: the plan file alone. */
  only: z.literal("plan").optional(),
  gzip: z.boolean(),
  /** Formats as they were typed; left out for none. */
  export: z.string().optional(),
  /** Replaces plans that riders live with. */
  discardChanges: z.boolean(),
  /** What the lines ask for. */
  kind: z.enum(["request", "change"]),
});
export type BatchTask = Readonly<z.infer<typeof batchTaskSchema>>;

/** All that the files of a rider follow from, as one digest: while it stays the same they stay as they are. */
export function keyOf(
  { today, seed, program, only, gzip, export: formats }: BatchTask,
  library: string,
  { id, request }: { readonly id: string; readonly request: unknown },
): string {
  const form = { only: only ?? "all", gzip, export: formats ?? null };
  return digestOf(canonicalJson({ program, library, today, seed, id, request, form }));
}
