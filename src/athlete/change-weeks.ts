import type { CalendarDate } from "../base/calendar.ts";
import { unread } from "./parse-change-days.ts";
import { quoted } from "./parse-reading.ts";

/*
 * The weeks of the plan itself in the words of a change: "off tue to thu in week 4". To the readers of days such a week is the one
 * that begins on its Monday.
 */

/** "next week 5 hours" and "a week" name no week of the plan. */
const WEEK_OF_PLAN =
  /(?<!\b(?:next|this|last|a|an|one|per|every|each|nächste|diese|letzte) )(?:\b(?:in|on|of|during) )?\b(?:week|woche|semaine|semana|settimana) (\d{1,2})\b(?!-|\s*(?:h|hours?|min|minutes?|days?|rides?|w|watts?|km|percent|%)(?![a-z]))/giu;

/** A line with its weeks of the plan as weeks of the calendar; `mondays`: where each week of the plan begins. Throws INPUT_INVALID. */
export const withPlanWeeks = (line: string, mondays: readonly CalendarDate[]): string =>
  mondays.length === 0
    ? line
    : line.replace(WEEK_OF_PLAN, (whole, number: string) => {
        const monday = mondays[Number(number) - 1];
        if (monday !== undefined) return `in the week of ${monday}`;
        throw unread(`${quoted(whole.trim())} -> the plan has ${mondays.length} weeks`, "Name one of them, or a day.");
      });
