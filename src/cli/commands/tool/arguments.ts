import type { ArgumentSpec, OptionSpec } from "../../command-spec.ts";

/** What a tool is to judge. */
export const PROPOSAL = {
  name: "<file>",
  about: "a JSON file; - reads standard input",
} as const satisfies ArgumentSpec;

/** Every tool writes what it accepted, where it is told a directory. */
export const WRITE_ACCEPTED = [
  { flags: "--out <dir>", about: "also write what was accepted to this directory" },
  { flags: "--force", about: "replace a file of that name" },
] as const satisfies readonly OptionSpec[];
