import { timeWords } from "../base/time-words.ts";
import { weekdayOf, type CalendarDate, type Weekday } from "../base/calendar.ts";
import { joinWords } from "../base/text.ts";
import { bar } from "./bar.ts";
import { hanging } from "./columns.ts";
import { finish, glyphsOf, type Page } from "./page.ts";
import { fullDate } from "../base/date-words.ts";
import { counted, plainNumber, signed, span } from "./units.ts";

/** What recorded rides say of a rider; the history's own summary fits. */
export interface RidesView {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly lastRide: CalendarDate;
  readonly rides: { readonly length: number };
  readonly rungs: Readonly<Record<string, number>>;
  readonly fitness: { readonly ctl: number; readonly atl: number; readonly form: number };
  readonly weeks: readonly {
    readonly from: CalendarDate;
    readonly to: CalendarDate;
    readonly seconds: number;
    readonly load: number;
    readonly rides: number;
  }[];
  readonly weeklySeconds: number;
  readonly usualDays: readonly Weekday[];
  readonly longest: { readonly day: CalendarDate; readonly seconds: number } | undefined;
  readonly ftp:
    | { readonly watts: number; readonly confidence: string; readonly because: string; readonly day: CalendarDate }
    | undefined;
}

/** What became of everything that was read. */
export interface ReadingView {
  readonly files: readonly {
    readonly file: string;
    readonly rides: number;
    readonly faults: readonly { readonly line?: number | undefined; readonly why: string }[];
    readonly moreFaults: number;
    readonly notes: readonly { readonly line?: number | undefined; readonly why: string }[];
    readonly moreNotes: number;
  }[];
  readonly doubles: number;
  readonly planned: number;
  readonly otherSports: ReadonlyMap<string, number>;
  readonly passedOver: ReadonlyMap<keyof typeof PASSED_OVER, number>;
}

/** What was passed over, one and many. */
const PASSED_OVER = {
  listed: ["recording of a ride that activities.csv lists", "recordings of rides that activities.csv lists"],
  zip_inside: ["zip file inside (unpack it first)", "zip files inside (unpack them first)"],
  no_rides: ["other file without rides", "other files without rides"],
} as const;

const RUNG_WORDS: Readonly<Record<string, string>> = {
  given: "as the export gives it",
  power: "from normalised power",
  "average power": "from average power",
  "heart rate": "from heart rate",
  effort: "from how hard it felt",
  duration: "from the time alone, 50 an hour",
};

const shortDays = (days: readonly Weekday[]): string => joinWords(days.map((day) => day.slice(0, 3)));

/** `7 h 10 a week on Tue, Thu, Sat and Sun` */
export function weeklyWords({ weeklySeconds, usualDays }: Pick<RidesView, "weeklySeconds" | "usualDays">): string {
  const on = usualDays.length === 0 ? "on no regular days" : `on ${shortDays(usualDays)}`;
  return `${timeWords(Math.round(weeklySeconds / 600) * 10)} a week ${on}`;
}

function weekLines({ weeks }: RidesView, page: Page): string[] {
  const most = Math.max(...weeks.map(({ seconds }) => seconds), 1);
  return weeks.map(({ from, to, seconds, load, rides }) => {
    const hours = timeWords(seconds / 60).padStart(7);
    const dates = span(from, to).padEnd(17);
    return `  ${dates} ${hours} ${bar({ value: seconds, most }, 12, glyphsOf(page))} load ${plainNumber(load, 0).padStart(4)}  ${counted(rides, "ride")}`;
  });
}

/** The rider's figures. `notes` say what was taken for numbers that nobody gave. */
export function ridesPage(view: RidesView, notes: readonly string[], page: Page): string[] {
  const { paint, width } = page;
  const { ctl, atl, form } = view.fitness;
  const line = (label: string, text: string): string[] => hanging(label.padEnd(14), text, width);
  const used = Object.entries(view.rungs).filter(([, count]) => count > 0);
  return finish(
    [
      paint.heading(`${counted(view.rides.length, "ride")}, ${span(view.from, view.lastRide, true)}`),
      "",
      ...line(
        "Fitness",
        `${plainNumber(ctl, 0)}, fatigue ${plainNumber(atl, 0)}, form ${signed(form)} on the evening of ${fullDate(view.to)}`,
      ),
      ...line("Lately", `${weeklyWords(view)} (${counted(view.weeks.length, "week")} to ${fullDate(view.to)})`),
      ...(view.longest === undefined
        ? []
        : line(
            "Longest ride",
            `${timeWords(view.longest.seconds / 60)} on ${weekdayOf(view.longest.day).slice(0, 3)} ${fullDate(view.longest.day)}`,
          )),
      ...line(
        "FTP",
        view.ftp === undefined
          ? "no ride of the last 90 days tells it"
          : `about ${view.ftp.watts} W, confidence ${view.ftp.confidence}: ${view.ftp.because}, ${fullDate(view.ftp.day)}`,
      ),
      "",
      ...weekLines(view, page),
      "",
      "Load",
      ...used.flatMap(([rung, count]) => hanging("  ", `${counted(count, "ride")} ${RUNG_WORDS[rung] ?? rung}`, width)),
      ...notes.flatMap((note) => hanging("  • ", note, width)),
    ],
    page,
  );
}

/** Lines of one file that are shown; `--json` has all of them. */
const MOST_LINES = 20;

const counts = (map: ReadonlyMap<string, number>): string =>
  joinWords([...map].sort((a, b) => b[1] - a[1]).map(([name, count]) => `${count} ${name}`));

const whole = (count: number): string => count.toLocaleString("en");

/** What a file lost: all of it, lines, or what could not be taken as it stands. */
function troubleHead({ faults, moreFaults, notes, moreNotes }: ReadingView["files"][number]): string {
  if (faults.some(({ line }) => line === undefined)) return "not read";
  const [lines, values] = [faults.length + moreFaults, notes.length + moreNotes];
  const words = [
    ...(lines > 0 ? [`${whole(lines)} ${lines === 1 ? "line" : "lines"} not read`] : []),
    ...(values > 0 ? [`${whole(values)} ${values === 1 ? "value" : "values"} doubted`] : []),
  ];
  return joinWords(words);
}

const listed = (uncounted: number, kept: number): string =>
  uncounted === 0 ? "--json lists all of them" : `--json lists the first ${whole(kept)}`;

const passedOverWords = ({ passedOver }: ReadingView): string =>
  joinWords([...passedOver].map(([why, count]) => `${whole(count)} ${PASSED_OVER[why][count === 1 ? 0 : 1]}`));

function troubleLines(view: ReadingView["files"][number], page: Page): string[] {
  const { file, faults, notes, moreFaults, moreNotes } = view;
  const all = [...faults, ...notes];
  if (all.length === 0) return [];
  const lines = all
    .slice(0, MOST_LINES)
    .flatMap(({ line, why }) => hanging("  ", `${line === undefined ? "" : `line ${line}: `}${why}`, page.width));
  const kept = Math.max(0, all.length - MOST_LINES);
  const uncounted = moreFaults + moreNotes;
  return [
    "",
    ...hanging("", `${file}: ${troubleHead(view)}`, page.width),
    ...lines.map((line) => page.paint.warn(line)),
    ...(kept > 0 ? [`  and ${whole(kept + uncounted)} more: ${listed(uncounted, all.length)}`] : []),
  ];
}

/** What was read, what was left out, and every line that could not be read. */
export function readingPage(view: ReadingView, page: Page): string[] {
  const line = (text: string): string[] => hanging("  ", text, page.width);
  const withRides = view.files.filter(({ rides }) => rides > 0);
  return finish(
    [
      "Read",
      ...withRides.slice(0, MOST_LINES).flatMap(({ file, rides }) => line(`${file}: ${counted(rides, "ride")}`)),
      ...(withRides.length > MOST_LINES ? line(`and ${counted(withRides.length - MOST_LINES, "file")} more`) : []),
      ...(view.doubles > 0
        ? line(`${counted(view.doubles, "ride")} found twice, counted once: the fuller record`)
        : []),
      ...(view.otherSports.size > 0 ? line(`left out, no riding: ${counts(view.otherSports)}`) : []),
      ...(view.planned > 0 ? line(`left out, planned only: ${view.planned}`) : []),
      ...(view.passedOver.size > 0 ? line(`not read: ${passedOverWords(view)}`) : []),
      ...view.files.flatMap((file) => troubleLines(file, page)),
    ],
    page,
  );
}
