/** Words of a doctor, not of a training plan. */
const MEDICAL =
  /\b(medic|drug|dose|dosage|m(illi)?grams?\b|mg\b|pill|tablet|ibuprofen|aspirin|paracetamol|acetaminophen|painkiller|antibiotic|diagnos|prescri|therap|disease|injur|cure|doctor|physician|supplement|testosterone|steroid|epo\b|caffeine|blood pressure|asthma|inhaler)/i;
/** What no sentence of a plan holds: addresses, markup, commands. */
const STRANGE = /https?:|www\.|[<>{}`]|\bignore\b|\binstruction/i;

/** Numbers that are written out. The smallest are left out: "one more" and "two easy days" name no figure. */
const WORDS: Readonly<Record<string, number>> = {
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
};
const WRITTEN = new RegExp(`\\b(${Object.keys(WORDS).join("|")})\\b`, "gi");

/** Every number that a text names, in digits or in words. */
function numbersIn(text: string): number[] {
  const digits = [...text.matchAll(/\d+(?:[.,]\d+)?/g)].map(([found]) => Number(found.replace(",", ".")));
  const words = [...text.matchAll(WRITTEN)].map(([found]) => WORDS[found.toLowerCase()] ?? 0);
  return [...digits, ...words];
}

/** True where a model's notes may stand in a plan: no number that the plan does not hold, no medical advice, nothing but sentences. */
export function mayStand(notes: string, numbers: ReadonlySet<number>): boolean {
  if (notes.trim() === "" || MEDICAL.test(notes) || STRANGE.test(notes)) return false;
  return numbersIn(notes).every((number) => numbers.has(number));
}
