import type { CommandSpec } from "../../src/cli/command-spec.ts";
import type { CommandEntry, GroupEntry } from "../../src/cli/command.ts";
import { HELP_GROUPS } from "../../src/cli/help-groups.ts";

/** Text as roff takes it: no line begins with a dot, hyphens stay hyphens. */
const safe = (text: string): string =>
  text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replace(/^([.'])/gm, "\\&$1");

const option = (flags: string, about: string): string[] => [".TP", `.B ${safe(flags)}`, safe(about)];

function commandLines(name: string, { summary, args = [], options = [], examples }: CommandSpec): string[] {
  return [
    `.SS cycling\\-plan ${safe([name, ...args.map((one) => one.name)].join(" "))}`,
    safe(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`),
    ...args.flatMap((one) => option(one.name, one.about)),
    ...options.flatMap((one) => option(one.flags, one.about)),
    ...option("--json", "print the result as JSON"),
    ".PP",
    "Examples:",
    ".PP",
    ".nf",
    ...examples.map((one) => `    ${safe(one)}`),
    ".fi",
  ];
}

const entryLines = (entry: CommandEntry | GroupEntry): string[] =>
  "commands" in entry
    ? entry.commands.flatMap(({ spec }) => commandLines(`${entry.spec.name} ${spec.name}`, spec))
    : commandLines(entry.spec.name, entry.spec);

/** The manual of the program, from the same specs as its help. */
export function manPage(commands: readonly (CommandEntry | GroupEntry)[], version: string): string {
  const order = HELP_GROUPS.flatMap(([, told]) => told.map(([name]) => name));
  const rank = ({ spec }: CommandEntry | GroupEntry): number => {
    const at = order.indexOf(spec.name);
    return at < 0 ? order.length : at;
  };
  const sorted = [...commands].sort((a, b) => rank(a) - rank(b));
  return `${[
    `.TH CYCLING\\-PLAN 1 "" "cycling\\-plan ${safe(version)}" "User Commands"`,
    ".SH NAME",
    "cycling\\-plan \\- training plans that keep your own limits, offline",
    ".SH SYNOPSIS",
    ".B cycling\\-plan",
    "COMMAND [arguments] [flags]",
    ".SH DESCRIPTION",
    safe(
      "Makes dated, structured cycling training plans from what a rider can ride, checks every plan against named rules, and changes it only after a yes. It is not a coach and not a doctor. Nothing is sent anywhere unless a service is named.",
    ),
    ".SH COMMANDS",
    ...sorted.flatMap(entryLines),
    ".SH EXIT STATUS",
    ...option("0", "done"),
    ...option("1", "lint: a rule does not hold"),
    ...option("2", "an answer or the command line cannot be used, or a file is not there"),
    ...option("3", "a language model or a service failed"),
    ...option("4", "no plan can be made of these answers"),
    ...option("130", "stopped with Ctrl-C"),
    ".SH FILES",
    ...option("plans/", "plans, where nothing else was said"),
    ...option("cycling-plan.json", "settings of a folder"),
    ".SH SEE ALSO",
    safe("cycling-plan help COMMAND; cycling-plan COMMAND --help all; the README beside the program."),
  ].join("\n")}\n`;
}
