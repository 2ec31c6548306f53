import type { Call } from "./command-spec.ts";

/** A flag with one value, as typed. */
export const textFlag = (flags: Call["flags"], name: string): string | undefined => {
  const value = flags[name];
  return typeof value === "string" ? value : undefined;
};
