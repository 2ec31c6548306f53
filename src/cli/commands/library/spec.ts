import type { CommandSpec } from "../../command-spec.ts";

const OWN = { flags: "--library <dir>", about: "with workouts of your own, from library import" } as const;

/** `library`: the workouts that plans are made of. */
export const libraryCommand: CommandSpec = {
  name: "library",
  summary: "look at the workouts plans are made of",
  commands: [
    {
      name: "list",
      summary: "list the workouts",
      options: [
        { flags: "--type <type>", about: "one workout type only" },
        { flags: "--family <name>", about: "one family only" },
        OWN,
      ],
      examples: ["cycling-plan library list", "cycling-plan library list --type threshold"],
      load: async () => (await import("./list/run.ts")).libraryList,
    },
    {
      name: "show",
      summary: "show one workout",
      args: [{ name: "<id>", about: "id of the workout, as library list prints it" }],
      options: [OWN],
      examples: ["cycling-plan library show tempo_2x10_80"],
      load: async () => (await import("./show/run.ts")).libraryShow,
    },
    {
      name: "check",
      summary: "prove that every workout is what it says",
      options: [OWN],
      examples: ["cycling-plan library check", "cycling-plan library check --library my-library"],
      load: async () => (await import("./check/run.ts")).libraryCheck,
    },
    {
      name: "import",
      summary: "make a library of your own workouts",
      args: [{ name: "<path>", about: "a workout file (zwo, erg, mrc, fit) or a folder of them" }],
      options: [
        { flags: "--out <dir>", about: "where the library goes (default: ./my-library)" },
        { flags: "--ftp <watts>", about: "the FTP of files in watts that do not say it" },
        { flags: "--force", about: "replace a library that differs" },
      ],
      examples: [
        "cycling-plan library import my-workouts",
        "cycling-plan library import old-trainer --ftp 250 --out my-library",
      ],
      load: async () => (await import("./import/run.ts")).libraryImport,
    },
  ],
  examples: ["cycling-plan library list", "cycling-plan library check"],
};
