import type { CommanderError } from "commander";
import manifest from "../../package.json" with { type: "json" };
import { PlanError } from "../base/errors.ts";
import { keepSecret, letOut } from "../base/secrets.ts";
import { cleanText, withoutOrders } from "../base/text.ts";
import { diskTrouble } from "../storage/file-errors.ts";
import { heartInCommand } from "./heart-command.ts";
import { failureText, type Failure } from "./failure-text.ts";
import { allOfHelp, isRootHelp, isWholeHelp, rootHelp, TOLD_COMMANDS } from "./help-groups.ts";
import { helpWidth } from "./help-layout.ts";
import { withMeantCommand } from "./meant-command.ts";
import type { ProgramPorts } from "./program.ts";
import { tellingCommands } from "./started-as.ts";
import type { System } from "./system.ts";

const USAGE_EXIT = 2;
const STOPPED_EXIT = 130;
const BUG_EXIT = 70;

/** The system, with the one gate through which all that is printed goes: no key of the environment passes it, whoever repeats it. */
function guarded(system: System): System {
  for (const [name, value] of Object.entries(system.env)) if (name.endsWith("_API_KEY")) keepSecret(value);
  return {
    ...system,
    out: (text) => {
      system.out(withoutOrders(letOut(text)));
    },
    err: (text) => {
      system.err(letOut(text));
    },
  };
}

/** Where an error came from, with what caused it. */
function traceOf(error: unknown): string {
  const stacks: string[] = [];
  for (let next = error; next instanceof Error && stacks.length < 5; next = next.cause)
    stacks.push(next.stack ?? next.message);
  return stacks.join("\ncaused by ");
}

function report(system: System, failure: Failure, isJson: boolean): void {
  if (isJson) {
    system.err(`${JSON.stringify({ error: failure })}\n`);
    return;
  }
  system.err(failureText(failure, system, system.width));
}

/** The command that says how the one that was typed is used, to paste. */
const usageHint = ({ argv: [first = ""] }: System, names: readonly string[]): string =>
  `cycling-plan ${names.includes(first) ? `${first} --help` : "help"}`;

/** Text of commander without its own prefix. */
const complaintOf = (text: string): string => text.replace(/^error: /, "").trim();

interface Failed {
  readonly system: System;
  readonly isJson: boolean;
  /** Also says where an error came from. */
  readonly isVerbose: boolean;
  readonly complaint: string;
  /** Names of all commands. */
  readonly names: readonly string[];
}

/** What the parser of command lines throws; told by its code, so that the parser is loaded only where there is a line to parse. */
const isOfParser = (error: unknown): error is CommanderError =>
  error instanceof Error && "code" in error && String(error.code).startsWith("commander.");

function failed(error: unknown, at: Failed): number {
  const { system, isJson, isVerbose, complaint, names } = at;
  if (isOfParser(error)) {
    if (error.exitCode === 0) return 0;
    const isHelp = error.code === "commander.help";
    const message = isHelp ? "a command is missing" : complaintOf(complaint);
    if (isHelp && !isJson) system.err(complaint);
    else report(system, { code: "USAGE_INVALID", message, hint: usageHint(system, names) }, isJson);
    return USAGE_EXIT;
  }
  const known = error instanceof PlanError ? error : diskTrouble(error);
  if (known !== undefined) {
    const { code, message, hint, details } = known;
    report(system, { code, message, hint, details }, isJson);
    if (isVerbose && !isJson) system.err(`${cleanText(traceOf(known))}\n`);
    return known.exitCode;
  }
  const stack = error instanceof Error ? traceOf(error) : String(error);
  if (isJson) report(system, { code: "INTERNAL", message: stack, hint: "Please report it." }, isJson);
  else system.err(`internal error, please report it:\n${stack}\n`);
  return BUG_EXIT;
}

/** Whether somebody asked this run to stop, also where it came to its end before it looked. */
async function isStopped({ isCancelled }: System): Promise<boolean> {
  // A signal that came while the work was done is heard only when the event loop has turned once as a whole.
  for (let turns = 0; turns < 2; turns++) await new Promise((resolve) => setImmediate(resolve));
  return isCancelled();
}

const isVersion = ([word = "", ...rest]: readonly string[]): boolean =>
  rest.length === 0 && ["--version", "-V"].includes(word);

/** Runs one command line and returns its exit code: the only place where an error becomes text and a number. */
export async function run(machine: System, commands: ProgramPorts["commands"]): Promise<number> {
  const names = commands.map(({ spec }) => spec.name);
  const system = await withMeantCommand(
    guarded(tellingCommands({ ...machine, argv: allOfHelp(machine.argv) }, [...names, ...TOLD_COMMANDS])),
    names,
  );
  const end = system.argv.indexOf("--");
  const flags = system.argv.slice(0, end < 0 ? undefined : end);
  const [isJson, isVerbose] = [flags.includes("--json"), flags.includes("--verbose")];
  let complaint = "";
  let exitCode = 0;
  const ports: ProgramPorts = {
    system,
    commands,
    complain: (text) => (complaint += text),
    perform: async (entry, line) => {
      exitCode = await entry.perform(system, { ...line, commands });
    },
  };
  try {
    if (isWholeHelp(system.argv)) {
      const { wholeHelp } = await import("./help-all.ts");
      system.out(wholeHelp(commands, system.width));
    } else if (isRootHelp(system.argv)) system.out(rootHelp(names, helpWidth(system)));
    else if (isVersion(system.argv)) system.out(`${manifest.version}\n`);
    else await (await import("./program.ts")).buildProgram(ports).parseAsync([...system.argv], { from: "user" });
    if (!(await isStopped(system))) return exitCode;
    // A shell goes on to the next command after any other number.
    if (exitCode === 0) system.err("Stopped, but all that was asked for was done already.\n");
    return STOPPED_EXIT;
  } catch (error) {
    const code = failed((await heartInCommand(error, system)) ?? error, {
      system,
      isJson,
      isVerbose,
      complaint,
      names,
    });
    return (await isStopped(system)) ? STOPPED_EXIT : code;
  }
}
