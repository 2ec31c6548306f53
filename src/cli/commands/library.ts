import type { CommandSpec } from "../command-spec.ts";
import { loadNotYet } from "../later.ts";

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
      ],
      examples: ["cycling-plan library list", "cycling-plan library list --type threshold"],
      load: async () => (await import("../actions/library-list.ts")).libraryList,
    },
    {
      name: "show",
      summary: "show one workout",
      args: [{ name: "<id>", about: "id of the workout, as library list prints it" }],
      examples: ["cycling-plan library show tempo_2x10_80"],
      load: async () => (await import("../actions/library-show.ts")).libraryShow,
    },
    {
      name: "check",
      summary: "prove that every workout is what it says",
      examples: ["cycling-plan library check"],
      load: async () => (await import("../actions/library-check.ts")).libraryCheck,
    },
    {
      name: "import",
      summary: "read your own workouts",
      args: [{ name: "<path>", about: "a workout file or a folder of them" }],
      examples: ["cycling-plan library import my-workouts"],
      load: loadNotYet("library import", "plan with workouts of your own"),
    },
  ],
  examples: ["cycling-plan library list", "cycling-plan library check"],
};
