import { healthSignsIn, type HealthSign } from "../athlete/health-words.ts";
import { painIn } from "../athlete/pain.ts";
import { readComeback, readHealth } from "../athlete/parse-health.ts";
import { plainText } from "../athlete/parse-number.ts";
import { inCamel } from "../athlete/parse-object.ts";
import { read, unreadable, type Reading } from "../athlete/parse-reading.ts";
import type { Comeback, HealthAnswers } from "../athlete/schema.ts";
import type { Draft } from "./draft.ts";
import type { Choice } from "./prompter.ts";

/** The health answers so far. */
export function healthOf(draft: Draft): HealthAnswers {
  const reading = readHealth(draft.health ?? {});
  return reading.kind === "value" ? reading.value : {};
}

/** The return that the rider told of. */
export function comebackOf(draft: Draft): Comeback | undefined {
  const reading = draft.comeback === undefined ? undefined : readComeback(draft.comeback);
  return reading?.kind === "value" ? reading.value : undefined;
}

/** A return whose weeks are not said yet: they are asked next. */
export const isUnsaid = (comeback: Comeback | undefined): boolean =>
  comeback?.weeks_off === 0 && comeback.reason !== "break";

/** The tick list: each line by its number, as a rider reads it, and what a tick leads to, said at once. */
const TICKS = {
  signs: {
    name: "now or lately: pain or pressure in the chest, fainting, a heart that races or skips, short of breath for no reason",
    care: "With 1 no plan is made: no plan is a safe one then. Stop training and see a doctor first; come back when you are cleared.",
  },
  heart: {
    name: "heart disease, now or before",
    care: "With 2 the plan stays at or under 75 % of FTP and has no test. If your doctor has named a limit, tick 9 as well: the lower of the two counts. Please talk to them before you start.",
  },
  disease: {
    name: "kidney disease, diabetes or another metabolic disease",
    care: "With 3 the first 4 weeks stay easy: nothing hard, no test. Please see a doctor before you start.",
  },
  blockers: {
    name: "beta blockers, or another drug that slows the heart",
    care: "With 4 you ride by feel: your heart rate says little then.",
  },
  pregnant: {
    name: "pregnant",
    care: "With 5 no plan is made here: it needs people who know you. Ask your midwife or doctor which riding is good for you now.",
  },
  birth: {
    name: "gave birth in the last twelve weeks",
    care: "With 6 riding starts six weeks after the birth, once a doctor says yes. How long ago it was is asked next.",
  },
  off: {
    name: "surgery, a fracture, or two weeks of illness or more, lately",
    care: "With 7 you come back in small steps. After surgery or a long illness a doctor must say yes first; that is asked next.",
  },
  energy: {
    name: "missed periods, a stress fracture, an eating disorder, now or before",
    care: "With 8 the plan stays at or under 75 % of FTP and has no test. See a doctor who knows sport; if they name a limit, tick 9 as well: the lower of the two counts.",
  },
  limit: {
    name: "a doctor has set me a limit",
    care: "With 9 the plan keeps that limit to its last day. It only ever holds the plan down, and is asked next.",
  },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly care: string }>>;
type Tick = keyof typeof TICKS;

const ALL: readonly Tick[] = Object.keys(TICKS).filter((name): name is Tick => Object.hasOwn(TICKS, name));
const numberOf = (tick: Tick): string => String(ALL.indexOf(tick) + 1);

export const HEALTH_CHOICES: readonly Choice[] = ALL.map((tick) => ({ value: numberOf(tick), name: TICKS[tick].name }));

const wordsOf = (text: string): string[] =>
  plainText(text)
    .split(/[\s,;]+/)
    .filter((word) => word !== "");
const ticksIn = (text: string): Tick[] => ALL.filter((tick) => wordsOf(text).includes(numberOf(tick)));
const textOf = (ticks: readonly Tick[]): string => ticks.map(numberOf).join(" ");

const AN_EARLY_DAY = "2026-01-01";
/** What the goal's words say of health. */
export const goalSigns = (draft: Draft): readonly HealthSign[] =>
  // The day decides what is so long ago that nobody asks; an early one asks too often, never too seldom.
  typeof draft.goal === "string" ? healthSignsIn(draft.goal, AN_EARLY_DAY) : [];

/** Which line the words of a goal speak of. Nothing that ends the plan is ticked for the rider. */
const OF_SIGN: Readonly<Partial<Record<HealthSign["kind"], Tick>>> = {
  heart: "heart",
  "beta blockers": "blockers",
  birth: "birth",
  surgery: "off",
  illness: "off",
  injury: "off",
};

/** The lines that the goal's words speak of, as ticks. */
export function spokenTicks(draft: Draft): string {
  const told = goalSigns(draft).map(({ kind }) => OF_SIGN[kind]);
  return textOf(ALL.filter((tick) => told.includes(tick)));
}

/** The ticks that the answers so far amount to; undefined where health was not asked. */
export function ticksOf(draft: Draft): string | undefined {
  const health = healthOf(draft);
  if (health.disease === undefined && health.symptoms === undefined) return undefined;
  const comeback = comebackOf(draft);
  const isBirth = comeback?.reason === "birth";
  const isTicked: Readonly<Record<Tick, boolean>> = {
    signs: health.symptoms === true,
    heart: health.heart_disease === true,
    disease: health.disease === true && health.heart_disease !== true,
    blockers: health.beta_blockers === true,
    pregnant: health.pregnant === true,
    birth: isBirth,
    off: comeback !== undefined && !isBirth && (comeback.weeks_off > 0 || isUnsaid(comeback)),
    energy: health.low_energy === true,
    limit: draft.maxPower !== undefined,
  };
  return textOf(ALL.filter((tick) => isTicked[tick]));
}

/** Until the doctor's limit is said, the one that is usual where nobody named any (training science 12.1). */
const OPEN_LIMIT = { maxPowerPct: 75 };

/** A return is asked about where it is ticked; a line of the goal's that is not ticked means that there is none. */
function comebackFor(ticks: readonly Tick[], draft: Draft): unknown {
  const wanted = ticks.includes("birth") ? "birth" : ticks.includes("off") ? "surgery" : undefined;
  if (wanted === undefined) return /[67]/.test(spokenTicks(draft)) ? { weeksOff: 0, reason: "break" } : undefined;
  const before = comebackOf(draft);
  const isSame = before !== undefined && before.weeks_off > 0 && (before.reason === "birth") === (wanted === "birth");
  return isSame ? draft.comeback : { weeksOff: 0, reason: wanted };
}

/** What riders call a line of the list, beside the words that every text is searched for. */
const NAMES: readonly (readonly [tick: Tick, words: RegExp])[] = [
  ["signs", /\b(?:chest|palpitations?|faint\w*|dizz\w+)\b/],
  ["heart", /\b(?:heart|cardiac|stroke|herz)\b(?! rate)/],
  ["disease", /\b(?:kidneys?|renal|diabet\w+|metabolic|thyroid|insulin|niere\w*)\b/],
  ["blockers", /\b(?:beta ?-?blockers?|betablockers?|\w+olol)\b/],
  ["pregnant", /\b(?:pregnan\w+|expecting)\b/],
  ["birth", /\b(?:birth|baby|postpartum|post-partum)\b/],
  ["off", /\b(?:surgery|operation|operated|fractures?|broken|broke|covid|pneumonia)\b/],
  ["energy", /\b(?:periods?|stress fractures?|eating disorder|anorexi\w+|bulimi\w+|red-?s)\b/],
  ["limit", /\blimit(?:s|ed)?\b/],
];
const OF_WORDS: typeof OF_SIGN = { ...OF_SIGN, symptom: "signs", pregnant: "pregnant" };

/** The lines that words speak of: those of an own list, and those of every text of a rider. */
function ticksSaid(words: string): Tick[] {
  const signs = healthSignsIn(words, AN_EARLY_DAY).map(({ kind }) => OF_WORDS[kind]);
  const isNone = /\b(?:no|not|never|without|kein\w*|nie)\b/.test(words);
  const isStress = words.includes("stress fracture");
  const named = NAMES.filter(([, name]) => name.test(words)).map(([tick]) => tick);
  const isSaid = (tick: Tick): boolean => signs.includes(tick) || (!isNone && named.includes(tick));
  return ALL.filter((tick) => isSaid(tick) && !(isStress && tick === "off"));
}

/** Where what the list does not hold is said. */
const PAIN_ELSEWHERE =
  'a pain is no line of this list: go on with Enter, and say it at "Anything else", such as "my knee hurts on climbs"; a limit of your doctor is 9';
const EXPECTED = `expected numbers from 1 to ${ALL.length} or a line in your words ("diabetes"), or nothing where no line fits`;

const PART_OF_BODY =
  /\b(?:knees?|back|hips?|neck|shoulders?|wrists?|ankles?|achilles|legs?|foot|feet|hands?|elbows?|muscles?|pain|hurts?|sore|ache|aches)\b/;

/** `2 9`, "diabetes", or nothing where no line fits. */
function readLines(text: string): Reading<readonly Tick[]> {
  const words = wordsOf(text.replace(/\btype ?[12]\b/gi, ""));
  if (words.length === 0 || /^(?:0|no|none|nothing)$/.test(words.at(-1) ?? "")) return read([]);
  const isNumber = (word: string): boolean => HEALTH_CHOICES.some(({ value }) => value === word);
  const said = words.filter((word) => !isNumber(word)).join(" ");
  const numbers = ALL.filter((tick) => words.includes(numberOf(tick)));
  if (said === "") return read(numbers);
  const named = ticksSaid(said);
  if (named.length > 0) return read(ALL.filter((tick) => named.includes(tick) || numbers.includes(tick)));
  const isPain = painIn(healthSignsIn(said, AN_EARLY_DAY)) !== undefined || PART_OF_BODY.test(said);
  return unreadable(isPain ? PAIN_ELSEWHERE : EXPECTED);
}

/** The answers that a line of ticks amounts to. */
export function readTicks(text: string, draft: Draft): Reading<Draft> {
  const lines = readLines(text);
  if (lines.kind === "unreadable") return lines;
  const ticks = lines.value;
  const has = (tick: Tick): boolean => ticks.includes(tick);
  const health: HealthAnswers = {
    active: healthOf(draft).active,
    disease: has("heart") || has("disease"),
    symptoms: has("signs"),
    heart_disease: has("heart"),
    pregnant: has("pregnant"),
    beta_blockers: has("blockers") ? true : undefined,
    low_energy: has("energy") ? true : undefined,
  };
  return read({
    health: inCamel(health),
    comeback: comebackFor(ticks, draft),
    maxPower: has("limit") ? (draft.maxPower ?? OPEN_LIMIT) : undefined,
  });
}

/** What the ticks of a draft lead to, a sentence each. */
export const careOfTicks = (draft: Draft): string[] => ticksIn(ticksOf(draft) ?? "").map((tick) => TICKS[tick].care);

/** The ticked lines as the review shows them. */
export function healthShown(draft: Draft): string {
  const text = ticksOf(draft);
  if (text === undefined) return "not given";
  // A limit may be the rider's own: who set it is not known, and what it is stands in a line of its own.
  const names = ticksIn(text).map((tick) =>
    tick === "limit" ? "a limit" : TICKS[tick].name.replace(/^now or lately: /, ""),
  );
  return names.length === 0 ? "nothing ticked" : names.join("; ");
}
