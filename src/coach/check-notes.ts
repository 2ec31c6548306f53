/** Words of a doctor, not of a training plan. */
const MEDICAL =
  /\b(medic|drug|dose|dosage|mg\b|pill|tablet|ibuprofen|aspirin|paracetamol|diagnos|prescri|therap|disease|injur|cure|doctor|supplement|testosterone|epo\b|caffeine)/i;
/** What no sentence of a plan holds: addresses, markup, commands. */
const STRANGE = /https?:|www\.|[<>{}`]|\bignore\b|\binstruction/i;

/** True where a model's notes may stand in a plan: no number that the plan does not hold, no medical advice, nothing but sentences. */
export function mayStand(notes: string, numbers: ReadonlySet<number>): boolean {
  if (notes.trim() === "" || MEDICAL.test(notes) || STRANGE.test(notes)) return false;
  return [...notes.matchAll(/\d+(?:[.,]\d+)?/g)].every(([text]) => numbers.has(Number(text.replace(",", "."))));
}
