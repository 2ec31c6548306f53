import { nearest } from "../athlete/parse-suggest.ts";
import type { System } from "./system.ts";

/** Words that commander knows beside the commands. */
const BESIDE = ["help"];

const isPersonThere = ({ isTerminal, env, argv }: System): boolean =>
  isTerminal.input && isTerminal.chatter && !env.CI && !argv.includes("--json") && !argv.includes("--no-input");

/** A word that is nearly a command is asked about at a terminal; the machine with the command that was meant, or as it was. */
export async function withMeantCommand(system: System, names: readonly string[]): Promise<System> {
  const [word = "", ...rest] = system.argv;
  if (word === "" || word.startsWith("-") || [...names, ...BESIDE].includes(word) || !isPersonThere(system))
    return system;
  const meant = nearest(word, names);
  if (meant === undefined) return system;
  const [{ prompterFor }, { resolveSettings }] = await Promise.all([
    import("./prompts/prompter-for.ts"),
    import("./settings.ts"),
  ]);
  const prompter = await prompterFor(system, await resolveSettings(system, {}));
  try {
    const answer = await prompter.ask({
      kind: "choice",
      message: `There is no command "${word}". Did you mean ${meant}?`,
      choices: [
        { value: "yes", name: `yes: cycling-plan ${[meant, ...rest].join(" ")}` },
        { value: "no", name: "no" },
      ],
    });
    return answer === "yes" ? { ...system, argv: [meant, ...rest] } : system;
  } finally {
    prompter.close();
  }
}
