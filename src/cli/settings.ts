import { join, resolve } from "node:path";
import { z } from "zod";
import { PlanError } from "../base/errors.ts";
import type { CalendarDate } from "../base/calendar.ts";
import type { Measures } from "../plan/measures.ts";
import { readDate } from "../athlete/parse-days.ts";
import { isRecord, firstProblems, problemLines, quoted, type Problem } from "../athlete/parse-reading.ts";
import { nearest } from "../athlete/parse-suggest.ts";
import { kindOfPath } from "../storage/plan-folder.ts";
import { readJsonFile } from "../storage/read-json.ts";
import { placesOf } from "./places.ts";
import type { System } from "./system.ts";

/** How a run behaves, whatever it is asked for. Resolved once and frozen. */
export interface Settings {
  /** Where plans are written and looked up, as an absolute path. */
  readonly out: string;
  readonly quiet: boolean;
  readonly colour: "auto" | "always" | "never";
  /** In which units and on which clock views speak; undefined where nobody says, then the locale does. */
  readonly units?: Measures["units"] | undefined;
  readonly clock?: Measures["clock"] | undefined;
  /** The day the run takes for today. */
  readonly today: CalendarDate;
  /** What chance derives from; undefined where nobody named one. */
  readonly seed: string | undefined;
  /** Both day and seed were given: every clock field is that day. */
  readonly isFixed: boolean;
  /** What the settings files say of language models; flags and environment come first. Never a key. */
  readonly models: ModelSettings;
  /** Whose calendar at intervals.icu; undefined for whoever owns the key. */
  readonly intervalsAthlete?: string | undefined;
  /** The files that were read. */
  readonly files: readonly string[];
}

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

const UNITS = ["metric", "imperial"] as const satisfies readonly Measures["units"][];
const CLOCKS = ["24", "12"] as const satisfies readonly Measures["clock"][];

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
type FileSettings = z.infer<typeof fileSchema>;

export const PROJECT_FILE = "cycling-plan.json";
const USER_FILE = "settings.json";
const ENV_PREFIX = "CYCLING_PLAN_";
/** What our own test runs are steered by; the program reads none of it. */
const TEST_PREFIX = "CYCLING_PLAN_TEST_";
const ENV_NAMES = ["OUT", "QUIET", "COLOUR", "TODAY", "SEED", "UNITS", "CLOCK"].map((name) => `${ENV_PREFIX}${name}`);

function refuse(problems: readonly Problem[], where: string): never {
  throw new PlanError({
    code: "INPUT_INVALID",
    message: [`${where} cannot be used:`, ...problemLines(problems)].join("\n"),
    hint: "Correct what is listed and run the command again.",
    details: { problems: firstProblems(problems) },
  });
}

const suggestion = (name: string, known: readonly string[]): string => {
  const meant = nearest(name, known);
  return meant === undefined ? `expected one of ${known.join(", ")}` : `did you mean ${meant}?`;
};

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

async function readSettingsFile(path: string): Promise<FileSettings | undefined> {
  if ((await kindOfPath(path)) === "nothing") return undefined;
  const value = await readJsonFile(path);
  const result = fileSchema.safeParse(value);
  return result.success ? result.data : refuse(problemsOf(result.error, value), `The settings file ${path}`);
}

const isColour = (text: string): text is Settings["colour"] => ["auto", "always", "never"].includes(text);

interface FromEnvironment {
  readonly out: string | undefined;
  readonly quiet: boolean | undefined;
  readonly colour: Settings["colour"] | undefined;
  readonly today: string | undefined;
  readonly seed: string | undefined;
  readonly units: Measures["units"] | undefined;
  readonly clock: Measures["clock"] | undefined;
}

/** One of the words that a setting knows; what is none of them is a problem of `field`. */
function oneOf<Word extends string>(
  {
    field,
    text,
    words,
  }: { readonly field: string; readonly text: string | undefined; readonly words: readonly Word[] },
  problems: Problem[],
): Word | undefined {
  const word = words.find((one) => one === text?.trim().toLowerCase());
  if (text !== undefined && word === undefined)
    problems.push({ field, value: quoted(text), expected: `expected ${words.join(" or ")}` });
  return word;
}

/** What the environment says; a misspelt name of ours would otherwise be overlooked in silence. */
function fromEnvironment(env: System["env"]): FromEnvironment {
  const problems: Problem[] = [];
  for (const name of Object.keys(env))
    if (name.startsWith(ENV_PREFIX) && !name.startsWith(TEST_PREFIX) && !ENV_NAMES.includes(name))
      problems.push({ field: quoted(name), value: "unknown variable", expected: suggestion(name, ENV_NAMES) });
  // An empty variable is how shells unset one for a single command.
  const valueOf = (name: string): string | undefined => (env[name] === "" ? undefined : env[name]);
  const [out, quiet, colour, today, seed, unitsText, clockText] = ENV_NAMES.map(valueOf);
  const isQuiet = quiet === "1" || quiet === "true";
  if (quiet !== undefined && !isQuiet && quiet !== "0" && quiet !== "false")
    problems.push({ field: "CYCLING_PLAN_QUIET", value: quoted(quiet), expected: "expected 1 or 0" });
  if (colour !== undefined && !isColour(colour))
    problems.push({ field: "CYCLING_PLAN_COLOUR", value: quoted(colour), expected: "expected auto, always or never" });
  const units = oneOf({ field: "CYCLING_PLAN_UNITS", text: unitsText, words: UNITS }, problems);
  const clock = oneOf({ field: "CYCLING_PLAN_CLOCK", text: clockText, words: CLOCKS }, problems);
  if (problems.length > 0) refuse(problems, "The environment");
  // https://no-color.org and its opposite: any text but none counts.
  const isForced = valueOf("FORCE_COLOR") !== undefined && env.FORCE_COLOR !== "0";
  const wished = valueOf("NO_COLOR") !== undefined ? "never" : isForced ? "always" : undefined;
  const chosen = colour !== undefined && isColour(colour) ? colour : wished;
  return { out, quiet: quiet === undefined ? undefined : isQuiet, colour: chosen, today, seed, units, clock };
}

/** The flags that are settings, as typed. */
export interface SettingFlags {
  readonly out?: string | undefined;
  readonly quiet?: true | undefined;
  readonly today?: string | undefined;
  readonly seed?: string | undefined;
  readonly units?: string | undefined;
  readonly clock?: string | undefined;
}

/** Units and clock as a command line names them. */
function measuresTyped({ units, clock }: SettingFlags): Pick<Settings, "units" | "clock"> {
  const problems: Problem[] = [];
  const typed = {
    units: oneOf({ field: "--units", text: units, words: UNITS }, problems),
    clock: oneOf({ field: "--clock", text: clock, words: CLOCKS }, problems),
  };
  return problems.length > 0 ? refuse(problems, "The command line") : typed;
}

/** The day of the run where one is named, seen from that of the clock. One in words is shown, so that nobody plans from another. */
function dayOf({ flag, variable, isQuiet }: NamedDay, { today, err }: System): CalendarDate | undefined {
  const given = flag ?? variable;
  if (given === undefined) return undefined;
  const field = flag === undefined ? "CYCLING_PLAN_TODAY" : "--today";
  const reading = readDate(given, { today: today(), looks: "ahead" });
  if (reading.kind === "unreadable")
    return refuse([{ field, value: quoted(given), expected: reading.expected }], "The day of the run");
  if (reading.understood !== undefined && !isQuiet) err(`${field}: ${quoted(given)} is ${reading.understood}.\n`);
  return reading.value;
}

interface NamedDay {
  readonly flag: string | undefined;
  readonly variable: string | undefined;
  readonly isQuiet: boolean;
}

/** The keys of a settings file that speak of models. */
const modelsOf = (file: FileSettings | undefined): ModelSettings =>
  modelSchema.parse(Object.fromEntries(Object.entries(file ?? {}).filter(([name]) => name in modelKeys)));

/** Flag, then environment, then project file, then user file, then default. Throws INPUT_INVALID with every problem of a source. */
export async function resolveSettings(system: System, flags: SettingFlags): Promise<Settings> {
  const env = fromEnvironment(system.env);
  const projectPath = join(system.cwd, PROJECT_FILE);
  const userPath = join(placesOf(system).settings, USER_FILE);
  const [project, user] = [await readSettingsFile(projectPath), await readSettingsFile(userPath)];
  const models = { ...modelsOf(user), ...modelsOf(project) };
  const out = flags.out ?? env.out ?? project?.out ?? user?.out ?? "plans";
  if (out === "") refuse([{ field: "--out", value: '""', expected: "expected a path" }], "The output directory");
  const isQuiet = flags.quiet === true || (env.quiet ?? project?.quiet ?? user?.quiet ?? false);
  const today = dayOf({ flag: flags.today, variable: env.today, isQuiet }, system);
  const seed = flags.seed ?? env.seed;
  const typed = measuresTyped(flags);
  return Object.freeze({
    out: resolve(system.cwd, out),
    quiet: isQuiet,
    colour: env.colour ?? project?.colour ?? user?.colour ?? "auto",
    units: typed.units ?? env.units ?? project?.units ?? user?.units,
    clock: typed.clock ?? env.clock ?? project?.clock ?? user?.clock,
    today: today ?? system.today(),
    seed,
    isFixed: today !== undefined && seed !== undefined,
    models,
    intervalsAthlete: project?.intervals_athlete ?? user?.intervals_athlete,
    files: [...(project ? [projectPath] : []), ...(user ? [userPath] : [])],
  });
}
