import { Argument, Command, InvalidArgumentError, Option } from "commander";
import manifest from "../../package.json" with { type: "json" };
import { activitiesCommand } from "./commands/activities/spec.ts";
import { athleteCommand } from "./commands/athlete/spec.ts";
import { doctorCommand } from "./commands/doctor/spec.ts";
import { exportCommand } from "./commands/export/spec.ts";
import { generateCommand } from "./commands/generate/spec.ts";
import { libraryCommand } from "./commands/library/spec.ts";
import { lintCommand } from "./commands/lint/spec.ts";
import { plansCommand } from "./commands/plans/spec.ts";
import { scheduleCommand } from "./commands/schedule/spec.ts";
import { schemaCommand } from "./commands/schema/spec.ts";
import { showCommand } from "./commands/show/spec.ts";
import { statusCommand } from "./commands/status/spec.ts";
import { todayCommand } from "./commands/today/spec.ts";
import { toolCommand } from "./commands/tool/spec.ts";
import { whyCommand } from "./commands/why/spec.ts";
import type { Call, CommandSpec, OptionSpec } from "./command-spec.ts";
import type { System } from "./system.ts";

/** Every command, in the order of the help text. */
export const COMMANDS: readonly CommandSpec[] = [
  generateCommand,
  showCommand,
  todayCommand,
  whyCommand,
  lintCommand,
  exportCommand,
  plansCommand,
  scheduleCommand,
  statusCommand,
  activitiesCommand,
  athleteCommand,
  libraryCommand,
  toolCommand,
  schemaCommand,
  doctorCommand,
];

const SUMMARY = "Makes dated, structured cycling training plans that keep your own limits, offline.";

/** Where a parsed command line goes. */
export interface ProgramPorts {
  readonly system: System;
  /** What commander prints about a wrong command line. */
  readonly complain: (text: string) => void;
  readonly perform: (spec: CommandSpec, call: Call) => Promise<void>;
}

const examplesOf = (spec: Pick<CommandSpec, "examples">): string =>
  `\nExamples:\n${spec.examples.map((example) => `  $ ${example}`).join("\n")}\n`;

/** `--ftp --hours 8`: commander would take "--hours" for the watts. */
function notAFlag(value: string): string {
  if (/^--[a-z]/.test(value)) throw new InvalidArgumentError("A value is missing before it.");
  return value;
}

function optionOf({ flags, about, group, conflicts }: OptionSpec): Option {
  const option = new Option(flags, about);
  if (option.required && !option.variadic) option.argParser(notAFlag);
  if (group !== undefined) option.helpGroup(group);
  if (conflicts !== undefined) option.conflicts([...conflicts]);
  return option;
}

/** Flags that stand on the command line; defaults that commander makes up are left out. */
function typedFlags(command: Command): Record<string, unknown> {
  const typed = Object.entries(command.opts()).filter(([name]) => command.getOptionValueSource(name) === "cli");
  return Object.fromEntries(typed);
}

/** Arguments as texts; several values of one argument stay several. */
const textsOf = (args: readonly unknown[]): (string | undefined)[] =>
  args.flatMap((arg) => (Array.isArray(arg) ? arg.map(String) : [typeof arg === "string" ? arg : undefined]));

function addTo(parent: Command, spec: CommandSpec, ports: ProgramPorts): void {
  const command = parent.command(spec.name).description(spec.summary).addHelpText("after", examplesOf(spec));
  for (const { name, about } of spec.args ?? []) command.addArgument(new Argument(name, about));
  for (const option of spec.options ?? []) command.addOption(optionOf(option));
  command.helpOption("-h, --help", "show this help");
  if (spec.commands) command.helpCommand(false);
  for (const inner of spec.commands ?? []) addTo(command, inner, ports);
  if (!spec.load) return;
  command.option("--json", "print the result as JSON");
  command.action(async () => {
    const flags = typedFlags(command);
    const call = { system: ports.system, args: textsOf(command.processedArgs), flags, isJson: flags.json === true };
    await ports.perform(spec, call);
  });
}

/** The command line as commander knows it. Nothing is loaded but the table of commands. */
export function buildProgram(ports: ProgramPorts): Command {
  const { system } = ports;
  const program = new Command("cycling-plan")
    .description(SUMMARY)
    .version(manifest.version, "-V, --version", "print the version")
    .helpOption("-h, --help", "show this help")
    .helpCommand("help [command]", "show the help of a command")
    .exitOverride()
    .configureOutput({
      writeOut: system.out,
      writeErr: ports.complain,
      getOutHelpWidth: () => Math.min(system.width, 80),
      getErrHelpWidth: () => Math.min(system.width, 80),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText(
      "after",
      examplesOf({
        examples: [...generateCommand.examples.slice(0, 1), "cycling-plan show --week 1", "cycling-plan help generate"],
      }),
    );
  for (const spec of COMMANDS) addTo(program, spec, ports);
  return program;
}
