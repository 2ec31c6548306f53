import type { Settings } from "./settings.ts";
import type { System } from "./system.ts";

/** What clock fields hold: now, to the second, or the day of a run whose day and seed were given. */
export const clockText = (system: System, { isFixed, today }: Pick<Settings, "isFixed" | "today">): string =>
  isFixed
    ? `${today}T00:00:00Z`
    : system
        .now()
        .toISOString()
        .replace(/\.\d+Z$/, "Z");
