import { addDays, parseDate, type CalendarDate } from "../../base/calendar.ts";
import { shortDay } from "../../base/date-words.ts";
import { sum } from "../../base/numbers.ts";
import type { ChangedDay, Step } from "../../plan/change-schema.ts";
import { eventName } from "../../plan/event-name.ts";
import { livedDaySchema } from "../../plan/schema.ts";
import type { ChangesList } from "../../report/changes-list.ts";
import { counted } from "../../report/units.ts";
import type { Workout } from "../../workout/schema.ts";
import { livingPlan, type OpenPlan } from "./open-living.ts";
import { stateAt } from "./undo.ts";

const rideIn = (workouts: readonly Workout[]): Workout | undefined => workouts.find(({ type }) => type !== "rest");
const minutesIn = (workouts: readonly Workout[]): number => sum(workouts.map(({ duration_min }) => duration_min));

type Did = "out" | "new" | "shorter" | "longer" | "other";
const didOn = ({ before, after }: ChangedDay): Did => {
  if (rideIn(after.workouts) === undefined) return "out";
  if (rideIn(before.workouts) === undefined) return "new";
  const more = Math.round(minutesIn(after.workouts) - minutesIn(before.workouts));
  return more < 0 ? "shorter" : more > 0 ? "longer" : "other";
};

const words = (count: number, what: string): string[] => (count === 0 ? [] : [`${counted(count, "ride")} ${what}`]);

/** FTP before and after, where a step changed it. */
function ftpWords({ fields }: Step["effect"]): string[] {
  const ftp = fields.find(({ part, field }) => part === "plan_metadata" && field === "current_ftp");
  return ftp === undefined ? [] : [`FTP ${String(ftp.after)} W, was ${String(ftp.before)}`];
}

const LIVED = livedDaySchema.array();

/** Days that a step noted as not ridden: they stand as they were. */
function lostBy({ fields }: Step["effect"]): ReadonlySet<string> {
  const lived = fields.find(({ part, field }) => part === "plan_metadata" && field === "lived");
  const datesOf = (value: unknown): string[] =>
    (LIVED.safeParse(value).data ?? []).flatMap(({ date, kind }) =>
      kind === "missed" || kind === "ill" ? [date] : [],
    );
  const known = new Set(datesOf(lived?.before));
  return new Set(datesOf(lived?.after).filter((date) => !known.has(date)));
}

/** `Thu 14 Jan: Tempo 2 x 36 at 83 %`; `3 rides out, 5 shorter, to Sun 24 Jan`. */
function didWords({ effect, intents }: Step): string {
  if (intents.some(({ kind }) => kind === "edited")) return "the plan file as it was edited by hand";
  const days = effect.days.filter(({ before, after }) => rideIn(before.workouts) ?? rideIn(after.workouts));
  const lost = lostBy(effect);
  const kinds = days.map((day) => ({ date: day.date, did: didOn(day) }));
  const ftp = ftpWords(effect);
  const count = (did: Did): number => kinds.filter((one) => one.did === did).length;
  const [only] = days;
  const ridden = only === undefined ? undefined : rideIn(only.after.workouts);
  if (days.length === 1 && only !== undefined && ftp.length === 0)
    return `${shortDay(only.date)}: ${ridden === undefined ? "rest" : ridden.name}`;
  if (ftp.length > 0 && count("out") + count("shorter") + count("longer") + count("new") === 0)
    return `${ftp.join("")}; no day changed`;
  const out = new Set([...lost, ...kinds.flatMap(({ date, did }) => (did === "out" ? [date] : []))]);
  const parts = [
    ...ftp,
    ...words(out.size, "out"),
    ...words(count("new"), "new"),
    ...words(count("shorter"), "shorter"),
    ...words(count("longer"), "longer"),
    ...words(count("other"), "changed"),
  ];
  const last = days.at(-1)?.date;
  const short = parts.map((part, i) => (i === 0 || parts[0]?.startsWith("FTP") ? part : part.replace(/ rides?/, "")));
  return parts.length === 0
    ? "no day changed"
    : `${short.join(", ")}${last === undefined ? "" : `, to ${shortDay(last)}`}`;
}

/** The day on which a plan was made, and what it was then. */
function madeWords(open: OpenPlan): ChangesList["made"] {
  // What was there before an edit by hand is not known.
  const isKnown = !open.steps.some(({ intents }) => intents.some(({ kind }) => kind === "edited"));
  const { file } = isKnown ? stateAt(livingPlan(open), open.steps, 0) : livingPlan(open);
  const { plan_metadata: metadata, weekly_plan: weeks } = file.training_plan;
  const hours = Math.round(sum(weeks.map(({ planned_hours }) => planned_hours)));
  const { event } = metadata;
  const article = event?.name !== undefined ? "" : /^[aeiou]/.test(event?.type ?? "") ? "an " : "a ";
  const goal = event === undefined ? "" : ` to ${article}${eventName(event)}`;
  const day: CalendarDate | undefined = parseDate(file.ai_metadata.generated_at.slice(0, 10));
  return {
    day: day ?? addDays(metadata.start_date, -1),
    words: `${counted(metadata.total_weeks, "week")}${goal}${isKnown ? `, ${hours} h` : ""}`,
  };
}

/** What was done to a plan, step by step. */
export const changesList = (open: OpenPlan): Omit<ChangesList, "named"> => ({
  planId: open.onDisk.file.training_plan.plan_id,
  rows: open.steps.map((step) => ({ step: step.step, day: step.day, words: step.words, did: didWords(step) })),
  made: madeWords(open),
  isEdited: open.isEdited,
});
