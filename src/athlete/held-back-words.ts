import { timeWords } from "../base/time-words.ts";
import { fullDate } from "../base/date-words.ts";
import { COMEBACK, FROM_NOTHING } from "./safety-limits.ts";
import type { HeldBack, Profile } from "./schema.ts";

/** What of a profile holds its rider back. */
export type Holding = Pick<Profile, "held_back" | "careful_start" | "stale_ftp" | "no_heart_rate" | "effort_length">;

const weeksText = ({ from_week: from, through_week: through }: HeldBack): string =>
  from === through ? `in week ${from}` : from === 1 ? `through week ${through}` : `in weeks ${from} to ${through}`;

const whenText = (limit: HeldBack, totalWeeks: number): string => {
  const { until, from_week: from, through_week: through } = limit;
  if (until !== undefined) return `through ${fullDate(until)}`;
  return from === 1 && through >= totalWeeks ? "through the last day" : weeksText(limit);
};

const keepHeart = ({ max_heart_rate: most = 0 }: HeldBack): string => `Keep your heart rate at ${most} or below`;
const BY_FEEL = "ride easily by feel, up to 3 of 10";

/** A limit that holds nothing down, because another one is as low for as long: what is left of it. */
function besideText(limit: HeldBack): string {
  const { max_power_pct: most, max_heart_rate: heart, max_feel: feel, by_feel: byFeel } = limit;
  if (heart !== undefined)
    return byFeel === true
      ? `${keepHeart(limit)} and ${BY_FEEL}.`
      : `${keepHeart(limit)} as well: by itself it would allow more, and the lower limit counts.`;
  const named = feel === undefined ? `${most} % of FTP` : `${feel} of 10`;
  return `The limit of ${named} that you named is no lower than this one: the lower counts.`;
}

function limitText(limit: HeldBack, totalWeeks: number, isMute: boolean): string {
  const { by, max_power_pct: most } = limit;
  const head = `Nothing above ${most} % of FTP and no test ${whenText(limit, totalWeeks)}`;
  if (limit.by_feel === true)
    return `${keepHeart(limit)} and ${BY_FEEL}. ${head}${isMute ? ": the heart rate you named is a ceiling, and no aim." : ": without your heart rate at threshold or your maximum nobody can say which power that heart rate is; with --lthr or --max-hr the plan can say it."}`;
  if (limit.max_heart_rate !== undefined)
    return `${head}: about what the heart rate of ${limit.max_heart_rate} that you named allows. It is a ceiling: ease off where you reach it below that power.`;
  if (limit.max_feel !== undefined)
    return `${head}: about what the effort of ${limit.max_feel} of 10 that you named is. Where it feels harder, ease off.`;
  if (by === "limit") return `${head}: the limit you named.`;
  return `${head}, by your answers. Talk to your doctor before you start; where they name a lower limit, it counts (--max-power, --max-heart-rate).`;
}

/** True where another limit is as low, for as long. */
const isBeside = (limit: HeldBack, others: readonly HeldBack[]): boolean =>
  limit.by === "limit" &&
  others.some(
    (other) =>
      other.by === "careful" &&
      other.max_power_pct <= limit.max_power_pct &&
      other.from_week <= limit.from_week &&
      limit.through_week <= other.through_week,
  );

/** What a rider is told whose heart a drug slows. */
const muteText = (held: readonly HeldBack[]): string =>
  held.some(({ max_heart_rate: most }) => most !== undefined)
    ? "Ride by feel: the heart rate of your limit is a ceiling, and no other heart rate tells you how hard to ride. A test by heart rate would mislead you."
    : "Ride by feel: heart rates are left out, by your answers, and a test by heart rate would mislead you.";

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
  // The lower of two limits is said first: what is left of the other stands behind it.
  const lasting = held.filter(({ by }) => by !== "comeback" && by !== "start");
  const others = [
    ...lasting.filter((limit) => !isBeside(limit, lasting)),
    ...lasting.filter((limit) => isBeside(limit, lasting)),
  ];
  const start = held.filter(({ by }) => by === "start");
  return [
    ...others.map((limit) =>
      isBeside(limit, others) ? besideText(limit) : limitText(limit, totalWeeks, holding.no_heart_rate === true),
    ),
    ...effortText(holding.effort_length, totalWeeks),
    ...(holding.careful_start === true && !isHeldFromTheStart
      ? [
          "The first 4 weeks stay easy, by your answers: nothing above 75 % of FTP and no test. Please see a doctor before you start.",
        ]
      : []),
    ...comebackText(comeback, holding.stale_ftp === true),
    ...startText(start),
    ...(holding.no_heart_rate === true ? [muteText(held)] : []),
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

/** The highest heart rate of a week that the rider or their doctor named; undefined where none was. */
export function mostHeartRateIn({ held_back }: Pick<Holding, "held_back">, week: number): number | undefined {
  const named = (held_back ?? []).flatMap(({ from_week, through_week, max_heart_rate: most }) =>
    from_week <= week && week <= through_week && most !== undefined ? [most] : [],
  );
  return named.length === 0 ? undefined : Math.min(...named);
}
