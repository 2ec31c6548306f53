import { addDays, daysBetween, weekdayIndex, type CalendarDate } from "../../base/calendar.ts";
import { shortDay } from "../../base/date-words.ts";
import { joinWords } from "../../base/text.ts";
import { eventDayOf } from "../../plan/event-card.ts";
import { eventOn, eventsIn } from "../../plan/event-days.ts";
import { eventName } from "../../plan/event-name.ts";
import type { TrainingPlan, Week } from "../../plan/schema.ts";
import { planView } from "../../rules/view.ts";
import { illDayOn } from "../../plan/illness.ts";
import type { ShownLine } from "../../report/moments.ts";
import { yourEvent } from "../../report/day-screen.ts";
import { firstSentence, formText } from "../../report/today.ts";
import { timeWords } from "../../base/time-words.ts";
import { counted } from "../../report/units.ts";
import type { Matched } from "../review/match.ts";
import { sumsOf } from "../review/review.ts";
import { easyDaysAfter, type EasyDays } from "./easy-days.ts";
import { openTest, type KnownDays } from "./open-test.ts";

/** What is worth a few words on a day, beside its session. */
export interface Moment {
  readonly kind: "before" | "ended" | "after_event" | "ill" | "race_eve" | "test" | "phase" | "week_end";
  readonly lines: readonly ShownLine[];
}

const plain = (text: string): ShownLine => ({ label: "", text });
const SUNDAY = 6;

/** `Until Sun 14 Mar ride as you like: 4 to 5 h a week, nothing above 199 W.` */
function easyText({ until, low, high, watts }: EasyDays): string {
  const hours = low === high ? `${high} h` : `${low} to ${high} h`;
  const most = watts === undefined ? "easy enough to talk" : `nothing above ${watts} W`;
  return `Until ${shortDay(until)} ride as you like: ${hours} a week, ${most}.`;
}

function afterEvent(plan: TrainingPlan, today: CalendarDate): Moment[] {
  const easy = easyDaysAfter(plan);
  if (easy === undefined || today <= easy.on || today > easy.until) return [];
  const days = daysBetween(easy.on, today);
  // Once the plan is over its own line says how long ago that was.
  const said = days > 1 && today > plan.plan_metadata.end_date && easy.on === plan.plan_metadata.end_date;
  const ago = days === 1 ? "yesterday" : `${days} days ago`;
  const was = said ? "" : `Your ${eventName(easy.event)} was ${ago}. `;
  return [{ kind: "after_event", lines: [plain(`${was}${easyText(easy)}`)] }];
}

/** A plan that is over: what to do now, and how the next one begins. */
function ended(plan: TrainingPlan): Moment {
  const next = `cycling-plan generate --after ${plan.plan_id}`;
  return {
    kind: "ended",
    lines: [
      { label: "Next", text: next },
      { label: "", text: "It asks what and when; your numbers, days and fitness carry over." },
    ],
  };
}

/** A plan by feel has no target that a bike computer could hold. */
const before = ({ athlete_profile: { train_by: by } }: TrainingPlan): Moment => ({
  kind: "before",
  lines: [
    {
      label: "Soon",
      text: `cycling-plan export ${by === "feel" ? "writes it for your calendar" : "brings it to your bike computer"}`,
    },
  ],
}); // prettier-ignore

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

function raceEve(plan: TrainingPlan, today: CalendarDate): Moment[] {
  const tomorrow = addDays(today, 1);
  const workout = plan.weekly_plan.flatMap(({ workouts }) => workouts).find(
    ({ role, date, priority }) => role === "event" && date === tomorrow && priority !== "C",
  ); // prettier-ignore
  const day = workout && eventDayOf(workout, plan, { ftpWatts: plan.plan_metadata.current_ftp });
  if (workout === undefined || day === undefined) return [];
  const view = planView(plan);
  const index = view.events.find(({ event }) => event.date === tomorrow)?.index;
  const form = index === undefined ? undefined : view.curve[index]?.form;
  const event = eventOn(eventsIn(plan.plan_metadata), tomorrow);
  const named = sentence(event === undefined ? workout.name : yourEvent(event));
  const card = day.card.filter(({ label }) => ["First", "Eat", "Drink"].includes(label));
  return [
    {
      kind: "race_eve",
      lines: [
        {
          label: "Tomorrow",
          text: `${named}. ${day.line}.${formText(form, false)}`,
        },
        ...card.map(({ label, text }) => ({ label, text: firstSentence(text) })),
        { label: "", text: "Not well today? Better not tomorrow then: cycling-plan change" },
      ],
    },
  ];
}

function tested(plan: TrainingPlan, known: KnownDays): Moment[] {
  const test = openTest(plan, known);
  if (test === undefined) return [];
  const day = shortDay(test.session.date);
  const watts = test.best === undefined ? "WATTS" : String(test.best);
  const text = `${day}; take its watts over: cycling-plan change test ${test.kind} ${watts}`;
  return [{ kind: "test", lines: [{ label: "Test", text }] }];
}

function newPhase({ weekly_plan: weeks }: TrainingPlan, today: CalendarDate): Moment[] {
  const at = weeks.findIndex(({ start_date: start }) => start === today);
  const week = weeks[at];
  if (week === undefined || weeks[at - 1]?.phase === week.phase) return [];
  const end = weeks.findIndex(({ phase }, i) => i > at && phase !== week.phase);
  const count = (end < 0 ? weeks.length : end) - at;
  const last = addDays(week.start_date, 7 * count - 1);
  const text = `The ${week.phase} phase begins: ${counted(count, "week")}, to ${shortDay(last)}. ${firstSentence(week.focus)}`;
  return [{ kind: "phase", lines: [plain(text)] }];
}

const isHard = ({ role }: { readonly role?: string | undefined }): boolean => role === "key" || role === "test";

/** What the next week asks for: its event, or its hard days. */
function hardDays({ workouts }: Week, words: string): string {
  const event = workouts.find(({ role }) => role === "event");
  if (event !== undefined) return ` ${words}: ${event.name} on ${shortDay(event.date)}.`;
  const days = workouts.filter(isHard).map(({ date }) => shortDay(date));
  return days.length === 0
    ? ` ${words} has no hard day.`
    : ` ${words}'s hard ${days.length === 1 ? "day is" : "days are"} ${joinWords(days)}.`;
}

const isRidden = ({ status }: Matched): boolean => status === "done" || status === "partly" || status === "moved" || status === "other"; // prettier-ignore

/** On a Sunday without a ride left, and on the Monday after: what the week was. */
function weekEnd({ weekly_plan: weeks }: TrainingPlan, { today, matching }: KnownDays): Moment[] {
  const isMonday = weekdayIndex(today) === 0;
  if (!isMonday && weekdayIndex(today) !== SUNDAY) return [];
  const monday = isMonday ? addDays(today, -7) : addDays(today, -SUNDAY);
  const at = weeks.findIndex(({ start_date: start }) => start === monday);
  const week = weeks[at];
  if (week === undefined) return [];
  const sessions = matching.sessions.filter((one) => one.week === week.week_number);
  // Where nothing at all is known there is nothing to say of the week.
  if (!sessions.some(isRidden) || sessions.some(({ status }) => status === "ahead")) return [];
  const { minutes, plannedMinutes } = sumsOf(sessions, []);
  const open = sessions.filter(({ status }) => status === "not_known").length;
  const unknown = open === 0 ? "" : `, ${open} not known`;
  const done = `${sessions.filter(isRidden).length} of ${sessions.length} rides${unknown}, ${timeWords(minutes)} of ${timeWords(plannedMinutes)}`;
  const next = weeks[at + 1];
  const ahead = next === undefined ? "" : hardDays(next, isMonday ? "This week" : "Next week");
  return [{ kind: "week_end", lines: [plain(`Week ${week.week_number}: ${done}.${ahead}`)] }];
}

/** Ill, or on the way back: what holds today, when riding is right again, and what to say if it is not over. */
function illness({ today, steps = [], planFlag = "" }: KnownDays): Moment[] {
  const ill = illDayOn(steps, today);
  if (ill === undefined) return [];
  const isLast = today === ill.to;
  const still = `cycling-plan change sick ${ill.from}..${isLast ? addDays(today, 1) : today}${planFlag}`;
  const again = `cycling-plan change sick ${today}..${today}${planFlag}`;
  const fever = "no riding before a full day without it; with chest pain, fainting or a racing heart see a doctor";
  if (ill.kind === "back") {
    const share = today <= ill.half ? "half of the usual load" : "three quarters of the usual load";
    const then = today <= ill.half ? `to ${shortDay(ill.half)}, three quarters ` : "";
    const text = `${share} ${then}to ${shortDay(ill.until)}, all easy. Worse again? Stop, and rest.`;
    return [{ kind: "ill", lines: [{ label: "Way back", text }, { label: "Ill again", text: again }] }]; // prettier-ignore
  }
  const told =
    ill.kind === "ill"
      ? `since ${shortDay(ill.from)}; no riding`
      : `to ${shortDay(ill.to)}; the first full day well is for rest, too`;
  return [
    {
      kind: "ill",
      lines: [
        { label: "Ill", text: `${told}. From ${shortDay(addDays(ill.to, 2))} on shorter and easy, if you are well.` },
        { label: "Fever", text: fever },
        ...(ill.kind === "ill" && ill.to > today
          ? []
          : [{ label: isLast ? "Still ill tomorrow" : "Still ill", text: still }]),
      ],
    },
  ];
}

/** What is worth saying on a day, the first thing first. */
export function momentsOf(plan: TrainingPlan, day: KnownDays): Moment[] {
  const { today } = day;
  const { start_date: start, end_date: end } = plan.plan_metadata;
  if (today < start) return [before(plan)];
  const over = today > end ? [ended(plan)] : [];
  return [
    ...illness(day),
    ...tested(plan, day),
    ...afterEvent(plan, today),
    ...raceEve(plan, today),
    ...newPhase(plan, today),
    ...weekEnd(plan, day),
    ...over,
  ];
}
