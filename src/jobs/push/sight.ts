import type { CalendarDate } from "../../base/calendar.ts";
import { shortDay } from "../../base/date-words.ts";
import { cleanLine } from "../../base/text.ts";
import type { IcuEvent } from "../../providers/intervals-icu/client.ts";
import type { PushRow, PushSight } from "../../report/push.ts";
import type { PushDiff, Wanted } from "./diff.ts";

const MOST_NAME = 100;

const nameThere = ({ fields }: IcuEvent): string =>
  cleanLine(typeof fields.name === "string" ? fields.name : "", MOST_NAME);

/** What an entry was before, where a rider would see the difference at a glance. */
function wasOf(wanted: Wanted, event: IcuEvent): string | undefined {
  const name = nameThere(event);
  const parts = [...(event.day === wanted.date ? [] : [shortDay(event.day)]), ...(name === wanted.name ? [] : [name])];
  return parts.length === 0 ? undefined : parts.join(", ");
}

interface Dated {
  readonly date: CalendarDate;
}
const byDay = (a: Dated, b: Dated): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

function rowsOf({ create, update, remove }: PushDiff): PushRow[] {
  const rows: PushRow[] = [
    ...create.map(({ date, name }) => ({ mark: "+" as const, date, text: name })),
    ...update.map(({ wanted, event }) => ({
      mark: "~" as const,
      date: wanted.date,
      text: wanted.name,
      was: wasOf(wanted, event),
    })),
    ...remove.map((event) => ({ mark: "-" as const, date: event.day, text: nameThere(event) })),
  ];
  return rows.sort(byDay);
}

/** A push as a rider reads it. */
export const pushSight = (
  diff: PushDiff,
  head: Pick<PushSight, "planId" | "whose" | "state" | "notes">,
): PushSight => ({ ...head, rows: rowsOf(diff), same: diff.same.length, others: diff.others });

const wantedJson = ({ mark, date, name }: Wanted): Record<string, unknown> => ({ id: mark, date, name });

/** The same as data. */
export const pushJson = ({ create, update, remove, same, others }: PushDiff): Record<string, unknown> => ({
  create: create.map(wantedJson),
  update: update.map(({ wanted, event }) => ({
    ...wantedJson(wanted),
    was: { date: event.day, name: nameThere(event) },
  })),
  delete: remove.map((event) => ({ id: event.marks[0], date: event.day, name: nameThere(event) })),
  same: same.map(({ wanted }) => wantedJson(wanted)),
  others,
});
