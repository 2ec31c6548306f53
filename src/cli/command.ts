import type { CommandSpec, GroupSpec } from "./command-spec.ts";
import { holdsArguments, holdsFlags, type ArgumentsOf, type FlagsOf, type ParsedLine } from "./flags.ts";
import type { System } from "./system.ts";

/** One use of a command: what was typed, as its spec types it, and the machine. */
export interface Call<Spec extends CommandSpec> {
  readonly system: System;
  readonly args: ArgumentsOf<Spec>;
  readonly flags: FlagsOf<Spec>;
  readonly isJson: boolean;
  /** Every command that there is, for the one that completes their words. */
  readonly commands?: readonly (CommandEntry | GroupEntry)[] | undefined;
}

/** Does the work of a command and returns the exit code. */
export type Run<Spec extends CommandSpec> = (call: Call<Spec>) => Promise<number>;

/** A command with its work, which is loaded when it runs: start-up time is a feature. */
export interface CommandEntry {
  readonly spec: CommandSpec;
  readonly perform: (
    system: System,
    line: ParsedLine & Pick<Call<CommandSpec>, "isJson" | "commands">,
  ) => Promise<number>;
}

/** Commands under one name. */
export interface GroupEntry {
  readonly spec: GroupSpec;
  readonly commands: readonly CommandEntry[];
}

/** Ties a spec to its work. What commander parsed is held against the spec once, here; further inside it is typed. */
export const command = <Spec extends CommandSpec>(spec: Spec, load: () => Promise<Run<Spec>>): CommandEntry => ({
  spec,
  perform: async (system, { args, flags, isJson, commands }) => {
    if (!holdsArguments(spec, args) || !holdsFlags(spec, flags))
      throw new Error(`the command line of ${spec.name} was parsed against another spec`);
    const run = await load();
    return run({ system, args, flags, isJson, commands });
  },
});
