import { posix, win32, type PlatformPath } from "node:path";
import type { System } from "./system.ts";

/** Where this system keeps the settings of a program and what it remembers. */
export interface Places {
  readonly settings: string;
  readonly state: string;
}

const NAME = "cycling-plan";

/** A directory from the environment; XDG asks to ignore paths that are not absolute. */
const named = (value: string | undefined, path: PlatformPath): string | undefined =>
  value !== undefined && path.isAbsolute(value) ? value : undefined;

/** The user's own directories: XDG on Linux and its kin, Library on macOS, AppData on Windows. */
export function placesOf({ platform, env, home }: Pick<System, "platform" | "env" | "home">): Places {
  const path = platform === "win32" ? win32 : posix;
  if (platform === "win32") {
    const roaming = named(env.APPDATA, path) ?? path.join(home, "AppData", "Roaming");
    const local = named(env.LOCALAPPDATA, path) ?? path.join(home, "AppData", "Local");
    return { settings: path.join(roaming, NAME), state: path.join(local, NAME) };
  }
  if (platform === "darwin") {
    const support = path.join(home, "Library", "Application Support", NAME);
    return { settings: support, state: path.join(support, "state") };
  }
  const config = named(env.XDG_CONFIG_HOME, path) ?? path.join(home, ".config");
  const state = named(env.XDG_STATE_HOME, path) ?? path.join(home, ".local", "state");
  return { settings: path.join(config, NAME), state: path.join(state, NAME) };
}
