import { QUIET_FLAG, TODAY_FLAG, type CommandSpec } from "../../command-spec.ts";

/** `batch`: plans for many riders, or a night's changes of their plans. */
export const batchSpec = {
  name: "batch",
  summary: "plans for many riders: a line each in, a result each out",
  args: [
    {
      name: "[requests]",
      about: 'a file with a line for each rider: {"id": "r1", "request": {...}}; - reads standard input',
    },
  ],
  options: [
    { flags: "--out <dir>", about: "folder of all riders (default: ./riders-out)" },
    { flags: "--changes <file>", about: 'a night\'s changes instead: {"id": "r1", "change": "missed tue"}' },
    {
      flags: "--merge <dir>",
      about: "joins what all parts did there, and says what is missing",
      conflicts: ["shard", "changes", "out"],
    },
    { flags: "--shard <part>", about: "one part of several: 3/20; */20 takes the engine's own number" },
    { flags: "--workers <n>", about: "processes that plan (default: one for each core)" },
    { flags: "--only <what>", about: "plan: the plan file alone, not all 16 files" },
    { flags: "--gzip", about: "pack the files of riders" },
    { flags: "--export <list>", about: "also write the workouts: zwo,erg,mrc,fit,ics,intervals,csv,md or all" },
    { flags: "--discard-changes", about: "also replace plans that riders changed or ticked off" },
    TODAY_FLAG,
    { flags: "--seed <text>", about: "what chance derives from, beside the rider's id" },
    QUIET_FLAG,
  ],
  examples: [
    "cycling-plan batch riders.ndjson --out plans --today 2026-12-01",
    "zcat riders.ndjson.gz | cycling-plan batch - --out plans --only plan --gzip",
    "cycling-plan batch riders.ndjson --out plans --shard 3/20",
    "cycling-plan batch --merge plans",
    "cycling-plan batch --changes tonight.ndjson --out plans",
  ],
} as const satisfies CommandSpec;
