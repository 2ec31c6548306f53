import { readFileSync, readlinkSync } from "node:fs";
import { availableParallelism, homedir, hostname } from "node:os";
import type { Readable } from "node:stream";
import { isatty } from "node:tty";
import { fileURLToPath } from "node:url";
import { PlanError } from "../base/errors.ts";
import { parseDate, type CalendarDate } from "../base/calendar.ts";

/** The keys of a terminal, or whatever stands in for one. */
export type Keys = Readable & { setRawMode?: (isRaw: boolean) => unknown };

/** Everything the program knows of the machine it runs on. Tests pass their own. */
export interface System {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The file that Node was started with; "" where there is none. */
  readonly script: string;
  readonly cwd: string;
  readonly home: string;
  readonly platform: string;
  readonly nodeVersion: string;
  readonly timeZone: () => string;
  /** The language and region of this user, such as `en-GB`, where no variable names one. */
  readonly locale: () => string;
  /** Where the package lies: `library/` is inside. */
  readonly packageDirectory: string;
  readonly isTerminal: { readonly input: boolean; readonly output: boolean; readonly chatter: boolean };
  /** Columns to write views in: the terminal's own, 80 elsewhere. */
  readonly width: number;
  /** Columns and lines that the terminal has at this moment. */
  readonly screen: () => { readonly columns: number; readonly rows: number };
  /** What is typed: for prompts. */
  readonly keys: () => Keys;
  /** Calls back when the program goes on after Ctrl-Z; returns how to leave that. */
  readonly onContinue: (then: () => void) => () => void;
  /** The result: stdout. */
  readonly out: (text: string) => void;
  /** Everything that is not the result: stderr. */
  readonly err: (text: string) => void;
  /** All of standard input, at most `mostBytes` of it and a little more. */
  readonly readInput: (mostBytes: number) => Promise<Uint8Array>;
  /** Standard input as it comes, however long it is. */
  readonly input: () => AsyncIterable<Uint8Array>;
  readonly now: () => Date;
  /** Waits so many milliseconds, or until the signal says that nobody waits any more. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** The civil day where the machine stands. */
  readonly today: () => CalendarDate;
  readonly newSeed: () => string;
  readonly processId: number;
  /** Cores that this program may use. */
  readonly cores: () => number;
  /** Names this machine since its start, and this container on it: where numbers of processes count. */
  readonly machine: () => string;
  /** True where a process of that number lives on this machine. */
  readonly isRunning: (processId: number) => boolean;
  /** True once Ctrl-C was pressed. */
  readonly isCancelled: () => boolean;
  /** Shows a file with whatever this machine opens it with; false where nothing could be started. */
  readonly open: (path: string) => Promise<boolean>;
  /** Waits until everything is written; the error that kept it from being so, unless the reader simply left. */
  readonly flush: () => Promise<Error | undefined>;
}

/** Whether they are terminals is asked of their numbers: a stream takes milliseconds to open, and most runs use one. */
const [STDIN, STDOUT, STDERR] = [0, 1, 2];
const PLAIN_WIDTH = 80;
const PLAIN_ROWS = 24;
const NARROWEST = 20;
const WIDEST = 120;

interface Output {
  readonly write: (text: string) => void;
  readonly flush: () => Promise<Error | undefined>;
}

/** A stream that may break: `| head` closing the pipe is no error of ours, a full disk behind `>` is one. Opened with its first text. */
function outputTo(stream: () => NodeJS.WriteStream): Output {
  let broken: Error | undefined;
  let opened: NodeJS.WriteStream | undefined;
  const open = (): NodeJS.WriteStream => stream().on("error", (error: Error) => (broken ??= error));
  return {
    write: (text) => {
      opened ??= open();
      if (broken === undefined) opened.write(text);
    },
    flush: () =>
      new Promise((resolve) => {
        const settle = (failure?: Error | null): void => {
          const error = broken ?? failure ?? undefined;
          const isReaderGone = error !== undefined && "code" in error && error.code === "EPIPE";
          resolve(isReaderGone ? undefined : error);
        };
        if (broken === undefined && opened !== undefined) opened.write("", settle);
        else settle();
      }),
  };
}

const stopped = (): PlanError =>
  new PlanError({
    code: "CANCELLED",
    message: "Stopped. No file was changed.",
    hint: "Run the command again to start over.",
  });

/** Ctrl-C, and what asks a program to end: without an answer to it the terminal would stay as the prompts had it. */
const STOPS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The first Ctrl-C asks the work to stop between two steps, the second stops at once. */
function watchInterrupts(): { isCancelled: () => boolean; onCancel: (then: () => void) => void } {
  let isCancelled = false;
  let then = (): void => undefined;
  const stop = (): void => {
    if (isCancelled) process.exit(130);
    isCancelled = true;
    then();
  };
  for (const signal of STOPS) process.on(signal, stop);
  const onCancel = (action: () => void): void => {
    then = action;
    // Who begins to wait after Ctrl-C would wait for ever.
    if (isCancelled) action();
  };
  return { isCancelled: () => isCancelled, onCancel };
}

const sleep: System["sleep"] = (ms, signal) =>
  new Promise((done) => {
    const leave = (): void => {
      clearTimeout(timer);
      // A signal that many wait for would otherwise keep them all.
      signal.removeEventListener("abort", leave);
      done();
    };
    const timer = setTimeout(leave, ms);
    signal.addEventListener("abort", leave, { once: true });
  });

/** Standard input piece by piece; Ctrl-C ends it, also before anybody reads. */
async function* readPieces(onCancel: (then: () => void) => void): AsyncGenerator<Uint8Array> {
  const { stdin } = process;
  const input: AsyncIterable<unknown> = stdin;
  onCancel(() => stdin.destroy(stopped()));
  for await (const piece of input) if (piece instanceof Uint8Array) yield piece;
}

const textOf = (read: () => string): string => {
  try {
    return read().trim();
  } catch {
    return "";
  }
};

/** Linux numbers its starts, and the room in which processes have their numbers; elsewhere the name has to do. */
const machineName = (): string =>
  [
    hostname(),
    textOf(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8")),
    textOf(() => readlinkSync("/proc/self/ns/pid")),
  ].join(" ");

function readAll(mostBytes: number, onCancel: (then: () => void) => void): Promise<Uint8Array> {
  const { stdin } = process;
  const chunks: Buffer[] = [];
  let total = 0;
  return new Promise((resolve, reject) => {
    const end = (): void => {
      stdin.destroy();
      resolve(Buffer.concat(chunks));
    };
    onCancel(() => stdin.destroy(stopped()));
    stdin.on("error", reject);
    stdin.on("end", end);
    stdin.on("data", (chunk: Buffer) => {
      chunks.push(chunk);
      total += chunk.length;
      if (total > mostBytes) end();
    });
  });
}

/** The local calendar day of a moment. */
function civilDay(moment: Date): CalendarDate {
  const two = (value: number): string => String(value).padStart(2, "0");
  const text = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  const day = parseDate(text);
  if (day === undefined) throw new Error(`the clock of this machine stands at ${text}`);
  return day;
}

/** A machine whose zone has no name that anybody knows keeps the time of UTC. */
function zoneOfMachine(): string {
  try {
    const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
    return new Intl.DateTimeFormat("en", { timeZone }).resolvedOptions().timeZone || "UTC";
  } catch {
    return "UTC";
  }
}

/** A process that was killed keeps its number until somebody asks how it ended; in a container that may be never. */
const isEnded = (processId: number): boolean =>
  /\) [ZX] /.test(textOf(() => readFileSync(`/proc/${processId}/stat`, "utf8")));

/** A process of somebody else cannot be signalled, but it lives. */
function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return false;
  }
  return !isEnded(processId);
}

/** The size of the terminal that prompts are drawn on. */
const screen = (): { columns: number; rows: number } => ({
  columns: (process.stderr.isTTY ? process.stderr.columns : PLAIN_WIDTH) || PLAIN_WIDTH,
  rows: (process.stderr.isTTY ? process.stderr.rows : PLAIN_ROWS) || PLAIN_ROWS,
});

/** Says on stderr why there is no system to run on. */
export const sayWithoutSystem = (text: string): boolean => process.stderr.write(text);

function workingDirectory(): string {
  try {
    return process.cwd();
  } catch (error) {
    throw new PlanError({
      code: "NOT_FOUND",
      message: "The directory that you are in is gone, or you may not read it.",
      hint: "Go to another one with cd, and run the command again.",
      cause: error,
    });
  }
}

function homeDirectory(): string {
  try {
    return homedir();
  } catch (error) {
    throw new PlanError({
      code: "NOT_FOUND",
      message: "This user has no home directory, where settings and the current plan are kept.",
      hint: "Say in the variable HOME which directory to use, such as HOME=/tmp.",
      cause: error,
    });
  }
}

/** What opens a file on each system; each is a program of its own, and no shell reads the path. */
const OPENERS: Readonly<Record<string, readonly [command: string, ...args: string[]]>> = {
  darwin: ["open"],
  win32: ["rundll32", "url.dll,FileProtocolHandler"],
};

/** A program that ends well or is still there after this time has opened the file. Milliseconds. */
const OPENS_WITHIN = 1500;

async function openFile(path: string): Promise<boolean> {
  const { spawn } = await import("node:child_process");
  const [command, ...args] = OPENERS[process.platform] ?? ["xdg-open"];
  return new Promise((done) => {
    const child = spawn(command, [...args, path], { detached: true, stdio: "ignore" });
    const timer = setTimeout(() => {
      child.unref();
      done(true);
    }, OPENS_WITHIN);
    const end = (isOpen: boolean): void => {
      clearTimeout(timer);
      done(isOpen);
    };
    child.on("error", () => {
      end(false);
    });
    child.on("exit", (code) => {
      end(code === 0);
    });
  });
}

/** The real machine: the only place that touches the process, the clock, chance and the streams. Throws NOT_FOUND where the user has no place on it. */
export function realSystem(packageRoot: URL): System {
  const output = outputTo(() => process.stdout);
  const chatter = outputTo(() => process.stderr);
  const interrupts = watchInterrupts();
  const columns = process.stdout.isTTY ? process.stdout.columns : PLAIN_WIDTH;
  return {
    argv: process.argv.slice(2),
    script: process.argv[1] ?? "",
    env: process.env,
    cwd: workingDirectory(),
    home: homeDirectory(),
    platform: process.platform,
    nodeVersion: process.versions.node,
    timeZone: zoneOfMachine,
    locale: () => Intl.DateTimeFormat().resolvedOptions().locale,
    packageDirectory: fileURLToPath(packageRoot),
    isTerminal: { input: isatty(STDIN), output: isatty(STDOUT), chatter: isatty(STDERR) },
    width: Math.min(Math.max(columns || PLAIN_WIDTH, NARROWEST), WIDEST),
    screen,
    keys: () => process.stdin,
    onContinue: (then) => {
      process.on("SIGCONT", then);
      return () => process.off("SIGCONT", then);
    },
    out: output.write,
    err: chatter.write,
    readInput: (mostBytes) => readAll(mostBytes, interrupts.onCancel),
    input: () => readPieces(interrupts.onCancel),
    now: () => new Date(),
    sleep,
    today: () => civilDay(new Date()),
    newSeed: () => crypto.randomUUID(),
    processId: process.pid,
    cores: availableParallelism,
    machine: machineName,
    isRunning,
    isCancelled: interrupts.isCancelled,
    open: openFile,
    flush: async () => {
      const trouble = await output.flush();
      await chatter.flush();
      return trouble;
    },
  };
}
