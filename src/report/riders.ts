import { cleanLine } from "../base/text.ts";
import { hanging, widthOf, wrap } from "./columns.ts";
import { finish, type Page } from "./page.ts";
import { plainPaint } from "./paint.ts";
import { table, type Column } from "./table.ts";
import { counted } from "./units.ts";

/** Where the plan of a rider stands; "" for what there is none of. */
export interface StandingRow {
  readonly rider: string;
  /** `week 6 of 12` */
  readonly stands: string;
  readonly event: string;
  /** `in 46 days` */
  readonly until: string;
  /** "on track", "a stretch", "not yet" */
  readonly ready: string;
  readonly hours: string;
  readonly trouble: string;
}

/** The last full week of a rider; "" for what is not known. */
export interface ReviewedRow {
  readonly rider: string;
  /** `5 of 12`, or where the plan stands that has no full week yet. */
  readonly week: string;
  /** `6 h 10 of 7 h 50`; `? of` where nothing is known */
  readonly ridden: string;
  readonly missed: string;
  readonly notKnown: string;
  /** Why the rider needs a look, in few words each; none for most. */
  readonly reasons: readonly string[];
}

/** A row with words that may be longer than their column. */
interface Line {
  readonly cells: readonly string[];
  readonly words: string;
}

/** Words have a column of their own where so many columns are left for them; else they stand below their row. */
const ROOM = 22;
const GAP = "  ";
const BELOW = "    ";

interface Titles {
  readonly columns: readonly Column[];
  readonly title: string;
  /** What stands before words below their row, where no title does. */
  readonly mark: string;
}

/** Rows under titles, and words behind them or below. */
function linesWithWords(lines: readonly Line[], { columns, title: last, mark }: Titles, page: Page): string[] {
  const plain: Page = { ...page, paint: plainPaint };
  const [head = "", ...rows] = table(columns, lines.map(({ cells }) => cells), plain); // prettier-ignore
  const widest = Math.max(...[head, ...rows].map(widthOf));
  const room = page.width - widest - GAP.length;
  const isBeside = room >= ROOM && lines.some((line) => line.words !== "");
  const pad = (text: string): string => text + " ".repeat(Math.max(0, widest - widthOf(text)));
  const body = lines.flatMap((line, index) => {
    const row = rows[index] ?? "";
    if (line.words === "") return [row];
    if (!isBeside) return [row, ...hanging(BELOW, `${mark}${line.words}`, page.width)];
    const [first = "", ...more] = wrap(line.words, room);
    return [`${pad(row)}${GAP}${first}`, ...more.map((text) => `${pad("")}${GAP}${text}`)];
  });
  const title = isBeside && last !== "" ? `${pad(head)}${GAP}${last}` : head;
  return finish([page.paint.heading(title), ...body], page);
}

/** `12 riders: 9 on track, 2 a stretch, 1 cannot be read` */
function standingSum(rows: readonly StandingRow[]): string {
  const count = (ready: string): number => rows.filter((row) => row.ready === ready && row.stands !== "").length;
  const parts = ["on track", "a stretch", "not yet"].flatMap((word) =>
    count(word) === 0 ? [] : [`${count(word)} ${word}`],
  );
  const without = rows.filter(({ stands }) => stands === "").length;
  const all = [...parts, ...(without === 0 ? [] : [`${without} without a plan that can be read`])];
  return `${counted(rows.length, "rider")}${all.length === 0 ? "" : `: ${all.join(", ")}`}`;
}

const LEFT = (title: string): Column => ({ title, align: "left" });
const RIGHT = (title: string): Column => ({ title, align: "right" });

/** Where the event's name has no room, its days have. */
const NAMES_FROM = 80;

/** Where the plans of many riders stand. */
export function standingPage(rows: readonly StandingRow[], page: Page): string[] {
  const isWide = page.width >= NAMES_FROM;
  const eventOf = ({ event, until }: StandingRow): string => (isWide && event !== "" ? `${event} ${until}` : until);
  const columns = [LEFT("Rider"), LEFT("Plan"), LEFT("Event"), LEFT("Ready"), RIGHT("This week")];
  const lines = rows.map((row) => ({
    cells: [row.rider, row.stands, cleanLine(eventOf(row)), row.ready, row.hours],
    words: row.trouble,
  }));
  const sum = wrap(standingSum(rows), page.width);
  return [...finish(sum, page), "", ...linesWithWords(lines, { columns, title: "", mark: "" }, page)];
}

/** The last full week of many riders. */
export function reviewedPage(rows: readonly ReviewedRow[], page: Page): string[] {
  const columns = [LEFT("Rider"), LEFT("Week"), LEFT("Ridden"), RIGHT("Missed"), RIGHT("Not known")];
  const lines = rows.map(({ rider, week, ridden, missed, notKnown, reasons }) => ({
    cells: [rider, week, ridden, missed, notKnown],
    words: reasons.join("; "),
  }));
  const looks = rows.filter(({ reasons }) => reasons.length > 0).length;
  const sum = `${counted(rows.length, "rider")}: ${looks === 0 ? "nobody needs a look" : `${looks} ${looks === 1 ? "needs" : "need"} a look`}`;
  const titles: Titles = { columns, title: "Needs a look", mark: "needs a look: " };
  return [...finish(wrap(sum, page.width), page), "", ...linesWithWords(lines, titles, page)];
}
