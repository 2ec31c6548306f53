import { healthSignsIn, type HealthSign } from "../athlete/health-words.ts";
import { comebackText, readComeback, readHealth } from "../athlete/parse-health.ts";
import { plainText, quantityOf } from "../athlete/parse-number.ts";
import { inCamel } from "../athlete/parse-object.ts";
import { read, unreadable, type Reading } from "../athlete/parse-reading.ts";
import { COMEBACK_REASONS, type Comeback, type HealthAnswers } from "../athlete/schema.ts";
import type { Draft } from "./draft.ts";
import { TEXT, type Question } from "./question.ts";

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

const AN_EARLY_DAY = "2026-01-01";
const goalSays = (draft: Draft, kinds: readonly HealthSign["kind"][]): boolean =>
  typeof draft.goal === "string" &&
  // The day decides what is so long ago that nobody asks; an early one asks too often, never too seldom.
  healthSignsIn(draft.goal, AN_EARLY_DAY).some(({ kind }) => kinds.includes(kind));

const THREE = ["active", "disease", "symptoms"] as const;
const YES_NO: Readonly<Record<string, boolean>> = { y: true, yes: true, n: false, no: false };
const letter = (answer: boolean | undefined): string => (answer === true ? "y" : "n");

/** True where the fourth question was answered with yes, or what followed it was. */
function wasOff(draft: Draft): boolean | undefined {
  const { pregnant } = healthOf(draft);
  return comebackOf(draft) !== undefined || pregnant === true ? true : pregnant === undefined ? undefined : false;
}

function textOfHealth(draft: Draft): string {
  const health = healthOf(draft);
  if (THREE.some((name) => health[name] === undefined)) return "";
  const fourth = wasOff(draft);
  return `${THREE.map((name) => letter(health[name])).join("")}${fourth === undefined ? "" : letter(fourth)}`;
}

function readFour(text: string, draft: Draft): Reading<Draft> {
  const plain = plainText(text).replace(/[,;]/g, " ").trim();
  const words = /^[yn]{4}$/.test(plain) ? Array.from(plain) : plain.split(/\s+/);
  const [active, disease, symptoms, off, ...rest] = words.map((word) => YES_NO[word]);
  if (active === undefined || disease === undefined || symptoms === undefined || off === undefined || rest.length > 0)
    return unreadable("expected yes or no four times, such as: y n n n");
  const before = healthOf(draft);
  // What follows a yes is asked anew; what was said beside these stays.
  const health: HealthAnswers = {
    heart_disease: before.disease === disease || before.disease === undefined ? before.heart_disease : undefined,
    beta_blockers: before.beta_blockers,
    active,
    disease,
    symptoms,
    pregnant: off ? undefined : false,
  };
  return read({ health: inCamel(health), comeback: undefined });
}

/** The four questions that every rider is asked. */
export const health: Question = {
  id: "health",
  step: "profile",
  keys: ["health"],
  label: "Health",
  message: "Yes or no to 1 to 4, such as: y n n n",
  explain: [
    "Four questions about your health. The answers stay on this computer.",
    "  1 In the last 3 months, were you active for 30 minutes, 3 times a week?",
    "  2 Do you have a disease of the heart, the kidneys, or one such as diabetes?",
    "  3 Do you feel any of these now? Pain or pressure in the chest; faint or dizzy; your heart races at rest; short of breath when you do not work hard.",
    "  4 Are you pregnant, or were you off the bike for weeks? After a birth, surgery, an injury, or when you were ill.",
  ],
  form: TEXT,
  isAsked: () => true,
  textOf: textOfHealth,
  read: (text, _today, draft) => readFour(text, draft),
  reply: (draft) =>
    healthOf(draft).active === false
      ? "Then the first 4 weeks stay easy: nothing hard, no test. Please see a doctor before you start."
      : undefined,
};

/** Asked of riders with a disease, and where the goal's words speak of the heart. */
export const heart: Question = {
  id: "heart",
  step: "profile",
  keys: ["health"],
  label: "Heart",
  message: "Is it your heart, now or before?",
  explain: ["A heart attack, a stent, a weak heart, or one that beats out of step. A stroke counts, too."],
  form: {
    kind: "choice",
    choices: [
      { value: "yes", name: "Yes" },
      { value: "drugs", name: "Yes, and I take a drug that slows it (a beta blocker)" },
      { value: "no", name: "No" },
    ],
  },
  isAsked: (draft) => textOfHealth(draft) !== "" && (healthOf(draft).disease === true || goalSays(draft, ["heart"])),
  textOf: (draft) => {
    const { heart_disease: ill, beta_blockers: drugs } = healthOf(draft);
    return ill === undefined ? "" : ill ? (drugs === true ? "drugs" : "yes") : "no";
  },
  read: (text, _today, draft) =>
    read({
      health: inCamel({
        ...healthOf(draft),
        heart_disease: text !== "no",
        beta_blockers: text === "drugs" ? true : undefined,
      }),
    }),
  reply: (draft) =>
    healthOf(draft).heart_disease === true
      ? "Then no ride goes above 75 % of FTP, and there is no test, to the last day. Please talk to your doctor before you start. If they name a limit, that one counts: look under More detail."
      : healthOf(draft).disease === true
        ? "Then the first 4 weeks stay easy: nothing hard, no test. Please see a doctor before you start."
        : undefined,
};

const OFF_EXPECTED =
  "expected what it was and your weeks off, such as injury 6 or surgery 8 cleared; or pregnant, or none";

/** `surgery 8 cleared`, in any order. */
function readOff(text: string, draft: Draft): Reading<Draft> {
  const words = plainText(text).replace(/[,;:]/g, " ").split(/\s+/);
  const health = healthOf(draft);
  if (words.includes("pregnant")) return read({ health: inCamel({ ...health, pregnant: true }), comeback: undefined });
  const well = inCamel({ ...health, pregnant: false });
  if (words.length === 1 && words[0] === "none")
    return read({ health: well, comeback: { weeksOff: 0, reason: "break" } });
  const reason = COMEBACK_REASONS.find((one) => words.includes(one));
  const weeks = words.map((word) => quantityOf(word)?.amount).find((amount) => amount !== undefined);
  if (reason === undefined || weeks === undefined) return unreadable(OFF_EXPECTED);
  const cleared = words.includes("cleared") && !words.includes("not");
  const reading = readComeback({ weeksOff: weeks, reason, cleared });
  return reading.kind === "unreadable"
    ? unreadable(OFF_EXPECTED)
    : read({ health: well, comeback: inCamel(reading.value) });
}

/** Asked after a yes to the fourth question, and where the goal's words speak of such a thing. */
export const timeOff: Question = {
  id: "timeOff",
  step: "profile",
  keys: ["comeback"],
  label: "Time off",
  message: "What was it, and how many weeks were you off?",
  explain: [
    "Type one of these with your weeks off: injury 6. After surgery, a birth, or two weeks ill, a doctor must say yes first. If they did, add cleared: surgery 8 cleared. Or type pregnant, or none.",
  ],
  form: TEXT,
  isAsked: (draft) =>
    textOfHealth(draft) !== "" &&
    (wasOff(draft) !== false || goalSays(draft, ["birth", "surgery", "injury", "illness"])),
  textOf: (draft) => {
    if (healthOf(draft).pregnant === true) return "pregnant";
    const comeback = comebackOf(draft);
    if (comeback === undefined) return "";
    return comeback.weeks_off === 0 && comeback.reason === "break"
      ? "none"
      : comebackText(comeback)
          .replace(/^([^:]+):([^:]+)/, "$2 $1")
          .replace(":", " ");
  },
  read: (text, _today, draft) => readOff(text, draft),
  reply: (draft) =>
    (comebackOf(draft)?.weeks_off ?? 0) > 0
      ? "Then your first week has three short rides at most, and the plan grows from there. The first 6 weeks hold nothing above 90 % of FTP."
      : undefined,
};

/** The health answers as the review shows them. */
export function healthText(draft: Draft): string {
  if (textOfHealth(draft) === "") return "not given";
  const { active, disease, heart_disease: heartIsIll } = healthOf(draft);
  if (heartIsIll === true) return "at most 75 % of FTP, no test; see a doctor first";
  return active === false || disease === true
    ? "careful start: 4 easy weeks; see a doctor first"
    : "active, no disease, no symptoms";
}
