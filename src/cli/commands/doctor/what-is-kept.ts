import { isAbsolute, join } from "node:path";
import { PlanError } from "../../../base/errors.ts";
import { hanging, wrap } from "../../../report/columns.ts";
import { readersOf, type Readers } from "../../../storage/who-reads.ts";
import { placesOf } from "../../places.ts";
import { resolveSettings } from "../../settings.ts";
import type { System } from "../../system.ts";

const READERS: Readonly<Record<Readers, string>> = {
  nothing: "nothing there",
  owner: "you alone",
  group: "you and your group",
  everyone: "everyone who uses this computer, unless a folder above is closed to them",
};

interface Kept {
  readonly what: string;
  readonly path: string;
}

async function keptBy(system: System): Promise<Kept[]> {
  const { settings, state } = placesOf(system);
  return [
    { what: "Plans, with FTP, hours, days and goal", path: await plansOf(system) },
    { what: "Workouts, unless --out named another place", path: join(system.cwd, "workouts") },
    { what: "Settings, and the numbers that you chose to keep", path: settings },
    { what: "Keys of services, if you keep them in a file", path: join(settings, "keys.json") },
    {
      what: "Unfinished answers, some on health; the current plan; logs; what was pushed; which files were found right",
      path: state,
    },
    {
      what: "The program itself, compiled by Node 22 and later to start sooner; nothing of yours",
      path: cacheOf(system),
    },
  ];
}

/** Where bin/ has Node keep what it compiled. */
function cacheOf({ platform, env, home }: System): string {
  const { XDG_CACHE_HOME: named = "", LOCALAPPDATA: local = "" } = env;
  if (isAbsolute(named)) return join(named, "cycling-plan");
  if (platform === "win32" && isAbsolute(local)) return join(local, "cycling-plan", "cache");
  return join(home, platform === "darwin" ? "Library/Caches" : ".cache", "cycling-plan");
}

/** Where plans go; settings that cannot be read are told by their own line. */
async function plansOf(system: System): Promise<string> {
  try {
    return (await resolveSettings(system, {})).out;
  } catch (error) {
    if (error instanceof PlanError) return join(system.cwd, "plans");
    throw error;
  }
}

/** What is kept, where, who can read it, and how to be rid of it. */
export async function whatIsKept(system: System, width: number): Promise<string[]> {
  const places = await Promise.all(
    (await keptBy(system)).map(async ({ what, path }) => ({ what, path, readers: await readersOf(path) })),
  );
  const who = (readers: Readers): string =>
    system.platform === "win32" && readers !== "nothing" ? "as Windows gives" : READERS[readers];
  return [
    ...wrap("What is kept, and who can read it", width),
    // A path stays whole on its line, so that it can be pasted.
    ...places.flatMap(({ what, path, readers }) => [
      ...hanging("  ", `${what}: ${who(readers)}`, width),
      `    ${path}`,
    ]),
    ...wrap(
      "To delete it, delete what lies there: there is no account and no other copy. Nothing is sent anywhere, unless you name a language model, push, or pull --from intervals.icu.",
      width,
    ),
  ];
}
