import type { AnswerKey } from "../../../athlete/parse-answers.ts";
import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import { writeWhole } from "../../../storage/atomic-write.ts";
import { changed, requestFileOf, type Draft } from "../../../wizard/draft.ts";
import { ALL_QUESTIONS, CARRIED } from "../../../wizard/questions.ts";
import { review } from "../../../wizard/review.ts";
import { runWizard } from "../../../wizard/run-wizard.ts";
import { usable, type Ending, type WizardOutcome, type WizardState } from "../../../wizard/state.ts";
import { pathFrom } from "../../input.ts";
import type { Settings } from "../../settings.ts";
import type { System } from "../../system.ts";
import { portsOf, setUpWizard, type WizardSetup, type WizardWishes } from "../../wizard/wizard-setup.ts";
import { offerToKeep } from "../../../wizard/keep-numbers.ts";
import { waysOn } from "./ways-on.ts";
import { draftOfFlags } from "../../../wizard/draft-of-flags.ts";

const STOPPED_EXIT = 130;
const REFERRED_EXIT = 2;
const KEPT_WORDS = "Your answers are kept: run cycling-plan generate to go on.";

const askedBy = (draft: Draft): string[] =>
  ALL_QUESTIONS.filter(
    // A flag may answer a part of a question: it is asked all the same.
    ({ keys, textOf }) => keys.some((key) => draft[key] !== undefined) && textOf(draft) !== "",
  ).map(({ id }) => id);

/** Flags answer questions before they are asked; an FTP from a flag has no day. */
const withFlags = (state: WizardState, flags: Draft): WizardState => ({
  ...state,
  draft: changed(state.draft, flags.ftp === undefined ? flags : { ...flags, ftpDate: undefined }),
  asked: [...new Set([...state.asked, ...askedBy(flags)])],
});

/** What the plan before left open stays open: it could be said at the review. Health is asked anew for every plan. */
const withoutProfile = (state: WizardState): WizardState => ({
  ...state,
  asked: [...new Set([...state.asked, ...CARRIED.map(({ id }) => id)])],
});

function endWithout(ending: Ending, { system, sessions }: WizardSetup): number {
  if (ending.kind === "test") return 0;
  if (ending.kind === "referred") return REFERRED_EXIT;
  system.err(`Stopped. ${sessions.isKept() ? KEPT_WORDS : "There was nothing to keep yet."}\n`);
  return STOPPED_EXIT;
}

/** How a finished request becomes a plan. */
export type MakePlan = (file: Readonly<Record<string, unknown>>, provider?: string) => Promise<number>;

/** Answers from flags, and what a finished request is handed to. */
export interface WizardTask extends WizardWishes {
  readonly given: Readonly<Partial<Record<AnswerKey, unknown>>>;
  /** The plan before answers what a rider is: only what, when and health are asked. */
  readonly isAfter: boolean;
  /** Where the answers are also saved as a request file, as it was typed. */
  readonly saveRequest: string | undefined;
  readonly isDryRun: boolean;
  readonly make: MakePlan;
}

const INTRO = "A few questions, then your training plan.";

const mayBeMended = (error: unknown): error is PlanError =>
  error instanceof PlanError && (error.code === "NOT_FEASIBLE" || error.code === "INPUT_INVALID");

type Finishing = Pick<WizardTask, "saveRequest" | "isDryRun" | "make">;

/** From answers to a plan on disk; only then the session is forgotten. */
async function finish(
  state: WizardState,
  setup: WizardSetup,
  { saveRequest, isDryRun, make, provider }: Finishing & { readonly provider: string | undefined },
): Promise<number> {
  const file = requestFileOf(state.draft);
  if (saveRequest !== undefined)
    await writeWhole([{ path: pathFrom(setup.system, saveRequest), text: jsonText(file) }], "replace");
  const code = await make(file, provider);
  if (isDryRun) return code;
  await setup.sessions.forget();
  if (await offerToKeep(state.draft, setup.saved, { prompter: setup.prompter, today: setup.settings.today })) {
    await waysOn(state.draft, setup);
    return code;
  }
  setup.system.err("Stopped. Your plan is on disk; your numbers were not saved for the next one.\n");
  return STOPPED_EXIT;
}

async function askAndMake(setup: WizardSetup, start: WizardState, at: Finishing): Promise<number> {
  const { prompter } = setup;
  const ports = portsOf(setup);
  let outcome: WizardOutcome = await runWizard(start, ports);
  for (;;) {
    if (outcome.kind !== "ready") return endWithout(outcome, setup);
    const { state, provider }: { state: WizardState; provider?: string } = outcome;
    setup.models?.close();
    try {
      return await finish(state, setup, { ...at, provider });
    } catch (error) {
      if (!mayBeMended(error)) {
        if (error instanceof PlanError && setup.sessions.isKept()) prompter.say("plain", KEPT_WORDS);
        throw error;
      }
      prompter.say("warning", `No plan was made: ${error.message}`);
      prompter.say("warning", error.hint);
      outcome = await review(state, ports);
    }
  }
}

async function atTerminal(setup: WizardSetup, task: WizardTask): Promise<number> {
  const { prompter, sessions, saved, settings } = setup;
  const flags = draftOfFlags(task.given, settings.today);
  prompter.say("plain", INTRO);
  if (saved.trouble !== undefined) prompter.say("warning", `${saved.trouble} Nothing is suggested from it.`);
  const start = await sessions.begin();
  if (start.kind === "stopped") return endWithout(start, setup);
  if (start.kind === "discarded") {
    prompter.say("plain", "Removed.");
    return 0;
  }
  const given = withFlags(start.state, flags);
  const state = usable(task.isAfter ? withoutProfile(given) : given, ALL_QUESTIONS, settings.today);
  setup.models?.know(state);
  return askAndMake(setup, state, task);
}

/** The wizard: asks, lets the rider check, makes the plan, and forgets the session once the plan is on disk. */
export async function wizard(system: System, settings: Settings, task: WizardTask): Promise<number> {
  const setup = await setUpWizard(system, settings, task);
  try {
    return await atTerminal(setup, task);
  } finally {
    setup.models?.close();
    setup.foreseer.close();
    setup.prompter.close();
  }
}
