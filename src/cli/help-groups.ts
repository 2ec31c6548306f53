import { hanging } from "../report/columns.ts";

/** A command in the help of the whole program: its name, and what it does in a few words. */
type Told = readonly [name: string, about: string];

/** By how often a rider needs it: every morning, when life happens, now and then. What stands in none is named under "More". */
export const HELP_GROUPS: readonly (readonly [title: string, commands: readonly Told[]])[] = [
  [
    "Ride",
    [
      ["today", "what to ride today"],
      ["show", "the season, or: show tomorrow, show sat, show week 6"],
      ["why", "why it is so"],
      ["done", "you rode it: done tue, done tue --minutes 60"],
    ],
  ],
  [
    "Plan",
    [
      ["generate", "make a plan; without words it asks"],
      ["change", "missed, ill, away, moved: seen first, then yes"],
      ["undo", "take a change back; changes lists them"],
      ["review", "what was ridden, what it means, what could change"],
      ["diff", "two plans or more, side by side"],
      ["plans", "your plans; plans use ID makes one the current"],
    ],
  ],
  [
    "To the bike",
    [
      ["export", "files for Zwift, Garmin, calendars and more"],
      ["push", "to intervals.icu; pull brings your rides"],
    ],
  ],
];

/** Named in the words of another. */
const WITH_ANOTHER = ["changes", "pull"];

/** Words that follow our name where a rider is told what to do next, also where only one command is loaded. */
export const TOLD_COMMANDS: readonly string[] = [
  ...HELP_GROUPS.flatMap(([, commands]) => commands.map(([name]) => name)),
  ...WITH_ANOTHER,
  "help",
];

const TITLE = 14;
const NAME = 11;

/** The help of the whole program: groups by how often they are needed, without flags. */
export function rootHelp(known: readonly string[], width: number): string {
  const lines = HELP_GROUPS.flatMap(([title, commands]) => {
    const there = commands.filter(([name]) => known.includes(name));
    return [
      "",
      ...there.flatMap(([name, about], index) =>
        hanging(`${(index === 0 ? title : "").padEnd(TITLE)}${name.padEnd(NAME)}`, about, width),
      ),
    ];
  });
  const grouped = HELP_GROUPS.flatMap(([, commands]) => commands.map(([name]) => name));
  const named = grouped.includes("push") && !known.includes("push") ? WITH_ANOTHER.slice(0, 1) : WITH_ANOTHER;
  const others = known.filter((name) => !grouped.includes(name) && !named.includes(name));
  return [
    ...hanging("", "cycling-plan: training plans that keep your own limits, offline", width),
    ...lines,
    "",
    ...hanging("More".padEnd(TITLE), others.join(" "), width),
    "",
    ...hanging("", "One command: cycling-plan help change · all flags: cycling-plan help --all", width),
    "",
  ].join("\n");
}

/** The help of the whole program is all that is asked for: also where nothing is. */
export const isRootHelp = ([word = "help", ...rest]: readonly string[]): boolean =>
  rest.length === 0 && ["--help", "-h", "help"].includes(word);

/** `help --all`, `help all`: of all commands at once. */
export const isWholeHelp = ([first, second, ...rest]: readonly string[]): boolean =>
  first === "help" && (second === "--all" || second === "all") && rest.length === 0;

/** `help change --all` is `change --help all`: what commander knows. */
export function allOfHelp(argv: readonly string[]): readonly string[] {
  const [first, ...rest] = argv;
  if (first !== "help" || !rest.includes("--all") || isWholeHelp(argv)) return argv;
  return [...rest.filter((word) => word !== "--all"), "--help", "all"];
}
