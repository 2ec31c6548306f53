import { hanging } from "../report/columns.ts";
import type { CommandSpec, OptionSpec } from "./command-spec.ts";
import type { CommandEntry, GroupEntry } from "./command.ts";
import { rootHelp } from "./help-groups.ts";

const FLAG = 27;
const COLUMNS = 80;

const flagLines = ({ flags, about }: OptionSpec, width: number): string[] =>
  flags.length + 4 > FLAG
    ? [`  ${flags}`, ...hanging(" ".repeat(FLAG), about, width)]
    : hanging(`  ${flags}`.padEnd(FLAG), about, width);

/** One command: how it is typed, what it does, and every flag of it. */
function commandLines(name: string, { summary, args = [], options = [] }: CommandSpec, width: number): string[] {
  const words = args.map((one) => one.name).join(" ");
  return [
    "",
    ...hanging("", `cycling-plan ${name}${words === "" ? "" : ` ${words}`}`, width),
    ...hanging("  ", summary, width),
    ...args.flatMap((one) => hanging(`  ${one.name}`.padEnd(FLAG), one.about, width)),
    ...options.flatMap((option) => flagLines(option, width)),
  ];
}

/** `help --all`: every command with every flag. */
export function wholeHelp(commands: readonly (CommandEntry | GroupEntry)[], columns: number): string {
  const width = Math.min(columns, COLUMNS);
  const known = commands.map(({ spec }) => spec.name);
  const lines = commands.flatMap((entry) =>
    "commands" in entry
      ? entry.commands.flatMap(({ spec }) => commandLines(`${entry.spec.name} ${spec.name}`, spec, width))
      : commandLines(entry.spec.name, entry.spec, width),
  );
  const common = hanging("", "Every command also takes --help, and --json to print its result as JSON.", width);
  return `${[rootHelp(known, width).trimEnd(), ...lines, "", ...common].join("\n")}\n`;
}
