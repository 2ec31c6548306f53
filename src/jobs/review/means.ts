import { signed } from "../../report/units.ts";
import { keyWord, SIGN } from "./key-run.ts";
import type { Review } from "./review.ts";

const whole = (value: number): string => String(Math.round(value));
const between = (low: string, high: string): string => (low === high ? low : `${low} to ${high}`);

function fitnessWords({ fitness }: Review): string {
  if (fitness === undefined) return "";
  const { low, high, planned, formLow, formHigh, unknown } = fitness;
  if (unknown === 0 || whole(low) === whole(high))
    return `fitness ${whole(high)}, planned ${whole(planned)}; form ${between(signed(formLow), signed(formHigh))}.`;
  const [all, none] = unknown === 1 ? ["it", "not"] : ["all of them", "none"];
  const open = unknown === 1 ? "a day is" : `${unknown} days are`;
  return `${open} not known. If you rode ${all}, your fitness is ${whole(high)} and your form ${signed(formLow)}; if ${none}, ${whole(low)} and ${signed(formHigh)}. Planned: ${whole(planned)}.`;
}

const SIGNS = {
  not_held:
    "Three key sessions in a row were not held: your FTP may be set too high, or sleep, food or work weigh on you. Which of them, you know best.",
  too_easy: "Three key sessions in a row were too easy: your FTP may be higher than the plan counts with.",
} as const;

function keyWords({ hint, sessions }: Review): string {
  if (hint !== undefined) return SIGNS[hint.kind];
  const keys = sessions.filter(({ session }) => session.role === "key");
  const efforts = keys.flatMap((one) => one.efforts.filter(({ isHeld }) => !isHeld));
  const lost = keys.filter((one) => keyWord(one) === "not_held").length;
  const [only] = efforts;
  const isOne = efforts.length === 1 && lost <= 1;
  if (lost === 0 && !isOne) return "";
  const what =
    isOne && only !== undefined
      ? `One ${only.hasFaded ? "faded set" : "set below its target"} is`
      : lost === 1
        ? "One key session that was not held is"
        : "Two key sessions that were not held are";
  return lost >= SIGN ? "" : `${what} no sign yet: three key sessions in a row would be (FTP, sleep or food).`;
}

/** What the rides mean, in a few sentences. */
export const meansOf = (review: Review): string =>
  [fitnessWords(review), keyWords(review)].filter((text) => text !== "").join(" ");
