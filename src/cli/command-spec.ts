/** An argument by its place. */
export interface ArgumentSpec {
  /** `<id>` must be there, `[plan]` may be left out, `<path...>` are several. */
  readonly name: string;
  readonly about: string;
}

export interface OptionSpec {
  /**
   * As it is typed: `--force` alone, `--no-input` against a default, `--ftp <watts>` with a text, `--days <days...>` with
   * several, `--export [list]` with a text or alone. Its name and type in code follow from this, see flags.ts.
   */
  readonly flags: string;
  readonly about: string;
  /** What the short help says instead, where that must be one line. */
  readonly brief?: string;
  /** Heading in the help text. */
  readonly group?: string;
  /** Named by its heading alone in the short help, and told in full by `--help all`. */
  readonly isRare?: true;
  /** camelCase names of flags that cannot stand beside it. */
  readonly conflicts?: readonly string[];
}

/** What a command takes and what its help says, as data: its work is found in run.ts beside it, and loaded when it runs. */
export interface CommandSpec {
  readonly name: string;
  readonly summary: string;
  readonly args?: readonly ArgumentSpec[];
  readonly options?: readonly OptionSpec[];
  readonly examples: readonly string[];
}

/** The name over several commands, such as `library`. */
export type GroupSpec = Pick<CommandSpec, "name" | "summary" | "examples">;

/** PLAN means the same in every command. */
export const PLAN_ARGUMENT = {
  name: "[plan]",
  about: "a plan file, a plan id or a directory; left out: the current plan",
} as const;

/*
 * Flags that say the same in every command.
 */
export const PLAN_FLAG = {
  flags: "--plan <plan>",
  about: "a plan file, a plan id or a directory (default: the current plan)",
} as const;
export const YES_FLAG = { flags: "--yes", about: "do it without asking", conflicts: ["dryRun"] } as const;
export const DRY_RUN_FLAG = { flags: "--dry-run", about: "show what it would do, and do nothing" } as const;
export const TODAY_FLAG = { flags: "--today <date>", about: "as if it were this day" } as const;
export const UNITS_FLAG = {
  flags: "--units <units>",
  about: "metric or imperial (default: your settings or locale)",
} as const;
export const CLOCK_FLAG = {
  flags: "--clock <hours>",
  about: "24 or 12 hours (default: your settings or locale)",
} as const;
export const RIDERS_FLAG = {
  flags: "--riders <dir>",
  about: "many riders at once: a folder with a folder for each, or what batch wrote",
} as const;
export const QUIET_FLAG = { flags: "--quiet", about: "print errors only" } as const;
export const TIMEZONE_FLAG = {
  flags: "--timezone <zone>",
  about: "where you ride, such as Europe/Berlin (default: this computer's)",
} as const;
