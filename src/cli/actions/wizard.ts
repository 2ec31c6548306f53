import { join } from "node:path";
import { nameOf, type AnswerKey } from "../../athlete/parse-answers.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import { jsonText } from "../../base/json.ts";
import { ensureDirectory, writeWhole } from "../../storage/atomic-write.ts";
import { addChanges, currentOf, readChanges, type AthleteChange } from "../../storage/athlete-store.ts";
import { readShippedLibrary, shippedIn } from "../../storage/library-files.ts";
import { newestSession, removeSession, saveSession, type Session } from "../../storage/session-store.ts";
import { changed, draftOfFile, requestFileOf, type Draft } from "../../wizard/draft.ts";
import type { Prompter } from "../../wizard/prompter.ts";
import { rampTestFiles } from "../../wizard/ramp-test.ts";
import { KEPT } from "../../wizard/kept.ts";
import { ALL_QUESTIONS, reviewUntilReady, runWizard } from "../../wizard/run-wizard.ts";
import { NEW_STATE, usable, type Ending, type WizardPorts, type WizardState } from "../../wizard/state.ts";
import { suggestFrom } from "../../wizard/suggest.ts";
import type { Call } from "../command-spec.ts";
import { pathFrom } from "../input.ts";
import { pageFor } from "../page.ts";
import { placesOf } from "../places.ts";
import type { Settings } from "../settings.ts";
import type { System } from "../system.ts";
import { isPlain } from "../wizard/plain.ts";
import { plainPrompter, richPrompter } from "../wizard/prompters.ts";
import { draftOfFlags } from "../wizard/save-request.ts";
import { savedSuggestions } from "../wizard/saved-suggestions.ts";

/** A source of suggestions that takes longer is not waited for. */
const PATIENCE_MS = 400;
const STOPPED_EXIT = 130;
const REFERRED_EXIT = 2;

/** What the wizard works with on this machine. */
interface Desk {
  readonly system: System;
  readonly settings: Settings;
  readonly prompter: Prompter;
  /** Where unfinished wizards lie. */
  readonly sessions: string;
  readonly id: string;
}

const askedBy = (draft: Draft): string[] =>
  ALL_QUESTIONS.filter(({ keys }) => keys.some((key) => draft[key] !== undefined)).map(({ id }) => id);

const withFlags = (state: WizardState, flags: Draft): WizardState => ({
  ...state,
  draft: changed(state.draft, flags),
  asked: [...new Set([...state.asked, ...askedBy(flags)])],
});

function stateOf(session: Session): WizardState | undefined {
  try {
    const draft = draftOfFile(session.request, "The saved session");
    return { draft, asked: session.asked, waitsForTest: session.waits_for_test };
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

const dayAndTime = (moment: string): string => moment.replace("T", " ").slice(0, 16);

type Start = { readonly kind: "start"; readonly state: WizardState } | { readonly kind: "end"; readonly code: number };

/** Offers the unfinished wizard that was answered last. Whoever goes on takes it over under an id of their own. */
async function startOf({ prompter, sessions, system }: Desk): Promise<Start> {
  const session = await newestSession(sessions);
  const state = session && stateOf(session);
  if (session === undefined || state === undefined) return { kind: "start", state: NEW_STATE };
  prompter.say("plain", `You have answers from before, last changed ${dayAndTime(session.saved_at)} UTC.`);
  const choice = await prompter.ask({
    kind: "choice",
    message: "Go on with them?",
    choices: [
      { value: "resume", name: "Yes, go on where I stopped" },
      { value: "over", name: "No, start over (the old answers are removed)" },
      { value: "discard", name: "Remove them and stop" },
    ],
  });
  if (choice === "resume") return { kind: "start", state };
  if (choice !== "over" && choice !== "discard") {
    system.err("Stopped. Nothing was changed.\n");
    return { kind: "end", code: STOPPED_EXIT };
  }
  await removeSession(sessions, session.id);
  if (choice === "over") return { kind: "start", state: NEW_STATE };
  prompter.say("plain", "Removed.");
  return { kind: "end", code: 0 };
}

async function readSaved({ system, prompter }: Desk): Promise<ReadonlyMap<string, AthleteChange>> {
  try {
    return currentOf(await readChanges(placesOf(system).settings));
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    prompter.say("warning", `${error.message} Nothing is suggested from it.`);
    return new Map();
  }
}

async function writeRampTest({ system, settings }: Desk): Promise<string[]> {
  const library = await readShippedLibrary(shippedIn(system.packageDirectory));
  const files = rampTestFiles(library, settings.today).map(({ name, text }) => ({
    path: join(settings.out, name),
    text,
  }));
  await ensureDirectory(settings.out);
  await writeWhole(files, "replace");
  return files.map(({ path }) => path);
}

function portsOf(desk: Desk, saved: ReadonlyMap<string, AthleteChange>): WizardPorts {
  const { system, settings, prompter, sessions, id } = desk;
  const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
  return {
    prompter,
    today: settings.today,
    suggest: suggestFrom([savedSuggestions(saved, settings.today)], patience),
    save: (state) =>
      saveSession(sessions, {
        schema_version: "1",
        id,
        saved_at: system.now().toISOString(),
        request: requestFileOf(state.draft),
        asked: [...state.asked],
        waits_for_test: state.waitsForTest,
      }),
    writeRampTest: () => writeRampTest(desk),
  };
}

async function endWithout(ending: Ending, { system, sessions }: Desk): Promise<number> {
  const isKept = (await newestSession(sessions)) !== undefined;
  if (ending.kind === "test") return 0;
  if (ending.kind === "referred") return REFERRED_EXIT;
  system.err(
    isKept
      ? "Stopped. Your answers are kept: run cycling-plan generate to go on.\n"
      : "Stopped. Nothing was changed.\n",
  );
  return ending.kind === "paused" ? 0 : STOPPED_EXIT;
}

/** Answers that are new or differ from what is saved. */
const changesOf = (draft: Draft, saved: ReadonlyMap<string, AthleteChange>, date: CalendarDate): AthleteChange[] =>
  KEPT.flatMap((key) => {
    const field = nameOf(key).camel;
    const value = draft[key];
    if (field === undefined || value === undefined) return [];
    return JSON.stringify(saved.get(field)?.value) === JSON.stringify(value) ? [] : [{ date, field, value }];
  });

async function offerToKeep(draft: Draft, desk: Desk, saved: ReadonlyMap<string, AthleteChange>): Promise<void> {
  const changes = changesOf(draft, saved, desk.settings.today);
  if (changes.length === 0) return;
  const choice = await desk.prompter.ask({
    kind: "choice",
    message: "Keep your numbers for the next plan?",
    choices: [
      { value: "yes", name: "Yes, suggest them next time (health answers are not kept)" },
      { value: "no", name: "No" },
    ],
  });
  if (choice === "yes") await addChanges(placesOf(desk.system).settings, changes);
}

async function openDesk(call: Call, settings: Settings): Promise<Desk> {
  const { system } = call;
  const prompter = isPlain(call) ? plainPrompter(system) : richPrompter(system, await pageFor(system, settings));
  const sessions = join(placesOf(system).state, "wizard");
  return { system, settings, prompter, sessions, id: system.newSeed().toLowerCase().slice(0, 36) };
}

/** How a finished request becomes a plan. */
export type MakePlan = (file: Readonly<Record<string, unknown>>) => Promise<number>;

const INTRO = [
  "A few questions, then your training plan. Enter takes the answer in brackets,",
  "< goes back one question, Ctrl-C stops: your answers are kept as you give them.",
];

const mayBeMended = (error: unknown): error is PlanError =>
  error instanceof PlanError && (error.code === "NOT_FEASIBLE" || error.code === "INPUT_INVALID");

/** The wizard: asks, lets the rider check, makes the plan, and forgets the session once the plan is on disk. */
export async function wizard(
  call: Call,
  settings: Settings,
  { given, make }: { given: Readonly<Partial<Record<AnswerKey, unknown>>>; make: MakePlan },
): Promise<number> {
  const flags = draftOfFlags(given, settings.today);
  const desk = await openDesk(call, settings);
  const { prompter, system } = desk;
  for (const line of INTRO) prompter.say("plain", line);
  const saved = await readSaved(desk);
  const start = await startOf(desk);
  if (start.kind === "end") return start.code;
  const ports = portsOf(desk, saved);
  let outcome = await runWizard(usable(withFlags(start.state, flags), ALL_QUESTIONS, settings.today), ports);
  for (;;) {
    if (outcome.kind !== "ready") return endWithout(outcome, desk);
    const { state } = outcome;
    const file = requestFileOf(state.draft);
    const { saveRequest } = call.flags;
    if (typeof saveRequest === "string")
      await writeWhole([{ path: pathFrom(system, saveRequest), text: jsonText(file) }], "replace");
    try {
      const code = await make(file);
      if (call.flags.dryRun === true) return code;
      await removeSession(desk.sessions, desk.id);
      await offerToKeep(state.draft, desk, saved);
      return code;
    } catch (error) {
      if (!mayBeMended(error)) throw error;
      prompter.say("warning", `No plan was made: ${error.message}`);
      prompter.say("warning", error.hint);
      outcome = await reviewUntilReady(state, ports);
    }
  }
}
