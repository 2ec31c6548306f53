import { timeWords } from "../base/time-words.ts";
import { fullDate } from "../base/date-words.ts";
import { COMEBACK, FROM_NOTHING } from "./safety-limits.ts";
import type { HeldBack, Profile } from "./schema.ts";

/** What of a profile holds its rider back. */
export type Holding = Pick<Profile, "held_back" | "careful_start" | "stale_ftp" | "no_heart_rate" | "effort_length">;

const weeksText = ({ from_week: from, through_week: through }: HeldBack): string =>
  from === through ? `in week ${from}` : from === 1 ? `through week ${through}` : `in weeks ${from} to ${through}`;

function limitText(limit: HeldBack, totalWeeks: number): string {
  const { by, max_power_pct: most, until, from_week: from, through_week: through } = limit;
  const when =
    until !== undefined
      ? `through ${fullDate(until)}`
      : from === 1 && through >= totalWeeks
        ? "through the last day"
        : weeksText(limit);
  const head = `Nothing above ${most} % of FTP and no test ${when}`;
  if (limit.by_feel === true)
    return `Keep your heart rate at ${limit.max_heart_rate ?? 0} or below and ride easily by feel, up to 3 of 10. ${head}: without your heart rate at threshold or your maximum nobody can say which power that heart rate is; say --lthr or --max-hr for more.`;
  if (limit.max_heart_rate !== undefined)
    return `${head}: about what the heart rate of ${limit.max_heart_rate} that you named allows. It is a ceiling: ease off where you reach it below that power.`;
  if (limit.max_feel !== undefined)
    return `${head}: about what the effort of ${limit.max_feel} of 10 that you named is. Where it feels harder, ease off.`;
  if (by === "limit") return `${head}: the limit you named.`;
  return `${head}, by your answers. Talk to your doctor before you start; a limit that they name counts instead (--max-power).`;
}

function effortText(limit: Holding["effort_length"], totalWeeks: number): string[] {
  if (limit === undefined) return [];
  const { max_minutes: most, until, through_week: through } = limit;
  const when =
    until !== undefined
      ? `through ${fullDate(until)}`
      : through >= totalWeeks
        ? "through the last day"
        : `through week ${through}`;
  return [
    `No single effort above easy riding (75 % of FTP) is longer than ${timeWords(most)}, and no test comes, ${when}: the limit you named.`,
  ];
}

function comebackText(steps: readonly HeldBack[], staleFtp: boolean): string[] {
  const last = steps.at(-1);
  if (last === undefined) return [];
  const { rides, minutes } = COMEBACK.firstWeek;
  const caps = steps.map((step) => `${step.max_power_pct} % of FTP ${weeksText(step)}`).join(", ");
  return [
    `You come back after weeks off: at most ${rides} rides of ${timeWords(minutes)} in your first week, nothing above ${caps}, and no test before week ${last.through_week + 1}. Then fitness rises more slowly than usual.`,
    ...(staleFtp
      ? [
          "Your FTP is from before the break: ride the first weeks by feel, and take no gain from it until a test says so.",
        ]
      : []),
  ];
}

/** Riders who ride nothing now. */
function startText(steps: readonly HeldBack[]): string[] {
  const { maxPowerPct: most } = FROM_NOTHING.older;
  const first = steps.filter(({ max_power_pct }) => max_power_pct !== most);
  const caps = first.map((step) => `${step.max_power_pct} % of FTP ${weeksText(step)}`).join(", ");
  return [
    ...(first.length === 0
      ? []
      : [`You ride nothing now, so the first weeks are easy: nothing above ${caps}, and no test in them.`]),
    ...(first.length === steps.length
      ? []
      : [
          `Starting at your age, nothing goes above ${most} % of FTP in this plan, and no test comes: steady riding is what helps now.`,
        ]),
  ];
}

/** What holds a rider back, in sentences, the most lasting first; none for most riders. */
export function heldBackSentences(holding: Holding, totalWeeks: number): string[] {
  const held = holding.held_back ?? [];
  const comeback = held.filter(({ by }) => by === "comeback");
  // Beside a limit that is as low, the first weeks are no news.
  const isHeldFromTheStart = held.some(({ by, from_week }) => by === "careful" && from_week === 1);
  const others = held.filter(({ by }) => by !== "comeback" && by !== "start");
  const start = held.filter(({ by }) => by === "start");
  return [
    ...others.map((limit) => limitText(limit, totalWeeks)),
    ...effortText(holding.effort_length, totalWeeks),
    ...(holding.careful_start === true && !isHeldFromTheStart
      ? [
          "The first 4 weeks stay easy, by your answers: nothing above 75 % of FTP and no test. Please see a doctor before you start.",
        ]
      : []),
    ...comebackText(comeback, holding.stale_ftp === true),
    ...startText(start),
    ...(holding.no_heart_rate === true
      ? ["Ride by feel: heart rates are left out, by your answers, and a test by heart rate would mislead you."]
      : []),
  ];
}

/** The most power of a week in percent of FTP, for the line above a week or a day; undefined where nothing holds it. */
export function mostPowerIn({ held_back, careful_start }: Holding, week: number): number | undefined {
  const limits = (held_back ?? [])
    .filter(({ from_week, through_week }) => from_week <= week && week <= through_week)
    .map(({ max_power_pct }) => max_power_pct);
  const all = careful_start === true && week <= 4 ? [...limits, 75] : limits;
  return all.length === 0 ? undefined : Math.min(...all);
}
