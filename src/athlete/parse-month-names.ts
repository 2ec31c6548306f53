import { withoutAccents } from "./parse-number.ts";

/** Shortest spelling of a month that no other begins with. */
const FEWEST_LETTERS = 3;

/** January first, in English, German, French, Spanish and Italian, in letters without accents. */
const NAMES: readonly string[] = [
  "january januar janner jaenner janvier enero gennaio",
  "february februar feber fevrier febrero febbraio",
  "march marz maerz mars marzo",
  "april avril abril aprile",
  "may mai mayo maggio",
  "june juni juin junio giugno",
  "july juli juillet julio luglio",
  "august aout agosto",
  "september septembre septiembre setiembre settembre",
  "october oktober octobre octubre ottobre",
  "november novembre noviembre",
  "december dezember decembre diciembre dicembre",
];

/** 1 to 12 for a month by its name or a beginning of it that no other month has. */
export function monthNamed(text: string): number | undefined {
  const word = withoutAccents(text);
  if (word.length < FEWEST_LETTERS) return undefined;
  const found = NAMES.flatMap((names, index) =>
    names.split(" ").some((name) => name.startsWith(word)) ? [index + 1] : [],
  );
  return found.length === 1 ? found[0] : undefined;
}
