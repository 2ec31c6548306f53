import type { CommandSpec } from "../../command-spec.ts";

/** `doctor`: what the program finds on this machine. */
export const doctorSpec = {
  name: "doctor",
  summary: "check this installation and say where things are",
  options: [
    { flags: "--provider <name>", about: "ask this language model one word (default: the one your settings name)" },
    { flags: "--model <name>", about: "which of its models" },
    { flags: "--providers", about: "ask every one that has a key or an address, and intervals.icu" },
    { flags: "--model-timeout <s>", about: "longest wait for each (default: 10)" },
    { flags: "--offline", about: "ask none", conflicts: ["provider", "providers"] },
  ],
  examples: ["cycling-plan doctor", "cycling-plan doctor --provider ollama", "cycling-plan doctor --json"],
} as const satisfies CommandSpec;
