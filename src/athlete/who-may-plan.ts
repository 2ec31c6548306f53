import type { CalendarDate } from "../base/calendar.ts";
import { comebackFrom, healthSignsIn, type HealthSign } from "./health-words.ts";
import { readComeback, readHealth } from "./parse-health.ts";
import type { Intake } from "./parse-intake.ts";
import { quoted } from "./parse-reading.ts";
import { PAIN_CARE } from "./pain.ts";
import { readAge } from "./parse-values.ts";
import { COMEBACK } from "./safety-limits.ts";
import { ACCEPTED } from "./accepted-range.ts";
import type { Comeback, HealthAnswers } from "./schema.ts";

/*
 * Some riders need a person, not a program: the young, those with symptoms, in pregnancy, or not cleared after surgery, birth
 * or a long illness (training science 7 and 12.1). They are told so kindly, with whom to ask. What words alone say of the
 * past is asked about, and never guessed away.
 */

const FOR_THE_YOUNG =
  "Ask a qualified coach, a club with a youth programme, or a doctor: young riders need a plan made with them.";
const FOR_THE_ILL = "Stop training and see a doctor first; come back when you are cleared.";
const FOR_THE_PREGNANT =
  "Ask your midwife or doctor which riding is good for you now, and a coach trained for it. From six weeks after the birth, once you are cleared, a plan here starts gently.";
const FOR_THE_UNCLEARED =
  "Ask your doctor, and after a birth a pelvic-floor physiotherapist, whether training may begin. Once you are cleared, say so: --comeback 8:surgery:cleared, with your weeks off and your reason (illness, surgery or birth).";
const TO_ANSWER =
  "Answer what is asked and run the command again. If the words mean something else, write the goal in other words.";
const YOUNGEST = ACCEPTED.age.low;

/** What came of the questions who may plan. */
export interface Judgement {
  /** Where to turn, for a rider who gets no plan. */
  readonly referral: string | undefined;
  /** What to do instead of the usual hint, for a question that is open. */
  readonly hint: string | undefined;
  /** The return that the rider's words tell of, where they gave no answer about it. */
  readonly comeback: Comeback | undefined;
  /** True where they name a drug that slows the heart, and no answer says otherwise. */
  readonly takesBetaBlockers: boolean;
}

/** A sign, and whether it stands in the rider's goal or in the wishes beside it. */
type SaidSign = HealthSign & { readonly isWish: boolean };

interface Said {
  readonly health: HealthAnswers;
  readonly comeback: Comeback | undefined;
  readonly signs: ReadonlyMap<HealthSign["kind"], SaidSign>;
}

const YOUR_WORDS = ({ words, isWish }: SaidSign): string =>
  isWish ? `your wishes speak of "${words}"` : `your goal speaks of "${words}"`;

/** Refuses for what stands in the rider's own words, where they stand. */
function refuseWords(intake: Intake, sign: SaidSign, reason: string): void {
  const expected = `${YOUR_WORDS(sign)}; ${reason}`;
  if (sign.isWish) intake.problems.push({ field: "--wishes", value: quoted(sign.words), expected });
  else intake.refuse("goal", expected);
}

/** Symptoms now, by answer or by words. */
function refuseSymptoms(intake: Intake, { health, signs }: Said): string | undefined {
  const sign = signs.get("symptom");
  const reason = "no plan is made while you have symptoms: no plan is a safe one then";
  if (health.symptoms === true) intake.refuse("health", reason);
  else if (sign !== undefined) refuseWords(intake, sign, reason);
  else return undefined;
  return FOR_THE_ILL;
}

function refusePregnancy(intake: Intake, { health, signs }: Said): string | undefined {
  const sign = signs.get("pregnant");
  const reason = "no plan is made here during a pregnancy: it needs people who know you";
  if (health.pregnant === true) intake.refuse("health", reason);
  else if (sign !== undefined && health.pregnant === undefined) refuseWords(intake, sign, reason);
  else return undefined;
  return FOR_THE_PREGNANT;
}

const needsClearance = ({ reason, weeks_off }: Comeback): boolean =>
  reason === "surgery" || reason === "birth" || (reason === "illness" && weeks_off >= COMEBACK.longIllnessWeeks);

function refuseUncleared(intake: Intake, { comeback }: Said): string | undefined {
  if (comeback === undefined || !needsClearance(comeback)) return undefined;
  const isTooEarly = comeback.reason === "birth" && comeback.weeks_off < COMEBACK.birthWeeks;
  if (comeback.cleared === true && !isTooEarly) return undefined;
  intake.refuse(
    "comeback",
    isTooEarly
      ? `no plan is made in the first ${COMEBACK.birthWeeks} weeks after a birth`
      : `after ${comeback.reason === "illness" ? "an illness of two weeks or more" : comeback.reason === "birth" ? "a birth" : "surgery"} no plan is made before a doctor has cleared you`,
  );
  return FOR_THE_UNCLEARED;
}

const CLEARANCE = ["birth", "surgery", "illness"] as const;

/** Words about the past that no answer explains. True where something was asked. */
function askAboutWords(intake: Intake, { health, comeback, signs }: Said): boolean {
  let isAsked = false;
  const ask = (key: "health" | "comeback", question: string): void => {
    intake.refuse(key, question);
    isAsked = true;
  };
  const symptom = signs.get("past symptom");
  if (symptom !== undefined && health.symptoms === undefined)
    ask("health", `${YOUR_WORDS(symptom)}: do you still have it? Say --health symptoms or no-symptoms`);
  const heart = signs.get("heart");
  if (heart !== undefined && health.heart_disease === undefined && health.disease !== true)
    ask("health", `${YOUR_WORDS(heart)}: is it yours? Say --health heart or no-heart (in a file health.heartDisease)`);
  for (const kind of CLEARANCE) {
    const sign = signs.get(kind);
    if (sign !== undefined && comeback === undefined)
      ask(
        "comeback",
        `${YOUR_WORDS(sign)}: say how many weeks you were off, and whether a doctor cleared you, such as --comeback 6:${kind}:cleared (0 weeks where you rode on)`,
      );
  }
  return isAsked;
}

const valueOf = <T>(
  intake: Intake,
  key: "health" | "comeback",
  reader: (value: unknown) => { kind: string; value?: T },
) => {
  const answer = intake.given(key);
  const reading = answer && reader(answer.value);
  return reading?.kind === "value" ? reading.value : undefined;
};

/** The rider's own words: the goal of the request, and the wishes said beside it, which no request keeps. */
interface OwnWords {
  readonly goals: readonly string[];
  readonly wishes: string;
}

function signsIn({ goals, wishes }: OwnWords, today: CalendarDate): Map<HealthSign["kind"], SaidSign> {
  const signs = new Map(
    healthSignsIn(wishes, today).map((sign): [HealthSign["kind"], SaidSign] => [sign.kind, { ...sign, isWish: true }]),
  );
  for (const sign of healthSignsIn(goals.join(". "), today)) signs.set(sign.kind, { ...sign, isWish: false });
  return signs;
}

/** Judges who may plan, and leaves a problem in the intake for each reason why not. */
export function judgeWhoMayPlan(intake: Intake, words: OwnWords, today: CalendarDate): Judgement {
  const age = intake.given("age") && readAge(intake.given("age")?.value);
  const isYoung = age?.kind === "value" && age.value < YOUNGEST;
  if (isYoung) intake.refuse("age", `plans are made for riders of ${YOUNGEST} and over`);
  const said: Said = {
    health: valueOf(intake, "health", readHealth) ?? {},
    comeback: valueOf(intake, "comeback", readComeback),
    signs: signsIn(words, today),
  };
  const referral =
    refuseSymptoms(intake, said) ??
    refusePregnancy(intake, said) ??
    refuseUncleared(intake, said) ??
    (isYoung ? FOR_THE_YOUNG : undefined);
  const isAsked = referral === undefined && askAboutWords(intake, said);
  if (said.signs.has("pain")) intake.warn(PAIN_CARE);
  const isInjured = said.signs.has("injury") && said.comeback === undefined;
  return {
    referral,
    hint: isAsked ? TO_ANSWER : undefined,
    takesBetaBlockers: said.signs.has("beta blockers") && said.health.beta_blockers === undefined,
    comeback: isInjured ? comebackFrom([...words.goals, words.wishes].join(". ")) : undefined,
  };
}
