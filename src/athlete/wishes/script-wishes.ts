import { cleanLine } from "../../base/text.ts";
import { problemLine, quoted } from "../parse-reading.ts";
import { nameOf } from "../parse-answers.ts";
import { contradictions, type GivenAnswers } from "./contradictions.ts";
import type { JudgedWishes, Wish } from "./judge-wishes.ts";

/** What keeps wishes from being taken where nobody can be asked, a line each; empty where all of them may be taken. */
export function refusedInScripts({ wishes }: JudgedWishes, given: GivenAnswers): string[] {
  const contrary = contradictions(wishes, given);
  return wishes.flatMap((wish) => {
    const against = contrary.get(wish);
    const value = `"${cleanLine(wish.quote)}"`;
    if (against !== undefined)
      return [
        problemLine({ field: "--wishes", value, expected: `it does not fit ${against.said}; say one of the two` }),
      ];
    return wish.effect === "adds"
      ? [
          problemLine({
            field: "--wishes",
            value,
            expected: `it adds load or lifts a limit; say it yourself: ${flagText(wish)}`,
          }),
        ]
      : [];
  });
}

/** The flag that says the same. */
const flagText = ({ key, value }: Wish): string => `${nameOf(key).flag ?? key} ${quoted(value)}`;
