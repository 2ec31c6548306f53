import { basename, isAbsolute, relative, sep } from "node:path";
import { shellWord } from "./shell-word.ts";
import type { System } from "./system.ts";

const NAME = "cycling-plan";
/** A path that climbs higher than this from here is clearer whole. */
const MOST_CLIMBS = 2;

type Started = Pick<System, "script" | "env" | "cwd" | "platform">;

/** How this run was started, as it can be typed again: by its linked name, by npx, or as a file of Node's. */
export function startedAs({ script, env, cwd, platform }: Started): string {
  if (env.npm_lifecycle_event === "npx" || env.npm_command === "exec") return `npx ${NAME}`;
  const isInstalled = /[\\/]node_modules[\\/]/.test(script);
  if (script === "" || isInstalled || basename(script) === NAME) return NAME;
  const near = relative(cwd, script);
  const climbs = near.split(sep).filter((part) => part === "..").length;
  return `node ${shellWord(isAbsolute(near) || climbs > MOST_CLIMBS ? script : near, platform)}`;
}

// eslint-disable-next-line no-control-regex -- colours take no columns
const COLOUR = /\u001b\[[\d;]*m/g;
// eslint-disable-next-line no-control-regex -- what moves the cursor is a drawing, whose lines are counted
const MOVES = /\u001b(?!\[[\d;]*m)/;

const columnsOf = (line: string): number => line.replace(COLOUR, "").length;

/** Commands in a text as they can be pasted here. One that no longer fits its line gets a line of its own. */
export function withCommands(text: string, { program, names, width }: CommandNames): string {
  if (program === NAME || MOVES.test(text)) return text;
  // The letter that ends a colour is none of a word.
  const command = new RegExp(`(?<![\\w/.-](?<!\\u001b\\[[\\d;]*m))${NAME}(?= (?:${names.join("|")})\\b)`, "g");
  return text
    .split("\n")
    .map((line) => {
      const told = line.replace(command, program);
      if (told === line || columnsOf(told) <= width) return told;
      const parts = told.split(" · ");
      const isCommand = (part: string): boolean => names.includes(part.split(" ")[0] ?? "");
      if (parts.length > 1)
        return parts
          .map((part, index) => (index === 0 ? part : `  ${isCommand(part) ? `${program} ` : ""}${part}`))
          .join("\n");
      const at = told.lastIndexOf(program);
      const [before, after] = [told.slice(0, at).trimEnd(), told.slice(at)];
      return before.replace(COLOUR, "").trim() === "" ? told : `${before}\n  ${after}`;
    })
    .join("\n");
}

interface CommandNames {
  readonly program: string;
  /** Words that make a command of what follows our name. */
  readonly names: readonly string[];
  readonly width: number;
}

/** How the commands on a page are told: for a person as theirs was typed, for scripts the same everywhere. */
export const programOnPage = (system: System): string | undefined =>
  system.isTerminal.output ? startedAs(system) : undefined;

/** The machine, with commands told to a person at a terminal as that person can type them. */
export function tellingCommands(system: System, names: readonly string[]): System {
  const program = startedAs(system);
  if (program === NAME) return system;
  const told = (text: string): string => withCommands(text, { program, names, width: system.width });
  return {
    ...system,
    out: (text) => {
      system.out(system.isTerminal.output ? told(text) : text);
    },
    err: (text) => {
      system.err(system.isTerminal.chatter ? told(text) : text);
    },
  };
}
