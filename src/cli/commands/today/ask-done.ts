import { minutesOf } from "../../../athlete/parse-number.ts";
import { weekdayOf, type CalendarDate } from "../../../base/calendar.ts";
import { shortDay } from "../../../base/date-words.ts";
import { PlanError } from "../../../base/errors.ts";
import { timeWords } from "../../../base/time-words.ts";
import type { Matched } from "../../../jobs/review/match.ts";
import type { Done } from "../../../plan/change-schema.ts";
import { rememberAsked, wasAsked } from "../../../storage/asked-day.ts";
import { appendDone, changePaths } from "../../../storage/lived-files.ts";
import { clockText } from "../../clock.ts";
import { placesOf } from "../../places.ts";
import { prompterFor } from "../../prompts/prompter-for.ts";
import type { Settings } from "../../settings.ts";
import type { System } from "../../system.ts";

/** Who is asked, about which plan. */
export interface Asking {
  readonly system: System;
  readonly settings: Settings;
  /** The plan file. */
  readonly path: string;
  /** How the plan is named in a command; "" for the current one. */
  readonly planFlag: string;
}

const MOST_MINUTES = 1440;

/** What an answer says; undefined where it says nothing that can be read. */
function readAnswer(typed: string): { readonly isDone: boolean; readonly minutes?: number } | undefined {
  const text = typed.trim().toLowerCase();
  if (["y", "yes"].includes(text)) return { isDone: true };
  if (["n", "no"].includes(text)) return { isDone: false };
  const minutes = minutesOf(text, "minutes");
  return minutes === undefined || minutes <= 0 || minutes > MOST_MINUTES ? undefined : { isDone: true, minutes };
}

const check = (text: string): true | string =>
  text.trim() === "" || readAnswer(text) !== undefined || "Type y, n or minutes; Enter alone asks another day.";

/** True where a question may be asked now: in a terminal, once a day. It counts as asked from here on. */
export async function mayAskToday({ system, settings, path }: Asking): Promise<boolean> {
  if (!system.isTerminal.input || !system.isTerminal.chatter || !system.isTerminal.output) return false;
  const { state } = placesOf(system);
  try {
    if (await wasAsked(state, path, settings.today)) return false;
    await rememberAsked(state, path, settings.today);
    return true;
  } catch (error) {
    // Where nothing can be remembered the rider would be asked again and again.
    if (error instanceof PlanError) return false;
    throw error;
  }
}

/** One line of text; undefined where the rider leaves it. */
export async function askLine(
  { system, settings }: Asking,
  message: string,
  isFine: typeof check,
): Promise<string | undefined> {
  const prompter = await prompterFor(system, settings);
  try {
    const answer = await prompter.ask({ kind: "text", message, initial: "", check: isFine });
    return answer === undefined || answer.trim() === "" ? undefined : answer.trim();
  } finally {
    prompter.close();
  }
}

const lost = (date: CalendarDate, flag: string): string =>
  `What the week can do about it: cycling-plan change missed ${weekdayOf(date).slice(0, 3).toLowerCase()}${flag}`;

/** Asks whether the last ride was ridden and notes the answer beside the plan; the plan stays as it is. */
export async function askDone(asking: Asking, { session }: Matched): Promise<void> {
  const { system, settings, path, planFlag } = asking;
  system.err(`${shortDay(session.date)}, ${session.name}, ${timeWords(session.duration_min)}: done?\n`);
  const typed = await askLine(asking, "y yes · minutes, such as 60 · n no · Enter later", check);
  const answer = typed === undefined ? undefined : readAnswer(typed);
  if (answer === undefined) return;
  const said: Done = {
    day: session.date,
    status: answer.isDone ? "done" : "not_ridden",
    ...(answer.minutes === undefined ? {} : { minutes: answer.minutes }),
    at: clockText(system, settings),
  };
  await appendDone(changePaths(path).done, said);
  system.err(
    answer.isDone
      ? `Noted: done${answer.minutes === undefined ? "" : `, ${timeWords(answer.minutes)}`}.\n\n`
      : `Noted: not ridden. Nothing in your plan has changed.\n${lost(session.date, planFlag)}\n\n`,
  );
}
