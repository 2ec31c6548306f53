import { join } from "node:path";
import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import { readCheckedShipped } from "../../../storage/checked-shipped.ts";
import { shippedIn } from "../../../storage/shipped-library.ts";
import { canWriteTo } from "../../../storage/can-write.ts";
import type { Run } from "../../command.ts";
import { currentPlan } from "../../../storage/current-plan.ts";
import { checkOf, type Check } from "./check.ts";
import type { FlagsOf } from "../../flags.ts";
import { modelWish } from "../../model/wish.ts";
import { placesOf } from "../../places.ts";
import { resolveSettings } from "../../settings.ts";
import type { System } from "../../system.ts";
import { wrapped } from "../../../report/wrap.ts";
import type { doctorSpec } from "./spec.ts";

/** The oldest Node that the packages we stand on support. */
const OLDEST_NODE = [20, 19] as const;

function nodeCheck(system: System): Check {
  const [major = 0, minor = 0] = system.nodeVersion.split(".").map(Number);
  const isFine = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return { name: "Node", isFine, found: system.nodeVersion, remedy: `Install Node ${OLDEST_NODE.join(".")} or newer.` };
}

async function writable(path: string): Promise<string> {
  const trouble = await canWriteTo(path);
  if (trouble !== undefined) throw trouble;
  return path;
}

async function libraryFound(system: System): Promise<string> {
  const library = await readCheckedShipped(shippedIn(system.packageDirectory));
  return `version ${library.version}, ${library.workouts.length} workouts, files in order`;
}

async function settingsFound(system: System): Promise<string> {
  const { files } = await resolveSettings(system, {});
  return files.length > 0 ? files.join(", ") : `none (${join(placesOf(system).settings, "settings.json")})`;
}

const SETTINGS = "Settings";

async function checksOf(system: System): Promise<Check[]> {
  const plain = {
    name: "System",
    isFine: true,
    found: `${system.platform}, time zone ${system.timeZone()}, today ${system.today()}`,
  };
  const terminal = system.isTerminal.output ? `${system.width} columns` : "none; 80 columns";
  const settings = await checkOf(SETTINGS, () => settingsFound(system));
  // Broken settings are one finding; where the plans would go cannot be said then.
  const places = settings.isFine
    ? [await checkOf("Plans go to", async () => writable((await resolveSettings(system, {})).out))]
    : [];
  return [
    nodeCheck(system),
    plain,
    { name: "Terminal", isFine: true, found: terminal },
    await checkOf("Workout library", () => libraryFound(system)),
    settings,
    ...places,
    await checkOf("Memory", () => writable(placesOf(system).state)),
    await checkOf("Current plan", async () => (await currentPlan(placesOf(system).state)) ?? "none yet"),
  ];
}

/** Language models, and the key of intervals.icu, are looked at where the settings can be read: they may name one. */
async function modelChecks(system: System, flags: FlagsOf<typeof doctorSpec>): Promise<readonly Check[]> {
  const { providerChecks } = await import("./provider-checks.ts");
  const { intervalsChecks } = await import("./intervals-check.ts");
  const toReach = flags.offline === true ? "none" : flags.providers === true ? "all" : "named";
  try {
    const settings = await resolveSettings(system, {});
    const models = await providerChecks(system, modelWish(flags, system, settings), toReach);
    return [...models, ...(await intervalsChecks(system, settings, toReach === "all"))];
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    return [{ name: "Language models", isFine: false, found: error.message, remedy: error.hint }];
  }
}

const TROUBLE_EXIT = 2;
const PROVIDER_EXIT = 3;

const lineOf = ({ name, isFine, found, remedy }: Check): string =>
  `${isFine ? "ok  " : "FAIL"}  ${name}: ${found}${isFine || remedy === undefined ? "" : `\n      ${remedy}`}`;

/** `doctor`: exit code 0 where all is well, 2 where something here needs a hand, 3 where only a language model does. */
export const doctor: Run<typeof doctorSpec> = async ({ system, flags, isJson }) => {
  const own = await checksOf(system);
  const isReadable = own.every(({ name, isFine }) => name !== SETTINGS || isFine);
  const models = isReadable ? await modelChecks(system, flags) : [];
  if (system.isCancelled())
    throw new PlanError({ code: "CANCELLED", message: "Stopped.", hint: "Run the command again to start over." });
  const checks = [...own, ...models];
  const isFine = checks.every((check) => check.isFine);
  if (isJson) system.out(jsonText({ ok: isFine, checks: checks.map(({ isFine: ok, ...rest }) => ({ ok, ...rest })) }));
  else {
    const { whatIsKept } = await import("./what-is-kept.ts");
    const width = Math.min(system.width, 80);
    const kept = (await whatIsKept(system, width)).join("\n");
    system.out(`${wrapped(checks.map(lineOf).join("\n"), width)}\n\n${kept}\n`);
  }
  if (isFine) return 0;
  return own.every((check) => check.isFine) ? PROVIDER_EXIT : TROUBLE_EXIT;
};
