import type { EventDay } from "../plan/event-card.ts";
import type { Workout } from "../workout/schema.ts";
import { fit, hanging, left, wrap } from "./columns.ts";
import type { Page } from "./page.ts";
import { signed } from "./units.ts";
import { reasonLines } from "./workout.ts";

/** Columns of the words that begin the lines. */
const LABEL = 9;

/** From here on the legs are rested (training science 3.3). */
const FRESH_FROM = 5;

/** `Form +13: you are fresh.` */
const formText = (form: number): string =>
  ` Form ${signed(form)} that morning${form >= FRESH_FROM ? ": you will be fresh" : ""}.`;

/** The event's day on one card; no profile and no load, for nothing is trained on it. `form` is that of its morning. */
export function eventCardLines(
  { day, workout, form }: { readonly day: EventDay; readonly workout: Workout; readonly form: number | undefined },
  page: Page,
): string[] {
  const why = reasonLines(workout.why, page);
  return [
    page.paint.heading(fit(workout.name, page.width)),
    ...wrap(`${day.line}.${form === undefined ? "" : formText(form)}`, page.width),
    ...(day.words === "" ? [] : ["", ...wrap(day.words, page.width)]),
    "",
    ...day.card.flatMap(({ label, text }) => hanging(left(label, LABEL), text, page.width)),
    ...(why.length === 0 ? [] : ["", page.paint.heading("Why"), ...why]),
  ];
}
