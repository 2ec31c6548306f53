import { useEffect, useState } from "@inquirer/core";
import { hanging, widthOf as columnsOf } from "../../report/columns.ts";
import type { Reply, Screen } from "../../wizard/prompter.ts";

/** How a screen is painted and how large it may be. */
export interface Look {
  readonly width: number;
  readonly rows: number;
  readonly heading: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly caution: (text: string) => string;
  readonly good: (text: string) => string;
  /** In as many lines as it needs. */
  readonly warn: (text: string) => string;
  /** Between parts of a line. */
  readonly dot: string;
}

/** One question as it is drawn. */
export interface FrameConfig extends Look {
  readonly message: string;
  readonly screen: Screen;
  readonly replies?: ((text: string) => readonly Reply[]) | undefined;
}

/** What changes while the rider types. */
export interface Live {
  /** The line on which is typed, with what was typed at its end. */
  readonly input: string;
  /** Stands between the question and the line on which is typed. */
  readonly list?: readonly string[];
  readonly replies: readonly Reply[];
  readonly error: string;
  readonly later: readonly string[];
}

const SO_FAR = "Plan so far   ";
const MARK_OF: Readonly<Record<Reply["tone"], string>> = { good: "", warning: "! " };

/** Title and place, at both ends of a line, or below each other where it is narrow. */
function titleRow({ screen, width, heading, quiet }: FrameConfig): string[] {
  const { title, place = "" } = screen;
  const gap = width - columnsOf(title) - columnsOf(place);
  if (place === "") return [heading(title)];
  return gap < 2 ? [heading(title), quiet(place)] : [`${heading(title)}${" ".repeat(gap)}${quiet(place)}`];
}

const folded = (mark: string, text: string, width: number): string[] => hanging(mark, text, width);

/** A row of the review: what is long goes on below its own column. */
function tableRow(row: string, width: number): string[] {
  const [head = ""] = /^ *\d+ {2}\S(?: ?\S)* {2,}/.exec(row) ?? [];
  return folded(head, row.slice(head.length), width);
}

/** Keys between dots, broken where a line is full. */
function keyRows(keys: readonly string[], { width, dot, quiet }: Look): string[] {
  const lines: string[] = [];
  for (const key of keys) {
    const last = lines.at(-1);
    const joined = last === undefined ? key : `${last}${dot}${key}`;
    if (last !== undefined && columnsOf(joined) <= width) lines[lines.length - 1] = joined;
    else lines.push(...folded("", key, width));
  }
  return lines.map(quiet);
}

const CTRL_C = "Ctrl-C stops and keeps your answers";

function keysOf({ enter, keys }: Screen): string[] {
  const first = enter === undefined ? [] : [`Enter ${enter}`];
  return keys === undefined ? [...first, "< goes back", CTRL_C] : [...first, ...keys];
}

/** Parts of a screen from the top: each a block of lines; those with a higher rank go first where there is no room. */
interface Block {
  readonly lines: readonly string[];
  readonly rank: number;
}

function upper(config: FrameConfig, { list = [] }: Live): Block[] {
  const { screen, message, width } = config;
  const lines = screen.lines.flatMap((line) => (screen.isTable ? tableRow(line, width) : folded("", line, width)));
  const asked = { lines: message === "" || screen.isTable ? [] : folded("", message, width), rank: 0 };
  return [
    { lines: titleRow(config), rank: 0 },
    asked,
    { lines, rank: screen.isTable ? 0 : 2 },
    { lines: list, rank: 0 },
  ];
}

function lower(config: FrameConfig, { replies, error, later }: Live): Block[] {
  const { screen, width, warn, good, caution } = config;
  const told = replies.flatMap(({ tone, text }) =>
    folded(MARK_OF[tone], text, width).map(tone === "good" ? good : caution),
  );
  const { soFar } = screen;
  const label = soFar?.label ?? SO_FAR;
  const known = [...(soFar?.now ?? []), ...later].flatMap((line, index) =>
    folded(index === 0 ? label : " ".repeat(label.length), line, width),
  );
  const below = (screen.below ?? []).flatMap((line) => folded("", line, width));
  return [
    { lines: error === "" ? told : warn(error).split("\n"), rank: 0 },
    { lines: below, rank: 1 },
    { lines: known, rank: 3 },
    {
      lines: [
        ...keyRows(keysOf(screen), config),
        ...(screen.foot === undefined ? [] : folded("", screen.foot, width).map(config.quiet)),
      ],
      rank: 0,
    },
  ];
}

const HIGHEST_RANK = 3;
const linesIn = (blocks: readonly Block[]): number => blocks.reduce((total, { lines }) => total + lines.length, 0);
const below = (blocks: readonly Block[], rank: number): Block[] =>
  blocks.filter((block) => block.rank < rank && block.lines.length > 0);

/** The fewest lines that a screen takes with all that must stay. */
export const tightest = (config: FrameConfig, live: Live): number =>
  linesIn(below([...upper(config, live), ...lower(config, live)], 1)) + 1;

/** Blocks below each other, the first `gaps` of them with a line between. */
const spread = (blocks: readonly Block[], gaps: number): string =>
  blocks.map(({ lines }, index) => `${lines.join("\n")}${index < gaps ? "\n" : ""}`).join("\n");

/** The whole screen: what stands down to where is typed, and what stands below. */
export function framed(config: FrameConfig, live: Live): [string, string] {
  const all = [upper(config, live), lower(config, live)] as const;
  const room = config.rows - 2;
  const rank = [HIGHEST_RANK + 1, 3, 2, 1].find((one) => linesIn(below(all.flat(), one)) <= room) ?? 1;
  const [above, under] = [below(all[0], rank), below(all[1], rank)];
  let gaps = Math.max(0, room - linesIn([...above, ...under]));
  // A list ends with the empty line on which is typed.
  const isList = live.input.trim() === "";
  const first = Math.min(gaps, above.length - (isList ? 1 : 0));
  gaps -= first;
  const lead = !isList && gaps > 0 ? "\n" : "";
  return [
    `${spread(above, first)}\n${live.input}`,
    `${lead}${spread(under, Math.min(under.length - 1, gaps - (lead === "" ? 0 : 1)))}`,
  ];
}

/** What is said of the plan once it was planned; nothing until then. */
export function useLater({ screen }: FrameConfig, isOver: { readonly current: boolean }): readonly string[] {
  const [later, setLater] = useState<readonly string[]>([]);
  useEffect(() => {
    void screen.soFar?.later?.then((lines) => {
      if (!isOver.current) setLater(lines);
    });
  }, []);
  return later;
}
