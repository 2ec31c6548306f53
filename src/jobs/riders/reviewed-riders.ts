import { addDays, type CalendarDate } from "../../base/calendar.ts";
import { fullDate } from "../../base/date-words.ts";
import { roundTo } from "../../base/numbers.ts";
import { timeWords } from "../../base/time-words.ts";
import type { Step } from "../../plan/change-schema.ts";
import type { ReviewedRow } from "../../report/riders.ts";
import { changePaths, readSteps } from "../../storage/lived-files.ts";
import { kindOfPath } from "../../storage/plan-folder.ts";
import { riderFolders } from "../../storage/rider-folders.ts";
import { standing } from "../../plan/standing-steps.ts";
import { requestBeside } from "../change/request-beside.ts";
import { knownRides } from "../review/known-rides.ts";
import { riddenOf } from "../review/noted.ts";
import { reviewOf, sumsOf, type Review } from "../review/review.ts";
import { planStanding } from "../plans/plan-standing.ts";
import { readRiderPlan, troubleWords, type Rider, type RiderPlan } from "./rider-plan.ts";

/** The last full week of a rider, for programs and for a line. */
export interface ReviewedRider {
  readonly json: object;
  readonly row: ReviewedRow;
}

/** So many key sessions missed in a week are worth a look; one is a day. */
const KEYS_MISSED = 2;
/** An illness within so many days is worth a look. Days. */
const ILL_WITHIN = 7;

/** What is known of the last full week of a plan; undefined where none is over. */
interface LastWeek {
  readonly week: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly plannedMinutes: number;
  /** Undefined where nothing is known of any of its rides. */
  readonly minutes: number | undefined;
  readonly missed: number;
  readonly keysMissed: number;
  readonly notKnown: number;
}

function lastWeekOf({ weeks, from, to, sessions, extra, today }: Review): LastWeek | undefined {
  const [week] = weeks;
  if (week === undefined || to > today) return undefined;
  const count = (...kinds: readonly string[]): number => sessions.filter(({ status }) => kinds.includes(status)).length;
  const { plannedMinutes, minutes } = sumsOf(sessions, extra);
  const notKnown = count("not_known");
  const isSilent = extra.length === 0 && notKnown > 0 && notKnown === sessions.length - count("ahead");
  return {
    week: week.week_number,
    from,
    to,
    plannedMinutes,
    minutes: isSilent ? undefined : minutes,
    missed: count("missed"),
    keysMissed: sessions.filter(({ session, status }) => session.role === "key" && status === "missed").length,
    notKnown,
  };
}

/** True where the plan file is not what this program wrote last. A change that a killed run left half written is none of it. */
async function isEdited(found: RiderPlan, steps: readonly Step[], batchHash: string | undefined): Promise<boolean> {
  const { path, plan, isScheduled, hash } = found;
  if ((await kindOfPath(changePaths(path).pending)) !== "nothing") return false;
  const asWritten = async (): Promise<string | undefined> =>
    (await requestBeside(path, plan.training_plan))?.plan_hash ?? batchHash;
  // Other dates are another text than the plan that was written.
  const written = steps.at(-1)?.after ?? (isScheduled ? undefined : await asWritten());
  return written !== undefined && written !== hash;
}

/** True where the rider was ill within a week, is, or said that they will be; what they took back does not count. */
function isIll({ plan }: RiderPlan, steps: readonly Step[], today: CalendarDate): boolean {
  const since = addDays(today, -ILL_WITHIN);
  const lived = plan.training_plan.plan_metadata.lived ?? [];
  const said = standing(steps).flatMap(({ intents }) => intents);
  return (
    lived.some(({ date, kind }) => kind === "ill" && date >= since) ||
    said.some((intent) => intent.kind === "sick" && intent.to >= since)
  );
}

interface Known {
  readonly steps: readonly Step[];
  readonly last: LastWeek | undefined;
  readonly today: CalendarDate;
}

function reasonsOf(found: RiderPlan, { steps, last, today }: Known): string[] {
  const { plan_metadata: meta } = found.plan.training_plan;
  const isOver = today > meta.end_date;
  return [
    ...(isIll(found, steps, today) ? ["ill"] : []),
    ...(last !== undefined && last.keysMissed >= KEYS_MISSED ? [`${last.keysMissed} key sessions missed`] : []),
    ...(isOver ? [`the plan ended ${fullDate(meta.end_date)}`] : []),
    ...(!isOver && found.readiness?.state === "red" ? ["not yet ready for the event"] : []),
  ];
}

interface Looked {
  readonly last: LastWeek | undefined;
  readonly reasons: readonly string[];
}

async function look({ found, batchHash, folder, troubles }: Rider, today: CalendarDate): Promise<Looked> {
  if (found === undefined) return { last: undefined, reasons: troubles };
  try {
    const { noted, done } = await knownRides(found.path);
    const review = reviewOf(found.plan.training_plan, { kind: "week" }, { rides: noted.map(riddenOf), done, today });
    const last = review === undefined ? undefined : lastWeekOf(review);
    const steps = await readSteps(changePaths(found.path).changes);
    const edited = (await isEdited(found, steps, batchHash)) ? ["the plan was edited by hand"] : [];
    return { last, reasons: [...troubles, ...reasonsOf(found, { steps, last, today }), ...edited] };
  } catch (error) {
    return { last: undefined, reasons: [...troubles, troubleWords(error, folder)] };
  }
}

const lastJson = (last: LastWeek): object => ({
  week: last.week,
  from: last.from,
  to: last.to,
  planned_minutes: roundTo(last.plannedMinutes, 1),
  ridden_minutes: last.minutes === undefined ? null : roundTo(last.minutes, 1),
  missed: last.missed,
  key_sessions_missed: last.keysMissed,
  not_known: last.notKnown,
});

function rowOf({ name, found }: Rider, { last, reasons }: Looked, today: CalendarDate): ReviewedRow {
  const total = found?.plan.training_plan.plan_metadata.total_weeks ?? 0;
  const stands = found === undefined ? "" : planStanding(found.plan, today).words;
  const ridden = last?.minutes === undefined ? "?" : timeWords(last.minutes);
  return {
    rider: name,
    week: last === undefined ? stands : `${last.week} of ${total}`,
    ridden: last === undefined ? "" : `${ridden} of ${timeWords(last.plannedMinutes)}`,
    missed: last === undefined ? "" : String(last.missed),
    notKnown: last === undefined ? "" : String(last.notKnown),
    reasons,
  };
}

/** The last full week of all riders in a folder, those who need a look first: each is read by itself, and only its row is kept. */
export async function reviewedRiders(root: string, today: CalendarDate): Promise<ReviewedRider[]> {
  const riders: ReviewedRider[] = [];
  for await (const folder of riderFolders(root)) {
    const rider = await readRiderPlan(folder, today);
    const looked = await look(rider, today);
    const { found, name } = rider;
    const json = {
      rider: name,
      folder: folder.below,
      plan_id: found?.planId ?? null,
      plan_file: found?.file ?? null,
      stands: found === undefined ? null : planStanding(found.plan, today).words,
      last_week: looked.last === undefined ? null : lastJson(looked.last),
      needs_a_look: looked.reasons.length > 0,
      reasons: looked.reasons,
    };
    riders.push({ json, row: rowOf(rider, looked, today) });
  }
  const collator = new Intl.Collator("en", { numeric: true });
  const rank = ({ row }: ReviewedRider): number => (row.reasons.length > 0 ? 0 : 1);
  return riders.sort((a, b) => rank(a) - rank(b) || collator.compare(a.row.rider, b.row.rider));
}
