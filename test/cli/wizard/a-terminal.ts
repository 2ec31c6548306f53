import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import xterm from "@xterm/headless";
import { execa } from "execa";
import { onTestFinished } from "vitest";
import { BIN, cleanEnv, flat } from "../run-cli.ts";

/** Real terminals come from the `script` of util-linux, which every Debian has; other systems skip what needs one. */
export const HAS_TERMINAL =
  process.platform === "linux" &&
  (await execa("script", ["--version"], { reject: false })).stdout.includes("util-linux");

/** Keys that are more than a letter. */
export const KEY = {
  enter: "\r",
  up: "\u001b[A",
  down: "\u001b[B",
  left: "\u001b[D",
  right: "\u001b[C",
  backspace: "\u007f",
  ctrlC: "\u0003",
  ctrlD: "\u0004",
} as const;

/** Longest wait for the program to show something: a busy machine is no failure. */
const PATIENCE_MS = 12_000;
const LOOK_EVERY_MS = 25;

/** A terminal with the program in it. */
export interface Terminal {
  /** Sends keys as a person would. What `sees` looks for from here on is new on the screen, or stands there still once it is quiet. */
  readonly press: (...keys: readonly string[]) => void;
  /** Waits for words, however they are wrapped. */
  readonly sees: (words: string) => Promise<void>;
  /** Every line that was shown, as a person could scroll back to it. */
  readonly screen: () => string;
  /** What stands on the screen now. */
  readonly view: () => string;
  /** Every byte that the terminal was sent. */
  readonly sent: () => string;
  /** How many keys were pressed. */
  readonly keys: () => number;
  /** Waits for the end of the program. */
  readonly ends: () => Promise<{ readonly code: number | undefined; readonly isRestored: boolean }>;
  /** Sends a signal to the program itself. */
  readonly signal: (name: NodeJS.Signals) => Promise<void>;
  /** True while the program lives. */
  readonly isRunning: () => Promise<boolean>;
  /** Takes the terminal away, as closing its window does. */
  readonly close: () => void;
}

export interface TerminalKind {
  readonly cwd: string;
  readonly env?: Record<string, string>;
  readonly columns?: number;
  readonly rows?: number;
  /** Shell text behind the command, such as `2>file`. */
  readonly redirect?: string;
}

const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** What runs in the terminal: the program between two looks at the terminal's settings. */
function shellLine(args: readonly string[], at: { folder: string; size: string; redirect: string }): string {
  const inFolder = (name: string): string => quoted(join(at.folder, name));
  // Under its linked name, as a rider has it: so are the commands that it tells.
  const program = [process.execPath, join(at.folder, "cycling-plan"), ...args].map(quoted).join(" ");
  return [
    // Ctrl-C is for the program; the shell around it lives on, as one at a prompt does.
    "trap : INT",
    `stty ${at.size}`,
    `stty -g > ${inFolder("before")}`,
    `sh -c ${quoted(`echo $$ > ${inFolder("pid")}; exec ${program} ${at.redirect}`)}`,
    `echo $? > ${inFolder("code")}`,
    `stty -g > ${inFolder("after")}`,
  ].join("; ");
}

const readOr = (path: string): Promise<string | undefined> =>
  readFile(path, "utf8").then(
    (text) => text.trim(),
    () => undefined,
  );

/** Ends in the state that a shell expects: the cursor is shown and the settings are those from before. */
async function leftAsItWas(folder: string, sent: string): Promise<boolean> {
  const isCursorShown = sent.lastIndexOf("\u001b[?25l") <= sent.lastIndexOf("\u001b[?25h");
  const before = await readOr(join(folder, "before"));
  return isCursorShown && before !== undefined && before === (await readOr(join(folder, "after")));
}

/** Opens a terminal of 80 columns and 45 lines, or another size, and starts the program in it. */
export async function openTerminal(args: readonly string[], kind: TerminalKind): Promise<Terminal> {
  const { cwd, env = {}, columns = 80, rows = 45, redirect = "" } = kind;
  const folder = await mkdtemp(join(tmpdir(), "cycling-plan-terminal-"));
  await symlink(BIN, join(folder, "cycling-plan"));
  const size = `rows ${rows} cols ${columns}`;
  const child = spawn("script", ["-qefc", shellLine(args, { folder, size, redirect }), "/dev/null"], {
    cwd,
    env: { TERM: "xterm-256color", LANG: "C.UTF-8", SHELL: "/bin/sh", ...cleanEnv(cwd, env) },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const ended = new Promise<void>((resolve) =>
    child.on("close", () => {
      resolve();
    }),
  );
  child.stdin.on("error", () => undefined); // keys for a program that has ended
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await rm(folder, { recursive: true, force: true });
  });
  const emulator = new xterm.Terminal({ cols: columns, rows, scrollback: 5000, allowProposedApi: true });
  let sent = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    sent += text;
    emulator.write(text);
  });
  const written = (): Promise<void> =>
    new Promise((resolve) => {
      emulator.write("", resolve);
    });
  const lines = (): string[] => {
    const { active } = emulator.buffer;
    return Array.from({ length: active.length }, (_, row) => active.getLine(row)?.translateToString(true) ?? "");
  };
  const screen = (): string => lines().join("\n").trimEnd();
  let before = "";
  let count = 0;
  const press: Terminal["press"] = (...keys) => {
    before = flat(screen());
    for (const key of keys) {
      count += key.startsWith("\u001b") ? 1 : key.length;
      child.stdin.write(key);
    }
  };
  const sees: Terminal["sees"] = async (words) => {
    let last = "";
    for (const started = performance.now(); ; await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))) {
      await written();
      const now = flat(screen());
      // Words that stood there before count once something else has changed and nothing does any more.
      const isNew = !before.includes(words) || (now !== before && now === last);
      if (now.includes(words) && isNew) return;
      last = now;
      if (performance.now() - started > PATIENCE_MS)
        throw new Error(`"${words}" was not shown. The screen:\n${screen()}`);
    }
  };
  return {
    press,
    sees,
    screen,
    view: () => lines().slice(emulator.buffer.active.baseY).join("\n").trimEnd(),
    sent: () => sent,
    keys: () => count,
    ends: async () => {
      await ended;
      await written();
      const code = await readOr(join(folder, "code"));
      return { code: code === undefined ? undefined : Number(code), isRestored: await leftAsItWas(folder, sent) };
    },
    isRunning: async () => {
      try {
        return process.kill(Number(await readOr(join(folder, "pid"))), 0);
      } catch {
        return false;
      }
    },
    signal: async (name) => {
      process.kill(Number(await readOr(join(folder, "pid"))), name);
    },
    close: () => child.kill("SIGKILL"),
  };
}
