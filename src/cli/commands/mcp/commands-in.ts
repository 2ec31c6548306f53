import { join } from "node:path";
import type { Call } from "../../command.ts";
import type { CommandSpec } from "../../command-spec.ts";
import { run } from "../../run.ts";
import type { System } from "../../system.ts";

/** What a command line came to. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export type Commands = NonNullable<Call<CommandSpec>["commands"]>;

/** What a tool runs in: one folder, its own state inside, no key, no settings of a person and no terminal. */
export interface Place {
  readonly system: System;
  readonly root: string;
  readonly commands: Commands;
}

/** What the server keeps of its own below the root, out of the way of plans. */
export const OWN_FOLDER = ".cycling-plan";

/** Nothing that leads to a service, a person's settings or a folder outside. */
function environmentOf({ env }: System, root: string): System["env"] {
  const kept = ["PATH", "TZ", "LANG", "LC_ALL", "LC_TIME", "CYCLING_PLAN_TODAY", "CYCLING_PLAN_SEED", "SystemRoot"];
  const home = join(root, OWN_FOLDER);
  return {
    ...Object.fromEntries(kept.map((name) => [name, env[name]])),
    XDG_CONFIG_HOME: join(home, "config"),
    XDG_STATE_HOME: join(home, "state"),
    APPDATA: join(home, "config"),
    LOCALAPPDATA: join(home, "state"),
    NO_COLOR: "1",
    CI: "1",
  };
}

/** One command line with the same use cases as in a terminal; what it prints is what it gives. `input` is its standard input. */
export async function runIn(place: Place, argv: readonly string[], input = ""): Promise<Said> {
  const { system, root, commands } = place;
  let out = "";
  let err = "";
  const bytes = new TextEncoder().encode(input);
  const code = await run(
    {
      ...system,
      argv,
      cwd: root,
      home: join(root, OWN_FOLDER),
      env: environmentOf(system, root),
      isTerminal: { input: false, output: false, chatter: false },
      width: 80,
      out: (text) => void (out += text),
      err: (text) => void (err += text),
      readInput: () => Promise.resolve(bytes),
      input: async function* () {
        yield await Promise.resolve(bytes);
      },
      open: () => Promise.resolve(false),
    },
    commands,
  );
  return { code, out, err };
}
