import { canonicalJson } from "../../base/json.ts";
import { joinWords } from "../../base/text.ts";
import { nameOf, type AnswerKey } from "../parse-answers.ts";
import { answerText } from "../parse-one.ts";
import { isRecord } from "../parse-reading.ts";
import type { WishTerm } from "./entry.ts";
import type { JudgedWishes, Wish } from "./judge-wishes.ts";

/** The answers that were given beside the words, each as a request file holds it. */
export type GivenAnswers = Readonly<Partial<Record<AnswerKey, unknown>>>;

/** What a wish speaks against: an answer that was given, or another wish of the same text. */
export interface Against {
  /** As the rider said it. */
  readonly said: string;
  readonly wish: Wish | undefined;
}

/** Terms of one value: two of them cannot both hold. */
const SINGLE: readonly WishTerm[] = [
  "hours", "days", "strength", "rhythm", "start_phase", "tests", "max_power", "max_heart_rate", "max_feel", "max_interval",
  "weeks", "train_by", "ftp", "target_ftp", "weight", "age", "recent_hours", "comeback", "indoor", "accept_ramp",
]; // prettier-ignore

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const wordsOf = (value: unknown): string[] => listOf(value).map((item) => String(item).toLowerCase());

/** The weekdays on which something of a wish happens. */
function daysRidden({ term, answer }: Pick<Wish, "term" | "answer">): string[] {
  if (term === "days") return wordsOf(answer);
  if (term === "fixed_ride")
    return listOf(answer).flatMap((ride) =>
      isRecord(ride) && typeof ride.day === "string" ? [ride.day.toLowerCase()] : [],
    );
  if (term === "long_ride") return isRecord(answer) && typeof answer.day === "string" ? [answer.day.toLowerCase()] : [];
  if (term === "indoor") return isRecord(answer) ? wordsOf(answer.days) : [];
  return term === "minutes" && isRecord(answer) ? Object.keys(answer).map((day) => day.toLowerCase()) : [];
}

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

/** The parts of an answer that is an object which both say, and say otherwise. */
const differs = (a: unknown, b: unknown): boolean =>
  isRecord(a) && isRecord(b)
    ? Object.keys(a).some((part) => part in b && part !== "until" && canonicalJson(a[part]) !== canonicalJson(b[part]))
    : canonicalJson(a) !== canonicalJson(b);

const PARTED: readonly WishTerm[] = ["long_ride", "health", "minutes"];

function sameTerm(one: Wish, other: Wish): boolean {
  if (one.term !== other.term) return false;
  if (SINGLE.includes(one.term) || PARTED.includes(one.term)) return differs(one.answer, other.answer);
  return false;
}

/** Two wishes of one text that cannot both hold. */
function areContrary(one: Wish, other: Wish): boolean {
  if (sameTerm(one, other)) return true;
  const terms = [one.term, other.term];
  if (terms.includes("avoid") && terms.includes("prefer")) return meet(wordsOf(one.answer), wordsOf(other.answer));
  const rest = [one, other].find(({ term }) => term === "rest_days");
  const ride = [one, other].find(({ term }) => term !== "rest_days");
  return rest !== undefined && ride !== undefined && meet(wordsOf(rest.answer), daysRidden(ride));
}

const flagOf = (key: AnswerKey): string => nameOf(key).flag ?? nameOf(key).camel ?? key;
const givenText = (key: AnswerKey, value: unknown): string => `${flagOf(key)} ${answerText(key, value)}`;

/** A ride to work is ridden on days without training, too. */
const isCommute = ({ term, answer }: Wish): boolean =>
  term === "fixed_ride" && listOf(answer).every((ride) => isRecord(ride) && ride.name === "Commute");

/** What was given and does not fit a wish; undefined where everything does. */
function givenAgainst(wish: Wish, given: GivenAnswers): string | undefined {
  const { term, key, answer } = wish;
  const own = given[key];
  if (own !== undefined && (SINGLE.includes(term) || PARTED.includes(term)) && differs(answer, own))
    return givenText(key, own);
  const contrary = term === "avoid" ? "prefer" : term === "prefer" ? "avoid" : undefined;
  if (contrary !== undefined && meet(wordsOf(answer), wordsOf(given[contrary])))
    return givenText(contrary, given[contrary]);
  const days = wordsOf(given.days);
  if (given.days !== undefined && ["fixed_ride", "long_ride", "indoor"].includes(term) && !isCommute(wish)) {
    const off = daysRidden(wish).filter((day) => !days.includes(day));
    if (off.length > 0) return `${givenText("days", given.days)}, without ${joinWords(off)}`;
  }
  if (term !== "rest_days") return undefined;
  const rest = wordsOf(answer);
  if (given.days !== undefined && days.every((day) => rest.includes(day))) return givenText("days", given.days);
  const rides = daysRidden({ term: "fixed_ride", answer: given.fixedRide });
  if (meet(rest, rides)) return `${flagOf("fixedRide")} on ${joinWords(rides.filter((day) => rest.includes(day)))}`;
  return meet(rest, daysRidden({ term: "long_ride", answer: given.longRide }))
    ? `${flagOf("longRide")} on ${joinWords(daysRidden({ term: "long_ride", answer: given.longRide }))}`
    : undefined;
}

/** What each wish speaks against; wishes without anything are not in it. */
export function contradictions(wishes: readonly Wish[], given: GivenAnswers): ReadonlyMap<Wish, Against> {
  const found = new Map<Wish, Against>();
  for (const wish of wishes) {
    const said = givenAgainst(wish, given);
    const other = wishes.find((one) => one !== wish && areContrary(one, wish));
    if (said !== undefined) found.set(wish, { said, wish: undefined });
    else if (other !== undefined) found.set(wish, { said: `"${other.quote}"`, wish: other });
  }
  return found;
}

/** More hours in some dates than there are in all others, which is more and no limit. */
function isMoreHours({ term, answer }: Wish, given: GivenAnswers): boolean {
  const most = Number.parseFloat(answerText("hours", given.hours).split("-").at(-1) ?? "");
  return term === "hours_in" && listOf(answer).some((band) => isRecord(band) && !(Number(band.hours) <= most));
}

/** Wishes beside the answers that were given: what is more than those adds, and days of rest need the days they are taken from. */
export function besideGiven(judged: JudgedWishes, given: GivenAnswers): JudgedWishes {
  const hasDays = given.days !== undefined || judged.wishes.some(({ term }) => term === "days");
  const isOpen = ({ term }: Wish): boolean => term === "rest_days" && !hasDays;
  const expected = "expected the days you can ride beside it, such as --days tue,thu,sat";
  return {
    ...judged,
    wishes: judged.wishes
      .filter((wish) => !isOpen(wish))
      .map((wish) => (isMoreHours(wish, given) ? { ...wish, effect: "adds" } : wish)),
    unread: [...judged.unread, ...judged.wishes.filter(isOpen).map((wish) => ({ ...wish, expected }))],
  };
}
