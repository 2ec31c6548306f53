import { numberReader, plainText } from "./parse-number.ts";
import { isRecord, quoted, read, unreadable, type Reader, type Reading } from "./parse-reading.ts";
import { readYesNo, wordReader } from "./parse-values.ts";
import { MOST_WEEKS_OFF } from "./safety-limits.ts";
import { COMEBACK_REASONS, type Comeback, type HealthAnswers } from "./schema.ts";

/** Names of an answer's parts in both request forms, and the part each is. */
type Names<K extends string> = Readonly<Record<string, K>>;

/** The parts of an object, by their own name in either spelling; what is none of them is refused. */
function partsOf<K extends string>(
  value: unknown,
  names: Names<K>,
  expected: string,
): Reading<Partial<Record<K, unknown>>> {
  if (!isRecord(value)) return unreadable(expected);
  const parts: Partial<Record<K, unknown>> = {};
  for (const [name, given] of Object.entries(value)) {
    const part = Object.hasOwn(names, name) ? names[name] : undefined;
    if (part === undefined) return unreadable(`${expected}; ${quoted(name)} is none of them`);
    if (given !== null && given !== undefined) parts[part] = given;
  }
  return read(parts);
}

const HEALTH: Names<keyof HealthAnswers> = {
  active: "active",
  disease: "disease",
  symptoms: "symptoms",
  heartDisease: "heart_disease",
  heart_disease: "heart_disease",
  pregnant: "pregnant",
  betaBlockers: "beta_blockers",
  beta_blockers: "beta_blockers",
  lowEnergy: "low_energy",
  low_energy: "low_energy",
};
const HEALTH_EXPECTED =
  "expected an object of active, disease and symptoms, heartDisease, pregnant, betaBlockers and lowEnergy, each true or false";

/** The words of `--health`, each with "no-" before it for no. */
const HEALTH_TYPED: Names<keyof HealthAnswers> = {
  active: "active",
  disease: "disease",
  symptoms: "symptoms",
  heart: "heart_disease",
  pregnant: "pregnant",
  "beta-blockers": "beta_blockers",
  "low-energy": "low_energy",
};

/** `no-heart,active` as parts; undefined for a word that is none of these. */
function healthTyped(text: string): Readonly<Record<string, boolean>> | undefined {
  const health: Record<string, boolean> = {};
  for (const word of plainText(text)
    .split(/[\s,;]+/)
    .filter((part) => part !== "")) {
    const isNo = word.startsWith("no-");
    const key = isNo ? word.slice(3) : word;
    const part = Object.hasOwn(HEALTH_TYPED, key) ? HEALTH_TYPED[key] : undefined;
    if (part === undefined) return undefined;
    health[part] = !isNo;
  }
  return health;
}

const TYPED_EXPECTED = `expected words of ${Object.keys(HEALTH_TYPED).join(", ")}, each with no- before it for no, such as no-heart,no-symptoms`;

/** `{ active, disease, symptoms, heartDisease, pregnant, betaBlockers, lowEnergy }`, each yes or no, or `no-heart,active`. */
export const readHealth: Reader<HealthAnswers> = (value) => {
  if (typeof value === "string") {
    const typed = healthTyped(value);
    return typed === undefined ? unreadable(TYPED_EXPECTED) : readHealth(typed);
  }
  const parts = partsOf(value, HEALTH, HEALTH_EXPECTED);
  if (parts.kind === "unreadable") return parts;
  const health: HealthAnswers = {};
  for (const key of Object.values(HEALTH)) {
    if (!(key in parts.value)) continue;
    const reading = readYesNo(parts.value[key]);
    if (reading.kind === "unreadable") return unreadable(`${HEALTH_EXPECTED}; ${key} is ${quoted(parts.value[key])}`);
    health[key] = reading.value;
  }
  return read(health);
};

const COMEBACK: Names<keyof Comeback> = {
  weeksOff: "weeks_off",
  weeks_off: "weeks_off",
  reason: "reason",
  cleared: "cleared",
};
const COMEBACK_EXPECTED = "expected weeks off, a reason, and whether a doctor cleared you, such as 6:surgery:cleared";
const readWeeksOff = numberReader({
  low: 0,
  high: MOST_WEEKS_OFF,
  unit: "weeks off",
  units: { w: 1, weeks: 1, week: 1 },
});
const readReason = wordReader(COMEBACK_REASONS, "a reason");
const CLEARED: Readonly<Record<string, boolean>> = { cleared: true, "not cleared": false, uncleared: false };

/** `6:injury` and `6:surgery:cleared` as parts. */
function comebackTyped(text: string): unknown {
  const [weeksOff, reason, cleared, ...rest] = text.split(":").map((part) => plainText(part));
  const isCleared = cleared === undefined ? undefined : CLEARED[cleared];
  if (rest.length > 0 || (cleared !== undefined && isCleared === undefined)) return undefined;
  return { weeksOff, reason, cleared: isCleared };
}

/** `{ weeksOff, reason, cleared }`, or `6:injury:cleared`. */
export const readComeback: Reader<Comeback> = (value) => {
  const parts = partsOf(typeof value === "string" ? comebackTyped(value) : value, COMEBACK, COMEBACK_EXPECTED);
  if (parts.kind === "unreadable") return parts;
  const weeks = readWeeksOff(parts.value.weeks_off);
  if (weeks.kind === "unreadable") return unreadable(`${COMEBACK_EXPECTED}; ${weeks.expected}`);
  const reason = readReason(parts.value.reason);
  if (reason.kind === "unreadable") return unreadable(`${COMEBACK_EXPECTED}; ${reason.expected}`);
  const head = { weeks_off: weeks.value, reason: reason.value };
  if (parts.value.cleared === undefined) return read(head);
  const cleared = readYesNo(parts.value.cleared);
  return cleared.kind === "unreadable"
    ? unreadable(`${COMEBACK_EXPECTED}; cleared is ${quoted(parts.value.cleared)}`)
    : read({ ...head, cleared: cleared.value });
};

/** Health answers as a rider would type them: those that were given. */
export const healthText = (health: HealthAnswers): string =>
  Object.entries(HEALTH_TYPED)
    .flatMap(([word, part]) => (health[part] === undefined ? [] : [`${health[part] ? "" : "no-"}${word}`]))
    .join(",");

/** A comeback as a rider would type it. */
export const comebackText = ({ weeks_off, reason, cleared }: Comeback): string =>
  `${weeks_off}:${reason}${cleared === undefined ? "" : cleared ? ":cleared" : ":not cleared"}`;
