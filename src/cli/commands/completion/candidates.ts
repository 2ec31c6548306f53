import { EXPERIENCE_LEVELS } from "../../../athlete/schema.ts";
import { EVENT_TYPES } from "../../../athlete/schema.ts";
import { RHYTHMS, START_PHASES, TRAIN_BY } from "../../../athlete/terms.ts";
import { addDays, WEEKDAYS, weekdayOf, type CalendarDate } from "../../../base/calendar.ts";
import { shortDay } from "../../../base/date-words.ts";
import type { CommandSpec, OptionSpec } from "../../command-spec.ts";
import type { CommandEntry, GroupEntry } from "../../command.ts";
import { SHELLS } from "./spec.ts";

/** A word that may come next, and what it is. */
export interface Candidate {
  readonly word: string;
  readonly about: string;
}

/** What candidates are made from. */
export interface Known {
  readonly commands: readonly (CommandEntry | GroupEntry)[];
  readonly planIds: readonly string[];
  readonly today: CalendarDate;
}

/** Days that are offered where a date is asked for. */
const DAYS_AHEAD = 14;

const dates = ({ today }: Known): Candidate[] =>
  Array.from({ length: DAYS_AHEAD }, (_, ahead) => {
    const date = addDays(today, ahead);
    return { word: date, about: shortDay(date) };
  });

const words = (list: readonly string[], about = ""): Candidate[] => list.map((word) => ({ word, about }));
const planWords = ({ planIds }: Known): Candidate[] => words(planIds, "a plan");

/** Flags whose value is one of a list. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  "--train-by": TRAIN_BY,
  "--experience": EXPERIENCE_LEVELS,
  "--event-type": EVENT_TYPES,
  "--rhythm": RHYTHMS,
  "--start-phase": START_PHASES,
  "--sex": ["female", "male"],
  "--provider": ["anthropic", "openai", "gemini", "ollama", "none"],
  "--workout-source": ["library", "llm"],
};

const nameOf = ({ flags }: OptionSpec): string => flags.split(" ")[0] ?? flags;

function valuesOf(option: OptionSpec, known: Known): Candidate[] {
  const name = nameOf(option);
  if (VALUES[name] !== undefined) return words(VALUES[name]);
  if (/<(?:date|day|from\.\.to)/.test(option.flags)) return dates(known);
  return option.flags.includes("<plan>") ? planWords(known) : [];
}

/** Days as riders say them, for commands that look at one. */
const sayDay = ({ today }: Known): Candidate[] => [
  { word: "tomorrow", about: shortDay(addDays(today, 1)) },
  ...WEEKDAYS.map((day) => {
    const ahead = Array.from({ length: 7 }, (_, days) => addDays(today, days)).find((date) => weekdayOf(date) === day);
    return { word: day.slice(0, 3).toLowerCase(), about: ahead === undefined ? day : shortDay(ahead) };
  }),
];

/** What stands where no flag does. */
function argumentsOf({ name, args = [] }: CommandSpec, known: Known): Candidate[] {
  const ownCommands = known.commands.map(({ spec }) => spec.name);
  switch (name) {
    case "completion":
      return words(SHELLS, "a shell");
    case "plans":
      return [{ word: "use", about: "make a plan the current one" }, ...planWords(known)];
    case "show":
      return [
        ...sayDay(known),
        { word: "week", about: "a week, by its number" },
        { word: "event", about: "your event" },
        ...planWords(known),
      ];
    case "done":
      return [...sayDay(known), ...planWords(known)];
    case "change":
      return words(
        ["missed", "sick", "off", "move", "swap", "shorten", "easier", "test", "ftp", "hours"],
        "what happened",
      );
    case "help":
      return words(ownCommands);
    default:
      return args.some(({ about }) => about.includes("plan")) ? planWords(known) : [];
  }
}

const flagsOf = ({ options = [] }: CommandSpec): Candidate[] => [
  ...options.map((option) => ({ word: nameOf(option), about: option.brief ?? option.about })),
  { word: "--json", about: "print the result as JSON" },
  { word: "--help", about: "show the help" },
];

function inCommand(
  spec: CommandSpec,
  before: readonly string[],
  { here, known }: { here: string; known: Known },
): Candidate[] {
  const last = before.at(-1) ?? "";
  const option = (spec.options ?? []).find((one) => nameOf(one) === last);
  if (option?.flags.includes("<") === true) return valuesOf(option, known);
  return here.startsWith("-") ? flagsOf(spec) : argumentsOf(spec, known);
}

/** The words that may stand in place of the last one. */
export function candidatesFor(line: readonly string[], known: Known): Candidate[] {
  const before = line.slice(0, -1);
  // A shell that hands over no empty word says so with a dot.
  const here = line.at(-1) === "." ? "" : (line.at(-1) ?? "");
  const [name, ...rest] = before;
  const top = [
    ...known.commands.map(({ spec }) => ({ word: spec.name, about: spec.summary })),
    { word: "help", about: "show the help of a command" },
  ];
  const found = ((): Candidate[] => {
    if (name === undefined) return top;
    if (name === "help") return top.slice(0, -1);
    const entry = known.commands.find(({ spec }) => spec.name === name);
    if (entry === undefined) return [];
    if (!("commands" in entry)) return inCommand(entry.spec, rest, { here, known });
    const [second, ...more] = rest;
    if (second === undefined) return entry.commands.map(({ spec }) => ({ word: spec.name, about: spec.summary }));
    const own = entry.commands.find(({ spec }) => spec.name === second);
    return own === undefined ? [] : inCommand(own.spec, more, { here, known });
  })();
  return found.filter(({ word }) => word.startsWith(here));
}
