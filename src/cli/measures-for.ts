import type { Measures } from "../plan/measures.ts";
import type { Settings } from "./settings.ts";
import type { System } from "./system.ts";

/** Where roads and bodies are measured in miles and pounds (CLDR, measurementSystem: LR, MM, US; and what belongs to the US). */
const IMPERIAL = new Set(["US", "LR", "MM", "PR", "GU", "VI", "AS", "MP"]);

type Category = "LC_MEASUREMENT" | "LC_TIME";

/** `en-US` of `en_US.UTF-8`; undefined for `C`, `POSIX` and what names no language. */
const tagOf = (text: string): string | undefined =>
  /^([a-z]{2,3})(?:[-_]([A-Za-z]{2}))?(?=$|[.@])/.exec(text)?.slice(1, 3).filter(Boolean).join("-");

/** The locale of this user for one category, as POSIX says it; elsewhere what the system says. */
function localeFor(category: Category, { env, platform, locale }: System): string | undefined {
  const named = [env.LC_ALL, env[category], env.LANG].find((one) => one !== undefined && one !== "");
  if (named !== undefined) return tagOf(named);
  return platform === "win32" ? locale() : undefined;
}

function unitsOf(system: System): Measures["units"] {
  const region = localeFor("LC_MEASUREMENT", system)?.split("-")[1];
  return region !== undefined && IMPERIAL.has(region.toUpperCase()) ? "imperial" : "metric";
}

function clockOf(system: System): Measures["clock"] {
  const tag = localeFor("LC_TIME", system);
  if (tag === undefined) return "24";
  const { hourCycle } = new Intl.DateTimeFormat(tag, { hour: "numeric" }).resolvedOptions();
  return hourCycle === "h12" || hourCycle === "h11" ? "12" : "24";
}

/** Units and clock of the views of this run: those that somebody named, else those of the locale. */
export function measuresFor(system: System, { units, clock }: Pick<Settings, "units" | "clock">): Measures {
  return {
    units: units ?? unitsOf(system),
    // Intl takes milliseconds to begin, and few views tell the time.
    get clock() {
      return clock ?? clockOf(system);
    },
  };
}
