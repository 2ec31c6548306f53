import { healthSignsIn } from "../athlete/health-words.ts";
import { painIn } from "../athlete/pain.ts";
import { answerText, readAnswer } from "../athlete/parse-one.ts";
import { plainText } from "../athlete/parse-number.ts";
import { inCamel } from "../athlete/parse-object.ts";
import { isRecord, read, readAs, unreadable, type Reading } from "../athlete/parse-reading.ts";
import { COMEBACK } from "../athlete/safety-limits.ts";
import type { Comeback } from "../athlete/schema.ts";
import { sum } from "../base/numbers.ts";
import { joinWords } from "../base/text.ts";
import { saidOf, type Draft } from "./draft.ts";
import { careOfTicks, comebackOf, goalSigns, HEALTH_CHOICES, healthOf, healthShown, isUnsaid, readTicks, spokenTicks, ticksOf } from "./health-ticks.ts"; // prettier-ignore
import { SKIP } from "./prompter.ts";
import { TEXT, type Question } from "./question.ts";

/** What the goal's words made of the list. */
function spokenOf(draft: Draft): string | undefined {
  const signs = goalSigns(draft);
  const pain = painIn(signs);
  const words = signs.filter((sign) => sign !== pain).map(({ words: said }) => `"${said}"`);
  if (pain !== undefined && words.length === 0)
    return `Your goal speaks of "${pain.words}": that is no line here. Say it again at "Anything else", and the plan is kind to it.`;
  if (words.length === 0) return undefined;
  const ticked = spokenTicks(draft);
  const done = ticked === "" ? "Tick what is so." : `Ticked for it: ${ticked}. Take it away where it does not fit.`;
  return `Your goal speaks of ${joinWords(words)}. ${done}`;
}

/** One list for every rider. */
export const health: Question = {
  id: "health",
  keys: ["health"],
  label: "Health",
  message: "Does any of this fit you? It sets limits that the plan then keeps.",
  explain: [],
  lead: spokenOf,
  form: { kind: "ticks", choices: HEALTH_CHOICES },
  foot: "Kept in the plan's request on this computer, in no page and no exported file.",
  isAsked: () => true,
  textOf: (draft) => ticksOf(draft) ?? spokenTicks(draft),
  shown: healthShown,
  usual: () => ({ text: "none", shown: "nothing fits" }),
  read: (text, _today, draft) => readTicks(text, draft),
  care: careOfTicks,
};

const isBack = (draft: Draft): boolean => {
  const comeback = comebackOf(draft);
  return comeback !== undefined && (comeback.weeks_off > 0 || isUnsaid(comeback));
};
const isBirth = (draft: Draft): boolean => comebackOf(draft)?.reason === "birth";

const REASONS: readonly { readonly value: Exclude<Comeback["reason"], "birth">; readonly name: string }[] = [
  { value: "surgery", name: "surgery" },
  { value: "injury", name: "a fracture or another injury" },
  { value: "illness", name: "an illness" },
  { value: "break", name: "only a break" },
];

const withReturn = (draft: Draft, change: Partial<Record<"weeksOff" | "reason" | "cleared", unknown>>): Draft => {
  const { weeks_off: weeksOff, reason, cleared } = comebackOf(draft) ?? { weeks_off: 0, reason: "break" };
  return { comeback: { weeksOff, reason, ...(cleared === undefined ? {} : { cleared }), ...change } };
};

const offReason: Question = {
  id: "offReason",
  keys: ["comeback"],
  label: "What it was",
  message: "What kept you off the bike?",
  explain: ["It decides how you come back, and whether a doctor must say yes first."],
  form: { kind: "choice", choices: REASONS },
  isAsked: (draft) => isBack(draft) && !isBirth(draft),
  textOf: (draft) => comebackOf(draft)?.reason ?? "",
  read: (text, _today, draft) => {
    const found = REASONS.find(({ value }) => value === text);
    if (found === undefined) return unreadable("expected one of the list");
    // A break of no weeks is none: until they are said it has as many as usual.
    const isNone = found.value === "break" && (comebackOf(draft)?.weeks_off ?? 0) === 0;
    return read(withReturn(draft, { reason: found.value, ...(isNone ? { weeksOff: COMEBACK.assumedWeeks } : {}) }));
  },
};

function readWeeksOff(text: string, draft: Draft): Reading<Draft> {
  const { reason } = comebackOf(draft) ?? { reason: "break" };
  const reading = readAnswer("comeback", `${plainText(text).replace(/ ?w(?:ee)?ks?$/, "")}:${reason}`, "2026-01-01");
  return reading.kind === "unreadable"
    ? unreadable("expected 0 to 520 weeks, such as 6")
    : read(withReturn(draft, { weeksOff: Number.parseFloat(plainText(text).replace(",", ".")) }));
}

const offWeeks: Question = {
  id: "offWeeks",
  keys: ["comeback"],
  label: "Weeks off",
  message: "How many weeks were you off the bike?",
  explain: ["Your first week has three short rides at most, and the plan grows from there."],
  form: TEXT,
  isAsked: isBack,
  textOf: (draft) => {
    const weeks = comebackOf(draft)?.weeks_off ?? 0;
    return weeks > 0 ? String(weeks) : "";
  },
  usual: () => ({ text: String(COMEBACK.assumedWeeks) }),
  shown: (draft) => `${comebackOf(draft)?.weeks_off ?? 0} weeks`,
  read: (text, _today, draft) => readWeeksOff(text, draft),
};

/** Who needs a doctor's word before training: after a birth, surgery, or two weeks of illness. */
export const needsClearance = (comeback: Comeback | undefined): boolean =>
  comeback !== undefined &&
  comeback.weeks_off > 0 &&
  (comeback.reason === "surgery" ||
    comeback.reason === "birth" ||
    (comeback.reason === "illness" && comeback.weeks_off >= COMEBACK.longIllnessWeeks));

const offCleared: Question = {
  id: "offCleared",
  keys: ["comeback"],
  label: "Cleared",
  message: "Has a doctor said that you may train again?",
  explain: ["Without that word no plan is made."],
  form: {
    kind: "choice",
    choices: [
      { value: "no", name: "not yet" },
      { value: "yes", name: "yes" },
    ],
  },
  isAsked: (draft) => needsClearance(comebackOf(draft)),
  textOf: (draft) => {
    const cleared = comebackOf(draft)?.cleared;
    return cleared === undefined ? "" : cleared ? "yes" : "no";
  },
  read: (text, _today, draft) => read(withReturn(draft, { cleared: text === "yes" })),
};

const UNITS: readonly (readonly [RegExp, string])[] = [
  [/ ?(?:bpm|beats(?: a minute)?)$/, "maxHeartRate"],
  [/ ?(?:of|\/) ?10$/, "maxFeel"],
  [/ ?min(?:utes?)?$/, "maxIntervalMinutes"],
];

/** `80 %`, `130 bpm`, `4 of 10` or `5 min`, with a last day where it has one: read as every other limit is. */
export function limitTyped(text: string): unknown {
  const [first = "", until, ...rest] = plainText(text).split(/ ?: ?| until /);
  const found = UNITS.find(([unit]) => unit.test(first));
  if (found === undefined || rest.length > 0) return text;
  const value = first.replace(found[0], "");
  return { [found[1]]: value, ...(until === undefined ? {} : { until }) };
}

/** How each part of a limit is typed, and how a rider says it. */
const LIMIT_PARTS: readonly (readonly [name: string, typed: (value: string) => string, said: string])[] = [
  ["maxPowerPct", (value) => value, " % of FTP"],
  ["maxHeartRate", (value) => `${value} bpm`, " bpm"],
  ["maxFeel", (value) => `${value} of 10`, " of 10"],
  ["maxIntervalMinutes", (value) => `${value} min`, " min at a stretch"],
];

function limitIn({ maxPower }: Draft, how: "typed" | "said"): string {
  if (!isRecord(maxPower)) return answerText("maxPower", maxPower);
  const given = LIMIT_PARTS.flatMap(([name, typed, said]) => {
    const value = maxPower[name];
    return value === undefined ? [] : [how === "typed" ? typed(saidOf(value)) : `${saidOf(value)}${said}`];
  });
  const parts = how === "typed" ? given.slice(0, 1) : given;
  return `${parts.join(", ")}${maxPower.until === undefined ? "" : ` until ${saidOf(maxPower.until)}`}`;
}

/** Asked where a doctor has set one, and under "anything else". */
export const limit: Question = {
  id: "maxPower",
  keys: ["maxPower"],
  label: "Limit",
  message: "What is the limit?",
  explain: [
    "In percent of FTP (80), a heart rate (130 bpm), how hard it feels (4 of 10) or the longest hard stretch (5 min). With its last day where it has one: 80 until 1 Mar. - for none.",
  ],
  form: TEXT,
  isAsked: ({ maxPower }) => maxPower !== undefined,
  usual: () => ({ text: SKIP, shown: "none" }),
  textOf: (draft) => limitIn(draft, "typed"),
  shown: (draft) => limitIn(draft, "said"),
  read: (text, today, draft) => {
    if (text.trim() === SKIP) return read({ maxPower: undefined });
    if (draft.maxPower !== undefined && text === limitIn(draft, "typed")) return read({ maxPower: draft.maxPower });
    const reading = readAnswer("maxPower", limitTyped(text), today);
    if (reading.kind === "unreadable" && painIn(healthSignsIn(text, today)) !== undefined)
      return unreadable(`${reading.expected}; a pain is said at "Anything else" itself, such as "my knee hurts"`);
    return reading.kind === "unreadable" ? reading : readAs({ maxPower: reading.value }, reading.understood);
  },
};

/** Asked after the list, of whom it concerns. */
export const HEALTH_FOLLOWS: readonly Question[] = [offReason, offWeeks, offCleared, limit];

/** Riding three times half an hour a week (ACSM; training science 7). Hours a week. */
const ACTIVE_HOURS = 1.5;

/** Whether the rider counts as active, where what they ride now or do beside it says so. */
export function withActive(draft: Draft): Draft {
  if (draft.recentHours === undefined || healthOf(draft).disease === undefined) return draft;
  const sports: readonly unknown[] = Array.isArray(draft.otherSport) ? draft.otherSport : [];
  const beside = sum(sports.map((one) => (isRecord(one) && typeof one.minutes === "number" ? one.minutes / 60 : 0)));
  const active = Number(draft.recentHours) + beside >= ACTIVE_HOURS;
  return { ...draft, health: inCamel({ ...healthOf(draft), active }) };
}
