import { PlanError } from "../base/errors.ts";
import { momentText, type Measures } from "../plan/measures.ts";
import { readSessions, removeSession, saveSession, type Session } from "../storage/session-store.ts";
import { draftOfFile, requestFileOf } from "./draft.ts";
import type { Prompter } from "./prompter.ts";
import { NEW_STATE, type WizardState } from "./state.ts";

/** How a wizard begins, or why it does not. */
export type Start =
  | { readonly kind: "start"; readonly state: WizardState }
  | { readonly kind: "stopped" }
  | { readonly kind: "discarded" };

/** What unfinished wizards need of the machine. */
export interface SessionPlace {
  /** Where their answers lie. */
  readonly directory: string;
  /** The name of this wizard's answers, so that two at once keep two. */
  readonly id: string;
  readonly processId: number;
  readonly now: () => Date;
  /** Which clock the rider reads. */
  readonly measures?: Measures | undefined;
  /** True where the process of this number runs. */
  readonly isRunning: (processId: number) => boolean;
}

/** The answers of this wizard on disk, and those of wizards before it. */
export interface WizardSessions {
  /** Offers the unfinished wizard that was answered last, unless another window asks its questions now. */
  readonly begin: () => Promise<Start>;
  /** Keeps the answers; where that cannot be, says so once and goes on. */
  readonly save: (state: WizardState) => Promise<void>;
  readonly forget: () => Promise<void>;
  /** True where the answers of this wizard, or those that it was offered, lie on disk. */
  readonly isKept: () => boolean;
}

/** A process number may belong to another program after a day. */
const HELD_MS = 24 * 3_600_000;

function stateOf(session: Session): WizardState | undefined {
  try {
    const draft = draftOfFile(session.request, "The saved session");
    return { draft, asked: session.asked, waitsForTest: session.waits_for_test };
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

/** True where another window asks these questions right now. */
function isHeld({ process_id: id, saved_at: savedAt }: Session, place: SessionPlace): boolean {
  const age = place.now().getTime() - Date.parse(savedAt);
  return id !== place.processId && age < HELD_MS && place.isRunning(id);
}

const OFFER = {
  kind: "choice",
  message: "Go on with them?",
  choices: [
    { value: "resume", name: "Yes, go on where I stopped" },
    { value: "over", name: "No, start over (the old answers are removed)" },
    { value: "discard", name: "Remove them and stop" },
  ],
} as const;

/** Opens the place of unfinished wizards. */
export function openSessions(place: SessionPlace, prompter: Prompter): WizardSessions {
  const { directory, id } = place;
  let isKept = false;
  let isWarned = false;

  async function save({ draft, asked, waitsForTest }: WizardState): Promise<void> {
    try {
      await saveSession(directory, {
        schema_version: "1",
        id,
        saved_at: place.now().toISOString(),
        process_id: place.processId,
        request: requestFileOf(draft),
        asked: [...asked],
        waits_for_test: waitsForTest,
      });
      isKept = true;
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      if (!isWarned) prompter.say("warning", `Your answers cannot be kept if you stop: ${error.message}`);
      isWarned = true;
    }
  }

  async function remove(which: string): Promise<void> {
    try {
      await removeSession(directory, which);
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
      prompter.say("warning", `Your answers of this plan are still there and will be offered again: ${error.message}`);
    }
  }

  async function begin(): Promise<Start> {
    const sessions = await readSessions(directory);
    const session = sessions.find((one) => !isHeld(one, place));
    if (sessions.some((one) => isHeld(one, place)))
      prompter.say("hint", "Another window asks these questions, too. This one keeps its own answers.");
    const state = session && stateOf(session);
    if (session === undefined || state === undefined) return { kind: "start", state: NEW_STATE };
    prompter.say(
      "plain",
      `You have answers from before, last changed ${momentText(session.saved_at, place.measures)}.`,
    );
    const choice = await prompter.ask(OFFER);
    isKept = true;
    if (choice !== "resume" && choice !== "over" && choice !== "discard") return { kind: "stopped" };
    if (choice === "resume") await save(state);
    await remove(session.id);
    isKept = choice === "resume";
    if (choice === "discard") return { kind: "discarded" };
    return { kind: "start", state: choice === "resume" ? state : NEW_STATE };
  }

  return { begin, save, forget: () => (isKept ? remove(id) : Promise.resolve()), isKept: () => isKept };
}
