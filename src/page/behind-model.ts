import { cleanLine } from "../base/text.ts";
import { roundTo } from "../base/numbers.ts";
import type { PageInput } from "./input.ts";
import { typeset } from "./length.ts";
import { isPrivate, publicPart } from "./privacy.ts";

/** What stands behind a plan, each part folded. */
export interface Behind {
  readonly assumed: readonly { readonly what: string; readonly value: string; readonly why: string }[];
  readonly givenUp: readonly string[];
  readonly why: readonly string[];
  readonly missed: string;
  readonly warnings: readonly string[];
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  ftp: "FTP",
  ctl: "fitness at the start",
  atl: "fatigue at the start",
  lthr: "heart rate at threshold",
  w_prime_kj: "work above FTP in kJ",
};
/** What is taken for granted of the body is nobody's business but the rider's. */
const PRIVATE_FIELDS = new Set(["weight_kg", "age", "sex", "max_hr", "resting_hr", "health", "comeback"]);

function valueText(value: string | number | boolean | null): string {
  if (value === null) return "left out";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? String(roundTo(value, 1)) : cleanLine(value, 300);
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** The paragraphs of the coaching notes that say why, and the one on missed days. */
function notesIn({ file, today }: PageInput): { why: string[]; missed: string } {
  const { coaching_notes: notes } = file.training_plan.plan_metadata;
  const paragraphs = notes.split(/\n\s*\n/).map((text) => cleanLine(text, 3000));
  const missed = paragraphs.find((text) => text.startsWith("If you miss")) ?? "";
  const why = paragraphs.filter((text) => text !== missed && !/^Nothing that you asked for|^Given up/.test(text));
  return {
    why: why.map((text) => typeset(publicPart(text, today))).filter((text) => text !== ""),
    missed: typeset(publicPart(missed, today)),
  };
}

/** What was assumed and given up, and why the plan looks as it does. */
export function behindThePlan(input: PageInput): Behind {
  const { file, today } = input;
  const { plan_metadata: metadata, athlete_profile: profile } = file.training_plan;
  const { readiness, given_up: given = [], waivers = [], warnings = [] } = metadata;
  const isPublic = (text: string): boolean => text !== "" && !isPrivate(text, today);
  const notes = notesIn(input);
  const ready = readiness?.reasons.map(({ text }) => capital(`${text}.`)) ?? [];
  const changes = readiness?.changes.map((text) => `What would change it: ${text}.`) ?? [];
  return {
    assumed: profile.assumptions
      .filter(({ field }) => !PRIVATE_FIELDS.has(field))
      .map(({ field, value, reason }) => ({
        what: capital(FIELD_WORDS[field] ?? field.replaceAll("_", " ")),
        value: typeset(valueText(value)),
        why: typeset(publicPart(cleanLine(reason, 600), today)),
      })),
    givenUp: [
      ...given.map(({ text }) => text),
      ...waivers.map(({ message, reason }) => `${message} Why it stands: ${reason}`),
    ]
      .map((text) => typeset(cleanLine(text, 600)))
      .filter(isPublic),
    why: [...[...ready, ...changes].map((text) => typeset(cleanLine(text, 600))).filter(isPublic), ...notes.why],
    missed: notes.missed,
    warnings: warnings.map((text) => typeset(publicPart(cleanLine(text, 600), today))).filter(isPublic),
  };
}
