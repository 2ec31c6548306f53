import { addDays, mondayOnOrBefore, type CalendarDate } from "../base/calendar.ts";
import { shortDay } from "../base/date-words.ts";
import { hanging, left, widthOf, wrap } from "./columns.ts";
import { finish, type Page } from "./page.ts";
import { counted, span } from "./units.ts";

/** New, changed, gone. */
export type PushMark = "+" | "~" | "-";

export interface PushRow {
  readonly mark: PushMark;
  readonly date: CalendarDate;
  readonly text: string;
  /** What stands there now, where it is another thing. */
  readonly was?: string | undefined;
}

/** A plan and a calendar side by side. */
export interface PushSight {
  readonly planId: string;
  /** Whose calendar, in words. */
  readonly whose: string;
  /** In order of the days. */
  readonly rows: readonly PushRow[];
  readonly same: number;
  readonly others: number;
  /** What became of it. */
  readonly state: "seen" | "done" | "nothing to do";
  readonly notes: readonly string[];
}

const DAY = 8;

function rowLines({ mark, date, text, was }: PushRow, page: Page): string[] {
  const day = `${shortDay(date).slice(0, 3)} ${Number(date.slice(8))}`;
  const head = `${mark} ${left(day, DAY)}`;
  const oneLine = `${head}${text}${was === undefined ? "" : `   was ${was}`}`;
  if (widthOf(oneLine) <= page.width) return [oneLine];
  return [
    ...hanging(head, text, page.width),
    ...(was === undefined ? [] : hanging(" ".repeat(widthOf(head)), `was ${was}`, page.width)),
  ];
}

/** The changed days, a heading for each week that has one. */
function weekLines(rows: readonly PushRow[], page: Page): string[] {
  let monday: CalendarDate | undefined;
  return rows.flatMap((row) => {
    const start = mondayOnOrBefore(row.date);
    const heading = start === monday ? [] : ["", page.paint.heading(span(start, addDays(start, 6)))];
    monday = start;
    return [...heading, ...rowLines(row, page)];
  });
}

/** `12 to create, 3 to update, 40 the same` */
function countsOf({ rows, same, others, state }: PushSight): string {
  const count = (mark: PushMark): number => rows.filter((row) => row.mark === mark).length;
  const words = state === "done" ? ["created", "updated", "deleted"] : ["to create", "to update", "to delete"];
  const parts = (["+", "~", "-"] as const).flatMap((mark, i) =>
    count(mark) === 0 ? [] : [`${count(mark)} ${words[i] ?? ""}`],
  );
  const left =
    others === 0 ? "" : ` ${counted(others, "entry").replace("entrys", "entries")} of others: never touched.`;
  return `${[...parts, `${same} the same`].join(", ")}. Past days stay as they are.${left}`;
}

const ENDS: Readonly<Record<PushSight["state"], string>> = {
  seen: "Nothing was sent. Do it: cycling-plan push --yes",
  done: "Done, and read again: the calendar holds the plan.",
  "nothing to do": "The calendar holds the plan: nothing to do.",
};

/** What a push would do, or did, by day. */
export function pushPage(sight: PushSight, page: Page): string[] {
  const { planId, whose, rows, notes, state } = sight;
  return finish(
    [
      ...wrap(`${planId} · intervals.icu, ${whose}`, page.width),
      ...weekLines(rows, page),
      "",
      ...wrap(countsOf(sight), page.width),
      ...notes.flatMap((note) => wrap(note, page.width)),
      ...wrap(ENDS[state], page.width),
    ],
    page,
  );
}
