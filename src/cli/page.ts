import type { Page } from "../report/page.ts";
import { plainPaint, type Colour, type Paint } from "../report/paint.ts";
import { measuresFor } from "./measures-for.ts";
import type { Settings } from "./settings.ts";
import type { System } from "./system.ts";

/** A colour for one text: chalk joins whatever else it is handed, and `map` hands over an index and the whole list. */
const one =
  (colour: Colour): Colour =>
  (text) =>
    colour(text);

/** Wider text is harder to read, not easier. */
const WIDEST = 100;

async function chalkPaint(isForced: boolean): Promise<Paint> {
  const { Chalk, supportsColor } = await import("chalk");
  const found = supportsColor === false ? 0 : supportsColor.level;
  const chalk = new Chalk({ level: isForced && found === 0 ? 1 : found });
  /** Levels 1 to 7 from grey over blue and green to red and magenta, as riders know them from other programs. */
  const zones: readonly Colour[] = [
    chalk.gray,
    chalk.blue,
    chalk.green,
    chalk.yellow,
    chalk.red,
    chalk.magenta,
    chalk.magentaBright,
  ];
  return {
    heading: one(chalk.bold),
    quiet: one(chalk.dim),
    good: one(chalk.green),
    warn: one(chalk.yellow),
    bad: one(chalk.red),
    zone: (level, text) => (zones[level - 1] ?? chalk.magentaBright)(text),
  };
}

/** Linux and macOS say it in the locale; a terminal of Windows shows it, the old console does not say that it cannot. */
function showsUnicode({ platform, env }: System): boolean {
  if (env.TERM === "dumb" || env.TERM === "linux") return false;
  if (platform === "win32") return env.WT_SESSION !== undefined || env.TERM_PROGRAM !== undefined;
  const locale = env.LC_ALL ?? env.LC_CTYPE ?? env.LANG ?? "";
  return locale === "" || /utf-?8/i.test(locale);
}

/** What views are written on here: the terminal's width, colour where it is wanted and shown. */
export async function pageFor(system: System, settings: Pick<Settings, "colour" | "units" | "clock">): Promise<Page> {
  const isTerminal = system.isTerminal.output;
  const isColoured =
    settings.colour === "always" || (settings.colour === "auto" && isTerminal && system.env.TERM !== "dumb");
  return {
    width: Math.min(system.width, WIDEST),
    paint: isColoured ? await chalkPaint(settings.colour === "always") : plainPaint,
    measures: measuresFor(system, settings),
    unicode: !isTerminal || showsUnicode(system),
  };
}
