import { join, resolve } from "node:path";
import { parseDate, type CalendarDate } from "../base/calendar.ts";
import type { Measures } from "../plan/measures.ts";
import { quoted, type Problem } from "../athlete/parse-reading.ts";
import { kindOfPath } from "../storage/plan-folder.ts";
import { readJsonFile } from "../storage/read-json.ts";
import { placesOf } from "./places.ts";
import type { FileSettings, ModelSettings } from "./settings-file.ts";
import { CLOCKS, refuse, suggestion, UNITS } from "./settings-words.ts";
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

export const PROJECT_FILE = "cycling-plan.json";
const USER_FILE = "settings.json";
const ENV_PREFIX = "CYCLING_PLAN_";
/** What our own test runs are steered by; the program reads none of it. */
const TEST_PREFIX = "CYCLING_PLAN_TEST_";
const ENV_NAMES = ["OUT", "QUIET", "COLOUR", "TODAY", "SEED", "UNITS", "CLOCK"].map((name) => `${ENV_PREFIX}${name}`);

async function readSettingsFile(path: string): Promise<FileSettings | undefined> {
  if ((await kindOfPath(path)) === "nothing") return undefined;
  const value = await readJsonFile(path);
  // Few riders have one, and what checks it takes as long as all else that a view loads.
  return (await import("./settings-file.ts")).settingsIn(value, path);
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
async function dayOf({ flag, variable, isQuiet }: NamedDay, { today, err }: System): Promise<CalendarDate | undefined> {
  const given = flag ?? variable;
  const plain = given === undefined ? undefined : parseDate(given);
  if (given === undefined || plain !== undefined) return plain;
  const field = flag === undefined ? "CYCLING_PLAN_TODAY" : "--today";
  const { readDate } = await import("../athlete/parse-days.ts");
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

/** Flag, then environment, then project file, then user file, then default. Throws INPUT_INVALID with every problem of a source. */
export async function resolveSettings(system: System, flags: SettingFlags): Promise<Settings> {
  const env = fromEnvironment(system.env);
  const projectPath = join(system.cwd, PROJECT_FILE);
  const userPath = join(placesOf(system).settings, USER_FILE);
  const [project, user] = [await readSettingsFile(projectPath), await readSettingsFile(userPath)];
  const models = { ...user?.models, ...project?.models };
  const out = flags.out ?? env.out ?? project?.out ?? user?.out ?? "plans";
  if (out === "") refuse([{ field: "--out", value: '""', expected: "expected a path" }], "The output directory");
  const isQuiet = flags.quiet === true || (env.quiet ?? project?.quiet ?? user?.quiet ?? false);
  const today = await dayOf({ flag: flags.today, variable: env.today, isQuiet }, system);
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
