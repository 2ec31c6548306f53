import { z } from "zod";
import { isRecord, quoted, type Problem } from "../athlete/parse-reading.ts";
import { CLOCKS, refuse, suggestion, UNITS } from "./settings-words.ts";

const modelKeys = {
  provider: z.string({ error: "expected anthropic, openai, gemini, ollama or none" }).optional(),
  model: z.string({ error: "expected the name of a model" }).optional(),
  workout_source: z.string({ error: "expected library or llm" }).optional(),
  overview_by: z.string({ error: "expected planner or model" }).optional(),
  max_tokens: z.number({ error: "expected a whole number" }).optional(),
  temperature: z.number({ error: "expected a number from 0 to 2" }).optional(),
  concurrency: z.number({ error: "expected a whole number from 1 to 16" }).optional(),
};
const modelSchema = z.strictObject(modelKeys);
export type ModelSettings = z.infer<typeof modelSchema>;

/** A settings file: in the user's directory, or `cycling-plan.json` in the project's. */
const fileSchema = z.strictObject({
  out: z.string({ error: "expected a path" }).min(1, "expected a path").optional(),
  quiet: z.boolean({ error: "expected true or false" }).optional(),
  colour: z.enum(["auto", "always", "never"], { error: "expected auto, always or never" }).optional(),
  units: z.enum(UNITS, { error: "expected metric or imperial" }).optional(),
  clock: z.preprocess(String, z.enum(CLOCKS, { error: "expected 24 or 12" })).optional(),
  intervals_athlete: z.string({ error: "expected an athlete id such as i12345" }).optional(),
  ...modelKeys,
});
export interface FileSettings extends Omit<z.infer<typeof fileSchema>, keyof typeof modelKeys> {
  readonly models: ModelSettings;
}

function problemsOf(error: z.ZodError, value: unknown): Problem[] {
  return error.issues.flatMap((issue): Problem[] => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) => ({
        field: quoted(key),
        value: "unknown key",
        expected: suggestion(key, Object.keys(fileSchema.shape)),
      }));
    const key = String(issue.path[0] ?? "");
    const given: unknown = isRecord(value) ? value[key] : value;
    return [{ field: key || "file", value: quoted(given), expected: issue.message }];
  });
}

/** What a settings file holds. Throws INPUT_INVALID with every problem in it. */
export function settingsIn(value: unknown, path: string): FileSettings {
  const result = fileSchema.safeParse(value);
  if (!result.success) return refuse(problemsOf(result.error, value), `The settings file ${path}`);
  const ofModels = Object.entries(result.data).filter(([name]) => name in modelKeys);
  return { ...result.data, models: modelSchema.parse(Object.fromEntries(ofModels)) };
}
