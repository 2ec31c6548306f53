import { PassThrough } from "node:stream";
import type { System } from "../../../src/cli/system.ts";

export interface TestSystem extends System {
  readonly printed: () => { out: string; err: string };
}

/** Waits pass so many times as fast. */
const FASTER = 20;

const briefly: System["sleep"] = (ms, signal) =>
  new Promise((done) => {
    const timer = setTimeout(done, ms / FASTER);
    const leave = (): void => {
      clearTimeout(timer);
      done();
    };
    signal.addEventListener("abort", leave, { once: true });
  });

/** A machine without a terminal, without settings, on a fixed day, with a clock of its own; change one thing. */
export function aSystem(change: Partial<System> = {}): TestSystem {
  let out = "";
  let err = "";
  return {
    argv: [],
    script: "/usr/bin/cycling-plan",
    env: {},
    cwd: "/nowhere",
    home: "/nobody",
    platform: "linux",
    nodeVersion: "20.19.0",
    timeZone: () => "UTC",
    locale: () => "en-GB",
    packageDirectory: "/package",
    isTerminal: { input: false, output: false, chatter: false },
    width: 80,
    screen: () => ({ columns: 80, rows: 24 }),
    keys: () => new PassThrough(),
    onContinue: () => () => undefined,
    out: (text) => (out += text),
    err: (text) => (err += text),
    readInput: () => Promise.resolve(new Uint8Array()),
    input: () => new PassThrough().end(),
    now: () => new Date("2026-12-01T10:30:00.123Z"),
    sleep: briefly,
    today: () => "2026-12-01",
    newSeed: () => "seed",
    processId: 4711,
    cores: () => 1,
    machine: () => "here",
    isRunning: () => false,
    isCancelled: () => false,
    open: () => Promise.resolve(false),
    flush: () => Promise.resolve(undefined),
    ...change,
    printed: () => ({ out, err }),
  };
}
