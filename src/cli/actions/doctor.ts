import { join } from "node:path";
import { PlanError } from "../../base/errors.ts";
import { jsonText } from "../../base/json.ts";
import { readCheckedLibrary } from "../../storage/library-files.ts";
import { canWriteTo } from "../../storage/writable.ts";
import type { Action } from "../command-spec.ts";
import { currentPlan } from "../current-plan.ts";
import { placesOf } from "../places.ts";
import { resolveSettings } from "../settings.ts";
import type { System } from "../system.ts";
import { wrapped } from "../wrap.ts";

/** One thing that doctor looked at. */
interface Check {
  readonly name: string;
  readonly isFine: boolean;
  readonly found: string;
  /** What to do where it is not fine. */
  readonly remedy?: string;
}

/** The oldest Node that the packages we stand on support. */
const OLDEST_NODE = [20, 19] as const;

function nodeCheck(system: System): Check {
  const [major = 0, minor = 0] = system.nodeVersion.split(".").map(Number);
  const isFine = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return { name: "Node", isFine, found: system.nodeVersion, remedy: `Install Node ${OLDEST_NODE.join(".")} or newer.` };
}

async function libraryCheck(system: System): Promise<Check> {
  const directory = join(system.packageDirectory, "library");
  try {
    const library = await readCheckedLibrary(directory);
    const found = `version ${library.version}, ${String(library.workouts.length)} workouts, files in order`;
    return { name: "Workout library", isFine: true, found };
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return { name: "Workout library", isFine: false, found: error.message, remedy: error.hint };
  }
}

async function writeCheck(name: string, path: string): Promise<Check> {
  const trouble = await canWriteTo(path);
  if (trouble === undefined) return { name, isFine: true, found: path };
  return { name, isFine: false, found: `${path}: ${trouble.message}`, remedy: trouble.hint };
}

async function checksOf(system: System): Promise<Check[]> {
  const settings = await resolveSettings(system, {});
  const places = placesOf(system);
  const current = await currentPlan(system);
  return [
    nodeCheck(system),
    {
      name: "System",
      isFine: true,
      found: `${system.platform}, time zone ${system.timeZone()}, today ${settings.today}`,
    },
    {
      name: "Terminal",
      isFine: true,
      found: system.isTerminal.output ? `${String(system.width)} columns` : "none; 80 columns",
    },
    await libraryCheck(system),
    await writeCheck("Plans go to", settings.out),
    await writeCheck("Memory", places.state),
    {
      name: "Settings",
      isFine: true,
      found: settings.files.join(", ") || `none (${join(places.settings, "settings.json")})`,
    },
    { name: "Current plan", isFine: true, found: current ?? "none yet" },
  ];
}

const lineOf = ({ name, isFine, found, remedy }: Check): string =>
  `${isFine ? "ok  " : "FAIL"}  ${name}: ${found}${isFine || remedy === undefined ? "" : `\n      ${remedy}`}`;

/** `doctor`: exit code 0 where all is well, 2 where something needs a hand. */
export const doctor: Action = async ({ system, isJson }) => {
  const checks = await checksOf(system);
  const isFine = checks.every((check) => check.isFine);
  if (isJson) system.out(jsonText({ ok: isFine, checks: checks.map(({ isFine: ok, ...rest }) => ({ ok, ...rest })) }));
  else system.out(`${wrapped(checks.map(lineOf).join("\n"), Math.min(system.width, 80))}\n`);
  return isFine ? 0 : 2;
};
