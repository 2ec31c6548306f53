import type { CommandSpec } from "../../../command-spec.ts";

/** `library import`: a rider's own workouts. */
export const libraryImportSpec = {
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
} as const satisfies CommandSpec;
