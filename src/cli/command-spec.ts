import type { System } from "./system.ts";

/** One use of a command: what was typed, already told apart by commander, and the machine. */
export interface Call {
  readonly system: System;
  /** Arguments in order; those left out are undefined. */
  readonly args: readonly (string | undefined)[];
  /** Only the flags that were typed, by their camelCase name. */
  readonly flags: Readonly<Record<string, unknown>>;
  readonly isJson: boolean;
}

/** Does the work and returns the exit code. */
export type Action = (call: Call) => Promise<number>;

export interface OptionSpec {
  /** As commander reads it: `--ftp <watts>`. */
  readonly flags: string;
  readonly about: string;
  /** Heading in the help text. */
  readonly group?: string;
  /** camelCase names of flags that cannot stand beside it. */
  readonly conflicts?: readonly string[];
}

/** A command as data: its name, what it takes, and where its work is found when it is needed. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  readonly args?: readonly { readonly name: string; readonly about: string }[];
  readonly options?: readonly OptionSpec[];
  readonly examples: readonly string[];
  /** Imported only when the command runs: start-up time is a feature. */
  readonly load?: () => Promise<Action>;
  readonly commands?: readonly CommandSpec[];
}

/** PLAN means the same in every command. */
export const PLAN_ARGUMENT = {
  name: "[plan]",
  about: "a plan file, a plan id or a directory; left out: the current plan",
} as const;
