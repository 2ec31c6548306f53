import { relative, sep } from "node:path";
import type { System } from "./system.ts";

/** A path as a person would type it from here: below this directory, below home (`~/`), or whole. */
export function shortPath({ cwd, home, platform }: Pick<System, "cwd" | "home" | "platform">, path: string): string {
  const short = relative(cwd, path);
  if (short === "") return ".";
  if (!short.startsWith("..")) return `.${sep}${short}`;
  const isBelowHome = platform !== "win32" && path.startsWith(`${home}/`);
  return isBelowHome ? `~${path.slice(home.length)}` : path;
}
