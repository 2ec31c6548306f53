import { join } from "node:path";
import { PlanError } from "../../base/errors.ts";
import { jsonText } from "../../base/json.ts";
import { ensureDirectory, writeWhole } from "../../storage/atomic-write.ts";
import { readShippedLibrary, shippedIn } from "../../storage/library-files.ts";
import type { Prompter } from "../../wizard/prompter.ts";
import { rampTestFiles } from "../../wizard/ramp-test.ts";
import type { ModelOffer, WizardPorts, WrittenRequest } from "../../wizard/state.ts";
import { suggestFrom } from "../../wizard/suggest.ts";
import { pathFrom } from "../input.ts";
import { isNamed, type ModelWish } from "../model/wish.ts";
import { placesOf } from "../places.ts";
import { pageFor } from "../page.ts";
import type { PlanRides } from "../../jobs/plan-with-rides.ts";
import { savedAthlete, type SavedAthlete } from "../../jobs/saved-athlete.ts";
import type { Settings } from "../settings.ts";
import type { System } from "../system.ts";
import type { ModelSuggestions } from "./model-suggestions.ts";
import { isPlain } from "../prompts/is-plain.ts";
import { plainPrompter } from "../prompts/plain-prompter.ts";
import type { OpenPrompter } from "../prompts/run-prompt.ts";
import { richPrompter } from "../prompts/rich-prompter.ts";
import { savedSuggestions } from "../../wizard/saved-suggestions.ts";
import { rideSuggestions } from "./ride-suggestions.ts";
import { openSessions, type SessionDesk } from "./sessions.ts";

/** A source of suggestions that takes longer is not waited for. */
const PATIENCE_MS = 400;

/** What the wizard works with on this machine. */
export interface Desk {
  readonly system: System;
  readonly settings: Settings;
  readonly prompter: OpenPrompter;
  readonly sessions: SessionDesk;
  readonly saved: SavedAthlete;
  readonly rides: PlanRides | undefined;
  /** Undefined where no model was asked for. */
  readonly models: ModelSuggestions | undefined;
  readonly modelOffer: ModelOffer | undefined;
}

/** Suggestions by the model that was asked for, or the offer of one for which there is a key. */
async function modelsFor(system: System, wish: ModelWish): Promise<Pick<Desk, "models" | "modelOffer">> {
  if (isNamed(wish)) {
    const { modelSuggestions } = await import("./model-suggestions.ts");
    return { models: await modelSuggestions(system, wish), modelOffer: undefined };
  }
  const { modelOffer } = await import("./model-offer.ts");
  return { models: undefined, modelOffer: await modelOffer(system, wish) };
}

/** What the command line asked of the wizard. */
export interface DeskWishes {
  readonly wish: ModelWish;
  /** Line by line, for screen readers. */
  readonly isPlainWanted: boolean;
  readonly rides: PlanRides | undefined;
}

/** Lays everything out: the prompts for this terminal, the sessions, the saved athlete. */
export async function openDesk(
  system: System,
  settings: Settings,
  { wish, isPlainWanted, rides }: DeskWishes,
): Promise<Desk> {
  const prompter = isPlain(system, isPlainWanted)
    ? plainPrompter(system)
    : richPrompter(system, await pageFor(system, settings));
  const saved = await savedAthlete(placesOf(system).settings);
  return {
    system,
    settings,
    prompter,
    sessions: openSessions(system, prompter),
    saved,
    rides,
    ...(await modelsFor(system, wish)),
  };
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

/** Writes the answers as a request file; one that is there stays as it is. */
async function writeRequest(system: System, name: string, file: Record<string, unknown>): Promise<WrittenRequest> {
  const path = pathFrom(system, name);
  try {
    await writeWhole([{ path, text: jsonText(file) }], "exclusive");
    return { kind: "written", path };
  } catch (error) {
    if (error instanceof PlanError) return { kind: "refused", why: `${error.message} ${error.hint}` };
    return { kind: "refused", why: `${path} is there already.` };
  }
}

/** The outside world as the wizard's questions see it. */
export function portsOf(desk: Desk): WizardPorts {
  const { system, settings, sessions, saved, rides, models, modelOffer } = desk;
  const prompter: Prompter = desk.prompter;
  const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref());
  const suggest = suggestFrom(
    [
      ...(rides === undefined ? [] : [rideSuggestions(rides, settings.today, "before saved")]),
      savedSuggestions(saved.current, settings.today),
      ...(rides === undefined ? [] : [rideSuggestions(rides, settings.today, "after saved")]),
      ...(models === undefined ? [] : [models.source]),
    ],
    patience,
  );
  return {
    prompter,
    today: settings.today,
    // What was ridden is newer than what was saved; an FTP that the rider saved is surer than one from rides.
    suggest: (key) => {
      const trouble = models?.trouble();
      if (trouble !== undefined) prompter.say("hint", `No suggestions by the model: ${trouble}`);
      return suggest(key);
    },
    save: async (state) => {
      models?.know(state);
      await sessions.save(state);
    },
    modelOffer,
    writeRampTest: () => writeRampTest(desk),
    writeRequest: (name, file) => writeRequest(system, name, file),
  };
}
