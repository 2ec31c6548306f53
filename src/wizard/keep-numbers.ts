import { HEART_RATES, nameOf } from "../athlete/parse-answers.ts";
import type { CalendarDate } from "../base/calendar.ts";
import { PlanError } from "../base/errors.ts";
import type { AthleteChange } from "../storage/athlete-schema.ts";
import { addChanges } from "../storage/athlete-store.ts";
import type { LockOwner } from "../storage/lock.ts";
import type { Draft } from "./draft.ts";
import { healthOf } from "./health-ticks.ts";
import type { Prompter } from "./prompter.ts";
import { SAVED_ANSWERS } from "./saved-answers.ts";

/** The rider's saved numbers, and where new ones go. */
export interface SavedNumbers {
  /** The directory of the rider's settings. */
  readonly directory: string;
  readonly owner: LockOwner;
  /** What holds now, by field. */
  readonly current: ReadonlyMap<string, AthleteChange>;
  /** Why they could not be read, where they could not. */
  readonly trouble: string | undefined;
}

/** Health answers are never kept: heart rates of a heart that a drug slows would be taken for others next time. */
const isHeartSlowed = (draft: Draft): boolean => healthOf(draft).beta_blockers === true;

/** Answers that are new or differ from what is saved. */
const changesOf = (draft: Draft, saved: ReadonlyMap<string, AthleteChange>, date: CalendarDate): AthleteChange[] =>
  SAVED_ANSWERS.flatMap((key) => {
    if (HEART_RATES.includes(key) && isHeartSlowed(draft)) return [];
    const field = nameOf(key).camel;
    const value = draft[key];
    if (field === undefined || value === undefined) return [];
    return JSON.stringify(saved.get(field)?.value) === JSON.stringify(value) ? [] : [{ date, field, value }];
  });

/** Offers to save what the next plan could start from. False where the rider pressed Ctrl-C. */
export async function offerToKeep(
  draft: Draft,
  saved: SavedNumbers,
  { prompter, today }: { readonly prompter: Prompter; readonly today: CalendarDate },
): Promise<boolean> {
  // A file that cannot be read must not be written over, either.
  const changes = saved.trouble === undefined ? changesOf(draft, saved.current, today) : [];
  if (changes.length === 0) return true;
  if (isHeartSlowed(draft) && HEART_RATES.some((key) => draft[key] !== undefined))
    prompter.say(
      "hint",
      "Your heart rates are not kept, because a drug slows them and no answer about health is kept either: say both again next time.",
    );
  const choice = await prompter.ask({
    kind: "choice",
    message: "Keep your numbers for the next plan?",
    choices: [
      { value: "yes", name: "Yes, suggest them next time (health answers are not kept)" },
      { value: "no", name: "No" },
    ],
  });
  if (choice !== "yes") return choice !== undefined;
  try {
    await addChanges(saved.directory, changes, saved.owner);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    prompter.say("warning", `Your numbers were not saved: ${error.message} Your plan is there all the same.`);
  }
  return true;
}
