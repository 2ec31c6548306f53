import { addDays, type CalendarDate } from "../base/calendar.ts";
import { PlanError } from "../base/errors.ts";
import { bare } from "./health-clause.ts";
import { healthSignsIn } from "./health-words.ts";

/*
 * A sign of the heart in whatever a rider types comes before everything else that the words may mean (training science 12.1):
 * the ride stops, a doctor decides, and the plan waits. Nothing of the plan is changed by it.
 */

/** A day like any other: signs of the heart are read the same on each. */
const ANY_DAY = "2026-01-01";

/** An answer to "done?" before the words that count: "no, I felt a tightness in my chest" takes nothing back. */
const ANSWERED =
  /^\s*(?:no|nope|not done|yes|y|n|nein|ja|non|oui|si|sì|sí|nee)(?:\s*[,.;:!–-]+\s*|\s+(?=(?:i|i'm|ich|mir|mein|je|j'ai|me|mi|ho|he|ik)\b))/iu;

/** Of a disease of the heart: what happens, not what somebody lives with, such as a stent. */
const HAPPENS =
  /attack|attac|ataque|crise|anfall|aanval|infar|angin|angor|fibril|flimm|arr?h?[iy]t|arrest|stroke|schlaganfall|beroerte|ictus|avc/;

/** The words of a text that speak of a heart that needs a doctor; undefined where there are none, or they are taken back. */
function heartWordsIn(text: string): string | undefined {
  const said = text.replace(ANSWERED, "");
  const sign = healthSignsIn(said, ANY_DAY).find(
    ({ kind, words }) =>
      kind === "symptom" || kind === "past symptom" || (kind === "heart" && HAPPENS.test(bare(words))),
  );
  return sign?.words;
}

const stopText = (words: string): string =>
  `Your words speak of "${words}". Stop riding, and do not ride again until a doctor has said that you may. If it is there now, or comes with breathlessness, sweating or pain in an arm or the jaw, call the emergency number at once: 112 in Europe, 911 in North America. Otherwise call your doctor or cardiologist today.`;

/** Why no plan is made for a rider whose words name a symptom that is there now; undefined where they name none. */
export function noPlanFor(text: string): PlanError | undefined {
  const sign = healthSignsIn(text, ANY_DAY).find(({ kind }) => kind === "symptom");
  if (sign === undefined) return undefined;
  return new PlanError({
    code: "INPUT_INVALID",
    message: `No plan is made while you have symptoms: no plan is a safe one then. ${stopText(sign.words)}`,
    hint: "Come back when a doctor has cleared you. If the words mean something else, use other ones.",
    details: { referral: "Stop training and see a doctor first; come back when you are cleared.", words: sign.words },
  });
}

/** How long a plan is paused at first. Days. */
const PAUSE_DAYS = 14;

/** Why nothing goes on here; undefined for words that say nothing of the kind. `planFlag`: how the plan is named in a command. */
export function heartStop(text: string, today: CalendarDate, planFlag = ""): PlanError | undefined {
  const words = heartWordsIn(text);
  if (words === undefined) return undefined;
  const pause = `cycling-plan change off ${today}..${addDays(today, PAUSE_DAYS - 1)}${planFlag}`;
  return new PlanError({
    code: "INPUT_INVALID",
    message: stopText(words),
    hint: `If the words mean something else, use other ones. Pause the plan for two weeks, and longer if your doctor says so: ${pause}`,
    details: { referral: "A doctor decides when you ride again.", words, pause },
  });
}

/** The same for a place where an answer is asked for again. */
export function heartWarning(text: string): string | undefined {
  const words = heartWordsIn(text);
  return words === undefined ? undefined : stopText(words);
}

/** A drug that slows the heart changes what heart rates mean: that is an answer of the plan, and no change of a day. */
export function blockersAreNoChange(text: string): PlanError | undefined {
  const sign = healthSignsIn(text, ANY_DAY).find(({ kind }) => kind === "beta blockers");
  if (sign === undefined) return undefined;
  return new PlanError({
    code: "INPUT_INVALID",
    message: `Your words speak of "${sign.words}", a beta blocker: it slows the heart, so that no heart rate from before tells you how hard to ride. Until your plan knows it, ride by feel, and ask your doctor how hard you may ride.`,
    hint: "Make the plan again with --health beta-blockers, and whatever else fits you, such as --health heart,beta-blockers.",
  });
}
