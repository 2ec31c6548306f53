import { join } from "node:path";
import { PassThrough } from "node:stream";
import { fileURLToPath } from "node:url";
import { COMMANDS } from "../../src/cli/command-table.ts";
import { run } from "../../src/cli/run.ts";
import { aSystem } from "../unit/cli/a-system.ts";
import { cleanEnv, flat } from "./run-cli.ts";
import type { Reply } from "./wizard/a-rider.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export interface Typed {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Replies that nothing asked for. */
  readonly left: number;
}

/** One command before somebody who types: each reply once its words are shown. `TERM` is dumb: one line after the other. */
export async function runTyped(
  args: readonly string[],
  {
    cwd,
    env,
    replies,
  }: { readonly cwd: string; readonly env: Record<string, string>; readonly replies: readonly Reply[] },
): Promise<Typed> {
  const keys = new PassThrough();
  const left = [...replies];
  let [out, err, seen] = ["", "", ""];
  const shown = (text: string): void => {
    seen += text;
    const [next] = left;
    if (next === undefined || !flat(seen).includes(next[0])) return;
    seen = "";
    left.shift();
    setImmediate(() => keys.write(next[1]));
  };
  const system = aSystem({
    argv: args,
    cwd,
    env: cleanEnv(cwd, { TERM: "dumb", ...env }),
    home: join(cwd, "home"),
    packageDirectory: ROOT,
    isTerminal: { input: true, output: true, chatter: true },
    keys: () => keys,
    out: (text) => {
      out += text;
      shown(text);
    },
    err: (text) => {
      err += text;
      shown(text);
    },
  });
  const code = await run(system, COMMANDS);
  return { code, out, err, left: left.length };
}
