import { spawn, type ChildProcess } from "node:child_process";
import type { WorkUsage } from "../../../jobs/batch/run-batch.ts";

/** A module runs nothing by being imported: the process asks for it. */
const START = "import(process.argv[1]).then(({ serveBatch }) => serveBatch());";

/**
 * Memory of a process that plans, MB: by itself Node lets it grow to 180 for objects that live for one plan. Cleaned up a little
 * more often it stays below 150, for a tenth more work (docs/scale.md).
 */
const MEMORY = ["--max-semi-space-size=8", "--initial-old-space-size=64", "--max-old-space-size=256"];

/** Starts a process that plans, from the module at this address; what it says against itself is seen. */
export const startProcess = (url: string): ChildProcess =>
  spawn(process.execPath, [...MEMORY, "-e", START, url], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });

/** The machine as a process that plans knows it. */
export interface WorkerMachine {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** False once whoever gave the work is gone: then this process has another parent, or nobody listens. */
  readonly isWanted: () => boolean;
  /** Milliseconds from some moment on. */
  readonly now: () => number;
  readonly send: (message: object) => void;
  readonly onMessage: (hear: (message: unknown) => void) => void;
  readonly usage: () => WorkUsage;
  /** Ends once all is sent. */
  readonly leave: (last: object) => void;
}

/** The other end: this process is one that plans. Ctrl-C reaches all processes of a terminal, and the one that gave the work says when to end. */
export function workerMachine(): WorkerMachine {
  const { ppid: parent } = process;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => undefined);
  process.on("disconnect", () => {
    process.exit();
  });
  return {
    env: process.env,
    isWanted: () => process.connected && process.ppid === parent,
    now: () => performance.now(),
    send: (message) => process.send?.(message, () => undefined),
    onMessage: (hear) => process.on("message", hear),
    usage: () => {
      const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
      return { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMemoryMb: Math.round(maxRSS / 1024) };
    },
    leave: (last) =>
      process.send?.(last, () => {
        process.disconnect();
      }),
  };
}
