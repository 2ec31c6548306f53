import { nameOf, type AnswerKey } from "../../../../athlete/parse-answers.ts";
import { answerText } from "../../../../athlete/parse-one.ts";
import type { CalendarDate } from "../../../../base/calendar.ts";
import { jsonText } from "../../../../base/json.ts";
import { wrap } from "../../../../report/columns.ts";
import { fullDate } from "../../../../base/date-words.ts";
import type { AthleteChange } from "../../../../storage/athlete-schema.ts";
import { addChanges, currentOf, readChanges } from "../../../../storage/athlete-store.ts";
import type { Draft } from "../../../../wizard/draft.ts";
import { labelOf } from "../../../../wizard/saved-answers.ts";
import { checkChanges, keyOfField, readChangesTyped, type Changes } from "../../../../wizard/typed-answers.ts";
import type { Run } from "../../../command.ts";
import { pageFor } from "../../../page.ts";
import { placesOf } from "../../../places.ts";
import { resolveSettings } from "../../../settings.ts";
import { typedDay } from "../../../typed-day.ts";
import type { athleteSetSpec } from "./spec.ts";

type Current = ReadonlyMap<string, AthleteChange>;

/** What holds now as the wizard's answers. */
export function draftOf(current: Current): Draft {
  const entries = [...current.values()].flatMap(({ field, value }) => {
    const key = keyOfField(field);
    return key === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(entries);
}

function dayOf(given: string | undefined, today: CalendarDate): ReturnType<typeof typedDay> {
  if (given === undefined) return { date: today, understood: undefined };
  return typedDay(given, {
    field: "--date",
    hint: "Say the day from which the numbers hold, or leave it out for today.",
    asked: { today, looks: "back" },
    limit: (date) => (date > today ? "expected a day up to today" : undefined),
  });
}

const toFile = ([key, value]: readonly [AnswerKey, unknown], date: CalendarDate): AthleteChange => ({
  date,
  field: nameOf(key).camel ?? key,
  value: value ?? null,
});

/** What held before; for a day in the past, what holds since. */
function beside(key: AnswerKey, before: AthleteChange | undefined, date: CalendarDate): string {
  if (before === undefined) return "";
  const text = answerText(key, before.value);
  const since = fullDate(before.date);
  return before.date > date ? ` for ${fullDate(date)} (since ${since} it is ${text})` : ` (was ${text}, of ${since})`;
}

function savedLine([key, value]: readonly [AnswerKey, unknown], current: Current, date: CalendarDate): string {
  const was = beside(key, current.get(nameOf(key).camel ?? key), date);
  return value === undefined
    ? `Taken out: ${labelOf(key)}${was}`
    : `Saved: ${labelOf(key)} ${answerText(key, value)}${was}`;
}

const jsonOf = (changes: readonly AthleteChange[], warnings: readonly string[]): string =>
  jsonText({ saved: changes, warnings });

/** `athlete set NAME=VALUE ...`: saves numbers with the day from which they hold. */
export const athleteSet: Run<typeof athleteSetSpec> = async ({ system, args: [words], flags, isJson }) => {
  const settings = await resolveSettings(system, {});
  const { date, understood } = dayOf(flags.date, settings.today);
  const { settings: directory } = placesOf(system);
  const current = currentOf(await readChanges(directory));
  const changes: Changes = readChangesTyped(words, settings.today);
  const warnings = checkChanges(draftOf(current), changes, settings.today);
  const added = [...changes].map((change) => toFile(change, date));
  await addChanges(directory, added, system);
  if (isJson) {
    system.out(jsonOf(added, warnings));
    return 0;
  }
  const page = await pageFor(system, settings);
  const since = understood === undefined ? [] : [`The day from which they hold: ${understood}.`];
  const lines = [...changes].flatMap((change) => wrap(savedLine(change, current, date), page.width));
  const odd = warnings.flatMap((warning) => wrap(`! ${warning}`, page.width).map(page.paint.warn));
  system.out(`${[...since, ...lines, ...odd].join("\n")}\n`);
  return 0;
};
