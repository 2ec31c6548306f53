import { dateNamed } from "../athlete/parse-days.ts";
import { answerText } from "../athlete/parse-one.ts";
import { shortDay } from "../base/date-words.ts";
import type { Outlook } from "../plan/outlook.ts";
import { readinessWord } from "../report/readiness.ts";
import { timeWords } from "../base/time-words.ts";
import { checkDraft, completed } from "./check-draft.ts";
import type { Draft } from "./draft.ts";
import type { PlanSoFar } from "./prompter.ts";
import type { WizardPorts } from "./state.ts";
import { hoursShown } from "./time-questions.ts";

/** What the event is called in "12 weeks to your century". */
export const eventName = (draft: Draft): string => {
  const type = answerText("eventType", draft.eventType).replaceAll("_", " ");
  return type === "" || type === "other" ? "event" : type;
};

function timeText(draft: Draft, { today }: Pick<WizardPorts, "today">): string | undefined {
  const { timeline } = checkDraft(draft, today);
  if (timeline === undefined || (draft.weeks === undefined && draft.eventDate === undefined)) return undefined;
  const day = draft.hasEvent === true ? dateNamed(draft.eventDate) : undefined;
  return day === undefined
    ? `${timeline.weeks} weeks from ${shortDay(timeline.start)}`
    : `${timeline.weeks} weeks to your ${eventName(draft)}, ${shortDay(day)}`;
}

/** `98 h · longest ride grows to 4 h 20 for about 6 h · on track`. */
function outlookText(outlook: Outlook | undefined): string[] {
  if (outlook?.kind !== "plan") return [];
  const { seconds, longestMinutes, eventHours, readiness } = outlook;
  const word = readinessWord(readiness);
  const goal = eventHours === undefined ? "" : ` for about ${timeWords(eventHours * 60)}`;
  return [
    [
      `${timeWords(Math.round(seconds / 3600) * 60)} in all`,
      `longest ride ${timeWords(longestMinutes)}${goal}`,
      ...(word === undefined ? [] : [word]),
    ].join(" · "),
  ];
}

/** What the answers amount to: at once what they say themselves, and later what a plan of them would be. */
export function planSoFar(draft: Draft, ports: WizardPorts): PlanSoFar | undefined {
  const time = timeText(draft, ports);
  if (time === undefined) return undefined;
  const hours = draft.hours === undefined ? [] : [`${hoursShown(draft)} h a week`];
  const isForeseen = draft.hours !== undefined && ports.foresee !== undefined;
  return {
    now: [[time, ...hours].join(" · ")],
    later: isForeseen ? ports.foresee(completed(draft)).then(outlookText) : undefined,
  };
}
