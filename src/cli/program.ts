import { Argument, Command, InvalidArgumentError, Option } from "commander";
import manifest from "../../package.json" with { type: "json" };
import type { CommandSpec, OptionSpec } from "./command-spec.ts";
import type { CommandEntry, GroupEntry } from "./command.ts";
import type { ParsedLine } from "./flags.ts";
import { rootHelp } from "./help-groups.ts";
import { helpLayout, helpWidth } from "./help-layout.ts";
import { hanging, leadingTo } from "../report/columns.ts";
import type { System } from "./system.ts";

const SUMMARY = "Makes dated, structured cycling training plans that keep your own limits, offline.";

/** Where a parsed command line goes. */
export interface ProgramPorts {
  /** In the order of the help text. */
  readonly commands: readonly (CommandEntry | GroupEntry)[];
  readonly system: System;
  /** What commander prints about a wrong command line. */
  readonly complain: (text: string) => void;
  readonly perform: (entry: CommandEntry, line: ParsedLine & { readonly isJson: boolean }) => Promise<void>;
}

const examplesOf = (spec: Pick<CommandSpec, "examples">): string =>
  `\nExamples:\n${spec.examples.map((example) => `  $ ${example}`).join("\n")}\n`;

/** `--ftp --hours 8`: commander would take "--hours" for the watts. */
function notAFlag(value: string): string {
  if (/^--[a-z]/.test(value)) throw new InvalidArgumentError("A value is missing before it.");
  return value;
}

/** `--event-days`: a flag without what follows it. */
const nameOf = ({ flags }: OptionSpec): string => flags.split(" ")[0] ?? flags;

/** The flags that the short help only names, under their headings. */
function rareFlags({ name, options = [] }: CommandSpec, width: number): string {
  const rare = options.filter(({ isRare }) => isRare === true);
  if (rare.length === 0) return "";
  const groups = [...new Set(rare.map(({ group = "" }) => group))];
  const lines = groups.flatMap((group) => {
    const names = rare.filter((one) => one.group === group).map(nameOf);
    const shown =
      names.length > MOST_NAMED ? [...names.slice(0, FIRST_NAMED), `and ${names.length - FIRST_NAMED} more`] : names;
    return hanging(`  ${group} `, shown.join(" "), width);
  });
  const more = leadingTo("More flags, each told by:", `cycling-plan ${name} --help all`, width);
  return `\n${[...more, ...lines].join("\n")}\n`;
}
/** Of a long list of flags the short help names the first ones. */
const MOST_NAMED = 11;
const FIRST_NAMED = 4;

/** `--help all`: every flag in full. */
const wantsAll = (argv: readonly string[]): boolean =>
  argv.some((word, i) => word === "all" && (argv[i - 1] === "--help" || argv[i - 1] === "-h"));

function optionOf({ flags, about, brief, group, conflicts, isRare }: OptionSpec, isWhole: boolean): Option {
  const option = new Option(flags, isWhole ? about : (brief ?? about)).hideHelp(isRare === true && !isWhole);
  if (option.required && !option.variadic) option.argParser(notAFlag);
  if (group !== undefined) option.helpGroup(group);
  if (conflicts !== undefined) option.conflicts([...conflicts]);
  return option;
}

/** So many examples stand under a short help. */
const SHORT_EXAMPLES = 1;

/** Flags that stand on the command line; defaults that commander makes up are left out. */
function typedFlags(command: Command): Record<string, unknown> {
  const typed = Object.entries(command.opts()).filter(([name]) => command.getOptionValueSource(name) === "cli");
  return Object.fromEntries(typed);
}

function addGroup(parent: Command, { spec, commands }: GroupEntry, ports: ProgramPorts): void {
  const group = parent.command(spec.name).description(spec.summary).addHelpText("after", examplesOf(spec));
  group.helpOption("-h, --help", "show this help").helpCommand(false);
  for (const entry of commands) addCommand(group, entry, ports);
}

function addCommand(parent: Command, entry: CommandEntry, ports: ProgramPorts): void {
  const { spec } = entry;
  const isWhole = wantsAll(ports.system.argv);
  const rare = isWhole ? "" : rareFlags(spec, helpWidth(ports.system));
  const examples = rare === "" ? examplesOf(spec) : examplesOf({ examples: spec.examples.slice(0, SHORT_EXAMPLES) });
  const command = parent.command(spec.name).description(spec.summary).addHelpText("after", `${rare}${examples}`);
  for (const { name, about } of spec.args ?? []) command.addArgument(new Argument(name, about));
  for (const option of spec.options ?? []) command.addOption(optionOf(option, isWhole));
  const last = spec.options?.at(-1)?.group;
  const json = new Option("--json", "print the result as JSON");
  if (last !== undefined) command.optionsGroup(last);
  command.helpOption("-h, --help", rare === "" ? "show this help" : "show this help; --help all: every flag");
  command.addOption(json);
  command.action(async () => {
    const { json, ...flags } = typedFlags(command);
    await ports.perform(entry, { args: command.processedArgs, flags, isJson: json === true });
  });
}

/** The command line as commander knows it. Nothing is loaded but the table of commands. */
export function buildProgram(ports: ProgramPorts): Command {
  const { system, commands } = ports;
  const program = new Command("cycling-plan")
    .description(SUMMARY)
    .version(manifest.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show the help of a command")
    .exitOverride()
    .configureHelp(helpLayout(system.width))
    .configureOutput({
      writeOut: system.out,
      writeErr: ports.complain,
      getOutHelpWidth: () => helpWidth(system),
      getErrHelpWidth: () => helpWidth(system),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });
  const known = commands.map(({ spec }) => spec.name);
  program.helpInformation = () => rootHelp(known, helpWidth(system));
  // The rest is known to the help and to whoever mistypes a name.
  const named = commands.find(({ spec }) => spec.name === system.argv[0]);
  for (const entry of named === undefined ? commands : [named])
    if ("commands" in entry) addGroup(program, entry, ports);
    else addCommand(program, entry, ports);
  return program;
}
