import type { CalendarDate } from "../base/calendar.ts";
import type { Chance } from "../base/chance.ts";
import { PlanError } from "../base/errors.ts";
import { cleanLine, slug } from "../base/text.ts";

const MOST_CHARACTERS = 100;
const RANDOM_LETTERS = 4;
/** Windows opens a device instead of a file of these names, whatever follows the first dot. */
const DEVICES = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;

function troubleWith(id: string): string | undefined {
  if (id === "") return "it is empty";
  if (id.length > MOST_CHARACTERS) return `it has more than ${MOST_CHARACTERS} characters`;
  if (/[/\\]/.test(id)) return "it holds a slash, and a plan id is no path; --out names the directory";
  if (id.includes("..")) return "it holds two dots in a row";
  if (!/^[A-Za-z0-9]/.test(id)) return "it does not begin with a letter or digit";
  if (!/^[A-Za-z0-9._-]+$/.test(id))
    return "it holds other characters than letters, digits, dot, hyphen and underscore";
  if (id.endsWith(".")) return "it ends with a dot";
  return DEVICES.test(id) ? "Windows keeps that name for a device" : undefined;
}

/** A plan id that is a safe file name on every system, or INPUT_INVALID. */
export function checkPlanId(id: string): string {
  const trouble = troubleWith(id);
  if (trouble === undefined) return id;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `The plan id ${JSON.stringify(cleanLine(id, 60))} cannot be used: ${trouble}.`,
    hint: "Use letters, digits and hyphens, such as spring-century.",
    details: {
      problems: [
        { field: "--plan-id", value: cleanLine(id, 60), expected: "letters, digits, dot, hyphen, underscore" },
      ],
    },
  });
}

/** `century-2027-03-14-k3f9`: what for, when, and four letters that tell two such plans apart. */
export const newPlanId = (subject: string, date: CalendarDate, chance: Chance): string =>
  `${slug(subject) || "plan"}-${date}-${chance.letters(RANDOM_LETTERS)}`;
