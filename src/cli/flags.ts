import type { ArgumentSpec, CommandSpec, OptionSpec } from "./command-spec.ts";

/** `max-hr` is `maxHr`, as commander has it. */
type Camel<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Text;

type NameOf<Flag extends string> = Flag extends `--no-${infer Name}`
  ? Camel<Name>
  : Flag extends `--${infer Name} ${string}`
    ? Camel<Name>
    : Flag extends `--${infer Name}`
      ? Camel<Name>
      : never;

type ValueOf<Flag extends string> = Flag extends `--no-${string}`
  ? false
  : Flag extends `${string} <${string}...>`
    ? readonly string[]
    : Flag extends `${string} <${string}>`
      ? string
      : Flag extends `${string} [${string}]`
        ? string | true
        : true;

type ArgumentOf<Name extends string> = Name extends `<${string}...>` | `[${string}...]`
  ? readonly string[]
  : Name extends `<${string}>`
    ? string
    : string | undefined;

/** The flags of a command by their names in code; those that were not typed are undefined. */
export type FlagsOf<Spec extends CommandSpec> = Spec extends {
  readonly options: infer Options extends readonly OptionSpec[];
}
  ? { readonly [Flag in Options[number]["flags"] as NameOf<Flag>]?: ValueOf<Flag> | undefined }
  : object;

/** The arguments of a command, in order. */
export type ArgumentsOf<Spec extends CommandSpec> = Spec extends {
  readonly args: infer Arguments extends readonly ArgumentSpec[];
}
  ? { readonly [Place in keyof Arguments]: ArgumentOf<Arguments[Place]["name"]> }
  : readonly [];

/** A command line as commander told it apart, before it is held against the spec. */
export interface ParsedLine {
  readonly args: readonly unknown[];
  /** Only flags that were typed, by their camelCase name. */
  readonly flags: Readonly<Record<string, unknown>>;
}

const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((one) => typeof one === "string");

function isValueOf(flag: string, value: unknown): boolean {
  if (value === undefined) return true;
  if (flag.startsWith("--no-")) return value === false;
  if (flag.endsWith("...>")) return isTexts(value);
  if (flag.endsWith(">")) return typeof value === "string";
  return value === true || (flag.endsWith("]") && typeof value === "string");
}

const nameOf = (flag: string): string =>
  flag
    .replace(/^--(no-)?/, "")
    .replace(/ .*/, "")
    .replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** True where every flag holds what its spec says. */
export const holdsFlags = <Spec extends CommandSpec>(
  { options = [] }: Spec,
  flags: ParsedLine["flags"],
): flags is ParsedLine["flags"] & FlagsOf<Spec> =>
  options.every(({ flags: flag }) => isValueOf(flag, flags[nameOf(flag)]));

function isArgument(name: string, value: unknown): boolean {
  if (name.endsWith("...>") || name.endsWith("...]")) return isTexts(value);
  return typeof value === "string" || (value === undefined && name.startsWith("["));
}

/** True where every argument is what its spec says. */
export const holdsArguments = <Spec extends CommandSpec>(
  { args: specs = [] }: Spec,
  args: ParsedLine["args"],
): args is ParsedLine["args"] & ArgumentsOf<Spec> => specs.every(({ name }, place) => isArgument(name, args[place]));
